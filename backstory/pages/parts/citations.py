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

HOLE = "\x01"
"""Stands in HTML on both sides of what only the whole page can tell; no author's text can hold it."""
_LOCATOR = "\x02"


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation: its source's id, and where in the source it points.

    The finished page gives it the source's number there, that number in words, and an id, which only the first
    citation of a source has (see `numbered_citations`).
    """

    source: str
    locator: str = ""
    number: int = 0
    label: str = ""
    id: str = ""

    @property
    def href(self) -> str:
        """The link to the source's place in the list."""
        return f"#_s{self.number}"


@dataclass(frozen=True, slots=True)
class SourceItem:
    """A source in the list at a page's end.

    `source_id` is the author's id of it; `source` leads to its own page, `url` to the thing itself, `archive` to a
    kept copy; `affiliation` says whose its publisher is, by a relation to an actor.
    """

    number: int
    source_id: str
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

    @property
    def id(self) -> str:
        """The id of its place in the list."""
        return f"_s{self.number}"

    @property
    def back(self) -> str:
        """The id of its first citation."""
        return first_id(self.number)


def first_id(number: int) -> str:
    """The id of the first citation of the source with this number."""
    return f"_c{number}"


def of(uses: Iterable[SourceUse]) -> tuple[Citation, ...]:
    """The citations of a record's sources, one for each source."""
    found: dict[str, str] = {}
    for use in uses:
        found.setdefault(use.source.id, use.pages or "")
    return tuple([Citation(source, locator) for source, locator in found.items()])


def html(cited: Iterable[Citation]) -> Html:
    """Citations as HTML for running text, with a hole for each: the page's end fills them in, by `link`."""
    holes = "".join([f"{HOLE}{each.source}{_LOCATOR}{each.locator}{HOLE}" for each in cited])
    return Html(f'<sup class="fn">{holes}</sup>')


def in_hole(text: str) -> Citation:
    """The citation that a hole stands for."""
    source, _, locator = text.partition(_LOCATOR)
    return Citation(source, locator)


@lru_cache(maxsize=1024)
def label(number: int, lang: str) -> str:
    """What a citation is called for those who hear the page: `Source 3`."""
    return wording.phrase("ui.source-number", lang, number=number)


def link(cited: Citation) -> str:
    """A numbered citation as a link."""
    return _link(cited.number, cited.locator, cited.id, cited.label)


@lru_cache(maxsize=4096)
def _link(number: int, locator: str, anchor: str, label: str) -> str:
    id_ = f' id="{anchor}"' if anchor else ""
    where = f", {escape(locator)}" if locator else ""
    return f'<a href="#_s{number}"{id_} aria-label="{escape(label)}{where}">{number}{where}</a>'


def listed(page: PageBuilder, cited: Iterable[str]) -> tuple[SourceItem, ...]:
    """The list of the sources cited on a page, given by their ids in the order of their numbers."""
    sources = page.site.knowledge.sources
    return tuple(_item(page, number, sources[each]) for number, each in enumerate(cited, start=1) if each in sources)


def _item(page: PageBuilder, number: int, source: Source) -> SourceItem:
    fields = source.fields
    whose = fields.affiliation
    return SourceItem(
        number=number,
        source_id=source.id,
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
    )


def publisher(page: PageBuilder, source: Source) -> EntityLink | None:
    """Who published a source, with a link where they are an actor of the site."""
    words = source.fields.publisher
    if words is None:
        return None
    if words.own in page.site.knowledge.actors:
        return entity_links.actor(page, words.own)
    return EntityLink(page.text(words))
