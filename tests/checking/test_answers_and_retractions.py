"""Answers and retractions in their turn."""

from __future__ import annotations

import pytest

from tests.checking.planted import ACTORS, SOURCES, found, told

SPOKESMAN = """
-- content/actors/saleh.md --
---
name: Saleh
type: person
public_role: spokesman
speaks_for:
  - actor: lna
    sources:
      - late
---
"""
SITE = ACTORS + SOURCES + SPOKESMAN
CLAIM = "-- content/claims/jets.md --\n---\ntext: Jets came.\npositions:\n"


def position(by: str, stance: str, date: str = "", more: str = "") -> str:
    dated = f"    date: {date}\n" if date else ""
    return f"  - by: {by}\n    stance: {stance}\n{dated}{more}    source: late\n"


def asked(date: str) -> str:
    return f"    asked:\n      date: {date}\n"


def test_an_answer_from_before_the_question_is_told_at_the_question() -> None:
    text = CLAIM + position("gna", "no-comment", "2020-05-20", asked("2020-05-26")) + "---\n"
    (one,) = found(SITE, text, code="W429")
    assert one.message == "this was asked 2020-05-26, after it was answered, 2020-05-20"
    assert (one.span.path, one.span.line, one.span.column) == ("content/claims/jets.md", 8, 13)
    assert [each.span.line for each in one.related] == [6]


def test_so_it_is_on_a_backing_and_on_a_relation() -> None:
    tie = "-- content/backings/all.yaml --\n- actor: russia\n  recipient: lna\n  sources: late\n  positions:\n"
    relation = "-- content/actors/hor.md --\n---\nname: House\ntype: legislature\ncommands:\n  - actor: lna\n"
    relation += (
        "    positions:\n      - by: gna\n        stance: denies\n        date: 2019\n        asked: 2020\n---\n"
    )
    text = tie + position("gna", "denies", "2019", asked("2020"))
    assert [each.split()[0] for each in told(SITE, text, relation, code="W429")] == [
        "actors/hor.md:10:16",
        "backings/all.yaml:9:13",
    ]


@pytest.mark.parametrize("question", ["2020-05-20", "2020-05", "2020", "2020-05-19/2020-05-22", "2020-05-21?"])
def test_a_question_that_may_have_come_first_is_fine(question: str) -> None:
    text = CLAIM + position("gna", "no-comment", "2020-05-20", asked(question)) + "---\n"
    assert told(SITE, text, code="W429") == []


def test_silence_and_refusals_need_no_question_on_record() -> None:
    text = CLAIM + position("gna", "no-response", "2020") + position("lna", "declined", "2020") + "---\n"
    assert [told(SITE, text, code=code) for code in ("W429", "N430")] == [[], []]


def test_a_retraction_from_before_all_that_its_speaker_said_is_noted() -> None:
    text = CLAIM + position("gna", "retracts", "2019-01") + position("gna", "asserts", "2020-05-26") + "---\n"
    (one,) = found(SITE, text, code="N430")
    assert one.message == "`gna` takes something back here, 2019-01, and all it says on record came later"
    assert (one.span.line, one.span.column) == (6, 11)
    assert [(each.span.line, each.message) for each in one.related] == [(10, "said here")]


def test_a_retraction_for_itself_of_what_was_said_for_another_is_noted_and_the_other_way_round() -> None:
    for_lna = "    for: lna\n"
    said = position("saleh", "asserts", "2020-05-26", for_lna)
    (one,) = found(SITE, CLAIM + said + position("saleh", "retracts", "2021") + "---\n", code="N430")
    assert one.message == "`saleh` takes something back here for itself, and spoke on record for `lna` alone"
    own = position("saleh", "asserts", "2020-05-26")
    (one,) = found(SITE, CLAIM + own + position("saleh", "retracts", "2021", for_lna) + "---\n", code="N430")
    assert one.message == "`saleh` takes something back here for `lna`, and spoke on record for itself alone"


@pytest.mark.parametrize(
    "positions",
    [
        position("gna", "asserts", "2020-05-26") + position("gna", "retracts", "2021"),
        position("gna", "asserts", "2020") + position("gna", "retracts", "2020-03"),
        position("gna", "asserts") + position("gna", "retracts", "2020"),
        position("gna", "asserts", "2021") + position("gna", "retracts"),
        position("gna", "retracts", "2020"),
        position("gna", "asserts", "2019") + position("gna", "retracts", "2020") + position("gna", "asserts", "2021"),
        # Another of its speakers said it for the same.
        position("saleh", "asserts", "2020", "    for: lna\n") + position("lna", "retracts", "2021"),
        position("saleh", "denies", "2020", "    for: lna\n")
        + position("saleh", "asserts", "2020")
        + position("saleh", "retracts", "2021"),
    ],
)
def test_a_retraction_that_may_have_something_to_take_back_is_fine(positions: str) -> None:
    assert told(SITE, CLAIM + positions + "---\n", code="N430") == []
