"""Places off the map and long definitions."""

from __future__ import annotations

from tests.checking.planted import ACTORS, SOURCES, found, told

PLACES = """
-- content/places.yaml --
tripoli:
  name: Tripoli
  lat: 32.9
  lon: 13.2
jufra:
  name: Jufra
hun:
  name: Hun
-- content/events.yaml --
landing:
  title: Jets land
  date: 2020-05
  place: {place}
"""


def test_a_place_that_is_used_and_has_no_coordinates_is_told_with_its_use() -> None:
    (one,) = found(PLACES.format(place="jufra"), code="W421")
    assert one.message == "`jufra` cannot be shown on the map: it has no `lat` and `lon`"
    assert (one.span.path, one.span.line) == ("content/places.yaml", 5)
    assert [(each.span.path, each.span.line) for each in one.related] == [("content/events.yaml", 4)]


def test_a_place_with_coordinates_is_fine_and_so_is_one_that_nothing_uses() -> None:
    assert told(PLACES.format(place="tripoli"), code="W421") == []


def test_a_place_that_a_text_links_is_shown_on_its_map() -> None:
    text = (
        PLACES.format(place="tripoli")
        + "-- content/articles/a.md --\n---\ntitle: A\ndate: 2020\n---\nAt [[place:hun]].\n"
    )
    (one,) = found(text, code="W421")
    assert one.message == "`hun` cannot be shown on the map: it has no `lat` and `lon`"
    assert [(each.span.path, each.span.line) for each in one.related] == [("content/articles/a.md", 5)]


def term(words: int) -> str:
    definition = " ".join(["word"] * words)
    return f"-- content/glossary.yaml --\nmateriel:\n  name: materiel\n  definition: {definition}\n"


def test_a_definition_of_more_than_thirty_words_is_told() -> None:
    assert told(ACTORS, SOURCES, term(31), code="W425") == ["glossary.yaml:3:15 this definition has 31 words"]
    assert told(ACTORS, SOURCES, term(30), code="W425") == []
