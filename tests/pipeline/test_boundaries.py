"""A site draws its own boundaries: on every map, with a note whose they are, and on no other page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.scenario import Site, found, site

SITE = """
-- site.yaml --
title:
  en: The desk
  ar: المكتب
languages:
  - en
  - ar
-- content/places/jufra.md --
---
name: Jufra
lat: 29.2
lon: 16
---
-- content/articles/jets.md --
---
title: Jets
date: 2020-05-29
places: jufra
---
![[map]]
-- content/articles/other.md --
---
title: Other
date: 2020-05-29
---
Nothing is drawn here.
"""
PATH = "content/boundaries.geojson"
WHOLE = [[9, 20], [25, 20], [25, 33], [9, 33], [9, 20]]
EAST = [[17, 20], [25, 20], [25, 33], [17, 33], [17, 20]]


def geojson(*rings: list[list[int]], number: str = "434") -> str:
    """A feature a ring; the first has the number."""
    areas = [{"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring]}} for ring in rings]
    features = [{**area, "id": number} if place == 0 else area for place, area in enumerate(areas)]
    return "\n".join(["", f"-- {PATH} --", json.dumps({"type": "FeatureCollection", "features": features}), ""])


def land(page: str) -> list[str]:
    """The outlines of a page's maps."""
    return re.findall(r'<path class="land" d="([^"]*)"', page)


def note(page: str) -> list[str]:
    """What the maps of a page say of their boundaries."""
    return re.findall(r"<p>((?:Boundaries|الحدود): [^<]*)</p>", page)


def pages(made: Site) -> dict[str, bytes]:
    return {name: data for name, data in made.files().items() if name.endswith(".html")}


@pytest.fixture
def desk(tmp_path: Path) -> Site:
    made = site(tmp_path, SITE)
    made.build()
    return made


def test_without_a_file_maps_are_natural_earths(desk: Site) -> None:
    assert note(desk.page("places/")) == ["Boundaries: Natural Earth, shown without taking a position."]
    assert note(desk.page("ar/places/")) == ["الحدود: Natural Earth؛ ولا تعبّر عن أي موقف."]


def test_a_file_changes_the_borders_on_maps_and_no_page_without_one(desk: Site) -> None:
    before = pages(desk)
    drawn = land(desk.page("places/"))
    desk.write(geojson(WHOLE, EAST))
    outcome = desk.build()
    after = pages(desk)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"places/index.html", "ar/places/index.html", "articles/jets/index.html"}
    assert outcome.counts.rendered == len(changed)
    assert len(drawn) == 2
    assert not set(drawn) & set(land(desk.page("places/")))


def test_the_note_names_both_sources_in_each_language(desk: Site) -> None:
    desk.write(geojson(WHOLE))
    desk.build()
    assert note(desk.page("places/")) == ["Boundaries: Natural Earth, The desk, shown without taking a position."]
    assert note(desk.page("articles/jets/")) == note(desk.page("places/"))
    assert note(desk.page("ar/places/")) == ["الحدود: Natural Earth، المكتب؛ ولا تعبّر عن أي موقف."]


@pytest.mark.parametrize(
    ("settings", "whose"),
    [
        ("publisher: The agency\n", ("The agency", "The agency")),
        ("publisher: The agency\nboundaries:\n  en: UN, 2020\n  ar: الأمم المتحدة\n", ("UN, 2020", "الأمم المتحدة")),
    ],
)
def test_whose_they_are_is_what_the_settings_say_or_the_publisher(
    desk: Site, settings: str, whose: tuple[str, str]
) -> None:
    place = desk.folder / "site.yaml"
    place.write_text(place.read_text("utf-8") + settings, "utf-8")
    desk.write(geojson(WHOLE))
    desk.build()
    assert note(desk.page("places/")) == [f"Boundaries: Natural Earth, {whose[0]}, shown without taking a position."]
    assert note(desk.page("ar/places/")) == [f"الحدود: Natural Earth، {whose[1]}؛ ولا تعبّر عن أي موقف."]


def test_they_are_remembered_and_an_incremental_build_equals_a_clean_one(desk: Site) -> None:
    desk.write(geojson(WHOLE, EAST))
    desk.build()
    desk.write("-- content/articles/other.md --\n---\ntitle: Another\ndate: 2020-05-29\n---\nNothing.\n")
    desk.build()
    kept = desk.files()
    desk.build(fresh=True)
    assert desk.files() == kept


def test_a_file_taken_away_gives_the_maps_back(desk: Site) -> None:
    before = desk.files()
    desk.write(geojson(WHOLE))
    desk.build()
    desk.write(f"-- {PATH} --\n(deleted)\n")
    desk.build()
    assert desk.files() == before


def test_with_a_mistake_in_it_nothing_is_published_and_the_mistake_is_told_at_its_place(desk: Site) -> None:
    before = desk.files()
    desk.write(f'-- {PATH} --\n{{"type": "Polygon",\n "coordinates": [[[9, 20], [25, 20], [25, 133], [9, 20]]]}}\n')
    for _ in range(2):
        assert [each for each in found(desk.build()) if each[0][0] == "E"] == [("E030", f"{PATH}:2:38")]
    assert desk.files() == before


def test_an_area_of_no_country_is_noted_and_published(desk: Site) -> None:
    desk.write(geojson(WHOLE, number="LBY"))
    said = [each for each in found(desk.build()) if each[1].startswith(PATH)]
    assert [code for code, _ in said] == ["N002"]
    assert "The desk" in note(desk.page("places/"))[0]


@pytest.mark.parametrize("name", ["Boundaries.geojson", "boundaries.json"])
def test_a_name_that_is_nearly_the_right_one_is_told(desk: Site, name: str) -> None:
    desk.write(geojson(WHOLE).replace("boundaries.geojson", name))
    assert ("E014", f"content/{name}:1:1") in found(desk.build())


def test_a_file_too_large_is_told(desk: Site) -> None:
    (desk.folder / PATH).write_text(" " * (8 * 1024 * 1024 + 1), "utf-8")
    [said] = [each for each in desk.build().diagnostics if each.code == "E005"]
    assert (said.span.path, said.hint) == (PATH, "thin its lines out, to a kilometre or so")


def whose(desk: Site, settings: str = "boundaries: UN, 2020\n") -> None:
    place = desk.folder / "site.yaml"
    place.write_text(place.read_text("utf-8") + settings, "utf-8")


def of_settings(desk: Site) -> list[tuple[str, str]]:
    return [(code, where) for code, where in found(desk.build()) if code == "W003"]


def test_boundaries_named_in_the_settings_without_a_file_are_told_there(desk: Site) -> None:
    whose(desk)
    assert of_settings(desk) == [("W003", "site.yaml:7:13")]
    assert of_settings(desk) == [("W003", "site.yaml:7:13")]
    desk.write(geojson(WHOLE))
    assert of_settings(desk) == []
    desk.write(f"-- {PATH} --\n(deleted)\n")
    assert of_settings(desk) == [("W003", "site.yaml:7:13")]


def test_boundaries_in_several_languages_are_told_once(desk: Site) -> None:
    whose(desk, "boundaries:\n  en: UN, 2020\n  ar: الأمم المتحدة\n")
    assert [code for code, _ in of_settings(desk)] == ["W003"]


@pytest.mark.parametrize(
    "text",
    [f"-- {PATH} --\n{{]\n", f"-- {PATH} --\n\n", geojson(WHOLE).replace("boundaries.geojson", "boundaries.json")],
    ids=["no JSON", "empty", "of another name"],
)
def test_of_a_file_that_is_there_and_cannot_be_used_that_alone_is_told(desk: Site, text: str) -> None:
    whose(desk)
    desk.write(text)
    assert of_settings(desk) == []
    assert any(where.startswith("content/boundaries.") for _, where in found(desk.build()))


def test_a_site_that_names_no_boundaries_is_told_nothing(desk: Site) -> None:
    assert of_settings(desk) == []
