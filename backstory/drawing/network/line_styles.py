"""The marks of the drawings: a line for the basis, a mark on it for the response, a shape for the side."""

from __future__ import annotations

from backstory.drawing.svg import number, path, tag
from backstory.values.vocabulary import Basis, Response

# The line is what a tie rests on; how it is answered never changes the line.
LINE = {
    Basis.ACKNOWLEDGED: "solid",
    Basis.OFFICIAL: "solid",
    Basis.INDEPENDENT: "long",
    Basis.ONE_SIDE: "short",
    Basis.SINGLE: "short",
}
LINES = ("solid", "long", "short")
MARKED = (Response.DENIED, Response.FRAMING_REJECTED, Response.ASKED)


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
    """The mark of an answer about a point of its line: a bar across it, an open diamond, a ring; nothing for none."""
    if response is Response.DENIED:
        start = (
            f"M{number(x - 6.5)} {number(y - 2)}h13v4h-13z"
            if upright
            else f"M{number(x - 2)} {number(y - 6.5)}h4v13h-4z"
        )
        return f'<path class="rm bar" d="{start}"/>'
    if response is Response.FRAMING_REJECTED:
        return f'<path class="rm" d="M{number(x)} {number(y - 5.5)}l5.5 5.5-5.5 5.5-5.5-5.5z"/>'
    if response is Response.ASKED:
        return f'<circle class="rm" cx="{number(x)}" cy="{number(y)}" r="4"/>'
    return ""
