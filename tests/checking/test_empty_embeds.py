"""An embed that has nothing to show is told, with the edit that takes it out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenario import site

ARTICLE = "-- content/articles/a.md --\n---\ntitle: A\ndate: 2020-01-01\n{front}---\n{body}\n"
EVENT = """
-- content/events.yaml --
truce:
  title: A truce
  date: 2019-01-01
  place: town
  sources:
    - paper
-- content/places.yaml --
town:
  name: Town
  lat: 1
  lon: 2
-- content/sources.yaml --
paper:
  title: Paper
  publisher: Press
  date: 2019-01-02
"""


@pytest.mark.parametrize("name", ["timeline", "backers", "map"])
def test_an_embed_of_nothing_is_told(tmp_path: Path, name: str) -> None:
    made = site(tmp_path, EVENT + ARTICLE.format(front="", body=f"![[{name}]]"))
    (found,) = (each for each in made.build(output=None).diagnostics if each.code == "W440")
    assert f"delete `![[{name}]]`" in found.hint
    assert [edit.text for edit in found.edits] == [""]


@pytest.mark.parametrize(
    ("name", "front", "body"),
    [
        ("timeline", "events: truce\n", ""),
        ("timeline", "", "See [[event:truce]].\n\n"),
        ("map", "places: town\n", ""),
        ("map", "", "See [[town]].\n\n"),
        ("map", "events: truce\n", ""),
    ],
)
def test_an_embed_of_something_is_not(tmp_path: Path, name: str, front: str, body: str) -> None:
    made = site(tmp_path, EVENT + ARTICLE.format(front=front, body=f"{body}![[{name}]]"))
    assert "W440" not in [each.code for each in made.build(output=None).diagnostics]
