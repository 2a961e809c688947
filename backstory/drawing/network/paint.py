"""A plan painted: lines below, marks on them, boxes and names above, the whole named for screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from backstory.drawing.network import descriptions
from backstory.drawing.network.boxes import PAD, SIGN, Box, BoxHeading, BoxPlan, mirrored
from backstory.drawing.network.descriptions import NetworkDescription
from backstory.drawing.network.edges import Route, routes
from backstory.drawing.network.graph import Node
from backstory.drawing.network.line_styles import LINE as LINES
from backstory.drawing.network.line_styles import side_shape
from backstory.drawing.picture import PictureFrame, picture
from backstory.drawing.svg import number, path, tag, text, title
from backstory.drawing.text_fitting import link_name, shorten
from backstory.language import wording
from backstory.values.html import Html

_HEADING = 13.0
_BASELINE = 13
_TIP = 'viewBox="0 0 9 8" refX="1" refY="4" markerWidth="9" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"'


def painted(plan: BoxPlan, described: NetworkDescription, frame: PictureFrame, layout: str) -> Html:
    """The plan as finished SVG; mirrored where the page is read from right to left."""
    plan = mirrored(plan) if frame.rtl else plan
    sides = {each.node.id: each.node.side for each in plan.boxes}
    lines = zip(routes(plan.boxes, described.ties), described.sentences, strict=True)
    stem = frame.stem(layout)
    body = "".join(
        (
            _tips(sorted({sides[tie.recipient] for tie in described.ties}), stem),
            *(_divide(*each) for each in plan.divides),
            *(_line(route, said, sides[route.tie.recipient], stem) for route, said in lines),
            *(_heading(each, frame) for each in plan.headings),
            *(_box(each, frame) for each in plan.boxes),
        )
    )
    return picture(frame, layout, plan.width, plan.height, described.description, body)


def text_lines(
    lines: Sequence[str],
    x: float,
    y: float,
    frame: PictureFrame,
    *,
    flush_right: bool,
    step: float = 0,
    node: Node | None = None,
    name: str = "",
) -> str:
    """Lines of text flush with one side of the page, whatever way their own script runs; those of a `node` in its
    language. Each line but the last ends in a space, so that what is read out is words."""
    rtl = node.rtl if node else frame.rtl
    given = f' class="{name}"' if name else ""
    if node and node.lang != frame.lang:
        given += f' lang="{escape(node.lang)}"'
    if rtl:
        given += ' direction="rtl"'
    if flush_right != rtl:
        given += ' text-anchor="end"'
    if name.startswith("hd"):
        given += ' paint-order="stroke"'
    across = number(x)
    shown = text(lines[0])
    for place, line in enumerate(lines[1:], start=1):
        shown += f' <tspan x="{across}" y="{number(y + place * step)}">{text(line)}</tspan>'
    return f'<text x="{across}" y="{number(y)}"{given}>{shown}</text>'


def _tips(sides: Sequence[int], stem: str) -> str:
    """An arrowhead for each colour: heads that inherit their line's colour are not drawn everywhere yet."""
    heads = (
        f'<marker id="{stem}-a{side}" {_TIP}><path class="tip c{side}" d="M0 0 9 4 0 8z"/></marker>' for side in sides
    )
    return tag("defs", {}, *heads) if sides else ""


def _divide(x: float, top: float, bottom: float) -> str:
    return tag("path", {"class": "div", "d": path("M", x, top, "V", bottom)})


def _line(route: Route, said: str, side: int, stem: str) -> str:
    """A tie's line with its mark. What it says is the title of the link, which is its name for screen readers."""
    tie = route.tie
    name = title(said)
    start = f'<g class="edge {LINES[tie.basis]} c{side}">'
    drawn = f'<path d="{route.d}" marker-end="url(#{stem}-a{side})"/>{route.mark}</g>'
    return f'<a href="{escape(tie.href)}">{name}{start}{drawn}</a>' if tie.href else f"{start}{name}{drawn}"


def _heading(heading: BoxHeading, frame: PictureFrame) -> str:
    sign = 15 if heading.side else 0
    right = heading.at_end != frame.rtl
    way = -1 if right else 1
    shown = shorten(heading.words, heading.room - sign, _HEADING, bold=not heading.soft)
    name = f"hd{' soft' if heading.soft else ''} c{heading.side}"
    letters = text_lines([shown], heading.x + way * sign, heading.y, frame, flush_right=right, name=name)
    return side_shape(heading.side, heading.x + way * 5.5, heading.y - 4.5, 10) + letters


def _box(box: Box, frame: PictureFrame) -> str:
    node = box.node
    right = frame.rtl
    way = -1 if right else 1
    edge = (box.right if right else box.x) + way * PAD
    inner = edge + way * (SIGN if node.side else 0)
    first = round(box.middle - box.text_height / 2 + _BASELINE)
    x, y, width, height = number(box.x), number(box.y), number(box.width), number(box.height)
    drawn = (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="5"/>'
        + side_shape(node.side, edge + way * 5.5, first - 5)
        + text_lines(box.name.lines, inner, first, frame, step=box.name_step, flush_right=right, node=node)
    )
    if box.note:
        below = first + box.to_note
        drawn += " " + text_lines(box.note.lines, inner, below, frame, step=box.note_step, flush_right=right, name="nt")
    full = descriptions.of_node(node)
    has_title = full != node.label or box.name.cut or box.full_note
    if node.href:
        seen = [*box.name.lines, *(box.note.lines if box.note else ())]
        name = f' aria-label="{escape(link_name(seen, _named(box)))}"' if has_title else ""
        drawn = f'<a href="{escape(node.href)}"{name}>{drawn}</a>'
    return f'<g class="node c{node.side}">{title(_whole(box, full, frame.lang)) if has_title else ""}{drawn}</g>'


def _whole(box: Box, full: str, lang: str) -> str:
    """An actor's full name, and the note under it where that is cut."""
    return wording.phrase("drawing.semicolon", lang).join(part for part in (full, box.full_note) if part)


def _named(box: Box) -> str:
    """An actor's name, the note under it, and its side, in the order in which they are seen."""
    note = box.full_note or " ".join(box.note.lines if box.note else ())
    seen = " ".join(part for part in (box.node.label, note) if part)
    return f"{seen} ({box.node.side_label})" if box.node.side and box.node.side_label else seen
