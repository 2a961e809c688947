"""Mistakes that are valid YAML: text cut off at `#`, a dash or colon without its space."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backstory.diagnostics import Diagnostic, Edit, report
from backstory.diagnostics.edits import whole_lines
from backstory.values.located import NOTHING, Fields, Items, Located, Text
from backstory.yamltext import layout
from backstory.yamltext.quoting import CURLY, parts, quoted
from backstory.yamltext.stretch import Source, indent

_CUT = re.compile(r" +#(?=\S)")
_KEY = re.compile(r"\s*[\w-]+:(?: |\Z)")


def remarks(source: Source, value: Located | None) -> list[Diagnostic]:
    """A diagnostic for every such mistake in the value of a source."""
    found: list[Diagnostic] = []
    if value is not None:
        _add_slips(source, value, found)
    return found


def _add_slips(source: Source, value: Located, found: list[Diagnostic]) -> None:
    if isinstance(value, Text):
        if _remarkable(source, value):
            found += _in_text(source, value)
    elif isinstance(value, Fields):
        for key, each in value.items():
            if key.startswith("-"):
                found += _dashed_key(source, value, key)
            _add_slips(source, each, found)
    else:
        found += _bracketed(source, value)
        for each in value:
            _add_slips(source, each, found)


def _remarkable(source: Source, text: Text) -> bool:
    """Whether a text must be checked: most follow a key or hyphen in one line, without signs, and need no check."""
    _, line, column, end_line, _ = text.span
    if end_line != line:
        return True
    if not text.plain:
        return False
    row = source.lines[line - source.first]
    return "#" in row or text[:1] in CURLY or not row[: column - 1].strip()


def _dashed_key(source: Source, fields: Fields, key: str) -> Iterator[Diagnostic]:
    """A key that has swallowed the hyphen of its entry: `-actor: russia`."""
    span = fields.keys_at[key]
    row = span.line - source.first
    dash = layout.GLUED_DASH.match(source.lines[row]) if key.startswith("-") else None
    if dash is not None and len(dash[1]) == span.column - 1:
        yield layout.glued_dash(source, row, len(dash[1])).told(source)


def _in_text(source: Source, text: Text) -> Iterator[Diagnostic]:
    span = text.span
    row = span.line - source.first
    line = source.lines[row]
    if not text.plain:
        if span.end_line > span.line and line[span.column - 1 : span.column] in ("'", '"'):
            yield from _swallowed(source, text)
        return
    last = source.lines[span.end_line - source.first] if span.end_line > span.line else line
    if "#" in last and (cut := _CUT.match(last, span.end_column - 1)):
        yield _cut_off(source, text, cut.start())
    if text[:1] in CURLY and text[-1:] in CURLY[text[:1]] and not any(c.isspace() for c in text):
        message = f"the curly quotes are taken as a part of the text {text}"
        hint = f"type straight quotes, or none: `{text[1:-1]}`"
        yield report("W101", message, span, hint=hint, edits=(Edit(span, text[1:-1]),))
    elif not line[: span.column - 1].strip():
        yield from _glued(source, text)
    elif span.end_line > span.line:
        yield from _stray_dash(source, text)


def _cut_off(source: Source, text: Text, at: int) -> Diagnostic:
    row = text.span.end_line - source.first
    line = source.lines[row]
    message = f"nothing is read from `{line[at:].strip()}` on: a space and `#` start a remark"
    whole = parts(line)
    fixed = f"{line[: whole.at]}{quoted(line[whole.at :])}"
    hint = f"if it belongs to the text: `{fixed.strip()}`; if it is a remark, put a space after `#`"
    edits: tuple[Edit, ...] = (whole_lines(source.whole(row), f"{fixed}\n"),)
    if text.span.end_line > text.span.line:
        hint = "put the whole text in quotes if it belongs there; put a space after `#` if it is a remark"
        edits = ()
    return report("W100", message, source.span(row, at, len(line.rstrip())), hint=hint, edits=edits)


def _glued(source: Source, text: Text) -> Iterator[Diagnostic]:
    """A text at the start of a line that is an entry or a key whose space was forgotten."""
    row = text.span.line - source.first
    line = source.lines[row]
    if dash := layout.GLUED_DASH.match(line):
        yield layout.glued_dash(source, row, len(dash[1])).told(source)
    elif (key := layout.GLUED_KEY.match(line)) and key[3] == ":":
        yield layout.glued_key(source, row).told(source)
    elif (other := layout.no_plain_space(source, row)) is not None:
        yield other.told(source)
    elif text.span.end_line > text.span.line:
        yield from _stray_dash(source, text)


def _stray_dash(source: Source, text: Text) -> Iterator[Diagnostic]:
    """A list entry indented so far that it has become a part of the text above it."""
    first = text.span.line - source.first
    for row in range(first + 1, text.span.end_line - source.first + 1):
        line = source.lines[row]
        if line.lstrip().startswith("- "):
            width = indent(source.lines[first])
            head = parts(source.lines[first])
            message = f"this entry is read as a part of the text above it, `{source.lines[first].strip()}`"
            moved = " " * width + line.strip()
            hint = f"start its hyphen in column {width + 1}, below the one above it: `{moved}`"
            edits: tuple[Edit, ...] = (whole_lines(source.whole(row), f"{moved}\n"),)
            if head.key and not head.lead.strip():
                hint, edits = layout.first_entry(source, first, indent(line))
            yield report("E110", message, source.whole(row), hint=hint, edits=edits)
            return


def _swallowed(source: Source, text: Text) -> Iterator[Diagnostic]:
    """A key on a line that a quote left open above has taken in."""
    row, column = text.span.line - source.first, text.span.column - 1
    head = source.lines[row]
    for each in range(row + 1, text.span.end_line - source.first + 1):
        line = source.lines[each]
        if _KEY.match(line) and indent(line) <= len(parts(head).lead):
            mark = head[column]
            message = f"the quote opened here with `{mark}` is closed only in line {text.span.end_line}"
            hint = f"close it on its own line: `{head.strip()}{mark}`"
            edits = (whole_lines(source.whole(row), f"{head.rstrip()}{mark}\n"),)
            yield report("E103", message, source.span(row, column), hint=hint, edits=edits)
            return


def _bracketed(source: Source, items: Items) -> Iterator[Diagnostic]:
    """`[[lna]]`, the body's way of linking, which YAML takes for a list in a list."""
    inner = items[0] if len(items) == 1 else None
    if isinstance(inner, Items) and inner and all(isinstance(each, Text) for each in inner):
        line = source.lines[items.span.line - source.first]
        if line.startswith("[[", items.span.column - 1):
            names = ", ".join(str(each) for each in inner)
            message = f"`[[{names}]]` makes a link in the body only; above it YAML takes it for a list"
            edits = (Edit(items.span, names),)
            yield report("E117", message, items.span, hint=f"write the id alone: `{names}`", edits=edits)


def without_empty(fields: Fields) -> tuple[Fields, tuple[Diagnostic, ...]]:
    """The fields without those keys that have nothing after their colon, and a note on each.

    The places of these keys stay known.
    """
    found: list[Diagnostic] = []
    return _without_empty(fields, found), tuple(found)


def _without_empty(fields: Fields, found: list[Diagnostic]) -> Fields:
    kept: dict[str, Located] = {}
    for key, value in fields.items():
        if not isinstance(value, Text):
            kept[key] = _deeper(value, found)
        elif value not in NOTHING or not value.plain:
            kept[key] = value
        else:
            what = f"`{value}`, which is nothing," if value else "nothing"
            message = f"`{key}` has {what} after its colon and counts as absent"
            hint = "write its value, or take the line out"
            found.append(report("N100", message, fields.keys_at[key], hint=hint))
    return Fields(kept, fields.span, fields.keys_at)


def _deeper(value: Fields | Items, found: list[Diagnostic]) -> Located:
    if isinstance(value, Fields):
        return _without_empty(value, found)
    if all(isinstance(each, Text) for each in value):
        return value
    return Items((each if isinstance(each, Text) else _deeper(each, found) for each in value), value.span)
