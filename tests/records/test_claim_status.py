"""How a claim stands, derived from its positions."""

from __future__ import annotations

import pytest

from backstory.records.claim_status import statuses
from backstory.records.positions import split
from backstory.schema import validate
from backstory.schema.kind_fields import ClaimFields
from backstory.values.located import Fields
from backstory.yamltext import load


def claim(*positions: str, date: str = "2020-05-26") -> ClaimFields:
    lines = "".join(f"  - {{{each}}}\n" for each in positions)
    fields = load(f"text: A\ndate: {date}\npositions:\n{lines or '  []'}\n", "x.md").value
    assert isinstance(fields, Fields)
    record, found = validate(ClaimFields, fields, lang="en")
    assert record is not None, found
    return record


def status(*positions: str) -> list[str]:
    return [each.value for each in statuses(claim(*positions))]


ASSERTED = "by: africom, stance: asserts, date: 2020-05-26"
FIGURE = "value: {said: some, low: %s, high: %s, counts: jets}"


def test_an_asserted_claim_has_no_denial_on_record() -> None:
    assert status(ASSERTED) == ["no-denial"]


@pytest.mark.parametrize("stance", ["denies", "rejects-framing", "other-explanation"])
def test_a_denial_of_any_form_makes_it_contested(stance: str) -> None:
    assert status(ASSERTED, f"by: lna, stance: {stance}, date: 2020-05-27") == ["contested"]


@pytest.mark.parametrize("stance", ["questions", "no-comment", "no-response", "declined"])
def test_what_is_no_denial_does_not(stance: str) -> None:
    assert status(ASSERTED, f"by: lna, stance: {stance}") == ["no-denial"]


def test_a_denial_older_than_the_claim_counts_for_nothing() -> None:
    assert status(ASSERTED, "by: lna, stance: denies, date: 2020-05-25") == ["no-denial"]


def test_a_denial_that_may_be_as_young_as_the_claim_counts() -> None:
    assert status(ASSERTED, "by: lna, stance: denies, date: 2020-05") == ["contested"]


def test_positions_are_split_at_the_claims_date_each_part_in_order() -> None:
    record = claim(
        "by: d, stance: denies",
        "by: c, stance: denies, date: 2020-06",
        "by: b, stance: denies, date: 2020-05-26",
        "by: a, stance: asserts, date: 2020-05-21",
        "by: z, stance: asserts, date: 2020-05-20",
    )
    earlier, later = split(record.positions, record.date)
    assert [str(each.date) for each in earlier] == ["2020-05-20", "2020-05-21"]
    assert [str(each.date) for each in later] == ["2020-05-26", "2020-06", "None"]


def test_a_claim_is_withdrawn_when_nobody_asserts_it_still() -> None:
    retracted = "by: africom, stance: retracts, date: 2020-06-01"
    assert status(ASSERTED, retracted) == ["no-denial", "withdrawn", "unattributed"]
    assert status(ASSERTED, retracted, "by: gna, stance: confirms, date: 2020-05-27") == ["no-denial"]


def test_a_denial_taken_back_withdraws_the_denial_alone() -> None:
    denied = "by: lna, stance: denies, date: 2020-05-27"
    assert status(ASSERTED, denied, "by: lna, stance: retracts, date: 2020-06") == ["no-denial"]


def test_figures_of_two_speakers_that_share_no_number_differ() -> None:
    assert status(
        f"{ASSERTED}, {FIGURE % (14, 14)}", f"by: gna, stance: asserts, date: 2020-05-27, {FIGURE % (8, 8)}"
    ) == [
        "no-denial",
        "figures-differ",
    ]


@pytest.mark.parametrize(
    "other",
    [
        f"by: gna, stance: asserts, date: 2020-05-27, {FIGURE % (14, 14)}",
        "by: gna, stance: asserts, date: 2020-05-27, value: {said: x, low: 10, high: 20, counts: jets}",
        "by: gna, stance: asserts, date: 2020-05-27, value: {said: at least 8, low: 8, counts: jets}",
        "by: gna, stance: asserts, date: 2020-05-27, value: {said: up to 20, high: 20, counts: jets}",
        "by: gna, stance: asserts, date: 2020-05-27, value: {said: x, low: 8, high: 8, counts: men}",
        "by: gna, stance: asserts, date: 2020-05-27, value: {said: x, low: 8, high: 8}",
        "by: gna, stance: asserts, date: 2020-05-27, value: {said: a few, counts: jets}",
        f"by: gna, stance: asserts, date: 2020-05-25, {FIGURE % (8, 8)}",
        f"by: africom, stance: asserts, date: 2020-06-18, {FIGURE % (20, 20)}",
    ],
    ids=[
        "equal",
        "a range around it",
        "at least",
        "at most",
        "of something else",
        "of nothing said",
        "no number",
        "earlier",
        "its own later",
    ],
)
def test_figures_that_can_both_hold_do_not_differ(other: str) -> None:
    assert status(f"{ASSERTED}, {FIGURE % (14, 14)}", other) == ["no-denial"]


def test_a_figure_holds_until_its_speaker_gives_another() -> None:
    grown = f"by: africom, stance: asserts, date: 2020-06-01, {FIGURE % (20, 20)}"
    later = f"by: gna, stance: asserts, date: 2020-06-05, {FIGURE % (20, 20)}"
    assert status(f"{ASSERTED}, {FIGURE % (14, 14)}", grown, later) == ["no-denial"]


def test_a_bare_number_is_its_own_range() -> None:
    assert status(
        f"{ASSERTED}, value: {{said: 14, counts: jets}}",
        "by: gna, stance: asserts, value: {said: 8, counts: jets}",
    ) == ["no-denial", "figures-differ"]


@pytest.mark.parametrize(
    "value",
    ["{said: at most 8, high: 8, counts: jets}", "{said: at least 20, low: 20, counts: jets}"],
)
def test_an_open_figure_that_leaves_no_number_in_common_differs(value: str) -> None:
    other = f"by: gna, stance: asserts, date: 2020-05-27, value: {value}"
    assert status(f"{ASSERTED}, {FIGURE % (14, 14)}", other) == ["no-denial", "figures-differ"]


def test_a_bare_number_with_one_bound_is_no_open_figure() -> None:
    other = "by: gna, stance: asserts, date: 2020-05-27, value: {said: 8, low: 8, counts: jets}"
    assert status(f"{ASSERTED}, {FIGURE % (14, 14)}", other) == ["no-denial", "figures-differ"]


def test_what_is_said_for_another_is_that_others_figure() -> None:
    grown = f"by: townsend, for: africom, stance: asserts, date: 2020-06-01, {FIGURE % (20, 20)}"
    later = f"by: gna, stance: asserts, date: 2020-06-05, {FIGURE % (20, 20)}"
    assert status(f"{ASSERTED}, {FIGURE % (14, 14)}", grown, later) == ["no-denial"]


RETRACTED = "by: africom, stance: retracts, date: 2020-06-01"


@pytest.mark.parametrize(
    "between",
    [
        "by: africom, stance: no-comment, date: 2020-05-28",
        "by: {name: Reuters}, stance: reports, date: 2020-05-27",
        "by: {unnamed: an official, according_to: s}, stance: questions, date: 2020-05-27",
    ],
    ids=["silence before it", "a medium that passed it on", "a doubt"],
)
def test_a_claim_stays_withdrawn_whatever_does_not_say_so(between: str) -> None:
    assert status(ASSERTED, between, RETRACTED) == ["no-denial", "withdrawn", "unattributed"]


def test_a_retraction_takes_back_what_bears_no_date_too() -> None:
    assert status("by: africom, stance: asserts", RETRACTED) == ["no-denial", "withdrawn", "unattributed"]


def test_a_denial_from_before_the_claim_that_is_taken_back_withdraws_nothing() -> None:
    denied = "by: lna, stance: denies, date: 2020-05-25"
    assert status(denied, "by: lna, stance: retracts, date: 2020-06-01") == ["no-denial", "unattributed"]


def test_one_unnamed_speaker_does_not_take_back_what_another_said() -> None:
    said = "by: {unnamed: an official, according_to: s}, stance: denies, date: 2020-05-27"
    other = "by: {unnamed: an official, according_to: t}, stance: retracts, date: 2020-06-01"
    assert status(ASSERTED, said, other) == ["contested"]


def test_a_claim_that_only_a_medium_passes_on_is_unattributed() -> None:
    unnamed = "by: {unnamed: an official, according_to: s}, stance: asserts"
    assert status(unnamed, "by: {name: Reuters}, stance: reports") == ["no-denial", "unattributed"]


def test_several_hold_together() -> None:
    assert status(
        f"by: {{unnamed: an official, according_to: s}}, stance: asserts, date: 2020-05-27, {FIGURE % (14, 14)}",
        f"by: lna, stance: denies, date: 2020-05-28, {FIGURE % (0, 0)}",
    ) == ["contested", "figures-differ", "unattributed"]


def test_a_claim_nobody_named_stands_behind_is_unattributed() -> None:
    assert status("by: {unnamed: an official, according_to: s}, stance: asserts") == ["no-denial", "unattributed"]
    assert status() == ["no-denial", "unattributed"]
