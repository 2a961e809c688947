"""A site's own boundaries, content/boundaries.geojson: GeoJSON (RFC 7946) as areas, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from backstory.diagnostics import Diagnostic, Severity, Span, ordered, report
from backstory.drawing import atlas
from backstory.reading import json_positions
from backstory.reading.decode import COLLECTED, decode
from backstory.reading.json_positions import Break, Steps
from backstory.records.boundaries import Boundaries, Country, Point, Ring
from backstory.schema.kind_fields import SiteFields

MOST = 100_000
_FILES = "content/boundaries."
_SHOWN = 100
# What rounding leaves of a meridian of 180 degrees.
_SLACK = 1e-6
_LINES = frozenset(("Point", "MultiPoint", "LineString", "MultiLineString", "GeometryCollection"))
_AREA = "draw an area: a Polygon, or a MultiPolygon"
_NESTED = (
    "a Polygon's `coordinates` are a list of rings, `[[[13.1, 32.9], …]]`; a MultiPolygon's are a list of such lists"
)
_PLAIN = "export it as GeoJSON in longitude and latitude (WGS 84, EPSG:4326)"
_SHAPE = 'it starts with `{"type": "FeatureCollection", "features": [`'


def areas(path: str, data: bytes) -> tuple[Boundaries | None, tuple[Diagnostic, ...]]:
    """The areas of the file, None where it has an error.

    Where a feature's `id` is an ISO 3166-1 number, it stands in for that country; of any other `id` a note is made.
    """
    text, found = decode(data, path, limit=COLLECTED, longest=COLLECTED)
    if text is None:
        return None, found
    if not text.strip():
        hint = "export the areas again, as GeoJSON, or delete the file"
        return None, (*found, report("E009", "this file is empty", Span(path), hint=hint))
    value = json_positions.parsed(path, text)
    if isinstance(value, Break):
        return None, (*found, report("E027", value.message, value.span, hint=value.hint))
    reader = _Reader()
    drawn = tuple(reader.areas(value))
    said = ordered((*found, *_placed(path, text, reader)))
    wrong = any(each.severity is Severity.ERROR for each in said)
    return (None if wrong else Boundaries(drawn)), said


def named_alone(site: SiteFields, drawn: Iterable[Country], found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """A warning where site.yaml says whose the boundaries are and none are `drawn`; quiet where the file is told of."""
    whose = site.boundaries
    if whose is None or any(drawn) or any(each.span.path.lower().startswith(_FILES) for each in found):
        return ()
    message = "this says whose the site's own boundaries are, and there is no content/boundaries.geojson"
    hint = "put the areas there, or take this away: maps then say that their boundaries are Natural Earth's"
    return (report("W003", message, whose.span, hint=hint),)


def _placed(path: str, text: str, reader: _Reader) -> Iterator[Diagnostic]:
    if reader.points > MOST:
        message = f"this file has {reader.points:,} points; {MOST:,} is the limit"
        hint = "thin its lines out, to a kilometre or so: no map shows more"
        yield report("E034", message, Span(path), hint=hint)
    slips = reader.slips[:_SHOWN]
    places = json_positions.spans(path, text, (each.steps for each in slips)) if slips else {}
    for each in slips:
        yield report(each.code, each.message, places[each.steps], hint=each.hint)


@dataclass(frozen=True, slots=True)
class _Slip:
    steps: Steps
    code: str
    message: str
    hint: str


@dataclass(slots=True)
class _Reader:
    """Reads GeoJSON; `slips` gathers what is wrong, `points` counts positions."""

    slips: list[_Slip] = field(default_factory=list)
    points: int = 0

    def areas(self, value: Any) -> Iterator[Country]:
        """The areas of a feature collection, a feature or a bare geometry."""
        kind = _kind(value)
        if kind == "FeatureCollection":
            features = value.get("features")
            if not isinstance(features, list) or not features:
                self._slip(("features",), "E028", "there are no `features` in this collection", _SHAPE)
                return
            for number, each in enumerate(features):
                yield from self._feature(each, ("features", number))
        elif kind == "Feature":
            yield from self._feature(value, ())
        elif kind in ("Polygon", "MultiPolygon") or kind in _LINES:
            yield Country("", tuple(self._geometry(value, ())))
        else:
            called = f"this is `{kind}`, not GeoJSON" if kind else "this is not GeoJSON"
            self._slip(("type",) if kind else (), "E028", called, f"{_PLAIN}: {_SHAPE}")

    def _feature(self, value: Any, steps: Steps) -> Iterator[Country]:
        if _kind(value) != "Feature":
            hint = '`features` are a list of `{"type": "Feature", "geometry": {…}}`'
            self._slip(steps, "E028", "this is not a feature", hint)
        elif not isinstance(value.get("geometry"), dict):
            hint = "give it a Polygon, or take the feature out"
            self._slip((*steps, "geometry"), "E028", "this feature has no geometry", hint)
        else:
            rings = tuple(self._geometry(value["geometry"], (*steps, "geometry")))
            yield Country(self._id(value.get("id"), (*steps, "id")), rings)

    def _id(self, value: Any, steps: Steps) -> str:
        if value is None or value == "":
            return ""
        if isinstance(value, float) and value.is_integer():
            value = f"{value:.0f}"
        name = str(value).strip()
        number = name.zfill(3) if name.isdecimal() and name.isascii() else name
        if number not in atlas.numbers():
            hint = "to replace a country, give its ISO 3166-1 number, 434 for Libya; else leave `id` out"
            message = f"no country of the map has the number `{name}`, so this area is drawn besides"
            self._slip(steps, "N002", message, hint)
        return number

    def _geometry(self, value: Any, steps: Steps) -> Iterator[Ring]:
        kind, at = _kind(value), (*steps, "coordinates")
        if kind == "Polygon":
            yield from self._polygon(value.get("coordinates"), at)
        elif kind == "MultiPolygon":
            for number, each in self._list(value.get("coordinates"), at):
                yield from self._polygon(each, (*at, number))
        elif kind in _LINES:
            self._slip((*steps, "type"), "E029", f"a `{kind}` is no area", _AREA)
        else:
            called = f"no geometry is called `{kind}`" if kind else "this geometry has no `type`"
            self._slip((*steps, "type"), "E028", called, _AREA)

    def _polygon(self, value: Any, steps: Steps) -> Iterator[Ring]:
        for number, each in self._list(value, steps):
            yield from self._ring(each, (*steps, number))

    def _list(self, value: Any, steps: Steps) -> Iterator[tuple[int, Any]]:
        if isinstance(value, list) and value:
            yield from enumerate(value)
        else:
            self._slip(steps, "E030", "here a list of rings is missing", _NESTED)

    def _ring(self, value: Any, steps: Steps) -> Iterator[Ring]:
        if not isinstance(value, list):
            self._slip(steps, "E030", "here a list of positions is missing", _NESTED)
            return
        self.points += len(value)
        wrong = [number for number, each in enumerate(value) if not _stands(each)]
        if wrong:
            message, hint = _misplaced(value[wrong[0]])
            more = f", nor do {len(wrong) - 1:,} more of this ring" if len(wrong) > 1 else ""
            self._slip((*steps, wrong[0]), "E030", message + more, hint)
            return
        ring = tuple((each[0], each[1]) for each in value)
        if len(ring) < 4 or ring[0] != ring[-1]:
            self._unclosed(ring, steps)
        yield ring

    def _unclosed(self, ring: Sequence[Point], steps: Steps) -> None:
        if len(ring) < 4:
            message = f"this ring has {len(ring)} positions; 4 is the least, the last being the first again"
            self._slip(steps, "E033", message, "draw a triangle at least, or take the ring out")
        else:
            hint = f"end it where it begins: `[{ring[0][0]:g}, {ring[0][1]:g}]`"
            self._slip((*steps, len(ring) - 1), "E033", "this ring does not close", hint)

    def _slip(self, steps: Steps, code: str, message: str, hint: str) -> None:
        self.slips.append(_Slip(steps, code, message, hint))


def _kind(value: Any) -> str:
    kind = value.get("type") if isinstance(value, dict) else None
    return kind if isinstance(kind, str) else ""


def _stands(value: Any) -> bool:
    """Whether a value is a position on the Earth."""
    match value:
        case [float(lon), float(lat), *_]:
            return abs(lon) <= 180 + _SLACK and abs(lat) <= 90 + _SLACK
    return False


def _misplaced(value: Any) -> tuple[str, str]:
    """What is wrong with a position, and the way out. Each message can go on for more positions."""
    match value:
        case [float(lon), float(lat), *_]:
            shown = f"[{lon:g}, {lat:g}]"
            if abs(lon) <= 90 < abs(lat) <= 180:
                hint = f"longitude comes first: `[{lat:g}, {lon:g}]`"
            elif abs(lon) > 360 or abs(lat) > 360:
                hint = f"these may be metres: {_PLAIN}"
            else:
                hint = "longitudes go from -180 to 180, latitudes from -90 to 90"
            return f"`{shown}` does not stand on the Earth", hint
    return "this does not say a longitude and a latitude", _NESTED
