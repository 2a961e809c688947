"""Where a text stands in its file: from rows and columns, or offsets in a block's lines, to spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from backstory.diagnostics import Span
from backstory.reading.markdown.block_tree import Piece
from backstory.values.record import Record


class Places(Record, frozen=True):
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
        self.text = pieces[0].text if len(pieces) == 1 else "\n".join([piece.text for piece in pieces])
        self._places = places
        self._starts: list[int] | None = None

    def span(self, start: int, end: int) -> Span:
        """The span from offset `start` to `end`."""
        piece, before = self._piece(start)
        if end - before <= len(piece.text):
            return self._places.span(piece.row, piece.column + start - before, piece.row, piece.column + end - before)
        stop, until = self._piece(end)
        return self._places.span(piece.row, piece.column + start - before, stop.row, stop.column + end - until)

    def part(self, start: int, end: int) -> Passage:
        """The text from offset `start` to `end`, as a passage of its own."""
        pieces, begins = [], 0
        for piece in self.pieces:
            left, right = max(start - begins, 0), end - begins
            if left <= len(piece.text) and right >= 0:
                pieces.append(Piece(piece.row, piece.column + left, piece.text[left:right]))
            begins += len(piece.text) + 1
        return Passage(pieces, self._places)

    def row(self, offset: int) -> int:
        """The row of the text that an offset stands in."""
        return self._piece(offset)[0].row

    def column(self, words: str, offset: int) -> int:
        """The column of the file at which `words`, read from `offset`, begin.

        0 for blanks, for what reads otherwise and for what begins within a tab that became spaces.
        """
        if not words.strip() or not self.text.startswith(words, offset):
            return 0
        return max(self.span(offset, offset).column, 0)

    def _piece(self, offset: int) -> tuple[Piece, int]:
        """The piece that an offset stands in, and the offset at which that begins."""
        if len(self.pieces) == 1:
            return self.pieces[0], 0
        if self._starts is None:
            self._starts = [0, *accumulate([len(piece.text) + 1 for piece in self.pieces])]
        number = min(bisect_right(self._starts, offset), len(self.pieces)) - 1
        return self.pieces[number], self._starts[number]
