"""What was meant as markup and stays text is told wherever it stands, with a way out that works."""

from __future__ import annotations

import re

import pytest

from backstory.diagnostics import Diagnostic, Span
from backstory.reading.markdown import body, inline
from backstory.records.prose import Markup, Run
from backstory.values.located import Text
from tests.edited import edited

LINKS = {
    "[the minutes](../static/my minutes.pdf)": ("W359", "[the minutes](<../static/my minutes.pdf>)"),
    "[الطريق](../images/خريطة طرابلس.pdf)": ("W359", "[الطريق](<../images/خريطة طرابلس.pdf>)"),
    '![A quay](a quay.png "Title")': ("W359", '![A quay](<a quay.png> "Title")'),
    "[the company] (../actors/lna.md)": ("W359", "[the company](../actors/lna.md)"),
    "[it] (https://example.org/)": ("W359", "[it](https://example.org/)"),
    "[it](https://example.org/a": ("W359", "[it](https://example.org/a)"),
    "[it]（https://example.org）": ("W359", "[it](https://example.org)"),
    "(it)[https://example.org/]": ("W359", "[it](https://example.org/)"),
    "[^my note]": ("W359", "[^1]"),
    "It paid.^[By its own *count*.]": ("W361", "It paid.[^1]"),
}
MARKS = {
    "%% ask the clerk %%": ("E367", "<!-- ask the clerk -->"),
    "%%اسأل الكاتب%%": ("E367", "<!-- اسأل الكاتب -->"),
    "{>> ask the clerk <<}": ("E367", "<!-- ask the clerk -->"),
    "{# ask the clerk #}": ("E367", "<!-- ask the clerk -->"),
    "{/* ask the clerk */}": ("E367", "<!-- ask the clerk -->"),
    "{{!-- ask the clerk --}}": ("E367", "<!-- ask the clerk -->"),
    "{% comment %} ask the clerk {% endcomment %}": ("E367", "<!-- ask the clerk -->"),
    "==marked words==": ("W361", "<mark>marked words</mark>"),
    "这是==标记==的": ("W361", "这是<mark>标记</mark>的"),
    "{#part}": ("W361", '<span id="part">x</span>'),
    "{: #part .wide}": ("W361", ""),
    "{ #2024-report }": ("W361", ""),
    "{.unnumbered}": ("W361", ""),
    "![A quay](quay.png){width=50%}": ("W361", "![A quay](quay.png)"),
    '[x](https://example.org){target="_blank"}': ("W361", "[x](https://example.org)"),
    '{{< figure src="a.png" >}}': ("W361", "![a](a.png)"),
    "{{% notice tip %}}": ("W361", ""),
    "{% include note.html %}": ("W361", ""),
    "{{ page.title }}": ("W361", ""),
    "{++added++}": ("W361", "added"),
    "{--taken out--}": ("W361", ""),
    "** bold words **": ("W363", "**bold words**"),
    "**bold words **b": ("W363", "**bold words** b"),
    "~~ struck words ~~": ("W363", "~~struck words~~"),
    "و__الجيش__": ("W363", "و**الجيش**"),
    'a**"b"**c': ("W363", 'a<strong>"b"</strong>c'),
}
ALL = LINKS | MARKS
AROUND = (
    "{}", "A {} b", "- a\n  - {}", "> {}", "> - {}\n> - b", "## {}", "| a |\n| - |\n| {} |", "a[^2]\n\n[^2]: {}",
    "~~a {} b~~ c",    "ا\n\n{}", "a\n{}\nb", "1. a\n\n   {}",
)  # fmt: skip
NOTE = "\n\nText.[^1]\n\n[^1]: Note."


def told(text: str) -> list[Diagnostic]:
    return [each for each in body(text, "a.md", 1, "en")[1] if each.code != "N350"]


def pointed(text: str, span: Span) -> str:
    lines = text.split("\n")
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    return lines[span.line - 1][span.column - 1 :]


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize(("written", "code"), [(written, code) for written, (code, _) in ALL.items()])
def test_what_stays_text_is_told_once_where_it_stands(written: str, code: str, around: str) -> None:
    text = around.format(written) + NOTE
    (found,) = told(text)
    assert found.code == code
    assert found.hint
    assert pointed(text, found.span) in written


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize(("written", "better"), [(written, better) for written, (_, better) in ALL.items()])
def test_nothing_is_told_of_what_is_written_as_the_hint_says(written: str, better: str, around: str) -> None:
    assert written != better
    assert told(around.format(better) + NOTE) == []


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("written", ALL)
def test_the_edits_of_a_message_mend_what_it_tells(written: str, around: str) -> None:
    text = around.format(written) + NOTE
    (found,) = told(text)
    if found.edits:
        assert all(each.text in found.hint if each.text else "delete" in found.hint for each in found.edits)
        assert told(edited({"a.md": text}, found.edits)["a.md"]) == []


@pytest.mark.parametrize(
    "text",
    ["> [!NOTE] A *title*\n> a", "> [!note]- T\n>\n> - a", "> [!tip] words alone", "> [!tip]-\n> a", "[TOC]\n\na"],
)
def test_the_edits_of_a_line_s_message_mend_it(text: str) -> None:
    (found,) = told(text)
    assert told(edited({"a.md": text}, found.edits)["a.md"]) == []


def test_a_value_that_is_written_in_another_way_than_it_reads_has_no_edits() -> None:
    (found,) = inline(Text("a ==b==", Span("a.md", 3, 10, 4, 8)), "en")[1]
    assert (found.span, found.edits) == (Span("a.md", 3, 10, 4, 8), ())


@pytest.mark.parametrize("around", ["`` {} ``", "\n\n    {}", "```\n{}\n```", "<pre>{}</pre>"])
@pytest.mark.parametrize("written", ALL)
def test_code_is_not_read_as_markup(written: str, around: str) -> None:
    assert told(around.format(written)) == []


@pytest.mark.parametrize("written", [each for each, (code, _) in MARKS.items() if "](" not in each and code != "W363"])
def test_what_html_says_is_code_is_not_read_as_markup(written: str) -> None:
    assert told(f"a <code>{written}</code> <kbd>b</kbd> <code>{written}</code>") == []


@pytest.mark.parametrize(("written", "code"), [(written, code) for written, (code, _) in ALL.items()])
def test_a_field_of_the_front_matter_is_read_like_a_body(written: str, code: str) -> None:
    span = Span("a.md", 3, 10, 3, 10 + len(written))
    (found,) = inline(Text(written, span), "en")[1]
    assert (found.code, found.span.line) == (code, 3)


@pytest.mark.parametrize(
    "text",
    [
        "As he said [sic] (see above), [a] (b), [1](see) and [2] (2019).",
        "\\[the minutes](my minutes.pdf) and [the minutes\\](my minutes.pdf)",
        "a\\^[note] [^1]" + NOTE,
        'He wrote [to her](see "it") (and)[so] on.',
        "[Editor]: we asked. [un]\n\n[un]: https://example.org",
        "Read [TOC] in it.",
        "[it](https://example.org/a_(b)) [it](<a b.md>) [it]( a.md )",
        "100%% of 50%% and\n100%%\nof it, \\%% and \\==x== \\{#id} \\{{x}}",
        "a == b == c, x==1 and y==2, a ===b===",
        "{n} {1, 2} {a: b} $x_{i=1}^n$ x^2 and #1 {}",
        "f** and sh** and 2**3 and * a * b",
        "What??? ???really !!! note",
        "a ::: b",
        "#معركة_طرابلس_الكبرى and ليبيا_اليوم",
        "a__b__c and a ~~~ b",
    ],
)
def test_what_is_meant_as_text_is_not_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        ("*[EU]: European Union", "W361", "*[EU]: European Union"),
        ("a\n*[الاتحاد]: الاتحاد الأوروبي", "W361", "*[الاتحاد]: الاتحاد الأوروبي"),
        ("[TOC]", "W361", "[TOC]"),
        ("> [!NOTE] Title\n> a", "W362", "[!NOTE] Title"),
        ("> [!DISPUTED]- عنوان\n> a", "W362", "[!DISPUTED]- عنوان"),
        ("> [!note]+\n> a", "W362", "[!note]+"),
        ("> [!note|wide]\n> a", "W362", "[!note|wide]"),
        ("> [!NOTE] Title alone", "W362", "[!NOTE] Title alone"),
        ("> [!NOTE]", "W362", "[!NOTE]"),
        ("- > [!NOTE]\n  > a", "W362", "[!NOTE]"),
        ("> > [!NOTE] T\n> > a", "W362", "[!NOTE] T"),
        ("> [!info]- Title\n> a", "W354", "[!info]"),
        ('!!! note "Title"\n    a', "W362", "!!! note"),
        ("a\n\n??? warning\n    a", "W362", "??? warning"),
        (":::tip\na\n:::", "W362", ":::tip"),
        ("- ::: {.note}\n  a\n  :::", "W362", "::: {.note"),
        ("a\n\n%%\nb\n\nc\n\n- %%", "E367", "%%"),
        ("%%\nb\n%%\n\nc", "E367", "%%"),
        ("%% b\n\nc\n\nd %%\n\ne", "E367", "%%"),
        ("<div>\na %% b %%\n</div>", "E367", "%% b %%"),
        ("[[lna|the army %% b %%]]", "E367", "%% b %%"),
        ("[it %% b %%](https://example.org)", "E367", "%% b %%"),
        ("A paragraph ^3f7a9b", "W361", "^3f7a9b"),
        ("> [toc]", "W361", "[toc]"),
        ("[un]: my file.pdf", "W359", "[un]:"),
        ("text\n[un]: https://example.org", "W359", "[un]:"),
        ("| a | b |\n| - |\n| c |", "W360", "| - |"),
        ("a\n| a | b |\n|:-:|---|---|\n| c |", "W360", "|:-:|---|---|"),
        ("> - | a |\n>   | - |\n>   | b | c | d |", "W360", "c | d"),
        ("| a | b |\n| - | - |\n| `c|d` | e |", "W360", "e"),
        ("| ا |\n| - |\n| ب | منسي |", "W360", "منسي"),
    ],
)
def test_what_takes_a_line_is_told_where_it_stands(text: str, code: str, shown: str) -> None:
    (found,) = told(text)
    assert (found.code, pointed(text, found.span)) == (code, shown)


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n| - | - |\n| c |\n| c | d | |\n| [[x|y]] | `a\\|b` |",
        "a | b\n---\n\n- - -\n\n|\n-",
        "a\n:-) b",
    ],
)
def test_a_table_whose_rows_fit_is_not_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("address", "label"),
    [
        ("https://", ""),
        ("HTTPS:", ""),
        ("http:/example.org/a", "did you mean `http://example.org/a`?"),
        ("https:example.org", "did you mean `https://example.org`?"),
        ("https://?a=b", ""),
        ("mailto:", ""),
        ("//", ""),
    ],
)
@pytest.mark.parametrize(
    "written", ["[a]({})", "![a]({})", "[a]\n\n[a]: {}", '<a href="{}">a</a>', '<img src="{}" alt="a">']
)
def test_an_address_that_names_no_site_is_told(written: str, address: str, label: str) -> None:
    (found,) = told(written.format(address))
    assert (found.code, found.label) == ("E364", label)


@pytest.mark.parametrize(
    ("written", "cited"),
    [
        ("[see @id, p. 3]", [("see", "id", "p. 3")]),
        ("[-@id]", [("", "id", "")]),
        ("[see -@id p. 3]", [("see", "id", "p. 3")]),
        ("[*cf.* @id; see also @b, ch. 2]", [("cf.", "id", ""), ("see also", "b", "ch. 2")]),
        ("[انظر @id، ص 3]", None),
        ("[انظر @id, ص 3]", [("انظر", "id", "ص 3")]),
        ("[see\n@id]", [("see", "id", "")]),
        ("<b>[see @id]</b>", [("see", "id", "")]),
        ("<div>\n[see @id]\n</div>", [("see", "id", "")]),
        ("| a |\n| - |\n| [see @id, § 4] |", [("see", "id", "§ 4")]),
        ("[write to a@id.org]", None),
        ("[by @UNSMIL]", None),
        ("[by @a_b]", None),
        ("[see \\@id]", None),
        ("`[see @id]`", None),
        ("[see @id](https://example.org)", None),
    ],
)
def test_a_citation_is_read_as_pandoc_reads_it(written: str, cited: list[tuple[str, str, str]] | None) -> None:
    prose, found = body(written, "a.md", 1, "en")
    made = [(each.prefix, each.source, each.locator) for one in prose.references for each in one.cited]
    assert (made, list(found)) == (cited or [], [])


def test_a_source_of_a_citation_has_its_own_place() -> None:
    prose, _ = body("It paid [see also @one, p. 2; -@two].", "a.md", 1, "en")
    (reference,) = prose.references
    assert (reference.span.column, reference.target_span) == (9, Span("a.md", 1, 19, 1, 23))
    assert [(each.span.column, each.span.end_column) for each in reference.cited] == [(19, 29), (32, 36)]


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("> [!DISPUTED] Who *says* so\n> a", "Disputed · Who *says* so", "a"),
        ("> [!DISPUTED]- Who\n> a\n>\n> b", "Disputed · Who", "ab"),
        ("> [!DISPUTED] a", "Disputed", "a"),
        ("> [!DISPUTED]\n> a", "Disputed", "a"),
        ("<b>x</b>\n\n> [!DISPUTED] Who *says* so\n> a", "Disputed · Who *says* so", "a"),
    ],
)
def test_an_alert_shows_its_title_and_all_of_its_text(text: str, title: str, rest: str) -> None:
    parts = [each for each in body(text, "a.md", 1, "en")[0].parts if isinstance(each, Markup | Run)]
    shown = "".join(each.html if isinstance(each, Markup) else each.text for each in parts)
    head, _, below = shown.partition('<p class="alert-title">')[2].partition("</p>")
    assert head.replace("<em>", "*").replace("</em>", "*") == title
    assert re.sub("<[^>]*>", "", below) == rest


def test_all_remarks_of_a_text_are_told() -> None:
    text = "%% a %% and %%b%%\n\n%%\nc\n%%\n\nd %% e\nf %%\n\n{# g #}"
    assert [(each.code, each.span.line) for each in told(text)] == [("E367", line) for line in (1, 1, 3, 7, 10)]
