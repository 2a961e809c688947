"""Work shared out over this process and copies of it, which hold all that it holds: so the function may be any."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import IO, Any, TypeVar

from backstory.engine.workers import WorkerError, start_method

Out = TypeVar("Out")
_BYTES = 8


class Counter:
    """A number that all processes forked from this one count up together.

    It stands in a pipe: who has read it is the only one who may write it anew.
    """

    def __init__(self) -> None:
        """From 0 on."""
        self._read, self._write = os.pipe()
        os.write(self._write, bytes(_BYTES))

    def add(self, amount: int) -> int:
        """Count up by `amount`; what the number was before."""
        before = int.from_bytes(os.read(self._read, _BYTES), "little")
        os.write(self._write, (before + amount).to_bytes(_BYTES, "little"))
        return before

    def close(self) -> None:
        """Give the pipe back."""
        os.close(self._read)
        os.close(self._write)


def forked(function: Callable[[int], Out], count: int, *, jobs: int) -> Iterator[tuple[int, Out]]:
    """`(number, function(number))` for every number below `count`, in whatever order they end.

    In `jobs` processes, this one among them; in this one alone where the system cannot fork safely. The results of the
    copies must be picklable, and come last. Raises an OSError of a copy, and WorkerError for any other exception in it
    and where it is ended.
    """
    following = Counter()
    with ExitStack() as ending:
        ending.callback(following.close)
        copies = []
        for _ in range(min(jobs, count) - 1 if start_method() == "fork" else 0):
            results = ending.enter_context(tempfile.TemporaryFile())
            arguments = (function, following, count, results, os.getpid())
            copy = multiprocessing.get_context("fork").Process(target=_copy, args=arguments, daemon=True)
            copy.start()
            ending.callback(copy.join)
            ending.callback(copy.kill)
            copies.append((copy, results))
        yield from ((number, function(number)) for number in _numbers(following, count))
        for copy, results in copies:
            copy.join()
            if copy.exitcode:
                raise WorkerError(f"a process was ended while it worked ({copy.exitcode})")
            yield from _answers(results)


def _numbers(following: Counter, count: int) -> Iterator[int]:
    while (number := following.add(1)) < count:
        yield number


def _copy(function: Callable[[int], Any], following: Counter, count: int, results: IO[bytes], parent: int) -> None:
    try:
        for number in _numbers(following, count):
            if os.getppid() != parent:
                return
            pickle.dump((number, function(number), None), results)
    except KeyboardInterrupt:
        return
    except OSError as error:
        pickle.dump((0, None, error), results)
    except Exception:  # noqa: BLE001 - a bug is carried to the parent whole
        pickle.dump((0, None, WorkerError(traceback.format_exc())), results)
    results.flush()


def _answers(results: IO[bytes]) -> Iterator[tuple[int, Any]]:
    results.seek(0)
    while True:
        try:
            number, value, error = pickle.load(results)  # noqa: S301 - of a process of our own
        except EOFError:
            return
        if error is not None:
            raise error
        yield number, value
