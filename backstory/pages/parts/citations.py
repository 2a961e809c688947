"""Citations, which a page shows as numbered notes, and the list of sources that the notes lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape

from backstory.language import wording
from backstory.pages.core import entity_links
from backstory.pages.core.date_views import Moment, moment
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import PageText, say
from backstory.records.knowledge import Source
from backstory.schema.base import SourceUse
from backstory.values.html import Html
from backstory.values.keys import Key, Kind
from backstory.values.record import Record
from backstory.values.vocabulary import Access

HOLE = "\x01"
"""Marks a hole in HTML, on both sides of what is to fill it when the page is complete. No author's text can hold it."""
_LOCATOR = "\x02"


class Citation(Record, frozen=True):
    """A citation: the id of its source, where in the source it points, such as `p. 2`, words before it (`see`), and the
    words of the source.

    When the page is complete, it gets the number of the source on that page, the label for screen readers, and, where
    it is the first citation of the source, an HTML id (see `numbered_citations`). The words then stand in the list.
    """

    source: str
    locator: str = ""
    number: int = 0
    label: str = ""
    id: str = ""
    prefix: str = ""
    words: tuple[PageText, ...] = ()

    @property
    def href(self) -> str:
        """The link to the source's place in the list."""
        return f"#_s{self.number}"


class CitedWords(Record, frozen=True):
    """Words of a source that a record on the page rests on, and where they stand in it."""

    locator: str
    words: PageText


class SourceItem(Record, frozen=True):
    """A source in the list at the end of a page.

    `source_id` is the id that authors use. `source` links to its own page, `url` to the original, `archive` to a copy;
    `relation` and `affiliation` say whose the publisher is; `quotes` are the words of it that the page cites.
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
    quotes: tuple[CitedWords, ...]

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


def of(uses: Iterable[SourceUse], lang: str = "") -> tuple[Citation, ...]:
    """The citations of a record's sources, one for each place in a source; with `lang`, with the words there."""
    found: dict[tuple[str, str], dict[PageText, None]] = {}
    for use in uses:
        words = found.setdefault((use.source.id, use.pages or ""), {})
        if use.quote and lang:
            words.setdefault(say(use.quote, lang))
    return tuple([Citation(source, locator, words=tuple(words)) for (source, locator), words in found.items()])


def html(cited: Iterable[Citation]) -> Html:
    """Citations as HTML for running text, with a hole for each, which `link` fills when the page is complete."""
    written = []
    for each in cited:
        words = f'<span class="see">{escape(each.prefix)}</span> ' if each.prefix else ""
        written.append(f"{words}{HOLE}{each.source}{_LOCATOR}{each.locator}{HOLE}")
    return Html(f'<sup class="fn">{"".join(written)}</sup>')


def in_hole(text: str) -> tuple[str, str]:
    """The source and the locator of the citation that is to fill a hole, given what is between the hole's marks."""
    source, _, locator = text.partition(_LOCATOR)
    return source, locator


@lru_cache(maxsize=1024)
def label(number: int, lang: str) -> str:
    """What screen readers call a citation: `Source 3`."""
    return wording.phrase("ui.source-number", lang, number=number)


@lru_cache(maxsize=4096)
def link(number: int, id_: str, locator: str, lang: str) -> str:
    """A citation as a link, with the number of its source."""
    own_id = f' id="{id_}"' if id_ else ""
    where = f", {escape(locator)}" if locator else ""
    return f'<a href="#_s{number}"{own_id} aria-label="{escape(label(number, lang))}{where}">{number}{where}</a>'


Cited = Mapping[str, Iterable[CitedWords]]
"""The sources that a page cites, in the order of their numbers, each with the words of it that the page cites."""


def listed(page: PageBuilder, cited: Cited) -> tuple[SourceItem, ...]:
    """The list of the sources that a page cites."""
    known = page.site.knowledge.sources
    numbered = ((number, known[each], cited[each]) for number, each in enumerate(cited, start=1) if each in known)
    return tuple(_item(page, *each) for each in numbered)


def _item(page: PageBuilder, number: int, source: Source, quotes: Iterable[CitedWords]) -> SourceItem:
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
        quotes=tuple(quotes),
    )


def publisher(page: PageBuilder, source: Source) -> EntityLink | None:
    """Who published a source, with a link where that is an actor of the site; None where it is not recorded."""
    words = source.fields.publisher
    if words is None:
        return None
    if words.own in page.site.knowledge.actors:
        return entity_links.actor(page, words.own)
    return EntityLink(page.text(words))
