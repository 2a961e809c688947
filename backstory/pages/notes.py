"""Numbered notes: citations in the text, and the list of sources they lead to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from backstory.model import wording
from backstory.model.html import Html
from backstory.model.keys import Key, Kind
from backstory.model.knowledge import Source
from backstory.model.schema.base import SourceUse
from backstory.model.vocabulary import Access
from backstory.pages import refs
from backstory.pages.folio import Folio
from backstory.pages.moments import Moment, moment
from backstory.pages.refs import Ref
from backstory.pages.text import Text


@dataclass(frozen=True, slots=True)
class Note:
    """A citation: the source's number on this page, where in the source, and the citation's own id (may be empty)."""

    number: int
    locator: str
    id: str
    label: str

    @property
    def href(self) -> str:
        """The link to the source's place in the list."""
        return f"#_s{self.number}"


@dataclass(frozen=True, slots=True)
class SourceItem:
    """A source in the list at a page's end.

    `source` leads to its own page, `url` to the thing itself, `archive` to a kept copy; `affiliation` says whose its
    publisher is, by a relation to an actor; `back` is the id of its first citation.
    """

    number: int
    id: str
    source: Ref
    url: str
    archive: str
    publisher: Ref | None
    relation: Text | None
    affiliation: Ref | None
    author: Text | None
    date: Moment | None
    kind: str
    leaked: bool
    relays: Ref | None
    back: str


def cite(folio: Folio, source: str, locator: str = "") -> Note:
    """Cites a source on a page."""
    number, anchor = folio.cite(source)
    return Note(number, locator, anchor, _label(number, folio.lang))


@lru_cache(maxsize=1024)
def _label(number: int, lang: str) -> str:
    return wording.phrase("ui.source-number", lang, number=number)


def cite_all(folio: Folio, uses: Iterable[SourceUse]) -> tuple[Note, ...]:
    """Cites each source of a record once."""
    found: dict[str, str] = {}
    for use in uses:
        found.setdefault(use.source.id, use.pages or "")
    return tuple([cite(folio, source, locator) for source, locator in found.items()])


def mark(cited: Iterable[Note]) -> Html:
    """The notes of one citation as HTML, for running text."""
    links = [_link(each.number, each.locator, each.id, each.label) for each in cited]
    return Html(f'<sup class="fn">{"".join(links)}</sup>')


@lru_cache(maxsize=4096)
def _link(number: int, locator: str, anchor: str, label: str) -> str:
    id_ = f' id="{anchor}"' if anchor else ""
    where = f", {escape(locator)}" if locator else ""
    return f'<a href="#_s{number}"{id_} aria-label="{escape(label)}{where}">{number}{where}</a>'


def listed(folio: Folio) -> tuple[SourceItem, ...]:
    """The sources cited on the page, in order of their numbers."""
    sources = folio.site.knowledge.sources
    return tuple(
        _item(folio, number, sources[source]) for number, source in enumerate(folio.cited, start=1) if source in sources
    )


def _item(folio: Folio, number: int, source: Source) -> SourceItem:
    fields = source.fields
    whose = fields.affiliation
    return SourceItem(
        number=number,
        id=f"_s{number}",
        source=refs.ref(folio, source.key),
        url=fields.url or "",
        archive=fields.archive_url or "",
        publisher=publisher(folio, source),
        relation=folio.text(whose.relation) if whose else None,
        affiliation=refs.actor(folio, whose.actor.id) if whose else None,
        author=folio.text(fields.author) if fields.author else None,
        date=moment(fields.date, folio.lang) if fields.date else None,
        kind=wording.phrase(f"source-kind.{fields.kind.value}", folio.lang) if fields.kind else "",
        leaked=fields.access is Access.LEAKED,
        relays=refs.ref(folio, Key(Kind.SOURCE, fields.relays.id)) if fields.relays else None,
        back=f"_c{number}",
    )


def publisher(folio: Folio, source: Source) -> Ref | None:
    """Who published a source, with a link where they are an actor of the site."""
    words = source.fields.publisher
    if words is None:
        return None
    if words.own in folio.site.knowledge.actors:
        return refs.actor(folio, words.own)
    return Ref(folio.text(words))
