"""The state of reading a passage: the pieces found so far, with delimiters and brackets still undecided."""

from __future__ import annotations

from dataclasses import dataclass, field

from backstory.reading.markdown.atoms import Atom
from backstory.reading.markdown.emphasis import DelimiterRun
from backstory.reading.markdown.parse_state import ParseState
from backstory.reading.markdown.text_spans import Passage


class Literal(str):
    """Text that no rule of Markdown looks into again: an escaped character, an entity, a delimiter that stays."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class BareAddress:
    """An address written as plain text: a link, unless it turns out to stand in one."""

    shown: str
    address: str
    start: int

    def __str__(self) -> str:
        return self.shown


@dataclass(slots=True, eq=False)
class LinkEdge:
    """Where the text of a link begins, with the number of its reference, or ends, with none."""

    reference: int | None = None

    def __str__(self) -> str:
        return ""


Piece = str | DelimiterRun | BareAddress | LinkEdge | Atom
"""A part of a passage; as a string, what it reads where no markup can stand."""


def unlinked(piece: Piece) -> Piece:
    """A piece as it stands in the words of a link, where no other link can stand."""
    if isinstance(piece, BareAddress):
        return Literal(piece)
    return Literal() if isinstance(piece, LinkEdge) else piece


@dataclass(slots=True, eq=False)
class OpenBracket:
    """A `[` or `![` that may begin a link: where it stands in the text, its number among pieces, the runs before it."""

    start: int
    end: int
    piece: int
    runs: int
    image: bool
    live: bool = True


@dataclass(slots=True)
class Scan:
    """The reading of one passage, in a table's cell or not; `offsets` says where each piece begins."""

    passage: Passage
    state: ParseState
    cell: bool = False
    pieces: list[Piece] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    runs: list[DelimiterRun] = field(default_factory=list)
    brackets: list[OpenBracket] = field(default_factory=list)
    ticks: dict[int, list[int]] | None = None

    def add(self, piece: Piece, at: int) -> None:
        """Adds a piece that begins at the offset `at`."""
        self.pieces.append(piece)
        self.offsets.append(at)
