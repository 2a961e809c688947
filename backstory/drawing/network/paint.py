"""A plan painted: lines below, marks on them, boxes and names above, the whole named for those who hear it."""

from __future__ import annotations

from collections.abc import Sequence

from backstory.drawing.frame import Frame, picture
from backstory.drawing.lettering import shorten, spoken
from backstory.drawing.network import words
from backstory.drawing.network.boxes import LINE, NOTE_LINE, PAD, SIGN, Box, Heading, Plan, mirrored
from backstory.drawing.network.ink import LINE as LINES
from backstory.drawing.network.ink import response_mark, side_shape
from backstory.drawing.network.records import Node, Tie
from backstory.drawing.network.routes import Route, routes
from backstory.drawing.svg import path, tag, text, title
from backstory.model.html import Html
from backstory.model.vocabulary import Response

_HEADING = 13.0


def painted(plan: Plan, ties: Sequence[Tie], frame: Frame, layout: str, description: str) -> Html:
    """The plan as finished SVG; mirrored where the page is read from right to left."""
    plan = mirrored(plan) if frame.rtl else plan
    nodes = {each.node.id: each.node for each in plan.boxes}
    lines = routes(plan.boxes, ties)
    body = "".join(
        (
            _tips(sorted({nodes[tie.recipient].side for tie in ties}), frame.stem(layout)),
            *(_divide(*each) for each in plan.divides),
            *(_line(each, nodes, frame, layout) for each in lines),
            *(_heading(each, frame) for each in plan.headings),
            *(_box(each, frame) for each in plan.boxes),
        )
    )
    return picture(frame, layout, plan.width, plan.height, description, body)


def lettered(
    lines: Sequence[str], x: float, y: float, step: float, *, flush_right: bool, node: Node | Frame, name: str = ""
) -> str:
    """Lines of text flush with one side of the page, whatever way their own script runs."""
    at_end = flush_right != node.rtl
    spans = [text(lines[0])] if len(lines) == 1 else _spans(lines, x, y, step)
    return tag(
        "text",
        {
            "class": name or None,
            "x": x,
            "y": y,
            "lang": node.lang if isinstance(node, Node) else None,
            "direction": "rtl" if node.rtl else None,
            "text-anchor": "end" if at_end else None,
            "paint-order": "stroke" if name.startswith("hd") else None,
        },
        *spans,
    )


def _spans(lines: Sequence[str], x: float, y: float, step: float) -> list[str]:
    """Each line but the last ends in a space, so that what is read out is words."""
    told = [*(f"{line} " for line in lines[:-1]), lines[-1]]
    return [tag("tspan", {"x": x, "y": y + place * step}, text(line)) for place, line in enumerate(told)]


def _tips(sides: Sequence[int], stem: str) -> str:
    """An arrowhead for each colour: heads that inherit their line's colour are not drawn everywhere yet."""
    heads = (
        tag(
            "marker",
            {
                "id": f"{stem}-a{side}",
                "viewBox": "0 0 9 8",
                "refX": 1,
                "refY": 4,
                "markerWidth": 9,
                "markerHeight": 8,
                "markerUnits": "userSpaceOnUse",
                "orient": "auto",
            },
            tag("path", {"class": f"tip c{side}", "d": "M0 0 9 4 0 8z"}),
        )
        for side in sides
    )
    return tag("defs", {}, *heads) if sides else ""


def _divide(x: float, top: float, bottom: float) -> str:
    return tag("path", {"class": "div", "d": path("M", x, top, "V", bottom)})


def _line(route: Route, nodes: dict[str, Node], frame: Frame, layout: str) -> str:
    tie = route.tie
    side = nodes[tie.recipient].side
    said = words.of_tie(tie, nodes[tie.backer].label, nodes[tie.recipient].label, frame.lang)
    end = f"url(#{frame.stem(layout)}-a{side})"
    line = tag("path", {"d": route.d, "marker-end": end})
    mark = "" if tie.response is Response.NONE else response_mark(tie.response, *route.mark, upright=route.upright)
    drawn = tag("g", {"class": f"edge {LINES[tie.basis]} c{side}"}, title(said), line, mark)
    if not tie.href:
        return drawn
    return tag("a", {"href": tie.href, "aria-label": said}, drawn)


def _heading(heading: Heading, frame: Frame) -> str:
    sign = 15 if heading.side else 0
    right = heading.at_end != frame.rtl
    way = -1 if right else 1
    shown = shorten(heading.words, heading.room - sign, _HEADING, bold=not heading.soft)
    letters = lettered(
        [shown],
        heading.x + way * sign,
        heading.y,
        0,
        flush_right=right,
        node=frame,
        name=f"hd{' soft' if heading.soft else ''} c{heading.side}",
    )
    return side_shape(heading.side, heading.x + way * 5.5, heading.y - 4.5, 10) + letters


def _box(box: Box, frame: Frame) -> str:
    node = box.node
    right = frame.rtl
    way = -1 if right else 1
    edge = (box.right if right else box.x) + way * PAD
    inner = edge + way * (SIGN if node.side else 0)
    block = len(box.name.lines) * LINE + len(box.note) * NOTE_LINE
    first = box.middle - block / 2 + LINE * 0.76
    parts = [
        tag("rect", {"x": box.x, "y": box.y, "width": box.width, "height": box.height, "rx": 5}),
        side_shape(node.side, edge + way * 5.5, first - 5),
        lettered(box.name.lines, inner, first, LINE, flush_right=right, node=node),
    ]
    if box.note:
        below = first + len(box.name.lines) * LINE - 2
        parts.append(" " + lettered(box.note, inner, below, NOTE_LINE, flush_right=right, node=frame, name="nt"))
    full = words.of_node(node)
    told = full != node.label or box.name.cut
    if node.href:
        name = spoken([*box.name.lines, *box.note], _named(box)) if told else None
        parts = [tag("a", {"href": node.href, "aria-label": name}, *parts)]
    return tag("g", {"class": f"node c{node.side}"}, title(full) if told else "", *parts)


def _named(box: Box) -> str:
    """An actor's name, the note under it, and its side, in the order in which they are seen."""
    seen = " ".join(part for part in (box.node.label, *box.note))
    return f"{seen} ({box.node.side_label})" if box.node.side and box.node.side_label else seen
