"""One backer behind both sides: a note where one source says so, a warning where two sources disagree."""

from __future__ import annotations

import pytest

from tests.checking.planted import ACTORS, SOURCES, WAR, found, told

SITE = ACTORS + SOURCES + WAR


def backings(east: str, west: str, *, sources: tuple[str, str] = ("late", "late"), conflict: str = "war") -> str:
    return f"""
-- content/backings/all.yaml --
- actor: russia
  recipient: lna
  conflict: {conflict}
{east}
  sources:
    - {sources[0]}
- actor: russia
  recipient: gna
  conflict: war
{west}
  sources:
    - {sources[1]}
"""


SEEN_2014 = "  observed:\n    - 2014"
SEEN_2019 = "  observed:\n    - 2019"


def test_a_backer_of_both_sides_in_one_year_is_noted_once_with_both_records() -> None:
    (one,) = found(SITE, backings(SEEN_2014 + "\n    - 2015", SEEN_2014 + "\n    - 2015"), code="N404")
    assert one.message == "`russia` backs `gna` here, and its opponent `lna` at the same time"
    assert (one.span.path, one.span.line) == ("content/backings/all.yaml", 9)
    assert [(each.span.line, each.message) for each in one.related] == [
        (1, "here it backs `lna`, on the other side of `war`; rests on `late`")
    ]


@pytest.mark.parametrize(
    ("east", "west"),
    [
        (SEEN_2014, SEEN_2019),
        ("  from: 2014", SEEN_2019),
        ("  to: 2018", SEEN_2019),
        ("  from: 2014\n  to: 2018", "  from: 2019\n  to: 2020"),
        ("  from: 2014\n  to: 2016-05-01", "  from: 2016-05-01"),
        ("  from: 2014\n  to: 2016", "  from: 2016\n  to: 2018"),
    ],
)
def test_a_backer_that_changed_sides_or_may_have_is_not_noted(east: str, west: str) -> None:
    text = SITE + backings(east, west, sources=("late", "other"))
    assert told(text, code="N404") == told(text, code="W405") == []


def test_a_backer_of_two_parties_of_one_side_is_not_noted() -> None:
    text = SITE.replace("      - lna\n", "      - lna\n      - gna\n").replace("parties:\n      - gna", "parties: []")
    assert told(text, backings(SEEN_2014, SEEN_2014), code="N404") == []


def test_help_from_before_an_actor_became_a_party_does_not_count() -> None:
    text = SITE.replace("      - gna\n", "      - actor: gna\n        from: 2016-03\n")
    assert told(text, backings(SEEN_2014, SEEN_2014), code="N404") == []
    assert len(told(text, backings(SEEN_2019, SEEN_2019), code="N404")) == 1


def test_ties_that_rest_on_different_sources_are_a_warning_that_names_both() -> None:
    text = backings(SEEN_2019, "  observed:\n    - 2019-05-26", sources=("late", "other"))
    (one,) = found(SITE, text, code="W405")
    assert one.message == (
        "`russia` is named here as a backer of `gna`, and is recorded to back its opponent `lna` at the same time"
    )
    assert one.label == "rests on `other`"
    assert [each.message for each in one.related] == [
        "here it backs `lna`, on the other side of `war`; rests on `late`"
    ]
    assert found(SITE, text, code="N404") == []


def test_the_warning_stands_at_the_record_in_the_article() -> None:
    text = """
    -- content/actors/turkey.md --
    ---
    name: Turkey
    type: state
    ---
    -- content/backings/all.yaml --
    - actor: turkey
      recipient: gna
      conflict: war
      observed:
        - 2019
      sources:
        - late
    -- content/articles/headline.md --
    ---
    title: A headline
    date: 2020-05-29
    conflict: war
    backers:
      lna:
        - actor: turkey
          sources:
            - other
    ---
    """
    assert told(SITE, text, code="W405") == [
        "articles/headline.md:7:7 `turkey` is named here as a backer of `lna`, "
        "and is recorded to back its opponent `gna` at the same time"
    ]


def test_the_best_sourced_record_is_set_against_the_doubtful_one() -> None:
    text = (
        backings("  id: early\n  observed:\n    - 2014", "", sources=("early", "other"))
        + """- actor: russia
  recipient: lna
  conflict: war
  observed:
    - 2019
  sources:
    - early
    - late
"""
    )
    (one,) = found(SITE, text, code="W405")
    assert [each.message for each in one.related] == [
        "here it backs `lna`, on the other side of `war`; rests on `early`, `late`"
    ]


def test_ties_in_different_conflicts_do_not_meet() -> None:
    peace = "-- content/conflicts/peace.md --\n---\nname: The peace\n---\n"
    text = SITE + peace + backings(SEEN_2014, SEEN_2014, conflict="peace")
    assert told(text, code="N404") == []


@pytest.mark.parametrize(
    ("east", "west"),
    [
        ("  from: 2014\n  to: 2016", "  from: 2015\n  to: 2018"),
        ("  from: 2014\n  to: 2016", "  observed: 2016"),
        ("  from: 2014\n  to: ..", "  observed: 2019"),
        ("  from: 2014\n  to: ..", "  from: 2016\n  to: .."),
        ("  observed: 2019~", "  observed: 2019-05"),
        ("  observed: 201X", "  from: 2018\n  to: 2020"),
        ("  support:\n    - kind: weapons\n      observed: 2019", "  observed: 2019-05"),
    ],
)
def test_a_backer_of_both_sides_in_one_time_is_noted_however_the_time_is_given(east: str, west: str) -> None:
    assert len(told(SITE, backings(east, west), code="N404")) == 1


def test_two_records_without_a_conflict_are_told_once_for_all_conflicts_of_the_two_parties() -> None:
    text = backings("", "", sources=("late", "other")).replace("  conflict: war\n", "")
    assert len(told(SITE, WAR.replace("/war.md", "/second.md"), text, code="W405")) == 1


def test_a_draft_is_warned_of_a_backer_recorded_with_the_opponent() -> None:
    draft = """
    -- content/articles/headline.md --
    ---
    title: A headline
    date: 2020-05-29
    draft: true
    conflict: war
    backers:
      gna:
        - actor: russia
          observed: 2019
          sources:
            - other
    ---
    """
    record = backings("  observed: 2019", "").partition("- actor: russia\n  recipient: gna")[0]
    (one,) = told(SITE, record, draft, code="W405")
    assert one.startswith("articles/headline.md:8:7 ")
