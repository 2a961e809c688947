"""On pages in a language without an interface the theme's own words are English, and say so."""

from __future__ import annotations

import re
from pathlib import Path

import html5lib
import pytest

from backstory.language import wording
from backstory.pages.core.page_text import direction
from tests.scenario import found, site

SITE = """
-- site.yaml --
title: Bac
url: https://example.org/
languages: [{lang}]
-- content/actors/harbour-company.md --
---
name: Compagnie
type: company
summary: Une compagnie.
---
-- content/articles/who.md --
---
title: Qui rame ?
date: 2024-03-01
---
La [[harbour-company]] arrive.
"""


@pytest.mark.parametrize(("lang", "dir_"), [("it", "ltr"), ("sr-Latn", "ltr"), ("ur", "rtl"), ("ku-Arab", "rtl")])
def test_a_site_without_an_interface_is_told_so_and_its_english_words_are_marked(
    lang: str, dir_: str, tmp_path: Path
) -> None:
    made = site(tmp_path, SITE.replace("{lang}", lang))
    outcome = made.build()
    assert ("N005", "site.yaml:3:13") in found(outcome)
    for route in ("", "articles/who/", "actors/harbour-company/", "timeline/"):
        page = made.page(route) if made.has(route) else ""
        assert not re.search("[\ue000-\uf8ff]", page)
    page = made.page("articles/who/")
    assert f'<html lang="{lang}" dir="{dir_}">' in page
    assert '<a class="skip" href="#_main"><span lang="en" dir="ltr">' in page
    assert '<nav id="_menu" popover aria-label="' in page
    assert not re.search(r'="[^"]*<span', page)
    html5lib.HTMLParser(strict=True).parse(page)


@pytest.mark.parametrize("lang", [*wording.languages(), "en-GB", "fr-CA", "he-IL"])
def test_a_site_with_an_interface_has_no_such_marks(lang: str, tmp_path: Path) -> None:
    made = site(tmp_path, SITE.replace("{lang}", lang))
    assert "N005" not in [code for code, _ in found(made.build())]
    assert '<span lang="en"' not in made.page("articles/who/")


def test_many_languages_stand_behind_one_button_and_a_second_one_in_the_bar(tmp_path: Path) -> None:
    two, four = (site(tmp_path / name, SITE.replace("{lang}", name)) for name in ("fr, he", "fr, he, ru, de"))
    for made in (two, four):
        made.build()
    link = r'<a( class="btn")? href="[^"]+" hreflang="(\w+)" lang="\2" dir="(?:ltr|rtl)">'
    assert re.findall(link, two.page("timeline/")) == [(' class="btn"', "he")]
    assert 'popovertarget="_tongues"' not in two.page("timeline/")
    page = four.page("timeline/")
    assert re.findall(link, page) == [("", "he"), ("", "ru"), ("", "de")]
    assert '<button class="btn" popovertarget="_tongues">Langue</button>' in page


def test_the_direction_is_that_of_the_script() -> None:
    right_to_left = ("ar", "az-Arab", "fa-AF", "pa-Arab-PK", "he", "ckb")
    left_to_right = ("ar-Latn", "uz", "en-GB", "zh-Hant", "de-1996")
    assert {direction(tag) for tag in right_to_left} == {"rtl"}
    assert {direction(tag) for tag in left_to_right} == {"ltr"}
