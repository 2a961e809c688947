"""Fingerprints of plain immutable data."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

import pytest

from backstory.diagnostics import Span
from backstory.engine import fingerprint


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    at: Point
    tags: tuple[str, ...] = ()


def test_equal_values_have_equal_fingerprints() -> None:
    assert fingerprint.of(Place("a", Point(1, 2), ("x",))) == fingerprint.of(Place("a", Point(1, 2), ("x",)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1", 1),
        (1, True),
        (1, 1.0),
        ("red", Colour.RED),
        (("ab", "c"), ("a", "bc")),
        (((), ()), ((), (), ())),
        (None, "None"),
        (Point(1, 2), Point(2, 1)),
        (Point(1, 2), (1, 2)),
        (b"a", "a"),
        (date(2020, 5, 26), "2020-05-26"),
        ({"a": "1"}, (("a", "1"), ())),
    ],
)
def test_values_that_differ_have_fingerprints_that_differ(one: object, other: object) -> None:
    assert fingerprint.of(one) != fingerprint.of(other)


def test_a_mapping_has_no_order() -> None:
    one: Mapping[str, str] = MappingProxyType({"a": "1", "b": "2"})
    assert fingerprint.of(one) == fingerprint.of({"b": "2", "a": "1"})


def test_what_can_change_has_no_fingerprint() -> None:
    @dataclass
    class Loose:
        x: int

    for value in ([1], {1, 2}, Loose(1), object(), print, (1, [2])):
        with pytest.raises(TypeError):
            fingerprint.of(value)


def test_the_hash_seed_does_not_matter() -> None:
    program = "from backstory.engine import fingerprint; print(fingerprint.of(frozenset({'a','b','c',('d',)})))"
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(found) == 1


def test_a_place_has_the_fingerprint_of_what_it_says() -> None:
    assert fingerprint.of(Span("a.md", 2)) == fingerprint.of(Span("a.md", 2, 1, 2, 1))
    assert fingerprint.of(Span("a.md", 2)) != fingerprint.of(Span("a.md", 3))
