"""The glossary: terms from A to Z, each with its meaning in a sentence."""

from __future__ import annotations

from typing import Any

from backstory.pages.core import entity_links
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.planner import Planner
from backstory.pages.core.site import NavPoint
from backstory.pages.parts import az_index, cards
from backstory.pages.parts.az_index import Index, IndexEntry
from backstory.records.entity import Entity
from backstory.values.keys import Kind


def entry(page: PageBuilder, term: Entity[Any]) -> IndexEntry:
    """A term in the glossary."""
    return IndexEntry(
        entity_links.ref(page, term.key), cards.also(page, term), sentence=cards.sentence(page, term, "definition")
    )


PLANNER = Planner(
    lambda site: az_index.pages(site, Index(Kind.TERM, "glossary", "terms", entry)),
    nav=(NavPoint("nav.glossary", "glossary/"),),
)
