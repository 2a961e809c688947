"""Packs the countries of `world-atlas`, TopoJSON (https://github.com/topojson), into the form that maps are drawn from.

usage: python -m tools.pack_countries package/countries-50m.json backstory/drawing/atlas/countries.bin

Run from the repository's folder when the map's data are renewed. Decision 10 says where they come from.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from backstory.drawing.atlas import STEP
from backstory.drawing.atlas.simplify import simplified

_TOLERANCE = 1.0


class Geometry(TypedDict, total=False):
    """A TopoJSON geometry, as far as it is read."""

    type: str
    id: str
    arcs: list[object]


class _Transform(TypedDict):
    scale: tuple[float, float]
    translate: tuple[float, float]


class Topology(TypedDict):
    """A quantized TopoJSON topology with an object named `countries`."""

    arcs: list[list[tuple[int, int]]]
    transform: _Transform
    objects: dict[str, dict[str, list[Geometry]]]


def packed(topology: Topology) -> bytes:
    """The countries with their borders to `STEP` degrees; names and what is not needed are left behind."""
    shapes = [[each.get("id", ""), _rings(each)] for each in topology["objects"]["countries"]["geometries"]]
    body = bytearray()
    for arc in topology["arcs"]:
        _write(body, _coarse(arc, topology["transform"]))
    head = json.dumps(shapes, separators=(",", ":")).encode()
    return zlib.compress(head + b"\n" + bytes(body), 9)


def _rings(geometry: Geometry) -> list[list[int]]:
    """The rings of a Polygon or MultiPolygon, outer and inner alike: they are filled by the even-odd rule."""
    found: list[list[int]] = []
    rest: list[object] = [geometry.get("arcs", [])]
    while rest:
        part = rest.pop(0)
        if isinstance(part, list):
            if part and all(isinstance(each, int) for each in part):
                found.append(part)
            else:
                rest[:0] = part
    return found


def _coarse(arc: Sequence[tuple[int, int]], transform: _Transform) -> list[tuple[int, int]]:
    (width, height), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    points: list[tuple[float, float]] = []
    for right, up in arc:
        x, y = x + right, y + up
        place = round((x * width + left) / STEP), round((y * height + bottom) / STEP)
        if not points or points[-1] != place:
            points.append(place)
    return [(round(x), round(y)) for x, y in simplified(points, _TOLERANCE)]


def _write(body: bytearray, points: Sequence[tuple[int, int]]) -> None:
    _varint(body, len(points))
    before = (0, 0)
    for point in points:
        _varint(body, point[0] - before[0])
        _varint(body, point[1] - before[1])
        before = point


def _varint(body: bytearray, value: int) -> None:
    rest = value << 1 if value >= 0 else (-value << 1) - 1
    while rest > 127:
        body.append(rest & 127 | 128)
        rest >>= 7
    body.append(rest)


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(packed(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))
