"""Where the words of a text stand in their lines, for texts in which a rule compares words with what they link.

Python-Markdown keeps no places, so each line of a run is looked for where it must stand: on its own line of the file,
after what was placed before it and before the next reference. What is not found exactly once there has no column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from backstory.reading.markdown.text_spans import Places
from backstory.records.prose import Close, Hole, Open, Part, Prose, Reference, Run
from backstory.values.keys import Kind
from backstory.values.record import replace

_COMPARED = (Kind.EVENT, Kind.CLAIM)
# What reads otherwise than it is written, or disappears without parting two runs.
_REWRITTEN = re.compile(r"[\\&]|<[!?]")
# Stands for what a line of front matter has before the text.
_NOTHING = "\0"


def placed(prose: Prose, text: str, places: Places) -> Prose:
    """The prose with the columns of its runs, where it links an event or a claim; `text` is what it was read from."""
    if places.whole is not None or not any(each.entity(kind) for each in prose.references for kind in _COMPARED):
        return prose
    rows = (_NOTHING * (places.column - 1) + text).split("\n")
    search = _Search(rows, places.line)
    follows = list(_follows(prose.parts, prose.references))
    parts = [search.part(part, prose.references, after) for part, after in zip(prose.parts, follows, strict=True)]
    return replace(prose, parts=tuple(parts))


def _follows(parts: Sequence[Part], references: Sequence[Reference]) -> Iterator[tuple[int, int]]:
    """For each part the line and column at which the next reference, or the rest of the one around it, begins."""
    after = (0, 0)
    backwards = []
    for part in reversed(parts):
        backwards.append(after)
        if isinstance(part, Hole | Open):
            span = references[part.reference].span
            after = (span.line, span.column)
        elif isinstance(part, Close):
            span = references[part.reference].target_span
            after = (span.line, span.column)
    yield from reversed(backwards)


@dataclass(slots=True)
class _Search:
    """A walk through the parts: `at` is the line and column up to which all is placed."""

    rows: Sequence[str]
    line: int
    at: tuple[int, int] = (0, 0)

    def part(self, part: Part, references: Sequence[Reference], after: tuple[int, int]) -> Part:
        """The part with its columns."""
        if isinstance(part, Run):
            return replace(part, columns=tuple(self._columns(part, after)))
        if isinstance(part, Open):
            span = references[part.reference].span
            self.at = (span.line, span.column)
        elif isinstance(part, Hole | Close):
            span = references[part.reference].span
            self.at = (span.end_line, span.end_column)
        return part

    def _columns(self, run: Run, after: tuple[int, int]) -> Iterator[int]:
        for line, words in enumerate(run.text.split("\n"), run.line):
            column = self._column(line, words, after)
            if column:
                self.at = (line, column + len(words))
            yield column

    def _column(self, line: int, words: str, after: tuple[int, int]) -> int:
        """The column of words that stand on a line, 0 where it is not sure."""
        if not words or not 0 <= line - self.line < len(self.rows):
            return 0
        row = self.rows[line - self.line]
        start = self.at[1] - 1 if self.at[0] == line else 0
        end = after[1] - 1 if after[0] == line else len(row)
        if _REWRITTEN.search(row, start, end):
            return 0
        found = [each for each in _occurrences(row, words, start, end) if _whole(row, each, each + len(words))]
        return found[0] + 1 if len(found) == 1 else 0


def _occurrences(row: str, words: str, start: int, end: int) -> Iterator[int]:
    at = row.find(words, start, end)
    while at >= 0:
        yield at
        at = row.find(words, at + 1, end)


def _whole(row: str, start: int, end: int) -> bool:
    """Whether no letter or digit goes on beyond the words: a run ends at markup, a space or an end."""
    before = row[start - 1 : start] if start else ""
    return not (_joined(before, row[start]) or _joined(row[end - 1], row[end : end + 1]))


def _joined(one: str, other: str) -> bool:
    return one.isalnum() and other.isalnum()
