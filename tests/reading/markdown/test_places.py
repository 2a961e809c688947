"""Every reference has the line and columns at which its author wrote it, wherever it stands."""

from __future__ import annotations

import pytest

from backstory.diagnostics import Span
from backstory.reading.markdown import body
from backstory.records.prose import Prose, Run

FIRST = 7

WHERE = {
    "paragraph": "The [[x]] denied it.",
    "a later line of a paragraph": "One\ntwo\nthree [[x]]",
    "an indented line": "One\n   two [[x]]",
    "a lazy line": "> one\ntwo [[x]]",
    "an item": "- one [[x]]",
    "a nested item": "- one\n  - two [[x]]\n",
    "an ordered item's second paragraph": "1. one\n\n   two [[x]]",
    "an item after a tab": "-\tone [[x]]",
    "an item nested by a tab": "- one\n\t- two [[x]]",
    "a task": "- [x] one [[x]]",
    "a quotation": "> one\n> two [[x]]",
    "a list in a quotation": "> - one\n>   - [[x]]",
    "an alert": "> [!NOTE]\n> one [[x]]",
    "a table's head": "| a [[x]] | b |\n| - | - |",
    "a table's cell": "| a | b |\n| - | - |\n| `c \\| d` | e [[x]] |",
    "a table in a list": "- one\n\n  | a | b |\n  | - | - |\n  | c | [[x]] |",
    "a footnote": "a[^1]\n\n[^1]: one [[x]]",
    "a footnote's second paragraph": "a[^1]\n\n[^1]: one\n\n    two [[x]]",
    "a heading": "### One [[x]] ###",
    "a setext heading": "One [[x]]\n---",
    "emphasis": "a **b _c [[x]]_**",
    "deletion": "~~a [[x]]~~",
    "an inline tag": 'one <kbd title="[[y]]">a</kbd> <b>[[x]]</b>',
    "an HTML block": "<div>\n<p>one [[x]]</p>\n</div>",
    "a definition list in HTML": "<dl><dt>a</dt>\n<dd>[[x]]</dd></dl>",
    "details": "<details>\n<summary>a</summary>\n\none [[x]]\n\n</details>",
    "after code": "`[[y]]` and ``a ` [[z]]`` then [[x]]",
    "after an escape": "\\[[y]] &amp; \\* [[x]]",
    "after an emoji and marks": "🛩️ é [[x]]",
    "Arabic": "قال [[x]] ذلك",
    "after a hard break": "one  \ntwo\\\n[[x]]",
    "after a code span over lines": "`one\ntwo` [[x]]",
    "after a comment over lines": "a <!-- one\ntwo --> [[x]]",
    "after a fence": "```\n[[y]]\n```\n[[x]]",
    "after a definition": "[a]: /u\n[[x]] and [a]",
}


def read(text: str) -> Prose:
    return body(text, "a.md", FIRST, "en")[0]


def place(text: str, written: str) -> Span:
    """Where `written` stands last in `text`, found by looking at its lines."""
    before = text[: text.rindex(written)]
    line = FIRST + before.count("\n")
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Span("a.md", line, column, line, column + len(written))


@pytest.mark.parametrize("text", WHERE.values(), ids=WHERE.keys())
def test_a_wikilink_has_its_exact_place(text: str) -> None:
    (reference,) = [each for each in read(text).references if each.target == "x"]
    target = place(text, "[[x]]")
    assert reference.span == target
    assert reference.target_span == target.within(2, 3)


FORMS = {
    "[@x, p. 2]": ("[@x, p. 2]", "@x"),
    "a link": ("[one *two*](x.md 'three')", "x.md"),
    "a link in pointed brackets": ("[one](<x y.md>)", "x y.md"),
    "an image": ("![one](x.png)", "x.png"),
    "an autolink": ("<https://x.example/>", "https://x.example/"),
    "a bare address": ("https://x.example/y", "https://x.example/y"),
    "a mail address": ("desk@x.example", "desk@x.example"),
    "an HTML link": ('<a title="y" href="x.md">', "x.md"),
    "an HTML image": ("<img alt='y' src='x.png'>", "x.png"),
    "an HTML image without quotes": ("<img src=x.png alt=y>", "x.png"),
}


@pytest.mark.parametrize(("written", "target"), FORMS.values(), ids=FORMS.keys())
@pytest.mark.parametrize("before", ["", "one\n", "- a\n  - ", "> > ", "| a |\n| - |\n| ", "*one* `two` [[y]] "])
def test_every_form_of_reference_has_its_exact_place(written: str, target: str, before: str) -> None:
    text = f"{before}{written}"
    reference = read(text).references[-1]
    assert reference.span == place(text, written)
    assert reference.target_span == place(text, target)


def test_a_reference_over_a_lines_end_has_both_ends() -> None:
    (reference,) = read("> the [[lna|Libyan National\n> Army]] said").references
    assert (reference.span, reference.label) == (Span("a.md", 7, 7, 8, 9), "Libyan National Army")


def test_a_reference_link_is_placed_at_its_use() -> None:
    (reference,) = read("One [two][t].\n\n[t]: /u").references
    assert (reference.span, reference.target_span) == (Span("a.md", 7, 5, 7, 13), Span("a.md", 7, 10, 7, 13))


def lines(text: str) -> dict[str, int]:
    """The line of each run that has words."""
    return {run.text.strip(): run.line for run in read(text).parts if isinstance(run, Run) and run.text.strip()}


@pytest.mark.parametrize(
    "written", ["[[\n]]", "![[x\ny]]", "[@\n;]", "[[=x\ny]]", "[[x\n|y]]", "`x\ny`", "![x\ny](z.png)"]
)
@pytest.mark.parametrize("around", ["One {} two *three*", "<b>One</b> {} two <b>three</b>", "<div>\n\n{} two *three*"])
def test_a_run_after_what_spans_two_lines_has_its_own_line(written: str, around: str) -> None:
    text = around.format(written)
    last = FIRST + text.count("\n")
    told = lines(text)
    assert (told["two"], told["three"]) == (last, last)


def test_code_and_tables_of_html_have_their_own_lines() -> None:
    assert lines("One\n\n    two\n    three\n\n<table>\n<tr>\n<td>four</td>\n<td>\n\n*five*\n</td></tr></table>") == {
        "One": 7,
        "two\nthree": 9,
        "four": 14,
        "five": 17,
    }


def test_runs_have_the_lines_they_begin_at() -> None:
    text = "One\ntwo *three\nfour* five [[x\ny]] six\n\n- seven\n\n  ```\n  eight\n  ```\n\n| nine |\n| - |\n| ten |"
    assert lines(text) == {
        "One\ntwo": 7,
        "three\nfour": 8,
        "five": 9,
        "six": 10,
        "seven": 12,
        "eight": 15,
        "nine": 18,
        "ten": 20,
    }
