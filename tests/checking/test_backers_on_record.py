"""Backers that an article names by their ids alone: a record must say so, and not of the other side."""

from __future__ import annotations

import pytest

from tests.assembling.given import ARTICLE, LNA, SITE, ids, knowledge, modelled, record, told


def test_a_bare_id_without_a_record_is_told_with_the_record_to_add() -> None:
    _, found = modelled(SITE + LNA + ARTICLE + "conflict: libya\nbackers:\n  lna:\n    - uae\n")
    assert told(found) == ["articles/jets.md:6:7 E208 no record says that `uae` (UAE) backs `lna` (LNA) in `libya`"]
    assert found[0].hint == (
        "add it to content/actors/lna.md, with what it rests on\n"
        "backers:\n"
        "  - actor: uae\n"
        "    conflict: libya\n"
        "    support:\n"
        "      - unknown\n"
        "    sources:\n"
        "      - the-id-of-a-source"
    )


def test_a_record_to_add_for_an_actor_of_a_collected_file_belongs_there() -> None:
    _, found = modelled(SITE + ARTICLE + "backers:\n  gna:\n    - uae\n")
    assert found[0].hint.partition("\n")[0] == "add it to content/actors.yaml, under `gna`, with what it rests on"


@pytest.mark.parametrize("conflict", ["conflict: libya\n", ""])
def test_a_backer_of_the_other_side_named_under_this_one_is_told_with_the_record_and_its_source(conflict: str) -> None:
    own = "backers:\n" + record("conflict: libya\nsources: s1")
    _, found = modelled(SITE + LNA + own + ARTICLE + conflict + "backers:\n  gna:\n    - russia\n")
    assert [(each.code, each.message) for each in found] == [
        ("E209", "`russia` (Russia) is recorded as a backer of `lna` (LNA), the other side, not of `gna`")
    ]
    assert [(each.span.path, each.message) for each in found[0].related] == [
        ("content/actors/lna.md", "`russia` backs `lna`, according to `s1`")
    ]


@pytest.mark.parametrize(
    ("seen", "named", "code"),
    [("2015", "gna", "E209"), ("2018", "uae", "E209"), ("2018", "gna", "E208"), ("2015", "uae", "E208")],
)
def test_a_party_that_changed_sides_is_judged_by_the_side_it_was_on_then(seen: str, named: str, code: str) -> None:
    sides = """-- conflicts/split.md --
name: The split
sides:
  - id: east
    label: East
    parties:
      - uae
      - actor: lna
        to: 2016
  - id: west
    label: West
    parties:
      - gna
      - actor: lna
        from: 2017
"""
    own = "backers:\n" + record(f"conflict: split\nsources: s1\nobserved: {seen}")
    article = ARTICLE + f"conflict: split\nbackers:\n  {named}:\n    - russia\n"
    _, found = modelled(SITE + LNA + own + sides + article)
    assert [each.code for each in found] == [code]


def test_a_backer_of_both_sides_by_its_records_may_be_named_under_each() -> None:
    records = LNA + "backers:\n" + record("conflict: libya\nsources: s1")
    both = "-- backings/u.yaml --\n" + record("recipient: gna\nconflict: libya\nsources: s2", indent="")
    known = knowledge(SITE + records + both + ARTICLE + "backers:\n  gna: russia\n")
    assert ids(known.selected["jets"]) == ["russia.gna.libya.."]


@pytest.mark.parametrize(
    "broken",
    [
        LNA + "backers:\n" + record("suport: weapons"),
        LNA + "-- backings/u.yaml --\n" + record("recipient: lna\nsuport: weapons", indent=""),
        LNA + "-- articles/b.md --\ntitle: B\ndate: x\nbackers:\n  lna:\n" + record("sources: s1", indent="    "),
    ],
)
def test_a_bare_id_is_quiet_where_the_record_may_stand_in_what_could_not_be_read(broken: str) -> None:
    _, found = modelled(SITE + broken + ARTICLE + "backers:\n  lna: russia\n")
    assert [each.code for each in found if each.code in ("E208", "E209")] == []


def test_a_draft_is_checked_like_the_rest() -> None:
    _, found = modelled(SITE + LNA + ARTICLE + "draft: true\nbackers:\n  lna:\n    - russia\n")
    assert [each.code for each in found] == ["E208"]
    _, found = modelled(SITE + LNA + ARTICLE + "draft: true\nbackers:\n  lna:\n" + record(indent="    "))
    assert [each.code for each in found] == ["W212"]
