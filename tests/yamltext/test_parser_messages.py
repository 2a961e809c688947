"""Each common mistake is reported at its own place, in plain words, with the line to type instead."""

from __future__ import annotations

import pytest

from backstory.diagnostics import Diagnostic
from backstory.yamltext import load


def _found(text: str) -> list[Diagnostic]:
    return list(load(text, "a.md").diagnostics)


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "fixed"),
    [
        ("title: Libya: Russia sends jets\n", "E101", 1, 13, 'title: "Libya: Russia sends jets"'),
        ("title: “Libya: Russia”\n", "E101", 1, 8, 'title: "Libya: Russia"'),
        ("title: C:\\jets: x\n", "E101", 1, 15, "title: 'C:\\jets: x'"),
        ("- a: b: c\n", "E101", 1, 7, 'a: "b: c"'),
        ("summary: It is said\n  that the answer was: no\n", "E101", 2, 22, "summary: >-"),
        ("brief:\n\thappened: x\n", "E102", 2, 1, "  happened: x"),
        ("title:\u00a0Jets\n", "E102", 1, 7, "title: Jets"),
        ('title: "Jets\ndate: 2020\n', "E103", 1, 8, 'title: "Jets"'),
        ('title: "Jets\nname: "LNA"\n', "E103", 1, 8, 'title: "Jets"'),
        ('title: "Jets\nname: LNA"\n', "E103", 1, 8, 'title: "Jets"'),
        ("title: '90s jets\n", "E103", 1, 8, 'title: "\'90s jets"'),
        ('title: "No denying" now\n', "E104", 1, 21, "title: '\"No denying\" now'"),
        ('title: "say "no" now"\n', "E104", 1, 14, "title: 'say \"no\" now'"),
        ("title: 'it's'\n", "E104", 1, 12, 'title: "it\'s"'),
        ("title: @africom\n", "E105", 1, 8, 'title: "@africom"'),
        ("title: %x\n", "E105", 1, 8, 'title: "%x"'),
        ("title: `x`\n", "E105", 1, 8, 'title: "`x`"'),
        ("title: | jets\n", "E105", 1, 8, 'title: "| jets"'),
        ("title: > jets\n", "E105", 1, 8, 'title: "> jets"'),
        ("title: [Leaked] memo\n", "E105", 1, 8, 'title: "[Leaked] memo"'),
        ("title: ] x\n", "E105", 1, 8, 'title: "] x"'),
        ("actors: [lna, gna\ndate: 2020\n", "E106", 1, 9, "actors: [lna, gna]"),
        ("sides: {a: b\ndate: 2020\n", "E106", 1, 8, "sides: {a: b}"),
        ('actors: [lna, "g" na]\n', "E106", 1, 19, "one entry a line"),
        ("tags: [libya, #jets]\n", "E106", 1, 15, 'tags: [libya, "#jets"]'),
        ("sides: {\n", "E106", 1, 8, "sides: {}"),
        ("title: *Who*\n", "E107", 1, 8, 'title: "*Who*"'),
        ("title: **Who** flew\n", "E107", 1, 8, 'title: "**Who** flew"'),
        ("title: &x y\n", "E107", 1, 8, 'title: "&x y"'),
        ("title: !x y\n", "E107", 1, 8, 'title: "!x y"'),
        ("<<: {a: b}\n", "E107", 1, 1, "write the keys out"),
        ("date: 2020\ndate: 2021\n", "E108", 2, 1, "keep one"),
        (": x\n", "E109", 1, 1, "before the colon"),
        ("title: {{x}}\n", "E109", 1, 9, 'title: "{{x}}"'),
        ("brief:\n  a: 1\n b: 2\n", "E110", 3, 2, "  b: 2"),
        ("title: x\n date: 2020\n", "E110", 2, 2, "date: 2020"),
        ("actors:\n  - lna\n - gna\n", "E110", 3, 2, "  - gna"),
        ("actors:\n - lna\n  - gna\n", "E110", 3, 3, "column 2"),
        ("actors: - lna\n", "E110", 1, 9, "- lna"),
        ("title: x\n- lna\n", "E110", 2, 1, "- x"),
        ("title: Jets\nlanded there\n", "E111", 2, 1, "indent it"),
        ("title = Jets\ndate: 2020\n", "E111", 1, 1, "title: Jets"),
        ("brief\n  happened: x\ndate: 2020\n", "E111", 1, 1, "brief:"),
        ("title:Jets\ndate: 2020\n", "E112", 1, 6, "title: Jets"),
        ("title:Jets\n", "E112", 1, 6, "title: Jets"),
        ("actors:\n  -lna\n  -gna\n", "E112", 2, 3, "- lna"),
        ("brief:\n  happened:x\n", "E112", 2, 11, "happened: x"),
        ("a:\n  - actor:russia\n    via: x\n", "E112", 2, 10, "actor: russia"),
        ('note: "C:\\data"\n', "E113", 1, 10, 'note: "C:\\\\data"'),
        ("a: 1\n---\nb: 2\n", "E114", 2, 1, "take the line out"),
        ("a: 1\n...\nb: 2\n", "E114", 2, 1, "take the line out"),
        ("a: " + "[" * 40 + "]" * 40 + "\n", "E115", 1, 35, "flatter"),
        ("a: " + "x" * 70_000 + "\n", "E115", 1, 1, "split the file"),
        ('title: "Jets\\0"\n', "E116", 1, 8, "take the code out"),
        ("title: Jets\u202e\n", "E116", 1, 12, "take it out"),
        ("title: Jets\ue000\n", "E116", 1, 12, "take it out"),
        ("conflict: [[libya]]\n", "E117", 1, 11, "`libya`"),
        ("title: Drone #1 over Sirte\n", "W100", 1, 13, 'title: "Drone #1 over Sirte"'),
        ("tags: #libya\n", "W100", 1, 6, 'tags: "#libya"'),
        ("conflict: “libya”\n", "W101", 1, 11, "`libya`"),
        ("title: ? x\n", "E105", 1, 8, 'title: "? x"'),
    ],
)
def test_a_mistake_is_reported_at_its_place_with_the_line_to_type(
    text: str, code: str, line: int, column: int, fixed: str
) -> None:
    (found,) = _found(text)
    assert (found.code, found.span.line, found.span.column) == (code, line, column)
    assert fixed in found.hint


def test_a_line_that_fits_no_description_is_reported_all_the_same() -> None:
    (found,) = _found("b: 1\na: {b:], c: d}\n")
    assert (found.code, found.span.line) == ("E100", 2)


def test_front_matter_may_have_20_000_values_and_65_536_characters() -> None:
    # The mapping, its key and the list are values as well.
    assert _found("a: [" + "x, " * 19_997 + "]\n") == []
    assert [each.code for each in _found("a: [" + "x, " * 19_998 + "]\n")] == ["E115"]
    assert _found("a: " + "x" * 65_532 + "\n") == []
    assert [each.code for each in _found("a: " + "x" * 65_533 + "\n")] == ["E115"]


def test_more_values_than_may_stand_in_front_matter_are_refused() -> None:
    (found,) = _found("a: [" + "x, " * 20_000 + "]\n")
    assert (found.code, found.message) == ("E115", "there is too much here to read: more than 20,000 values")


def test_a_duplicate_key_names_both_places_and_the_first_counts() -> None:
    loaded = load("date: 2020\ndate: 2021\n", "a.md")
    (found,) = loaded.diagnostics
    assert found.related[0].span.line == 1
    assert loaded.value == {"date": "2020"}


def test_no_mistake_hides_another() -> None:
    text = """\
title: "No denying" now
date: 2020: May
actors:
  - lna
  -gna
backers:
  lna:
    - actor: @russia
      note: a: b
    - actor: "wagner
    - via: x
  gna:
     turkey: x
    qatar: y
summary:It happened
tags
title: again
brief:
\thappened: x
"""
    loaded = load(text, "a.md")
    assert [(each.code, each.span.line) for each in loaded.diagnostics] == [
        ("E104", 1),
        ("E101", 2),
        ("E112", 5),
        ("E105", 8),
        ("E101", 9),
        ("E103", 10),
        ("E110", 13),
        ("E112", 15),
        ("E111", 16),
        ("E108", 17),
        ("E102", 19),
    ]
    assert loaded.broken
    assert isinstance(loaded.value, dict)
    assert list(loaded.value) == ["title", "date", "actors", "backers", "summary", "brief"]


@pytest.mark.parametrize(
    "text",
    [
        "type: city  # a remark\n",
        "# a remark\ntitle: x #\n",
        "title: “No denying now”\n",
        "lat: -32.5\n",
        "a:\n  -5\n",
        "url: https://example.org/#part\n",
        "a: 'x\n  y'\n",
        "actors:\n- lna\n- gna\n",
        "actors: [lna,\n  gna\n]\n",
        "---\na: b\n",
        "summary: |\n  # Not a heading\n  - x\n",
        "when: 12:30\n",
    ],
)
def test_good_yaml_gives_no_diagnostic(text: str) -> None:
    assert _found(text) == []
