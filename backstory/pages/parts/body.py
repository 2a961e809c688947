"""The body of a page as blocks: an author's prose, and the parts that the site makes, where they are embedded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.quote_marks import curled
from backstory.pages.parts import claim_rows, prose_html
from backstory.pages.parts.backing_list import TitledList
from backstory.pages.parts.claim_rows import ClaimSummary
from backstory.pages.parts.event_rows import EventView
from backstory.pages.parts.figures.figure import FigureView
from backstory.pages.parts.prose_html import Embed
from backstory.records.links import Linked, ToEmbed
from backstory.values.html import Html
from backstory.values.keys import Key, Kind
from backstory.values.record import Record, replace

NOTHING = Html("")


class BlockKind(StrEnum):
    """What a block shows. The values are the names that authors embed some of them by."""

    PROSE = "prose"
    CLAIMS = "claims"
    BACKERS = "backers"
    TIMELINE = "timeline"
    MAP = "map"


class BodyBlock(Record, frozen=True):
    """A block of a page; `level` is that of the headings inside it, `figure` the map or the drawing of the backings."""

    kind: BlockKind
    html: Html = NOTHING
    claims: tuple[ClaimSummary, ...] = ()
    backings: tuple[TitledList, ...] = ()
    events: tuple[EventView, ...] = ()
    figure: FigureView | None = None
    level: int = 3

    @property
    def filled(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.html or self.claims or self.backings or self.events or self.figure)


class Section(Record, frozen=True):
    """A part of the page with a heading of its own."""

    id: str
    title: str
    block: BodyBlock


class ContentsEntry(Record, frozen=True):
    """An entry of a page's contents."""

    id: str
    text: str


Parts = Mapping[BlockKind, Callable[[], BodyBlock]]


def blocks(page: PageBuilder, linked: Linked | None, parts: Parts, *, above: Key | None = None) -> Iterator[BodyBlock]:
    """The blocks of a text, with `parts` in place of their embeds.

    What is embedded twice is shown once, and what stands `above` the text not again.
    """
    shown: set[Key | str | None] = {above}
    for piece in prose_html.pieces(page, linked) if linked else ():
        if isinstance(piece, Html):
            yield BodyBlock(BlockKind.PROSE, piece)
        elif (what := piece.key or piece.name) not in shown:
            shown.add(what)
            yield from _embedded(page, piece, parts)


def _embedded(page: PageBuilder, embed: Embed, parts: Parts) -> Iterator[BodyBlock]:
    claim = page.site.knowledge.claims.get(embed.key.id) if embed.key else None
    if embed.key is not None and embed.key.kind is Kind.CLAIM and claim is not None:
        yield BodyBlock(BlockKind.CLAIMS, claims=(claim_rows.summary(page, claim),), level=embed.level)
        return
    for kind, part in parts.items():
        if kind.value == embed.name and (block := part()).filled:
            yield replace(block, level=embed.level)


def embedded(linked: Linked | None) -> frozenset[str]:
    """The names of the parts that a text embeds: `backers`, `timeline`, `map`."""
    targets = linked.targets if linked else ()
    return frozenset(each.name for each in targets if isinstance(each, ToEmbed))


def headings(linked: Linked | None) -> tuple[ContentsEntry, ...]:
    """The headings of the second level of a text, for the contents of the page."""
    found = linked.prose.headings if linked else ()
    lang = linked.prose.lang if linked else ""
    return tuple(ContentsEntry(each.id, curled(each.text, lang)) for each in found if each.level == 2 and each.id)
