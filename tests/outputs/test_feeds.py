"""Feeds, sitemap, robots.txt, 404.html and the list of corrections."""

from __future__ import annotations

import json

from backstory.diagnostics import Span
from backstory.outputs import feeds, robots
from backstory.pages.core.site import Options
from backstory.pages.kinds import corrections_page, not_found
from backstory.pipeline.plan_stage import plan
from backstory.records.plan import Page
from backstory.values.keys import Kind
from tests.pages import given
from tests.pages.given import actor, article, entity, knowledge
from tests.pages.views import views

BASE = "https://example.org/repo/"
CORRECTION = {"date": "2020-06-02", "was": "a dozen", "now": "at least 14", "why": "Misread."}


def test_a_feed_has_the_latest_changed_explainers_and_the_corrections() -> None:
    known = knowledge(article("a", "x", date="2020-05"), actor("lna", "LNA", corrections=[CORRECTION]))
    made = views(feeds.PLANNER, known, base=BASE)
    assert [(each.title, each.updated, each.address) for each in made["feed.xml"].entries] == [
        ("Correction: LNA", "2020-06-02T00:00:00Z", f"{BASE}actors/lna/"),
        ("About a", "2020-05-01T00:00:00Z", f"{BASE}articles/a/"),
    ]
    feed = json.loads(made["feed.json"])
    assert [each["id"] for each in feed["items"]] == [f"{BASE}corrections/#actor-lna-2020-06-02", f"{BASE}articles/a/"]


def test_without_an_address_there_are_no_feeds_and_one_note_says_so() -> None:
    assert views(feeds.PLANNER, knowledge(article("a", "x"))) == {}
    (note,) = feeds.missing(Options())
    assert (note.code, note.span) == ("N511", Span("site.yaml"))
    assert feeds.missing(Options(base=BASE)) == ()


def test_the_sitemap_lists_what_search_engines_may_list_with_its_languages() -> None:
    known = knowledge(
        entity(Kind.ACTOR, "lna", {"body": "x", "body@ar": "س"}, name="LNA", type="other"), languages=["en", "ar"]
    )
    made, found = plan(known, given.links(known), given.snapshot(), Options(base=BASE))
    (summary,) = made.summaries
    taken = [summary.take(page) for draft in made.drafts for page in draft.compose() if isinstance(page, Page)]
    (sitemap,) = summary.compose([each for each in taken if each is not None])
    entries = {each.address: [version.hreflang for version in each.alternates] for each in sitemap.view.entries}
    assert found == ()
    assert entries[f"{BASE}actors/lna/"] == ["en", "ar", "x-default"]
    assert f"{BASE}404.html" not in entries


def test_robots_names_the_sitemap_and_gives_way_to_the_sites_own() -> None:
    known = knowledge()
    assert views(robots.PLANNER, known, base=BASE)["robots.txt"].endswith(
        b"Sitemap: https://example.org/repo/sitemap.xml\n"
    )
    own = given.snapshot(files=["content/static/robots.txt"])
    made, found = plan(known, given.links(known), own, Options(base=BASE))
    assert ([each.routes for each in made.drafts if "robots.txt" in each.routes], found) == ([], ())


def test_the_page_for_lost_readers_links_from_the_root_of_the_server() -> None:
    made = views(not_found.PLANNER, knowledge(), base=BASE)["404.html"]
    assert [each.href for each in made.links] == ["/repo/"]
    assert made.frame.home == "/repo/"


def test_corrections_of_all_kinds_stand_together_the_newest_first() -> None:
    late = article("a", "x", corrections=[CORRECTION | {"date": "2020-07"}])
    made = views(corrections_page.PLANNER, knowledge(late, actor("lna", "LNA", corrections=[CORRECTION])))[
        "corrections/"
    ]
    assert [(each.where.name.text, each.correction.why.text) for each in made.all] == [
        ("About a", "Misread."),
        ("LNA", "Misread."),
    ]


def test_what_was_a_sentence_gets_no_second_full_stop() -> None:
    wrong = {"date": "2020-06-02", "was": "A dozen came.", "now": "“At least 14 came.”", "why": "Misread."}
    made = views(feeds.PLANNER, knowledge(actor("lna", "LNA", corrections=[wrong])), base=BASE)
    assert [each.summary for each in made["feed.xml"].entries] == [
        "Was: A dozen came. Now: “At least 14 came.” Misread."
    ]
