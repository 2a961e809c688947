"""Records as bytes: what a page's fingerprint is taken of."""

from __future__ import annotations

import importlib
import os
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from types import UnionType
from typing import Any, get_args, get_type_hints

import pytest

import backstory.pages
from backstory.values.record import Record, canonical


class Point(Record, frozen=True):
    x: int
    y: int


class Place(Record, frozen=True):
    name: str
    at: Point
    tags: tuple[str, ...] = ()


def test_equal_records_have_equal_bytes() -> None:
    assert canonical(Place("a", Point(1, 2), ("x",))) == canonical(Place("a", Point(1, 2), ("x",)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1", 1),
        (1, True),
        (1, 1.0),
        (("ab", "c"), ("a", "bc")),
        (((), ()), ((), (), ())),
        (None, "None"),
        (Point(1, 2), Point(2, 1)),
        (b"a", "a"),
    ],
)
def test_values_that_differ_have_bytes_that_differ(one: object, other: object) -> None:
    assert canonical(one) != canonical(other)


def test_a_mapping_has_no_order() -> None:
    assert canonical({"a": "1", "b": "2"}) == canonical({"b": "2", "a": "1"})


def test_the_hash_seed_does_not_matter() -> None:
    program = "from backstory.values.record import canonical; print(canonical(frozenset('abcdef')))"
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


def test_no_view_holds_one_of_several_kinds_of_record_for_their_bytes_do_not_tell_which() -> None:
    for module in pkgutil.walk_packages(backstory.pages.__path__, "backstory.pages."):
        importlib.import_module(module.name)
    doubtful = [
        f"{record.__qualname__}.{name}"
        for record in _below(Record)
        if record.__module__.startswith("backstory.pages.")
        for name, hint in get_type_hints(record).items()
        if _kinds(hint) > 1
    ]
    assert doubtful == []


def _below(record: type[Record]) -> Iterator[type[Record]]:
    for each in record.__subclasses__():
        yield each
        yield from _below(each)


def _kinds(hint: Any) -> int:
    """How many kinds of record a type allows in one place."""
    if isinstance(hint, UnionType):
        return sum(isinstance(each, type) and issubclass(each, Record) for each in get_args(hint))
    return max((_kinds(each) for each in get_args(hint)), default=0)
