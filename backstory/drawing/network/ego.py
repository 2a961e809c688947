"""One actor's ties: its backers on one side of it, whom it backs on the other, the rest told in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from backstory.drawing.network.boxes import Box, BoxHeading, BoxPlan, box, height_of, stack
from backstory.drawing.network.column_widths import least
from backstory.drawing.network.graph import Edge, Node
from backstory.language import wording
from backstory.values.record import Record, replace

MOST = 14
# The phrases over its backers and over those whom it backs.
TITLES = ("ui.who-backs-it", "ui.who-it-backs")
_WIDE, _NARROW = 680.0, 340.0
_EDGE = 2.0
_NARROW_ROOM, _NARROW_CENTRE, _MOST_CENTRE, _NARROW_BETWEEN = 168.0, 110.0, 150.0, 38.0
_HEAD = 26.0
_GAP = 10.0
_REST = 22.0

# An actor that stands on both sides of the centre is two boxes; no id holds a space.
_AGAIN = " again"


class Circle(Record, frozen=True):
    """The ties of one actor that are drawn, those who give and those who take, and how many are left out."""

    centre: Node
    backers: tuple[Node, ...]
    backed: tuple[Node, ...]
    ties: tuple[Edge, ...]
    more_backers: int
    more_backed: int
    titles: tuple[str, str] = TITLES

    @property
    def left_out(self) -> int:
        return self.more_backers + self.more_backed

    @property
    def nodes(self) -> tuple[Node, ...]:
        return (*self.backers, self.centre, *self.backed)


def circle(
    centre: str, nodes: Sequence[Node], ties: Sequence[Edge], most: int = MOST, titles: tuple[str, str] = TITLES
) -> Circle:
    """The ties of `centre`, at most `most` actors on either side, in the order given.

    Who both backs and is backed stands on both sides.
    """
    by_id = {node.id: node for node in nodes}
    backers = tuple(dict.fromkeys(tie.backer for tie in ties if tie.recipient == centre))
    backed = tuple(dict.fromkeys(tie.recipient for tie in ties if tie.backer == centre))
    giving, taking = {*backers[:most]}, {*backed[:most]}
    kept = (
        replace(tie, recipient=tie.recipient + _AGAIN) if tie.backer == centre else tie
        for tie in ties
        if (tie.recipient == centre and tie.backer in giving) or (tie.backer == centre and tie.recipient in taking)
    )
    return Circle(
        by_id[centre],
        tuple(by_id[each] for each in backers[:most]),
        tuple(replace(by_id[each], id=each + _AGAIN) for each in backed[:most]),
        tuple(kept),
        max(0, len(backers) - most),
        max(0, len(backed) - most),
        titles,
    )


def wide(ring: Circle, lang: str) -> BoxPlan:
    """Three columns, or two where nobody stands on one side."""
    sides = bool(ring.backers) + bool(ring.backed)
    room, centre_room = (172.0, 168.0) if sides == 2 else (210.0, 210.0)
    left = _sized(ring.backers, ring.ties, room, giving=True)
    right = _sized(ring.backed, ring.ties, room, giving=False)
    middle = _centre(ring, centre_room)
    tallest = max(height_of(left, _GAP), height_of(right, _GAP), middle.height)
    centre_x = (_WIDE - centre_room) / 2
    if sides < 2:
        centre_x = _WIDE - centre_room - 60 if ring.backers else 60
    inset = _EDGE if sides == 2 else 60
    boxes = [middle.at(centre_x, _HEAD + (tallest - middle.height) // 2)]
    headings: list[BoxHeading] = []
    columns = (
        (left, inset, ring.more_backers, ring.titles[0]),
        (right, _WIDE - inset - room, ring.more_backed, ring.titles[1]),
    )
    for column, x, more, title in columns:
        if column:
            boxes.extend(stack(column, x, _HEAD + (tallest - height_of(column, _GAP)) // 2, _GAP))
            headings.extend(_words(title, x, 14, room, more, _HEAD + tallest + 16, lang))
    return BoxPlan(_WIDE, _HEAD + tallest + (_REST if ring.left_out else 4), tuple(boxes), tuple(headings))


def narrow(ring: Circle, lang: str) -> BoxPlan:
    """Two columns for a phone: backers above, those backed below, the actor beside both."""
    width = min(_MOST_CENTRE, max(_NARROW_CENTRE, least(ring.centre)))
    room, top = min(_NARROW_ROOM, _NARROW - 2 * _EDGE - _NARROW_BETWEEN - width), 0.0
    boxes: list[Box] = []
    headings: list[BoxHeading] = []
    groups = (
        (_sized(ring.backers, ring.ties, room, giving=True, lines=3), ring.more_backers, ring.titles[0]),
        (_sized(ring.backed, ring.ties, room, giving=False, lines=3), ring.more_backed, ring.titles[1]),
    )
    for column, more, title in groups:
        if column:
            placed = stack(column, _EDGE, top + _HEAD, _GAP)
            headings.extend(_words(title, _EDGE, top + 14, room, more, placed[-1].bottom + 16, lang))
            boxes.extend(placed)
            top = placed[-1].bottom + (_REST if more else 0) + 18
    middle = _centre(ring, width)
    span = max((each.bottom for each in boxes), default=_HEAD) - _HEAD
    down = _HEAD + max(0.0, (span - middle.height) // 2)
    boxes.append(middle.at(_NARROW - _EDGE - width, down))
    return BoxPlan(_NARROW, max(top - 14, boxes[-1].bottom + 4), tuple(boxes), tuple(headings))


def _sized(nodes: Sequence[Node], ties: Sequence[Edge], room: float, *, giving: bool, lines: int = 2) -> list[Box]:
    given: dict[str, list[str]] = {}
    for tie in ties:
        given.setdefault(tie.backer if giving else tie.recipient, []).append(tie.label)
    sized = []
    for node in nodes:
        labels = given[node.id]
        note = labels[0] if len(set(labels)) == 1 else ""
        sized.append(box(node, room, len(labels), lines=lines, note=note or node.note))
    return sized


def _centre(ring: Circle, room: float) -> Box:
    busiest = max(
        sum(tie.recipient == ring.centre.id for tie in ring.ties),
        sum(tie.backer == ring.centre.id for tie in ring.ties),
    )
    return box(ring.centre, room, busiest, lines=4)


def _words(title: str, x: float, y: float, room: float, more: int, below: float, lang: str) -> list[BoxHeading]:
    said = [BoxHeading(wording.phrase(title, lang), x, y, room)]
    if more:
        said.append(BoxHeading(wording.plural("drawing.left-out", more, lang), x, below, room + 30, soft=True))
    return said
