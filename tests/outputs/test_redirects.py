"""Pages at old routes."""

from __future__ import annotations

from backstory.outputs import redirects
from tests.pages.given import article, knowledge
from tests.pages.views import views


def test_an_old_route_leads_on_to_the_page_and_names_it_as_the_right_one() -> None:
    known = knowledge(article("new", "x", redirects=["/articles/old"]))
    made = views(redirects.PLANNER, known, base="https://example.org/")
    assert list(made) == ["articles/old/"]
    assert made["articles/old/"].href == "../new/"
    assert made["articles/old/"].frame.canonical == "https://example.org/articles/new/"
