"""Link definitions (`[label]: address "title"`), and the addresses and titles of links."""

from __future__ import annotations

import html
import re
from typing import NamedTuple


class Definition(NamedTuple):
    """A link definition; `line` is its line in its paragraph, `row` and `column` where the definition begins."""

    label: str
    shown: str
    target: str
    title: str
    line: int
    row: int = 0
    column: int = 0


class Address(NamedTuple):
    """The address and title of a link, with where they stand in the text."""

    target: str
    title: str
    start: int
    stop: int
    end: int


_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){1,999})\]", re.DOTALL)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_POINTED = re.compile(r"<((?:[^<>\n\\]|\\.)*)>")
_TITLE = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_SPACE = re.compile(r"[ \t]*\n?[ \t]*")
_LINE_END = re.compile(r"[ \t]*(?:\n|$)")
_BLANK = re.compile(r"\n[ \t]*\n")
_PLAIN = re.compile(r"[^\\()\x00-\x20\x7f]*")
_DEEPEST = 32


def folded(label: str) -> str:
    """A label as it is compared: without regard to case and white space."""
    return " ".join(label.split()).casefold()


def unescaped(text: str) -> str:
    """Text without its backslashes, its entities read."""
    return _ESCAPE.sub(lambda m: m[1] or html.unescape(m[0]), text) if "\\" in text or "&" in text else text


def label_at(text: str, at: int) -> re.Match[str] | None:
    """The label in brackets that begins at `at`."""
    return _LABEL.match(text, at)


def address_at(text: str, at: int) -> Address | None:
    """What stands in round brackets after a link's text, from the `(` at `at`."""
    space = _SPACE.match(text, at + 1)
    start = space.end() if space else at + 1
    stop = _target_end(text, start)
    if stop is None:
        return None
    end, title = _SPACE.match(text, stop), ""
    after = end.end() if end else stop
    if after > stop and (found := _TITLE.match(text, after)):
        title = unescaped(found[1] or found[2] or found[3] or "")
        last = _SPACE.match(text, found.end())
        after = last.end() if last else found.end()
    if text[after : after + 1] != ")":
        return None
    start, stop, target = _inside(text, start, stop)
    return Address(target, title, start, stop, after + 1)


def taken(lines: list[str]) -> tuple[int, list[Definition]]:
    """How many lines of a paragraph its leading definitions take, and the definitions."""
    text = "\n".join(lines)
    at, found = 0, []
    while (one := _definition(text, at)) is not None:
        label, target, title, end = one
        found.append(Definition(folded(label), label.strip(), target, title, text.count("\n", 0, at)))
        at = end
    used = len(lines) if at >= len(text) else text.count("\n", 0, at)
    return used, found


def _definition(text: str, at: int) -> tuple[str, str, str, int] | None:
    label = _LABEL.match(text, at)
    if not label or not label[1].strip() or label[1].startswith("^") or text[label.end() : label.end() + 1] != ":":
        return None
    start = _after_space(text, label.end() + 1)
    stop = _target_end(text, start)
    if stop is None or stop == start:
        return None
    _, _, target = _inside(text, start, stop)
    after = _after_space(text, stop)
    if after > stop and (found := _TITLE.match(text, after)) and not _BLANK.search(found[0]):
        end = _LINE_END.match(text, found.end())
        if end:
            return label[1], target, unescaped(found[1] or found[2] or found[3] or ""), end.end()
    end = _LINE_END.match(text, stop)
    return (label[1], target, "", end.end()) if end else None


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _target_end(text: str, at: int) -> int | None:
    """Where the address that begins at `at` ends; None where none can stand."""
    if text[at : at + 1] == "<":
        found = _POINTED.match(text, at)
        return found.end() if found else None
    depth, size = 0, len(text)
    while (at := _PLAIN.match(text, at).end()) < size:  # type: ignore[union-attr] # it matches nothing as well
        char = text[at]
        if char == "\\" and at + 1 < size and not text[at + 1].isspace():
            at += 2
            continue
        if char <= " " or char == "\x7f":
            break
        if char == "(":
            depth += 1
            if depth > _DEEPEST:
                return None
        elif char == ")":
            if depth == 0:
                break
            depth -= 1
        at += 1
    return at if depth == 0 else None


def _inside(text: str, start: int, stop: int) -> tuple[int, int, str]:
    if text[start : start + 1] == "<":
        start, stop = start + 1, stop - 1
    return start, stop, unescaped(text[start:stop])
