"""The home page."""

from __future__ import annotations

from typing import Any

from backstory.pages.core.site import NavPoint, Site
from backstory.pages.kinds import home
from backstory.pages.kinds.home import HomeView
from backstory.records.entity import Entity
from backstory.schema.types import Ref
from backstory.values.keys import Kind
from tests.pages import given
from tests.pages.given import CONFLICT, actor, article, entity, knowledge
from tests.pages.views import composed

RUSSIA = actor("russia", "Russia", "state")


def claim(name: str, newest: str) -> Entity[Any]:
    positions = [
        {"by": "russia", "stance": "asserts", "date": "2020-01-01"},
        {"by": "russia", "stance": "denies", "date": newest},
    ]
    return entity(Kind.CLAIM, name, question=f"Is it {name}?", positions=positions)


def view(*entities: Entity[Any], **settings: Any) -> HomeView:
    return of(given.site(knowledge(RUSSIA, CONFLICT, *entities, **settings)))


def of(site: Site) -> HomeView:
    (made,) = composed(home.PLANNER.plan(site))
    found = getattr(made, "view", None)
    assert isinstance(found, HomeView)
    return found


def lead(name: str) -> Ref:
    return Ref(name)


def test_home_leads_with_the_claim_that_the_site_names() -> None:
    made = view(
        claim("old", "2020-05-01"),
        claim("new", "2020-06-01"),
        article("first", "x", date="2020-06-02", claims=["old"]),
        lead=lead("old"),
    )
    assert made.lead is not None
    assert made.lead.claim is not None
    assert made.lead.claim.statement.name.text == "Is it old?"
    assert made.lead.title.href == "articles/first/"


def test_the_claim_that_leads_has_the_article_that_turns_on_it() -> None:
    made = view(
        claim("a", "2020-05-01"),
        claim("b", "2020-06-01"),
        article("early", "x", date="2020-01", claims=["a", "b"]),
        article("late", "x", date="2020-02", claims=["a"], lead="b"),
        lead=lead("b"),
    )
    assert made.lead is not None
    assert made.lead.title.href == "articles/late/"


def test_without_a_lead_the_newest_explainer_opens_the_page_and_no_claim_is_picked() -> None:
    two = article("a", "x", date="2020-01"), article("b", "x", date="2020-06", claims=["c"])
    for led, opening in ((None, "articles/b/"), (lead("a"), "articles/a/")):
        made = view(claim("c", "2020-06-01"), *two, **({"lead": led} if led else {}))
        assert made.lead is not None
        assert (made.lead.claim, made.lead.title.href) == (None, opening)


def test_articles_stand_by_when_they_last_changed() -> None:
    made = view(
        article("lead", "x", date="2020"),
        article("a", "x", date="2020-01", updated="2021-01"),
        article("b", "x", date="2020-06"),
        article("c", "x", date="2019", corrections=[{"date": "2022", "why": "A figure was wrong."}]),
        lead=lead("lead"),
    )
    assert [(each.article.href, each.changed) for each in made.latest] == [
        ("articles/c/", "Updated 2022"),
        ("articles/a/", "Updated January 2021"),
        ("articles/b/", "Published June 2020"),
    ]


def test_only_parts_with_entries_are_there_to_start_with() -> None:
    nav = (NavPoint("nav.actors", "actors/"), NavPoint("nav.glossary", "glossary/"))
    site = given.replace(given.site(knowledge(RUSSIA)), nav=nav)
    found = of(site)
    assert [(each.label, each.href, each.count) for each in found.start_links] == [
        ("Who’s who", "actors/", "1 person, state or group")
    ]


def test_a_site_with_nothing_in_it_has_a_home() -> None:
    found = of(given.site(knowledge(description="What this is.")))
    assert (found.lead, found.latest, found.conflicts) == (None, (), ())
    assert found.mission is not None


def test_who_says_so_and_who_denies_it_are_both_quoted_or_neither() -> None:
    def voices(*quoted: str) -> list[tuple[str, str]]:
        said = [("russia", "asserts", "2020-01-01"), ("cuba", "denies", "2020-02-01")]
        positions = [
            {"by": by, "stance": stance, "date": date} | ({"quote": "Yes or no."} if by in quoted else {})
            for by, stance, date in said
        ]
        made = view(
            actor("cuba", "Cuba", "state"),
            entity(Kind.CLAIM, "a", question="Is it?", positions=positions),
            lead=lead("a"),
        )
        assert made.lead is not None
        return [(each.label, each.said.quote.words.text if each.said.quote else "") for each in made.lead.voices]

    assert voices("russia", "cuba") == [("Who says so", "Yes or no."), ("Who denies it", "Yes or no.")]
    assert voices("russia") == voices("cuba") == [("Who says so", ""), ("Who denies it", "")]
