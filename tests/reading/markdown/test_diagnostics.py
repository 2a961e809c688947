"""Each mistake that a body can hold is told at its place, with a way out."""

from __future__ import annotations

import pytest

from backstory.diagnostics import Code
from backstory.diagnostics.codes import markdown_codes as codes
from backstory.reading.markdown import body

DEEP = "> " * 51 + "x"
MISTAKES = {
    "a wikilink that is not closed": ("The [[lna denied it", "E360 1:5-7 this `[[` is never closed"),
    "a wikilink closed by one bracket": ("The [[lna] denied", "E360 1:5-11 this `[[` is never closed"),
    "a wikilink in another": (
        "[[a|see [[b]] there]]",
        "E360 1:1-13 a wikilink cannot stand in the words of another",
    ),
    "an empty wikilink": ("a [[ ]] b", "E360 1:3-8 `[[ ]]` names nothing"),
    "a wikilink with words alone": ("[[|b]]", "E360 1:1-7 `[[|b]]` names nothing"),
    "an embed in a text": (
        "As ![[map]] shows",
        "E361 1:4-12 the embed `![[map]]` stands in the middle of a text",
    ),
    "a citation without its sign": (
        "[@a; b]",
        "E362 1:6-7 `b` is no citation: each source in it begins with `@`",
    ),
    "a citation in capitals": (
        "[@Reuters]",
        "E362 1:2-10 `@Reuters` is no citation: after `@` comes a source's id (a-z, 0-9, -), then `, p. 2` where "
        "needed",
    ),
    "a citation with a semicolon too many": (
        "[@a;]",
        "E362 1:5-6 this citation has a `;` with nothing beside it",
    ),
    "a script in an address": (
        "[a](JavaScript:alert)",
        "E363 1:5-21 links with `JavaScript:` are not let through",
    ),
    "a script hidden by an entity": (
        "[a](java&#x73;cript:alert)",
        "E363 1:5-26 links with `javascript:` are not let through",
    ),
    "a script in HTML": ("<a href='vbscript:x'>a</a>", "E363 1:10-20 links with `vbscript:` are not let through"),
    "an entity as an address": ("[a](claim:b)", "E363 1:5-12 `claim:b` is no address"),
    "a link without an address": ("[a]()", "E364 1:1-6 this link has no address"),
    "an image without an address": ("<img alt='a'>", "E364 1:1-14 this image has no address"),
    "a footnote that is not defined": (
        "a[^africon]\n\nb[^africom]\n\n[^africom]: c",
        "E365 1:2-12 no footnote is called `africon` · did you mean `[^africom]`?",
    ),
    "a footnote defined twice": (
        "a[^1]\n\n[^1]: b\n[^1]: c",
        "E366 4:1-6 the footnote `1` is defined twice",
    ),
    "a footnote that is not used": ("a\n\n[^9]: b", "W350 3:1-6 the footnote `9` is never used"),
    "a script": ("a <script>b</script>", "W351 1:3-11 `<script>` is taken out: pages of this site cannot hold it"),
    "a handler": (
        '<b onclick="x">a</b>',
        "W351 1:4-15 `onclick` of `<b>` is taken out: pages of this site cannot hold it",
    ),
    "a style in a block": (
        "<div>\n<p style='x'>a</p>\n</div>",
        "W351 2:4-13 `style` of `<p>` is taken out: pages of this site cannot hold it",
    ),
    "an image without words": ("![](a.png)", "W352 1:1-11 this image has no alternative text"),
    "an HTML image without words": ("<img src=a.png>", "W352 1:1-16 this image has no alternative text"),
    "a heading of the first level": ("# One", "W353 1:3-6 a body has no heading of the first level"),
    "an unknown alert": ("> [!CAUTIO]\n> a", "W354 1:3-12 no alert is called `CAUTIO` · did you mean `[!CAUTION]`?"),
    "a label that is not defined": (
        "[a][report]\n\n[reports]: /u",
        "W355 1:4-12 no link is defined as `[report]`, so these brackets stay text · did you mean `[reports]`?",
    ),
    "a label defined twice": ("[a]\n\n[a]: /u\n[a]: /v", "W356 4:1-4 the link `[a]` is defined twice; the first holds"),
    "a space in an address": (
        "[q](b c.md)",
        "W359 1:1-12 this is no link, for its address holds a space",
    ),
    "a cell beyond the head": (
        "| a |\n| - |\n| b | c |",
        "W360 3:7-8 `c` is not shown: this row has more cells than the head of its table",
    ),
    "an attribute of an image": (
        "<img src=a.png alt=b width=1>",
        "W351 1:22-29 `width` of `<img>` is taken out: pages of this site cannot hold it",
    ),
    "a note of Pandoc's": ("a^[b]", "W361 1:2-6 a note written as `^[…]` stays text"),
    "an address of no site": (
        "[a](http:/b.c)",
        "E364 1:5-14 `http:/b.c` leads nowhere: it names no site · did you mean `http://b.c`?",
    ),
    "a remark of Obsidian's": ("a %% b %%", "E367 1:3-10 readers would see the remark `%% b %%`"),
    "a shortcode": ("a {{< b >}}", "W361 1:3-12 `{{< b >}}` stays text"),
    "a title of an alert": (
        "> [!NOTE] a\n> b",
        "W362 1:3-12 GitHub shows this alert as a quotation, for more than `[!NOTE]` stands on its line",
    ),
    "bold with spaces": (
        "a ** b **",
        "W363 1:3-10 these `**` stay text: a space, or a sign beside a letter, keeps them from being a pair",
    ),
    "a fence left open": ("a\n\n```\nb", "W357 3:1-4 this block of code is never closed"),
    "a comment left open": ("<!-- a\n\nb", "W357 1:1-7 this HTML is never closed"),
    "an id of the layout": (
        '<p id="_main">a</p>',
        "W358 1:4-14 the id `_main` is taken out: ids with `_` in front are the layout's",
    ),
    "a level left out": ("## a\n\n#### b", "N350 3:6-7 a heading of level 4 follows one of level 2"),
    "a text nested too deeply": (DEEP, "E350 1:1-2 this is nested more than 50 levels deep"),
    "too many brackets": ("[" * 2001, "E351 1:1-2 this paragraph has more than 2,000 `[`"),
    "a long run": ("a " + "*" * 201, "E352 1:3-204 more than 200 `*` in a row"),
    "too much markup": ("<b>a</b> " * 40_001, "E353 1:1-2 this text holds too much markup"),
}
FINE = [
    "[[lna]] [[lna|the army]] [[lna#who]] [[=army]] [@a] [@a, pp. 2-3; @b]",
    "[[lna|**the** _army_ a [b] c \\] [d](/u)]] [[=lna|the *army*]]",
    "\\[[lna and `[[lna` and\n\n    [[lna\n\n```\n[[lna\n```",
    "[[1]](https://example.org) [[x](/u)] a[0][1] [sic] [1]",
    "- [ ] one\n- [x] two",
    "<details><summary>a</summary>b</details> <kbd>c</kbd> H<sub>2</sub>O <!-- [[d -->",
    '<p align="center">a</p>\n\n<img src="a.png" alt="">',
    "## a\n\n### b\n\n## c",
    "> [!NOTE]\n> a",
    "desk@example.org https://example.org/a_b",
    "| [[a|b]] | c |\n| - | - |\n| d | e |",
    "----------" * 30,
]


def found(text: str) -> list[str]:
    return [
        f"{each.code} {each.span.line}:{each.span.column}-{each.span.end_column} {each.message}"
        + (f" · {each.label}" if each.label else "")
        for each in body(text, "a.md", 1, "en")[1]
    ]


@pytest.mark.parametrize(("text", "told"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_once_and_at_its_place(text: str, told: str) -> None:
    assert found(text) == [told]


@pytest.mark.parametrize("text", FINE)
def test_what_is_no_mistake_is_not_told(text: str) -> None:
    assert found(text) == []


def test_no_mistake_hides_another() -> None:
    texts = [text for text, told in MISTAKES.values() if told[:4] not in {"E350", "E353", "W357", "N350"}]
    told = [each.code for each in body("\n\n".join(texts), "a.md", 1, "en")[1]]
    assert {each[:4] for _, each in MISTAKES.values()} - {"E350", "E353", "W357", "N350"} <= set(told)


def test_every_code_has_a_case() -> None:
    assert {each[:4] for _, each in MISTAKES.values()} == {code.id for code in codes.CODES}


@pytest.mark.parametrize("code", codes.CODES, ids=lambda each: each.id)
def test_the_good_example_of_a_code_is_good(code: Code) -> None:
    assert code.id not in {each.code for each in body(code.good, "a.md", 1, "en")[1]}


@pytest.mark.parametrize("code", [each for each in codes.CODES if "…" not in each.bad and each.id != "E350"])
def test_the_bad_example_of_a_code_is_bad(code: Code) -> None:
    assert code.id in {each.code for each in body(code.bad, "a.md", 1, "en")[1]}


def test_a_second_definition_points_to_the_first() -> None:
    (told,) = body("a[^1]\n\n[^1]: b\n[^1]: c", "a.md", 1, "en")[1]
    assert [(each.span.line, each.message) for each in told.related] == [(3, "it is defined here")]
