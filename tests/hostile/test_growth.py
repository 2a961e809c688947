"""Twice as many mistakes take twice the work, counted in calls: no file can be written that is checked for ever."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from tests.scenario import Site, site

HEAD = "title: A\ndate: 2020-01-01\n"


def _names(count: int) -> list[str]:
    """So many names like no other."""
    return [f"{number:05b}x{number:o}".translate(str.maketrans("01", "qz")) for number in range(count)]


def _page(body: str, head: str = "") -> str:
    return f"-- content/articles/a.md --\n---\n{HEAD}{head}---\n{body}\n"


MANY: dict[str, Callable[[int], str]] = {
    "keys there are not": lambda count: _page("", "".join(f"{name}: x\n" for name in _names(count))),
}


def calls(made: Site) -> int:
    """How many functions a check calls in this process, those of C among them."""
    count = 0

    def profile(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(profile)
    try:
        assert made.build(output=None, cache=None).failed
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", MANY)
def test_twice_the_mistakes_take_twice_the_calls(tmp_path: Path, name: str) -> None:
    made = site(tmp_path, "")
    counted = []
    for count in (10, 60, 120, 180):  # the first for what is worked out once
        made.write(MANY[name](count))
        counted.append(calls(made))
    _, few, more, most = counted
    assert most - more < 1.3 * (more - few)


GUESSED = {
    "a name": "[[harbour-compny]]",
    "a source": "Yes [@harbour-wyre].",
    "a file": "[x](../images/harbour-quaay.png)",
    "a heading": "[x](#harbour-heeading)",
}


@pytest.mark.parametrize("name", GUESSED)
def test_what_was_meant_is_guessed_for_the_first_two_hundred_of_a_text(tmp_path: Path, name: str) -> None:
    made = site(
        tmp_path,
        """
        -- content/actors.yaml --
        harbour-company: {name: Company, type: ngo}
        -- content/sources.yaml --
        harbour-wire: {title: Wire}
        -- content/images/harbour-quay.png --
        """,
    )
    made.write(_page("# Harbour heading\n\n" + f"{GUESSED[name]}\n\n" * 230))
    told = [each for each in made.build(output=None).diagnostics if each.code.startswith("E3")]
    guessed = [bool(each.edits) for each in told]
    assert len(told) == 230
    assert guessed == [True] * 200 + [False] * 30
