"""Who may speak for whom, and what was said too early to answer."""

from __future__ import annotations

import pytest

from tests.checking.planted import ACTORS, SOURCES, found, told

SITE = ACTORS + SOURCES


def speaker(mandate: str) -> str:
    return f"""
-- content/actors/mismari.md --
---
name: Ahmed al-Mismari
type: person
public_role: spokesman
{mandate}
---
-- content/claims/jets.md --
---
text: Jets came.
date: 2020-05-26
positions:
  - by: mismari
    for: lna
    stance: denies
    date: 2020-05-27
---
"""


MANDATE = "speaks_for:\n  - actor: lna\n    sources:\n      - late"


@pytest.mark.parametrize(
    ("mandate", "why"),
    [
        ("", "`mismari` has no `speaks_for` that says so"),
        ("speaks_for:\n  - gna", "`mismari` has no `speaks_for` that says so"),
        ("speaks_for:\n  - lna", "its `speaks_for` has no source"),
        (f"{MANDATE}\n    to: 2019", "at that date, 2020-05-27, it did not"),
        (f"{MANDATE}\n    from: 2020-06", "at that date, 2020-05-27, it did not"),
    ],
)
def test_speaking_for_another_takes_a_sourced_mandate_at_that_date(mandate: str, why: str) -> None:
    assert told(SITE, speaker(mandate), code="E408") == [
        f"claims/jets.md:6:10 `mismari` is given as speaking for `lna`, but {why}"
    ]


@pytest.mark.parametrize(
    "bounds",
    ["", "\n    from: 2014\n    to: ..", "\n    from: 2020", "\n    to: 2020-05~", "\n    from: 2019\n    to: 2012"],
)
def test_a_mandate_that_may_cover_the_date_is_enough(bounds: str) -> None:
    assert told(SITE, speaker(MANDATE + bounds), code="E408") == []


def test_the_mandate_that_has_ended_is_shown() -> None:
    (one,) = found(SITE, speaker(f"{MANDATE}\n    to: 2019"), code="E408")
    assert [(each.span.path, each.span.line, each.message) for each in one.related] == [
        ("content/actors/mismari.md", 6, "the record of whom it speaks for")
    ]


def test_a_speaker_without_a_page_speaks_for_nobody_on_ties_too() -> None:
    text = """
    -- content/backings/all.yaml --
    - actor: russia
      recipient: lna
      positions:
        - by:
            name: Andrei Krasov
          for: russia
          stance: denies
        - by:
            unnamed: a diplomat
            according_to: late
          for: russia
          stance: confirms
      sources:
        - late
    """
    assert told(SITE, text, code="E408") == [
        "backings/all.yaml:6:12 a speaker without a page is given as speaking for `russia`, and nothing can show it",
        "backings/all.yaml:11:12 a speaker whom nobody names is given as speaking for `russia`, "
        "and nothing can show it",
    ]


def test_an_actor_speaks_for_itself() -> None:
    text = "-- content/claims/jets.md --\n---\ntext: Jets came.\npositions:\n  - by: lna\n    for: lna\n"
    assert told(SITE, text + "    stance: denies\n---\n", code="E408") == []


def test_a_position_older_than_its_claim_is_noted_at_its_date() -> None:
    text = speaker(MANDATE).replace("date: 2020-05-27", "date: 2020-01")
    assert told(SITE, text, code="N409") == [
        "claims/jets.md:8:11 this was said 2020-01, before the claim was made, 2020-05-26"
    ]


@pytest.mark.parametrize("date", ["2020-05-26", "2020-05", "2020", "2020-01/2020-06"])
def test_a_position_that_may_be_as_young_as_its_claim_is_not(date: str) -> None:
    assert told(SITE, speaker(MANDATE).replace("date: 2020-05-27", f"date: {date}"), code="N409") == []
