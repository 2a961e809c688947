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
