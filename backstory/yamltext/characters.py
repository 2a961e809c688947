"""Removes, before YAML is parsed, characters that no value may hold and lines that separate documents."""

from __future__ import annotations

import re

from backstory.diagnostics import Diagnostic, report
from backstory.yamltext.stretch import Source

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ue000-\uf8ff"
    "\ufdd0-\ufdef\ufeff\ufffe\uffff\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe-\U000dffff"
    "\U000efffe-\U0010ffff]"
)
_SHOWN = 20
_BORDER = re.compile(r"(?:---|\.\.\.)(?:\s.*)?\Z")
_SIGN_OF_BORDER = re.compile(r"^(?:---|\.\.\.|%)", re.MULTILINE)


def what(character: str) -> str:
    """A forbidden character in words: `U+202E, an override of direction`."""
    return f"U+{ord(character):04X}, {_kind(ord(character))}"


def _kind(code: int) -> str:
    if 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069:
        return "an invisible character that turns the direction of text"
    if 0xE000 <= code <= 0xF8FF or code >= 0xF0000:
        return "a private character that no font or reader agrees on"
    if code in (0x85, 0x2028, 0x2029):
        return "a line break that most programs do not take for one"
    if 0xD800 <= code <= 0xDFFF:
        return "half of a character"
    if code == 0xFEFF:
        return "an invisible mark that belongs to the start of a file only"
    return "a control character" if code < 0xA0 else "a code that is no character"


def cleaned(source: Source) -> tuple[Source, tuple[Diagnostic, ...]]:
    """The source with each forbidden character made a space, and a diagnostic for the first twenty."""
    if not FORBIDDEN.search(source.text):
        return source, ()
    found = []
    for row, line in enumerate(source.lines):
        for hit in FORBIDDEN.finditer(line):
            message = f"this line holds {what(hit[0])}"
            hint = "take it out; it often comes along when text is pasted"
            found.append(report("E116", message, source.span(row, hit.start()), hint=hint))
    lines = tuple(FORBIDDEN.sub(" ", line) for line in source.lines)
    return Source(source.path, source.first, lines), tuple(found[:_SHOWN])


def one_document(source: Source) -> tuple[Source, tuple[Diagnostic, ...]]:
    """The source without the lines that begin or end a YAML document, and a diagnostic for each inside it."""
    if not _SIGN_OF_BORDER.search(source.text):
        return source, ()
    rows = [row for row in range(len(source.lines)) if source.significant(row)]
    borders = [row for row in rows if _BORDER.match(source.lines[row])]
    borders += [row for row in rows[:1] if source.lines[row].startswith("%")]
    found = []
    for row in borders:
        if (row == rows[0] and source.lines[row].rstrip() == "---") or row == rows[-1]:
            continue
        message = f"`{source.lines[row].strip()}` would start or end a YAML document here"
        hint = "take the line out: one file holds one text of keys and values"
        found.append(report("E114", message, source.whole(row), hint=hint))
    for row in borders:
        source = source.with_line(row, "")
    return source, tuple(found)
