"""Rows of tables, each cell as a sentence under its heading. Tables with joined cells are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from backstory.checking.in_prose.linked_sentences import Pointer, Sentence, blocks
from backstory.records.prose import Hole, Markup, Open, Prose, Run

_TAG = re.compile(r"<(/?)(table|tr|td|th)\b([^>]*)>", re.IGNORECASE)
_SPAN = re.compile(r"\b(?:col|row)span\b", re.IGNORECASE)
_EMPTY = Sentence("", ())


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: what stands in it, and the heading of its column, "" for none."""

    heading: str
    words: Sentence


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the headings of a table."""

    cells: tuple[Cell, ...]

    @property
    def pointers(self) -> tuple[Pointer, ...]:
        """The references in its cells, from left to right; their places are those within their cells."""
        return tuple(pointer for cell in self.cells for pointer in cell.words.pointers)


def rows(prose: Prose) -> Iterator[Row]:
    """The rows of a text's tables, from top to bottom."""
    if not any(isinstance(part, Markup) and "<tr" in part.html for part in prose.parts):
        return
    table = _Table(blocks(prose))
    for part in prose.parts:
        if isinstance(part, Markup):
            for close, tag, attributes in _TAG.findall(part.html):
                yield from table.end(tag) if close else table.begin(tag, attributes)
        elif isinstance(part, Run | Hole | Open):
            table.hold(part.block)


class _Table:
    """A table as it is passed: its headings, and the row at hand as numbers of blocks by cell."""

    def __init__(self, texts: Mapping[int, Sentence]) -> None:
        self.texts = texts
        self.depth = 0
        self.readable = True
        self.headings: tuple[str, ...] = ()
        self.cells: list[list[int]] = []
        self.within = False
        self.heads = True

    def begin(self, tag: str, attributes: str) -> Iterator[Row]:
        """An element of the table opens; no row is whole by that."""
        if tag == "table":
            self.depth += 1
            self.readable, self.headings, self.cells = self.depth == 1, (), []
        elif tag == "tr":
            self.cells, self.heads = [], True
        else:
            self.cells.append([])
            self.within = True
            self.heads = self.heads and tag == "th"
            self.readable = self.readable and not _SPAN.search(attributes)
        yield from ()

    def end(self, tag: str) -> Iterator[Row]:
        """An element of the table closes: a row is whole, or stands for the headings."""
        if tag == "table":
            self.depth -= 1
            self.readable = False
        elif tag == "tr" and self.readable and all(len(each) <= 1 for each in self.cells):
            words = [self.texts[each[0]] if each else _EMPTY for each in self.cells]
            if self.heads and not self.headings:
                self.headings = tuple(each.text for each in words)
            elif words:
                headings = (*self.headings, *[""] * len(words))
                yield Row(tuple(Cell(headings[at], each) for at, each in enumerate(words)))
        self.within = self.within and tag not in {"td", "th"}

    def hold(self, block: int) -> None:
        """Words of a block stand here."""
        if self.within and block not in self.cells[-1]:
            self.cells[-1].append(block)
