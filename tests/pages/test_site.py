"""The site as planners see it."""

from __future__ import annotations

from pathlib import Path

from backstory.pages.queries import record_index
from backstory.values.keys import Key, Kind
from tests.pages import given
from tests.pages.given import actor, knowledge
from tests.scenario import found, site


def test_a_site_made_of_another_knows_nothing_of_what_that_one_found() -> None:
    key = Key(Kind.ACTOR, "russia")
    site = given.site(knowledge())
    assert (site.destination(key, "en"), site.named(key, "en")) == (None, None)
    before = record_index.of(site)
    other = given.replace(site, knowledge=knowledge(actor("russia", "Russia", "state")))
    found, named = other.destination(key, "en"), other.named(key, "en")
    assert found is not None
    assert found.route == "actors/russia/"
    assert named is not None
    assert named.name.text == "Russia"
    assert record_index.of(other) is not before


def test_a_site_that_only_warns_of_what_protects_persons_says_so_on_its_method_page(tmp_path: Path) -> None:
    made = site(
        tmp_path,
        """
        -- site.yaml --
        title: A site
        severity: {E220: warning}
        -- content/pages/method.md --
        ---
        title: Method
        ---
        -- content/pages/about.md --
        ---
        title: About
        ---
        """,
    )
    made.build()
    assert "these only warn here, E220." in made.page("method/")
    assert "only warn" not in made.page("about/")


def test_what_protects_persons_cannot_be_switched_off(tmp_path: Path) -> None:
    made = site(tmp_path, "-- site.yaml --\ntitle: A site\nseverity: {E220: off}\n")
    assert "E136" in [code for code, _ in found(made.build())]
