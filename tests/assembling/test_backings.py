"""Backings: records of one identity united, dated as the files allow, selected by bare ids."""

from __future__ import annotations

import pytest

from backstory.records.backing import Backing
from tests.assembling.given import ARTICLE, LNA, SITE, ids, knowledge, modelled, record


def only(text: str) -> Backing:
    (backing,) = knowledge(text).backings
    return backing


def test_the_records_of_an_actors_file_have_it_as_their_recipient() -> None:
    backing = only(SITE + LNA + "backers:\n" + record("conflict: libya\nsources: s1"))
    assert (backing.backer, backing.recipient, backing.conflict) == ("russia", "lna", "libya")
    assert backing.id == "russia.lna.libya.."


def test_records_of_equal_identity_unite_their_lists_and_fill_in_each_other() -> None:
    listed = "-- backings/u.yaml --\n" + record(
        "recipient: lna\nconflict: libya\nsupport: [weapons, {kind: training, observed: 2019}]\n"
        "observed: [2020, 2019]\nsources: [s1, s2]\nvia: wagner\nto: 2021\nnote: One.\n"
        "positions: {by: gna, stance: denies, date: 2020, source: s1}",
        indent="",
    )
    own = LNA + "backers:\n" + record("conflict: libya\nsupport: [weapons, training]\nobserved: 2020\nsources: s1")
    backing = only(SITE + own + listed)
    assert [(each.kind.value, len(each.observed)) for each in backing.support] == [("weapons", 0), ("training", 1)]
    assert [str(each) for each in backing.observed] == ["2019", "2020"]
    assert [each.source.id for each in backing.sources] == ["s1", "s2"]
    assert (backing.via, str(backing.to), backing.note and backing.note.own) == ("wagner", "2021", "One.")
    assert [each.stance.value for each in backing.positions] == ["denies"]
    assert [each.span.path for each in backing.records] == ["content/actors/lna.md", "content/backings/u.yaml"]


def test_records_that_differ_in_start_conflict_or_id_stay_apart() -> None:
    records = [record(f"{key}\nsources: s1") for key in ("from: 2019", "from: 2020", "conflict: libya", "id: jets")]
    known = knowledge(SITE + LNA + "backers:\n" + "".join(records))
    assert ids(known.backings) == ["russia.lna...jets", "russia.lna..2019.", "russia.lna..2020.", "russia.lna.libya.."]


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


def test_a_draft_contributes_no_backing_and_may_use_its_own() -> None:
    draft = ARTICLE + "draft: true\nbackers:\n  lna:\n    - russia\n" + record("sources: s1", indent="    ")
    known = knowledge(SITE + LNA + draft)
    assert (known.backings, dict(known.selected)) == ((), {})


def test_what_can_be_read_of_a_record_with_an_error_keeps_its_place() -> None:
    text = "-- backings/u.yaml --\n- actor: russia\n  recipient: lna\n  suport: weapons\n"
    entire = modelled(SITE + LNA + text)[0].entire
    assert entire
    assert [(each.span.path, each.span.line) for each in entire.recorded] == [("content/backings/u.yaml", 1)]


def test_records_of_one_identity_stand_by_path_whatever_the_order_of_the_files() -> None:
    listed = [f"-- backings/{name}.yaml --\n" + record("recipient: lna\nsources: s1", indent="") for name in "ab"]
    in_an_article = ARTICLE + "backers:\n  lna:\n" + record("sources: s2", indent="    ")
    files = [SITE, LNA, in_an_article, *listed]
    (one,) = knowledge("".join(files)).backings
    (other,) = knowledge("".join(reversed(files))).backings
    assert one == other
    assert [each.source.id for each in one.sources] == ["s2", "s1"]
    assert [each.span.path for each in one.records] == [
        "content/articles/jets.md",
        "content/backings/a.yaml",
        "content/backings/b.yaml",
    ]
