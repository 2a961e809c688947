"""What begins ends later, whatever else is wrong with the record."""

from __future__ import annotations

import pytest

from backstory.diagnostics import Diagnostic
from backstory.schema.kind_fields import ActorFields, ConflictFields
from tests.schema.test_validate import errors

ACTOR = "name: A\ntype: state\n"


def reversed_in(shape: type[ActorFields | ConflictFields], text: str) -> list[Diagnostic]:
    return [each for each in errors(shape, text) if each.code == "E400"]


def test_a_tie_that_ends_before_it_begins_is_told_at_its_end() -> None:
    (one,) = reversed_in(ActorFields, f"{ACTOR}backers:\n  - actor: russia\n    from: 2020-05\n    to: 2019-12\n")
    assert one.message == "this ends, 2019-12, before it begins, 2020-05"
    assert (one.span.line, one.span.column) == (7, 9)
    assert [(each.span.line, each.message) for each in one.related] == [(6, "the beginning")]


@pytest.mark.parametrize(
    "dates",
    [
        "from: 2020\n  to: 2020-05",
        "from: 2020-05\n  to: ..",
        "from: 2020-05~\n  to: 2020-04",
        "to: 2019",
        "from: 2020-05",
        "from: [2020]\n  to: 2019",
        "from: May\n  to: 2019",
    ],
)
def test_an_end_that_may_follow_its_beginning_is_fine(dates: str) -> None:
    assert reversed_in(ActorFields, f"{ACTOR}commands:\n  actor: lna\n  {dates}\n") == []


def test_support_relations_names_and_lives_end_after_they_begin_too() -> None:
    text = """\
backers:
  - actor: russia
    from: 2019
    support:
      - kind: weapons
        to: 2018
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
"""
    assert [each.span.line for each in reversed_in(ActorFields, ACTOR + text)] == [9, 11, 15, 19]


def test_conflicts_and_parties_end_after_they_begin_too() -> None:
    party = "      - actor: lna\n        from: 2014\n        to: 2012\n"
    text = f"name: War\nfrom: 2014\nto: 2011\nsides:\n  - id: east\n    label: East\n    parties:\n{party}"
    assert [each.span.line for each in reversed_in(ConflictFields, text)] == [4, 11]


def test_it_is_told_beside_other_mistakes_of_the_record() -> None:
    found = errors(ActorFields, "name: A\ntype: sate\nfounded: 2014\ndissolved: 2013\n")
    assert [each.code for each in found] == ["E128", "E400"]


@pytest.mark.parametrize(
    ("date", "hint"),
    [
        ("2020-21", "`2020/2021`"),
        ("2014-22", "`2014/2022`"),
        ("2020-23~", "`2020/2023`"),
        ('"1919-21"', "`1919/1921`"),
    ],
)
def test_a_season_that_may_be_years_is_noted(date: str, hint: str) -> None:
    (note,) = errors(ActorFields, f"{ACTOR}founded: {date}\n")
    assert (note.code, note.span.line, note.span.column) == ("N101", 4, 10)
    assert hint in note.hint


@pytest.mark.parametrize("date", ["1999-21", "2024-24", "2020-12", "2020-05-21", "2020/2021", "2020-21/2020-23"])
def test_a_season_that_can_be_nothing_else_is_not(date: str) -> None:
    assert errors(ActorFields, f"{ACTOR}founded: {date}\n") == []
