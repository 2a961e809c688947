"""Ends after beginnings, and evidence in between."""

from __future__ import annotations

import pytest

from tests.checking.planted import ACTORS, SOURCES, found, told

BACKING = """
-- content/backings/all.yaml --
- actor: russia
  recipient: lna
  sources:
    - late
"""
SITE = ACTORS + SOURCES + BACKING


def test_a_backing_that_ends_before_it_begins_is_told_at_its_end() -> None:
    (one,) = found(SITE + "  from: 2020-05\n  to: 2019-12\n", code="E400")
    assert one.message == "this ends, 2019-12, before it begins, 2020-05"
    assert (one.span.line, one.span.column) == (6, 7)
    assert [(each.span.line, each.message) for each in one.related] == [(5, "the beginning")]


@pytest.mark.parametrize(
    "dates",
    [
        "from: 2020\n  to: 2020-05",
        "from: 2020-05\n  to: ..",
        "from: 2020-05~\n  to: 2020-04",
        "to: 2019",
        "from: 2020-05",
    ],
)
def test_an_end_that_may_follow_its_beginning_is_fine(dates: str) -> None:
    assert told(f"{SITE}  {dates}\n", code="E400") == []


def test_support_relations_parties_names_and_lives_end_after_they_begin_too() -> None:
    text = """
    -- content/backings/all.yaml --
    - actor: russia
      recipient: lna
      from: 2019
      support:
        - kind: weapons
          to: 2018
      sources:
        - late
    -- content/actors/hor.md --
    ---
    name: House of Representatives
    type: legislature
    founded: 2014
    dissolved: 2013
    aliases:
      - text: HoR
        from: 2016
        to: 2015
    commands:
      - actor: lna
        from: 2018
        to: 2017
    ---
    -- content/conflicts/war.md --
    ---
    name: War
    from: 2014
    to: 2011
    sides:
      - id: east
        label: East
        parties:
          - actor: lna
            from: 2014
            to: 2012
    ---
    """
    assert [each.split()[0] for each in told(ACTORS, SOURCES, text, code="E400")] == [
        "actors/hor.md:5:12",
        "actors/hor.md:9:9",
        "actors/hor.md:13:9",
        "backings/all.yaml:6:11",
        "conflicts/war.md:4:5",
        "conflicts/war.md:11:13",
    ]


def test_evidence_from_before_the_beginning_or_after_the_end_is_told() -> None:
    text = SITE + "  from: 2019-04-04\n  to: 2020-06\n  observed:\n    - 2018\n    - 2019\n    - 2020-07-01\n"
    assert told(text, code="E401") == [
        "backings/all.yaml:8:7 this was observed 2018, before it began, 2019-04-04",
        "backings/all.yaml:10:7 this was observed 2020-07-01, after it ended, 2020-06",
    ]


def test_evidence_is_not_measured_against_bounds_that_are_open_or_vague() -> None:
    text = SITE + "  from: 2019-04~\n  to: ..\n  observed:\n    - 2019-03-20\n    - 2021\n"
    assert told(text, code="E401") == []
