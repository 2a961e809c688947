"""Whatever a text holds, loading it gives a value and diagnostics inside the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstory.values.located import Fields, Items, Located, Text
from backstory.yamltext import load

_GOOD = """title: "Libya: who flew"
date: 2020-05-29
actors:
  - lna
  - gna
backers:
  lna:
    - actor: russia
      via: wagner
      support: [weapons, materiel]
      note: >-
        Text that goes on
        over two lines
  gna: {turkey: x, qatar: 'y'}
summary: |
  One: two.
"""
_SIGNS = [*"\t :-#[]{}\"'*&!|>%@`\\,?<=\n.~“ا\u00a0\u2028\x00\ue000", ": ", "- ", "---\n", "<<: "]


@given(st.lists(st.characters() | st.sampled_from(_SIGNS), max_size=200).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_text_loads_without_an_exception(text: str) -> None:
    _check(text)


@given(
    st.lists(
        st.tuples(st.integers(0, len(_GOOD)), st.integers(0, 3), st.sampled_from(["", *_SIGNS])),
        min_size=1,
        max_size=5,
    )
)
@settings(max_examples=500, deadline=None)
def test_yaml_damaged_anywhere_loads_without_an_exception(cuts: list[tuple[int, int, str]]) -> None:
    text = _GOOD
    for at, length, sign in cuts:
        text = text[:at] + sign + text[at + length :]
    _check(text)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000,
        "- " * 10_000,
        "a: {" * 5_000,
        "? " * 5_000,
        "a:\n" * 10_000,
        "".join(" " * depth + "a:\n" for depth in range(300)),
        "&a " * 5_000,
        '"' * 9_999,
        "'" * 9_999,
        "\ud800: \udfff",
        "a: " + "9" * 60_000,
        "\n".join(f"k{n}: a: b" for n in range(300)),
    ],
)
def test_hostile_text_loads_without_an_exception(text: str) -> None:
    _check(text)


def _check(text: str) -> None:
    loaded = load(text, "a.md")
    lines = text.count("\n") + 1
    for each in loaded.diagnostics:
        assert 1 <= each.span.line <= lines
        assert each.span.column >= 1
        assert each.message
    if loaded.broken:
        assert any(each.code.startswith("E") for each in loaded.diagnostics)
    if loaded.value is not None:
        _walk(loaded.value)


def _walk(value: Located) -> None:
    if isinstance(value, Text):
        value.encode()
    elif isinstance(value, Fields):
        assert set(value) == set(value.keys_at)
        for each in value.values():
            _walk(each)
    else:
        assert isinstance(value, Items)
        for each in value:
            _walk(each)
