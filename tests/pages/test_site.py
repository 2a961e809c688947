"""The site as planners see it."""

from __future__ import annotations

from backstory.pages.queries import record_index
from backstory.values.keys import Key, Kind
from tests.pages import given
from tests.pages.given import actor, knowledge


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
