"""Claims as a page shows them."""

from __future__ import annotations

from typing import Any

import pytest

from backstory.pages.parts import claim_rows
from backstory.records.entity import Entity
from backstory.values.keys import Kind
from tests.pages.given import CONFLICT, actor, article, entity, knowledge, new_page, source

AFRICOM = actor("africom", "Africa Command", "armed-forces")
LNA = actor("lna", "Libyan National Army", "armed-group")
DUMA = actor("duma", "State Duma", "legislature")
SAYS = {
    "by": "africom",
    "stance": "asserts",
    "date": "2020-05-27",
    "value": {"said": "at least 14", "low": "14", "counts": "aircraft"},
    "source": "x",
}
DENIES = {
    "by": {"name": "Andrei Krasov", "role": "deputy chair, State Duma", "of": "duma"},
    "stance": "denies",
    "date": "2020-05-26",
    "source": "y",
}
EARLIER = {"by": "lna", "stance": "denies", "date": "2020-05-01"}


def claim(name: str, *positions: dict[str, Any], **fields: Any) -> Entity[Any]:
    found = {"question": "How many?", "date": "2020-05-26", "positions": list(positions), **fields}
    return entity(Kind.CLAIM, name, **found)


def test_positions_stand_in_order_of_date_and_older_ones_apart() -> None:
    made = claim("jets", SAYS, DENIES, EARLIER)
    card = claim_rows.card(new_page(knowledge(made, AFRICOM, LNA, DUMA, source("x"), source("y"))), made)
    assert [each.label for each in card.positions] == ["denies it", "says so"]
    assert [each.label for each in card.earlier] == ["denies it"]
    assert [note.source for each in card.positions for note in each.notes] == ["y", "x"]


def test_a_role_does_not_repeat_the_body_it_is_in() -> None:
    made = claim("jets", DENIES)
    (taken,) = claim_rows.card(new_page(knowledge(made, DUMA, source("y"))), made).positions
    assert taken.speaker.role is not None
    assert taken.speaker.role.text == "deputy chair"
    assert taken.speaker.of is not None
    assert taken.speaker.of.name.text == "State Duma"


@pytest.mark.parametrize(
    ("role", "found"),
    [
        ("member of the State Duma", ("member of the", True, None)),
        ("State Duma deputy", (None, True, "deputy")),
        ("deputy chair, State Duma", ("deputy chair", False, None)),
        ("deputy chair", ("deputy chair", False, None)),
    ],
)
def test_a_role_and_the_body_it_is_in_are_one_phrase(role: str, found: tuple[str | None, bool, str | None]) -> None:
    made = claim("jets", {**DENIES, "by": {"name": "Andrei Krasov", "role": role, "of": "duma"}})
    (taken,) = claim_rows.card(new_page(knowledge(made, DUMA, source("y"))), made).positions
    by = taken.speaker
    said = (by.role.text if by.role else None, by.joined, by.rest.text if by.rest else None)
    assert said == found


def test_a_summary_names_each_speaker_once_under_what_they_do() -> None:
    made = claim("jets", SAYS, {**SAYS, "date": "2020-06-18"}, DENIES)
    found = claim_rows.summary(new_page(knowledge(made, AFRICOM, DUMA)), made)
    said = [(group.label, [each.who.name.text for each in group.speakers]) for group in found.groups]
    assert said == [("Who denies it", ["Andrei Krasov"]), ("Who says so", ["Africa Command"])]
    (figure,) = found.figures
    assert [(each.said.text, each.date.text) for each in figure.values if each.date] == [
        ("at least 14", "27 May 2020"),
        ("at least 14", "18 June 2020"),
    ]


def test_whoever_took_it_back_stands_under_that_alone_and_their_figure_is_gone() -> None:
    made = claim("jets", SAYS, DENIES, {"by": "africom", "stance": "retracts", "date": "2020-06-18"})
    found = claim_rows.summary(new_page(knowledge(made, AFRICOM, DUMA)), made)
    assert [(group.label, len(group.speakers)) for group in found.groups] == [
        ("Who denies it", 1),
        ("Who took it back", 1),
    ]
    assert found.figures == ()


def test_whoever_has_answered_since_is_not_listed_as_silent() -> None:
    asked = {"by": "lna", "stance": "no-response", "date": "2020-05-26"}
    made = claim("jets", SAYS, asked, {"by": "lna", "stance": "denies", "date": "2020-05-28"})
    found = claim_rows.summary(new_page(knowledge(made, AFRICOM, LNA)), made)
    assert [group.label for group in found.groups] == ["Who says so", "Who denies it"]


def test_a_denial_from_before_the_claim_is_not_passed_over_in_its_status() -> None:
    made = claim("jets", SAYS, EARLIER)
    page = new_page(knowledge(made, AFRICOM, LNA))
    assert [each.label for each in claim_rows.status_views(page, made)] == [
        "denied before; no later denial recorded here"
    ]
    assert [
        (group.label, [each.who.name.text for each in group.speakers])
        for group in claim_rows.summary(page, made).groups
    ] == [
        ("Who says so", ["Africa Command"]),
        ("Said before this claim was made", ["Libyan National Army"]),
    ]


def test_a_rival_explanation_leads_back_to_the_claim_that_names_it() -> None:
    one, other = claim("one", SAYS, alternatives=["other"]), claim("other", SAYS)
    page = new_page(knowledge(one, other, AFRICOM))
    assert [each.href for each in claim_rows.card(page, other).alternatives] == ["../../claims/one/"]


def test_words_in_another_language_say_so() -> None:
    made = claim("jets", {**SAYS, "quote": {"text": "شائعات", "lang": "ar"}})
    (taken,) = claim_rows.card(new_page(knowledge(made, AFRICOM, CONFLICT, article("a", "x"))), made).positions
    assert taken.quote is not None
    assert (taken.quote.words.text, taken.quote.words.lang, taken.quote.words.dir) == ("شائعات", "ar", "rtl")
