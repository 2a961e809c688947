"""Some consecutive lines of a file, and the spans of what stands in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from backstory.diagnostics import Span

_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]*")


@dataclass(frozen=True, slots=True)
class Source:
    """Lines of the file at `path`; the first of them is line `first` there, and `above` is what stands over it."""

    path: str
    first: int
    lines: tuple[str, ...]
    above: str = ""

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines) + "\n"

    def part(self, start: int, end: int) -> Source:
        """The lines from row `start` up to `end` (rows count from 0)."""
        above = next((self.lines[row] for row in range(start - 1, -1, -1) if self.significant(row)), self.above)
        return Source(self.path, self.first + start, self.lines[start:end], above)

    def with_line(self, row: int, line: str) -> Source:
        """The same with another text in one row."""
        return replace(self, lines=(*self.lines[:row], line, *self.lines[row + 1 :]))

    def span(self, row: int, start: int, end: int | None = None) -> Span:
        """A span in one row, from column offset `start` to `end` (one character where it is left out)."""
        line = self.first + row
        return Span(self.path, line, start + 1, line, (start + 1 if end is None else end) + 1)

    def whole(self, row: int) -> Span:
        """The text of a row, without the spaces around it."""
        line = self.lines[row]
        return self.span(row, indent(line), max(len(line.rstrip()), indent(line) + 1))

    def significant(self, row: int) -> bool:
        """Whether a row holds more than spaces and a comment."""
        text = self.lines[row].lstrip()
        return bool(text) and not text.startswith("#")


def indent(line: str) -> int:
    """How many characters of white space a line starts with, tabs and typographic spaces among them."""
    found = _SPACES.match(line)
    return found.end() if found else 0
