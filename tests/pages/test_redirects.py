"""Pages at old routes."""

from __future__ import annotations

from backstory.model.plan import Page
from backstory.pages import redirects
from backstory.pages.site import Options
from tests.pages import given
from tests.pages.given import article, knowledge


def test_an_old_route_leads_on_to_the_page_and_names_it_as_the_right_one() -> None:
    known = knowledge(article("new", "x", redirects=["/articles/old"]))
    (made,) = redirects.PLANNER.plan(given.site(known, Options(base="https://example.org/")))
    assert isinstance(made.what, Page)
    assert (made.what.route, made.what.view.href) == ("articles/old/", "../new/")
    assert made.what.view.frame.canonical == "https://example.org/articles/new/"
