"""The index of sources: who published each, when, and what kind of source it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from backstory.language import wording
from backstory.pages.core import entity_links
from backstory.pages.core.date_views import moment
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import PageText
from backstory.pages.core.planner import Planner
from backstory.pages.core.site import NavPoint
from backstory.pages.parts import az_index, citations
from backstory.pages.parts.az_index import Index, IndexEntry
from backstory.records.entity import Entity
from backstory.values.keys import Kind
from backstory.values.vocabulary import Access


def entry(page: PageBuilder, source: Entity[Any]) -> IndexEntry:
    """A source in the index."""
    date = source.fields.date
    return IndexEntry(
        entity_links.ref(page, source.key),
        facts=tuple(_facts(page, source)),
        date=moment(date, page.lang) if date else None,
    )


def _facts(page: PageBuilder, source: Entity[Any]) -> Iterator[PageText]:
    fields, lang = source.fields, page.lang
    publisher = citations.publisher(page, source)
    if publisher:
        yield publisher.name
    if fields.kind:
        yield PageText(wording.phrase(f"source-kind.{fields.kind.value}", lang))
    if fields.access is Access.LEAKED:
        yield PageText(wording.phrase("access.leaked", lang))


PLANNER = Planner(
    lambda site: az_index.pages(site, Index(Kind.SOURCE, "sources", "sources", entry)),
    nav=(NavPoint("nav.sources", "sources/"),),
)
