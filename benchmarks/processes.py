"""Running a command, and what it costs: seconds by the clock, seconds of processor time, and memory.

Processor time and memory are those of all its processes. Linux tells them, in /proc (proc(5)).
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_LONGEST = 1_800.0
# Memory is sampled so often that looking takes a tenth of a processor at most.
_SAMPLING_SHARE = 10
_SHORTEST_PAUSE = 0.01
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
    with tempfile.TemporaryFile() as log:
        begin = time.perf_counter()
        process = _started(command, folder, environment, log.fileno())
        memory = _PeakMemory(process.pid)
        killer = threading.Timer(_LONGEST, lambda: end(process))
        killer.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        killer.cancel()
        peak = memory.taken()
        if process.returncode:
            log.seek(0)
            said = log.read().decode(errors="replace")[-2_000:]
            raise CommandFailed(f"{' '.join(command)} ended with {process.returncode}\n{said}")
        return Cost(wall, used.ru_utime + used.ru_stime, peak)


@contextmanager
def running(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A command that runs until the block ends."""
    with tempfile.TemporaryFile() as log:
        process = _started(command, folder, environment, log.fileno())
        try:
            yield process
        finally:
            end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """End a command and all its processes, politely first."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)


def cpu(pid: int) -> float:
    """Seconds of processor time that a process and its children have used so far."""
    return sum(map(_cpu_of_one, _family(pid)))


def memory(pid: int) -> float:
    """The proportional set size of a process and its children, in MB."""
    return sum(map(_pss, _family(pid))) / 1_000


def _started(command: Sequence[str], folder: Path, environment: Mapping[str, str], log: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command, cwd=folder, env={**os.environ, **environment}, stdout=log, stderr=log, start_new_session=True
    )


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
            self._peak = max(self._peak, memory(self._pid))
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
