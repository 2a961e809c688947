"""How much stands on one page: as much as fits exactly stands there whole, and of one more the page tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from backstory.outputs import feeds
from backstory.pages.core import entity_links
from backstory.pages.core.planner import Planner
from backstory.pages.core.side_marks import sides
from backstory.pages.indexes import (
    actors_index,
    articles_index,
    claims_index,
    conflicts_index,
    glossary,
    places,
    sources_index,
    timeline,
)
from backstory.pages.kinds import actor as actor_page
from backstory.pages.kinds import conflict, home
from backstory.pages.kinds import source as source_page
from backstory.pages.parts import year_links
from backstory.pages.parts.cards import first_sentence
from backstory.pages.parts.figures.maps import _named_below
from backstory.records.entity import Entity
from backstory.records.links import Backlink, ProseKey
from backstory.values.keys import Key, Kind
from tests.pages.given import CONFLICT, actor, article, backing, entity, knowledge, new_page, source, term
from tests.pages.test_page_frame import framed
from tests.pages.views import views

LNA = actor("lna", "Libyan National Army")
Given = Entity[Any]


def position(number: int) -> dict[str, str]:
    return {"by": "lna", "stance": "asserts", "date": f"{1500 + number}"}


def claim(number: int) -> Given:
    return entity(Kind.CLAIM, f"c{number}", text="C", conflict="war", positions=[position(number)])


def event(number: int) -> Given:
    return entity(Kind.EVENT, f"e{number}", title="E", date=f"{1500 + number}", conflict="war", place="here")


@pytest.mark.parametrize(
    ("planner", "route", "make"),
    [
        (actors_index.PLANNER, "actors/", lambda number: actor(f"a{number}", "A", "state")),
        (articles_index.PLANNER, "articles/", lambda number: article(f"a{number}", "x", date="2020")),
        (claims_index.PLANNER, "claims/", claim),
        (glossary.PLANNER, "glossary/", lambda number: term(f"t{number}", "T")),
        (places.PLANNER, "places/", lambda number: entity(Kind.PLACE, f"p{number}", name="P")),
        (sources_index.PLANNER, "sources/", lambda number: source(f"s{number}")),
        (timeline.PLANNER, "timeline/", lambda number: replace(event(number % 2), key=Key(Kind.EVENT, f"e{number}"))),
    ],
)
def test_an_index_of_500_is_one_page_and_of_501_several(
    planner: Planner, route: str, make: Callable[[int], Given]
) -> None:
    many = [make(number) for number in range(501)]
    assert list(views(planner, knowledge(*many[1:]))) == [route]
    assert len(views(planner, knowledge(*many))) > 1


def test_a_feed_has_the_latest_thirty() -> None:
    told = [article(f"a{day:02}", "x", date=f"2020-05-{day:02}") for day in range(1, 32)]
    made = views(feeds.PLANNER, knowledge(*told), base="https://example.org/")["feed.xml"]
    assert [each.title for each in made.entries] == [f"About a{day:02}" for day in range(31, 1, -1)]


def test_of_entries_of_one_day_a_feed_has_those_with_the_last_ids_first() -> None:
    told = [article(name, "x", date="2020-05-01") for name in ("b", "c", "a")]
    made = views(feeds.PLANNER, knowledge(*told), base="https://example.org/")["feed.xml"]
    assert [each.title for each in made.entries] == ["About c", "About b", "About a"]


def test_home_has_the_latest_six_explainers_besides_its_lead() -> None:
    told = [article(f"a{day}", "x", date=f"2020-05-0{day}") for day in range(1, 9)]
    made = views(home.PLANNER, knowledge(*told))[""]
    assert [each.article.href for each in made.latest] == [f"articles/a{day}/" for day in (7, 6, 5, 4, 3, 2)]


@pytest.mark.parametrize(("count", "more"), [(300, ""), (301, "and 1 more")])
def test_the_page_of_a_source_lists_300_ties_that_rest_on_it(count: int, more: str) -> None:
    one = backing({"actor": "russia", "observed": ["2020"], "sources": ["x"]})
    ties = tuple(replace(one, name=f"n{number}") for number in range(count))
    made = views(source_page.PLANNER, knowledge(LNA, CONFLICT, source("x"), backings=ties))["sources/x/"]
    assert (len(made.ties), made.more_ties) == (300, more)


@pytest.mark.parametrize(("short", "glyph"), [("ABCDE", "ABCDE"), ("ABCDEF", "")])
def test_an_abbreviation_of_up_to_five_letters_stands_beside_the_name_of_an_actor(short: str, glyph: str) -> None:
    made = views(actor_page.PLANNER, knowledge(actor("a", "Alpha", abbreviation=short)))["actors/a/"]
    assert made.head.glyph == glyph


@pytest.mark.parametrize(("count", "more"), [(6, None), (7, "All of them: 7 events")])
def test_the_page_of_a_conflict_has_six_main_events(count: int, more: str | None) -> None:
    known = knowledge(CONFLICT, *(event(number) for number in range(count)))
    made = views(conflict.PLANNER, known)["conflicts/war/"]
    assert len(made.events) == 6
    assert (made.more_events and made.more_events.label) == more


def test_main_events_are_those_that_explainers_list_and_the_first_and_the_last() -> None:
    told = [article("a", "x", events=["e3", "e5"]), article("b", "x", events=["e5"])]
    known = knowledge(CONFLICT, *(event(number) for number in range(9)), *told)
    made = views(conflict.PLANNER, known)["conflicts/war/"]
    shown = [each.anchor for each in made.events]
    assert {"_event-e0", "_event-e3", "_event-e5", "_event-e8"} <= set(shown)


@pytest.mark.parametrize(("count", "more"), [(3, None), (4, "All of them: 4 claims")])
def test_the_page_of_a_conflict_has_its_latest_three_claims(count: int, more: str | None) -> None:
    made = views(conflict.PLANNER, knowledge(LNA, CONFLICT, *map(claim, range(count))))["conflicts/war/"]
    assert len(made.claims) == 3
    assert (made.more_claims and made.more_claims.label) == more


@pytest.mark.parametrize(("count", "more"), [(20, ""), (21, "and 1 more")])
def test_a_place_has_twenty_events(count: int, more: str) -> None:
    known = knowledge(entity(Kind.PLACE, "here", name="Here"), *map(event, range(count)))
    (group,) = views(places.PLANNER, known)["places/"].groups
    assert (len(group.places[0].events), group.places[0].more) == (20, more)


@pytest.mark.parametrize(("count", "sides_each"), [(40, 2), (41, 0)])
def test_past_forty_conflicts_each_is_listed_without_its_sides(count: int, sides_each: int) -> None:
    wars = (replace(CONFLICT, key=Key(Kind.CONFLICT, f"war{number}")) for number in range(count))
    made = views(conflicts_index.PLANNER, knowledge(LNA, *wars))["conflicts/"]
    assert {len(each.sides) for each in made.conflicts} == {sides_each}


def test_of_five_sides_four_have_a_colour() -> None:
    five = [{"id": f"s{number}", "label": f"S{number}", "parties": ["lna"]} for number in range(5)]
    made = entity(Kind.CONFLICT, "war", name="The war", sides=five)
    assert [each.number for each in sides(made, "en")] == [1, 2, 3, 4, 0]


def told_by(texts: int, sentences: int = 1) -> Any:
    """The texts that name the LNA on its page."""
    stories = [article(f"a{number:03}", "x", date="2020") for number in range(texts)]
    links = [
        Backlink(ProseKey(each.key, "body", "en"), "", f"Number {number} of ", "LNA", ".", explicit=False)
        for each in stories
        for number in range(sentences)
    ]
    made = views(actor_page.PLANNER, knowledge(LNA, *stories), backlinks={LNA.key: tuple(links)})
    return made["actors/lna/"].appears


@pytest.mark.parametrize(
    ("texts", "shown", "rest", "more"), [(7, 7, 0, ""), (8, 5, 3, ""), (100, 5, 95, ""), (101, 5, 95, "and 1 more")]
)
def test_seven_texts_that_name_an_actor_stand_open_and_a_hundred_on_its_page(
    texts: int, shown: int, rest: int, more: str
) -> None:
    made = told_by(texts)
    assert (len(made.shown), len(made.rest), made.more) == (shown, rest, more)


@pytest.mark.parametrize(("sentences", "more"), [(3, ""), (4, "and 1 more")])
def test_of_a_text_three_sentences_that_name_an_actor_are_shown(sentences: int, more: str) -> None:
    (one,) = told_by(1, sentences).shown
    assert (len(one.sentences), one.more) == (3, more)


@pytest.mark.parametrize(("years", "pages"), [(1, 0), (2, 2), (80, 80), (81, 0)])
def test_years_have_a_page_each_where_there_are_two_to_eighty(years: int, pages: int) -> None:
    ties = [backing({"actor": "russia", "observed": [f"{1900 + number}"]}) for number in range(years)]
    assert len(year_links.by_year(ties)) == pages


@pytest.mark.parametrize(("ties", "pages"), [(3_999, 2), (4_000, 0)])
def test_years_have_a_page_each_up_to_4000_ties(ties: int, pages: int) -> None:
    early, late = (backing({"actor": "russia", "observed": [year]}) for year in ("2019", "2020"))
    assert len(year_links.by_year([early] * ties + [late])) == pages


@pytest.mark.parametrize(("letters", "shown"), [(200, 200), (201, 200)])
def test_a_description_of_200_characters_is_whole_and_a_longer_one_ends_with_a_word(letters: int, shown: int) -> None:
    text = ("four " * 50)[: letters - 1] + "x"
    made = framed("articles/a/", description=text).description
    assert (len(made), made.endswith("…")) == (shown, letters > 200)


def test_a_card_has_its_first_sentence_and_as_many_more_as_make_fifty_words() -> None:
    ten, forty, one = "Ten " * 9 + "words. ", "Many " * 39 + "more. ", "Alone. "
    assert first_sentence(ten + forty + one) == (ten + forty).strip()
    assert first_sentence(ten + "One " + forty) == ten.strip()
    assert first_sentence(forty + forty) == forty.strip()
    assert first_sentence("Long " * 60 + "one. Next.") == ("Long " * 60 + "one.")


@pytest.mark.parametrize(("count", "names"), [(20, 20), (21, 1)])
def test_under_a_map_twenty_places_are_named(count: int, names: int) -> None:
    page = new_page(knowledge(entity(Kind.PLACE, "here", name="Here")))
    unnamed = [entity_links.ref(page, Key(Kind.PLACE, "here"))] * count
    assert len(_named_below(unnamed, "en")) == names
