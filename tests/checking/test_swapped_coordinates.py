"""A place whose latitude and longitude seem swapped is told; one that is only far away is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenario import site

PLACES = """
-- content/places.yaml --
damascus:
  name: Damascus
  lat: 33.5
  lon: 36.3
tehran:
  name: Tehran
  lat: 35.7
  lon: 51.4
aleppo:
  name: Aleppo
  lat: 36.2
  lon: 37.1
{name}:
  name: Somewhere
  lat: {lat}
  lon: {lon}
"""


@pytest.mark.parametrize(
    ("name", "lat", "lon", "told"),
    [
        ("moscow", 55.7, 37.6, []),
        ("washington", 38.9, -77.0, []),
        ("mashhad", 36.3, 59.6, []),
        ("isfahan", 51.7, 32.6, ["where they are swapped, write `lat: 32.6` and `lon: 51.7`"]),
        ("khartoum", 32.5, 15.6, []),
        ("tartus", 35.9, 34.9, []),
    ],
)
def test_a_place_across_the_world(tmp_path: Path, name: str, lat: float, lon: float, told: list[str]) -> None:
    made = site(tmp_path, PLACES.format(name=name, lat=lat, lon=lon))
    assert [each.hint for each in made.build(output=None).diagnostics if each.code == "W439"] == told
