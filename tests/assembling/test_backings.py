"""Backings: records of one identity united, dated as the files allow, selected by bare ids."""

from __future__ import annotations

import pytest

from backstory.records.backing import Backing
from backstory.records.knowledge import by_backer, by_recipient
from tests.assembling.given import knowledge, modelled, told

SITE = """-- actors.yaml --
russia:
  name: Russia
  type: state
uae:
  name: UAE
  type: state
wagner:
  name: Wagner Group
  type: pmc
gna:
  name: GNA
  type: government
-- sources.yaml --
s1:
  title: One
  publisher: A
s2:
  title: Two
  publisher: B
-- conflicts/libya.md --
name: Libya
sides:
  - id: east
    label: East
    parties: lna
  - id: west
    label: West
    parties: gna
-- conflicts/other.md --
name: Other
"""
LNA = "-- actors/lna.md --\nname: LNA\ntype: armed-group\n"
ARTICLE = "-- articles/jets.md --\ntitle: A\ndate: 2020-05-29\n"


def record(extra: str = "", *, actor: str = "russia", indent: str = "  ") -> str:
    lines = [f"- actor: {actor}", *(f"  {line}" for line in extra.splitlines())]
    return "".join(f"{indent}{line}\n" for line in lines)


def only(text: str) -> Backing:
    (backing,) = knowledge(text).backings
    return backing


def ids(backings: tuple[Backing, ...]) -> list[str]:
    return [each.id for each in backings]


def test_the_records_of_an_actors_file_have_it_as_their_recipient() -> None:
    backing = only(SITE + LNA + "backers:\n" + record("conflict: libya\nsources: s1"))
    assert (backing.backer, backing.recipient, backing.conflict) == ("russia", "lna", "libya")
    assert backing.id == "russia.lna.libya.."


def test_records_of_equal_identity_unite_their_lists_and_fill_in_each_other() -> None:
    listed = "-- backings/u.yaml --\n" + record(
        "recipient: lna\nconflict: libya\nsupport: [weapons, {kind: training, observed: 2019}]\n"
        "observed: [2020, 2019]\nsources: [s1, s2]\nvia: wagner",
        indent="",
    )
    own = LNA + "backers:\n" + record("conflict: libya\nsupport: [weapons, training]\nobserved: 2020\nsources: s1")
    backing = only(SITE + own + listed)
    assert [(each.kind.value, len(each.observed)) for each in backing.support] == [("weapons", 0), ("training", 1)]
    assert [str(each) for each in backing.observed] == ["2019", "2020"]
    assert [each.source.id for each in backing.sources] == ["s1", "s2"]
    assert backing.via == "wagner"
    assert [each.path for each in backing.spans] == ["content/actors/lna.md", "content/backings/u.yaml"]


def test_records_that_differ_in_start_conflict_or_id_stay_apart() -> None:
    records = [record(f"{key}\nsources: s1") for key in ("from: 2019", "from: 2020", "conflict: libya", "id: jets")]
    known = knowledge(SITE + LNA + "backers:\n" + "".join(records))
    assert ids(known.backings) == ["russia.lna...jets", "russia.lna..2019.", "russia.lna..2020.", "russia.lna.libya.."]


def test_two_values_for_one_scalar_of_a_record_are_an_error_that_names_both_places() -> None:
    listed = "-- backings/u.yaml --\n" + record("recipient: lna\nto: 2021\nsources: s1", indent="")
    _, found = modelled(SITE + LNA + "backers:\n" + record("to: 2020\nsources: s1") + listed)
    assert told(found) == [
        "backings/u.yaml:3:7 E207 two records of one tie (russia backs lna) differ: "
        "`to` is `2021` here and `2020` elsewhere"
    ]
    assert [each.span.path for each in found[0].related] == ["content/actors/lna.md"]


def test_a_record_that_names_another_recipient_than_it_stands_under_is_an_error() -> None:
    _, found = modelled(SITE + LNA + "backers:\n" + record("recipient: gna\nsources: s1"))
    assert [each.code for each in found] == ["E206"]
    _, found = modelled(
        SITE + LNA + ARTICLE + "backers:\n  lna:\n" + record("recipient: gna\nsources: s1", indent="    ")
    )
    assert [each.code for each in found] == ["E206"]


@pytest.mark.parametrize(
    ("actor", "extra", "expected"),
    [
        ("as_of: 2021\n", "as_of: 2020-06\n", "2020-06"),
        ("as_of: 2021\n", "observed: 2019\n", "2021"),
        ("", "observed: [2019, 2018]\n", "2019"),
        ("", "observed: 2018\npositions: {by: gna, stance: denies, date: 2020-02, source: s1}\n", "2020-02"),
        ("", "", "None"),
    ],
)
def test_a_record_speaks_of_its_own_date_or_its_files_or_its_evidence(actor: str, extra: str, expected: str) -> None:
    backing = only(SITE + LNA + actor + "backers:\n" + record(f"{extra}sources: s1"))
    assert str(backing.as_of) == expected


@pytest.mark.parametrize(
    ("article", "expected"),
    [("", "2020-05-29"), ("updated: 2020-07\n", "2020-07"), ("updated: 2020-07\nas_of: 2020-06\n", "2020-06")],
)
def test_a_record_in_an_article_speaks_of_the_articles_date(article: str, expected: str) -> None:
    text = ARTICLE + article + "backers:\n  lna:\n" + record("observed: 2019\nsources: s1", indent="    ")
    assert str(only(SITE + LNA + text).as_of) == expected


def test_the_latest_explicit_as_of_holds_and_is_never_compared() -> None:
    records = record("as_of: 2019\nsources: s1") + record("as_of: 2020\nsources: s1")
    assert str(only(SITE + LNA + "as_of: 2022\nbackers:\n" + records).as_of) == "2020"


def test_a_record_in_an_article_has_the_articles_conflict() -> None:
    text = ARTICLE + "conflict: libya\nbackers:\n  lna:\n" + record("sources: s1", indent="    ")
    assert only(SITE + LNA + text).conflict == "libya"


def test_a_bare_id_selects_every_record_of_the_two_in_the_articles_conflict() -> None:
    own = "backers:\n" + "".join(record(f"conflict: {each}\nsources: s1") for each in ("libya", "other"))
    text = SITE + LNA + own + ARTICLE + "backers:\n  lna: russia\n"
    assert ids(knowledge(text).selected["jets"]) == ["russia.lna.libya..", "russia.lna.other.."]
    within = text.replace("date: 2020-05-29", "date: 2020-05-29\nconflict: libya")
    assert ids(knowledge(within).selected["jets"]) == ["russia.lna.libya.."]


def test_an_article_shows_its_backings_in_the_order_it_names_them() -> None:
    own = "backers:\n" + record("sources: s1") + record("sources: s1", actor="uae")
    text = SITE + LNA + own + ARTICLE + "backers:\n  lna:\n    - uae\n    - russia\n    - uae\n"
    assert ids(knowledge(text).selected["jets"]) == ["uae.lna...", "russia.lna..."]


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


def test_a_draft_contributes_no_backing_and_may_use_its_own() -> None:
    draft = ARTICLE + "draft: true\nbackers:\n  lna:\n    - russia\n" + record("sources: s1", indent="    ")
    known = knowledge(SITE + LNA + draft)
    assert (known.backings, dict(known.selected)) == ((), {})


def test_a_draft_is_checked_like_the_rest() -> None:
    _, found = modelled(SITE + LNA + ARTICLE + "draft: true\nbackers:\n  lna:\n    - russia\n")
    assert [each.code for each in found] == ["E208"]
    _, found = modelled(SITE + LNA + ARTICLE + "draft: true\nbackers:\n  lna:\n" + record(indent="    "))
    assert [each.code for each in found] == ["W212"]


def test_a_tie_without_any_source_is_a_warning_and_never_drawn() -> None:
    known, found = modelled(SITE + LNA + "backers:\n" + record())
    assert told(found) == ["actors/lna.md:4:5 W212 nothing is named that says that `russia` backs `lna`"]
    assert [each.drawn for each in known.backings] == [False]


def test_a_tie_to_a_private_military_company_without_any_source_is_an_error() -> None:
    _, found = modelled(SITE + LNA + "backers:\n" + record(actor="wagner"))
    assert [each.code for each in found] == ["E211"]
    _, found = modelled(SITE + LNA + "backers:\n" + record("via: wagner"))
    assert [each.code for each in found] == ["E211"]


def test_backings_are_grouped_by_either_end() -> None:
    own = "backers:\n" + record("sources: s1") + record("sources: s1", actor="uae")
    backings = knowledge(SITE + LNA + own).backings
    assert {name: ids(group) for name, group in by_recipient(backings).items()} == {
        "lna": ["russia.lna...", "uae.lna..."]
    }
    assert {name: ids(group) for name, group in by_backer(backings).items()} == {
        "russia": ["russia.lna..."],
        "uae": ["uae.lna..."],
    }


def test_what_can_be_read_of_a_record_with_an_error_keeps_its_place() -> None:
    text = "-- backings/u.yaml --\n- actor: russia\n  recipient: lna\n  suport: weapons\n"
    entire = modelled(SITE + LNA + text)[0].entire
    assert entire
    assert [(each.path, each.line) for backing in entire.recorded for each in backing.spans] == [
        ("content/backings/u.yaml", 1)
    ]
