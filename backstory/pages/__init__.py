"""Everything a reader can open in a browser.

core     what every page needs: the planner, the page builder, the site, routes, the frame
queries  what pages ask of the knowledge: who cites a source, which years are evidenced, in what order to list
parts    what several kinds of page show: the backing list, claim rows, cards, citations, figures
kinds    the page kinds, a module each: its view record and its planner
indexes  the lists: actors, explainers, claims, conflicts, glossary, places, sources, timeline, topics

Each may import those above it in this list, never one below; kinds and indexes do not import each other.
A new kind of page is one module in `kinds` or `indexes`, one template, and one line in PLANNERS.
"""

from __future__ import annotations

from backstory.pages.indexes import (
    actors_index,
    articles_index,
    claims_index,
    conflicts_index,
    glossary,
    places,
    sources_index,
    timeline,
    topics,
)
from backstory.pages.kinds import (
    actor,
    article,
    backers,
    claim,
    conflict,
    corrections_page,
    home,
    not_found,
    search,
    site_pages,
    source,
    term,
    year_pages,
)

# In the order of the navigation.
PLANNERS = (
    home.PLANNER,
    articles_index.PLANNER,
    article.PLANNER,
    actors_index.PLANNER,
    actor.PLANNER,
    backers.PLANNER,
    year_pages.PLANNER,
    timeline.PLANNER,
    claims_index.PLANNER,
    claim.PLANNER,
    glossary.PLANNER,
    term.PLANNER,
    sources_index.PLANNER,
    search.PLANNER,
    source.PLANNER,
    conflicts_index.PLANNER,
    conflict.PLANNER,
    places.PLANNER,
    topics.PLANNER,
    corrections_page.PLANNER,
    site_pages.PLANNER,
    not_found.PLANNER,
)

__all__ = ["PLANNERS"]
