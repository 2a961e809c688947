"""The lines between boxes: from which side each leaves, where it arrives, and where its mark stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backstory.drawing.network.boxes import PORT, Box
from backstory.drawing.network.graph import Edge
from backstory.drawing.network.line_styles import response_mark
from backstory.drawing.svg import number
from backstory.values.vocabulary import Response

_TIP = 8.0
_CHANNEL = 20.0
_LEAST_BOW, _WITHIN = 10.0, 9.0
_BOWS = frozenset({"LL", "RR"})
Point = tuple[float, float]
Curve = tuple[Point, Point, Point, Point]
_Order = tuple[float, float, int]


class Route(NamedTuple):
    """A tie's line as path data, and the mark of its answer on it, if there is one."""

    tie: Edge
    d: str
    mark: str


class _Port(NamedTuple):
    """A point on a box's side, and its rank among those that share the side."""

    at: Point
    rank: int


_NOWHERE = _Port((0, 0), 0)


def routes(boxes: Sequence[Box], ties: Sequence[Edge]) -> tuple[Route, ...]:
    """A line for each tie; those that share a side of a box stand apart there, in the order of their other ends."""
    known = {each.node.id: each for each in boxes}
    pairs = [(known[tie.backer], known[tie.recipient]) for tie in ties]
    faces = [_faces(*pair) for pair in pairs]
    leave, arrive = _ports(pairs, faces)
    return tuple(map(_route, ties, faces, leave, arrive, _inner(ties)))


def _inner(ties: Sequence[Edge]) -> Iterator[int]:
    """How many ties between the same two go before each."""
    seen: Counter[frozenset[str]] = Counter()
    for tie in ties:
        pair = frozenset((tie.backer, tie.recipient))
        yield seen[pair]
        seen[pair] += 1


def _faces(giver: Box, taker: Box) -> str:
    """The sides of the two boxes, L, R, T or B, that a line joins."""
    if giver.over and not taker.over:
        inner = "R" if taker.x + taker.width / 2 < giver.x + giver.width / 2 else "L"
        return "B" + (inner if taker.lid else "T")
    if giver.right <= taker.x:
        return "RL"
    if taker.right <= giver.x:
        return "LR"
    return "RR" if giver.arc > 0 else "LL"


def _ports(pairs: Sequence[tuple[Box, Box]], faces: Sequence[str]) -> tuple[list[_Port], list[_Port]]:
    """Where each line leaves and where it arrives."""
    shared: dict[tuple[str, str], list[tuple[_Order, int, int]]] = defaultdict(list)
    for place, ((giver, taker), joined) in enumerate(zip(pairs, faces, strict=True)):
        for end, (own, other) in enumerate(((giver, taker), (taker, giver))):
            order = _order(own, other, joined[end], place, bow=joined in _BOWS)
            shared[own.node.id, joined[end]].append((order, place, end))
    found = [_NOWHERE] * len(pairs), [_NOWHERE] * len(pairs)
    for (_, face), members in shared.items():
        members.sort()
        _, place, end = members[0]
        points = _points(pairs[place][end], face, len(members))
        for rank, (point, (_, place, end)) in enumerate(zip(points, members, strict=True)):
            found[end][place] = _Port(point, rank)
    return found


def _order(own: Box, other: Box, face: str, place: int, *, bow: bool) -> _Order:
    """Where on a side a line stands among others: by where its other end lies. Bows lie one within the other, the
    farther end outside, and of several between the same two the first."""
    if face not in "LR":
        return other.x + other.width / 2, 0.0, place
    if not bow:
        return other.middle, 0.0, place
    below = other.middle > own.middle
    return own.middle + (1 if below else -1), -other.middle, place if below else -place


def _points(own: Box, face: str, count: int) -> list[Point]:
    """The points of a box's side where so many lines meet it, about its middle."""
    between = max(1, count - 1)
    if face in "LR":
        step = min(PORT, (own.height - 14) / between)
        x, first = own.x if face == "L" else own.right, own.middle - (count - 1) / 2 * step
        return [(x, first + rank * step) for rank in range(count)]
    step = min(2 * PORT, (own.width - 14) / between)
    y, first = own.y if face == "T" else own.bottom, own.x + own.width / 2 - (count - 1) / 2 * step
    return [(first + rank * step, y) for rank in range(count)]


def _route(tie: Edge, faces: str, leaves: _Port, arrives: _Port, inner: int) -> Route:
    start, stop = leaves.at, arrives.at
    if faces in _BOWS:
        curve, share = _arc(start, stop, 1 if faces == "RR" else -1, inner), 0.5
    elif faces[0] == "B":
        curve, share = _fall(start, stop, faces[1]), 0.3
    else:
        curve = _reach(start, stop, 1 if faces == "RL" else -1)
        share = _marked_at(leaves.rank, abs(stop[0] - start[0]))
    upright = faces in _BOWS or faces[0] == "B"
    marked = tie.response is not Response.NONE
    return Route(
        tie, _data(curve), response_mark(tie.response, *_along(curve, share), upright=upright) if marked else ""
    )


def _data(curve: Curve) -> str:
    """A curve as path data, but for its start told from there: the numbers are shorter so."""
    (x, y), (a, b), (c, d), (to, down) = curve
    told = (
        f"M{number(x)} {number(y)}c{number(a - x)} {number(b - y)} {number(c - x)} {number(d - y)}"
        f" {number(to - x)} {number(down - y)}"
    )
    return told.replace(" -", "-")


def _marked_at(rank: int, distance: float) -> float:
    """Where on its line a mark stands: near its start, neighbours by turns further out so that none covers another."""
    return min(0.45, 0.8 * (12 + rank % 3 * 13) / max(1.0, distance))


def _reach(start: Point, stop: Point, way: int) -> Curve:
    (x, y), (to, down) = start, stop
    to -= way * _TIP
    bend = (to - x) * 0.5
    return (x, y), (x + bend, y), (to - bend, down), (to, down)


def _arc(start: Point, stop: Point, way: int, inner: int) -> Curve:
    """A bow beside a column, never wider than the channel that is kept free for it, nor over one between the same."""
    (x, y), (to, down) = start, stop
    bow = max(_LEAST_BOW, min(_CHANNEL / 0.75, 20 + abs(down - y) * 0.12) - inner * _WITHIN)
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
    a, b, c, d = rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3
    (x, y), (p, q), (r, s), (to, down) = curve
    return round(a * x + b * p + c * r + d * to, 1), round(a * y + b * q + c * s + d * down, 1)
