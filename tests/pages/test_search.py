"""The names that the search page looks through."""

from __future__ import annotations

import json
from typing import Any

from backstory.pages.kinds import search
from backstory.values.keys import Kind
from tests.pages.given import actor, entity, knowledge, term
from tests.pages.views import views


def searched(data: bytes) -> Any:
    """What the script with the names gives to the page."""
    text = data.decode()
    assert text.startswith("backstoryNames = ")
    return json.loads(text.removeprefix("backstoryNames = ").removesuffix(";\n"))


def test_every_name_in_every_script_stands_with_the_page_it_leads_to() -> None:
    haftar = actor("haftar", {"en": "Khalifa Haftar", "ar": "خليفة حفتر"}, "person", aliases=["Hifter"])
    explainer = entity(Kind.ARTICLE, "jets", title="Whose jets?", date="2020-05-29")
    made = views(search.PLANNER, knowledge(haftar, explainer, term("pmc", "Private company"), languages=["en", "ar"]))
    assert sorted(made) == [f"{lang}search/{file}" for lang in ("ar/", "") for file in ("", "names.js", "texts.js")]
    here, there = searched(made["search/names.js"]), searched(made["ar/search/names.js"])
    assert [(here["groups"][each[0]], *each[1:]) for each in here["entries"]] == [
        ("Who’s who", "../actors/haftar/", "person", ["Khalifa Haftar", "خليفة حفتر", "Hifter"]),
        ("Explainers", "../articles/jets/", "29 May 2020", ["Whose jets?"]),
        ("Words explained", "../glossary/pmc/", "word", ["Private company"]),
    ]
    assert there["entries"][0][1:] == [
        "../../actors/haftar/",
        "شخص",
        ["خليفة حفتر", "Khalifa Haftar", "Hifter"],
        "",
        "en",
    ]
    assert there["entries"][2][3:] == [["Private company"], "en", "en"]


def test_a_name_stays_within_its_quotation_marks() -> None:
    odd = actor("odd", 'A "\u2028</script>\\ name', "company")
    made = views(search.PLANNER, knowledge(odd))["search/names.js"]
    assert b"\xe2\x80\xa8" not in made
    assert searched(made)["entries"][0][3] == ["A “\u2028</script>\\ name"]


def test_search_engines_are_not_sent_to_the_page_that_searches() -> None:
    made = views(search.PLANNER, knowledge(), assets={"search.js": "assets/search.1.js"})["search/"]
    assert made.frame.search is False
    assert (made.names, made.script) == ("names.js", "../assets/search.1.js")
