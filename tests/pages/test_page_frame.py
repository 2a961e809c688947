"""The frame of every page."""

from __future__ import annotations

from typing import Any

import pytest

from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame, edit_address, frame, history_address
from backstory.pages.core.site import Options
from tests.pages import given
from tests.pages.given import knowledge


def framed(route: str, lang: str = "en", base: str | None = "https://example.org/", **more: Any) -> Frame:
    site = given.site(knowledge(languages=["en", "ar"]), Options(base=base, assets={"site.css": "assets/site.1.css"}))
    return frame(PageBuilder(site, route, lang), "A", **more)


def test_a_page_names_its_address_and_its_versions() -> None:
    made = framed("articles/a/")
    assert made.canonical == "https://example.org/articles/a/"
    assert [(each.hreflang, each.address) for each in made.alternates] == [
        ("en", "https://example.org/articles/a/"),
        ("ar", "https://example.org/ar/articles/a/"),
        ("x-default", "https://example.org/articles/a/"),
    ]


def test_without_a_base_nothing_is_absolute() -> None:
    made = framed("articles/a/", base=None)
    assert (made.canonical, made.alternates, made.style) == ("", (), "../../assets/site.1.css")


def test_the_switch_of_language_leads_to_this_page_or_else_home() -> None:
    (there,) = framed("articles/a/").languages
    assert (there.href, there.name, there.dir, there.elsewhere) == ("../../ar/articles/a/", "العربية", "rtl", False)
    (home,) = framed("articles/a/", versions=("en",)).languages
    assert (home.href, home.elsewhere) == ("../../ar/", True)


def test_arabic_runs_from_right_to_left() -> None:
    assert framed("ar/articles/a/", "ar").dir == "rtl"


def test_a_long_description_ends_between_words() -> None:
    made = framed("articles/a/", description="word " * 60)
    assert made.description.endswith("word…")
    assert len(made.description) <= 200


@pytest.mark.parametrize(
    ("repository", "edit", "history"),
    [
        (None, "", ""),
        (
            "https://github.com/desk/site",
            "https://github.com/desk/site/blob/HEAD/content/a.md",
            "https://github.com/desk/site/commits/HEAD/content/a.md",
        ),
        (
            "https://github.com/desk/all/tree/main/libya",
            "https://github.com/desk/all/edit/main/libya/content/a.md",
            "https://github.com/desk/all/commits/main/libya/content/a.md",
        ),
        ("https://git.example.org/desk", "https://git.example.org/desk", ""),
    ],
)
def test_a_reader_can_suggest_an_edit_where_the_repository_is_known(
    repository: str | None, edit: str, history: str
) -> None:
    assert edit_address(repository, "content/a.md") == edit
    assert history_address(repository, "content/a.md") == history
