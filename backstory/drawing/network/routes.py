"""The lines between boxes: from which side each leaves, where it arrives, and where its mark stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from backstory.drawing.network.boxes import PORT, Box
from backstory.drawing.network.records import Tie
from backstory.drawing.svg import path

_TIP = 8.0
_CHANNEL = 20.0
Point = tuple[float, float]
Curve = tuple[Point, Point, Point, Point]


@dataclass(frozen=True, slots=True)
class Route:
    """A tie's line as path data, the point where a mark on it stands, and whether the line runs upright there."""

    tie: Tie
    d: str
    mark: Point
    upright: bool


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a tie: a box and a side of it, L, R, T or B."""

    box: Box
    face: str


def routes(boxes: Sequence[Box], ties: Sequence[Tie]) -> tuple[Route, ...]:
    """A line for each tie; those that share a side of a box stand apart there, in the order of their other ends."""
    known = {each.node.id: each for each in boxes}
    ends = [_ends(known[tie.backer], known[tie.recipient]) for tie in ties]
    ports = _ports(ends)
    return tuple(
        _route(tie, pair, ports[place, 0], ports[place, 1]) for place, (tie, pair) in enumerate(zip(ties, ends))
    )


@dataclass(frozen=True, slots=True)
class _Port:
    """A point on a box's side, and its rank among those that share the side."""

    at: Point
    rank: int


def _ends(giver: Box, taker: Box) -> tuple[_End, _End]:
    if giver.over and not taker.over:
        inner = "R" if taker.x + taker.width / 2 < giver.x + giver.width / 2 else "L"
        return _End(giver, "B"), _End(taker, inner if taker.lid else "T")
    if giver.right <= taker.x:
        return _End(giver, "R"), _End(taker, "L")
    if taker.right <= giver.x:
        return _End(giver, "L"), _End(taker, "R")
    face = "R" if giver.arc > 0 else "L"
    return _End(giver, face), _End(taker, face)


def _ports(ends: Sequence[tuple[_End, _End]]) -> Mapping[tuple[int, int], _Port]:
    shared: dict[tuple[str, str], list[tuple[float, int, int, _End]]] = defaultdict(list)
    for place, (start, stop) in enumerate(ends):
        for which, (own, other) in enumerate(((start, stop), (stop, start))):
            upright = own.face in "LR"
            reach = other.box.middle if upright else other.box.x + other.box.width / 2
            shared[own.box.node.id, own.face].append((reach, place, which, own))
    found: dict[tuple[int, int], _Port] = {}
    for members in shared.values():
        members.sort(key=lambda member: member[:3])
        for rank, (_, place, which, own) in enumerate(members):
            found[place, which] = _Port(_port(own, rank, len(members)), rank)
    return found


def _port(end: _End, rank: int, count: int) -> Point:
    own = end.box
    length = own.height if end.face in "LR" else own.width
    step = min(PORT if end.face in "LR" else 2 * PORT, (length - 14) / max(1, count - 1))
    along = length / 2 + (rank - (count - 1) / 2) * step
    if end.face in "LR":
        return (own.x if end.face == "L" else own.right), own.y + along
    return own.x + along, (own.y if end.face == "T" else own.bottom)


def _route(tie: Tie, pair: tuple[_End, _End], leaves: _Port, arrives: _Port) -> Route:
    start, stop = leaves.at, arrives.at
    faces = pair[0].face + pair[1].face
    if faces in {"LL", "RR"}:
        curve, share = _arc(start, stop, 1 if faces == "RR" else -1), 0.5
    elif faces[0] == "B":
        curve, share = _fall(start, stop, faces[1]), 0.3
    else:
        curve = _reach(start, stop, 1 if faces == "RL" else -1)
        share = _marked_at(leaves.rank, abs(stop[0] - start[0]))
    a, b, c, d = curve
    upright = faces in {"LL", "RR"} or faces[0] == "B"
    return Route(tie, path("M", *a, "C", *b, *c, *d), _along(curve, share), upright)


def _marked_at(rank: int, distance: float) -> float:
    """Where on its line a mark stands: near its start, neighbours by turns further out so that none covers another."""
    return min(0.45, 0.8 * (12 + rank % 3 * 13) / max(1.0, distance))


def _reach(start: Point, stop: Point, way: int) -> Curve:
    (x, y), (to, down) = start, stop
    to -= way * _TIP
    bend = (to - x) * 0.5
    return (x, y), (x + bend, y), (to - bend, down), (to, down)


def _arc(start: Point, stop: Point, way: int) -> Curve:
    """A bow beside a column, never wider than the channel that is kept free for it."""
    (x, y), (to, down) = start, stop
    bow = min(_CHANNEL / 0.75, 20 + abs(down - y) * 0.12)
    return (x, y), (x + way * bow, y), (to + way * (bow + _TIP / 3), down), (to + way * _TIP, down)


def _fall(start: Point, stop: Point, face: str) -> Curve:
    (x, y), (to, down) = start, stop
    if face == "T":
        down -= _TIP
        bend = (down - y) * 0.55
        return (x, y), (x, y + bend), (to, down - bend), (to, down)
    way = 1 if face == "R" else -1
    to += way * _TIP
    return (x, y), (x, y + (down - y) * 0.7), (to + (x - to) * 0.6, down), (to, down)


def _along(curve: Curve, share: float) -> Point:
    """The point of a cubic Bézier curve at `share` of its parameter."""
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    x = sum(weight * point[0] for weight, point in zip(weights, curve, strict=True))
    y = sum(weight * point[1] for weight, point in zip(weights, curve, strict=True))
    return round(x, 1), round(y, 1)
