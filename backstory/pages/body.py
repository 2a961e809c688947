"""What a page is built of: blocks of an author's prose, and the parts the site makes, embedded or following."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from backstory.model.html import Html
from backstory.model.keys import Key, Kind
from backstory.model.links import Linked, ToEntity
from backstory.pages import claims, prose
from backstory.pages.camps import SideView
from backstory.pages.claims import ClaimCard
from backstory.pages.events import EventView
from backstory.pages.figures.figure import Figure
from backstory.pages.folio import Folio
from backstory.pages.ledger import Account
from backstory.pages.prose import Embed
from backstory.pages.quotation import curled

NOTHING = Html("")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a page; `kind` says what fills it: `prose`, `claims`, `sides`, `backers`, `timeline`, `map`.

    `level` is that of the headings inside it, `figure` the same as a drawing where there is one.
    """

    kind: str
    html: Html = NOTHING
    claims: tuple[ClaimCard, ...] = ()
    sides: tuple[SideView, ...] = ()
    accounts: tuple[Account, ...] = ()
    events: tuple[EventView, ...] = ()
    figure: Figure | None = None
    level: int = 3

    @property
    def filled(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.html or self.claims or self.sides or self.accounts or self.events or self.figure)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page under a heading of its own."""

    id: str
    title: str
    block: Block


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's contents."""

    id: str
    text: str


Parts = Mapping[str, Callable[[], Block]]


def blocks(folio: Folio, linked: Linked | None, parts: Parts) -> Iterator[Block]:
    """The body's blocks, with `parts` in the place of their embeds.

    They are made as they are asked for, so that citations are numbered in the order of the page. What is embedded
    twice stands once.
    """
    shown: set[Key | str] = set()
    for piece in prose.pieces(folio, linked) if linked else ():
        if isinstance(piece, Html):
            yield Block("prose", piece)
        elif (what := piece.key or piece.name) not in shown:
            shown.add(what)
            yield from _embedded(folio, piece, parts)


def _embedded(folio: Folio, embed: Embed, parts: Parts) -> Iterator[Block]:
    claim = folio.site.knowledge.claims.get(embed.key.id) if embed.key else None
    if embed.key is not None and embed.key.kind is Kind.CLAIM and claim is not None:
        yield Block("claims", claims=(claims.card(folio, claim),), level=embed.level)
    elif embed.name in parts:
        block = parts[embed.name]()
        if block.filled:
            yield replace(block, level=embed.level)


def headings(linked: Linked | None) -> tuple[Heading, ...]:
    """The headings of the second level, for the page's contents."""
    found = linked.prose.headings if linked else ()
    lang = linked.prose.lang if linked else ""
    return tuple(Heading(each.id, curled(each.text, lang)) for each in found if each.level == 2 and each.id)


def named(linked: Linked | None, kind: Kind, *, often: bool = False) -> tuple[str, ...]:
    """The ids of the entities of a kind that a text links, embeds or mentions, in order of the text's own links; with
    `often`, each as many times as it does.
    """
    if linked is None:
        return ()
    keys = [target.key for target in linked.targets if isinstance(target, ToEntity)]
    keys += [mention.key for mention in linked.mentions]
    ids = tuple(key.id for key in keys if key.kind is kind)
    return ids if often else tuple(dict.fromkeys(ids))
