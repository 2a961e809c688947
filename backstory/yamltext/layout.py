"""Mistakes of layout: wrong indentation, no-break spaces and tabs, lines without a key, colons without a space."""

from __future__ import annotations

import re

from backstory.diagnostics import Edit, Related, Span, report
from backstory.diagnostics.edits import whole_lines
from backstory.yamltext.mistake import Mistake
from backstory.yamltext.quoting import parts
from backstory.yamltext.stretch import Source, indent

GLUED_KEY = re.compile(r"(\s*(?:- +)*)([A-Za-z_][\w-]*)([:：=])(?!//)(\S.*)\Z")
GLUED_DASH = re.compile(r"(\s*)-([^\W\d_].*)\Z")
_WORD = re.compile(r"\s*[A-Za-z_][\w-]*\s*\Z")
_SHORT = frozenset(("date", "kind", "lang", "name", "type"))
_EQUALS = re.compile(r"(\s*)([\w-]+) *= *(.*)\Z")
_NO_BREAK = re.compile("[\u00a0\u2000-\u200b\u202f\u3000]")


def unseen_space(source: Source, row: int) -> Mistake | None:
    """A tab in the indentation, or no plain space after a colon or dash, at or before the row; else None."""
    for each in range(row + 1):
        line = source.lines[each]
        lead = line[: indent(line)]
        if lead.strip(" ") and source.significant(each):
            return _indented_otherwise(source, each, lead)
        if (other := no_plain_space(source, each)) is not None:
            return other
    return None


def no_plain_space(source: Source, row: int) -> Mistake | None:
    """A colon or hyphen followed by an unbreakable or other space, where only a plain one counts."""
    line = source.lines[row]
    if (hit := re.search(f"[:-]{_NO_BREAK.pattern}", line)) is None:
        return None
    fixed = _NO_BREAK.sub(" ", line)
    message = "what looks like a space here is another character (typed with Alt, or pasted)"
    hint = f"type a plain space: `{fixed.strip()}`"
    return Mistake(report("E102", message, source.span(row, hit.start() + 1), hint=hint), row, fixed)


def _indented_otherwise(source: Source, row: int, lead: str) -> Mistake:
    column = len(lead) - len(lead.lstrip(" "))
    name = "a tab" if lead[column] == "\t" else "a space of another kind"
    above = line_above(source, row)
    width = len(lead.replace("\t", "  "))
    if above is not None and "\t" in lead:
        text = parts(source.lines[above])
        base = indent(source.lines[above])
        width = base + 2 if text.key and not text.value else base
    fixed = " " * width + source.lines[row].lstrip()
    message = f"this line is indented with {name}; YAML knows spaces only"
    span = source.span(row, column, len(lead))
    hint = f"use {width} spaces: `{fixed.rstrip()}`" if width else "start the line at the left edge"
    return Mistake(report("E102", message, span, hint=hint), row, fixed)


def line_above(source: Source, row: int) -> int | None:
    """The row of the last line before this one that is not empty or a comment; None at the top."""
    return next((each for each in range(row - 1, -1, -1) if source.significant(each)), None)


def under_a_value(source: Source, above: int, row: int) -> Mistake:
    """A key below a line that is no key of its own, or that has its value already."""
    upper = parts(source.lines[above])
    line, lower = source.lines[row], parts(source.lines[row])
    deeper = indent(line) > indent(source.lines[above])
    head = _head(source, above, row)
    if head is None or (not upper.key and (not deeper or GLUED_KEY.match(source.lines[above]))):
        return without_key(source, above)
    if not lower.has_word_for_key:
        return _colon_in_a_paragraph(source, row, head)
    fixed = " " * len(parts(source.lines[head]).lead) + line.strip()
    message = f"`{lower.name}` is indented under `{parts(source.lines[head]).name}`, which has a value already"
    there = Related(source.whole(head), "this line has a value")
    hint = f"start it below the first letter of `{parts(source.lines[head]).name}`: `{fixed}`"
    span = source.span(row, len(lower.lead), len(lower.lead) + len(lower.name))
    return Mistake(report("E110", message, span, hint=hint, related=(there,)), row, fixed)


def _head(source: Source, above: int, row: int) -> int | None:
    """The row of the key that this line is indented under."""
    width = indent(source.lines[row])
    rows = range(above, -1, -1)
    return next((r for r in rows if parts(source.lines[r]).key and indent(source.lines[r]) < width), None)


def _colon_in_a_paragraph(source: Source, row: int, head: int) -> Mistake:
    lower, upper = parts(source.lines[row]), parts(source.lines[head])
    column = len(lower.lead) + len(lower.key.rstrip()) - 1
    message = "this text has a colon in it, which YAML takes for the end of a key"
    hint = f"write `{upper.name}: >-` and put the whole text on the lines below it, two spaces in"
    span = source.span(row, column)
    fixed = source.lines[row][:column] + source.lines[row][column + 1 :]
    return Mistake(report("E101", message, span, label="this colon", hint=hint), row, fixed)


def without_key(source: Source, row: int) -> Mistake:
    """A line that should start with a key and does not."""
    line = source.lines[row]
    if (other := no_plain_space(source, row)) is not None:
        return other
    if line.lstrip().startswith(":"):
        hint = "write the key before the colon, such as `title: `"
        return Mistake(report("E109", "there is no key before this colon", source.whole(row), hint=hint), row)
    if dash := GLUED_DASH.match(line):
        return glued_dash(source, row, len(dash[1]))
    if (entry := _without_hyphen(source, row)) is not None:
        return entry
    fixed = _keyed(line)
    below = next((each for each in source.lines[row + 1 :] if each.strip()), "")
    if not fixed and _WORD.match(line) and indent(below) > indent(line):
        fixed = f"{line.rstrip()}:"
    if fixed and (glued := GLUED_KEY.match(line)) and glued[3] == ":":
        return glued_key(source, row)
    hint, edits = (f"write `{fixed.strip()}`", ()) if fixed else _loose(source, row)
    message = f"`{short(line)}` is no key with a value: there is no colon with a space after it"
    return Mistake(report("E111", message, source.whole(row), hint=hint, edits=edits), row, fixed)


def _loose(source: Source, row: int) -> tuple[str, tuple[Edit, ...]]:
    """The way out for a line of which nothing tells what it should be: it goes on with a text above it, or it goes."""
    line, above = source.lines[row], line_above(source, row)
    upper = parts(source.lines[above] if above is not None else source.above)
    if not upper.key or not upper.value or upper.value[0] in "\"'[{|>&*!":
        return "delete the line, or put a key before it", (whole_lines(source.whole(row)),)
    moved = " " * (len(upper.lead) + 2) + line.strip()
    hint = f"if it goes on with the line above, indent it: `{moved}`; else put a key before it"
    return hint, (whole_lines(source.whole(row), f"{moved}\n"),)


def _without_hyphen(source: Source, row: int) -> Mistake | None:
    """An entry that stands right below the hyphen of another, or in its place, and has none of its own."""
    line, above = source.lines[row], line_above(source, row)
    if (
        above is None
        or parts(line).key
        or parts(source.lines[above]).key
        or indent(source.lines[above]) != indent(line)
    ):
        return None
    if not source.lines[above].lstrip().startswith("- "):
        return None
    fixed = f"{line[: indent(line)]}- {line.strip()}"
    message = f"`{short(line)}` stands in a list and has no hyphen before it"
    return Mistake(report("E111", message, source.whole(row), hint=f"write `{fixed.strip()}`"), row, fixed)


def glued_dash(source: Source, row: int, column: int) -> Mistake:
    """An entry of a list whose hyphen has no space after it."""
    line = source.lines[row]
    fixed = f"{line[: column + 1]} {line[column + 1 :]}"
    message = "there is no space after this hyphen, so it starts no entry of a list"
    hint = f"write `{fixed.strip()}`"
    return Mistake(report("E112", message, source.span(row, column), hint=hint), row, fixed)


def glued_key(source: Source, row: int) -> Mistake:
    """A key whose colon has no space after it; the line is one that GLUED_KEY matches."""
    line = source.lines[row]
    glued = GLUED_KEY.match(line)
    column = glued.end(3) if glued else len(line)
    name = glued[2] if glued else line.strip()
    fixed = f"{line[:column]} {line[column:].strip()}"
    message = f"there is no space after the colon of `{name}`"
    hint = f"write `{fixed.strip()}`"
    return Mistake(report("E112", message, source.span(row, column - 1), hint=hint), row, fixed)


def _keyed(line: str) -> str:
    """The line with the colon and space that its author most likely meant; "" where that is not clear."""
    if glued := GLUED_KEY.match(line):
        return f"{glued[1]}{glued[2]}: {glued[4].strip()}"
    if equals := _EQUALS.match(line):
        return f"{equals[1]}{equals[2]}: {equals[3]}"
    from backstory.schema import every_key

    word, _, rest = line.strip().partition(" ")
    # A short key, such as `for` or `from`, more likely begins a line of a text, but before a number.
    alone = len(word) > len("from") or word in _SHORT or rest[:1].isdigit()
    return f"{line[: indent(line)]}{word}: {rest}" if rest and alone and word in every_key() else ""


def short(line: str) -> str:
    """The line, cut where it is too long for a message."""
    text = line.strip()
    return text if len(text) < 40 else text[:38].rstrip() + "…"


def wrong_indent(source: Source, row: int) -> Mistake:
    """A line whose indentation fits no line above it."""
    line = source.lines[row]
    text = line.strip()
    above = line_above(source, row)
    width = _width(source, row)
    if above is None or width is None or width == indent(line):
        return _misplaced(source, row)
    fixed = " " * width + text
    message = f"`{short(line)}` starts in column {indent(line) + 1}; nothing it could belong to does"
    hint = f"start it in column {width + 1}: `{fixed}`"
    return Mistake(report("E110", message, source.whole(row), hint=hint), row, fixed)


def _width(source: Source, row: int) -> int | None:
    """The nearest indentation above that fits a line of this kind: a list's for a dash, a key's for a key."""
    line = source.lines[row]
    dash = line.lstrip().startswith("- ")
    fits = set()
    for each in range(row):
        upper = source.lines[each]
        if not source.significant(each):
            continue
        if upper.lstrip().startswith("- ") is dash:
            fits.add(indent(upper))
        if not dash and parts(upper).key:
            fits.add(len(parts(upper).lead))
    here = indent(line)
    return min(fits, key=lambda width: (abs(width - here), -width), default=None)


def _misplaced(source: Source, row: int) -> Mistake:
    line = source.lines[row]
    if not line.lstrip().startswith("-"):
        return without_key(source, row)
    above = line_above(source, row)
    upper = parts(source.lines[above]) if above is not None else None
    message = "a list starts here, and no key above it is without a value"
    hint = "write the list's key on the line above, with nothing after its colon"
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()
    if above is not None and upper is not None and upper.value:
        hint, edits = first_entry(source, above, indent(line))
        related = (Related(_value_span(source, above), "this value stands in the way"),)
    return Mistake(report("E110", message, source.whole(row), hint=hint, related=related, edits=edits), row)


def first_entry(source: Source, row: int, width: int) -> tuple[str, tuple[Edit, ...]]:
    """The way out for a list that begins below a key with a value: the value becomes the list's first entry."""
    head = parts(source.lines[row])
    lines = f"{source.lines[row][: head.at].rstrip()}\n{' ' * width}- {head.value}\n"
    hint = f"make `{head.value}` the first entry: write `{head.name}:`, and on the next line `- {head.value}`"
    return hint, (whole_lines(source.whole(row), lines),)


def _value_span(source: Source, row: int) -> Span:
    whole = parts(source.lines[row])
    return source.span(row, whole.at, whole.at + len(whole.value))


def doubled(inside: str) -> str | None:
    """The text of a double-quoted value with quotes of the same kind inside it: `"a "b" c"`; else None."""
    return inside[1:-1] if len(inside) > 1 and inside[0] == inside[-1] == '"' else None
