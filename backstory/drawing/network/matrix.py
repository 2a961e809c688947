"""The matrix layout, for large networks: a row for each recipient, a column for each backer, a square for a tie."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from backstory.drawing import text_width
from backstory.drawing.network import descriptions
from backstory.drawing.network.clusters import MatrixCell, RecipientGroup, clusters
from backstory.drawing.network.graph import Edge, Node, drawable
from backstory.drawing.network.line_styles import LINE, MARK, hole, side_shape
from backstory.drawing.network.paint import text_lines
from backstory.drawing.picture import PictureFrame, picture
from backstory.drawing.svg import path, tag, text, title
from backstory.drawing.text_fitting import fit, link_name, shorten
from backstory.language import wording
from backstory.values.html import Html
from backstory.values.record import Record, replace

_CELL = 16.0
_ROW = 20.0
_SIZE = 13.0
_HEAD = 26.0
_LINE = 17.0
_INSET = 17.0
_MARK = 5.0
_MOST_TITLES = 400


class Cluster(Record, frozen=True):
    """A part of a matrix, small enough to stand with others or on a page of its own: `actors` are its rows, then its
    columns, `recipients` its rows alone. `draw` gives it in the wide and the narrow layout."""

    label: str
    draw: Callable[[], tuple[Html, Html]]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    ties: int


class _Measures(Record, frozen=True):
    layout: str
    sheet: float
    names: float
    across: float

    @property
    def columns(self) -> int:
        return int((self.sheet - self.names - 6) / _CELL)


_WIDE = _Measures("wide", 680, 196, 120)
_NARROW = _Measures("narrow", 340, 124, 108)


def matrix(nodes: Sequence[Node], ties: Sequence[Edge], frame: PictureFrame) -> tuple[Cluster, ...]:
    """The network as clusters; the same pair's ties are one square, their number in its title.

    Titles on the squares stop where they would outweigh the drawing; the table beside it says the same.
    """
    known, drawn = drawable(tuple(nodes), tuple(ties))
    groups = clusters(known, drawn, frame.lang)
    titled = sum(len(group.cells) for group in groups) <= _MOST_TITLES
    return tuple(_cluster(group, place, frame, titled=titled) for place, group in enumerate(groups))


def _cluster(group: RecipientGroup, place: int, frame: PictureFrame, *, titled: bool) -> Cluster:
    actors = tuple(node.id for node in (*group.rows, *group.columns))
    drawn = partial(_drawn, group, place, frame, titled=titled)
    return Cluster(
        group.label, lambda: (drawn(_WIDE), drawn(_NARROW)), actors, tuple(node.id for node in group.rows), group.ties
    )


def _drawn(group: RecipientGroup, place: int, frame: PictureFrame, measures: _Measures, *, titled: bool) -> Html:
    name = fit(group.label, measures.sheet - _INSET, 13, most=3, bold=True)
    parts = [_name(name.lines, group.side, frame, measures)]
    top = _HEAD + (len(name.lines) - 1) * _LINE
    for start in range(0, len(group.columns), measures.columns):
        columns = group.columns[start : start + measures.columns]
        rows = [row for row in group.rows if any((column.id, row.id) in group.cells for column in columns)]
        head = max(text_width.width(_across(column, measures), _SIZE) for column in columns) + 8
        parts.append(_panel(group, rows, columns, top + head, frame, measures, titled=titled))
        top += head + len(rows) * _ROW + 18
    part = replace(frame, title=f"{frame.title}: {group.label}", prefix=f"{frame.prefix}-{place}")
    return picture(part, measures.layout, measures.sheet, top - 10, _description(group, frame.lang), "".join(parts))


def _description(group: RecipientGroup, lang: str) -> str:
    recipients = wording.plural("count.actors", len(group.rows), lang)
    backers = wording.plural("count.backers", len(group.columns), lang)
    return wording.phrase("drawing.matrix", lang, recipients=recipients, backers=backers)


def _name(lines: Sequence[str], side: int, frame: PictureFrame, measures: _Measures) -> str:
    x, way = (measures.sheet, -1) if frame.rtl else (0, 1)
    inset = _INSET if side else 2
    letters = text_lines(lines, x + way * inset, 14, frame, step=_LINE, flush_right=frame.rtl, name=f"hd c{side}")
    return side_shape(side, x + way * 7.5, 9.5, 10) + letters


def _panel(
    group: RecipientGroup,
    rows: Sequence[Node],
    columns: Sequence[Node],
    top: float,
    frame: PictureFrame,
    measures: _Measures,
    *,
    titled: bool,
) -> str:
    def at(column: float) -> float:
        x = measures.names + (column + 0.5) * _CELL
        return measures.sheet - x if frame.rtl else x

    heads = "".join(_column(node, at(place), top - 6, frame, measures) for place, node in enumerate(columns))
    names = "".join(_row(node, top + place * _ROW, frame, measures) for place, node in enumerate(rows))
    ends = sorted((at(-0.5), at(len(columns) - 0.5)))
    grid = "".join(path("M", ends[0], top + place * _ROW, "H", ends[1]) for place in range(len(rows) + 1))
    placed = [
        (group.cells[column.id, row.id], at(x), top + (y + 0.5) * _ROW)
        for y, row in enumerate(rows)
        for x, column in enumerate(columns)
        if (column.id, row.id) in group.cells
    ]
    squares = _titled_squares(placed, group.side, frame.lang) if titled else _merged_squares(placed, group.side)
    return tag("path", {"class": "div", "d": grid}) + heads + names + squares


def _across(node: Node, measures: _Measures) -> str:
    return shorten(node.label, measures.across, _SIZE)


def _column(node: Node, x: float, bottom: float, frame: PictureFrame, measures: _Measures) -> str:
    """A backer's name, read upwards."""
    shown = _across(node, measures)
    letters = tag(
        "text",
        {
            "lang": node.lang if node.lang != frame.lang else None,
            "direction": "rtl" if node.rtl else None,
            "text-anchor": "end" if node.rtl else None,
            "transform": f"translate({path(x + 4.5, bottom)})rotate(-90)",
        },
        text(shown),
    )
    return _linked(letters, shown, node)


def _row(node: Node, top: float, frame: PictureFrame, measures: _Measures) -> str:
    shown = shorten(node.label, measures.names - 10, _SIZE)
    x = measures.sheet - measures.names + 8 if frame.rtl else measures.names - 8
    letters = text_lines([shown], x, top + _ROW / 2 + 4.5, frame, flush_right=not frame.rtl, node=node)
    return _linked(letters, shown, node)


def _linked(letters: str, shown: str, node: Node) -> str:
    full = "" if shown == node.label else node.label
    name = link_name([shown], full) if full else None
    drawn = tag("a", {"href": node.href, "aria-label": name}, letters) if node.href else letters
    return tag("g", {}, title(full), drawn) if full else drawn


def _titled_squares(placed: Sequence[tuple[MatrixCell, float, float]], side: int, lang: str) -> str:
    return "".join(
        tag(
            "path",
            {"class": f"cell {LINE[cell.basis]} c{side}", "d": _square(x, y, LINE[cell.basis]) + _response(cell, x, y)},
            title(_sentence(cell, lang)),
        )
        for cell, x, y in placed
    )


def _merged_squares(placed: Sequence[tuple[MatrixCell, float, float]], side: int) -> str:
    """All squares of one line as one path: a square then costs a dozen bytes."""
    drawn: dict[str, list[str]] = {}
    for cell, x, y in placed:
        line = LINE[cell.basis]
        drawn.setdefault(line, []).append(_square(x, y, line) + _response(cell, x, y))
    return "".join(tag("path", {"class": f"cell {line} c{side}", "d": "".join(drawn[line])}) for line in sorted(drawn))


def _square(x: float, y: float, line: str) -> str:
    """A square: full for a solid line, with a hole for dashes, empty for dots."""
    box = path("M", x - _MARK, y - _MARK, "h", 2 * _MARK, "v", 2 * _MARK, "h", -2 * _MARK, "z")
    return box + hole(line)


def _response(cell: MatrixCell, x: float, y: float) -> str:
    """The answer beside its square: a bar, a diamond, a square or a ring, as on the lines."""
    right = x + _MARK + 1
    mark = MARK[cell.response]
    if mark == "denied":
        return path("M", right + 1, y - 8, "v", 16)
    if mark == "framing-rejected":
        return path("M", right + 1, y - 8, "l", 2.5, 2.5, -2.5, 2.5, -2.5, -2.5, "z")
    if mark == "answered":
        return path("M", right, y - 7, "h", 4, "v", 4, "h", -4, "z")
    if mark == "asked":
        return path("M", right - 1, y - 6, "a", 2, 2, 0, 1, 0, 4, 0, "a", 2, 2, 0, 1, 0, -4, 0)
    return ""


def _sentence(cell: MatrixCell, lang: str) -> str:
    tie = Edge(cell.backer.id, cell.recipient.id, cell.basis, cell.response)
    said = descriptions.of_tie(tie, cell.backer.label, cell.recipient.label, lang)
    return said if cell.count == 1 else f"{said} · {wording.plural('drawing.records', cell.count, lang)}"
