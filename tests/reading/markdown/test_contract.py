"""The record that prose is, by example: whole parts for small texts."""

from __future__ import annotations

from typing import Any

from backstory.diagnostics import Span
from backstory.reading.markdown import body, inline
from backstory.records.prose import (
    Close,
    Heading,
    Hole,
    Markup,
    Open,
    Part,
    Prose,
    Reference,
    ReferenceKind,
    Run,
    Setting,
    packed,
)
from backstory.values.located import Text


def read(text: str, lang: str = "en", *, trust_full: bool = False) -> Prose:
    return body(text, "a.md", 10, lang, trust_full=trust_full)[0]


def parts(text: str) -> tuple[Part, ...]:
    return read(text).parts


def span(line: int, start: int, end: int) -> Span:
    return Span("a.md", line, start, line, end)


def whole(lang: str, parts: tuple[Part, ...], references: tuple[Reference, ...] = (), **more: Any) -> Prose:
    return Prose(lang, packed(parts), references, **more)


def test_a_paragraph_is_markup_around_a_run_with_its_line_and_block() -> None:
    assert parts("It was said.") == (Markup("<p>"), Run("It was said.", 1, 0, line=10), Markup("</p>"))


def test_a_soft_break_stays_in_the_run() -> None:
    assert parts("the Libyan\nNational Army") == (
        Markup("<p>"),
        Run("the Libyan\nNational Army", 1, 0, line=10),
        Markup("</p>"),
    )


def test_a_run_after_a_link_that_ends_a_line_begins_on_that_line() -> None:
    assert parts("From [[turkey]]\nto them")[3] == Run("\nto them", 1, 0, line=10)


def test_text_is_not_escaped_in_a_run() -> None:
    assert parts("Reuters & AP &lt;b>")[1] == Run("Reuters & AP <b>", 1, 0, line=10)


def test_a_wikilink_is_a_hole_with_a_reference_at_its_place() -> None:
    assert read("The [[lna#who|the army]] denied it.") == whole(
        "en",
        (
            Markup("<p>"),
            Run("The ", 1, 0, line=10),
            Hole(0, 1, 0),
            Run(" denied it.", 1, 0, line=10),
            Markup("</p>"),
        ),
        (Reference(ReferenceKind.WIKILINK, "lna", span(10, 5, 25), span(10, 7, 10), label="the army", anchor="who"),),
        words=5,
    )


def test_a_markdown_link_is_open_and_close_around_runs_of_its_text() -> None:
    assert read("[the *report*](../sources/un.md#p2 'Annex')") == whole(
        "en",
        (
            Markup("<p>"),
            Open(0, 1, 0),
            Run("the ", 1, 0, Setting.LINK, line=10),
            Markup("<em>"),
            Run("report", 1, 0, Setting.LINK, line=10),
            Markup("</em>"),
            Close(0),
            Markup("</p>"),
        ),
        (
            Reference(
                ReferenceKind.LINK,
                "../sources/un.md",
                span(10, 1, 44),
                span(10, 16, 35),
                label="the report",
                anchor="p2",
                title="Annex",
            ),
        ),
        words=2,
    )


def test_an_address_with_a_scheme_is_a_target_as_a_whole() -> None:
    prose = read("[a](https://example.org/x#y)")
    assert prose.references == (
        Reference(ReferenceKind.LINK, "https://example.org/x#y", span(10, 1, 29), span(10, 5, 28), label="a"),
    )


def test_an_image_is_a_hole() -> None:
    assert read("![Two jets](jufra.png)") == whole(
        "en",
        (Markup("<p>"), Hole(0, 1, 0), Markup("</p>")),
        (Reference(ReferenceKind.IMAGE, "jufra.png", span(10, 1, 23), span(10, 13, 22), label="Two jets"),),
        words=2,
    )


def test_an_embed_on_its_own_line_is_a_hole_without_a_paragraph() -> None:
    assert read("One\n\n![[claim:jets]]\n\nTwo") == whole(
        "en",
        (
            Markup("<p>"),
            Run("One", 1, 0, line=10),
            Markup("</p>"),
            Hole(0, 2, 0),
            Markup("<p>"),
            Run("Two", 3, 0, line=14),
            Markup("</p>"),
        ),
        (Reference(ReferenceKind.EMBED, "claim:jets", span(12, 1, 16), span(12, 4, 14)),),
        words=2,
    )


def test_a_citation_lists_its_sources_with_their_places() -> None:
    (reference,) = read("Said [@africom-2020, p. 2; @meo].").references
    assert (reference.kind, reference.target, reference.span) == (
        ReferenceKind.CITATION,
        "africom-2020",
        span(10, 6, 33),
    )
    assert [(each.source, each.locator, each.span) for each in reference.cited] == [
        ("africom-2020", "p. 2", span(10, 7, 26)),
        ("meo", "", span(10, 28, 32)),
    ]


def test_an_opt_out_is_a_run_of_its_own() -> None:
    assert parts("the [[=army]] said") == (
        Markup("<p>"),
        Run("the ", 1, 0, line=10),
        Run("army", 1, 0, line=10, optout=True),
        Run(" said", 1, 0, line=10),
        Markup("</p>"),
    )


def test_headings_open_sections_and_carry_githubs_anchor() -> None:
    prose = read("Lead\n\n## Who said *what*?\n\nText\n\n## الطرفان")
    assert prose.headings == (
        Heading(2, "who-said-what", "Who said what?", 1),
        Heading(2, "الطرفان", "الطرفان", 2),
    )
    assert prose.ids == ("who-said-what", "الطرفان")
    assert prose.parts == (
        Markup("<p>"),
        Run("Lead", 1, 0, line=10),
        Markup('</p><h2 id="who-said-what">'),
        Run("Who said ", 2, 1, Setting.HEADING, line=12),
        Markup("<em>"),
        Run("what", 2, 1, Setting.HEADING, line=12),
        Markup("</em>"),
        Run("?", 2, 1, Setting.HEADING, line=12),
        Markup("</h2><p>"),
        Run("Text", 3, 1, line=14),
        Markup('</p><h2 id="الطرفان">'),
        Run("الطرفان", 4, 2, Setting.HEADING, line=16),
        Markup("</h2>"),
    )


def test_each_item_and_cell_is_a_block_of_its_own() -> None:
    assert parts("- one\n  - two\n\n| a |\n| :-: |\n| b |") == (
        Markup("<ul><li>"),
        Run("one", 1, 0, line=10),
        Markup("<ul><li>"),
        Run("two", 2, 0, line=11),
        Markup('</li></ul></li></ul><table><thead><tr><th class="align-center">'),
        Run("a", 3, 0, Setting.CELL, line=13),
        Markup('</th></tr></thead><tbody><tr><td class="align-center">'),
        Run("b", 4, 0, Setting.CELL, line=15),
        Markup("</td></tr></tbody></table>"),
    )


def test_code_is_a_run_that_nothing_is_linked_in() -> None:
    assert parts("`[[a]]`\n\n```sh\n[[b]]\n```") == (
        Markup("<p><code>"),
        Run("[[a]]", 1, 0, Setting.CODE, line=10),
        Markup('</code></p><pre><code class="language-sh">'),
        Run("[[b]]\n", 2, 0, Setting.CODE, line=13),
        Markup("</code></pre>"),
    )


def test_the_last_lines_of_a_quotation_that_begin_with_a_dash_are_its_attribution() -> None:
    assert parts("> We deny it.\n> — Ahmed al-Mismari, *spokesman*") == (
        Markup("<blockquote><p>"),
        Run("We deny it.", 1, 0, line=10),
        Run("\n— Ahmed al-Mismari, ", 1, 0, Setting.ATTRIBUTION, line=10),
        Markup("<em>"),
        Run("spokesman", 1, 0, Setting.ATTRIBUTION, line=11),
        Markup("</em></p></blockquote>"),
    )


def test_a_paragraph_of_a_quotation_or_its_footer_may_be_the_attribution() -> None:
    paragraph = parts("> One.\n>\n> — Two")
    footer = parts("<blockquote>One.<footer>Two, <cite>Three</cite></footer></blockquote>")
    assert [part.setting for part in paragraph if isinstance(part, Run)] == [Setting.PROSE, Setting.ATTRIBUTION]
    assert [part.setting for part in footer if isinstance(part, Run)] == [
        Setting.PROSE,
        Setting.ATTRIBUTION,
        Setting.ATTRIBUTION,
    ]


def test_a_marked_passage_has_its_language() -> None:
    assert parts('They call it <span lang="ar" dir="rtl">الجيش</span>.')[3] == Run("الجيش", 1, 0, lang="ar", line=10)


def test_a_caption_is_one_and_a_figure_stays() -> None:
    assert parts("<figure>\n\n![a](b.png)\n\n<figcaption>The LNA's map</figcaption>\n</figure>")[-2:] == (
        Run("The LNA's map", 2, 0, Setting.CAPTION, line=14),
        Markup("</figcaption>\n</figure>"),
    )


def test_an_alert_has_a_title_in_the_pages_language() -> None:
    assert read("> [!DISPUTED]\n> نعم", "ar").parts == (
        Markup('<div class="alert alert-disputed" role="note"><p class="alert-title">محل خلاف</p><p>'),
        Run("نعم", 1, 0, line=11),
        Markup("</p></div>"),
    )


def test_footnotes_stand_at_the_end_with_the_ways_back() -> None:
    prose = read("One[^a] two[^a].\n\n[^a]: Three.")
    back = '<a class="footnote-back" href="#{}" aria-label="Back to the text">↩</a>'
    assert prose.parts == (
        Markup("<p>"),
        Run("One", 1, 0, line=10),
        Markup('<sup class="footnote-ref" id="fn-1-ref"><a href="#fn-1">a</a></sup>'),
        Run(" two", 1, 0, line=10),
        Markup('<sup class="footnote-ref" id="fn-1-ref-2"><a href="#fn-1">a</a></sup>'),
        Run(".", 1, 0, line=10),
        Markup('</p><section class="footnotes"><h2 class="footnotes-title">Footnotes</h2><ol><li id="fn-1"><p>'),
        Run("Three.", 2, 0, line=12),
        Markup(f" {back.format('fn-1-ref')} {back.format('fn-1-ref-2')}</p></li></ol></section>"),
    )
    assert prose.ids == ("fn-1-ref", "fn-1-ref-2", "fn-1")
    assert prose.headings == ()


def test_tasks_have_boxes_that_cannot_be_changed() -> None:
    assert parts("- [x] one") == (
        Markup('<ul class="tasks"><li class="task"><input type="checkbox" disabled checked>'),
        Run(" one", 1, 0, line=10),
        Markup("</li></ul>"),
    )


def test_an_empty_body_has_no_parts() -> None:
    assert read("") == whole("en", ())


def test_words_count_text_and_labels_but_no_code() -> None:
    assert read("Four words are [[lna|here]]. `none of these`").words == 4


def test_a_text_of_the_front_matter_that_is_one_paragraph_has_none_around_it() -> None:
    text = Text("The *jets* of [[lna]]", Span("a.md", 3, 10, 3, 31), plain=True)
    prose, found = inline(text, "en")
    assert found == ()
    assert prose == whole(
        "en",
        (
            Run("The ", 1, 0, line=3),
            Markup("<em>"),
            Run("jets", 1, 0, line=3),
            Markup("</em>"),
            Run(" of ", 1, 0, line=3),
            Hole(0, 1, 0),
        ),
        (Reference(ReferenceKind.WIKILINK, "lna", Span("a.md", 3, 24, 3, 31), Span("a.md", 3, 26, 3, 29)),),
        words=4,
    )


def test_a_quoted_text_on_one_line_has_exact_places_after_its_quote() -> None:
    text = Text("a [[lna]]", Span("a.md", 3, 10, 3, 21))
    assert inline(text, "en")[0].references[0].span == Span("a.md", 3, 13, 3, 20)


def test_a_folded_text_has_the_place_of_the_whole_value() -> None:
    whole = Span("a.md", 3, 10, 6, 1)
    assert inline(Text("a\n[[lna]]", whole), "en")[0].references[0].span == whole


def test_a_text_of_the_front_matter_may_hold_blocks() -> None:
    text = Text("One\n\n- two", Span("a.md", 3, 10, 6, 1))
    assert inline(text, "en")[0].parts == (
        Markup("<p>"),
        Run("One", 1, 0, line=3),
        Markup("</p><ul><li>"),
        Run("two", 2, 0, line=3),
        Markup("</li></ul>"),
    )


def test_with_full_trust_html_stays_as_it_is() -> None:
    assert read('<div class="x"><video src="a.mp4" controls></video></div>', trust_full=True).parts == (
        Markup('<div class="x"><video src="a.mp4" controls></video></div>'),
    )
