"""Ties against their own time and the life of their actors, and leaders beside each other."""

from __future__ import annotations

import pytest

from tests.checking.planted import ACTORS, SOURCES, WAR, found, told

SITE = ACTORS + SOURCES
HOR = """
-- content/actors/hor.md --
---
name: House of Representatives
type: legislature
founded: 2014-08
dissolved: 2020
"""
BACKED = (
    SITE
    + """
-- content/backings/all.yaml --
- actor: russia
  recipient: lna
  sources:
    - late
"""
)


def test_a_backing_from_before_its_recipient_was_founded_is_told_at_its_date() -> None:
    text = "backers:\n  - actor: russia\n    observed:\n      - 2013\n      - 2019\n    sources:\n      - late\n---\n"
    (one,) = found(SITE, HOR + text, code="W403")
    assert one.message == "this backing is dated 2013, before `hor` was founded, 2014-08"
    assert (one.span.line, one.span.column) == (9, 9)
    assert [(each.span.line, each.message) for each in one.related] == [(4, "founded here")]


def test_relations_and_parties_end_with_their_actors() -> None:
    text = """\
    commands:
      - actor: lna
        observed:
          - 2022-01
    ---
    -- content/conflicts/war.md --
    ---
    name: War
    sides:
      - id: east
        label: East
        parties:
          - actor: hor
            from: 2014-08
            to: 2021
    ---
    """
    assert told(SITE, HOR, text, code="W403") == [
        "actors/hor.md:9:9 this tie is dated 2022-01, after `hor` was dissolved, 2020",
        "conflicts/war.md:9:13 this part in the conflict is dated 2021, after `hor` was dissolved, 2020",
    ]


@pytest.mark.parametrize("date", ["2014", "2014-08", "2020-12", "2014-07~"])
def test_a_tie_that_may_lie_within_both_lives_is_fine(date: str) -> None:
    text = f"backers:\n  - actor: russia\n    observed:\n      - {date}\n    sources:\n      - late\n---\n"
    assert told(SITE, HOR + text, code="W403") == []


def test_a_successor_may_come_after_the_end() -> None:
    assert told(SITE, HOR + "succeeds:\n  - actor: lna\n    from: 2022\n---\n", code="W403") == []


def leaders(one: str, other: str) -> str:
    return f"""
-- content/actors/first.md --
---
name: First Leader
type: person
public_role: head of government
leads:
  - actor: gna
{one}
---
-- content/actors/second.md --
---
name: Second Leader
type: person
public_role: head of government
leads:
  - actor: gna
{other}
---
"""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", ""),
        ("", "    from: 2021-03-15"),
        ("    from: 2016-03-30\n    to: 2021-06-01", "    from: 2021-03-15\n    to: ..\n    as_of: 2022-01-01"),
        ("    from: 2016\n    to: 2021", "    observed:\n      - 2018-05"),
        ("    from: 2014\n    to: ..", "    from: 2016\n    to: .."),
    ],
)
def test_two_who_surely_lead_at_one_time_are_told_at_the_second(one: str, other: str) -> None:
    assert told(SITE, leaders(one, other), code="W407") == [
        "actors/second.md:6:12 `second` and `first` both lead `gna` at one time"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("    from: 2016-03-30\n    to: 2021-03-15", "    from: 2021-03-15"),
        ("    from: 2016\n    to: 2021", "    from: 2021"),
        ("    from: 2016", "    from: 2021"),
        ("    positions:\n      - by: lna\n        stance: denies", ""),
        ("    from: 2022\n    to: 2012", "    from: 2015\n    to: 2016"),
        ("    from: 2014\n    to: ..\n    as_of: 2015", "    from: 2016\n    to: .."),
    ],
)
def test_leaders_that_may_have_followed_each_other_are_fine(one: str, other: str) -> None:
    assert told(SITE, leaders(one, other), code="W407") == []


def test_two_leaders_are_told_once_however_many_terms_meet() -> None:
    one = "    from: 2014\n    to: 2018\n  - actor: gna\n    from: 2016\n    to: 2019"
    assert len(told(SITE, leaders(one, "    from: 2015\n    to: 2019"), code="W407")) == 1


def war(dates: str, party: str = "hor") -> str:
    side = f"  - id: a\n    label: A\n    parties:\n      - {party}\n"
    return f"-- content/conflicts/old.md --\n---\nname: The old war\n{dates}sides:\n{side}---\n"


def test_a_party_of_a_conflict_that_was_over_before_it_was_there_is_told() -> None:
    hor = HOR + "---\n"
    assert told(SITE, hor, war("from: 1998\nto: 1999\n"), code="W403") == [
        "conflicts/old.md:9:9 `old` ended 1999, before its party `hor` was founded, 2014-08"
    ]
    assert told(SITE, hor, war("from: 2040\n"), code="W403") == [
        "conflicts/old.md:8:9 `old` began 2040, after its party `hor` was dissolved, 2020"
    ]
    reversed_life = HOR.replace("founded: 2014-08", "founded: 2030") + "---\n"
    assert told(SITE, reversed_life, war("from: 2022\nto: 2024\n"), code="W403") == []
    for dates in ("from: 1998\n", "from: 1998\nto: 2014\n", "from: 1999\nto: 1998\n", "to: ..\n", ""):
        assert told(SITE, hor, war(dates), code="W403") == []


DOUBLED = ACTORS + SOURCES + "-- content/actors/saleh.md --\n---\nname: Saleh\ntype: person\npublic_role: spokesman\n"


@pytest.mark.parametrize("name", ["leads", "speaks_for", "member_of"])
@pytest.mark.parametrize("dates", ["", "    from: 2014\n    to: 2016\n", "    observed:\n      - 2015\n"])
def test_a_relation_that_stands_twice_at_one_time_is_told_where_it_stands_again(name: str, dates: str) -> None:
    record = f"  - actor: lna\n{dates}"
    (one,) = found(f"{DOUBLED}{name}:\n{record}{record}    sources: late\n---\n", code="N428")
    assert one.message == f"`saleh` has `{name}: lna` twice, at one time"
    assert (one.span.line, [each.span.line for each in one.related]) == (6 + record.count("\n"), [6])


def test_a_relation_at_two_times_or_to_two_actors_or_of_two_kinds_is_fine() -> None:
    text = "leads:\n  - actor: lna\n    from: 2014\n    to: 2016\n  - actor: lna\n    from: 2018\n  - gna\n"
    assert told(DOUBLED, text + "speaks_for:\n  - actor: lna\n    from: 2014\n    to: 2016\n---\n", code="N428") == []


def test_a_party_that_stands_twice_on_a_side_is_told_and_one_that_came_back_is_not() -> None:
    assert told(ACTORS, WAR.replace("- lna\n", "- lna\n      - lna\n"), code="N428") == [
        "conflicts/war.md:8:9 `lna` is a party of `east` twice, at one time"
    ]
    twice = "- actor: lna\n        to: 2016\n      - actor: lna\n        from: 2018\n"
    assert told(ACTORS, WAR.replace("- lna\n", twice), code="N428") == []


def test_evidence_from_before_the_beginning_or_after_the_end_is_told() -> None:
    text = BACKED + "  from: 2019-04-04\n  to: 2020-06\n  observed:\n    - 2018\n    - 2019\n    - 2020-07-01\n"
    assert told(text, code="E401") == [
        "backings/all.yaml:8:7 this was observed 2018, before it began, 2019-04-04",
        "backings/all.yaml:10:7 this was observed 2020-07-01, after it ended, 2020-06",
    ]


def test_evidence_is_not_measured_against_bounds_that_are_open_or_vague() -> None:
    text = BACKED + "  from: 2019-04~\n  to: ..\n  observed:\n    - 2019-03-20\n    - 2021\n"
    assert told(text, code="E401") == []


def test_a_record_that_ends_before_it_begins_is_told_as_that_alone() -> None:
    text = BACKED + "  from: 2020\n  to: 2018\n  observed:\n    - 2017\n    - 2019\n    - 2021\n"
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
