"""Texts are linked again where an answer they got has changed, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

from backstory.linking.relink import LinkedSite, relink
from backstory.records.entity import Entity
from tests.linking import build

ARMY = build.actor("army", "Northern Army")
LEAGUE = build.actor("league", "League of Ports")
PLAIN = build.article("plain", "Nobody is named here.")
NAMING = build.article("naming", "The Northern Army moved.")
ASKING = build.article("asking", "See [[army]].")
LOST = build.article("lost", "See [[nobody]].")
ANCHORED = build.article("anchored", "See [[plain#the-end]].")


def relinked(before: list[Entity[Any]], after: list[Entity[Any]], digests: dict[str, str] | None = None) -> set[str]:
    """The articles whose bodies are linked anew when a site becomes another one."""
    first = _linked(before, {})
    second = _linked(after, digests or {}, first)
    again = _linked(after, digests or {})
    assert second.links == again.links
    assert second.findings() == again.findings()
    return {second.before.texts[place].text.key.id for place in second.anew}


def _linked(entities: list[Entity[Any]], digests: dict[str, str], last: LinkedSite | None = None) -> LinkedSite:
    return relink(build.knowledge(*entities), (), digests, last.before if last else None)


def test_nothing_is_linked_anew_where_nothing_changed() -> None:
    site = [ARMY, LEAGUE, PLAIN, NAMING, ASKING, LOST]
    assert relinked(site, site) == set()


def test_a_text_in_a_file_with_other_bytes_is_linked_anew() -> None:
    other = build.article("plain", "Others are named here.")
    assert relinked([ARMY, PLAIN, NAMING], [ARMY, other, NAMING], {other.path: "other"}) == {"plain"}


def test_a_new_name_touches_the_texts_that_hold_its_first_word_and_those_with_a_lost_reference() -> None:
    site = [ARMY, PLAIN, NAMING, ASKING, LOST, build.article("ports", "A league of its own.")]
    assert relinked(site, [*site, LEAGUE]) == {"ports", "lost"}


def test_an_actor_renamed_touches_the_texts_that_name_or_link_it() -> None:
    site = [PLAIN, NAMING, ASKING]
    renamed = build.actor("army", "Army of the Coast")
    assert relinked([ARMY, *site], [renamed, *site]) == {"naming", "asking"}


def test_a_name_beside_an_article_touches_the_texts_that_link_it_with_another() -> None:
    site = [build.article("x", "See [[the league]]."), build.article("y", "See [[fleet]]."), PLAIN]
    both = [build.actor("league", "League"), build.actor("fleet", "The fleet")]
    again = [build.actor("other", "The league"), build.actor("second", "A fleet")]
    assert relinked([*site], [*site, *both]) == {"x", "y"}
    assert relinked([*site, *both], [*site, *both, again[0]]) >= {"x"}
    assert relinked([*site, both[1]], [*site, both[1], again[1]]) >= {"y"}


def test_an_actor_deleted_touches_the_texts_that_named_it() -> None:
    site = [PLAIN, NAMING, ASKING]
    assert relinked([ARMY, *site], site) == {"naming", "asking"}


@pytest.mark.parametrize("text", ["armies", "l'armée", "NORTHERN", "northern-most"])
def test_a_changed_name_is_sought_in_every_form_that_a_text_may_give_it(text: str) -> None:
    site = [build.article("x", f"Here: {text}.")]
    both = [ARMY, build.actor("armies", "Army"), build.actor("armee", "Armée")]
    relinked(site, [*both, *site])


def test_a_heading_that_comes_or_goes_touches_the_texts_that_lead_to_it() -> None:
    other = build.article("plain", "## The end\n\nNobody is named here.")
    assert relinked([PLAIN, ANCHORED, NAMING], [other, ANCHORED, NAMING], {other.path: "other"}) >= {
        "plain",
        "anchored",
    }
