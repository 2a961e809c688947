"""Finds the one line with wrong indentation or without its hyphen that, corrected, makes the whole text readable."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from backstory.diagnostics import report
from backstory.yamltext import layout
from backstory.yamltext.mistake import Mistake
from backstory.yamltext.quoting import parts
from backstory.yamltext.stretch import Source, indent

_LINES = 400
_BACK = 12
_WIDTHS = 8
_STEP = 2
_DASHES = re.compile(r" *(?:- +)*")


def realigned(source: Source, row: int, slips: Callable[[Source], int | None], *, back: int = _BACK) -> Mistake | None:
    """The mistake of a line at or above `row`, where reading stopped, that alone keeps the text from being read.

    `slips` counts what is still odd in a text, None for one that cannot be read. Of several such lines, `back` of
    which are looked at, it is the one whose correction leaves the fewest, and the most regular indentation.
    """
    if len(source.lines) > _LINES:
        return None
    rows = islice((each for each in range(row, -1, -1) if source.significant(each)), back)
    fits = []
    for each in rows:
        for line in _variants(source, each):
            fixed = source.with_line(each, line)
            if (left := slips(fixed)) is not None:
                fits.append((left, _irregular(fixed), row - each, each, line))
    if not fits:
        return None
    *_, wrong, line = min(fits)
    return _mistake(source, wrong, line)


def _variants(source: Source, row: int) -> Iterator[str]:
    """The line at other places where lines of this text begin, and with the hyphen it may lack."""
    line = source.lines[row]
    text, here = line.lstrip(), indent(line)
    if (glued := layout.GLUED_DASH.match(line)) is not None:
        yield f"{glued[1]}- {glued[2]}"
    elif parts(line).key and not text.startswith("- "):
        below = next((each for each in range(row + 1, len(source.lines)) if source.significant(each)), None)
        if below is not None and indent(source.lines[below]) == here + _STEP:
            yield f"{line[:here]}- {text}"
    elif not text.startswith("- "):
        return
    columns = {column for each in source.lines for column in _columns(each)}
    columns |= {column + _STEP for column in columns}
    nearest = sorted(columns - {here}, key=lambda column: (abs(column - here), column))
    for column in nearest[:_WIDTHS]:
        yield " " * column + text


def _columns(line: str) -> list[int]:
    """Where what a line says begins: at its hyphens, and after each of them."""
    found = _DASHES.match(line)
    if not line.strip() or found is None:
        return []
    dashes = [at for at, char in enumerate(found[0]) if char == "-"]
    return [*dashes, found.end()] if line[found.end() :].strip() else dashes


def _irregular(source: Source) -> int:
    """How many columns the lines of a text are away from an indentation in steps of two."""
    off = 0
    open_: list[int] = [-_STEP]
    for row, line in enumerate(source.lines):
        columns = _columns(line) if source.significant(row) else []
        if not columns:
            continue
        while len(open_) > 1 and open_[-1] > columns[0]:
            open_.pop()
        if open_[-1] != columns[0]:
            off += abs(columns[0] - open_[-1] - _STEP)
            open_.append(columns[0])
        open_ += columns[1:]
    return off


def _mistake(source: Source, row: int, line: str) -> Mistake:
    before = source.lines[row]
    if before.strip() == line.strip():
        column = indent(line) + 1
        message = f"`{layout.short(before)}` starts in column {indent(before) + 1}, out of line with those around it"
        found = report("E110", message, source.whole(row), hint=f"start it in column {column}: `{line}`")
        return Mistake(found, row, line)
    if (glued := layout.GLUED_DASH.match(before)) is not None:
        return layout.glued_dash(source, row, len(glued[1]))
    message = f"`{layout.short(before)}` begins an entry of a list and has no hyphen before it"
    return Mistake(report("E111", message, source.whole(row), hint=f"write `{line.strip()}`"), row, line)
