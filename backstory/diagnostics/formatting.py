"""Diagnostics as people and machines read them: text with an excerpt, JSON lines, GitHub annotations."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from backstory.diagnostics.diagnostic import Diagnostic, Edit, Severity, Span

Lines = Callable[[str], Sequence[str]]
"""The lines of a file of the site, by its path; none where the file cannot be shown."""

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_WIDEST = 110
# How hints call the command; it is shown as the author called it.
_COMMAND = "python3 build.py"
_HIDDEN = {"Cc", "Cf", "Co", "Cs"}
_JOINERS = "\u200c\u200d\u200e\u200f"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How text is shown: whether in colours, and the name of the command in hints."""

    colour: bool = False
    command: str = _COMMAND


def text(found: Iterable[Diagnostic], lines: Lines, look: TextStyle) -> str:
    """The diagnostics for a terminal, or for the panel in the browser."""
    told: set[str] = set()
    shown = []
    lines = cache(lines)
    for each in found:
        more = "" if each.code in told else f"more: {look.command} explain {each.code}"
        told.add(each.code)
        shown.append(_one(each, lines, look, more))
    return "\n".join(shown)


def jsonl(found: Iterable[Diagnostic]) -> str:
    """One JSON object a line; columns count code points from 1, ends are exclusive.

    Where the way out is known to the letter, `edits` has it: each writes `text` in place of a stretch of a file, or
    gives a file another path, `rename` to `to`.
    """
    return "".join(json.dumps(_plain(each), ensure_ascii=False) + "\n" for each in found)


def github(found: Iterable[Diagnostic], folder: str) -> str:
    """GitHub's workflow commands, which put each diagnostic on its line of a pull request.

    `folder` is the site's folder relative to the git root, "" for the root itself.
    """
    return "".join(_annotation(each, folder) + "\n" for each in found)


def counted(found: Sequence[Diagnostic], files: int) -> str:
    """`2 errors, 1 warning in 38 files`."""
    return f"{tally(found) or 'no errors'} in {_many(files, 'file')}"


def tally(found: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning`; "" where nothing was found."""
    count = Counter(each.severity for each in found)
    return ", ".join(_many(count[each], each.value) for each in Severity if count[each])


def by_file(found: Sequence[Diagnostic]) -> str:
    """A line a file with what was found in it, for runs that find a lot."""
    files: dict[str, list[Diagnostic]] = {}
    for each in found:
        files.setdefault(each.span.path, []).append(each)
    width = max((len(path) for path in files), default=0)
    return "\n".join(f"  {path:{width}}  {tally(some)}" for path, some in files.items())


def _one(each: Diagnostic, lines: Lines, look: TextStyle, more: str) -> str:
    span = each.span
    head = f"{span.path}:{span.line}:{span.column}  {each.severity} {each.code}  {visible(each.message)}"
    if look.colour:
        mark = f"\x1b[1;{_COLOURS[each.severity]}m{each.severity} {each.code}\x1b[0m"
        head = f"\x1b[1m{span.path}:{span.line}:{span.column}\x1b[0m  {mark}  {visible(each.message)}"
    parts = [head, *_excerpt(each, lines(span.path))]
    parts += [f"  also: {place(other.span)}  {visible(other.message)}" for other in each.related]
    hint, _, block = each.hint.replace(_COMMAND, look.command).partition("\n")
    tail = " · ".join(part for part in (visible(hint), each.link, more) if part)
    parts += [f"  {tail}"] if tail and not block else []
    if block:
        parts += [f"  {visible(hint)}", *(f"    {visible(line)}" for line in block.split("\n"))]
        parts += [f"  {more}"] if more else []
    return "\n".join(parts)


def place(span: Span) -> str:
    """`path:line:column`."""
    return f"{span.path}:{span.line}:{span.column}"


def visible(message: str) -> str:
    """The text with control and direction characters as escapes, so that no file can send commands to a terminal."""
    if message.isprintable():
        return message
    return "".join(_written(char) for char in message)


def _written(char: str) -> str:
    if char == "\t":
        return "  "
    hidden = unicodedata.category(char) in _HIDDEN and char not in _JOINERS
    return f"<U+{ord(char):04X}>" if hidden else char


def _excerpt(each: Diagnostic, lines: Sequence[str]) -> list[str]:
    span = each.span
    if not 1 <= span.line <= len(lines):
        return [f"  {visible(each.label)}"] if each.label else []
    gutter = len(str(span.line)) + 3
    shown = []
    if span.line > 1 and lines[span.line - 2].strip():
        shown.append(f"{span.line - 1:>{gutter}} | {_clipped(lines[span.line - 2], 0)[0]}")
    line = lines[span.line - 1]
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1 if span.end_line == span.line else len(line), len(line))
    clipped, before = _clipped(line, start)
    shown.append(f"{span.line:>{gutter}} | {clipped}")
    under = width(visible(line[before:start])) + (1 if before else 0)
    carets = "^" * max(1, min(width(visible(line[start:end])), _WIDEST))
    label = f"  {visible(each.label)}" if each.label else ""
    return [*shown, f"{'':>{gutter}} | {' ' * under}{carets}{label}"]


def _clipped(line: str, column: int) -> tuple[str, int]:
    """The part of a long line around a column, and where it begins."""
    if len(line) <= _WIDEST:
        return visible(line), 0
    begin = max(0, column - _WIDEST // 2)
    part = visible(line[begin : begin + _WIDEST])
    return ("…" if begin else "") + part + ("…" if begin + _WIDEST < len(line) else ""), begin


def width(shown: str) -> int:
    """How many terminal cells a text takes: wide letters two, combining marks none."""
    if shown.isascii():
        return len(shown)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in shown
    )


def _plain(each: Diagnostic) -> dict[str, object]:
    return {
        "code": each.code,
        "severity": each.severity.value,
        **each.span._asdict(),
        "message": each.message,
        "hint": " ".join(part for part in (each.label, each.hint, each.link) if part),
        **({"edits": [_plain_edit(edit) for edit in each.edits]} if each.edits else {}),
    }


def _plain_edit(edit: Edit) -> dict[str, object]:
    if edit.path:
        return {"rename": edit.span.path, "to": edit.path}
    return {**edit.span._asdict(), "text": edit.text}


def _annotation(each: Diagnostic, folder: str) -> str:
    span = each.span
    kind = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}[each.severity]
    file = f"{folder}/{span.path}" if folder else span.path
    where = [f"file={_property(file)}", f"line={span.line}", f"col={span.column}"]
    if span.end_line == span.line:
        where.append(f"endColumn={span.end_column}")
    where.append(f"title={_property(f'{each.code} {each.label}'.strip())}")
    body = "\n".join(part for part in (each.message, each.hint, each.link) if part)
    return f"::{kind} {','.join(where)}::{_escaped(body)}"


def _escaped(body: str) -> str:
    return body.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _escaped(value).replace(":", "%3A").replace(",", "%2C")


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
