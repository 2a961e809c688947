"""Routes and the links between them."""

from __future__ import annotations

import pytest

from backstory.pages.core import routes
from backstory.values.keys import Key, Kind


@pytest.mark.parametrize(
    ("key", "route"),
    [
        (Key(Kind.ARTICLE, "jets"), "articles/jets/"),
        (Key(Kind.TERM, "pmc"), "glossary/pmc/"),
        (Key(Kind.PAGE, "about"), "about/"),
        (Key(Kind.EVENT, "landing"), "timeline/#landing"),
        (Key(Kind.PLACE, "jufra"), "places/#jufra"),
    ],
)
def test_each_kind_has_its_route(key: Key, route: str) -> None:
    assert routes.of(key) == route
    assert routes.of(key, "ar/") == "ar/" + route


@pytest.mark.parametrize(
    ("start", "end", "online", "offline"),
    [
        ("", "articles/a/", "articles/a/", "articles/a/index.html"),
        ("articles/a/", "", "../../", "../../index.html"),
        ("articles/a/", "articles/b/", "../b/", "../b/index.html"),
        ("articles/a/", "articles/", "../", "../index.html"),
        ("articles/a/", "ar/articles/a/", "../../ar/articles/a/", "../../ar/articles/a/index.html"),
        ("articles/a/", "timeline/#x", "../../timeline/#x", "../../timeline/index.html#x"),
        ("timeline/", "timeline/#x", "#x", "#x"),
        ("articles/a/", "articles/a/", "./", "index.html"),
        ("", "", "./", "index.html"),
        ("ar/feed.xml", "ar/", "./", "index.html"),
        ("404.html", "articles/a/", "articles/a/", "articles/a/index.html"),
        ("a/b/c/", "a/d/", "../../d/", "../../d/index.html"),
        ("articles/a/", "assets/site.css", "../../assets/site.css", "../../assets/site.css"),
        ("", "files/two words.png", "files/two%20words.png", "files/two%20words.png"),
        ("", "articles/a/#ما-حدث", "articles/a/#ما-حدث", "articles/a/index.html#ما-حدث"),
    ],
)
def test_a_link_is_relative_and_works_offline_too(start: str, end: str, online: str, offline: str) -> None:
    assert routes.href(start, end) == online
    assert routes.href(start, end, offline=True) == offline


def test_an_absolute_address_starts_at_the_base() -> None:
    assert routes.absolute("https://example.org/repo/", "articles/a/") == "https://example.org/repo/articles/a/"


def test_static_files_keep_their_place_and_others_stand_under_files() -> None:
    assert routes.of_file("content/static/CNAME") == "CNAME"
    assert routes.of_file("content/articles/map.png") == "files/articles/map.png"
