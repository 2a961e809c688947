"""The duel layout: two sides face each other, each with its own backers behind it; backers of both stand above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import inf

from backstory.drawing.network.boxes import Box, BoxHeading, BoxPlan, box, height_of, stack
from backstory.drawing.network.column_widths import shares
from backstory.drawing.network.duel_sides import Camps, camps
from backstory.drawing.network.graph import Edge, Node
from backstory.values.record import Record

MOST = 12
_DEEPEST = 7
_SHEET = 680.0
_BETWEEN = 46.0
_WIDEST = 150.0
_EDGE = 2.0
_CHANNEL = 24.0
_MIDDLE = 34.0
_GAP = 10.0
_TOP = 30.0
_OVER = 136.0


class _Actors(Record, frozen=True):
    """The actors by id with their places, the ties, the lines that meet on each box, the notes under names."""

    camps: Camps
    by_id: dict[str, Node]
    ties: Sequence[Edge]
    loads: Counter[str]
    notes: dict[str, str]


class _Tracks(Record, frozen=True):
    """The widths of a half's two columns and where they begin."""

    backer: float
    party: float
    backer_x: float
    party_x: float


def duel(nodes: Sequence[Node], ties: Sequence[Edge]) -> BoxPlan | None:
    """Where everything stands in a duel; None where these are too many, not two sides, or named too long for it.

    More than seven backers at one back are too many: their lines would fall too steeply to be followed.
    """
    found = camps(nodes, ties) if len(nodes) <= MOST else None
    if found is None or max(map(len, found.backers)) > _DEEPEST:
        return None
    actors = _Actors(found, {node.id: node for node in nodes}, ties, _loads(found, ties), _notes(ties))
    divide = _divide(actors)
    tracks = [_tracks(which, actors, divide) for which in (0, 1)]
    columns = [column for which, track in enumerate(tracks) if track for column in _columns(which, actors, track)]
    if len(columns) < 4:
        return None
    over = _above(actors, divide)
    top = max((each.bottom + 46 for each in over), default=_TOP)
    tallest = max(height_of(column, _GAP) for column in columns)
    boxes = [*over]
    for column in columns:
        start = top + (tallest - height_of(column, _GAP)) // 2
        boxes.extend(stack(column, column[0].x, start, _GAP) if column else ())
    lower = top + tallest + 4
    return BoxPlan(_SHEET, lower, tuple(boxes), _headings(actors, divide), ((divide, top - 4, lower - 4),))


def _margins(which: int, actors: _Actors) -> tuple[float, float, float]:
    """What a half keeps free: at the outer edge, between its columns, towards the other half."""
    groups = actors.camps.backers[which], actors.camps.parties[which]
    bows = [any({tie.backer, tie.recipient} <= set(group) for tie in actors.ties) for group in groups]
    crowded = bool(actors.camps.both) and len(groups[1]) > 1
    outer = _EDGE + (_CHANNEL if bows[0] else 0)
    return outer, _BETWEEN if groups[0] else 0, _MIDDLE / 2 + (_CHANNEL if bows[1] or crowded else 0)


def _names(which: int, actors: _Actors) -> tuple[list[Node], list[Node]]:
    groups = actors.camps.backers[which], actors.camps.parties[which]
    return [actors.by_id[each] for each in groups[0]], [actors.by_id[each] for each in groups[1]]


def _divide(actors: _Actors) -> float:
    """Where the halves meet: each has room for what it would take at ease."""
    eased = []
    for which in (0, 1):
        widths = shares(*_names(which, actors), inf, _WIDEST) or (_WIDEST, _WIDEST)
        eased.append(sum(widths) + sum(_margins(which, actors)) + _BETWEEN)
    return round(min(0.62, max(0.38, eased[0] / sum(eased))) * _SHEET)


def _tracks(which: int, actors: _Actors, divide: float) -> _Tracks | None:
    outer, between, middle = _margins(which, actors)
    half = divide if which == 0 else _SHEET - divide
    found = shares(*_names(which, actors), half - outer - between - middle, _WIDEST)
    if found is None:
        return None
    backer, party = found
    starts = (outer, divide - middle - party)
    if which == 1:
        starts = (_SHEET - outer - backer, divide + middle)
    return _Tracks(backer, party, *starts)


def _columns(which: int, actors: _Actors, tracks: _Tracks) -> tuple[list[Box], list[Box]]:
    """The columns of the left half (0) or the right one (1): its backers, its parties."""
    way = 1 if which == 0 else -1
    givers, takers = _names(which, actors)
    backers = [
        box(node, tracks.backer, actors.loads[node.id], lines=4, note=actors.notes.get(node.id) or node.note, arc=-way)
        for node in givers
    ]
    parties = [box(node, tracks.party, actors.loads[node.id], lines=4, note=node.note, arc=way) for node in takers]
    return (
        [each._replace(x=tracks.backer_x) for each in backers],
        [each._replace(x=tracks.party_x, lid=place > 0) for place, each in enumerate(parties)],
    )


def _above(actors: _Actors, divide: float) -> tuple[Box, ...]:
    """Those who back both sides, in a row over the line where the sides meet."""
    nodes = [actors.by_id[each] for each in actors.camps.both]
    sized = [box(node, _OVER, 1, note=actors.notes.get(node.id) or node.note) for node in nodes]
    low = max((each.height for each in sized), default=0.0)
    step = _OVER + 16
    whole = len(sized) * step - 16
    first = min(max(_EDGE, divide - whole / 2), _SHEET - _EDGE - whole)
    return tuple(
        each._replace(x=first + place * step, y=_TOP + low - each.height, over=True) for place, each in enumerate(sized)
    )


def _headings(actors: _Actors, divide: float) -> tuple[BoxHeading, ...]:
    left, right = (actors.by_id[group[0]] for group in actors.camps.parties)
    return (
        BoxHeading(left.side_label, _EDGE, 14, divide - 20, left.side),
        BoxHeading(right.side_label, _SHEET - _EDGE, 14, _SHEET - divide - 20, right.side, at_end=True),
    )


def _loads(placed: Camps, ties: Sequence[Edge]) -> Counter[str]:
    column = {each: place for place, group in enumerate((*placed.backers, *placed.parties)) for each in group}
    within: Counter[str] = Counter()
    across: Counter[str] = Counter()
    for tie in ties:
        ends = (tie.backer, tie.recipient)
        same = column.get(tie.backer, -1) == column.get(tie.recipient, -2)
        (within if same else across).update(ends)
    return within | across


def _notes(ties: Sequence[Edge]) -> dict[str, str]:
    """What each backer gives, where it gives the same to all."""
    given: dict[str, list[str]] = {}
    for tie in ties:
        given.setdefault(tie.backer, []).append(tie.label)
    return {actor: labels[0] for actor, labels in given.items() if len(set(labels)) == 1}
