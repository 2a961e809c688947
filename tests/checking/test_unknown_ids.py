"""Every id in front matter is somebody's, or told at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from backstory.diagnostics import Diagnostic, formatting
from tests.assembling.given import modelled, told
from tests.scenario import site

RUSSIA = "-- actors/russia.md --\nname: Russia\ntype: state\n"


def test_an_id_nobody_has_is_told_with_the_nearest_one_and_the_way_to_a_new_file() -> None:
    _, found = modelled(RUSSIA + "-- articles/a.md --\ntitle: A\ndate: 2020\nactors:\n  - rusia\n")
    assert told(found) == ["articles/a.md:4:5 E201 no actor is called `rusia`"]
    assert found[0].label == "did you mean `russia` (Russia)?"
    assert found[0].hint == "actors are the files in content/actors/ · new one: python3 build.py new actor rusia"


def test_an_id_of_another_kind_is_told_as_what_it_is() -> None:
    _, found = modelled(RUSSIA + "sources:\n  - russia\n")
    assert found[0].label == "`russia` is an actor; here a source is meant"


def test_a_reference_to_a_broken_entity_is_quiet() -> None:
    _, found = modelled("-- actors/lna.md --\nname: A\n-- articles/a.md --\ntitle: A\ndate: 2020\nactors:\n  - lna\n")
    assert [each.code for each in found] == ["E123"]


@pytest.mark.parametrize(
    ("file", "front", "missing"),
    [
        ("articles/a.md", "title: A\ndate: 2020\nconflict: x\n", "conflict"),
        ("articles/a.md", "title: A\ndate: 2020\nclaims: x\n", "claim"),
        ("articles/a.md", "title: A\ndate: 2020\nevents: x\n", "event"),
        ("articles/a.md", "title: A\ndate: 2020\nplaces: x\n", "place"),
        ("articles/a.md", "title: A\ndate: 2020\nbackers:\n  x: []\n", "actor"),
        ("actors/a.md", "name: A\ntype: state\ntype_per: x\n", "source"),
        ("actors/a.md", "name: A\ntype: state\nleads: x\n", "actor"),
        ("claims/a.md", "text: A\nalternatives: x\n", "claim"),
        ("claims/a.md", "text: A\nabout:\n  event: x\n", "event"),
        ("claims/a.md", "text: A\npositions:\n  by: x\n  stance: denies\n", "actor"),
        ("claims/a.md", "text: A\npositions:\n  by: {name: B, of: x}\n  stance: denies\n", "actor"),
        ("claims/a.md", "text: A\npositions:\n  by: {unnamed: B, according_to: x}\n  stance: denies\n", "source"),
        ("claims/a.md", "text: A\npositions:\n  by: {name: B}\n  for: x\n  stance: denies\n", "actor"),
        ("sources/a.md", "title: A\nrelays: x\n", "source"),
        ("sources/a.md", "title: A\naffiliation: {actor: x, relation: state broadcaster}\n", "actor"),
        ("conflicts/a.md", "name: A\nsides:\n  id: one\n  label: One\n  parties: x\n", "actor"),
        ("events/a.md", "title: A\ndate: 2020\nplace: x\n", "place"),
    ],
)
def test_every_field_that_names_an_entity_is_followed(file: str, front: str, missing: str) -> None:
    _, found = modelled(f"-- {file} --\n{front}")
    assert [each.message for each in found if each.code == "E201"] == [f"no {missing} is called `x`"]


def test_a_reference_in_a_list_of_backings_is_followed() -> None:
    _, found = modelled(RUSSIA + "-- backings/u.yaml --\n- actor: russia\n  recipient: lna\n  sources: s\n")
    assert told(found) == [
        "backings/u.yaml:2:14 E201 no actor is called `lna`",
        "backings/u.yaml:3:12 E201 no source is called `s`",
    ]


def listed(times: int, *, conflict: str = "war") -> str:
    record = "- actor: russia\n  recipient: russia\n  conflict: {}\n"
    return "".join(record.format(conflict) for _ in range(times))


def missing(text: str) -> tuple[Diagnostic, ...]:
    return tuple(each for each in modelled(RUSSIA + text)[1] if each.code == "E201")


def test_an_id_that_a_file_names_up_to_three_times_is_told_at_each_place() -> None:
    found = missing("-- backings/u.yaml --\n" + listed(3))
    assert told(found) == [f"backings/u.yaml:{line}:13 E201 no conflict is called `war`" for line in (3, 6, 9)]


def test_an_id_that_a_file_names_more_often_is_told_once_with_how_often_and_the_next_two_places() -> None:
    found = missing("-- backings/u.yaml --\n" + listed(60) + listed(1, conflict="other"))
    assert told(found) == [
        "backings/u.yaml:3:13 E201 no conflict is called `war`, and 59 more places in this file name it",
        "backings/u.yaml:183:13 E201 no conflict is called `other`",
    ]
    assert [(each.span.line, each.message) for each in found[0].related] == [(6, "here as well"), (9, "here as well")]
    assert found[0].hint == "conflicts are the files in content/conflicts/ · new one: python3 build.py new conflict war"


def test_the_formats_for_machines_have_one_line_for_it_with_the_number_of_places() -> None:
    found = missing("-- backings/u.yaml --\n" + listed(60))
    for lines in (formatting.jsonl(found).splitlines(), formatting.github(found, "").splitlines()):
        assert len(lines) == 1
        assert "no conflict is called `war`, and 59 more places in this file name it" in lines[0]


def test_each_file_that_names_a_missing_id_is_told_for_itself() -> None:
    found = missing("-- backings/u.yaml --\n" + listed(5) + "-- backings/v.yaml --\n" + listed(4))
    assert told(found) == [
        "backings/u.yaml:3:13 E201 no conflict is called `war`, and 4 more places in this file name it",
        "backings/v.yaml:3:13 E201 no conflict is called `war`, and 3 more places in this file name it",
    ]


def test_a_file_with_other_errors_counts_each_place_once() -> None:
    front = "name: A\ntype: stat\n" + "opposes:\n" + "  - x\n" * 4
    _, found = modelled("-- actors/a.md --\n" + front)
    assert "actors/a.md:4:5 E201 no actor is called `x`, and 3 more places in this file name it" in told(found)


def test_the_same_id_missing_as_two_kinds_is_two_mistakes() -> None:
    front = "name: A\ntype: state\nsources: x\nopposes:\n" + "  - x\n" * 4
    _, found = modelled("-- actors/a.md --\n" + front)
    assert told(found) == [
        "actors/a.md:3:10 E201 no source is called `x`",
        "actors/a.md:5:5 E201 no actor is called `x`, and 3 more places in this file name it",
    ]


@pytest.mark.parametrize(
    ("publisher", "told_of"),
    [
        ("harbour-company", True),
        ("ferry-company", False),
        ("Harbour-Company", False),
        ("The Harbour Company", False),
        ("n-tv", False),
        ("bellingcat", False),
        ("wagner", True),
    ],
)
def test_a_publisher_that_reads_as_the_id_of_an_actor_renamed_is_told(
    tmp_path: Path, publisher: str, told_of: bool
) -> None:
    made = site(
        tmp_path,
        f"""
-- content/actors/ferry-company.md --
---
name: Ferry Company
type: company
redirects:
  - /actors/wagner/
---
-- content/sources.yaml --
minutes:
  title: Minutes
  publisher: {publisher}
""",
    )
    told = [(each.span.line, each.label) for each in made.build().diagnostics if each.code == "W441"]
    assert told == ([(3, "did you mean `ferry-company`?" if publisher == "wagner" else "")] if told_of else [])
