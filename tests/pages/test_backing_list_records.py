"""A dataset's records in the lists of ties of a whole small site: one entry for a tie, and a place for every record."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import scenario
from tests.scenario import Site

SITE = """
-- site.yaml --
title: A site
languages: [en, ar]
-- content/conflicts/war.md --
---
name: The war
---
-- content/actors.yaml --
army:
  name: The Army
  type: armed-group
north:
  name: Northland
  type: state
-- content/sources.yaml --
set:
  title: A dataset
  kind: dataset
-- content/backings/set.yaml --
"""
RECORD = """- recipient: army
  actor: north
  conflict: war
  id: y{year}
  support:
    - {support}
  observed:
    - {year}
  sources:
    - set
"""
GIVEN = ((1975, "weapons"), (1976, "weapons"), (1977, "weapons"), (1978, "funding"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder: Path = tmp_path_factory.mktemp("set")
    made = scenario.site(folder, SITE + "".join(RECORD.format(year=year, support=each) for year, each in GIVEN))
    made.build()
    return made


PAGES = ("actors/army/", "actors/north/", "backers/", "ar/backers/")


@pytest.mark.parametrize("route", PAGES)
def test_a_tie_is_one_entry_with_a_place_for_every_record(made: Site, route: str) -> None:
    page = made.page(route)
    places = re.findall(r'id="(_b-[^"]*)"', page)
    assert (page.count("<tbody"), places) == (1, [f"_b-north.army.war..y{year}" for year, _ in GIVEN])


def test_a_line_says_what_its_records_say_and_no_more(made: Site) -> None:
    lines = re.findall(r"<li id=\"_b-.*?</li>", made.page("actors/army/"))
    assert [re.sub(r"<sup.*?</sup>|<[^>]*>", "", each) for each in lines] == [
        "reported for every year from 1975 to 1977 · weapons",
        "reported for 1978 · money",
    ]


def test_an_entry_sums_its_records_up(made: Site) -> None:
    page = made.page("actors/army/")
    assert "4 entries, between 1975 and 1978" in page
    assert page.count('class="when-drawn"') == 1
    assert "4 entries on backing" in made.page("backers/")
