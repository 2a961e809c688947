"""JSON with the places of its values, which the json module does not give, and its mistakes in plain words."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from backstory.diagnostics import Span

# Of numbers with thousands of digits float alone makes no error.
_AS_FLOATS = json.JSONDecoder(parse_int=float)
_AS_TEXT = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
_SPACE = re.compile(r"[ \t\r\n]*")
_NEXT_OBJECT = re.compile(r"\}\s*,\s*(?=\{)")
Steps = tuple[str | int, ...]
Place = tuple[int, int]
"""The offsets where something begins and ends."""


@dataclass(frozen=True, slots=True)
class Break:
    """Where a text stops being JSON, and the way out."""

    message: str
    hint: str
    span: Span


@dataclass(frozen=True, slots=True)
class Member:
    """The value of a key of an object, numbers as they are written, with the places of both."""

    value: Any
    key_span: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Members:
    """An object: the first member of each key, and where the object begins."""

    by_key: Mapping[str, Member]
    head: Span


def parsed(path: str, text: str) -> Any | Break:
    """The value of a JSON text, all numbers as floats."""
    try:
        return _AS_FLOATS.decode(text)
    except json.JSONDecodeError as error:
        message, hint, at = _told(error)
        return Break(message, hint, _Lines(path, text).span(at, min(at + 1, len(text))))
    except RecursionError:
        return Break("the brackets stand too deep in each other here", "export the file again", Span(path))


def spans(path: str, text: str, wanted: Iterable[Steps]) -> Mapping[Steps, Span]:
    """The places of values of a text that is JSON, by the keys and indexes that lead to them.

    Of what is not there it gives the nearest value above.
    """
    wanted = tuple(wanted)
    walk = _Walk(text)
    walk.over(_next(text, 0), (), _tree(wanted))
    lines = _Lines(path, text)
    return {steps: lines.span(*walk.nearest(steps)) for steps in wanted}


def objects(path: str, text: str) -> Iterator[Members | Break]:
    """Each object of a list of objects, as CSL-JSON is; for one that cannot be read a break, and then the next one."""
    lines = _Lines(path, text)
    at = _next(text, 0)
    if text[at : at + 1] != "[":
        hint = "export the library again, as CSL JSON: a list in square brackets"
        yield Break("this file is not a list in CSL-JSON", hint, lines.character(at))
        return
    at = _next(text, at + 1)
    while text[at : at + 1] == "{":
        start = at
        try:
            members, at = _members(lines, at)
            yield Members(members, lines.character(start))
            at = _next(text, at)
            _expect(text, at, ",]")
            at = _next(text, at + 1)
        except (ValueError, RecursionError) as error:
            broken = error.pos if isinstance(error, json.JSONDecodeError) else start
            hint = "see the comma or quote before it, or export the library again"
            yield Break("the JSON breaks off here", hint, lines.character(broken))
            following = _NEXT_OBJECT.search(text, max(broken, start))
            if following is None:
                return
            at = following.end()


_Tree = dict[str | int, "_Tree"]


def _tree(wanted: Iterable[Steps]) -> _Tree:
    top: _Tree = {}
    for steps in wanted:
        here = top
        for step in steps:
            here = here.setdefault(step, {})
    return top


@dataclass(slots=True)
class _Walk:
    """One way through a text; `found` gathers where the values on it begin and end."""

    text: str
    found: dict[Steps, Place] = field(default_factory=dict)

    def over(self, at: int, steps: Steps, tree: _Tree) -> int:
        """The offset after the value at `at`; the values in it are walked over one by one where `tree` leads there."""

        def value(step: str | int, _key: Place, at: int) -> int:
            if step in tree:
                return self.over(at, (*steps, step), tree[step])
            return _AS_FLOATS.raw_decode(self.text, at)[1]

        inside = tree and self.text[at] in "{["
        end = _children(self.text, at, value) if inside else _AS_FLOATS.raw_decode(self.text, at)[1]
        self.found[steps] = at, end
        return end

    def nearest(self, steps: Steps) -> Place:
        """Where a value stands, or the nearest one above it that is there."""
        while steps not in self.found:
            steps = steps[:-1]
        return self.found[steps]


def _members(lines: _Lines, at: int) -> tuple[dict[str, Member], int]:
    """The members of the object at an offset, and the offset after it. Raises ValueError where it is not JSON."""
    members: dict[str, Member] = {}

    def value(key: str | int, place: Place, at: int) -> int:
        said, end = _AS_TEXT.raw_decode(lines.text, at)
        members.setdefault(str(key), Member(said, lines.span(*place), lines.span(at, end)))
        return end

    return members, _children(lines.text, at, value)


def _children(text: str, at: int, value: Callable[[str | int, Place, int], int]) -> int:
    """The offset after the object or list at `at`; a comma too many at its end is let pass.

    `value` is called with each key and its place, or each index, and with the offset of its value; it gives the offset
    after that. Raises JSONDecodeError where the text is not JSON.
    """
    closing = "}" if text[at] == "{" else "]"
    at, index = _next(text, at + 1), 0
    while text[at : at + 1] not in (closing, ""):
        key: str | int = index
        start = end = at
        if closing == "}":
            _expect(text, at, '"')
            key, end = _AS_TEXT.raw_decode(text, at)
            _expect(text, _next(text, end), ":")
            at = _next(text, _next(text, end) + 1)
        at = _next(text, value(key, (start, end), at))
        if text[at : at + 1] != ",":
            break
        at, index = _next(text, at + 1), index + 1
    _expect(text, at, closing)
    return at + 1


def _expect(text: str, at: int, characters: str) -> None:
    """Raises JSONDecodeError where none of the characters stands at the offset."""
    if text[at : at + 1] not in tuple(characters):
        raise json.JSONDecodeError("", text, at)


def _next(text: str, at: int) -> int:
    """The offset of the next character that is no white space."""
    found = _SPACE.match(text, at)
    return found.end() if found else at


class _Lines:
    """A text with the offsets at which its lines begin."""

    def __init__(self, path: str, text: str):
        self.text = text
        self._path = path
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def span(self, start: int, end: int) -> Span:
        """The place between two offsets."""
        return Span(self._path, *self._place(start), *self._place(end))

    def character(self, at: int) -> Span:
        """The place of one character."""
        line, column = self._place(at)
        return Span(self._path, line, column, line, column + 1)

    def _place(self, at: int) -> tuple[int, int]:
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1


def _told(error: json.JSONDecodeError) -> tuple[str, str, int]:
    """Message, way out and offset. Python's versions differ in where they see a comma too many."""
    text, at = error.doc, error.pos
    before = text[:at].rstrip()
    comma = at if text[at : at + 1] == "," else len(before) - 1
    if text[comma : comma + 1] == "," and text[_next(text, comma + 1) :][:1] in ("]", "}"):
        return "after this comma nothing follows", "take the comma out", comma
    if not text[at:].strip():
        return "the file ends before its JSON does", "it was cut off, or a bracket is still open: export it again", at
    for said, message, hint in _MISTAKES:
        if error.msg.startswith(said):
            return message, hint, at
    return "a value is missing here", "write a number, a text in double quotes, or a list in square brackets", at


_MISTAKES = (
    ("Expecting ',' delimiter", "a comma is missing before this", "write a comma between one value and the next"),
    ("Expecting ':' delimiter", "a colon is missing before this", "write a colon between a name and its value"),
    ("Expecting property name", "a name in double quotes is missing here", 'write it like `"type"`'),
    ("Unterminated string", "this quote is never closed", "close it with a double quote"),
    ("Invalid control character", "a line ends inside quotes", "close the quotes before the line ends"),
    ("Invalid \\", "a backslash stands here that means nothing in JSON", "write two of them, or take it out"),
    ("Extra data", "the JSON has ended before this", "take out what follows it"),
)
