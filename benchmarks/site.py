"""What whole builds cost: made-up sites and the sample, cold, with nothing to do, and stage by stage.

usage: python -m benchmarks.site [sample] [backings] [aliases] [articles-100] [articles-1000]

Run from the repository's folder. Seconds of processor time count the worker processes as well; on a busy machine they
say more than the clock. The peak of memory is that of the largest process.
"""

from __future__ import annotations

import gzip
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import sites

ROOT = Path(__file__).parent.parent
SITES: dict[str, Callable[[Path], None]] = {
    "backings": sites.backings,
    "aliases": sites.aliases,
    "articles-100": lambda folder: sites.articles(folder, count=100),
    "articles-1000": lambda folder: sites.articles(folder, count=1_000),
}
# The verbs of a build, as `_profiled` finds them: module, name.
STAGES = (
    ("backstory.pipeline.discovery", "look"),
    ("backstory.pipeline.read_stage", "read"),
    ("backstory.assembling", "model"),
    ("backstory.linking", "link"),
    ("backstory.checking", "check"),
    ("backstory.pipeline.plan_stage", "plan"),
    ("backstory.pipeline.publish_stage", "produce"),
    ("backstory.pipeline.publish_stage", "publish"),
    ("backstory.pipeline.nothing_to_do", "recalled"),
)


def main() -> None:
    """Measure the sites asked for, by default the sample and the dataset."""
    if sys.argv[1:2] == ["--stages"]:
        _stages(sys.argv[2:])
        return
    for name in sys.argv[1:] or ["sample", "backings"]:
        with tempfile.TemporaryDirectory() as folder:
            site = ROOT if name == "sample" else Path(folder) / "site"
            if name != "sample":
                SITES[name](site)
            _measured(name, site, Path(folder))


def _measured(name: str, site: Path, folder: Path) -> None:
    build = ["build", str(site), "--output", str(folder / "output"), "--cache", str(folder / "cache"), "--quiet"]
    print(f"{name}:")
    for title in ("cold", "nothing to do"):
        spent, wall, memory, code = _run([sys.executable, "-m", "backstory", *build])
        print(f"  {title:14} {spent:6.2f} s of processor {wall:6.2f} s {memory:5.0f} MB  exit {code}")
    files = [path for path in (folder / "output").rglob("*") if path.is_file()]
    pages = {path: len(gzip.compress(path.read_bytes())) for path in files if path.suffix == ".html"}
    if pages:
        largest = max(pages, key=lambda path: pages[path])
        size = sum(path.stat().st_size for path in files) / 1e6
        where = largest.relative_to(folder / "output").as_posix()
        print(f"  {len(pages)} pages, {size:.1f} MB; the largest is {where}: {pages[largest] / 1e3:.1f} KB gzipped")
    subprocess.run([sys.executable, "-m", "benchmarks.site", "--stages", *build, "--fresh"], cwd=ROOT, check=False)


def _run(command: list[str]) -> tuple[float, float, float, int]:
    """Seconds of processor time and by the clock, megabytes, and the exit code of a command."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - begin
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, process.returncode


def _stages(arguments: list[str]) -> None:
    """Build in this process with a watch on every stage. A stage's time holds that of the stages it calls."""
    import importlib

    from backstory.cli import run

    spent: dict[str, float] = {}
    for module, name in STAGES:
        place = importlib.import_module(module)
        setattr(place, name, _watched(name, getattr(place, name), spent))
    begin = _processor()
    code = _silently(lambda: run(arguments))
    spent["all"] = _processor() - begin
    print("  " + "  ".join(f"{name} {seconds:.2f}" for name, seconds in spent.items()), f" exit {code}")


def _watched(name: str, stage: Callable[..., Any], spent: dict[str, float]) -> Callable[..., Any]:
    def watched(*given: Any, **named: Any) -> Any:
        begin = _processor()
        try:
            return stage(*given, **named)
        finally:
            spent[name] = spent.get(name, 0.0) + _processor() - begin

    return watched


def _silently(work: Callable[[], int]) -> int:
    import contextlib
    import io

    with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):
        return work()


def _processor() -> float:
    """Seconds of processor time of this process and of those it waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    main()
