"""Diagnostics as text, JSON lines and GitHub annotations."""

from __future__ import annotations

import json

import pytest

from backstory.diagnostics import Diagnostic, Edit, Related, Severity, Span, formatting

LINES = {
    "content/actors/lna.md": ["---", "backers:", "  - actor: rusia", "---"],
    "a.md": ["x" * 300 + "HERE" + "y" * 300, "العربية هنا", "bad \x1b[31m\u202eevil"],
}
RUSIA = Diagnostic(
    "E201",
    "no actor is called `rusia`",
    Span("content/actors/lna.md", 3, 12, 3, 17),
    label="did you mean `russia` (Russia)?",
    hint="actors are the files in content/actors/ · new one: python3 build.py new actor rusia",
)


def lines(path: str) -> list[str]:
    return LINES.get(path, [])


def test_text_has_the_place_the_line_the_carets_and_the_way_out() -> None:
    assert formatting.text([RUSIA], lines, formatting.TextStyle()) == (
        "content/actors/lna.md:3:12  error E201  no actor is called `rusia`\n"
        "   2 | backers:\n"
        "   3 |   - actor: rusia\n"
        "     |            ^^^^^  did you mean `russia` (Russia)?\n"
        "  actors are the files in content/actors/ · new one: python3 build.py new actor rusia"
        " · more: python3 build.py explain E201"
    )


def test_a_code_is_pointed_to_once() -> None:
    assert formatting.text([RUSIA, RUSIA], lines, formatting.TextStyle()).count("explain E201") == 1


def test_a_hint_calls_the_command_as_the_author_did() -> None:
    assert "backstory new actor rusia" in formatting.text([RUSIA], lines, formatting.TextStyle(command="backstory"))


def test_related_places_follow_the_excerpt() -> None:
    both = Diagnostic("E201", "twice", Span("q.md", 1, 1), related=(Related(Span("a.md", 2, 3), "also named here"),))
    assert formatting.text([both], lines, formatting.TextStyle(command="b")).splitlines() == [
        "q.md:1:1  error E201  twice",
        "  also: a.md:2:3  also named here",
        "  more: b explain E201",
    ]


def test_a_long_line_is_cut_around_the_place() -> None:
    shown = formatting.text(
        [Diagnostic("E1", "m", Span("a.md", 1, 301, 1, 305))], lines, formatting.TextStyle()
    ).splitlines()
    start = shown[2].index("^")
    assert shown[1][start : start + 4] == "HERE"
    assert shown[2].count("^") == 4
    assert len(shown[1]) < 130


@pytest.mark.parametrize(("length", "shown"), [(110, "x" * 110), (111, "x" * 110 + "…")])
def test_a_line_of_110_characters_is_shown_whole(length: int, shown: str) -> None:
    text = formatting.text([Diagnostic("E1", "m", Span("a.md", 1))], lambda _: ["x" * length], formatting.TextStyle())
    assert text.splitlines()[1] == f"   1 | {shown}"


def test_no_file_can_steer_the_terminal() -> None:
    shown = formatting.text([Diagnostic("E1", "a\x1b[2J", Span("a.md", 3, 1))], lines, formatting.TextStyle())
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "<U+202E>" in shown


def test_a_hint_of_several_lines_stands_as_a_block() -> None:
    shown = formatting.text(
        [Diagnostic("E1", "m", Span("q", 1, 1), hint="add this record:\n- actor: x\n  support: y")],
        lines,
        formatting.TextStyle(command="b"),
    )
    assert shown.splitlines()[1:] == [
        "  add this record:",
        "    - actor: x",
        "      support: y",
        "  more: b explain E1",
    ]


def test_json_lines_hold_the_agreed_keys() -> None:
    (line,) = formatting.jsonl([RUSIA]).splitlines()
    assert json.loads(line) == {
        "code": "E201",
        "severity": "error",
        "path": "content/actors/lna.md",
        "line": 3,
        "column": 12,
        "end_line": 3,
        "end_column": 17,
        "message": "no actor is called `rusia`",
        "hint": "did you mean `russia` (Russia)? "
        "actors are the files in content/actors/ · new one: python3 build.py new actor rusia",
    }


def test_annotations_are_escaped_and_relative_to_the_git_root() -> None:
    odd = Diagnostic("W1", "100%\nx", Span("a,b:c.md", 2, 1, 2, 4), severity=Severity.WARNING)
    assert (
        formatting.github([odd], "docs/site")
        == "::warning file=docs/site/a%2Cb%3Ac.md,line=2,col=1,endColumn=4,title=W1::100%25%0Ax\n"
    )


def test_the_count_names_each_severity() -> None:
    warning = Diagnostic("W1", "m", Span("b", 1, 1), severity=Severity.WARNING)
    assert formatting.counted([RUSIA, RUSIA, warning], 38) == "2 errors, 1 warning in 38 files"
    assert formatting.counted([], 1) == "no errors in 1 file"
    assert formatting.by_file([RUSIA, warning]).splitlines() == [
        "  content/actors/lna.md  1 error",
        "  b                      1 warning",
    ]


def test_json_has_the_edits_that_mend_a_mistake() -> None:
    edits = (Edit(Span("a.md", 1, 3, 1, 5), "lna"), Edit(Span("b.markdown"), path="b.md"))
    (line,) = formatting.jsonl([Diagnostic("E1", "wrong", Span("a.md"), edits=edits)]).splitlines()
    assert json.loads(line)["edits"] == [
        {"path": "a.md", "line": 1, "column": 3, "end_line": 1, "end_column": 5, "text": "lna"},
        {"rename": "b.markdown", "to": "b.md"},
    ]
