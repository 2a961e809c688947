"""One name on two entities."""

from __future__ import annotations

import time
from textwrap import dedent
from typing import Any

from backstory.linking.collisions import collisions
from backstory.records.entity import Entity
from tests.checking.planted import read
from tests.linking import build


def told(*entities: Entity[Any]) -> list[tuple[str, str]]:
    """The code and message of each warning."""
    return [(each.code, each.message) for each in collisions(build.knowledge(*entities))]


def test_one_alias_on_two_entities_is_told_once_with_both() -> None:
    found = told(build.actor("a", "Alpha", aliases=["the army"]), build.actor("b", "Beta", aliases=["The Army"]))
    assert found == [("W310", "`The Army` is also a name of `actor:a`, so it is never linked without markup")]


def test_a_name_of_many_is_told_once_and_counts_those_it_does_not_show() -> None:
    (one,) = collisions(
        build.knowledge(*(build.actor(each, each.upper() * 5, aliases=["the army"]) for each in "abcdefgh"))
    )
    assert one.message.startswith("`the army` is also a name of `actor:a`, `actor:b`, ")
    assert " and 2 more, so it " in one.message
    assert len(one.related) == 5


def test_names_that_meet_in_time_with_one_only_are_told_with_that_one() -> None:
    early = build.actor("a", "Alpha", aliases=[{"text": "the army", "to": "2011"}])
    always = build.actor("b", "Beta", aliases=["the army"])
    late = build.actor("c", "Gamma", aliases=[{"text": "the army", "from": "2014"}])
    found = collisions(build.knowledge(early, always, late))
    assert [[other.message for other in each.related] for each in found] == [
        ["also named here (actor:b)"],
        ["also named here (actor:b)"],
    ]


def test_the_alias_is_told_where_the_other_is_a_name() -> None:
    (one,) = collisions(build.knowledge(build.actor("a", "Alpha", aliases=["Beta"]), build.actor("b", "Beta")))
    assert one.message == "`Beta` is also a name of `actor:b`, so it is never linked without markup"


def test_two_spellings_of_one_arabic_name_are_told() -> None:
    found = told(build.actor("a", "Muammar Gaddafi"), build.actor("b", "Muammar Qadhafi"))
    assert [code for code, _ in found] == ["W311"]
    assert found[0][1] == "`Muammar Qadhafi` and `Muammar Gaddafi` (`actor:a`) may be one name in two spellings"


def test_a_person_and_a_state_and_two_of_different_wikidata_are_not_one_in_two_spellings() -> None:
    assert told(build.actor("a", "Sorman", "state"), build.actor("b", "Surman", "person", public_role="minister")) == []
    sorman, surman = build.actor("a", "Sorman", "state", wikidata="Q1028"), build.actor("b", "Surman", "state")
    assert [code for code, _ in told(sorman, surman)] == ["W311"]
    assert told(sorman, build.actor("b", "Surman", "state", wikidata="Q1027")) == []


def test_two_states_whose_names_differ_in_vowels_alone_are_two() -> None:
    assert told(build.actor("a", "Iran", "state"), build.actor("b", "Oran", "state")) == []


def test_an_alias_is_told_where_it_is_another_spelling_of_a_name() -> None:
    found = told(build.actor("a", "City One", aliases=["Misrata"]), build.actor("b", "City Two", aliases=["Misurata"]))
    assert [code for code, _ in found] == ["W311"]


def test_two_numbered_units_are_not_one_in_two_spellings() -> None:
    assert told(build.actor("a", "Brigade 33"), build.actor("b", "Brigade 3")) == []


def test_a_servants_name_in_one_word_or_two_is_one_name() -> None:
    found = told(build.actor("a", "Abdulhamid Dbeibah"), build.actor("b", "Abdul Hamid Dbeiba"))
    assert [code for code, _ in found] == ["W311"]


def test_names_used_at_different_times_or_not_linked_do_not_collide() -> None:
    then = build.actor("a", "Alpha", aliases=[{"text": "the army", "to": "2011"}])
    later = build.actor("b", "Beta", aliases=[{"text": "the army", "from": "2014"}])
    plain = build.actor("c", "Gamma", aliases=[{"text": "the army", "link": "false"}])
    assert told(then, later, plain) == []


def test_an_abbreviation_does_not_collide_with_a_word() -> None:
    assert told(build.actor("a", "Health Body", abbreviation="WHO"), build.term("b", "who")) == []


def test_a_name_given_in_a_translation_is_told_at_its_place_there() -> None:
    text = """
    -- content/actors.yaml --
    alpha:
      name: Alpha
      type: state
      aliases: Moscou
    -- content/actors/beta.md --
    ---
    name: Beta
    type: state
    ---
    -- content/actors/beta.fr.md --
    ---
    name: Moscou
    translates: 2020
    ---
    """
    knowledge, _ = read(dedent(text))
    (one,) = collisions(knowledge)
    assert (one.span.path, one.span.line) == ("content/actors.yaml", 4)
    assert [(each.span.path, each.span.line, each.span.column) for each in one.related] == [
        ("content/actors/beta.fr.md", 2, 7)
    ]


def test_thousands_of_names_of_the_same_consonants_are_compared_in_little_time() -> None:
    vowels = [a + b + c for a in "aeiou" for b in "aeiou" for c in "aeiou"]
    names = ["b{}bb{}kk{}t b{}bb{}rr{}s".format(*one, *other) for one in vowels for other in vowels[:30]]
    begin = time.process_time()
    told(*(build.actor(f"a{at}", name) for at, name in enumerate(names)))
    assert time.process_time() - begin < 20
