"""Running a command, and what it costs: seconds by the clock, seconds of processor time, and memory.

Processor time and memory are those of all its processes. Linux tells them, in /proc (proc(5)).
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_LONGEST = 1_800.0
# Memory is sampled so often that looking takes a tenth of a processor at most.
_SAMPLING_SHARE = 10
_SHORTEST_PAUSE = 0.01
# With the bytecode that a Python of every day keeps.
_SETTINGS = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
_TICKS = os.sysconf("SC_CLK_TCK")


class CommandFailed(RuntimeError):
    """A command failed, with the end of what it printed."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A generator, by its id, that cannot be measured, or not further, and why."""

    generator: str
    reason: str


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds by the clock, seconds of processor time, and the most memory at once in MB.

    Memory is the proportional set size (PSS): a page that several processes share counts once.
    """

    wall: float
    cpu: float
    memory: float


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command to its end in a folder. Raises CommandFailed where its exit code is not 0."""
    begin = time.perf_counter()
    with running(command, folder, environment) as process:
        memory = _PeakMemory(process.id)
        killer = threading.Timer(_LONGEST, os.killpg, (process.id, signal.SIGKILL))
        killer.daemon = True
        killer.start()
        code, used = process.waited_for()
        wall = time.perf_counter() - begin
        killer.cancel()
        peak = memory.taken()
        if code:
            raise CommandFailed(f"{' '.join(command)} ended with {code}\n{process.said()}")
        return Cost(wall, used.ru_utime + used.ru_stime, peak)


@contextmanager
def running(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Iterator[Process]:
    """A command that runs in a folder until the block ends, or itself."""
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            command, cwd=folder, env={**_SETTINGS, **environment}, stdout=log, stderr=log, start_new_session=True
        )
        try:
            yield Process(process, log)
        finally:
            _end(process)


@dataclass(frozen=True, slots=True)
class Process:
    """A command that runs, and all its processes."""

    _started: subprocess.Popen[bytes]
    _log: IO[bytes]

    @property
    def id(self) -> int:
        """The id of its first process, and of their group."""
        return self._started.pid

    def runs(self) -> bool:
        """Whether it has not ended yet."""
        return self._started.poll() is None

    def waited_for(self) -> tuple[int, resource.struct_rusage]:
        """Its exit code, and what all processes used that it waited for itself."""
        _, status, used = os.wait4(self.id, 0)
        self._started.returncode = os.waitstatus_to_exitcode(status)
        return self._started.returncode, used

    def said(self) -> str:
        """The end of what it printed."""
        self._log.seek(0)
        return self._log.read().decode(errors="replace")[-2_000:]

    def cpu(self) -> float:
        """Seconds of processor time that it has used so far."""
        return sum(map(_cpu_of_one, _family(self.id)))

    def memory(self) -> float:
        """Its proportional set size now, in MB."""
        return _memory(self.id)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End all processes of a command, politely first."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)


def _memory(pid: int) -> float:
    return sum(map(_pss, _family(pid))) * 1_024 / 1_000_000


class _PeakMemory(threading.Thread):
    """Looks at the memory of a process until asked for the most it saw."""

    def __init__(self, pid: int):
        super().__init__(daemon=True)
        self._pid = pid
        self._peak = 0.0
        self._ended = threading.Event()
        self.start()

    def run(self) -> None:
        pause = _SHORTEST_PAUSE
        while not self._ended.wait(pause):
            begin = time.perf_counter()
            self._peak = max(self._peak, _memory(self._pid))
            pause = max(_SHORTEST_PAUSE, _SAMPLING_SHARE * (time.perf_counter() - begin))

    def taken(self) -> float:
        self._ended.set()
        self.join()
        return self._peak


def _family(pid: int) -> list[int]:
    """A process and all below it that still run."""
    family = [pid]
    for each in family:
        for children in Path(f"/proc/{each}/task").glob("*/children"):
            with suppress(OSError):
                family += map(int, children.read_text().split())
    return family


def _pss(pid: int) -> float:
    """The proportional set size of one process, in KiB."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return float(line.split()[1])
    return 0.0


def _cpu_of_one(pid: int) -> float:
    with suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / _TICKS
    return 0.0
