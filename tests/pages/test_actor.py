"""The page of an actor."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from backstory.pages.kinds import actor as actor_page
from backstory.pages.kinds.actor import ActorView
from backstory.pages.parts.backing_list import BackingList
from backstory.records.backing import Backing
from backstory.records.entity import Entity
from backstory.records.links import Backlink, ProseKey
from backstory.values.keys import Key, Kind
from backstory.values.vocabulary import Basis
from tests.pages.given import CONFLICT, actor, article, backing, entity, knowledge, source
from tests.pages.views import views

RUSSIA = actor("russia", "Russia", "state")
GNA = actor("gna", "Government of National Accord", "government")


def lna(**fields: Any) -> Entity[Any]:
    return actor("lna", {"en": "Libyan National Army", "ar": "الجيش الوطني الليبي"}, "armed-group", **fields)


def view(*entities: Entity[Any], backings: tuple[Backing, ...] = (), of: str = "lna", **rest: Any) -> ActorView:
    found = views(actor_page.PLANNER, knowledge(RUSSIA, GNA, CONFLICT, *entities, backings=backings), **rest)[
        f"actors/{of}/"
    ]
    assert isinstance(found, ActorView)
    return found


def test_a_tie_is_listed_on_the_pages_of_both_its_ends() -> None:
    tie = backing({"actor": "russia", "observed": ["2020-05-26"], "sources": ["x"]})
    recipient = view(lna(), source("x"), backings=(tie,))
    backer = view(lna(), source("x"), backings=(tie,), of="russia")
    assert [each.other.name.text for each in recipient.backed.shown] == ["Russia"]
    assert [each.other.name.text for each in backer.backing.shown] == ["Libyan National Army"]
    assert (len(recipient.backing), len(backer.backed)) == (0, 0)


def test_a_tie_without_date_or_source_is_shown_and_says_so() -> None:
    made = view(lna(), backings=(backing({"actor": "russia"}, Basis.UNSOURCED),))
    assert [(each.records[0].when, each.basis_label) for each in made.backed.shown] == [
        ("date not known", "nothing recorded here")
    ]


def test_a_tie_opens_to_its_positions_in_order_of_date_with_the_denial_in_its_own_words() -> None:
    said = {"by": "gna", "stance": "asserts", "date": "2020-05-26"}
    quote = {"text": "كذب", "lang": "ar"}
    denied = {"by": "lna", "stance": "denies", "date": "2020-05-27", "quote": quote}
    (tie,) = view(lna(), backings=(backing({"actor": "russia", "positions": [denied, said]}),)).backed.shown
    assert [each.label for each in tie.positions] == ["says so", "denies it"]
    words = tie.positions[1].quote
    assert words is not None
    assert (words.words.text, words.words.lang, words.words.dir) == ("كذب", "ar", "rtl")


def test_ties_stand_in_order_of_what_they_rest_on_then_of_their_newest_evidence() -> None:
    weak = backing({"actor": "gna", "observed": ["2020"]}, Basis.UNSOURCED)
    old = backing({"actor": "gna", "observed": ["2018"]})
    new = backing({"actor": "russia", "observed": ["2017", "2019"]}, Basis.ONE_SIDE)
    firm = backing({"actor": "russia", "observed": ["2016"]}, Basis.ACKNOWLEDGED)
    made = view(lna(), backings=(weak, old, new, firm))
    assert [each.basis for each in made.backed.shown] == [
        Basis.ACKNOWLEDGED,
        Basis.ONE_SIDE,
        Basis.SINGLE,
        Basis.UNSOURCED,
    ]


def test_lists_of_ties_that_the_body_embeds_are_not_added_again() -> None:
    tie = backing({"actor": "russia", "observed": ["2020"]})
    made = view(lna(texts={"body": "![[backers]]"}), backings=(tie,))
    assert (len(made.body), made.backed) == (1, BackingList())


def test_a_relation_is_told_from_both_ends() -> None:
    haftar = actor("haftar", "Khalifa Haftar", "person", public_role="Commander", leads=["lna"])
    led, leads = view(lna(), haftar), view(lna(), haftar, of="haftar")
    assert [(each.label, each.relations[0].actor.name.text) for each in led.relations] == [("Led by", "Khalifa Haftar")]
    assert [(each.label, each.relations[0].actor.name.text) for each in leads.relations] == [
        ("Leads", "Libyan National Army")
    ]


def test_whoever_speaks_for_an_actor_need_be_no_spokesperson() -> None:
    envoy = actor("envoy", "An envoy", "person", public_role="Envoy to the UN", speaks_for=["lna"])
    made = view(lna(), envoy)
    assert [(each.label, each.relations[0].actor.name.text) for each in made.relations] == [
        ("Speaks for it", "An envoy")
    ]
    assert "Speaks for it" in [each.label for each in made.facts]


def test_what_somebody_denies_or_what_has_ended_is_not_in_the_rail() -> None:
    denied = {"actor": "lna", "positions": [{"by": "lna", "stance": "denies"}]}
    ended = {"actor": "lna", "to": "2019"}
    one = actor("one", "One", "person", public_role="x", leads=[denied])
    two = actor("two", "Two", "person", public_role="x", leads=[ended])
    made = view(lna(), one, two)
    assert [each.label for each in made.facts] == ["Kind", "Also called"]
    assert [(each.actor.name.text, each.contested) for each in made.relations[0].relations] == [
        ("One", True),
        ("Two", False),
    ]


def test_a_relation_without_dates_says_of_which_day_it_is_recorded() -> None:
    made = view(lna(part_of=["gna"], as_of="2020-05-29"))
    assert made.relations[0].relations[0].when == "As known on 29 May 2020"


def test_only_a_party_carries_its_sides_mark() -> None:
    tie = replace(backing({"actor": "russia"}), conflict="war")
    party = view(lna(), backings=(tie,)).head.mark
    assert party is not None
    assert party.label.text == "Eastern side"
    assert view(lna(), backings=(tie,), of="russia").head.mark is None


def test_who_calls_it_what_it_is_called_is_named_and_cited() -> None:
    made = view(lna(type_per="x"), source("x", publisher="russia"))
    assert made.head.kind_per is not None
    assert (made.head.kind_per.name.text, [each.number for each in made.head.kind_notes]) == ("Russia", [1])


def test_claims_by_and_about_an_actor_say_which_they_are() -> None:
    positions = [{"by": "lna", "stance": "denies", "date": "2020-05-27"}]
    about = entity(Kind.CLAIM, "a", question="A", about={"actors": ["lna"]})
    both = entity(Kind.CLAIM, "b", question="B", about={"actors": ["lna"]}, positions=positions)
    by = entity(Kind.CLAIM, "c", question="C", positions=positions)
    made = view(lna(), about, both, by)
    assert [(each.claim.statement.name.text, each.role) for each in made.claims] == [
        ("A", "about it"),
        ("B", "about it, with its own words"),
        ("C", "with its words"),
    ]


def test_an_actor_appears_in_the_newest_explainer_first_with_the_sentence_cut_around_the_mention() -> None:
    old, new = article("old", "x", date="2019-01-01"), article("new", "x", date="2020-01-01")
    links = tuple(
        Backlink(ProseKey(each.key, "body", "en"), "", "The ", "LNA", " did.", explicit=False) for each in (old, new)
    )
    made = view(lna(), old, new, backlinks={Key(Kind.ACTOR, "lna"): links})
    assert [each.where.name.text for each in made.appears.shown] == ["About new", "About old"]
    (sentence,) = made.appears.shown[0].sentences
    assert (sentence.before.text, sentence.mention.text, sentence.after.text) == ("The ", "LNA", " did.")


def test_a_translation_shows_the_sentences_in_its_own_language_where_there_are_any() -> None:
    explainer = entity(Kind.ARTICLE, "s", {"body": "x", "body@ar": "س"}, title="S", date="2020")
    army = lna(texts={"body": "x", "body@ar": "س"})
    links = tuple(
        Backlink(ProseKey(explainer.key, "body", lang), "", lang, "m", "", explicit=False) for lang in ("en", "ar")
    )
    known = knowledge(army, explainer, languages=["en", "ar"])
    made = views(actor_page.PLANNER, known, backlinks={army.key: links})
    assert [each.sentences[0].before.text for each in made["actors/lna/"].appears.shown] == ["en"]
    assert [each.sentences[0].before.text for each in made["ar/actors/lna/"].appears.shown] == ["ar"]


def test_names_in_all_scripts_stand_in_the_head_and_aliases_in_the_rail() -> None:
    made = view(lna(abbreviation="LNA", aliases=["Haftar's forces", {"text": "Karama", "as": "former"}]))
    assert [each.text for each in made.head.also] == ["LNA", "الجيش الوطني الليبي"]
    aliases = next(each for each in made.facts if each.label == "Also called")
    assert [each.name.text for each in aliases.said] == [
        "الجيش الوطني الليبي",
        "Haftar’s forces",
        "Karama (former name)",
    ]
