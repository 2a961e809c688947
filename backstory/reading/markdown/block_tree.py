"""The blocks of a Markdown text, each with its lines and their places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from backstory.reading.markdown.definitions import Definition


class Piece(NamedTuple):
    """A line's part that belongs to a block: its row in the text, its column there, and the characters."""

    row: int
    column: int
    text: str


@dataclass(slots=True)
class MarkdownBlock:
    """A block while and after it is read.

    `kind`: document, quote, list, item, note (containers); paragraph, heading, code, html, table, rule, embed.
    `end` is the last row that belongs to it. `indent` is how far an item's content is indented, or a fence.
    """

    kind: str
    row: int
    end: int
    pieces: list[Piece] = field(default_factory=list)
    children: list[MarkdownBlock] = field(default_factory=list)
    indent: int = 0
    level: int = 0
    mark: str = ""
    start: int | None = None
    label: str = ""
    closed: bool = False
    aligns: tuple[str, ...] = ()

    @property
    def loose(self) -> bool:
        """Whether blank lines part a list's items or the blocks of one of them."""
        for number, item in enumerate(self.children):
            after = self.children[number + 1 : number + 2]
            if after and after[0].row - item.end > 1:
                return True
            if any(later.row - earlier.end > 1 for earlier, later in zip(item.children, item.children[1:])):
                return True
        return False


class FootnoteBlock(NamedTuple):
    """The definition of a footnote."""

    label: str
    at: Piece
    block: MarkdownBlock


@dataclass(slots=True)
class Blocks:
    """A text's blocks, and the definitions that stood among them."""

    root: MarkdownBlock
    links: dict[str, Definition]
    repeated: list[Definition]
    notes: list[FootnoteBlock]
    deep: int | None = None
