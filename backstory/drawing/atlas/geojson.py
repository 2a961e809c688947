"""A desk's own boundaries: GeoJSON (RFC 7946) read as areas, to stand in for Natural Earth's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from backstory.drawing.atlas import Country, Ring


def areas(geojson: object) -> tuple[Country, ...]:
    """The polygons of a feature collection, a feature or a bare geometry; ValueError says what is not GeoJSON.

    A feature's `id` that is an ISO 3166-1 number replaces that country; any other area is drawn besides.
    """
    return tuple(_areas(geojson))


def overlaid(countries: Sequence[Country], own: Sequence[Country]) -> tuple[Country, ...]:
    """The countries with those replaced that `own` draws otherwise."""
    redrawn = {area.id for area in own if area.id}
    return (*(country for country in countries if country.id not in redrawn), *own)


def _areas(value: object) -> Iterator[Country]:
    record = _mapping(value)
    match record.get("type"):
        case "FeatureCollection":
            for feature in _sequence(record.get("features")):
                yield from _areas(feature)
        case "Feature":
            name = record.get("id")
            for area in _areas(record.get("geometry")):
                yield Country(str(name) if name is not None else "", area.rings)
        case "Polygon":
            yield Country("", tuple(_rings(record.get("coordinates"))))
        case "MultiPolygon":
            polygons = _sequence(record.get("coordinates"))
            yield Country("", tuple(ring for polygon in polygons for ring in _rings(polygon)))
        case other:
            raise ValueError(f"a boundary is a Polygon or MultiPolygon, not `{other}`")


def _rings(value: object) -> Iterator[Ring]:
    for ring in _sequence(value):
        yield tuple(_point(point) for point in _sequence(ring))


def _point(value: object) -> tuple[float, float]:
    match value:
        case [int() | float() as lon, int() | float() as lat, *_]:
            return float(lon), float(lat)
    raise ValueError("a point is a longitude and a latitude")


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError("GeoJSON is an object with a `type`")
    return {str(key): each for key, each in value.items()}


def _sequence(value: object) -> Sequence[object]:
    if not isinstance(value, list):
        raise ValueError("GeoJSON's features and coordinates are lists")
    return value
