"""Backings of oneself and of one's enemy."""

from __future__ import annotations

import pytest

from tests.checking.planted import ACTORS, SOURCES, found, told

FILE = """
-- content/actors/turkey.md --
---
name: Turkey
type: state
"""
SITE = ACTORS + SOURCES + FILE
BACKED = """
-- content/backings/all.yaml --
- actor: turkey
  recipient: lna
  sources:
    - late
"""


def test_an_actor_cannot_back_or_lead_itself() -> None:
    text = """\
    backers:
      - actor: turkey
        sources:
          - late
    leads:
      - turkey
    ---
    """
    assert told(SITE, text, code="E402") == [
        "actors/turkey.md:5:5 `turkey` backs itself here",
        "actors/turkey.md:9:5 `turkey` leads itself here",
    ]


def test_a_backing_of_itself_is_told_once_whatever_kinds_of_support_it_has() -> None:
    text = """\
    backers:
      - actor: turkey
        sources:
          - late
        support:
          - kind: weapons
            observed: 2020
          - kind: funding
            observed: 2021
    ---
    """
    assert told(SITE, text, code="E402") == ["actors/turkey.md:5:5 `turkey` backs itself here"]


def test_ties_to_itself_are_told_in_words() -> None:
    text = "part_of: turkey\nmember_of: turkey\nallied_with: turkey\n---\n"
    assert [each.partition(" ")[2] for each in told(SITE, text, code="E402")] == [
        "`turkey` is part of itself here",
        "`turkey` is a member of itself here",
        "`turkey` is allied with itself here",
    ]


@pytest.mark.parametrize("entry", ["- lna", "- actor: lna\n      sources:\n        - late"])
@pytest.mark.parametrize("draft", ["", "draft: true\n"])
def test_an_article_and_a_draft_cannot_name_an_actor_as_its_own_backer(entry: str, draft: str) -> None:
    article = f"-- content/articles/a.md --\n---\ntitle: A\ndate: 2024\n{draft}backers:\n  lna:\n    {entry}\n---\n"
    (one,) = told(ACTORS, SOURCES, article, code="E402")
    assert one.endswith(" `lna` backs itself here")


def test_backing_and_leading_another_is_fine() -> None:
    assert told(SITE, "backers:\n  - actor: russia\nleads:\n  - lna\n---\n", code="E402") == []


def test_a_backer_that_sanctions_its_recipient_at_the_same_time_is_told() -> None:
    text = SITE + "sanctions:\n  - actor: lna\n    from: 2018-01-01\n    to: 2020-12-31\n---\n" + BACKED
    assert told(text + "  observed:\n    - 2019-05\n", code="W406") == [
        "backings/all.yaml:1:3 `turkey` backs `lna` here, and sanctions it at the same time"
    ]


def test_an_enmity_without_dates_holds_all_the_time() -> None:
    text = SITE + "opposes:\n  - lna\n---\n" + BACKED
    assert told(text + "  observed:\n    - 2019-05\n", code="W406") == [
        "backings/all.yaml:1:3 `turkey` backs `lna` here, and opposes it at the same time"
    ]


def test_a_year_of_evidence_lies_within_years_of_enmity() -> None:
    text = SITE + "sanctions:\n  - actor: lna\n    from: 2019-01-01\n    to: 2020-12-31\n---\n" + BACKED
    assert len(told(text + "  observed:\n    - 2019\n", code="W406")) == 1


@pytest.mark.parametrize(
    "dates",
    [
        "from: 2018\n    to: 2019",
        "from: 2018",
        "observed:\n      - 2019",
        "from: 2022\n    to: 2012",
        "from: 2014\n    to: ..\n    as_of: 2016",
    ],
)
def test_an_enmity_that_may_have_been_over_is_no_contradiction(dates: str) -> None:
    text = f"{SITE}sanctions:\n  - actor: lna\n    {dates}\n---\n{BACKED}"
    assert told(text + "  observed:\n    - 2019-05\n", code="W406") == []


def test_sanctions_on_somebody_else_are_fine() -> None:
    assert told(SITE + "sanctions:\n  - gna\n---\n" + BACKED, code="W406") == []


def test_an_enmity_that_still_goes_on_does_so_today() -> None:
    text = SITE + "sanctions:\n  - actor: lna\n    from: 2018\n    to: ..\n---\n" + BACKED
    assert len(told(text + "  observed:\n    - 2022\n", code="W406")) == 1


def test_sanctions_and_opposition_at_once_are_one_contradiction() -> None:
    text = SITE + "sanctions:\n  - lna\nopposes:\n  - lna\n---\n" + BACKED
    (one,) = found(text, code="W406")
    assert one.message == "`turkey` backs `lna` here, and sanctions and opposes it at the same time"
    assert [each.span.line for each in one.related] == [5, 7]
