"""Channels that are no channel: `via` the backer, or the recipient."""

from __future__ import annotations

import pytest

from tests.assembling.given import modelled, told

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
