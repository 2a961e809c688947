"""The key to a drawing: a sample and words for every line and mark that stands in it, and for no other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from backstory.drawing.network.graph import Edge, NodeShape
from backstory.drawing.network.line_styles import LINE, LINES, MARK, MARKS, hole, mark_sample
from backstory.drawing.svg import tag, text
from backstory.language import wording
from backstory.values.html import Html
from backstory.values.vocabulary import Response, owned

_WIDTH, _HEIGHT = 36.0, 14.0


def legend(ties: Sequence[Edge], shape: NodeShape, lang: str) -> Html:
    """A list; what has no response on record is said too, for nothing is marked there."""
    used = {tie.basis for tie in ties}
    lines = {LINE[basis] for basis in used}
    there = {MARK[tie.response] for tie in ties}
    marked = tuple(each for each in MARKS if each in there)
    known = tuple(line for line in LINES if line in lines)
    return _key(known, marked, _unmarked(ties), lang, squares=shape is NodeShape.MATRIX)


def _unmarked(ties: Sequence[Edge]) -> str:
    """The phrase for the lines without a mark, "" where no response is missed of any."""
    plain = {owned(tie.basis, tie.response) for tie in ties if tie.response is Response.NONE}
    if False not in plain:
        return ""
    return "drawing.mark-none-or-owned" if True in plain else "drawing.mark-none"


@lru_cache(maxsize=256)
def _key(lines: tuple[str, ...], marked: tuple[str, ...], unmarked: str, lang: str, *, squares: bool) -> Html:
    items = [
        *((_line(line, squares=squares), f"drawing.line-{line}") for line in lines),
        *((_mark(each, squares=squares), f"drawing.mark-{each}") for each in marked),
        *([("", unmarked)] if unmarked else []),
    ]
    entries = (tag("li", {}, sample + text(wording.phrase(key, lang))) for sample, key in items)
    return Html(tag("ul", {"class": "legend"}, *entries))


def _line(line: str, *, squares: bool) -> str:
    if squares:
        inner = hole(line)
        return _sample(tag("path", {"class": f"cell {line} c0", "d": f"M13 2h10v10h-10z{inner}"}))
    return _sample(tag("g", {"class": f"edge {line} c0"}, tag("path", {"d": "M1 7H35"})))


def _mark(mark: str, *, squares: bool) -> str:
    if squares:
        return _sample(tag("g", {"class": "edge solid c0"}, mark_sample(mark, _WIDTH / 2, _HEIGHT / 2)))
    line = tag("path", {"d": "M1 7H35"})
    return _sample(tag("g", {"class": "edge solid c0"}, line, mark_sample(mark, _WIDTH / 2, _HEIGHT / 2)))


def _sample(body: str) -> str:
    return tag(
        "svg",
        {"viewBox": f"0 0 {_WIDTH:.0f} {_HEIGHT:.0f}", "width": _WIDTH, "height": _HEIGHT, "aria-hidden": "true"},
        body,
    )
