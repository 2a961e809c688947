"""What the site shows: a view record and a planner for each kind of page.

A new kind of page is one module, one template, and one line in PLANNERS.
"""

from __future__ import annotations

from backstory.diagnostics import Diagnostic
from backstory.model.knowledge import Knowledge
from backstory.model.links import Links
from backstory.model.plan import Plan
from backstory.model.snapshot import Snapshot
from backstory.pages import (
    actor,
    actors,
    article,
    articles,
    backers,
    claim,
    claims_index,
    conflict,
    conflicts,
    corrected,
    custom,
    exports,
    feeds,
    files,
    glossary,
    home,
    notfound,
    places,
    planner,
    redirects,
    robots,
    search,
    sitemap,
    source,
    sources,
    tags,
    term,
    timeline,
    yearly,
)
from backstory.pages.files import asset_routes
from backstory.pages.site import Options

# In the order of the navigation.
PLANNERS = (
    home.PLANNER,
    articles.PLANNER,
    article.PLANNER,
    actors.PLANNER,
    actor.PLANNER,
    backers.PLANNER,
    yearly.PLANNER,
    timeline.PLANNER,
    claims_index.PLANNER,
    claim.PLANNER,
    glossary.PLANNER,
    term.PLANNER,
    sources.PLANNER,
    search.PLANNER,
    source.PLANNER,
    conflicts.PLANNER,
    conflict.PLANNER,
    places.PLANNER,
    tags.PLANNER,
    corrected.PLANNER,
    custom.PLANNER,
    exports.PLANNER,
    notfound.PLANNER,
    feeds.PLANNER,
    robots.PLANNER,
    redirects.PLANNER,
    files.PLANNER,
)


def plan(
    knowledge: Knowledge, links: Links, snapshot: Snapshot, options: Options
) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """Every page, feed, export and copy of a site, and the routes that clash."""
    made, clashes = planner.plan(PLANNERS, knowledge, links, snapshot, options, last=sitemap.made)
    return made, (*clashes, *feeds.missing(options))


__all__ = ["PLANNERS", "Options", "asset_routes", "plan"]
