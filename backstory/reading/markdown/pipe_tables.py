"""Rows of GitHub's tables: cells and alignments. A `|` in `[[id|words]]` parts no cells."""

from __future__ import annotations

import re
from itertools import pairwise

_DELIMITERS = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_PARTS = re.compile(r"\\\||!?\[\[(?:[^\[\]]|\[[^\[\]]*\])*\]\]|\|")


def aligns(line: str) -> tuple[str, ...]:
    """The alignments (`left`, `center`, `right` or "") of a delimiter row; none where the line is no such row."""
    if "|" not in line and ":" not in line:
        return ()
    if not _DELIMITERS.match(line) or line[:2] in {"- ", "-\t"}:
        return ()
    return tuple(_align(line[start:end]) for start, end in cells(line))


def _align(cell: str) -> str:
    left, right = cell.startswith(":"), cell.endswith(":")
    return "center" if left and right else "left" if left else "right" if right else ""


def cells(line: str) -> list[tuple[int, int]]:
    """Where the cells of a row stand, without the spaces around them."""
    end = len(line.rstrip(" \t"))
    start = len(line) - len(line.lstrip(" \t"))
    borders = [found.start() for found in _PARTS.finditer(line, start, end) if found[0] == "|"]
    if borders and borders[0] == start:
        start += 1
        borders.pop(0)
    if borders and borders[-1] == end - 1:
        end -= 1
        borders.pop()
    edges = [start - 1, *borders, end]
    return [_trimmed(line, left + 1, right) for left, right in pairwise(edges)]


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    while start < end and line[start] in " \t":
        start += 1
    while start < end and line[end - 1] in " \t":
        end -= 1
    return start, end
