"""Work begun ahead: a process of its own does it with what others leave of the machine."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from typing import TypeVar

from backstory.engine.workers import start_method

Out = TypeVar("Out")
_YIELDING = 10


@contextmanager
def ahead(function: Callable[[], Out], *, jobs: int) -> Iterator[Callable[[], Out | None]]:
    """Begin `function()`. What this gives waits for its result: None where no process could work it out.

    That is so where `jobs` is 1, where the system cannot fork safely, and where the function raises: it is to be
    called again by whoever needs the result, and raises there. Leaving ends work that nobody waited for.
    """
    if jobs < 2 or start_method() != "fork":
        yield _nothing
        return
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, function), daemon=True)
    process.start()
    theirs.close()
    try:
        yield partial(_answer, ours)
    finally:
        process.kill()
        process.join()
        ours.close()


def _nothing() -> None:
    return None


def _answer(line: Connection) -> Out | None:
    try:
        result: Out = line.recv()
    except EOFError:
        return None
    return result


def _work(line: Connection, function: Callable[[], object]) -> None:
    os.nice(_YIELDING)
    with contextlib.suppress(Exception, KeyboardInterrupt):
        line.send(function())
