"""The indexes: order, letters, languages, and how long ones are split."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from backstory.pages.indexes import (
    actors_index,
    articles_index,
    claims_index,
    conflicts_index,
    places,
    timeline,
    topics,
)
from backstory.pages.kinds import backers, conflict
from backstory.values.keys import Kind
from tests import scenario
from tests.pages.given import CONFLICT, actor, article, backing, entity, knowledge, site
from tests.pages.views import views


def test_an_index_stands_in_every_language_and_names_without_translation_fall_back() -> None:
    both = actor("russia", {"en": "Russia", "ar": "روسيا"}, "state")
    made = views(actors_index.PLANNER, knowledge(both, actor("cuba", "Cuba", "state"), languages=["en", "ar"]))
    assert sorted(made) == ["actors/", "ar/actors/"]
    arabic = made["ar/actors/"]
    assert [each.label for each in arabic.groups] == ["ر", "C"]
    named = [(each.ref.name.text, each.ref.name.lang, each.ref.hreflang) for g in arabic.groups for each in g.entries]
    assert named == [("روسيا", "", "en"), ("Cuba", "en", "en")]


def test_a_long_index_has_a_page_a_letter() -> None:
    many = (actor(f"alpha-{number}", f"Alpha {number}", "state") for number in range(500))
    made = views(actors_index.PLANNER, knowledge(*many, actor("cuba", "Cuba", "state")))
    assert sorted(made) == ["actors/", "actors/letter-a/", "actors/letter-c/"]
    assert made["actors/"].groups == ()
    assert [(each.label, each.href, each.count) for each in made["actors/"].letters] == [
        ("A", "letter-a/", "500 people, states and groups"),
        ("C", "letter-c/", "1 person, state or group"),
    ]
    assert [each.current for each in made["actors/letter-c/"].letters] == [False, True]


def test_events_stand_under_their_year_each_at_its_own_anchor() -> None:
    old = entity(Kind.EVENT, "old", title="Old", date="2014-05")
    new = entity(Kind.EVENT, "new", title="New", date="2020-05-26")
    made = views(timeline.PLANNER, knowledge(new, old))["timeline/"]
    assert [(year.label, [each.anchor for each in year.events]) for year in made.years] == [
        ("2014", ["old"]),
        ("2020", ["new"]),
    ]


def test_a_long_timeline_has_a_page_a_year_to_which_links_lead() -> None:
    many = [entity(Kind.EVENT, f"e{number}", title="E", date="2014") for number in range(500)]
    last = entity(Kind.EVENT, "last", title="Last", date="2020")
    known = knowledge(*many, last)
    made = views(timeline.PLANNER, known)
    assert sorted(made) == ["timeline/", "timeline/2014/", "timeline/2020/"]
    there = site(known).destination(last.key, "en")
    assert there is not None
    assert there.route == "timeline/2020/#last"


def test_a_place_says_how_exactly_it_is_known_and_what_happened_there() -> None:
    jufra = entity(Kind.PLACE, "jufra", name="Jufra", lat="29.1981", lon="16.0010", precision="near")
    event = entity(Kind.EVENT, "e", title="Jets land", date="2020-05", place="jufra")
    (group,) = views(places.PLANNER, knowledge(jufra, event))["places/"].groups
    (place,) = group.places
    assert (place.id, place.position, place.precision) == ("jufra", "29.1981° N, 16.001° E", "near here")
    assert [each.event.name.text for each in place.events] == ["Jets land"]


def test_backings_stand_by_conflict_and_by_the_recipients_side() -> None:
    lna, russia = actor("lna", "Libyan National Army"), actor("russia", "Russia", "state")
    inside = backing({"actor": "russia", "observed": ["2020"]})
    outside = replace(inside, recipient="russia", backer="lna")
    stray = replace(inside, conflict=None)
    made = views(backers.PLANNER, knowledge(CONFLICT, lna, russia, backings=(inside, outside, stray)))["backers/"]
    assert [
        (
            each.title,
            [
                (side.mark.label.text if side.mark else "", held.title.name.text, len(held.ties))
                for side in each.by_side
                for held in side.recipients
            ],
        )
        for each in made.conflicts
    ] == [
        ("The war", [("Eastern side", "Libyan National Army", 1), ("", "Russia", 1)]),
        ("Outside a conflict", [("", "Libyan National Army", 1)]),
    ]


def test_very_many_backings_stand_on_several_pages_without_losing_one() -> None:
    one = backing({"actor": "russia"})
    ties = tuple(replace(one, recipient=f"r{number}", name=f"n{each}") for number in range(3) for each in range(170))
    known = knowledge(CONFLICT, *(actor(f"r{each}", f"R{each}") for each in range(3)), backings=ties)
    made = views(backers.PLANNER, known)
    parts = [f"backers/part-{number}/" for number in (1, 2, 3)]
    assert [each for each in sorted(made) if "/part-" in each] == parts
    assert [each.label for each in made["backers/"].parts] == ["The war: R0", "The war: R1", "The war: R2"]
    accounts = (
        held for part in parts for each in made[part].conflicts for side in each.by_side for held in side.recipients
    )
    held = [id_ for each in accounts for tie in each.ties.shown for record in tie.records for id_ in record.ids]
    assert len(set(held)) == len(ties)


def test_of_very_many_backings_a_conflict_whose_page_holds_all_of_its_own_has_no_part() -> None:
    one = backing({"actor": "russia"})
    small = tuple(replace(one, recipient="r0", name=f"n{each}") for each in range(250))
    large = tuple(replace(one, recipient="r1", conflict="feud", name=f"n{each}") for each in range(251))
    feud = entity(Kind.CONFLICT, "feud", name="The feud")
    known = knowledge(CONFLICT, feud, *(actor(f"r{each}", f"R{each}") for each in range(2)), backings=small + large)
    made = views(backers.PLANNER, known)
    assert [(each.label, each.href) for each in made["backers/"].parts] == [
        ("The feud: R1", "part-1/"),
        ("The war", "../conflicts/war/#_backers"),
    ]
    assert {each.title for route in made if "/part-" in route for each in made[route].conflicts} == {"The feud"}
    pages = views(conflict.PLANNER, known)
    war = pages["conflicts/war/"]
    assert sum(len(held.ties) for side in war.by_side for held in side.recipients) == 250
    assert (war.more_ties, war.figure is None) == (None, False)
    assert pages["conflicts/feud/"].more_ties.href == "../../backers/"


def test_claims_stand_with_the_newest_position_first() -> None:
    claims = [
        entity(Kind.CLAIM, name, question=name, positions=[{"by": "lna", "stance": "asserts", "date": date}])
        for name, date in (("old", "2019"), ("new", "2020"))
    ]
    (dispute,) = views(claims_index.PLANNER, knowledge(*claims))["claims/"].disputes
    assert [each.anchor for each in dispute.claims] == ["_claim-new", "_claim-old"]


def test_a_conflict_in_the_index_counts_what_is_told_of_it() -> None:
    (item,) = views(conflicts_index.PLANNER, knowledge(CONFLICT, article("a", "x", conflict="war")))[
        "conflicts/"
    ].conflicts
    assert (item.conflict.name.text, item.counts, len(item.sides)) == ("The war", ("1 explainer",), 2)


def test_a_tag_has_a_page_in_each_language_that_has_an_explainer_with_it() -> None:
    tag = {"en": "Air power", "ar": "القوة الجوية"}
    explainer = entity(Kind.ARTICLE, "a", {"body": "x", "body@ar": "س"}, title="A", date="2020", tags=[tag])
    made = views(topics.PLANNER, knowledge(explainer, languages=["en", "ar"]))
    assert sorted(made) == ["ar/tags/", "ar/tags/air-power/", "tags/", "tags/air-power/"]
    assert made["ar/tags/air-power/"].title.text == "القوة الجوية"


@pytest.mark.parametrize(
    ("tags", "routes"),
    [
        (["C", "C#", "C++", "?"], ["c", "c-sharp", "c-plus-plus", "question-mark"]),
        (["c", "C", "Air  power", "air power"], ["air-power", "c"]),
        (["Caf\u00e9", "Cafe\u0301", "Cafe"], ["cafe", "caf\u00e9"]),
        (["C sharp", "C#"], ["c-sharp", "c-sharp-2"]),
        (["U.S.", "U S", "US"], ["u-s", "u-s-2", "us"]),
        (["!", "...", "-", "\u2764", "\U0001f6a2"], None),
        (["R&D", "R/D", "50 %", "50"], ["50", "50-percent", "r-and-d", "r-d"]),
    ],
)
def test_topics_that_differ_share_no_page_and_none_takes_the_list_s(tags: list[str], routes: list[str] | None) -> None:
    made = views(topics.PLANNER, knowledge(article("a", "x", tags=tags)))
    pages = sorted(route.removeprefix("tags/").rstrip("/") for route in made if route != "tags/")
    assert "tags/" in made
    assert pages == sorted(routes) if routes else len(pages) == len(tags)
    assert all(re.fullmatch(r"[\w-]+", each) for each in pages)


def test_explainers_stand_with_the_latest_changed_first() -> None:
    old = article("old", "x", date="2019-01-01", updated="2021-01-01")
    made = views(articles_index.PLANNER, knowledge(old, article("new", "x", date="2020-01-01")))["articles/"]
    assert [each.article.name.text for each in made.articles] == ["About old", "About new"]


def test_events_and_places_which_have_no_page_tell_their_corrections_where_they_stand() -> None:
    wrong = [{"date": "2020-06", "was": "2018", "now": "2019", "why": "The year was wrong."}]
    known = knowledge(
        entity(Kind.EVENT, "old", title="Old", date="2014-05", corrections=wrong),
        entity(Kind.PLACE, "jufra", name="Jufra", corrections=wrong),
    )
    (year,) = views(timeline.PLANNER, known)["timeline/"].years
    (group,) = views(places.PLANNER, known)["places/"].groups
    for entry in (year.events[0], group.places[0]):
        assert [(each.was.text, each.now.text, each.why.text) for each in entry.corrections] == [
            ("2018", "2019", "The year was wrong.")
        ]


def test_an_event_says_of_which_type_it_is_in_the_reader_s_language(tmp_path: Path) -> None:
    made = scenario.site(
        tmp_path,
        """
        -- site.yaml --
        title: A site
        languages: [en, ar]
        severity: {E220: warning, E221: warning, E222: warning, W431: note}
        -- content/events.yaml --
        landing:
          title: Jets land
          date: 2020-05
          type: {en: landing, ar: هبوط}
        vote: {title: A vote, date: 2020-06, type: politics}
        """,
    )
    made.build()
    entries = [re.findall(r"<p>(Jets land|A vote)</p>\n(.*)", made.page(f"{route}timeline/")) for route in ("", "ar/")]
    assert dict(entries[0]) == {
        "Jets land": '<p class="k">landing</p>',
        "A vote": '<p class="k">politics</p>',
    }
    assert '<p class="k">هبوط</p>' in made.page("ar/timeline/")
    assert '<p class="k"><bdi lang="en" dir="ltr">politics</bdi></p>' in made.page("ar/timeline/")
