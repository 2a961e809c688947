"""The lines that git leaves in a file where two versions could not be merged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backstory.diagnostics import Diagnostic, Related, Span, report

_MARKER = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?:[ \t].*)?\Z")
_FENCE = re.compile(r"(`{3,}|~{3,})(.*)\Z")
_SHOWN = 20
_SAYS = {
    "<": "an unresolved git conflict begins here: a merge was not finished",
    "|": "this line is left of an unresolved git conflict: a merge was not finished",
    ">": "an unresolved git conflict ends here: a merge was not finished",
}
_HINT = (
    "keep one of the two versions, or what is right of both, and take out the lines that begin with "
    "`<<<<<<<`, `|||||||`, `=======` and `>>>>>>>`"
)


def conflicts(text: str, path: str) -> tuple[Diagnostic, ...]:
    """An error for each unresolved conflict of a text; none for what stands in a fence of Markdown, or indented.

    A line `=======` alone underlines a heading: it counts as part of a conflict only.
    """
    if not any(mark * 7 in text for mark in _SAYS):
        return ()
    found: list[list[tuple[str, Span]]] = []
    for mark, span in _markers(text, path):
        inside = bool(found) and found[-1][-1][0] != ">" and found[-1][0][0] == "<"
        if inside and mark != "<":
            found[-1].append((mark, span))
        elif mark != "=":
            found.append([(mark, span)])
    return tuple(_told(each) for each in found[:_SHOWN])


def _markers(text: str, path: str) -> Iterator[tuple[str, Span]]:
    fence = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if path.endswith(".md") and (opens := _FENCE.match(line)):
            fence = _after(fence, opens[1], opens[2])
        elif not fence and (marker := _MARKER.match(line)):
            yield marker[1][0], Span(path, number, 1, number, 8)


def _after(fence: str, marks: str, rest: str) -> str:
    """The fence that is open after a line of marks of one: the one that was open, this one, or none."""
    if not fence:
        return marks if marks[0] == "~" or "`" not in rest else ""
    closes = marks[0] == fence[0] and len(marks) >= len(fence) and not rest.strip()
    return "" if closes else fence


def _told(conflict: list[tuple[str, Span]]) -> Diagnostic:
    (mark, span), *others = conflict
    related = tuple(Related(other, f"`{sign * 7}`") for sign, other in others)
    return report("E040", _SAYS[mark], span, hint=_HINT, related=related)
