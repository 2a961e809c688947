"""JSON with the places of its values, and its mistakes in plain words."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from backstory.diagnostics import Span

# Of numbers with thousands of digits float alone makes no error.
_DECODER = json.JSONDecoder(parse_int=float)
_SPACE = re.compile(r"[ \t\r\n]*")
Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """Where a text stops being JSON, and the way out."""

    message: str
    hint: str
    span: Span


def parsed(path: str, text: str) -> Any | Break:
    """The value of a JSON text, all numbers as floats."""
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        message, hint, at = _told(error)
        return Break(message, hint, _span(path, _starts(text), at, min(at + 1, len(text))))
    except RecursionError:
        return Break("the brackets stand too deep in each other here", "export the file again", Span(path))


def spans(path: str, text: str, wanted: Iterable[Steps]) -> Mapping[Steps, Span]:
    """The places of values of a text that is JSON, by the keys and indexes that lead to them.

    Of what is not there it gives the nearest value above.
    """
    wanted = tuple(wanted)
    walk = _Walk(text)
    walk.over(_next(text, 0), (), _tree(wanted))
    starts = _starts(text)
    return {steps: _span(path, starts, *walk.nearest(steps)) for steps in wanted}


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
    found: dict[Steps, tuple[int, int]] = field(default_factory=dict)

    def over(self, at: int, steps: Steps, tree: _Tree) -> int:
        """The offset after the value at `at`; the values in it are walked over one by one where `tree` leads there."""
        inside = tree and self.text[at] in "{["
        end = self._inside(at, steps, tree) if inside else _DECODER.raw_decode(self.text, at)[1]
        self.found[steps] = at, end
        return end

    def _inside(self, at: int, steps: Steps, tree: _Tree) -> int:
        text = self.text
        closing = "}" if text[at] == "{" else "]"
        step: str | int = -1
        at = _next(text, at + 1)
        while text[at] != closing:
            if isinstance(step, int) and closing == "]":
                step += 1
            else:
                step, at = _DECODER.raw_decode(text, at)
                at = _next(text, _next(text, at) + 1)
            leads = step in tree
            at = self.over(at, (*steps, step), tree[step]) if leads else _DECODER.raw_decode(text, at)[1]
            at = _next(text, at)
            at = _next(text, at + 1) if text[at] == "," else at
        return at + 1

    def nearest(self, steps: Steps) -> tuple[int, int]:
        """Where a value stands, or the nearest one above it that is there."""
        while steps not in self.found:
            steps = steps[:-1]
        return self.found[steps]


def _next(text: str, at: int) -> int:
    """The offset of the next character that is no white space."""
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _starts(text: str) -> Sequence[int]:
    """The offsets at which lines begin."""
    return [0, *(found.end() for found in re.finditer("\n", text))]


def _span(path: str, starts: Sequence[int], start: int, end: int) -> Span:
    lines = bisect_right(starts, start), bisect_right(starts, end)
    return Span(path, lines[0], start - starts[lines[0] - 1] + 1, lines[1], end - starts[lines[1] - 1] + 1)


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
