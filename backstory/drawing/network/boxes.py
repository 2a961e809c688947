"""Boxes with names in them: how large each must be, and where it stands in its column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from backstory.drawing.network.graph import Node
from backstory.drawing.text_fitting import FittedText, fit
from backstory.values.record import Record, replace

# From one base line to the next: within a name, within a note, from a name to the note under it.
LINE, NOTE_LINE, TO_NOTE = 17.0, 15.0, 15.0
# The same where letters reach higher and lower: in Arabic, 1.4 em from the dots of one line to the hamza of the next.
TALL_LINE, TALL_NOTE_LINE, TALL_TO_NOTE = 20.0, 17.0, 18.0
SIZE = 14.5
NOTE_SIZE = 12.5
PAD = 10.0
SIGN = 17.0
PORT = 9.0
_MOST_PORTS = 14
_NOTE_LINES = 5


class Box(NamedTuple):
    """An actor's box. `note` stands under its name; `full_note` is the whole of it where it is cut, else "".

    `arc` is the side, -1 left or 1 right, on which ties to its own column bow out.

    `over` marks a box that stands above the columns and reaches down to them, `lid` one that has another above it.
    """

    node: Node
    name: FittedText
    note: FittedText | None
    width: float
    height: float
    x: float = 0.0
    y: float = 0.0
    arc: int = 0
    over: bool = False
    lid: bool = False
    full_note: str = ""

    def at(self, x: float, y: float) -> Box:
        """The box at another place."""
        return self._replace(x=x, y=y)

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    @property
    def name_step(self) -> float:
        """From one base line of the name to the next."""
        return TALL_LINE if self.name.tall else LINE

    @property
    def note_step(self) -> float:
        """From one base line of the note to the next."""
        return TALL_NOTE_LINE if self.note and self.note.tall else NOTE_LINE

    @property
    def to_note(self) -> float:
        """From the first base line of the name to the first of the note."""
        tall = self.name.tall or (self.note is not None and self.note.tall)
        return (len(self.name.lines) - 1) * self.name_step + (TALL_TO_NOTE if tall else TO_NOTE)

    @property
    def text_height(self) -> float:
        """How high the name and the note are together."""
        if self.note is None:
            return LINE + (len(self.name.lines) - 1) * self.name_step
        return LINE + self.to_note + (len(self.note.lines) - 1) * self.note_step


class BoxHeading(Record, frozen=True):
    """A word over a column or a group; `at_end` sets it flush with the right, or in Arabic the left."""

    words: str
    x: float
    y: float
    room: float
    side: int = 0
    soft: bool = False
    at_end: bool = False


class BoxPlan(Record, frozen=True):
    """Where everything stands, before a line is drawn. `divides` are upright hairlines: x, top, bottom."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    headings: tuple[BoxHeading, ...]
    divides: tuple[tuple[float, float, float], ...] = ()


def box(node: Node, width: float, ports: int, *, lines: int = 3, note: str = "", arc: int = 0) -> Box:
    """A box for `node`, high enough for its name and for so many lines to reach one of its sides apart."""
    room = width - 2 * PAD - (SIGN if node.side else 0)
    name = fit(node.label, room, SIZE, most=lines, bold=True)
    under = fit(note, room, NOTE_SIZE, most=_NOTE_LINES) if note else None
    made = Box(node, name, under, width, 0, arc=arc, full_note=note if under and under.cut else "")
    for_lines = (min(ports, _MOST_PORTS) - 1) * PORT + 16
    return made._replace(height=max(made.text_height + 13, for_lines))


def stack(boxes: Iterable[Box], x: float, top: float, gap: float) -> tuple[Box, ...]:
    """The boxes one below the other from `top`."""
    placed = []
    for each in boxes:
        placed.append(each.at(x, top))
        top += each.height + gap
    return tuple(placed)


def settle(boxes: Sequence[Box], wanted: Sequence[float], x: float, top: float, gap: float) -> tuple[Box, ...]:
    """The boxes in their order, each as near as may be to the middle it is wanted at, none over another.

    Pool adjacent violators: boxes that would overlap move as one block to the mean of what they want.
    """
    blocks: list[tuple[float, list[int]]] = []  # the mean offset a block wants, and its members
    offset, offsets = 0.0, []
    for each in boxes:
        offsets.append(offset)
        offset += each.height + gap
    for place, each in enumerate(boxes):
        mean, members = wanted[place] - each.height / 2 - offsets[place], [place]
        while blocks and blocks[-1][0] > mean:
            earlier, others = blocks.pop()
            total = len(members) + len(others)
            mean, members = (mean * len(members) + earlier * len(others)) / total, others + members
        blocks.append((mean, members))
    placed = {place: max(top, mean + offsets[place]) for mean, members in blocks for place in members}
    floor, result = top, []
    for place, each in enumerate(boxes):
        y = max(round(placed[place]), floor)
        result.append(each.at(x, y))
        floor = y + each.height + gap
    return tuple(result)


def height_of(boxes: Sequence[Box], gap: float) -> float:
    """How high a stack of the boxes is."""
    return sum(each.height for each in boxes) + gap * max(0, len(boxes) - 1)


def mirrored(plan: BoxPlan) -> BoxPlan:
    """The plan as read from right to left."""
    return replace(
        plan,
        boxes=tuple(each._replace(x=plan.width - each.right, arc=-each.arc) for each in plan.boxes),
        headings=tuple(replace(each, x=plan.width - each.x) for each in plan.headings),
        divides=tuple((plan.width - x, top, bottom) for x, top, bottom in plan.divides),
    )
