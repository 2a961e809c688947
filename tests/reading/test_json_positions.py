"""JSON is read with the places of its values, and its mistakes are told in plain words."""

from __future__ import annotations

import pytest

from backstory.diagnostics import Span
from backstory.reading.json_positions import Break, parsed, spans

_TEXT = """{
  "a": [1, {"b": "[}\\""}, [2, 3]],
  "c": {}
}
"""


def test_numbers_are_floats_however_long() -> None:
    assert parsed("x", f'[1, 2.5, {"9" * 5000}, "1"]') == [1.0, 2.5, float("inf"), "1"]


def test_each_value_asked_for_has_its_place() -> None:
    assert spans("x", _TEXT, [("a", 1, "b"), ("a", 2, 1), ("c",), ()]) == {
        ("a", 1, "b"): Span("x", 2, 18, 2, 24),
        ("a", 2, 1): Span("x", 2, 31, 2, 32),
        ("c",): Span("x", 3, 8, 3, 10),
        (): Span("x", 1, 1, 4, 2),
    }


def test_of_what_is_not_there_it_is_the_place_of_the_nearest_value_above() -> None:
    assert spans("x", _TEXT, [("a", 7), ("c", "d", 0)]) == {
        ("a", 7): Span("x", 2, 8, 2, 34),
        ("c", "d", 0): Span("x", 3, 8, 3, 10),
    }


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("[1 2]", "a comma is missing before this", (1, 4)),
        ("[1,\n 2,]", "after this comma nothing follows", (2, 3)),
        ('{"a": 1,\n}', "after this comma nothing follows", (1, 8)),
        ('{"a" 1}', "a colon is missing before this", (1, 6)),
        ("{a: 1}", "a name in double quotes is missing here", (1, 2)),
        ('["a]', "this quote is never closed", (1, 2)),
        ('["a\nb"]', "a line ends inside quotes", (1, 4)),
        (r'["\x"]', "a backslash stands here that means nothing in JSON", (1, 3)),
        ("[1] 2", "the JSON has ended before this", (1, 5)),
        ("[1, <]", "a value is missing here", (1, 5)),
        ("[[1]\n", "the file ends before its JSON does", (2, 1)),
        ("[" * 200_000, "the brackets stand too deep in each other here", (1, 1)),
    ],
)
def test_a_mistake_is_told_in_plain_words_at_its_place(text: str, message: str, place: tuple[int, int]) -> None:
    found = parsed("x", text)
    assert isinstance(found, Break)
    assert (found.message, found.span.line, found.span.column) == (message, *place)
    assert found.hint
