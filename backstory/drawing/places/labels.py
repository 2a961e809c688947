"""Names beside points on a map, none over another: the first free of eight positions about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_LINE = 16.0
_RISE = 4.5


@dataclass(frozen=True, slots=True)
class Area:
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


@dataclass(frozen=True, slots=True)
class Wish:
    """A name to place: its point, its width, how far it must keep from the point."""

    x: float
    y: float
    width: float
    reach: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a name stands: its base line, the area it takes, and the end of it that is at the point: -1 the left one, 1
    the right one, 0 neither."""

    y: float
    area: Area
    held: int

    @property
    def x(self) -> float:
        """The place of that end, or of the middle: a name in a wider font grows away from it."""
        return (self.area.left, (self.area.left + self.area.right) / 2, self.area.right)[self.held + 1]


def placed(wishes: Sequence[Wish], bounds: Area, *, rtl: bool) -> tuple[Spot | None, ...]:
    """A place for each name in the order given; None where all eight are taken."""
    taken = [Area(each.x - 6, each.y - 6, each.x + 6, each.y + 6) for each in wishes]
    found: list[Spot | None] = []
    for own, wish in enumerate(wishes):
        others = [*taken[:own], *taken[own + 1 :]]
        spot = next((spot for spot in _spots(wish, rtl=rtl) if free(spot.area, others, bounds)), None)
        if spot:
            taken.append(spot.area)
        found.append(spot)
    return tuple(found)


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
