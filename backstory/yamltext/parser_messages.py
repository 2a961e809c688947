"""Explains the parser's errors to an author: the place, the cause in plain words, and the line to type instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import yaml

from backstory.diagnostics import report
from backstory.diagnostics.edits import whole_lines
from backstory.yamltext import layout
from backstory.yamltext.mistake import Mistake
from backstory.yamltext.quoting import CURLY, parts, quoted, reserved, shown, unsigned, with_value_quoted
from backstory.yamltext.stretch import Source


def explain(source: Source, error: yaml.YAMLError) -> Mistake:
    """The mistake behind a parser's error."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return _unknown(source, 0, 0)
    place = _place(source, error.problem_mark)
    opened = _place(source, error.context_mark) if error.context_mark is not None else place
    if (unseen := layout.unseen_space(source, place[0])) is not None:
        return unseen
    complaint = f"{error.context or ''} / {error.problem or ''}"
    read = next((read for words, read in _READERS if words in complaint), _unreadable)
    return read(_Spot(source, *place, opened))


_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the parser stopped, and where the thing began that it was reading."""

    source: Source
    row: int
    column: int
    opened: _Place

    @property
    def line(self) -> str:
        return self.source.lines[self.row]


def _place(source: Source, mark: yaml.Mark) -> _Place:
    """A mark as row and column; one past the last line belongs to the end of the last line with text."""
    if mark.line < len(source.lines):
        return mark.line, mark.column
    row = max((row for row in range(len(source.lines)) if source.significant(row)), default=0)
    return row, len(source.lines[row])


def _typed(line: str) -> str:
    return f"write `{line.strip()}`" if line.strip() else ""


def _colon(spot: _Spot) -> Mistake:
    """The error of a colon and a space where no key can end."""
    source, row, line = spot.source, spot.row, spot.line
    if (above := layout.line_above(source, row)) is not None and parts(line).at > spot.column:
        return layout.under_a_value(source, above, row)
    whole = parts(line)
    if whole.value[:1] in CURLY:
        fixed = with_value_quoted(line)
        message = "curly quotes do not count as quotes here: the colon after them ends the text"
        span = source.span(row, whole.at, len(line.rstrip()))
        return Mistake(report("E101", message, span, label="straight quotes", hint=_typed(fixed)), row, fixed)
    fixed = with_value_quoted(line)
    message = "this text has a colon in it, which YAML takes for the end of a key"
    hint = f"put quotes around the text: `{fixed.strip()}`"
    return Mistake(report("E101", message, source.span(row, spot.column), label="this colon", hint=hint), row, fixed)


def _open_quote(spot: _Spot) -> Mistake:
    source, (row, column) = spot.source, spot.opened
    line = source.lines[row]
    mark, rest = line[column], line[column + 1 :].rstrip()
    apostrophe = mark == "'" and rest[:1].isdigit()
    fixed = line[:column] + (quoted(mark + rest) if apostrophe else mark + rest + mark)
    message = f"the quote opened here with `{mark}` is never closed"
    return Mistake(report("E103", message, source.span(row, column), hint=_typed(fixed)), row, fixed)


def _after_end(spot: _Spot) -> Mistake:
    """The error of other text where the next key should be."""
    source, row, column, line = spot.source, spot.row, spot.column, spot.line
    before = line[:column].rstrip()
    if not before.strip():
        return layout.wrong_indent(source, row)
    if before[-1] not in "\"']}":
        return _colon(spot) if ": " in line[column:] else _unknown(source, row, column)
    whole = parts(line)
    inside = line[whole.at :].rstrip()
    if before[-1] in "]}":
        return _sign(replace(spot, column=whole.at))
    if (pair := layout.doubled(inside)) is not None:
        inside = pair
    fixed = line[: whole.at] + "'" + inside.replace("'", "''") + "'"
    if inside.startswith("'"):
        fixed = line[: whole.at] + quoted(inside.strip("'"))
    message = f"the quotes end before `{line[column:].strip()}`, and text may not follow them"
    return Mistake(report("E104", message, source.span(row, column), hint=_typed(fixed)), row, fixed)


def _sign(spot: _Spot) -> Mistake:
    """A value that starts with a sign of YAML's own."""
    source, row, column, line = spot.source, spot.row, spot.column, spot.line
    sign = line[column : column + 1]
    if not sign and (opened := _BRACKET.search(line)) is not None:
        return _bracket(replace(spot, opened=(row, opened.start())))
    if sign in ("'", '"', "") or (row, column) < spot.opened:
        return _unknown(source, row, column)
    fixed = with_value_quoted(line, column)
    message = f"a text that starts with {shown(sign)} needs quotes: in YAML that sign has a meaning"
    return Mistake(report("E105", message, source.span(row, column), hint=_typed(fixed)), row, fixed)


def _block_sign(spot: _Spot) -> Mistake:
    row, column = spot.opened
    return _sign(replace(spot, row=row, column=column))


def _reference_sign(spot: _Spot) -> Mistake:
    """`*`, `&` or `!` before what cannot be a name: bold text, mostly."""
    source, (row, column) = spot.source, spot.opened
    line = source.lines[row]
    fixed, hint = unsigned(line, column)
    message = reserved(line[column : column + 1])
    return Mistake(report("E107", message, source.span(row, column), hint=hint), row, fixed)


def _bracket(spot: _Spot) -> Mistake:
    source, (row, column) = spot.source, spot.opened
    line = source.lines[row]
    if (remark := _REMARK.search(line, column)) is not None:
        fixed = line[: remark.start(1)] + quoted(remark[1]) + line[remark.end(1) :]
        message = "`#` starts a remark here, so nothing closes the bracket"
        return Mistake(report("E106", message, source.span(row, remark.start(1)), hint=_typed(fixed)), row, fixed)
    closing = {"[": "]", "{": "}"}.get(line[column : column + 1], "]")
    if closing in line[column:] and line.count(closing) >= line.count(line[column]):
        label = "a comma is missing before this, or it needs quotes"
        span = source.span(spot.row, min(spot.column, len(spot.line)))
        fixed = with_value_quoted(line, column)
        hint = f"as a list: one entry a line, each after `- `; as a text: `{fixed.strip()}`"
        return Mistake(report("E106", "this list in brackets breaks off", span, label=label, hint=hint), row, fixed)
    fixed = line.rstrip().removesuffix(",") + closing
    message = f"the bracket `{line[column]}` opened here is never closed"
    hint = f"{_typed(fixed)}; a text that starts with `{line[column]}` needs quotes"
    return Mistake(report("E106", message, source.span(row, column), hint=hint), row, fixed)


def _no_colon(spot: _Spot) -> Mistake:
    return layout.without_key(spot.source, spot.opened[0])


def _dash(spot: _Spot) -> Mistake:
    """A list where no list can start."""
    source, row, line = spot.source, spot.row, spot.line
    whole = parts(line)
    if not whole.key:
        return layout.wrong_indent(source, row)
    message = f"a list may not start on the line of its key `{whole.name}`"
    head, entry = line[: whole.at].rstrip(), whole.value.strip()
    hint = f"write `{head.strip()}`, and on the next line, two spaces in, `{entry}`"
    edits = (whole_lines(source.whole(row), f"{head}\n{' ' * (len(whole.lead) + 2)}{entry}\n"),)
    span = source.span(row, spot.column, len(line.rstrip()))
    return Mistake(report("E110", message, span, hint=hint, edits=edits), row, head)


def _escape(spot: _Spot) -> Mistake:
    source, row, column, line = spot.source, spot.row, spot.column, spot.line
    column = line.rfind("\\", 0, column + 1) if "\\" in line[: column + 1] else column
    fixed = line.replace("\\", "\\\\") if spot.opened[0] == row else ""
    message = f"in double quotes `{line[column : column + 2]}` is a code, and not one YAML knows"
    hint = f"double the backslash: `{fixed.strip()}`" if fixed else "double the backslash"
    return Mistake(report("E113", message, source.span(row, column, column + 2), hint=hint), row, fixed)


def _outside(spot: _Spot) -> Mistake:
    """A line further left than the first one of its stretch."""
    return layout.wrong_indent(spot.source, spot.row)


def _unreadable(spot: _Spot) -> Mistake:
    return _unknown(spot.source, spot.row, spot.column)


def _unknown(source: Source, row: int, column: int) -> Mistake:
    message = "this line cannot be read as YAML"
    hint = "write a key, a colon, a space and the value; put a text with signs in it between quotes"
    return Mistake(report("E100", message, source.span(row, column), hint=hint), row)


_BRACKET = re.compile(r"[\[{]")
_REMARK = re.compile(r"[\s,](#[^\s,\]}]+)")
_READERS: tuple[tuple[str, Callable[[_Spot], Mistake]], ...] = (
    ("mapping values are not allowed", _colon),
    ("unexpected end of stream", _open_quote),
    ("quoted scalar / found unexpected document indicator", _open_quote),
    ("quoted scalar / found unexpected document separator", _open_quote),
    ("unknown escape", _escape),
    ("Unicode character escape", _escape),
    ("hexdecimal", _escape),
    ("hexadecimal", _escape),
    ("cannot start any token", _sign),
    ("scanning a block scalar", _block_sign),
    ("scanning an alias", _reference_sign),
    ("scanning an anchor", _reference_sign),
    ("tag", _reference_sign),
    ("flow sequence", _bracket),
    ("flow mapping", _bracket),
    ("simple key", _no_colon),
    ("sequence entries are not allowed", _dash),
    ("mapping keys are not allowed", _sign),
    ("node content", _sign),
    ("document start", _outside),
    ("directive", _sign),
    ("block", _after_end),
)
