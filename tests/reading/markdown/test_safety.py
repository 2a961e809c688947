"""Whatever a text holds, reading it ends, and its HTML holds nothing that runs."""

from __future__ import annotations

import re

import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from backstory.diagnostics import Span
from backstory.reading.markdown import body, inline
from backstory.reading.markdown.allowed_html import ATTRIBUTES, TAGS
from backstory.reading.markdown.slugs import Anchors, slug
from backstory.records.prose import Close, Hole, Markup, Open, Run, Setting
from backstory.values.located import Text
from tests.reading.markdown.oracle import flat

OURS = TAGS | {"input", "img"}
OUR_ATTRIBUTES = {"class", "role", "aria-label", "type", "disabled", "checked", "src", "alt", "href"}

ATTACKS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//x.example></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<img src=`javascript:alert(1)`>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mi//xlink:href='data:x,<script>alert(4)</script>'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<body onload=alert(1)>",
    "<form action=//x.example><input name=q></form>",
    "<input type=text name=q>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<meta http-equiv=refresh content='0;url=//x.example'>",
    "<base href=//x.example/>",
    "<link rel=stylesheet href=//x.example>",
    "<object data=x></object><embed src=x>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href=' &#14; javascript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "[x](javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](JAVASCRIPT&colon;alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x]\n\n[x]: vbscript:alert(1)",
    "![x](javascript:alert(1))",
    "<javascript:alert(1)>",
    '[x](/u "\\" onmouseover=alert(1) x=\\"")',
    '![x" onerror="alert(1)](y.png)',
    '[[x" onclick="alert(1)|<b onclick=alert(1)>]]',
    "```<script>\n</code></pre><script>alert(1)</script>\n```",
    '``` "onclick="alert(1)\nx\n```',
    "`</code><script>alert(1)</script>`",
    "<style>@import '//x.example'</style>",
    "<p style='position:fixed'>x</p>",
    "<p class='layout' id='_main'>x</p>",
    "<table><tr><td onclick=alert(1)>[[x]]</td></tr></table>",
    "</div></main></body><h2 onclick=alert(1)>x</h2>",
    "<!--><script>alert(1)</script>-->",
    "<!-- --!><script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo '<script>alert(1)</script>' ?>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<textarea><img title='</textarea><img src=x onerror=alert(1)>'></textarea>",
    "<a title='x' href=\"https://x.example\" onclick='y'>z</a>",
    "<input type=checkbox checked onclick=alert(1)>",
    "| <script> | b |\n| - | - |\n| </script> | <img src=x onerror=y> |",
    "[^<script>]\n\n[^<script>]: x",
    "# <script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\ue000\U000f0000x\ue001\U000f0000 \U000f0001 \ue002 \ue003 \ue100",
]


def assert_safe(text: str) -> None:
    root = html5lib.parseFragment(flat(body(text, "a.md", 1, "en")[0]), namespaceHTMLElements=False)
    for element in root.iter():
        if element.tag == "DOCUMENT_FRAGMENT":
            continue
        assert element.tag in OURS
        allowed = OUR_ATTRIBUTES | ATTRIBUTES["*"] | ATTRIBUTES.get(element.tag, frozenset())
        assert set(element.attrib) <= allowed
        assert not element.get("id", "").startswith("_")
        for name in ("href", "src"):
            scheme = re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", re.sub(r"[\x00-\x20]", "", element.get(name, "")))
            assert scheme is None or scheme[0].lower() in {"http:", "https:", "mailto:"}
        if element.tag == "input":
            assert element.get("type") == "checkbox"
            assert "disabled" in element.attrib


@pytest.mark.parametrize("text", ATTACKS)
@pytest.mark.parametrize("around", ["{}", "- {}", "> {}", "*{}*", "## {}", "[{}](/u)", "<div>\n{}\n</div>", "x {} y"])
def test_an_attack_leaves_nothing_that_runs(text: str, around: str) -> None:
    assert_safe(around.format(text))


PIECES = st.sampled_from(
    [
        *"ab \n\t-*_~`[]()!<>&#|\\\":;=+.@^/0123",
        "\n\n", "- ", "1. ", "> ", "    ", "```\n", "~~~", "---", "===", "## ", "[[", "]]", "![[", "[@", "[^1]",
        "\n[^1]: ", "[a]", "\n[a]: /u", "](/u)", "](javascript:x)", "![", "<b>", "</b>", "<div>\n", "</div>\n", "<!--",
        "-->", "<script>", "</script>", "<table>", "<a href=x>", "<img src=x>", "<h2>", "</h2>", "<p id=a>", "<pre>",
        "| a | b |\n| - | - |\n", "[!NOTE]\n", "[ ] ", "[x] ", "https://a.b", "www.a.b", "a@b.c", "&amp;", "&#0;",
        "  \n", "ب", "é", "الجيش", "\u200f", "\ue000", "\U000f0000", "\x02", "\x00", "\ud800", "🛩️",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example("> " * 60 + "- " * 60)
@example("- " * 300)
@example("*" * 199 + "a" + "*" * 199)
@example("[" * 1999 + "]" * 1999)
def test_no_text_breaks_reading(text: str) -> None:
    assert_safe(text)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.booleans())
def test_the_parts_of_any_text_hold_together(text: str, trusted: bool) -> None:
    prose, found = body(text, "a.md", 5, "en", trust_full=trusted)
    lines = text.count("\n") + 1
    waiting: list[int] = []
    block = section = 0
    for part in prose.parts:
        if isinstance(part, Open):
            waiting.append(part.reference)
        elif isinstance(part, Close):
            assert waiting.pop() == part.reference
        if isinstance(part, Open | Hole):
            assert 0 <= part.reference < len(prose.references)
        if isinstance(part, Run):
            assert part.text
            assert part.line >= 5
        if isinstance(part, Run | Open | Hole):
            assert (part.block, part.section) >= (block, section)
            block, section = part.block, part.section
        if isinstance(part, Markup | Run):
            assert not re.search(
                "[\ue000-\uf8ff\U000f0000-\U0010ffff]", part.html if isinstance(part, Markup) else part.text
            )
    assert trusted or not waiting
    assert len(set(prose.ids)) == len(prose.ids)
    for span in [each.span for each in prose.references] + [each.span for each in found]:
        assert 5 <= span.line <= span.end_line <= 5 + lines
        assert (span.line, span.column) <= (span.end_line, span.end_column)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert body(text, "a.md", 1, "en") == body(text, "a.md", 1, "en")


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_no_text_of_the_front_matter_breaks_reading(text: str) -> None:
    lines = text.split("\n")
    prose, _ = inline(Text(text, Span("a.md", 2, 5, 1 + len(lines), len(lines[-1]) + 1)), "ar")
    assert prose.lang == "ar"


def test_code_never_turns_into_a_reference() -> None:
    prose, found = body("`[[a]] [@b] ![c](d)`\n\n    [[e]]\n\n```\n[f](g)\n```", "a.md", 1, "en")
    assert (prose.references, found) == ((), ())
    assert [part.setting for part in prose.parts if isinstance(part, Run)] == [Setting.CODE] * 3


def test_html_that_closes_too_much_leaves_a_whole_text() -> None:
    html = flat(body("- one </li></ul></main> two\n- three", "a.md", 1, "en")[0])
    assert html == "<ul><li>one </li></ul> two<li>three</li>"


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Who said what?", "who-said-what"),
        ("C# & C++", "c--c"),
        ("snake_case and-hyphen", "snake_case-and-hyphen"),
        ("من قال ماذا؟", "من-قال-ماذا"),
        ("الجَيْش", "الجَيْش"),
        ("Кто? Где?", "кто-где"),
        ("हिन्दी", "हिन्दी"),
        ("__init__", "init__"),
        ("2020–2021", "20202021"),
        ("???", "section"),
    ],
)
def test_an_anchor_is_githubs_in_every_script(heading: str, anchor: str) -> None:
    assert slug(heading) == anchor


def test_an_anchor_is_given_once() -> None:
    anchors = Anchors(["fn-1"])
    assert [anchors.unique(each) for each in ("a", "a", "a-1", "a", "fn-1")] == ["a", "a-1", "a-1-1", "a-2", "fn-1-1"]
