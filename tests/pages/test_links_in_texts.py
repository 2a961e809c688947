"""Links in the finished text: one to each heading, none in another, and the words that wikilinks show."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from tests.scenario import Site, site

SITE = """
-- site.yaml --
title: A site
-- content/actors/lna.md --
---
name: Libyan National Army
type: company
summary: An army.
---
-- content/images/a.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>
-- content/sources.yaml --
x:
  title: X
  kind: statement
  date: 2024
y:
  title: Y
  kind: statement
  date: 2024
"""
WITH_HEADINGS = (
    "## One\n\n### Two\n\n#### Three\n\n## Four\n\nEnd.",
    "## One\n\n---\n\n## Two\n\n<!-- to do -->\n\n## Three",
    "## *One*\n## `Two` [[lna]]\n## ![Three](../images/a.svg)\n##\n##\n\nFour\n----",
    "## One\n\n![[timeline]]\n\n## Two\n\n| a |\n| - |\n\n## Three",
    '<h2 id="own">One</h2>\n\n<div>\n\n## Two\n\n</div>\n\n<H3 title="</h3>">Three</H3>',
    "> ## One\n> ### Two\n\n- ## Three\n  ### Four\n- ## Five",
    "## الأول\n### الثاني\n\nنص",
    '<a href="https://example.org">one\n\n## Two\n\n### Three',
)
WORDS = (
    "see [[lna]] there",
    "see [[lna|**the** army]] there",
    "**[[lna]]** [[#Part]]",
    "as [@x] said[^1]",
    "https://example.org/2 www.example.org desk@example.org <https://example.org/3> <a@example.org>",
    "![a [[lna]] map](../images/a.svg)",
    "the Libyan National Army, [inner](https://example.org/2) [[lna]]",
    '<a href="https://example.org/4">four</a> <a id="here">[[lna]]</a>',
)
AROUND = (
    "[{}](https://example.org/)",
    "[{}][there]\n\n[there]: https://example.org/",
    "> - **[{}](../actors/lna.md)**",
    "| a |\n| - |\n| [{}](https://example.org/) |",
    "### [{}](https://example.org/)",
    '<a href="https://example.org/">{}</a> <b>b</b>',
    '<a href="https://example.org/">\n\n## H\n\n{}\n\n![[timeline]]\n\n</a>',
    '<a href="https://example.org/">{}\n\nNever closed.',
    '<a id="here">{}</a>',
)
IN_LINKS = [
    f"{around.format(words)}\n\n## Part\n\nA note.[^1]\n\n[^1]: One." for around, words in product(AROUND, WORDS)
]
SHOWN = {
    "[[lna|**the** _army_ `x` [b] \\*]]": "<strong>the</strong> <em>army</em> <code>x</code> [b] *",
    "[[lna|a [b] c]]": "a [b] c",
    "[[#Second part]]": "Second part",
    "[[#second-part]]": "Second part",
    "[[#second-part|this]]": "this",
    "[[#second-part|*this*]]": "<em>this</em>",
}
FREE = ("[[=lna|the **Libyan National Army**]]", "[[=the **Libyan National Army**]]")
NOTES = "[as [@x] said[^1] it](https://example.org/)[@y].\n\n[^1]: One."
PREFIXED = "It [see @x, p. 2; *cf.* @x; also @y] did."
TEXTS = (PREFIXED, *WITH_HEADINGS, *IN_LINKS, *(f"{each}\n\n## Second part" for each in SHOWN), *FREE, NOTES)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with an article for each text."""
    files = "".join(
        f"-- content/articles/n{number}.md --\n---\ntitle: T{number}\ndate: 2024-01-01\n---\nIn.\n\n{text}\n"
        for number, text in enumerate(TEXTS)
    )
    folder: Path = tmp_path_factory.mktemp("site")
    made = site(folder, SITE + files)
    assert made.build().published
    return made


def page(built: Site, text: str) -> str:
    return built.page(f"articles/n{TEXTS.index(text)}/")


def body(built: Site, text: str) -> str:
    """The first paragraph of the text on its page."""
    return page(built, text).partition("<p>In.</p>")[2].partition("<p>")[2].partition("</p>")[0]


@pytest.mark.parametrize("text", WITH_HEADINGS)
def test_every_heading_has_one_link_to_itself(built: Site, text: str) -> None:
    found = re.findall(r'<h\d id="([^"_]*)"[^>]*>(.*?)</h\d>', page(built, text), re.DOTALL)
    assert len(found) >= 2
    for anchor, inner in found:
        assert re.findall(r'class="anchor" href="#([^"]*)"', inner) == [anchor]


@pytest.mark.parametrize("text", IN_LINKS)
def test_no_link_stands_in_a_link(built: Site, text: str) -> None:
    depth = 0
    for tag in re.findall(r"</?a\b", page(built, text)):
        depth += 1 if tag == "<a" else -1
        assert depth in {0, 1}
    assert depth == 0


def test_a_note_in_the_words_of_a_link_follows_the_link(built: Site) -> None:
    assert re.sub(r' (rel|aria-label|id)="[^"]*"', "", body(built, NOTES)) == (
        '<a href="https://example.org/">as said it</a><sup class="fn"><a href="#_s1">1</a></sup>'
        '<sup class="footnote-ref"><a href="#fn-1">a</a><a href="#_s2">2</a></sup>.'
    )


def test_the_words_before_each_source_of_a_citation_stand_before_its_number(built: Site) -> None:
    assert re.sub("<[^>]*>", "|", body(built, PREFIXED)) == "It||see| |1, p. 2||cf.| |1||also| |2|| did."


@pytest.mark.parametrize(("written", "shown"), SHOWN.items())
def test_a_wikilink_shows_its_words_with_their_markup_and_no_id(built: Site, written: str, shown: str) -> None:
    found = body(built, f"{written}\n\n## Second part")
    assert re.fullmatch(r"<a [^>]*>(.*)</a>", found)[1] == shown  # type: ignore[index]


@pytest.mark.parametrize("text", FREE)
def test_words_that_are_not_to_be_linked_are_shown_as_they_are_written(built: Site, text: str) -> None:
    assert body(built, text) == "the <strong>Libyan National Army</strong>"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[[Wagner]] group", "Wagner group"),
        ("[[wagner]] group", "wagner group"),
        ("[[the wagner]] group", "the wagner group"),
        ("[[wagner-group]] men", "Wagner Group men"),
        ("[[actor:wagner-group]] men", "Wagner Group men"),
        ("[[Wagner-Group]] men", "Wagner Group men"),
        ("[[The dock men]]'s boat", "The dock men’s boat"),
        ("[[dock men]]", "dock men"),
        ("[[Wagner|its]] men", "its men"),
        ("[[Wagner#What it does]] men", "Wagner men"),
    ],
)
def test_a_wikilink_shows_the_name_that_its_author_typed(tmp_path: Path, written: str, shown: str) -> None:
    made = site(
        tmp_path,
        f"""
-- content/actors/wagner-group.md --
---
name: Wagner Group
type: pmc
aliases:
  - Wagner
  - the dock men
---
## What it does
-- content/articles/a.md --
---
title: A
date: 2024-01-01
summary: So {written}.
---
Then {written}.
""",
    )
    assert made.build().published
    page = re.sub(r"<[^>]*>", "", made.page("articles/a/"))
    assert f"So {shown}." in page
    assert f"Then {shown}." in page
