"""The index of actors: their names in every script, what each is, and a sentence about it."""

from __future__ import annotations

from typing import Any

from backstory.pages.core import entity_links, kind_labels
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import PageText
from backstory.pages.core.planner import Planner
from backstory.pages.core.site import NavPoint
from backstory.pages.parts import az_index, cards
from backstory.pages.parts.az_index import Index, IndexEntry
from backstory.records.entity import Entity
from backstory.values.keys import Kind


def entry(page: PageBuilder, actor: Entity[Any]) -> IndexEntry:
    """An actor in the index."""
    return IndexEntry(
        entity_links.ref(page, actor.key),
        cards.also(page, actor),
        (PageText(kind_labels.kind(actor, page.lang)),),
        sentence=cards.sentence(page, actor, "summary"),
    )


PLANNER = Planner(
    lambda site: az_index.pages(site, Index(Kind.ACTOR, "actors", "actors", entry)),
    nav=(NavPoint("nav.actors", "actors/"),),
)
