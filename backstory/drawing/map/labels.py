"""Names beside points on a map, none over another: the first free of eight positions about each.

Where points crowd, a name stands apart, with a line to its point.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, cos, hypot, pi, sin

from backstory.records.boundaries import Point
from backstory.values.record import Record

_LINE = 16.0
_RISE = 4.5
# With more lines than these a map would be a thicket.
_MOST_LEADS = 6
_LENGTHS = (16.0, 24.0, 34.0, 46.0, 60.0)
_WAYS = 24
# What a turn away from the outside costs, in units of length.
_TURN = 14.0
_STEP = 3.0
_NEIGHBOURS = 60.0


class Area(Record, frozen=True):
    """A rectangle that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Area) -> bool:
        """Whether the two overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


class Wish(Record, frozen=True):
    """A name to place: its point, its width, how far it must keep from the point."""

    x: float
    y: float
    width: float
    reach: float


class Spot(Record, frozen=True):
    """Where a name stands: its base line, the area it takes, and the end of it that is at the point: -1 the left one, 1
    the right one, 0 neither. `lead` is the line to the point of a name that stands apart from it."""

    y: float
    area: Area
    held: int
    lead: tuple[Point, Point] | None = None

    @property
    def x(self) -> float:
        """The place of that end, or of the middle: a name in a wider font grows away from it."""
        return (self.area.left, (self.area.left + self.area.right) / 2, self.area.right)[self.held + 1]


def placed(wishes: Sequence[Wish], bounds: Area, *, rtl: bool) -> tuple[Spot | None, ...]:
    """A place for each name in the order given: beside its point where there is room, else, for a few, a little apart
    from it; None where there is none either."""
    taken = [_around(each, 6.0) for each in wishes]
    found: list[Spot | None] = []
    for own, wish in enumerate(wishes):
        others = [*taken[:own], *taken[own + 1 :]]
        spot = next((spot for spot in _spots(wish, rtl=rtl) if free(spot.area, others, bounds)), None)
        if spot:
            taken.append(spot.area)
        found.append(spot)
    for own in [place for place, spot in enumerate(found) if spot is None][:_MOST_LEADS]:
        found[own] = _led(own, wishes, [spot for spot in found if spot], bounds)
    return tuple(found)


def _led(own: int, wishes: Sequence[Wish], there: Sequence[Spot], bounds: Area) -> Spot | None:
    """The nearest free place apart from a point whose line to it meets nothing."""
    wish = wishes[own]
    points = [_around(each, _kept_free(wish, each)) for place, each in enumerate(wishes) if place != own]
    fixed = [*points, *(spot.area for spot in there)]
    lines = [step for spot in there if spot.lead for step in trail(spot.lead)]
    taken = [*fixed, *lines, _around(wish, 6.0)]
    apart = (spot for spot in _apart(wish, wishes) if free(spot.area, taken, bounds))
    return next((spot for spot in apart if _clear(spot, wish, fixed, lines)), None)


def trail(lead: tuple[Point, Point]) -> list[Area]:
    """The areas that a line takes, step by step."""
    (x, y), (to, down) = lead
    count = max(1, round(hypot(to - x, down - y) / _STEP))
    steps = ((x + (to - x) * step / count, y + (down - y) * step / count) for step in range(count + 1))
    return [Area(across - 1.5, at - 1.5, across + 1.5, at + 1.5) for across, at in steps]


def _clear(spot: Spot, wish: Wish, fixed: Sequence[Area], lines: Sequence[Area]) -> bool:
    """Whether the line to a name meets nothing; another line where it begins alone, for those of a crowd begin
    together."""
    for step in trail(spot.lead) if spot.lead else ():
        if any(step.meets(each) for each in fixed):
            return False
        onward = hypot(step.left + 1.5 - wish.x, step.top + 1.5 - wish.y) > 2 * wish.reach
        if onward and any(step.meets(each) for each in lines):
            return False
    return True


def _around(point: Wish, half: float) -> Area:
    return Area(point.x - half, point.y - half, point.x + half, point.y + half)


def _kept_free(wish: Wish, other: Wish) -> float:
    """How far a line to `wish` keeps off another point: less off one so near that their signs overlap."""
    return min(6.0, 0.4 * max(abs(other.x - wish.x), abs(other.y - wish.y)))


def _apart(wish: Wish, wishes: Sequence[Wish]) -> list[Spot]:
    """The places apart from a point, best first: near, and on the outside of the crowd it stands in."""
    near = [each for each in wishes if hypot(each.x - wish.x, each.y - wish.y) < _NEIGHBOURS]
    outward = atan2(
        wish.y - sum(each.y for each in near) / len(near), wish.x - sum(each.x for each in near) / len(near)
    )
    ways = [turn * 2 * pi / _WAYS for turn in range(_WAYS)]
    ranked = sorted(
        (length + _TURN * abs((way - outward + pi) % (2 * pi) - pi), length, way) for length in _LENGTHS for way in ways
    )
    return [_at(wish, length, way) for _, length, way in ranked]


def _at(wish: Wish, length: float, way: float) -> Spot:
    """The place at the end of a line so long, in a direction in radians, clockwise from the right."""
    across, down = cos(way), sin(way)
    start = wish.x + across * wish.reach, wish.y + down * wish.reach
    x, y = wish.x + across * (wish.reach + length), wish.y + down * (wish.reach + length)
    if abs(across) < 0.3:
        middle = y + (_LINE / 2 if down > 0 else -_LINE / 2)
        area = Area(x - wish.width / 2, middle - _LINE / 2, x + wish.width / 2, middle + _LINE / 2)
        return Spot(middle + _RISE, area, 0, (start, (x, y)))
    left = x + 3 if across > 0 else x - 3 - wish.width
    area = Area(left, y - _LINE / 2, left + wish.width, y + _LINE / 2)
    return Spot(y + _RISE, area, -1 if across > 0 else 1, (start, (x, y)))


def _spots(wish: Wish, *, rtl: bool) -> list[Spot]:
    """The eight places, best first: on the reading side, the other, then above and below."""
    out = wish.reach + 4
    diagonal = out * 0.75
    ahead, behind = (1, -1) if not rtl else (-1, 1)
    ways = (
        (ahead * out, 0.0),
        (behind * out, 0.0),
        (ahead * diagonal, -diagonal - 3),
        (ahead * diagonal, diagonal + 3),
        (behind * diagonal, -diagonal - 3),
        (behind * diagonal, diagonal + 3),
        (0.0, -out - 7),
        (0.0, out + 7),
    )
    return [_spot(wish, across, down) for across, down in ways]


def _spot(wish: Wish, across: float, down: float) -> Spot:
    left = wish.x + across - (wish.width if across < 0 else wish.width / 2 if across == 0 else 0)
    middle = wish.y + down
    area = Area(left, middle - _LINE / 2, left + wish.width, middle + _LINE / 2)
    return Spot(middle + _RISE, area, 1 if across < 0 else -1 if across > 0 else 0)


def free(area: Area, others: Sequence[Area], bounds: Area) -> bool:
    """Whether `area` lies within `bounds` and meets none of the others."""
    inside = (
        area.left >= bounds.left
        and area.right <= bounds.right
        and area.top >= bounds.top
        and area.bottom <= bounds.bottom
    )
    return inside and not any(area.meets(other) for other in others)
