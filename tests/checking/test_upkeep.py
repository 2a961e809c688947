"""Dates to come, pages due, translations left behind."""

from __future__ import annotations

from tests.checking.planted import ACTORS, SOURCES, found, told

SITE = ACTORS + SOURCES
# Today is 2026-01-15 in these tests.
ARTICLE = """
-- content/articles/jets.md --
---
title: Jets
date: 2020-05-29
"""


def test_evidence_statements_sources_and_changes_cannot_lie_in_the_future() -> None:
    text = """
    -- content/backings/all.yaml --
    - actor: russia
      recipient: lna
      from: 2026-02
      observed:
        - 2026-01-16
      positions:
        - by: russia
          stance: no-response
          date: 2027
          asked: 2028
      sources:
        - late
    -- content/actors/hor.md --
    ---
    name: House of Representatives
    type: legislature
    as_of: 2062-01-01
    corrections:
      - date: 2052-01-01
        why: A slip.
    ---
    """
    site = SITE.replace("date: 2010", "date: 2030\n  retrieved: 2031")
    assert told(site, text, code="W413") == [
        "actors/hor.md:4:8 this speaks of 2062-01-01, which has not come yet",
        "actors/hor.md:6:11 this was corrected 2052-01-01, which has not come yet",
        "backings/all.yaml:3:9 this tie begins 2026-02, which has not come yet",
        "backings/all.yaml:5:7 this was observed 2026-01-16, which has not come yet",
        "backings/all.yaml:9:13 this was said 2027, which has not come yet",
        "backings/all.yaml:10:14 this was asked 2028, which has not come yet",
        "sources.yaml:4:9 this source appeared 2030, which has not come yet",
        "sources.yaml:5:14 this source was retrieved 2031, which has not come yet",
    ]


def test_no_date_that_lies_in_the_past_by_its_nature_can_lie_in_the_future() -> None:
    text = """
    -- content/actors/hor.md --
    ---
    name: House of Representatives
    type: legislature
    founded: 2040
    opposes:
      - actor: gna
        as_of: 2041
    ---
    -- content/conflicts/war.md --
    ---
    name: The war
    from: 2042
    ---
    -- content/sources/paper.md --
    ---
    title: A paper
    affiliation:
      actor: gna
      relation: own
      date: 2043
    ---
    -- content/backings/all.yaml --
    - actor: russia
      recipient: lna
      as_of: 2044
      observed: 2020
      sources:
        - late
    """
    assert [each.partition(" ")[0] for each in told(SITE, text, code="W413")] == [
        "actors/hor.md:4:10",
        "actors/hor.md:7:12",
        "backings/all.yaml:3:10",
        "conflicts/war.md:3:7",
        "sources/paper.md:6:9",
    ]


def test_the_record_of_an_article_to_come_speaks_of_its_day() -> None:
    text = """
    -- content/articles/later.md --
    ---
    title: Later
    date: 2027
    backers:
      lna:
        - actor: russia
          observed: 2020
          sources:
            - late
    ---
    """
    assert told(SITE, text, code="W413") == []


def test_today_this_month_and_a_planned_end_are_not_in_the_future() -> None:
    text = """
    -- content/backings/all.yaml --
    - actor: russia
      recipient: lna
      from: 2026-01
      to: 2030
      observed:
        - 2026-01-15
      sources:
        - late
    """
    assert told(SITE, text, code="W413") == []


def test_an_event_to_come_is_noted() -> None:
    text = """
    -- content/events.yaml --
    vote:
      title: A vote
      date: 2026-12-24
    march:
      title: A march
      date: 2026
    """
    assert told(SITE, text, code="N414") == ["events.yaml:3:9 this event is dated 2026-12-24, which has not come yet"]


def test_a_page_that_speaks_of_long_ago_is_noted_where_the_site_asks_for_it() -> None:
    actor = "-- content/actors/hor.md --\n---\nname: HoR\ntype: legislature\nas_of: 2025-06\n---\n"
    limit = "-- site.yaml --\ntitle: A site\nreview_after: 180\n"
    assert told(SITE, ARTICLE + "---\n", actor, limit, code="N415") == [
        "actors/hor.md:4:8 this speaks of 2025-06, 199 days ago; `review_after` is 180",
        "articles/jets.md:3:7 this speaks of 2020-05-29, 2057 days ago; `review_after` is 180",
    ]
    fresh = ARTICLE + "updated: 2026-01-01\n---\n"
    assert told(SITE, fresh, actor.replace("2025-06", "2025-12"), limit, code="N415") == []
    assert told(SITE, ARTICLE + "---\n", actor, code="N415") == []


def test_a_review_whose_day_has_passed_is_noted() -> None:
    assert told(SITE, ARTICLE + "review_by: 2026-01-14\n---\n", code="N416") == [
        "articles/jets.md:4:12 this was to be looked at again by 2026-01-14"
    ]
    assert told(SITE, ARTICLE + "review_by: 2026-01\n---\n", code="N416") == []


TRANSLATION = """
-- content/articles/jets.ar.md --
---
title: طائرات
translates: 2020-05-29
translator: Backstory
---
"""


def test_a_translation_of_an_older_version_is_told_on_its_file() -> None:
    (one,) = found(SITE, ARTICLE + "updated: 2024-03-01\n---\n", TRANSLATION, code="W424")
    assert one.message == "this renders the original of 2020-05-29, which changed on 2024-03-01"
    assert (one.span.path, one.span.line, one.span.column) == ("content/articles/jets.ar.md", 3, 13)
    assert [(each.span.path, each.span.line) for each in one.related] == [("content/articles/jets.md", 4)]


def test_a_correction_of_the_original_leaves_its_translation_behind() -> None:
    corrected = ARTICLE + "corrections:\n  - date: 2021-01-01\n    why: A slip.\n---\n"
    assert len(found(SITE, corrected, TRANSLATION, code="W424")) == 1


def test_a_translation_of_the_version_that_stands_is_fine() -> None:
    assert told(SITE, ARTICLE + "updated: 2020-05\n---\n", TRANSLATION, code="W424") == []
