"""The page of an explainer."""

from __future__ import annotations

from typing import Any

from backstory.pages.kinds import article as pages
from backstory.pages.kinds.article import ArticleView
from backstory.records.entity import Entity, Translation
from backstory.records.knowledge import Knowledge
from backstory.values.keys import Kind
from tests.pages.given import CONFLICT, actor, article, backing, entity, knowledge, source
from tests.pages.views import views as of_planner

LNA = actor("lna", "Libyan National Army", "armed-group")
RUSSIA = actor("russia", "Russia", "state")
CLAIM = entity(
    Kind.CLAIM,
    "jets",
    question="Whose jets?",
    positions=[{"by": "russia", "stance": "denies", "date": "2020-05-26", "source": "z"}],
)
EVENT = entity(Kind.EVENT, "landing", title="A landing", date="2020-05-26", claim="jets", sources=["y"])
TIE = backing({"actor": "russia", "support": ["weapons"], "sources": ["y"]})


def views(known: Knowledge) -> dict[str, ArticleView]:
    return of_planner(pages.PLANNER, known)


def view(body: str, *others: Entity[Any], backed: bool = False, **fields: Any) -> ArticleView:
    known = knowledge(
        article("a", body, conflict="war", **fields),
        CONFLICT,
        LNA,
        RUSSIA,
        CLAIM,
        EVENT,
        *(source(each) for each in "xyz"),
        *others,
        backings=[TIE] if backed else [],
    )
    return views(known)["articles/a/"]


def test_notes_are_numbered_in_the_order_of_the_page_embeds_included() -> None:
    made = view("One [@x].\n\n![[timeline]]\n\nThen [@z].", events=["landing"])
    assert [each.source.name.text for each in made.sources] == ["The x", "The y", "The z"]


def test_what_the_body_embeds_is_not_added_again() -> None:
    made = view("![[backers]]\n\n![[timeline]]\n\n![[claim:jets]]", backed=True, events=["landing"])
    assert [each.kind for each in made.body] == ["backers", "timeline", "claims"]
    assert made.sections == ()


def test_what_the_body_does_not_embed_follows_it() -> None:
    made = view("Text.", backed=True, events=["landing"], claims=["jets"])
    assert [each.id for each in made.sections] == ["_backers", "_timeline", "_claims"]
    assert [each.id for each in made.contents] == ["_backers", "_timeline", "_claims", "_sources"]


def test_an_embed_without_anything_to_show_leaves_no_trace() -> None:
    assert [each.kind for each in view("A.\n\n![[backers]]\n\nB.").body] == ["prose", "prose"]


def test_the_contents_list_the_author_s_headings_first() -> None:
    made = view("## What happened\n\nText.", brief={"happened": "It landed."})
    assert [(each.id, each.text) for each in made.contents][:1] == [("what-happened", "What happened")]


def test_the_first_screen_has_the_claim_the_story_turns_on() -> None:
    made = view("Text.\n\n![[claim:jets]]", lead="jets")
    assert made.head.stake is not None
    assert made.head.stake.statement.name.text == "Whose jets?"
    assert ([each.kind for each in made.body], made.sections) == (["prose"], ())


def test_no_claim_is_picked_for_an_author_who_names_none() -> None:
    made = view("Text.", claims=["jets"])
    assert made.head.stake is None
    assert [each.id for each in made.sections] == ["_claims"]


def test_an_event_that_the_text_names_is_not_listed_below_it_again() -> None:
    made = view("It [[event:landing|landed]].", events=["landing"])
    assert made.sections == ()


def test_actors_stand_under_the_side_they_are_a_party_of() -> None:
    made = view("[[russia]] and [[lna]]")
    assert [
        (each.mark.label.text if each.mark else "", [who.name.text for who in each.actors]) for each in made.cast
    ] == [
        ("Eastern side", ["Libyan National Army"]),
        ("", ["Russia"]),
    ]


def test_the_neighbours_are_the_articles_before_and_after_in_the_conflict() -> None:
    before = article("before", "x", conflict="war", date="2019")
    elsewhere = article("elsewhere", "x", date="2019-12")
    made = view("Text.", before, elsewhere)
    assert made.earlier is not None
    assert made.earlier.href == "../before/"
    assert made.later is None


def test_a_translation_says_of_what_and_by_whom_it_is() -> None:
    original = entity(Kind.ARTICLE, "a", {"body": "Text."}, title="A", date="2020-05-29", updated="2020-06-10")
    version = Translation("ar", "content/articles/a.ar.md", original.head, "2020-06-01", "Mona")
    translated = Entity(
        original.key, original.fields, "en", original.path, original.head, original.texts, {"ar": version}
    )
    made = views(knowledge(translated, languages=["en", "ar"]))
    assert sorted(made) == ["ar/articles/a/", "articles/a/"]
    note = made["ar/articles/a/"].head.translation
    assert note is not None
    assert (note.translator, note.original, note.changed) == ("Mona", "../../../articles/a/", True)
    assert made["articles/a/"].head.translation is None


def test_an_actor_s_card_has_a_sentence_of_the_actor_s_own() -> None:
    wagner = actor("wagner", "Wagner Group", "pmc", {"summary": "A company. It sent men."}, summary="A company.")
    made = view("[[wagner]]", wagner)
    found = {each.id: each.sentence.text for each in made.cards if each.sentence}
    assert found == {"_card-actor-wagner": "A company. It sent men."}


def test_a_card_ends_with_a_sentence_not_with_an_abbreviation() -> None:
    long = f"It sent men{' and more' * 20} with Gen. Haftar, who paid{' and paid' * 10}."
    wagner = actor("wagner", "Wagner Group", "pmc", {"summary": f"A company. {long}"}, summary="A company.")
    assert [each.sentence.text for each in view("[[wagner]]", wagner).cards if each.sentence] == ["A company."]
