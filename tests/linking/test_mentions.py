"""Which names in a text become links, and which stay plain."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from backstory.linking import link
from backstory.linking.why import why
from backstory.records.entity import Entity
from backstory.records.prose import Run, packed
from backstory.values.keys import Key, Kind
from backstory.values.record import replace
from tests.linking import build

LNA = build.actor("lna", "Libyan National Army", abbreviation="LNA")
TURKEY = build.actor("turkey", "Turkey", "state")


def linked(entity: Entity[Any], *others: Entity[Any], field: str = "body", lang: str = "en", **site: Any) -> list[str]:
    """The links of a text, each as `words -> id`."""
    links, _ = link(build.knowledge(entity, *others, **site), ())
    text = next(
        text for key, text in links.texts.items() if (key.key, key.field, key.lang) == (entity.key, field, lang)
    )
    found = []
    for mention in text.mentions:
        part = text.prose.parts[mention.part]
        assert isinstance(part, Run)
        found.append(f"{part.text[mention.start : mention.end]} -> {mention.key.id}")
    return found


def told(entity: Entity[Any], *others: Entity[Any]) -> list[tuple[str, int, str]]:
    """The diagnostics of a site that stand in the entity's file: code, line, message."""
    found = link(build.knowledge(entity, *others), ())[1]
    return [(each.code, each.span.line, each.message) for each in found if each.span.path == entity.path]


def test_the_first_mention_in_each_section_is_linked() -> None:
    text = "The LNA. The LNA again.\n## Later\nThe Libyan National Army, or LNA."
    assert linked(build.article("a", text), LNA) == ["LNA -> lna", "Libyan National Army -> lna"]


def test_a_heading_a_link_and_code_are_never_linked() -> None:
    text = "`LNA` and [the LNA](https://example.org)\n## The LNA\nNothing."
    assert linked(build.article("a", text), LNA) == []


def test_an_authors_link_suppresses_the_automatic_one_in_its_section_even_before_it() -> None:
    text = "The LNA and [[lna|the army]].\n## Later\nThe LNA."
    assert linked(build.article("a", text), LNA) == ["LNA -> lna"]


def test_a_markdown_link_to_an_entity_suppresses_it_too() -> None:
    assert linked(build.article("a", "The LNA, [the army](../actors/lna.md)."), LNA) == []


def test_a_page_never_links_to_itself() -> None:
    me = build.actor("lna", "Libyan National Army", abbreviation="LNA", texts={"body": "The LNA fights Turkey."})
    assert linked(me, TURKEY) == ["Turkey -> turkey"]


def test_an_opted_out_word_stays_plain_only_where_it_stands() -> None:
    assert linked(build.article("a", "A [[=Turkey]] farm. But Turkey."), TURKEY) == ["Turkey -> turkey"]


def test_nolink_of_an_article_and_of_the_site_keep_names_plain() -> None:
    assert linked(build.article("a", "Turkey and the LNA.", nolink=["turkey"]), LNA, TURKEY) == ["LNA -> lna"]
    assert linked(build.article("a", "Turkey and the LNA."), LNA, TURKEY, nolink=["LNA"]) == ["Turkey -> turkey"]


def test_an_ambiguous_name_is_not_linked_and_is_reported_once_at_its_line() -> None:
    two = [
        build.actor("a-saleh", "Aguila Saleh", aliases=["Saleh"]),
        build.actor("b-saleh", "Ali Saleh", aliases=["Saleh"]),
    ]
    article = build.article("a", "Nothing here.\n\nSaleh denied it.\n\nSaleh again.")
    assert linked(article, *two) == []
    message = "`Saleh` is the name of 2 entities, so it was not linked: actor:a-saleh, actor:b-saleh"
    assert told(article, *two) == [("W301", 3, message)]


def test_a_name_in_use_for_a_time_is_linked_only_then() -> None:
    council = build.actor(
        "ntc", "Transitional Council", aliases=[{"text": "the council", "from": "2011", "to": "2012"}]
    )
    assert linked(build.article("a", "It was the council.", date="2011-06-01"), council) == ["council -> ntc"]
    assert linked(build.article("a", "It was the council.", date="2020"), council) == []
    assert linked(build.article("a", "It was the council.", date="2012-12~"), council) == ["council -> ntc"]


def test_an_alias_with_link_false_is_not_linked() -> None:
    actor = build.actor("dignity", "Operation Dignity", aliases=[{"text": "Dignity", "link": "false"}])
    assert linked(build.article("a", "They spoke of Dignity."), actor) == []


def test_the_longest_name_wins_over_another_entitys() -> None:
    port = build.entity(Kind.PLACE, "port-sudan", name="Port Sudan")
    sudan = build.actor("sudan", "Sudan", "state")
    rsf = build.actor("rsf", "Sudan Rapid Forces")
    assert linked(build.article("a", "Port Sudan and Sudan Rapid Forces and Sudan."), port, sudan, rsf) == [
        "Sudan Rapid Forces -> rsf",
        "Sudan -> sudan",
    ]


def test_a_passage_in_another_language_stays_plain() -> None:
    article = build.article("a", "The LNA.")
    prose = article.texts["body", "en"]
    parts = tuple(Run(part.text, part.block, 0, lang="fr") if isinstance(part, Run) else part for part in prose.parts)
    foreign = build.entity(Kind.ARTICLE, "a", title="A", date="2020")
    article = dataclasses.replace(foreign, texts={("body", "en"): replace(prose, packed=packed(parts))})
    assert linked(article, LNA) == []


@pytest.mark.parametrize("text", ["中國和俄羅斯同意。", "俄羅斯"])
def test_a_script_without_spaces_is_matched_without_word_ends(text: str) -> None:
    located = build.entity(
        Kind.ACTOR, "russia", **build.located({"name": {"en": "Russia", "zh": "俄羅斯"}, "type": "state"})
    )
    assert linked(build.article("a", text, lang="zh"), located, lang="zh") == ["俄羅斯 -> russia"]


def test_hebrew_particles_and_persian_plurals_are_stepped_over() -> None:
    hamas = build.entity(Kind.ACTOR, "hamas", **build.located({"name": {"en": "Hamas", "he": "חמאס"}, "type": "party"}))
    assert linked(build.article("a", "הוא דיבר ולחמאס אין תגובה", lang="he"), hamas, lang="he") == ["ולחמאס -> hamas"]
    drone = build.entity(
        Kind.TERM, "drone", **build.located({"name": {"en": "drone", "fa": "پهپاد"}, "definition": "x"})
    )
    text = "پهپاد\u200cهای ایرانی"
    assert linked(build.article("a", text, lang="fa"), drone, lang="fa") == ["پهپاد\u200cهای -> drone"]


def test_a_name_that_spans_markup_stays_plain() -> None:
    article = build.article("a", "The Libyan `National` Army.")
    assert linked(article, LNA) == []


def test_a_glossarys_capital_asks_for_none_in_the_text() -> None:
    terms = [build.term("mercenary", "Mercenary"), build.term("pmc", "Private military company")]
    text = "They hired mercenaries from a private military company."
    assert linked(build.article("a", text), *terms) == ["mercenaries -> mercenary", "private military company -> pmc"]


def test_why_says_what_was_linked_and_what_was_not() -> None:
    article = build.article("a", "The LNA and Turkey Point.\n\nThe LNA.\n## The LNA\nEnd.")
    knowledge = build.knowledge(article, LNA, TURKEY)
    lines = why(link(knowledge, ())[0], knowledge, Key(Kind.ARTICLE, "a"))
    assert [str(line) for line in lines] == [
        "body:1  LNA -> actor:lna, by its name LNA",
        "body:1  Turkey not linked (actor:turkey): part of a longer name",
        "body:3  LNA not linked (actor:lna): already linked in this section",
        "body:4  LNA not linked (actor:lna): in a heading",
    ]
