"""Evidence between the beginning and the end of what it shows."""

from __future__ import annotations

from tests.checking.planted import ACTORS, SOURCES, told

BACKING = """
-- content/backings/all.yaml --
- actor: russia
  recipient: lna
  sources:
    - late
"""
SITE = ACTORS + SOURCES + BACKING


def test_evidence_from_before_the_beginning_or_after_the_end_is_told() -> None:
    text = SITE + "  from: 2019-04-04\n  to: 2020-06\n  observed:\n    - 2018\n    - 2019\n    - 2020-07-01\n"
    assert told(text, code="E401") == [
        "backings/all.yaml:8:7 this was observed 2018, before it began, 2019-04-04",
        "backings/all.yaml:10:7 this was observed 2020-07-01, after it ended, 2020-06",
    ]


def test_evidence_is_not_measured_against_bounds_that_are_open_or_vague() -> None:
    text = SITE + "  from: 2019-04~\n  to: ..\n  observed:\n    - 2019-03-20\n    - 2021\n"
    assert told(text, code="E401") == []


def test_a_record_that_ends_before_it_begins_is_told_as_that_alone() -> None:
    text = SITE + "  from: 2020\n  to: 2018\n  observed:\n    - 2017\n    - 2019\n    - 2021\n"
    assert told(text, code="E401") == []


def test_the_records_of_a_draft_are_checked() -> None:
    draft = """
    -- content/articles/a.md --
    ---
    title: A
    date: 2024
    draft: true
    backers:
      lna:
        - actor: russia
          from: 2020
          observed: 2019
          sources:
            - late
    ---
    """
    assert told(ACTORS, SOURCES, draft, code="E401") == [
        "articles/a.md:9:17 this was observed 2019, before it began, 2020"
    ]
