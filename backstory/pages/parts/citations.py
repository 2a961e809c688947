"""Numbered notes: citations in the text, and the list of sources they lead to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from backstory.language import wording
from backstory.pages.core import entity_links
from backstory.pages.core.date_views import Moment, moment
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import PageText
from backstory.records.knowledge import Source
from backstory.schema.base import SourceUse
from backstory.values.html import Html
from backstory.values.keys import Key, Kind
from backstory.values.vocabulary import Access


@dataclass(frozen=True, slots=True)
class Citation:
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
    source: EntityLink
    url: str
    archive: str
    publisher: EntityLink | None
    relation: PageText | None
    affiliation: EntityLink | None
    author: PageText | None
    date: Moment | None
    kind: str
    leaked: bool
    relays: EntityLink | None
    back: str


def cite(page: PageBuilder, source: str, locator: str = "") -> Citation:
    """Cites a source on a page."""
    number, anchor = page.cite(source)
    return Citation(number, locator, anchor, _label(number, page.lang))


@lru_cache(maxsize=1024)
def _label(number: int, lang: str) -> str:
    return wording.phrase("ui.source-number", lang, number=number)


def cite_all(page: PageBuilder, uses: Iterable[SourceUse]) -> tuple[Citation, ...]:
    """Cites each source of a record once."""
    found: dict[str, str] = {}
    for use in uses:
        found.setdefault(use.source.id, use.pages or "")
    return tuple([cite(page, source, locator) for source, locator in found.items()])


def mark(cited: Iterable[Citation]) -> Html:
    """The notes of one citation as HTML, for running text."""
    links = [_link(each.number, each.locator, each.id, each.label) for each in cited]
    return Html(f'<sup class="fn">{"".join(links)}</sup>')


@lru_cache(maxsize=4096)
def _link(number: int, locator: str, anchor: str, label: str) -> str:
    id_ = f' id="{anchor}"' if anchor else ""
    where = f", {escape(locator)}" if locator else ""
    return f'<a href="#_s{number}"{id_} aria-label="{escape(label)}{where}">{number}{where}</a>'


def listed(page: PageBuilder) -> tuple[SourceItem, ...]:
    """The sources cited on the page, in order of their numbers."""
    sources = page.site.knowledge.sources
    return tuple(
        _item(page, number, sources[source]) for number, source in enumerate(page.cited, start=1) if source in sources
    )


def _item(page: PageBuilder, number: int, source: Source) -> SourceItem:
    fields = source.fields
    whose = fields.affiliation
    return SourceItem(
        number=number,
        id=f"_s{number}",
        source=entity_links.ref(page, source.key),
        url=fields.url or "",
        archive=fields.archive_url or "",
        publisher=publisher(page, source),
        relation=page.text(whose.relation) if whose else None,
        affiliation=entity_links.actor(page, whose.actor.id) if whose else None,
        author=page.text(fields.author) if fields.author else None,
        date=moment(fields.date, page.lang) if fields.date else None,
        kind=wording.phrase(f"source-kind.{fields.kind.value}", page.lang) if fields.kind else "",
        leaked=fields.access is Access.LEAKED,
        relays=entity_links.ref(page, Key(Kind.SOURCE, fields.relays.id)) if fields.relays else None,
        back=f"_c{number}",
    )


def publisher(page: PageBuilder, source: Source) -> EntityLink | None:
    """Who published a source, with a link where they are an actor of the site."""
    words = source.fields.publisher
    if words is None:
        return None
    if words.own in page.site.knowledge.actors:
        return entity_links.actor(page, words.own)
    return EntityLink(page.text(words))
