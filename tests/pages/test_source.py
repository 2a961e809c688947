"""The page of a source: what it is and everything that rests on it."""

from __future__ import annotations

from backstory.pages.kinds import source as source_page
from backstory.values.keys import Kind
from tests.pages.given import CONFLICT, actor, backing, entity, knowledge, source
from tests.pages.views import views

LNA = actor("lna", "Libyan National Army")
RUSSIA = actor("russia", "Russia", "state")


def test_every_record_that_cites_a_source_is_listed_once() -> None:
    said = {"by": "lna", "stance": "denies", "source": "x"}
    claim = entity(Kind.CLAIM, "c", question="C", positions=[said, said])
    event = entity(Kind.EVENT, "e", title="E", date="2020", sources=["x"])
    made = views(source_page.PLANNER, knowledge(LNA, claim, event, source("x")))["sources/x/"]
    assert [each.name.text for each in made.records] == ["C", "E"]


def test_a_tie_that_rests_on_a_source_leads_to_its_row_on_the_recipient_s_page() -> None:
    tie = backing({"actor": "russia", "observed": ["2020"], "sources": ["x"]})
    made = views(source_page.PLANNER, knowledge(LNA, RUSSIA, CONFLICT, source("x"), backings=(tie,)))["sources/x/"]
    assert [(each.backer.name.text, each.recipient.name.text, each.href) for each in made.ties] == [
        ("Russia", "Libyan National Army", "../../actors/lna/#_b-russia.lna.war..")
    ]


def test_what_relays_a_source_is_named_on_both_pages() -> None:
    made = views(source_page.PLANNER, knowledge(source("x"), source("y", relays="x")))
    facts = {route: {each.label: each.said[0].name.text for each in view.facts} for route, view in made.items()}
    assert facts["sources/y/"]["Repeats"] == "The x"
    assert facts["sources/x/"]["Repeated by"] == "The y"


def test_grades_are_on_no_page_unless_the_site_shows_them() -> None:
    graded = source("x", reliability="b")
    hidden = views(source_page.PLANNER, knowledge(graded))["sources/x/"]
    shown = views(source_page.PLANNER, knowledge(graded, show_grades="true"))["sources/x/"]
    labels = [[each.label for each in view.facts] for view in (hidden, shown)]
    assert labels == [["Can it be read?"], ["Can it be read?", "How reliable we hold it to be (Admiralty scale)"]]


def test_whose_a_publisher_is_says_who_says_so() -> None:
    whose = {"actor": "russia", "relation": "state-owned", "date": "2020", "source": "y"}
    made = views(source_page.PLANNER, knowledge(RUSSIA, source("x", affiliation=whose), source("y")))["sources/x/"]
    fact = next(each for each in made.facts if each.label == "Who it belongs to")
    assert [each.name.text for each in fact.said] == ["state-owned", "Russia", "2020"]
    assert [each.number for each in fact.notes] == [1]
