"""The marks of the drawings: a line for the basis, a mark on it for the response, a shape for the side."""

from __future__ import annotations

from backstory.drawing.svg import number, path, tag
from backstory.values.vocabulary import Basis, Response

# The line is what a tie rests on; how it is answered never changes the line.
LINE = {
    Basis.ACKNOWLEDGED: "solid",
    Basis.DECLARED: "solid",
    Basis.FOUND: "solid",
    Basis.ASSESSED: "longest",
    Basis.SEPARATE: "long",
    Basis.ONE_SIDE: "short",
    Basis.SINGLE: "short",
}
LINES = ("solid", "longest", "long", "short")
# Answers that are drawn alike: every silence is one mark, and so is whatever else is said.
MARK = {
    Response.DENIED: "denied",
    Response.FRAMING_REJECTED: "framing-rejected",
    Response.EXPLAINED: "answered",
    Response.RESPONDED: "answered",
    Response.NO_COMMENT: "asked",
    Response.DECLINED: "asked",
    Response.NO_ANSWER: "asked",
    Response.NONE: "",
}
MARKS = tuple(mark for mark in dict.fromkeys(MARK.values()) if mark)


def hole(line: str) -> str:
    """What is left open in the square of a table that stands for a line, drawn from the square's corner."""
    if line == "longest":
        return path("m", 3.5, 3.5, "v", 3, "h", 3, "v", -3, "z")
    return path("m", 2.5, 2.5, "v", 5, "h", 5, "v", -5, "z") if line == "long" else ""


def side_shape(side: int, x: float, y: float, size: float = 11) -> str:
    """The shape of a side about a point: disc, triangle, square, diamond; nothing for those on no side."""
    if not side:
        return ""
    half = size / 2
    name = {"class": f"mk c{side}"}
    if side == 1:
        return tag("circle", {**name, "cx": x, "cy": y, "r": half})
    if side == 2:
        return tag("path", {**name, "d": path("M", x, y - half, "l", half + 0.7, size, "h", -size - 1.4, "z")})
    if side == 3:
        return tag(
            "path",
            {**name, "d": path("M", x - half + 0.5, y - half + 0.5, "h", size - 1, "v", size - 1, "h", 1 - size, "z")},
        )
    if side == 4:
        d = path("M", x, y - half - 1, "l", half + 1, half + 1, -half - 1, half + 1, -half - 1, -half - 1, "z")
        return tag("path", {**name, "d": d})
    return ""


def response_mark(response: Response, x: float, y: float, *, upright: bool = False) -> str:
    """The mark of an answer about a point of its line: a bar across it, a diamond, a square, a ring or nothing."""
    return mark_sample(MARK[response], x, y, upright=upright)


def mark_sample(mark: str, x: float, y: float, *, upright: bool = False) -> str:
    """One of `MARKS` about a point."""
    if mark == "denied":
        start = (
            f"M{number(x - 6.5)} {number(y - 2)}h13v4h-13z"
            if upright
            else f"M{number(x - 2)} {number(y - 6.5)}h4v13h-4z"
        )
        return f'<path class="rm bar" d="{start}"/>'
    if mark == "framing-rejected":
        return f'<path class="rm" d="M{number(x)} {number(y - 5.5)}l5.5 5.5-5.5 5.5-5.5-5.5z"/>'
    if mark == "answered":
        return f'<path class="rm" d="M{number(x - 4)} {number(y - 4)}h8v8h-8z"/>'
    if mark == "asked":
        return f'<circle class="rm" cx="{number(x)}" cy="{number(y)}" r="4"/>'
    return ""
