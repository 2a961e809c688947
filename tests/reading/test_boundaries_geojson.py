"""A site's own boundaries are read as areas; what is wrong with them is told where it stands."""

from __future__ import annotations

import json
import math

import pytest

from backstory.pipeline import read_cache
from backstory.reading.boundaries_geojson import MOST, areas
from backstory.records.boundaries import Boundaries, Country

_PATH = "content/boundaries.geojson"
RING = [[9, 30], [25, 30], [25, 33], [9, 30]]
READ = ((9.0, 30.0), (25.0, 30.0), (25.0, 33.0), (9.0, 30.0))


def polygon(*rings: object) -> dict[str, object]:
    return {"type": "Polygon", "coordinates": list(rings)}


def feature(geometry: object, **more: object) -> dict[str, object]:
    return {"type": "Feature", "properties": {}, "geometry": geometry, **more}


def collection(*features: object) -> dict[str, object]:
    return {"type": "FeatureCollection", "features": list(features)}


def read(value: object) -> tuple[Boundaries | None, list[tuple[str, str, str]]]:
    """What is read, and of each diagnostic its code, the text it marks, and its message and hint."""
    text = value if isinstance(value, str) else json.dumps(value, allow_nan=True)
    found, said = areas(_PATH, text.encode())
    lines = text.split("\n")
    return found, [
        (each.code, lines[each.span.line - 1][each.span.column - 1 : each.span.end_column - 1], f"{each} {each.hint}")
        for each in said
    ]


def told(value: object) -> list[tuple[str, str]]:
    """Code and marked text of what is wrong with a value that cannot be drawn."""
    found, said = read(value)
    assert found is None
    return [(code, marked) for code, marked, _ in said]


def test_a_feature_is_an_area_and_its_number_a_country_however_it_is_written() -> None:
    ids = ["434", 434, "8", None, ""]
    found, said = read(collection(*(feature(polygon(RING), id=each) for each in ids)))
    assert found == Boundaries(tuple(Country(name, (READ,)) for name in ("434", "434", "008", "", "")))
    assert said == []


def test_all_rings_of_a_multipolygon_are_one_area() -> None:
    many = {"type": "MultiPolygon", "coordinates": [[RING, RING], [RING]]}
    assert read(feature(many)) == (Boundaries((Country("", (READ, READ, READ)),)), [])


def test_a_bare_area_and_heights_are_read_too() -> None:
    assert read(polygon([[*each, 12] for each in RING])) == (Boundaries((Country("", (READ,)),)), [])


def test_an_area_with_another_id_is_drawn_and_noted() -> None:
    found, said = read(collection(feature(polygon(RING), id="LBY")))
    assert found == Boundaries((Country("LBY", (READ,)),))
    assert [(code, marked) for code, marked, _ in said] == [("N002", '"LBY"')]
    assert "434 for Libya" in said[0][2]


@pytest.mark.parametrize(
    ("value", "code", "marked"),
    [
        ("[1 2]", "E027", "2"),
        ("[]", "E028", "[]"),
        ({"type": "Topology", "arcs": []}, "E028", '"Topology"'),
        (collection(), "E028", "[]"),
        ({"type": "FeatureCollection"}, "E028", '{"type": "FeatureCollection"}'),
        (collection(polygon(RING)), "E028", json.dumps(polygon(RING))),
        (collection(feature(None)), "E028", "null"),
        (collection(feature({"type": "Square"})), "E028", '"Square"'),
        (collection(feature({})), "E028", "{}"),
        (collection(feature({"type": "Point", "coordinates": [1, 2]})), "E029", '"Point"'),
        ({"type": "GeometryCollection", "geometries": []}, "E029", '"GeometryCollection"'),
        (polygon(), "E030", "[]"),
        (polygon(7), "E030", "7"),
        (polygon(*RING), "E030", "9"),
        ({"type": "MultiPolygon", "coordinates": [RING]}, "E030", "9"),
        (polygon([[9, 30], [25], [25, 33], [9, 30]]), "E030", "[25]"),
        (polygon([[9, 30], [25, "30"], [25, 33], [9, 30]]), "E030", '[25, "30"]'),
        (polygon([[9, 30], [True, 30], [25, 33], [9, 30]]), "E030", "[true, 30]"),
        (polygon([[9, 30], [math.nan, 30], [25, 33], [9, 30]]), "E030", "[NaN, 30]"),
        (polygon(RING[:3]), "E033", json.dumps(RING[:3])),
        (polygon(RING[:3] * 2), "E033", "[25, 33]"),
        (polygon([]), "E033", "[]"),
    ],
)
def test_what_cannot_be_drawn_is_told_where_it_stands(value: object, code: str, marked: str) -> None:
    found, said = read(value)
    assert found is None
    assert next(each[:2] for each in said if each[1] == marked) == (code, marked)


@pytest.mark.parametrize(
    ("position", "hint"),
    [
        ([30, 109], "longitude comes first: `[109, 30]`"),
        ([200, 30], "longitudes go from -180 to 180"),
        ([1_000_000, 3_800_000], "EPSG:4326"),
    ],
)
def test_a_position_off_the_earth_has_its_likeliest_way_out(position: list[int], hint: str) -> None:
    _, [(code, marked, said)] = read(polygon([RING[0], position, *RING[2:]]))
    assert (code, marked) == ("E030", json.dumps(position))
    assert hint in said


def test_the_wrong_positions_of_a_ring_are_told_at_the_first_and_counted() -> None:
    _, [(_, marked, said)] = read(polygon([[30, 109], [30, 125], [33, 125], [30, 109]]))
    assert marked == "[30, 109]"
    assert "nor do 3 more of this ring" in said


def test_every_feature_has_its_own_mistakes_told() -> None:
    line = {"type": "LineString", "coordinates": RING}
    assert told(collection(feature(line), feature(polygon(RING)), feature(polygon(RING[:2])))) == [
        ("E029", '"LineString"'),
        ("E033", json.dumps(RING[:2])),
    ]


def test_too_many_points_are_refused_with_their_number() -> None:
    _, [(code, _, said)] = read(polygon([[9, 30], *[[10, 31]] * (MOST - 1), [9, 30]]))
    assert code == "E034"
    assert "100,001 points; 100,000 is the limit" in said


def test_as_many_points_as_the_limit_are_read() -> None:
    ring = [[10, 31 + at % 2] for at in range(MOST - 2)]
    assert "E034" not in {code for code, *_ in read(polygon([[9, 30], *ring, [9, 30]]))[1]}


def test_an_empty_file_is_told() -> None:
    assert told(" \n") == [("E009", "")]


def test_areas_are_remembered_as_they_were_read() -> None:
    kept = Boundaries((Country("434", (READ, ((0.1, -0.2), (1e-7, 3.0)))), Country("", ())))
    assert read_cache.decode_file(read_cache.encode_file(((kept,), ())))[0] == ((kept,), ())
