"""What search engines read in a page's head."""

from __future__ import annotations

import json
from typing import Any

from backstory.pages.kinds import article as article_page
from backstory.pages.kinds import claim as claim_page
from backstory.values.keys import Kind
from tests.pages.given import CONFLICT, actor, article, entity, knowledge, source
from tests.pages.views import views

BASE = "https://example.org/"
RUSSIA = actor("russia", "Russia", "state")


def written(**options: Any) -> str:
    explainer = article(
        "a",
        "So it is [@x].",
        date="2020-05-29",
        updated="2020-06-02",
        conflict="war",
        authors=["A desk", "Ann Author"],
        corrections=[{"date": "2020-06-01", "was": "12", "now": "14", "why": "A slip."}],
    )
    known = knowledge(explainer, CONFLICT, source("x", publisher="A paper", date="2020-05"), publisher="A desk")
    found = views(article_page.PLANNER, known, **options)["articles/a/"].structured
    assert isinstance(found, str)
    return found


def test_an_explainer_tells_its_dates_sources_and_corrections() -> None:
    assert json.loads(written(base=BASE)) == {
        "@context": "https://schema.org",
        "@id": BASE + "articles/a/",
        "@type": "Article",
        "mainEntityOfPage": BASE + "articles/a/",
        "headline": "About a",
        "inLanguage": "en",
        "author": [{"@type": "Organization", "name": "A desk"}, {"@type": "Person", "name": "Ann Author"}],
        "publisher": {"@type": "Organization", "name": "A desk", "url": BASE},
        "datePublished": "2020-05-29",
        "dateModified": "2020-06-02",
        "about": {"@id": BASE + "conflicts/war/", "@type": "Event", "name": "The war"},
        "citation": {
            "@id": BASE + "sources/x/",
            "@type": "CreativeWork",
            "name": "The x",
            "publisher": {"@type": "Organization", "name": "A paper"},
            "datePublished": "2020-05",
        },
        "correction": {
            "@type": "CorrectionComment",
            "text": "Was: 12. Now: 14. A slip.",
            "datePublished": "2020-06-01",
        },
    }


def test_without_an_address_there_is_none() -> None:
    assert written() == ""


def test_each_position_is_a_claim_of_its_speaker_and_nothing_is_a_review() -> None:
    claim = entity(
        Kind.CLAIM,
        "jets",
        question="Whose jets?",
        positions=[
            {"by": "russia", "stance": "denies", "date": "2020-05-27", "quote": {"text": "No.", "lang": "en"}},
            {"by": {"unnamed": "a diplomat", "according_to": "x"}, "stance": "asserts", "date": "2020-05-26"},
        ],
    )
    text = views(claim_page.PLANNER, knowledge(claim, RUSSIA, source("x")), base=BASE)["claims/jets/"].structured
    statement, *claims = json.loads(text)["@graph"]
    assert (statement["@id"], statement["name"]) == (BASE + "claims/jets/", "Whose jets?")
    assert [(each["@type"], each["genre"], each["author"], each["about"]["@id"]) for each in claims] == [
        ("Claim", "asserts", {"@type": "Person", "description": "a diplomat"}, statement["@id"]),
        (
            "Claim",
            "denies",
            {"@id": BASE + "actors/russia/", "@type": "GovernmentOrganization", "name": "Russia"},
            statement["@id"],
        ),
    ]
    assert "Review" not in text
