"""Sources that are older than the one whose words they pass on."""

from __future__ import annotations

import pytest

from backstory import checking
from tests.checking.planted import TODAY, found, read, told

PAIR = """
-- content/sources.yaml --
release:
  title: The release
  publisher: The command
  date: {origin}
wire:
  title: The wire
  publisher: An agency
  date: {relay}
  relays: release
"""


def test_a_relay_that_appeared_before_its_origin_is_told_where_it_names_it() -> None:
    (one,) = found(PAIR.format(origin="2020-05-26", relay="2019-05-26"), code="W427")
    assert one.message == "`wire` appeared 2019-05-26, before `release`, which it relays, 2020-05-26"
    assert (one.span.path, one.span.line, one.span.column) == ("content/sources.yaml", 9, 11)
    assert [each.span.line for each in one.related] == [8, 4]


@pytest.mark.parametrize(
    ("origin", "relay"),
    [
        ("2020-05-26", "2020-05-26"),
        ("2020-05-26", "2020-05"),
        ("2020-05-26", "2020"),
        ("2020", "2020-01-01"),
        ("2020-05-26~", "2020-05-25"),
        ("2020-05/2020-06", "2020-05-20"),
        ('"[2020-05-20,2020-05-26]"', "2020-05-21"),
    ],
)
def test_a_relay_that_may_be_as_young_as_its_origin_is_fine(origin: str, relay: str) -> None:
    assert told(PAIR.format(origin=origin, relay=relay), code="W427") == []


def test_a_relay_or_an_origin_without_a_date_is_fine() -> None:
    text = PAIR.format(origin="2020", relay="2019")
    assert told(text.replace("  date: 2019\n", ""), code="W427") == []
    assert told(text.replace("  date: 2020\n", ""), code="W427") == []


def test_an_origin_that_grows_may_be_older_than_its_date_and_a_relay_that_grows_younger() -> None:
    """A dataset is dated by its last version: others passed on those before."""
    text = PAIR.format(origin="2020", relay="2019")
    assert told(text.replace("date: 2020\n", "date: 2020\n  kind: dataset\n"), code="W427") == []
    assert told(text.replace("date: 2019\n", "date: 2019\n  kind: dataset\n  retrieved: 2021\n"), code="W427") == []


def test_what_is_relayed_through_a_source_without_a_date_is_held_against_the_next_that_has_one() -> None:
    text = PAIR.format(origin="2020", relay="2019") + "outlet:\n  title: An outlet\n  date: 2018\n  relays: blog\n"
    text += "blog:\n  title: A blog\n  relays: release\n"
    assert [each.partition(" ")[2] for each in told(text, code="W427")] == [
        "`wire` appeared 2019, before `release`, which it relays, 2020",
        "`outlet` appeared 2018, before `release`, which it relays, 2020",
    ]


def test_a_date_to_come_and_a_circle_are_told_as_such_alone() -> None:
    assert told(PAIR.format(origin="2052", relay="2019"), code="W427") == []
    circle = PAIR.format(origin="2020", relay="2019").replace("date: 2020\n", "date: 2020\n  relays: wire\n")
    knowledge, links = read(circle, errors=True)
    assert "W427" not in {each.code for each in checking.check(knowledge, links, today=TODAY)}


def test_a_source_that_relays_itself_is_an_error() -> None:
    text = "-- content/sources.yaml --\na:\n  title: A\n  relays: a\n"
    assert told(text, code="E210") == ["sources.yaml:3:11 `a` relays itself"]
