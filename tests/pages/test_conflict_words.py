"""A conflict that is over, after whom its sides are drawn, and as what somebody is there, on pages."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from tests.scenario import site

SITE = """
-- site.yaml --
title: A site
url: https://example.org/
languages: [LANG]
share_cards: false
-- content/actors.yaml --
xland: {name: Xland, type: state}
front:
  name: Yellow Front
  type: armed-group
  backers: [{actor: xland, conflict: war, support: weapons, observed: 2019, sources: note}]
-- content/sources.yaml --
note: {title: A note, publisher: Zland, kind: statement, date: 2020}
atlas: {title: An atlas of wars, publisher: An institute, kind: book, date: 2021}
-- content/conflicts/war.md --
---
name: The war
from: 2018
END
sides_per: atlas
sides:
  - {id: one, label: The one, parties: [{actor: front, as: fights, sources: atlas}]}
---
-- content/articles/a.md --
---
title: The war
date: 2022-01-01
---
Of the [[front]].
"""
PRESENT = re.compile(r"\bbacks\b|يدعم")


def shown(made: str) -> str:
    """The headings, contents and drawings of a page, without the menu that all pages share."""
    main = made[made.index("<main") : made.index("</main>")]
    main = re.sub(r' (?:href|id|class|aria-labelledby)="[^"]*"', "", main)
    return " ".join(re.findall(r"<h[1-6][^>]*>.*?</h[1-6]>|<nav.*?</nav>|<svg.*?</svg>", main, re.DOTALL))


@pytest.mark.parametrize("page", ["conflicts/war/", "actors/front/", "actors/xland/"])
@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize(("end", "over"), [("to: 2020", True), ("to: ..", False), ("", False)])
def test_a_heading_over_ties_is_in_the_past_where_their_conflict_is_over(
    tmp_path: Path, page: str, lang: str, end: str, over: bool
) -> None:
    made = site(tmp_path, SITE.replace("END", end).replace("LANG", lang))
    outcome = made.build()
    assert not outcome.failed, outcome.diagnostics
    text = shown(made.page(page))
    assert bool(PRESENT.search(text)) != over
    assert '-past"' not in made.page(page)


def test_a_tie_without_a_conflict_keeps_the_present(tmp_path: Path) -> None:
    made = site(tmp_path, SITE.replace("END", "to: 2020").replace("LANG", "en").replace("conflict: war, ", ""))
    made.build()
    assert "Who backs it" in shown(made.page("actors/front/"))


def test_a_conflict_says_after_whom_its_sides_are_drawn_and_as_what_somebody_is_a_party(tmp_path: Path) -> None:
    made = site(tmp_path, SITE.replace("END", "to: 2020").replace("LANG", "en"))
    made.build()
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", made.page("conflicts/war/")))
    assert "Division into sides after: An atlas of wars" in text
    assert "in the fighting 1" in text


def test_the_past_of_every_phrase_differs_from_its_present_in_every_language() -> None:
    for path in sorted(Path(str(files("backstory.language.wording") / "phrases")).glob("*.json")):
        book = json.loads(path.read_text("utf-8"))
        past = [key for key in book if key.endswith("-past")]
        assert past
        assert [key for key in past if book[key] == book[key.removesuffix("-past")]] == [], path.name


def test_the_page_and_the_card_of_a_person_say_as_what_they_are_whose(tmp_path: Path) -> None:
    actors = SITE.partition("-- content/actors.yaml --\n")[2].partition("-- content/sources")[0]
    person = (
        "omar: {name: Omar, type: person, public_role: Soldier,"
        " member_of: [{actor: front, role: spokesman, from: 2018, sources: note}]}\n"
    )
    made = site(tmp_path, SITE.replace("END", "").replace("LANG", "en").replace(actors, actors + person))
    outcome = made.build()
    assert not outcome.failed, outcome.diagnostics
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", made.page("actors/omar/")))
    assert "Yellow Front · spokesman · " in text
    front = made.page("actors/front/")
    assert "spokesman" in front
    card = front[front.index('id="_card-actor-omar"') :]
    assert "<p>Soldier</p>" in card[: card.index("</div>")]
