"""The ladder layout: backers in a column on the left, parties in a column on the right, grouped by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import chain

from backstory.drawing.network.boxes import Box, BoxHeading, BoxPlan, box, height_of, settle, stack
from backstory.drawing.network.column_widths import squeezed
from backstory.drawing.network.graph import Edge, Node
from backstory.drawing.network.uncross import untangled
from backstory.language import wording
from backstory.values.record import Record

_GAP = 8.0
_GROUP = 24.0
_HEAD = 24.0
_EDGE = 2.0


class Measures(Record, frozen=True):
    """The widths of a layout: the sheet, the most a column takes, what is between them, the channel beside them.

    The channel is for ties within a column. `spare` of what is between goes to columns whose words do not fit else;
    a name has up to `lines`.
    """

    sheet: float
    most: float
    between: float
    channel: float
    spare: float = 0
    lines: int = 3


WIDE = Measures(680, 216, 200, 30)
NARROW = Measures(340, 150, 46, 26, 12, 4)


class Columns(Record, frozen=True):
    """Who stands where, whatever the widths: the left column and the groups of the right one in their order, whom
    each of the left backs on the right, the most lines that meet on one side of a box, whether ties bow beside each
    column."""

    left: tuple[Node, ...]
    groups: tuple[tuple[Node, ...], ...]
    backed: Mapping[str, Sequence[str]]
    loads: Mapping[str, int]
    bows: tuple[bool, bool]


def columns(nodes: Sequence[Node], ties: Sequence[Edge]) -> Columns:
    """The columns of a ladder, found once for all its layouts."""
    left, groups = _ordered(nodes, ties)
    by_id = {node.id: node for node in nodes}
    held = set(left)
    across: Counter[str] = Counter()
    within: Counter[str] = Counter()
    backed: dict[str, list[str]] = {}
    bows = [False, False]
    for tie in ties:
        start, stop = tie.backer not in held, tie.recipient not in held
        count = within if start == stop else across
        count[tie.backer] += 1
        count[tie.recipient] += 1
        bows[start] |= start == stop
        if stop and not start:
            backed.setdefault(tie.backer, []).append(tie.recipient)
    gathered = tuple(tuple(by_id[each] for each in group) for group in groups)
    return Columns(tuple(by_id[each] for each in left), gathered, backed, across | within, (bows[0], bows[1]))


def ladder(columns: Columns, lang: str, measures: Measures) -> BoxPlan:
    """Where everything stands in a ladder of these measures."""
    left_x = _EDGE + (measures.channel if columns.bows[0] else 0)
    room = measures.sheet - 2 * _EDGE - measures.channel * sum(columns.bows) - measures.between
    first, second = squeezed(columns.left, list(chain(*columns.groups)), room, measures.most, measures.spare)
    right_x = measures.sheet - _EDGE - second - (measures.channel if columns.bows[1] else 0)

    sized = partial(_sized, columns, measures.lines)
    plain = [sized(node, first, -1) for node in columns.left]
    stacked = stack(plain, left_x, _HEAD, _GAP)
    groups = [[sized(node, second, 1) for node in group] for group in columns.groups]
    right, headings = _grouped(groups, _tops(groups, stacked, columns), right_x, lang)
    floor = _lowest(right)
    placed = _beside(plain, right, columns, left_x, floor) if _lowest(stacked) < floor else stacked
    lowest = _lowest((*placed, *right))
    if placed:
        headings = (BoxHeading(wording.phrase("drawing.backers", lang), left_x, 14, first), *headings)
    return BoxPlan(measures.sheet, lowest + 4, (*placed, *right), headings)


def _sized(columns: Columns, lines: int, node: Node, width: float, arc: int) -> Box:
    return box(node, width, columns.loads.get(node.id, 0), lines=lines, arc=arc)


def _ordered(nodes: Sequence[Node], ties: Sequence[Edge]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Backers that are no party on the left; parties by side, then everyone who only receives, on the right."""
    giving = {tie.backer for tie in ties}
    left = [node.id for node in nodes if not node.side and node.id in giving]
    held = set(left)
    groups = [
        [node.id for node in nodes if node.side == side and node.id not in held]
        for side in (*sorted({node.side for node in nodes if node.side}), 0)
    ]
    pairs = [(tie.backer, tie.recipient) for tie in ties if tie.backer in held]
    return untangled(left, [group for group in groups if group], pairs)


def _tops(groups: Sequence[Sequence[Box]], left: Sequence[Box], columns: Columns) -> list[float]:
    """Where each group begins: one below the other, and where the backers reach further down, each in the midst of
    its own."""
    blocks = [height_of(group, _GAP) + _HEAD for group in groups]
    spare = _lowest(left) - sum(blocks) - _GROUP * (len(blocks) - 1)
    aims: dict[str, list[float]] = {}
    for each in left:
        for recipient in columns.backed.get(each.node.id, ()):
            aims.setdefault(recipient, []).append(each.middle)
    tops: list[float] = []
    floor = ceiling = 0.0
    for group, block in zip(groups, blocks, strict=True):
        own = [aim for each in group for aim in aims.get(each.node.id, ())]
        wish = sum(own) / len(own) - (block + _HEAD) / 2 if own else floor
        floor = min(max(floor, round(wish)), ceiling + max(0.0, spare))
        tops.append(floor)
        floor += block + _GROUP
        ceiling += block + _GROUP
    return tops


def _grouped(
    groups: Sequence[Sequence[Box]], tops: Sequence[float], x: float, lang: str
) -> tuple[tuple[Box, ...], tuple[BoxHeading, ...]]:
    boxes: list[Box] = []
    headings: list[BoxHeading] = []
    for group, top in zip(groups, tops, strict=True):
        node = group[0].node
        label = node.side_label if node.side else _others(groups, lang)
        headings.append(BoxHeading(label, x, top + 14, group[0].width, node.side))
        boxes.extend(stack(group, x, top + _HEAD, _GAP))
    return tuple(boxes), tuple(headings)


def _lowest(boxes: Sequence[Box]) -> float:
    return max((each.bottom for each in boxes), default=0.0)


def _others(groups: Sequence[Sequence[Box]], lang: str) -> str:
    return wording.phrase("drawing.others" if len(groups) > 1 else "drawing.recipients", lang)


def _beside(boxes: Sequence[Box], right: Sequence[Box], columns: Columns, x: float, floor: float) -> tuple[Box, ...]:
    """The backers, each as near as may be to the middle of whom it backs."""
    middles = {each.node.id: each.middle for each in right}
    wanted, before = [], _HEAD
    for each in boxes:
        aims = [middles[recipient] for recipient in columns.backed.get(each.node.id, ())]
        before = sum(aims) / len(aims) if aims else before
        wanted.append(before)
    spare = floor - _HEAD - height_of(boxes, _GAP)
    gap = _GAP + max(0.0, min(14.0, spare // max(1, len(boxes))))
    return settle(boxes, wanted, x, _HEAD, gap)
