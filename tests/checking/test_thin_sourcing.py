"""Sources: none at all, not archived, or too few."""

from __future__ import annotations

from tests.assembling import given
from tests.checking.planted import ACTORS, SOURCES, WAR, found, told

SITE = ACTORS + SOURCES
BACKING = """
-- content/backings/all.yaml --
- actor: russia
  recipient: lna
"""


def test_a_source_on_the_web_without_an_archived_copy_is_noted() -> None:
    text = """
    -- content/sources.yaml --
    bare:
      title: A page
      url: https://example.org/a
    kept:
      title: A page
      url: https://example.org/b
      archive_url: https://web.archive.org/b
    copy:
      title: An archived page
      url: https://web.archive.org/web/2020/https://example.org/c
    snapshot:
      title: An archived page
      url: https://archive.ph/abc
    paper:
      title: A book
    """
    assert told(text, code="N417") == ["sources.yaml:1:1 `bare` has no `archive_url`"]


def test_a_tie_and_a_claim_that_rest_on_one_source_are_noted() -> None:
    text = """
    -- content/claims/jets.md --
    ---
    text: Jets came.
    positions:
      - by: gna
        stance: asserts
        source: late
      - by: lna
        stance: denies
        source: other
    ---
    """
    assert told(SITE, text, BACKING + "  sources:\n    - late\n", code="N418") == [
        "backings/all.yaml:1:3 this backing rests on one source: `late`",
        "claims/jets.md:1:1 this claim rests on one source: `late`",
    ]


def test_a_table_that_rests_on_one_source_is_told_once_and_where_the_next_rows_are() -> None:
    rows = "".join(
        f"- actor: russia\n  recipient: lna\n  id: y{year}\n  observed: {year}\n  sources: early\n"
        for year in range(2014, 2024)
    )
    text = f"{SITE}-- content/backings/all.yaml --\n{rows}"
    (one,) = found(text, code="N418")
    assert one.message == "this backing rests on one source: `early`, and so do 9 more in this file"
    (old,) = found(text, code="W410")
    assert old.message.endswith("before what it is cited for, 2014, and so in 9 more places in this file")
    assert [(each.span.line, each.message) for each in old.related[-2:]] == [(10, "here as well"), (15, "here as well")]


def test_two_sources_of_different_origin_are_enough() -> None:
    claim = "-- content/claims/jets.md --\n---\ntext: Jets came.\nsources:\n  - late\n  - other\n---\n"
    text = SITE + claim + BACKING + "  sources:\n    - late\n    - other\n"
    assert [told(text, code=code) for code in ("N418", "N419", "N420")] == [[], [], []]


def test_relays_of_one_source_count_as_one() -> None:
    text = SITE.replace("A third paper", "A third paper\n  relays: early").replace(
        "Another paper", "Another paper\n  relays: early"
    )
    claim = "-- content/claims/jets.md --\n---\ntext: Jets came.\nsources:\n  - late\n  - other\n---\n"
    assert told(text, claim, BACKING + "  sources:\n    - late\n    - other\n", code="N419") == [
        "backings/all.yaml:1:3 this backing rests on one origin: `late`, `other` count once, as `early`",
        "claims/jets.md:1:1 this claim rests on one origin: `late`, `other` count once, as `early`",
    ]


ONE_VOICE = "A third paper", "Another paper"
CLAIM = "-- content/claims/jets.md --\n---\ntext: Jets came.\n"


def test_sources_of_one_publisher_are_one_voice_for_a_claim_as_for_a_tie() -> None:
    text = SITE.replace(*ONE_VOICE)
    claim = CLAIM + "sources:\n  - late\n  - other\n---\n"
    assert told(text, claim, BACKING + "  sources:\n    - late\n    - other\n", code="N419") == [
        "backings/all.yaml:1:3 this backing rests on one origin: `late`, `other` count once, as `late`",
        "claims/jets.md:1:1 this claim rests on one origin: `late`, `other` count once, as `late`",
    ]
    affiliated = SITE.replace("A third paper", "lna").replace(
        "publisher: Another paper", "publisher: Another paper\n  affiliation:\n    actor: lna\n    relation: owner"
    )
    assert len(told(affiliated, claim, code="N419")) == 1


def test_one_speaker_in_two_papers_is_one_voice_and_two_speakers_in_them_are_two() -> None:
    position = "  - by: {}\n    stance: asserts\n    source: {}\n"
    once = CLAIM + "positions:\n" + position.format("gna", "late") + position.format("gna", "other") + "---\n"
    twice = CLAIM + "positions:\n" + position.format("gna", "late") + position.format("russia", "other") + "---\n"
    assert len(told(SITE, once, code="N419")) == 1
    assert [told(SITE, twice, code=code) for code in ("N418", "N419")] == [[], []]
    # One paper that carries two speakers is no second paper.
    same = CLAIM + "positions:\n" + position.format("gna", "late") + position.format("russia", "late") + "---\n"
    assert len(told(SITE, same, code="N418")) == 1


def test_sources_of_one_side_alone_are_noted() -> None:
    text = SITE.replace("A third paper", "gna").replace("Another paper", "gna") + WAR
    claim = "-- content/claims/jets.md --\n---\ntext: Jets came.\nconflict: war\nsources:\n  - late\n  - other\n---\n"
    backing = BACKING + "  conflict: war\n  sources:\n    - late\n    - other\n"
    assert told(text, claim, backing, code="N420") == [
        "backings/all.yaml:1:3 this backing rests on sources of one side alone: `late`, `other`",
        "claims/jets.md:1:1 this claim rests on sources of one side alone: `late`, `other`",
    ]


def test_the_sources_of_whoever_speaks_for_a_party_are_that_sides() -> None:
    """Two publishers of one side are one side, whether they are one voice or two."""
    spokesman = "-- content/actors/saleh.md --\n---\nname: Saleh\ntype: person\npublic_role: spokesman\n"
    spokesman += "speaks_for: gna\n---\n"
    text = SITE.replace("A third paper", "gna").replace("Another paper", "saleh") + WAR + spokesman
    claim = CLAIM + "conflict: war\nsources:\n  - late\n  - other\n---\n"
    assert len(told(text, claim, code="N420")) == 1


def test_a_source_of_neither_side_among_them_is_enough() -> None:
    text = SITE.replace("A third paper", "gna") + WAR
    claim = "-- content/claims/jets.md --\n---\ntext: Jets came.\nconflict: war\nsources:\n  - late\n  - other\n---\n"
    assert told(text, claim, code="N420") == []


def test_a_source_that_only_a_draft_adds_does_not_count_for_what_is_published() -> None:
    draft = """
-- content/articles/a.md --
---
title: A
date: 2020
draft: true
backers:
  lna:
    - actor: russia
      sources:
        - other
---
"""
    text = SITE + BACKING + "  sources:\n    - late\n"
    assert len(told(text, draft, code="N418")) == 1
    assert told(text, draft.replace("draft: true\n", ""), code="N418") == []


def test_a_tie_without_any_source_is_a_warning_and_never_drawn() -> None:
    known, found = given.modelled(given.SITE + given.LNA + "backers:\n" + given.record())
    assert given.told(found) == ["actors/lna.md:4:5 W212 nothing is named that says that `russia` backs `lna`"]
    assert [each.drawn for each in known.backings] == [False]


def test_a_tie_to_a_private_military_company_without_any_source_is_an_error() -> None:
    _, found = given.modelled(given.SITE + given.LNA + "backers:\n" + given.record(actor="wagner"))
    assert [each.code for each in found] == ["E211"]
    _, found = given.modelled(given.SITE + given.LNA + "backers:\n" + given.record("via: wagner"))
    assert [each.code for each in found] == ["E211"]
