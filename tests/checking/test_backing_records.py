"""Records of backing as they are written: under whom they stand, through whom it goes, and what two of them say."""

from __future__ import annotations

import pytest

from tests.assembling.given import ARTICLE, LNA, SITE, modelled, record, told

ACTORS = """-- actors.yaml --
russia:
  name: Russia
  type: state
wagner:
  name: Wagner Group
  type: pmc
gna:
  name: GNA
  type: government
-- sources.yaml --
paper:
  title: A paper
"""
RECORD = "- actor: russia\n  recipient: gna\n  via: {}\n  sources: paper\n"


def found(text: str) -> list[str]:
    return [each for each in told(modelled(ACTORS + text)[1]) if " W217 " in each]


@pytest.mark.parametrize(
    ("via", "message"),
    [
        ("russia", "`russia` is the backer itself here, and no channel to `gna`"),
        ("gna", "`gna` is the recipient itself here, and no channel from `russia`"),
    ],
)
def test_a_backer_or_recipient_as_the_channel_is_told_at_via(via: str, message: str) -> None:
    assert found(f"-- backings/all.yaml --\n{RECORD.format(via)}") == [f"backings/all.yaml:3:8 W217 {message}"]


def test_it_is_told_on_an_actors_file_and_in_an_article_and_in_a_draft() -> None:
    record = "    - actor: russia\n      via: russia\n      sources: paper\n"
    article = f"title: A\ndate: 2020\nbackers:\n  gna:\n{record}"
    actor = "name: LNA\ntype: armed-group\nbackers:\n  - actor: russia\n    via: lna\n    sources: paper\n"
    text = f"-- actors/lna.md --\n{actor}-- articles/a.md --\n{article}-- articles/b.md --\n{article}draft: true\n"
    assert [each.partition(" ")[0] for each in found(text)] == [
        "actors/lna.md:5:10",
        "articles/a.md:6:12",
        "articles/b.md:6:12",
    ]


def test_a_third_is_a_channel_and_a_record_without_one_is_fine() -> None:
    assert found(f"-- backings/all.yaml --\n{RECORD.format('wagner')}") == []
    assert found(f"-- backings/all.yaml --\n{RECORD.replace('  via: {}', '  id: one')}") == []


def test_a_backing_of_oneself_is_told_as_that_alone() -> None:
    text = RECORD.format("gna").replace("russia", "gna")
    assert found(f"-- backings/all.yaml --\n{text}") == []


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
