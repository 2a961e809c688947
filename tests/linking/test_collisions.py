"""One name on two entities."""

from __future__ import annotations

from typing import Any

from backstory.linking.collisions import collisions
from backstory.model.entity import Entity
from tests.linking import build


def told(*entities: Entity[Any]) -> list[tuple[str, str]]:
    """The code and message of each warning."""
    return [(each.code, each.message) for each in collisions(build.knowledge(*entities))]


def test_one_alias_on_two_entities_is_told_at_both() -> None:
    found = told(build.actor("a", "Alpha", aliases=["the army"]), build.actor("b", "Beta", aliases=["The Army"]))
    assert found == [
        ("W310", "`the army` is also a name of `actor:b`, so it is never linked without markup"),
        ("W310", "`The Army` is also a name of `actor:a`, so it is never linked without markup"),
    ]


def test_two_spellings_of_one_arabic_name_are_told() -> None:
    found = told(build.actor("a", "Muammar Gaddafi"), build.actor("b", "Muammar Qadhafi"))
    assert [code for code, _ in found] == ["W311", "W311"]
    assert found[0][1] == "`Muammar Gaddafi` and `Muammar Qadhafi` (`actor:b`) may be one name in two spellings"


def test_names_used_at_different_times_or_not_linked_do_not_collide() -> None:
    then = build.actor("a", "Alpha", aliases=[{"text": "the army", "to": "2011"}])
    later = build.actor("b", "Beta", aliases=[{"text": "the army", "from": "2014"}])
    plain = build.actor("c", "Gamma", aliases=[{"text": "the army", "link": "false"}])
    assert told(then, later, plain) == []


def test_an_abbreviation_does_not_collide_with_a_word() -> None:
    assert told(build.actor("a", "Health Body", abbreviation="WHO"), build.term("b", "who")) == []
