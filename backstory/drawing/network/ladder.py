"""The ladder: backers down one side, the parties down the other by the side they fight on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from backstory.drawing.network.boxes import Box, Heading, Plan, box, height_of, settle, stack
from backstory.drawing.network.order import untangled
from backstory.drawing.network.records import Node, Tie
from backstory.drawing.network.widths import squeezed
from backstory.model import wording

_GAP = 8.0
_GROUP = 24.0
_HEAD = 24.0
_EDGE = 2.0


@dataclass(frozen=True, slots=True)
class Measures:
    """The widths of a layout: the sheet, the most a column takes, the least between them, the channel beside them.

    The channel is for ties within a column.
    """

    sheet: float
    most: float
    between: float
    channel: float


WIDE = Measures(680, 216, 200, 30)
NARROW = Measures(340, 140, 50, 26)


def ladder(nodes: Sequence[Node], ties: Sequence[Tie], lang: str, measures: Measures) -> Plan:
    """Where everything stands in a ladder of these measures."""
    left, groups = _columns(nodes, ties)
    by_id = {node.id: node for node in nodes}
    sides = dict.fromkeys(left, 0) | {each: 1 for group in groups for each in group}
    loads = _loads(ties, sides)
    bows = [any(sides[tie.backer] == sides[tie.recipient] == which for tie in ties) for which in (0, 1)]
    left_x = _EDGE + (measures.channel if bows[0] else 0)
    room = measures.sheet - 2 * _EDGE - measures.channel * sum(bows) - measures.between
    gathered = [[by_id[each] for each in group] for group in groups]
    first, second = squeezed([by_id[each] for each in left], list(chain(*gathered)), room, measures.most)
    right_x = measures.sheet - _EDGE - second - (measures.channel if bows[1] else 0)

    right, headings, floor = _grouped(gathered, loads, right_x, second, lang)
    plain = [box(by_id[each], first, loads[each], arc=-1) for each in left]
    placed = _beside(plain, right, ties, left_x, floor)
    lowest = max((each.bottom for each in (*placed, *right)), default=0.0)
    if left:
        headings = (Heading(wording.phrase("drawing.backers", lang), left_x, 14, first), *headings)
    return Plan(measures.sheet, lowest + 4, (*placed, *right), headings)


def _columns(nodes: Sequence[Node], ties: Sequence[Tie]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
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


def _loads(ties: Sequence[Tie], sides: dict[str, int]) -> Counter[str]:
    """The most lines that meet on one side of each box."""
    across: Counter[str] = Counter()
    within: Counter[str] = Counter()
    for tie in ties:
        count = within if sides[tie.backer] == sides[tie.recipient] else across
        count.update((tie.backer, tie.recipient))
    return across | within


def _grouped(
    groups: Sequence[Sequence[Node]], loads: Counter[str], x: float, width: float, lang: str
) -> tuple[tuple[Box, ...], tuple[Heading, ...], float]:
    boxes: list[Box] = []
    headings: list[Heading] = []
    top = 0.0
    for group in groups:
        side = group[0].side
        label = group[0].side_label if side else _others(groups, lang)
        headings.append(Heading(label, x, top + 14, width, side))
        sized = [box(node, width, loads[node.id], arc=1) for node in group]
        boxes.extend(stack(sized, x, top + _HEAD, _GAP))
        top = boxes[-1].bottom + _GROUP
    return tuple(boxes), tuple(headings), top - _GROUP


def _others(groups: Sequence[Sequence[Node]], lang: str) -> str:
    return wording.phrase("drawing.others" if len(groups) > 1 else "drawing.recipients", lang)


def _beside(boxes: Sequence[Box], right: Sequence[Box], ties: Sequence[Tie], x: float, floor: float) -> tuple[Box, ...]:
    """The backers, each as near as may be to the middle of whom it backs."""
    middles = {each.node.id: each.middle for each in right}
    wanted, before = [], _HEAD
    for each in boxes:
        aims = [middles[tie.recipient] for tie in ties if tie.backer == each.node.id and tie.recipient in middles]
        before = sum(aims) / len(aims) if aims else before
        wanted.append(before)
    spare = floor - _HEAD - height_of(boxes, _GAP)
    gap = _GAP + max(0.0, min(14.0, spare / max(1, len(boxes))))
    return settle(boxes, wanted, x, _HEAD, gap)
