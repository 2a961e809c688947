"""Boundaries as areas of rings: those of the world, and a site's own."""

from __future__ import annotations

from backstory.values.record import Record

Point = tuple[float, float]
Ring = tuple[Point, ...]


class Country(Record, frozen=True):
    """An area on a map: `id` is ISO 3166-1's number, "" where it has none; rings of (longitude, latitude) in degrees,
    outer and inner alike."""

    id: str
    rings: tuple[Ring, ...]


class Boundaries(Record, frozen=True):
    """What content/boundaries.geojson draws, in its order."""

    areas: tuple[Country, ...]
