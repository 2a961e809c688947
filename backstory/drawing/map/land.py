"""Land and borders in a view: areas clipped to it, thinned to what can be seen, as one path."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from backstory.drawing.atlas.simplify import simplified
from backstory.drawing.map.projection import View
from backstory.drawing.svg import path
from backstory.records.boundaries import Country, Point, Ring

_EDGE = 6.0
_FINE = 0.7
_CLOSE = 0.6
_FAR = -1e9
_SMALLEST = 2.0


def land(seen: Iterable[tuple[str, list[list[Point]]]]) -> str:
    """The path data of the areas that `visible` found; filled by the even-odd rule."""
    return "".join(_drawn(ring) for _, rings in seen for ring in rings)


def visible(areas: Iterable[Country], view: View) -> list[tuple[str, list[list[Point]]]]:
    """The areas in view by id, their rings in units, thinned, and cut off a little outside it."""
    found = []
    for area in areas:
        rings = [clipped for ring in area.rings for clipped in _in_view(ring, view) if len(clipped) > 2]
        if rings:
            found.append((area.id, rings))
    return found


def _in_view(ring: Ring, view: View) -> list[list[Point]]:
    """The ring as it shows: not at all, once, or from both sides of the antimeridian."""
    half = view.width / 2 / view.scale / view.squeeze + 1
    tall = view.height / 2 / view.scale + 1
    lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
    west, south, east, north = min(lons), min(lats), max(lons), max(lats)
    if north < view.lat - tall or south > view.lat + tall or max(east - west, north - south) * view.scale < _SMALLEST:
        return []
    turns = [turn for turn in (-360, 0, 360) if east + turn >= view.lon - half and west + turn <= view.lon + half]
    return [_clipped(_thinned(ring, turn, view), view) for turn in turns]


def _thinned(ring: Ring, turn: float, view: View) -> list[Point]:
    """The ring in units, without what moves less than half of one: a world's coast is then soon told."""
    kept: list[Point] = []
    left, top = view.at(turn, 0)
    wide, high = view.squeeze * view.scale, view.scale
    across = down = _FAR
    for lon, lat in ring:
        x, y = left + lon * wide, top - lat * high
        if abs(x - across) + abs(y - down) >= _CLOSE:
            kept.append((x, y))
            across, down = x, y
    return kept


def _clipped(points: list[Point], view: View) -> list[Point]:
    """Sutherland and Hodgman's clipping; the cut runs outside the view, where it is not seen."""
    bounds = ((0, -_EDGE, 1), (0, view.width + _EDGE, -1), (1, -_EDGE, 1), (1, view.height + _EDGE, -1))
    for axis, bound, way in bounds:
        if any((point[axis] - bound) * way < 0 for point in points):
            points = _half(points, axis, bound, way)
    return points


def _half(points: Sequence[Point], axis: int, bound: float, way: int) -> list[Point]:
    kept: list[Point] = []
    for before, point in zip([*points[-1:], *points[:-1]], points):
        inside, was = (point[axis] - bound) * way >= 0, (before[axis] - bound) * way >= 0
        if inside != was:
            share = (bound - before[axis]) / (point[axis] - before[axis])
            kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if inside:
            kept.append(point)
    return kept


def _drawn(ring: Sequence[Point]) -> str:
    """A ring in whole and half units, each point told from the one before; specks are left out."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    if max(xs) - min(xs) < _SMALLEST and max(ys) - min(ys) < _SMALLEST:
        return ""
    grid = [(round(x * 2) / 2, round(y * 2) / 2) for x, y in simplified(ring, _FINE)]
    steps: list[float] = []
    for (x, y), (to, down) in pairwise(grid):
        if (x, y) != (to, down):
            steps += [to - x, down - y]
    return path("M", *grid[0], "l", *steps, "z") if steps else ""
