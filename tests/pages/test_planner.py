"""The plan: order of routes, and routes that clash."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from backstory.diagnostics import CODES, Diagnostic, Span
from backstory.pages.core import planner
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import Options, Site
from backstory.records.plan import Plan
from tests.pages import given


def planned(*routes: tuple[str, str]) -> tuple[Plan, tuple[Diagnostic, ...]]:
    def plan(site: Site) -> Iterator[Planned]:
        for route, source in routes:
            yield planner.page(route, "page.html", tuple, Span(source))

    known = given.knowledge()
    return planner.plan((Planner(plan),), known, given.links(known), given.snapshot(), Options())


def test_what_is_planned_stands_in_order_of_route() -> None:
    plan, clashes = planned(("b/", "b.md"), ("a/", "a.md"), ("", ""))
    assert [each.routes for each in plan.drafts] == [("",), ("a/",), ("b/",)]
    assert clashes == ()


@pytest.mark.parametrize(
    ("one", "two", "words"),
    [
        ("x/", "x/", "two pages claim `/x/`"),
        ("articles/Lna/", "articles/lna/", "one file on Windows and macOS"),
        ("caf\u00e9/", "cafe\u0301/", "one file on Windows and macOS"),
        ("about", "about/", "one is a file where the other needs a folder"),
        ("old/index.html", "old/", "one file on Windows and macOS"),
    ],
)
def test_two_things_at_one_place_are_named_with_both_their_files(one: str, two: str, words: str) -> None:
    plan, clashes = planned((one, "content/a.md"), (two, "content/b.md"))
    assert len(plan.drafts) == 1
    assert [each.code for each in clashes] == ["E501"]
    assert words in clashes[0].message
    assert {clashes[0].span.path, clashes[0].related[0].span.path} == {"content/a.md", "content/b.md"}


def test_a_clash_with_a_page_of_the_site_itself_blames_the_author_s_file() -> None:
    _, clashes = planned(("feed.xml", ""), ("feed.xml", "content/static/feed.xml"))
    assert clashes[0].span.path == "content/static/feed.xml"
    assert clashes[0].message == "two pages claim `/feed.xml`, which the site makes itself"


def test_the_clash_has_an_explanation() -> None:
    assert CODES["E501"].bad
    assert CODES["E501"].good
