"""Worker processes: the same function over many inputs, each within its limits of time and memory."""

from __future__ import annotations

import errno
import math
import multiprocessing
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

Out = TypeVar("Out")
_ORPHAN_SECONDS = 2.0
_TOO_LONG = getattr(signal, "SIGXCPU", 0)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one input may cost: seconds of processor time by its size, `most` at most, and bytes of memory for the whole
    worker, 0 for any.

    Where the system cannot count processor time (Windows), and for a worker that sleeps, `patience` times as many
    seconds by the clock are the end: a busy machine must not make a page fail.
    """

    seconds: float = 2.0
    seconds_per_byte: float = 0.02 / 1024
    most: float = 8.0
    patience: float = 10
    memory: int = 2 * 1024**3

    def for_size(self, size: int) -> float:
        """The seconds of processor time an input of `size` bytes may take."""
        return max(self.seconds, min(self.seconds + size * self.seconds_per_byte, self.most))


@dataclass(frozen=True, slots=True)
class Done(Generic[Out]):
    """An input's result."""

    index: int
    value: Out


@dataclass(frozen=True, slots=True)
class Stopped:
    """An input whose worker was ended: it took too long (`time`) or too much memory (`memory`)."""

    index: int
    reason: str


class WorkerError(RuntimeError):
    """The function raised: a bug, with the worker's own traceback as text."""


def mapped(
    function: Callable[..., Out],
    inputs: Sequence[tuple[Any, ...]],
    sizes: Sequence[int],
    *,
    jobs: int,
    limits: Limits,
    prepare: Callable[[], None] | None = None,
) -> Iterator[Done[Out] | Stopped]:
    """`function(*input)` for every input in `jobs` processes, in whatever order they end.

    `function` must be importable by name, inputs and results picklable. Each worker runs `prepare` first, outside the
    limit of time. Raises WorkerError where the function raises.
    """
    with Workers(function, limits=limits, prepare=prepare) as workers:
        yield from workers.map(inputs, sizes, jobs=jobs)


def _shared_out(
    crew: Workers[Any],
    idle: list[Connection],
    inputs: Sequence[tuple[Any, ...]],
    sizes: Sequence[int],
    limits: Limits,
) -> Iterator[Done[Any] | Stopped]:
    waiting = iter(range(len(inputs)))
    busy = crew.busy
    left = len(inputs)
    while left:
        while idle and (index := next(waiting, None)) is not None:
            line = idle.pop()
            seconds = limits.for_size(sizes[index])
            line.send((seconds, inputs[index]))
            busy[line] = (index, time.monotonic() + seconds * limits.patience)
        now = time.monotonic()
        pause = max(0.0, min(deadline for _, deadline in busy.values()) - now)
        for line in _ready(busy, pause):
            index, _ = busy.pop(line)
            result = crew.answer(line, index)
            idle.append(line if isinstance(result, Done) else crew.replace(line))
            left -= 1
            yield result
        for line in [each for each, (_, deadline) in busy.items() if deadline <= time.monotonic()]:
            index, _ = busy.pop(line)
            idle.append(crew.replace(line))
            left -= 1
            yield Stopped(index, "time")


def _ready(busy: dict[Connection, tuple[int, float]], pause: float) -> list[Connection]:
    answering = wait(list(busy), pause if math.isfinite(pause) else None)
    return [line for line in busy if line in answering]


class Workers(Generic[Out]):
    """Worker processes for one function, kept between calls of `map`: use it as a context."""

    def __init__(
        self, function: Callable[..., Out], *, limits: Limits, prepare: Callable[[], None] | None = None
    ) -> None:
        """No process is begun before the first input. See `mapped`."""
        self._function = function
        self._prepare = prepare
        self._limits = limits
        self._workers: dict[Connection, Any] = {}
        self.busy: dict[Connection, tuple[int, float]] = {}

    def __enter__(self) -> Workers[Out]:
        return self

    def __exit__(self, *_: object) -> None:
        for line in list(self._workers):
            self._end(line)

    def map(
        self, inputs: Sequence[tuple[Any, ...]], sizes: Sequence[int], *, jobs: int
    ) -> Iterator[Done[Out] | Stopped]:
        """As `mapped`. Workers whose answers nobody waited for the last time are replaced."""
        if not inputs:
            return
        for line in [*self.busy]:
            del self.busy[line]
            self._end(line)
        while len(self._workers) < min(jobs, len(inputs)):
            self.hire()
        yield from _shared_out(self, list(self._workers), inputs, sizes, self._limits)

    def hire(self) -> Connection:
        context: Any = multiprocessing.get_context(start_method())
        ours: Connection
        ours, theirs = context.Pipe()
        worker = context.Process(
            target=_work, args=(theirs, self._function, self._prepare, self._limits.memory), daemon=True
        )
        worker.start()
        theirs.close()
        self._workers[ours] = worker
        return ours

    def answer(self, line: Connection, index: int) -> Done[Any] | Stopped:
        try:
            kind, value = line.recv()
        except (EOFError, ConnectionResetError):
            worker = self._workers[line]
            worker.join()
            return Stopped(index, "time" if worker.exitcode == -_TOO_LONG else "memory")
        if kind == "raised":
            raise WorkerError(value)
        return Done(index, value) if kind == "done" else Stopped(index, kind)

    def replace(self, line: Connection) -> Connection:
        self._end(line)
        return self.hire()

    def _end(self, line: Connection) -> None:
        worker = self._workers.pop(line)
        worker.kill()
        worker.join()
        line.close()


def start_method() -> str:
    """Forking is fast and safe only while nothing else runs in this process."""
    if sys.platform != "linux":
        return "spawn"
    return "fork" if threading.active_count() == 1 else "forkserver"


def _work(line: Connection, function: Callable[..., Any], prepare: Callable[[], None] | None, memory: int) -> None:
    prepare = prepare or _ready_at_once
    parent = os.getppid()
    while True:
        try:
            # A parent that was killed closes its end of the line, but a process forked later may hold it open too.
            while not line.poll(_ORPHAN_SECONDS):
                if os.getppid() != parent:
                    return
            seconds, arguments = line.recv()
        except (EOFError, KeyboardInterrupt):
            return
        try:
            prepare()
            prepare = _ready_at_once
            _limit_memory(memory)
            _limit_time(seconds)
            answer = ("done", function(*arguments))
        except KeyboardInterrupt:
            return
        except Exception as error:  # noqa: BLE001 - a bug is carried to the parent whole
            _lift_memory()
            answer = ("memory", None) if _for_want_of_memory(error) else ("raised", traceback.format_exc())
        line.send(answer)


def _for_want_of_memory(error: Exception) -> bool:
    """Whether this is what becomes of too little memory; C code that gets none does not always say so plainly."""
    if isinstance(error, OSError | ImportError):
        return os.strerror(errno.ENOMEM) in str(error)
    return isinstance(error, MemoryError | SystemError)


def _ready_at_once() -> None:
    """What is to be done before an input when nothing is left to prepare."""


def _limit_time(seconds: float) -> None:
    """The system ends this process when it has used so much more processor time."""
    if sys.platform == "win32" or math.isinf(seconds):
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    limit = math.ceil(used.ru_utime + used.ru_stime + seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


def _limit_memory(memory: int) -> None:
    if sys.platform == "win32" or not memory:
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or memory < hard:
        # macOS refuses the limit for some sizes; the time limit holds there all the same.
        try:
            resource.setrlimit(resource.RLIMIT_AS, (memory, hard))
        except ValueError:
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _lift_memory() -> None:
    """Without the limit, for that the answer takes memory too."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
