"""Worker processes with limits."""

from __future__ import annotations

import errno
import os
import time

import pytest

from backstory.engine.workers import Done, Limits, Stopped, WorkerError, Workers, mapped

LIMITS = Limits(seconds=20)


def double(number: int) -> int:
    return number * 2


def behave(what: str) -> str:
    if what == "hang":
        time.sleep(600)
    while what == "spin":
        pass
    if what == "eat":
        return str(len(bytearray(8 * 1024**3)))
    if what == "die":
        os._exit(9)
    if what == "raise":
        raise KeyError("a bug")
    if what == "no-room":
        raise OSError(errno.ENOMEM, "Cannot allocate memory")
    if what == "system":
        raise SystemError("<built-in function f> returned a result with an exception set")
    if what == "import":
        raise ImportError("x.so: failed to map segment from shared object: Cannot allocate memory")
    return what


@pytest.mark.parametrize("jobs", [1, 3])
def test_every_input_is_answered_once(jobs: int) -> None:
    found = list(mapped(double, [(n,) for n in range(20)], [1] * 20, jobs=jobs, limits=LIMITS))
    assert sorted(found, key=lambda each: each.index) == [Done(n, n * 2) for n in range(20)]


@pytest.mark.parametrize(("what", "seconds", "patience"), [("hang", 5, 1), ("spin", 1, 300)])
def test_an_input_that_takes_too_long_is_stopped_and_the_others_are_not(
    what: str, seconds: float, patience: float
) -> None:
    limits = Limits(seconds=seconds, seconds_per_byte=0, patience=patience)
    found = list(mapped(behave, [(what,), ("a",), ("b",)], [1] * 3, jobs=1, limits=limits))
    assert sorted(found, key=lambda each: each.index) == [Stopped(0, "time"), Done(1, "a"), Done(2, "b")]


@pytest.mark.parametrize("what", ["eat", "no-room", "system", "import"])
def test_an_input_that_takes_too_much_memory_is_stopped(what: str) -> None:
    found = list(mapped(behave, [(what,), ("a",)], [1] * 2, jobs=1, limits=LIMITS))
    assert sorted(found, key=lambda each: each.index) == [Stopped(0, "memory"), Done(1, "a")]


def test_a_worker_that_dies_takes_only_its_input_along() -> None:
    found = list(mapped(behave, [("die",), ("a",)], [1] * 2, jobs=1, limits=LIMITS))
    assert sorted(found, key=lambda each: each.index) == [Stopped(0, "memory"), Done(1, "a")]


def test_an_exception_is_our_bug_and_comes_with_the_workers_traceback() -> None:
    with pytest.raises(WorkerError, match="a bug"):
        list(mapped(behave, [("raise",)], [1], jobs=1, limits=LIMITS))


def slowly(word: str, seconds: float) -> str:
    time.sleep(seconds)
    return word


def test_an_answer_that_nobody_waited_for_is_not_given_to_the_next_who_asks() -> None:
    with Workers(slowly, limits=LIMITS) as workers:
        assert next(workers.map([("quick", 0), ("slow", 0.5)], [1] * 2, jobs=2)) == Done(0, "quick")
        found = list(workers.map([("a", 0), ("b", 0)], [1] * 2, jobs=2))
    assert sorted(found, key=lambda each: each.index) == [Done(0, "a"), Done(1, "b")]


def test_nothing_to_do_starts_nothing() -> None:
    assert list(mapped(double, [], [], jobs=2, limits=LIMITS)) == []
