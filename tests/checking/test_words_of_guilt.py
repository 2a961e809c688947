"""Words of guilt in the few words by which a site itself says who somebody is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenario import found, site

SITE = """
-- site.yaml --
title: A site
languages: [{lang}]
-- content/actors/omar.md --
---
name: Omar
type: {type}
public_role: |-
  {role}
summary: |-
  {summary}
---
"""


def told(tmp_path: Path, role: str, summary: str = "A man.", *, lang: str = "en", type_: str = "person") -> bool:
    made = site(tmp_path, SITE.format(role=role, summary=summary, lang=lang, type=type_))
    return "W442" in {code for code, _ in found(made.build(output=None))}


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "War criminal and financier"),
        ("en", "Head of a front company"),
        ("fr", "Criminel de guerre"),
        ("fr", "Patron d’une société écran"),
        ("ar", "مجرم حرب وممول"),
        ("ar", "قائد إرهابي"),
    ],
)
def test_a_role_or_summary_that_names_somebody_guilty_is_told(tmp_path: Path, lang: str, words: str) -> None:
    assert told(tmp_path / "role", words, lang=lang)
    assert told(tmp_path / "summary", "A", words, lang=lang)


@pytest.mark.parametrize(
    "words",
    [
        "Prosecutor at the Criminal Court of Nations",
        "Head of the counter-terrorist force",
        "Wanted for war crimes by the court",
        "Minister, whom the court called “a war criminal”",
        "Judge of criminal law",
    ],
)
def test_an_office_an_accusation_and_anothers_quoted_word_are_not(tmp_path: Path, words: str) -> None:
    assert not told(tmp_path, words)


def test_only_persons_and_companies_are_looked_at(tmp_path: Path) -> None:
    assert told(tmp_path / "company", "", "A front company of the army.", type_="company")
    assert not told(tmp_path / "group", "", "A terrorist group.", type_="armed-group")
