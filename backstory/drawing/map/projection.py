"""Degrees to units: an equirectangular projection true at the middle of what it shows, fitted to the points."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians

from backstory.values.record import Record

_PAD = 0.17
_LEAST_DEGREES = 5.0
_POLE = 84.0


class View(Record, frozen=True):
    """A window on the world: its size in units, the middle in degrees, units per degree of latitude."""

    width: float
    height: float
    lon: float
    lat: float
    scale: float

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is than one of latitude, in the middle of the view."""
        return cos(radians(self.lat))

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a point stands; `lon` may lie a turn or more away from the view."""
        return (
            self.width / 2 + (lon - self.lon) * self.squeeze * self.scale,
            self.height / 2 - (lat - self.lat) * self.scale,
        )

    def near(self, lon: float) -> float:
        """The longitude as written on this side of the antimeridian."""
        return (lon - self.lon + 180) % 360 - 180 + self.lon


def fitted(points: Sequence[tuple[float, float]], width: float, shapes: tuple[float, float]) -> View:
    """The view of `points` (longitude, latitude) with air about them; `shapes` bound its height over its width."""
    west, east = _extent([lon for lon, _ in points])
    lats = [lat for _, lat in points]
    # At a pole a degree of longitude has no length: the middle keeps clear of it, and the view reaches there.
    lat = max(-_POLE, min(_POLE, (min(lats) + max(lats)) / 2))
    squeeze = cos(radians(lat))
    across = max((east - west) * squeeze, _LEAST_DEGREES) * (1 + 2 * _PAD)
    upright = max(2 * max(abs(each - lat) for each in lats), _LEAST_DEGREES * shapes[0]) * (1 + 2 * _PAD)
    height = width * min(shapes[1], max(shapes[0], upright / across))
    return View(width, height, (west + east) / 2, lat, min(width / across, height / upright))


def _extent(lons: Sequence[float]) -> tuple[float, float]:
    """The shortest stretch of longitudes that holds them all; it may cross the antimeridian and end past 180."""
    ordered = sorted({lon % 360 for lon in lons})
    gaps = [(after - before, after) for before, after in zip(ordered, [*ordered[1:], ordered[0] + 360], strict=True)]
    gap, west = max(gaps)
    west = (west + 180) % 360 - 180
    return west, west + 360 - gap
