"""The page of a claim."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from backstory.pages.kinds import claim as claim_page
from backstory.pages.kinds.claim import ClaimView
from backstory.values.keys import Kind
from tests.pages.given import actor, article, entity, knowledge, source
from tests.pages.views import views
from tests.scenario import site


def view(*rest: Any, **fields: Any) -> ClaimView:
    made = entity(Kind.CLAIM, "jets", question="How many jets?", **fields)
    known = knowledge(actor("africom", "Africa Command"), actor("lna", "LNA"), source("x"), made, *rest)
    found = views(claim_page.PLANNER, known)["claims/jets/"]
    assert isinstance(found, ClaimView)
    return found


def said(by: str, stance: str, date: str, **more: Any) -> dict[str, Any]:
    return {"by": by, "stance": stance, "date": date, **more}


def test_positions_stand_in_order_of_date_and_older_ones_apart() -> None:
    made = view(
        date="2020-05-26",
        positions=[
            said("lna", "denies", "2020-05-27"),
            said("africom", "asserts", "2020-05-26"),
            said("lna", "denies", "2020-05-21"),
        ],
    )
    assert [each.label for each in made.claim.positions] == ["says so", "denies it"]
    assert [each.date.text for each in made.claim.earlier if each.date] == ["21 May 2020"]
    assert [each.text for each in made.contents] == [
        "All statements, in order of date",
        "Said before this claim was made",
    ]


def test_values_for_one_thing_stand_side_by_side() -> None:
    value = {"said": "at least 14", "counts": "jets"}
    other = {"said": "a dozen", "counts": "jets"}
    men = {"said": "1,000", "counts": "men"}
    made = view(
        positions=[
            said("africom", "asserts", "2020-05-27", value=value),
            said("lna", "asserts", "2020-05-28", value=men),
            said("lna", "asserts", "2020-05-29", value=other),
        ]
    )
    assert [
        (each.counts and each.counts.text, [value.said.text for figure in each.figures for value in figure.values])
        for each in made.figures
    ] == [
        ("jets", ["at least 14", "a dozen"]),
        ("men", ["1,000"]),
    ]


def test_rival_explanations_and_disputed_events_and_the_explainers_that_show_it_are_linked() -> None:
    rival = entity(Kind.CLAIM, "rival", text="They were there before")
    event = entity(Kind.EVENT, "e", title="Jets land", date="2020-05", claim="jets")
    made = view(rival, event, article("a", "![[claim:jets]]"), alternatives=["rival"])
    assert [each.href for each in made.claim.alternatives] == ["../rival/"]
    assert [(each.event.name.text, each.claim) for each in made.events] == [("Jets land", None)]
    assert [each.name.text for each in made.articles] == ["About a"]


def test_a_position_without_a_date_stands_last_and_says_that_it_has_none(tmp_path: Path) -> None:
    made = site(
        tmp_path,
        """
        -- content/sources.yaml --
        paper: {title: The paper}
        -- content/claims/jets.md --
        ---
        text: Jets came
        date: 2020-05-26
        positions:
          - {by: {name: The ministry}, stance: no-comment, source: paper}
          - {by: {name: The command}, stance: asserts, date: 2020-05-26, source: paper}
        ---
        """,
    )
    made.build()
    said = made.page("claims/jets/").split("<h2")[1]
    assert re.findall(r'<p class="how">(.*)</p>', said) == [
        '<b>says so</b> <span><time datetime="2020-05-26">26 May 2020</time></span>',
        "<b>no comment</b> <span>date not known</span>",
    ]


def test_who_says_so_and_who_denies_it_stand_at_the_head_of_an_article(tmp_path: Path) -> None:
    made = site(
        tmp_path,
        """
        -- content/articles/a.md --
        ---
        title: A
        date: 2020-05-29
        lead: jets
        ---
        -- content/sources.yaml --
        paper: {title: The paper}
        -- content/claims/jets.md --
        ---
        question: Did jets come?
        positions:
          - {by: {name: The command}, stance: asserts, value: 14, source: paper}
          - {by: {name: The army}, stance: denies, date: 2020-05-27, source: paper}
        ---
        """,
    )
    made.build()
    stake = made.page("articles/a/").partition('<aside class="stake"')[2].partition("</aside>")[0]
    assert re.findall("<d[td]>([^<]*)", stake) == ["Who denies it", "The army", "Who says so", "The command"]
    assert "All statements, in order of date (2)" in stake


def test_what_more_speakers_give_a_figure_for_comes_first_and_each_says_what_it_counts() -> None:
    photographs = {"said": "six", "counts": "aircraft in photographs"}
    value = {"said": "14", "unit": "aircraft"}
    made = view(
        positions=[
            said("africom", "asserts", "2020-05-26", value=photographs),
            said("africom", "asserts", "2020-05-27", value=value),
            said("lna", "asserts", "2020-05-28", value=value),
        ]
    )
    assert [each.counts.text for each in made.figures if each.counts] == ["aircraft", "aircraft in photographs"]


def test_what_is_counted_is_told_in_the_language_of_the_page_and_beside_the_figure(tmp_path: Path) -> None:
    made = site(
        tmp_path,
        """
        -- site.yaml --
        title: A site
        languages: [en, ar]
        severity: {E220: warning, E221: warning, E222: warning, W431: note}
        -- content/articles/a.md --
        ---
        title: {en: A, ar: أ}
        date: 2020-05-29
        claims: jets
        ---
        -- content/articles/a.ar.md --
        ---
        translates: 2020-05-29
        ---
        نص
        -- content/sources.yaml --
        paper: {title: The paper}
        -- content/claims/jets.md --
        ---
        text: Jets came
        positions:
          - by: {name: The command}
            stance: asserts
            source: paper
            value: {said: 14, counts: {en: jets, ar: طائرات}}
        ---
        """,
    )
    made.build()
    assert " · jets</span>" in made.page("claims/")
    assert " · طائرات</span>" in made.page("ar/claims/")


def test_an_explainer_that_shows_it_stands_beside_the_texts_that_name_it(tmp_path: Path) -> None:
    made = site(
        tmp_path,
        """
        -- content/articles/a.md --
        ---
        title: The explainer
        date: 2020-05-29
        claims: jets
        ---
        -- content/articles/b.md --
        ---
        title: Another
        date: 2020-05-29
        ---
        So [[claim:jets|it is said]].
        -- content/sources.yaml --
        paper: {title: The paper}
        -- content/claims/jets.md --
        ---
        text: Jets came
        positions: {by: {name: The command}, stance: asserts, source: paper}
        ---
        """,
    )
    made.build()
    shown = made.page("claims/jets/").partition('id="_appears-in"')[2]
    assert shown.index("Another") < shown.index("The explainer")


def test_whoever_is_not_named_is_told_with_the_source_that_reports_them_and_it_is_cited(tmp_path: Path) -> None:
    made = site(
        tmp_path,
        """
        -- content/sources.yaml --
        a: {title: The Post}
        b: {title: The Times}
        -- content/claims/jets.md --
        ---
        text: Jets came
        positions:
          - {by: {unnamed: two officials, according_to: a}, stance: asserts}
          - {by: {unnamed: two officials, according_to: b}, stance: asserts}
        ---
        """,
    )
    made.build()
    shown = made.page("claims/jets/")
    (said,) = re.findall(r"<dt>Who says so</dt><dd>(.*)</dd>", shown)
    assert re.sub("<[^>]*>", "", said) == "two officials, according to The Post; two officials, according to The Times"
    assert re.findall(r'<sup class="fn"><a href="#_s(\d)"', shown) == ["1", "2"]


@pytest.mark.parametrize(
    ("lang", "said"), [("", "Credibility (Admiralty): 3"), ("ar/", "المصداقية (مقياس الأميرالية): 3")]
)
def test_the_grade_of_a_statement_stands_with_it_only_where_the_site_shows_grades(
    tmp_path: Path, lang: str, said: str
) -> None:
    made = site(
        tmp_path,
        """
        -- content/sources.yaml --
        paper: {title: The paper}
        -- content/claims/jets.md --
        ---
        text: {en: Jets came, ar: جاءت طائرات}
        positions: {by: {name: The command}, stance: asserts, credibility: 3, source: paper}
        ---
        -- content/claims/jets.ar.md --
        ---
        ---
        """,
    )
    settings = (
        "-- site.yaml --\ntitle: A site\nlanguages: [en, ar]\nseverity: {E220: warning, E221: warning, W431: note}\n"
    )
    found = []
    for shown in ("false", "true"):
        made.write(f"{settings}show_grades: {shown}\n")
        made.build()
        found.append(re.findall(r'<p class="k">(.*: 3)</p>', made.page(f"{lang}claims/jets/")))
    assert found == [[], [said]]
