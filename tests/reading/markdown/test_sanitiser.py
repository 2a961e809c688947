"""Only a text that holds HTML goes through the sanitiser; of every other, all that is written it would let through."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from backstory.reading.markdown.converter import parts_of_text
from backstory.reading.markdown.parse_state import ParseState
from backstory.reading.markdown.text_spans import Places
from backstory.records.prose import Prose, Run, packed
from backstory.values.record import replace

PIECES = [
    *"ab \n\t-*_~`[]()!>&#|\\\":;=+.@^/013",
    "\n\n", "- ", "- [x] ", "1. ", "7) ", "> ", "    ", "```\n", "---", "===", "## ", "# ", "[[x]]", "[[", "]]",
    "![[e]]\n", "[@s, 2]", "[[=a]]", "[^1]", "\n[^1]: ", "[a]", "\n[a]: /u", "](/u)", "](javascript:x)", "![",
    "[a](events/x.md)", "*a*", "**b**", "~~c~~", "`d`", "| a | b |\n| - | :-: |\n| c | d |\n", "[!NOTE]\n", "> — ",
    "https://a.b", "a@b.c", "www.a.b", "<https://x.y>", "<a@b.c>", "<!-- c -->", "<img src=x>", "<?p?>", "&lt;b&gt;",
    "[[x|*a* [b]]]", "[[=a|*b*]]", "[see @s]", "> [!NOTE]- *t*\n> a\n", "%% r %%", "{#i}", "==m==", "^[n]",
    "&nbsp;", "  \n", "\\\n", "\\<", "&#10;", "ب", "é", "الجيش", "\u200f", "\xa0", "\u2028", "🛩️",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def read(text: str, *, raw: bool = False) -> tuple[Prose, ParseState]:
    """The prose of a text, which with `raw` is sanitised whatever it holds, and the state in which reading ended."""
    state = ParseState(Places("a.md", 1), "en", raw=raw)
    return parts_of_text(text, state).prose(), state


def without_lines_of_blanks(prose: Prose) -> Prose:
    """The prose, but for the lines of blanks: they are the one text that has no mark while it is sanitised."""
    blank = [isinstance(part, Run) and not part.text.strip() for part in prose.parts]
    parts = [replace(part, line=0) if is_blank else part for part, is_blank in zip(prose.parts, blank, strict=True)]
    return replace(prose, packed=packed(parts))


@settings(max_examples=500, deadline=None)
@given(TEXTS)
@example("- [ ] *a* [^1]\n\n> [!NOTE]\n> b\n\n[^1]: c\n\n    d\n\n| a |\n| :- |\n| [[x\n")
@example("*a **b *c* d** e* ~~f~~" * 3)
@example("[a <https://x.y> b](/u)")
def test_a_text_without_html_is_written_as_the_sanitiser_leaves_it(text: str) -> None:
    written, state = read(text)
    if not state.raw:
        assert without_lines_of_blanks(read(text, raw=True)[0]) == without_lines_of_blanks(written)


@pytest.mark.parametrize(
    "text",
    [
        "a <b>c</b>",
        "</b>",
        "<div>\na\n</div>",
        "- <p>",
        "| a |\n| - |\n| <kbd>b</kbd> |",
        "a[^1]\n\n[^1]: <i>b</i>",
        "## <u>",
    ],
)
def test_html_of_an_author_sets_the_flag_by_itself(text: str) -> None:
    assert read(text)[1].raw


@pytest.mark.parametrize(
    "text",
    [
        "*a* <https://x.y> [b <https://x.y>](/u)",
        "a <!-- b --> c",
        "a <img src=b.png alt=c>",
        "`<b>`",
        "\\<b>",
        "a < b > c",
    ],
)
def test_what_only_looks_like_html_needs_no_sanitiser(text: str) -> None:
    assert not read(text)[1].raw
