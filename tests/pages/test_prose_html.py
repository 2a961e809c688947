"""Prose for a page: links, marks, notes, embeds."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from backstory.pages.parts import citations, plain_text, prose_html
from backstory.pages.parts.citations import Citation
from backstory.values.keys import Key, Kind
from tests.pages import given
from tests.pages.given import CONFLICT, actor, article, entity, knowledge, new_page, source, term, written

LNA = actor("lna", "Libyan National Army", "armed-group")
RUSSIA = actor("russia", "Russia", "state")


def body(text: str, *others: Any, **settings: Any) -> str:
    return written(new_page(knowledge(article("a", text, conflict="war"), CONFLICT, LNA, RUSSIA, *others, **settings)))


def test_only_a_party_carries_a_mark_and_it_never_stands_alone_at_a_line_s_end() -> None:
    assert body("[[lna]]") == (
        '<p><a class="ref c1" href="../../actors/lna/" data-card="_card-actor-lna"><span class="nb">'
        '<span class="m m1" aria-hidden="true"></span>Libyan</span> National Army</a></p>'
    )
    assert body("[[russia]]") == (
        '<p><a class="ref" href="../../actors/russia/" data-card="_card-actor-russia">Russia</a></p>'
    )


def test_a_mention_is_linked_in_the_author_s_words() -> None:
    assert body("So Russia & co") == (
        '<p>So <a class="ref" href="../../actors/russia/" data-card="_card-actor-russia">Russia</a> &amp; co</p>'
    )


def test_a_term_is_a_term_and_keeps_the_author_s_label() -> None:
    assert body("[[pmc|hired men]]", term("pmc", "PMC")) == (
        '<p><a class="term" href="../../glossary/pmc/" data-card="_card-term-pmc">hired men</a></p>'
    )


def test_the_notes_of_one_source_share_its_number_and_hug_the_word() -> None:
    found = body("One [@x]. Two [@y, p. 2]. Three [@x].", source("x"), source("y"))
    assert found == (
        '<p>One<sup class="fn"><a href="#_s1" id="_c1" aria-label="Source 1">1</a></sup>. '
        'Two<sup class="fn"><a href="#_s2" id="_c2" aria-label="Source 2, p. 2">2, p. 2</a></sup>. '
        'Three<sup class="fn"><a href="#_s1" aria-label="Source 1">1</a></sup>.</p>'
    )


def test_the_sources_of_one_citation_stand_in_one_note() -> None:
    known = knowledge(article("a", "One [@x]."), source("x"), source("y"))
    (made,) = given.completed(new_page(known), citations.html([Citation("x"), Citation("y")])).parts
    assert made.text == (
        '<sup class="fn"><a href="#_s1" id="_c1" aria-label="Source 1">1</a>'
        '<a href="#_s2" id="_c2" aria-label="Source 2">2</a></sup>'
    )


def test_an_embed_alone_in_a_paragraph_stands_between_blocks() -> None:
    assert body("Before.\n\n![[backers]]\n\nAfter.") == "<p>Before.</p>|<backers 2>|<p>After.</p>"


def test_an_embed_below_a_heading_has_headings_one_level_deeper() -> None:
    assert body("## Ties\n\n![[backers]]").endswith("|<backers 3>")


def test_a_link_to_what_is_not_translated_says_its_language() -> None:
    known = knowledge(
        entity(Kind.ARTICLE, "a", {"body": "x", "body@ar": "[[russia]]"}, title="A", date="2020"),
        RUSSIA,
        languages=["en", "ar"],
    )
    made = new_page(known, "ar", "ar/articles/a/")
    assert written(made, "ar") == (
        '<p><a class="ref" href="../../../actors/russia/" hreflang="en" data-card="_card-actor-russia">'
        '<bdi lang="en" dir="ltr">Russia</bdi></a></p>'
    )


def test_a_link_out_of_the_site_gives_nothing_away() -> None:
    assert body("[there](https://example.org/?a=1&b=2)") == (
        '<p><a href="https://example.org/?a=1&amp;b=2" rel="noopener">there</a></p>'
    )


def test_an_image_knows_its_size_where_the_site_does() -> None:
    known = knowledge(article("a", "![A map](content/articles/map.png)"))
    made = new_page(known, sizes={"content/articles/map.png": (640, 480)})
    assert written(made) == (
        '<p><img src="../../files/articles/map.png" alt="A map" width="640" height="480" loading="lazy" '
        'decoding="async"></p>'
    )


def test_an_image_from_outside_is_a_link_because_pages_load_nothing_from_outside() -> None:
    found = body("![A map](https://example.org/map.png)")
    assert found == '<p><a href="https://example.org/map.png" rel="noopener">A map</a></p>'


def test_a_page_does_not_link_to_itself() -> None:
    assert body("[[article:a]]") == "<p>About a</p>"


def test_what_has_no_page_is_reached_where_it_stands_on_this_one() -> None:
    claim = entity(Kind.CLAIM, "jets", question="Whose jets?")
    made = new_page(knowledge(article("a", "[[claim:jets|this]]"), claim))
    made.here = {claim.key: "_claim-jets"}
    made.site = replace(made.site, served=frozenset())
    assert written(made) == '<p><a href="#_claim-jets">this</a></p>'


def test_straight_quotes_are_curled_in_the_words_alone() -> None:
    found = body('"So" [[lna]]\'s men: `"x"` ![it\'s](content/articles/map.png)')
    words = re.sub(r"<[^>]*>", "", found)
    assert words == '“So” Libyan National Army’s men: "x" '
    assert 'alt="it&#x27;s"' in found


def test_a_text_in_another_language_says_so_and_runs_its_own_way() -> None:
    made = new_page(knowledge(article("a", "Whose jets?"), languages=["en", "ar"]), "ar", "ar/articles/a/")
    linked = made.site.linked(Key(Kind.ARTICLE, "a"), "body", "ar")
    assert linked is not None
    assert prose_html.html(made, linked).text == '<div lang="en" dir="ltr"><p>Whose jets?</p></div>'


def test_quotes_in_a_passage_are_those_of_its_language() -> None:
    known = knowledge(entity(Kind.ARTICLE, "a", {"body": "x", "body@ar": 'قال "نعم".'}, title="A", date="2020"))
    made = new_page(known, "ar", "ar/articles/a/")
    assert written(made, "ar") == "<p>قال «نعم».</p>"


def test_data_keep_the_quotes_as_they_were_typed() -> None:
    known = knowledge(article("a", 'The "army"'))
    linked = given.links(known).texts
    (text,) = (each for key, each in linked.items() if key.key == Key(Kind.ARTICLE, "a"))
    assert plain_text.typed(given.site(known), text, "en") == 'The "army"'
    assert plain_text.plain(given.site(known), text, "en") == "The “army”"


def test_plain_words_have_no_notes_and_no_markup() -> None:
    known = knowledge(article("a", "Ties of [[lna]] & co [@x] [@x].\n\nThen more [@x] and more."), LNA, source("x"))
    linked = given.links(known).texts
    (text,) = (each for key, each in linked.items() if key.key == Key(Kind.ARTICLE, "a"))
    assert plain_text.plain(given.site(known), text, "en") == "Ties of Libyan National Army & co. Then more and more."
