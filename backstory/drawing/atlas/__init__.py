"""The world's land and borders: Natural Earth at 1:50 million, small enough to travel with the package.

From the npm package `world-atlas` 2.0.2 (ISC; see LICENSE beside this file); Natural Earth itself is in the public
domain. `tools/pack_countries.py` made `countries.bin`; decision 10 says why this scale.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from backstory.records.boundaries import Country, Point, Ring

STEP = 0.02


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """Every area of the vendored slice."""
    return unpacked(files(__package__).joinpath("countries.bin").read_bytes())


@lru_cache(maxsize=1)
def numbers() -> frozenset[str]:
    """The ISO 3166-1 numbers of the countries that can be replaced one by one."""
    return frozenset(each.id for each in countries() if each.id)


def beside(own: Sequence[Country]) -> tuple[Country, ...]:
    """The world without the countries that `own` draws otherwise."""
    redrawn = {area.id for area in own if area.id}
    return tuple(country for country in countries() if country.id not in redrawn)


def unpacked(packed: bytes) -> tuple[Country, ...]:
    """The areas in bytes that `tools/pack_countries.py` made."""
    head, _, tail = zlib.decompress(packed).partition(b"\n")
    shapes: list[tuple[str, list[list[int]]]] = json.loads(head)
    arcs = _arcs(tail)
    return tuple(Country(name, tuple(_ring(arcs, ring) for ring in rings)) for name, rings in shapes)


def _arcs(tail: bytes) -> list[Ring]:
    """The arcs: a count, then that many pairs of differences, each a zigzag varint."""
    numbers = _numbers(tail)
    arcs: list[Ring] = []
    for count in numbers:
        x = y = 0
        points: list[Point] = []
        for _ in range(count):
            x += next(numbers)
            y += next(numbers)
            points.append((x * STEP, y * STEP))
        arcs.append(tuple(points))
    return arcs


def _numbers(data: bytes) -> Iterator[int]:
    value = shift = 0
    for byte in data:
        value |= (byte & 127) << shift
        if byte & 128:
            shift += 7
            continue
        yield (value >> 1) ^ -(value & 1)
        value = shift = 0


def _ring(arcs: list[Ring], places: list[int]) -> Ring:
    """TopoJSON's ring: arcs end to end, ~n for arc n backwards, shared ends once."""
    points: list[Point] = []
    for place in places:
        arc = arcs[place] if place >= 0 else arcs[~place][::-1]
        points.extend(arc[1:] if points else arc)
    return _unbroken(points)


def _unbroken(points: list[Point]) -> Ring:
    """A ring across the antimeridian told past 180 degrees instead of jumping; one round a pole closed over it."""
    turn = 0.0
    told = points[:1]
    for (before, _), (lon, lat) in pairwise(points):
        turn += 360 if before - lon > 180 else -360 if lon - before > 180 else 0
        told.append((lon + turn, lat))
    if abs(told[-1][0] - told[0][0]) > 180:
        pole = -90.0 if told[0][1] < 0 else 90.0
        told += [(told[-1][0], pole), (told[0][0], pole)]
    return tuple(told)
