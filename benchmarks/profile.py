"""Where the time of a cold build goes: by stage and by function, all of it in one process."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from backstory.cli import run
from backstory.engine.workers import Done
from backstory.pipeline import read_in_workers
from benchmarks.generators.ours import CLONE

_FUNCTIONS = 40
_CALLERS = ("backstory/pipeline", "backstory/engine")
# A function as the profiler names it: file, line, name.
_Function = tuple[str, int, str]


def profiled(folder: Path) -> str:
    """Build a site without caches, and tell the seconds by the clock, which the profiler more than doubles."""
    setattr(read_in_workers, "mapped", _in_this_process)  # noqa: B010 - it is not this module's to offer
    profiler = cProfile.Profile()
    profiler.runcall(run, ["build", str(folder), "--fresh", "--jobs", "1", "--quiet"])
    stats: dict[_Function, Any] = pstats.Stats(profiler).stats  # type: ignore[attr-defined]
    whole = sum(own for _, _, own, _, _ in stats.values())
    stages = sorted(_stages(stats), reverse=True)
    rest = whole - sum(seconds for seconds, _ in stages)
    own = [(own, calls, function) for function, (_, calls, own, _, _) in stats.items()]
    below = [(below, calls, each) for each, (_, calls, _, below, _) in stats.items() if _in(each, "backstory")]
    lines = [f"{whole:8.2f} s  all", "", "by stage:"]
    lines += [f"{seconds:8.2f} s  {_name(function)}" for seconds, function in stages]
    lines += [f"{rest:8.2f} s  the rest: the pipeline and the engine themselves, imports"]
    lines += ["", "by function, without those it calls:", *_largest(own)]
    lines += ["", "by function, with those it calls:", *_largest(below)]
    return "\n".join(lines)


def _in_this_process(
    function: Callable[..., Any], inputs: Sequence[tuple[Any, ...]], *_sizes: object, **_limits: object
) -> Iterator[Done[Any]]:
    """Stands in for the worker processes, whose time a profiler does not see."""
    for index, each in enumerate(inputs):
        yield Done(index, function(*each))


def _stages(stats: Mapping[_Function, Any]) -> Iterator[tuple[float, _Function]]:
    """What the pipeline and the engine call in other packages of Backstory, with the seconds spent below it."""
    for function, (_, _, _, _, callers) in stats.items():
        if _in(function, "backstory") and not _in(function, *_CALLERS):
            seconds = sum(below for caller, (_, _, _, below) in callers.items() if _in(caller, *_CALLERS))
            if seconds:
                yield seconds, function


def _largest(functions: Iterable[tuple[float, int, _Function]]) -> list[str]:
    most = sorted(functions, reverse=True)[:_FUNCTIONS]
    return [f"{seconds:8.2f} s  {calls:9,} x  {_name(function)}" for seconds, calls, function in most]


def _in(function: _Function, *folders: str) -> bool:
    return function[0].startswith(tuple(f"{CLONE / folder}/" for folder in folders))


def _name(function: _Function) -> str:
    path, line, name = function
    short = path.removeprefix(f"{CLONE}/").rpartition("site-packages/")[2]
    return f"{name}  {short}:{line}"
