"""Where a text stands in its file: from rows and columns, or offsets in a block's lines, to spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from backstory.diagnostics import Span
from backstory.reading.markdown.block_tree import Piece


@dataclass(frozen=True, slots=True)
class Places:
    """A text that begins at `line` and `column` of a file.

    `whole` is set where the file writes the text in another way than it reads (quoted or folded front matter); every
    place is then that span.
    """

    path: str
    line: int
    column: int = 1
    whole: Span | None = None

    def span(self, row: int, column: int, end_row: int, end_column: int) -> Span:
        """The span from one row and column of the text to another; both count from 0."""
        if self.whole is not None:
            return self.whole
        start = column + (self.column if row == 0 else 1)
        end = end_column + (self.column if end_row == 0 else 1)
        return Span(self.path, self.line + row, start, self.line + end_row, end)

    def piece(self, piece: Piece) -> Span:
        """The span of a piece of a line."""
        return self.span(piece.row, piece.column, piece.row, piece.column + max(len(piece.text), 1))

    def file_line(self, row: int) -> int:
        """The line of the file that a row is."""
        return self.whole.line if self.whole is not None else self.line + row


class Passage:
    """The lines of a block as one text, and where each offset in it stands."""

    __slots__ = ("_places", "_starts", "pieces", "text")

    def __init__(self, pieces: Sequence[Piece], places: Places) -> None:
        """The pieces joined by line ends."""
        self.pieces = pieces
        self.text = "\n".join([piece.text for piece in pieces])
        self._places = places
        self._starts = [0, *accumulate(len(piece.text) + 1 for piece in pieces)]

    def span(self, start: int, end: int) -> Span:
        """The span from offset `start` to `end`."""
        number = self._number(start)
        piece, before = self.pieces[number], self._starts[number]
        if end - before <= len(piece.text):
            return self._places.span(piece.row, piece.column + start - before, piece.row, piece.column + end - before)
        last = self._number(end)
        stop = self.pieces[last]
        end_column = stop.column + end - self._starts[last]
        return self._places.span(piece.row, piece.column + start - before, stop.row, end_column)

    def row(self, offset: int) -> int:
        """The row an offset stands in."""
        return self.pieces[self._number(offset)].row

    def _number(self, offset: int) -> int:
        """Which piece an offset stands in."""
        return min(bisect_right(self._starts, offset), len(self.pieces)) - 1
