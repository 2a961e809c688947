"""The index of sources: who published each, when, and what kind of thing it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from backstory.model import wording
from backstory.model.entity import Entity
from backstory.model.keys import Kind
from backstory.model.vocabulary import Access
from backstory.pages import index, notes, refs
from backstory.pages.folio import Folio
from backstory.pages.index import Entry, Index
from backstory.pages.moments import moment
from backstory.pages.planner import Planner
from backstory.pages.site import NavPoint
from backstory.pages.text import Text


def entry(folio: Folio, source: Entity[Any]) -> Entry:
    """A source in the index."""
    date = source.fields.date
    return Entry(
        refs.ref(folio, source.key), facts=tuple(_facts(folio, source)), date=moment(date, folio.lang) if date else None
    )


def _facts(folio: Folio, source: Entity[Any]) -> Iterator[Text]:
    fields, lang = source.fields, folio.lang
    publisher = notes.publisher(folio, source)
    if publisher:
        yield publisher.name
    if fields.kind:
        yield Text(wording.phrase(f"source-kind.{fields.kind.value}", lang))
    if fields.access is Access.LEAKED:
        yield Text(wording.phrase("access.leaked", lang))


PLANNER = Planner(
    lambda site: index.pages(site, Index(Kind.SOURCE, "sources", "sources", entry)),
    nav=(NavPoint("nav.sources", "sources/"),),
)
