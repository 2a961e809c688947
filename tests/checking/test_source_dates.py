"""Sources that appeared before what they are to show."""

from __future__ import annotations

import pytest

from backstory import checking
from tests.checking.planted import ACTORS, SOURCES, TODAY, found, read, told

SITE = ACTORS + SOURCES
BACKING = """
-- content/backings/all.yaml --
- actor: russia
  recipient: lna
"""


def test_a_source_from_before_all_it_is_cited_for_is_told_where_it_is_cited() -> None:
    text = BACKING + "  from: 2014\n  observed:\n    - 2019-05\n  sources:\n    - early\n    - late\n"
    (one,) = found(SITE, text, code="W410")
    assert one.message == "`early` appeared 2010, before what it is cited for, 2014"
    assert (one.span.path, one.span.line, one.span.column) == ("content/backings/all.yaml", 7, 7)
    assert [(each.span.path, each.span.line) for each in one.related] == [
        ("content/backings/all.yaml", 3),
        ("content/sources.yaml", 4),
    ]


def test_a_date_that_no_source_is_young_enough_for_is_told_at_the_date() -> None:
    text = BACKING + "  observed:\n    - 2009\n    - 2019-05\n  sources:\n    - early\n"
    assert told(SITE, text, code="W410") == [
        "backings/all.yaml:5:7 every source of this record appeared before 2019-05"
    ]


def test_positions_events_relations_parties_and_support_have_sources_too() -> None:
    text = """
    -- content/claims/jets.md --
    ---
    text: Jets came.
    positions:
      - by: russia
        stance: denies
        date: 2020-05-27
        source: early
    ---
    -- content/events.yaml --
    landing:
      title: Jets land
      date: 2020-05
      sources:
        - early
    -- content/actors/hor.md --
    ---
    name: House of Representatives
    type: legislature
    commands:
      - actor: lna
        from: 2015
        sources:
          - early
    ---
    -- content/conflicts/war.md --
    ---
    name: War
    sides:
      - id: east
        label: East
        parties:
          - actor: lna
            from: 2014
            sources:
              - early
    ---
    -- content/backings/all.yaml --
    - actor: russia
      recipient: lna
      support:
        - kind: weapons
          observed:
            - 2019
          sources:
            - early
    """
    assert [each.split()[0] for each in told(SITE, text, code="W410")] == [
        "actors/hor.md:8:9",
        "backings/all.yaml:8:11",
        "claims/jets.md:7:13",
        "conflicts/war.md:10:13",
        "events.yaml:5:7",
    ]


def test_the_sources_of_a_claim_and_of_an_end_alone_are_held_against_them_too() -> None:
    claim = "-- content/claims/jets.md --\n---\ntext: Jets came.\ndate: 2020\nsources: early\n---\n"
    assert [each.partition(" ")[0] for each in told(SITE, claim, code="W410")] == ["claims/jets.md:4:10"]
    text = BACKING + "  to: 2020\n  sources:\n    - early\n"
    assert [each.partition(" ")[0] for each in told(SITE, text, code="W410")] == ["backings/all.yaml:5:7"]
    assert told(SITE, BACKING + "  from: 2009\n  to: 2020\n  sources:\n    - early\n", code="W410") == []
    assert told(SITE, BACKING + "  from: 2020\n  to: ..\n  sources:\n    - early\n", code="W410") != []


def test_one_wrong_date_is_told_once() -> None:
    future = BACKING + "  observed:\n    - 2030\n  sources:\n    - late\n"
    backwards = BACKING + "  from: 2022\n  to: 2019\n  sources:\n    - late\n"
    assert told(SITE, future, code="W410") == told(SITE, backwards, code="W410") == []


def test_a_date_is_attested_by_any_source_of_its_record() -> None:
    text = BACKING + "  observed:\n    - 2009\n    - 2019-05\n  sources:\n    - early\n"
    support = "  support:\n    - kind: weapons\n      sources:\n        - late\n"
    position = "  positions:\n    - by: gna\n      stance: asserts\n      source: late\n"
    assert told(SITE, text + support, code="W410") == told(SITE, text + position, code="W410") == []


@pytest.mark.parametrize("date", ["2010", "2010-06", "2009", "2011-01~", "2008/2012"])
def test_a_source_that_may_be_as_young_as_what_it_shows_is_fine(date: str) -> None:
    text = SITE.replace("date: 2010", "date: 2010?")
    assert told(text, BACKING + f"  observed:\n    - {date}\n  sources:\n    - early\n", code="W410") == []


def test_a_dataset_is_as_young_as_its_retrieval() -> None:
    text = SITE.replace("date: 2010", "date: 2010\n  kind: dataset\n  retrieved: 2020-01-01")
    assert told(text, BACKING + "  observed:\n    - 2019\n  sources:\n    - early\n", code="W410") == []


ACTOR = "-- content/actors/hor.md --\n---\nname: House\ntype: legislature\n"
CLAIM = "-- content/claims/jets.md --\n---\ntext: Jets came.\n"
CONFLICT = "-- content/conflicts/war.md --\n---\nname: War\n"
PARTY = "sides:\n  - id: east\n    label: East\n    parties:\n      - actor: lna\n        sources: early\n"
SOURCE = "-- content/sources/outlet.md --\n---\ntitle: News\npublisher: An outlet\naffiliation:\n  actor: russia\n"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (ACTOR + "founded: 2014\ntype_per: early\n", "actors/hor.md:5:11"),
        (SOURCE + "  relation: owner\n  date: 2014\n  source: early\n", "sources/outlet.md:8:11"),
        (CONFLICT + "from: 2014\n" + PARTY, "conflicts/war.md:9:18"),
        (CONFLICT + "from: 2014\nsources: early\n", "conflicts/war.md:3:7"),
        (CONFLICT + "from: 2009\nto: 2014\nsources: early\n", "conflicts/war.md:4:5"),
        (ACTOR + "founded: 2014\nsources: early\n", "actors/hor.md:4:10"),
        (ACTOR + "founded: 2013-01-01\nsources: early\n", "actors/hor.md:4:10"),
        (ACTOR + "founded: 2013-01-01\ntype_per: early\n", "actors/hor.md:5:11"),
        (ACTOR + "founded: 2009\ndissolved: 2014\nsources: early\n", "actors/hor.md:5:12"),
        (
            CLAIM + "positions:\n  - by: gna\n    stance: declined\n    asked:\n      date: 2020\n    source: early\n",
            "claims/jets.md:8:13",
        ),
        (
            CLAIM + "date: 2020\npositions:\n  - by: gna\n    stance: denies\n    source: early\n",
            "claims/jets.md:7:13",
        ),
    ],
    ids=[
        "type",
        "affiliation",
        "party",
        "began",
        "ended",
        "founded",
        "founded two years and a day later",
        "type two years and a day later",
        "dissolved",
        "asked",
        "undated position",
    ],
)
def test_every_source_beside_a_date_is_held_against_it(text: str, where: str) -> None:
    assert [each.partition(" ")[0] for each in told(SITE, text + "---\n", code="W410")] == [where]


@pytest.mark.parametrize(
    "text",
    [
        ACTOR + "founded: 2012-06\ntype_per: early\n",
        ACTOR + "founded: 2012-06\nsources: early\n",
        ACTOR + "founded: 2012-12-31\nsources: early\n",
        ACTOR + "founded: 2012-12-31\ntype_per: early\n",
        ACTOR + "founded: 2014\nsources:\n  - early\n  - late\n",
        ACTOR + "founded: 2014\nsources: early\ntype_per: late\n",
        ACTOR + "founded: 2014\nleads:\n  - actor: lna\n    sources: late\nsources: early\n",
        ACTOR + "founded: 2014\nsources: undated\n",
        ACTOR + "founded: 2014\n",
        ACTOR + "founded: 2014\ndissolved: 2012\nsources: early\n",
        CONFLICT + "from: 2014\nsources:\n  - early\n  - late\n",
        CONFLICT + "from: 2009\nto: ..\nsources: early\n",
        CONFLICT + "from: 2009\n" + PARTY,
        CONFLICT + "to: 2014\n" + PARTY,
        SOURCE + "  relation: owner\n  source: early\n",
        CLAIM + "date: 2020\npositions:\n  - by: gna\n    stance: denies\n    date: 2010\n    source: early\n",
        CLAIM + "positions:\n  - by: gna\n    stance: denies\n    source: early\n",
    ],
)
def test_a_source_that_may_know_of_what_it_shows_is_fine(text: str) -> None:
    undated = "-- content/sources/undated.md --\n---\ntitle: U\npublisher: U\n---\n"
    assert told(SITE, undated, text + "---\n", code="W410") == []


def test_a_source_that_an_actors_text_cites_may_attest_its_life() -> None:
    text = ACTOR + "founded: 2014\nsources: early\n---\nIt met in Tobruk [@late].\n"
    assert told(SITE, text, code="W410") == []


def test_of_an_actor_that_could_not_be_read_whole_nothing_is_missed() -> None:
    text = SITE + ACTOR + "founded: 2014\nsources: early\nwikidata: nonsense\n---\n"
    knowledge, links = read(text, errors=True)
    assert "W410" not in {each.code for each in checking.check(knowledge, links, today=TODAY)}
