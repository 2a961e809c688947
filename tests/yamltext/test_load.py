"""Values and their places."""

from __future__ import annotations

import pytest
import yaml

from backstory.diagnostics import Span
from backstory.values.located import Fields, Items, Text
from backstory.yamltext import Loaded, compose, load, without_empty


def _fields(text: str, *, line: int = 1) -> Fields:
    value = load(text, "a.md", line=line).value
    assert isinstance(value, Fields)
    return value


def test_every_scalar_stays_the_text_it_is() -> None:
    fields = _fields("a: NO\nb: 12:30\nc: 2020-05-26\nd: 010\ne: 1e999\nf: null\ng: ~\nh: yes\n")
    assert list(fields.values()) == ["NO", "12:30", "2020-05-26", "010", "1e999", "null", "~", "yes"]


def test_columns_count_code_points_and_ends_are_exclusive() -> None:
    value = _fields('"é😀": "ليبيا😀"\n')["é😀"]
    assert value.span == Span("a.md", 1, 7, 1, 15)


def test_lines_count_from_the_line_given() -> None:
    fields = _fields("a: 1\nb: 2\n", line=2)
    assert fields.keys_at["b"] == Span("a.md", 3, 1, 3, 2)


def test_values_deep_inside_lists_have_their_places() -> None:
    items = _fields("backers:\n  - actor: russia\n    support: [weapons, x]\n")["backers"]
    assert isinstance(items, Items)
    record = items[0]
    assert isinstance(record, Fields)
    assert items.span == Span("a.md", 2, 3, 3, 26)
    assert record.keys_at["support"] == Span("a.md", 3, 5, 3, 12)
    assert record["support"].span == Span("a.md", 3, 14, 3, 26)


def test_plain_scalars_can_be_told_from_quoted_ones() -> None:
    fields = _fields('a:\nb: ""\nc: x\nd: |\n  x\n')
    assert [(str(v), v.plain) for v in fields.values() if isinstance(v, Text)] == [
        ("", True),
        ("", False),
        ("x", True),
        ("x\n", False),
    ]


@pytest.mark.parametrize("text", ["", "\n", "# a remark\n", "---\n", "---\n# x\n...\n"])
def test_a_text_that_says_nothing_has_no_value(text: str) -> None:
    assert load(text, "a.md") == Loaded(None)


def test_a_line_that_could_be_mended_by_itself_loses_nothing() -> None:
    loaded = load("a: b: c\nd: e\n", "a.md")
    assert isinstance(loaded.value, Fields)
    assert loaded.value == {"a": "b: c", "d": "e"}
    assert loaded.value["d"].span == Span("a.md", 2, 4, 2, 5)
    assert not loaded.broken


def test_a_line_of_which_nothing_can_be_made_may_have_said_anything() -> None:
    loaded = load("a: b\nwhat\nd: e\n", "a.md")
    assert (loaded.value, loaded.broken) == ({"a": "b", "d": "e"}, True)


def test_empty_plain_values_count_as_absent_with_a_note() -> None:
    fields, notes = without_empty(_fields('a:\nb: ""\nc:\n  d:\n  e: x\nf:\n  - g:\n'))
    assert fields == {"b": "", "c": {"e": "x"}, "f": [{}]}
    assert [(each.code, each.span.line) for each in notes] == [("N100", 1), ("N100", 4), ("N100", 7)]


@pytest.mark.parametrize(
    "text",
    [
        "a: b: c\n",
        'a: "b\nc: d\n',
        "a:\n\tb: c\n",
        "a: [b\nc: d\n",
        "a: @b\n",
        "a: *b\n",
        "a: **b\n",
        'a: "b" c\n',
        "a:\n  b: 1\n c: 2\n",
        "a\nb: 1\n",
        'a: "\\q"\n',
        "a: > x\n",
        "a: - x\n",
        "x: {a: 1, b: [c, 'd']}\n",
    ],
)
def test_with_and_without_libyaml_the_result_is_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_libyaml = load(text, "a.md")
    monkeypatch.setattr(compose, "_LOADER", yaml.SafeLoader)
    assert load(text, "a.md") == with_libyaml
