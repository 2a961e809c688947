"""What was measured with one corpus, and where and when; kept as JSON between runs."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from backstory import __version__
from benchmarks.builds import Built
from benchmarks.generators.ours import CLONE
from benchmarks.previews import Shown
from benchmarks.processes import Cost, LeftOut


def _revision() -> str:
    """The version, and in a clone the commit."""
    command = ["git", "-C", str(CLONE), "describe", "--always", "--dirty"]
    try:
        commit = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return __version__
    return f"{__version__} ({commit})"


def _machine() -> str:
    model = next(line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name"))
    memory = int(_lines("/proc/meminfo")[0].split()[1]) / 1_048_576
    return (
        f"{os.cpu_count()} processors ({model}), {memory:.0f} GB, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    )


def _lines(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8").splitlines()


@dataclass(slots=True)
class Results:
    """The results of a corpus: `rounds` of builds, and `saves` of each kind in previews.

    `titles` are the generators', by id; `pages` the HTML files that each wrote.
    """

    corpus: str
    rounds: int
    saves: int
    titles: dict[str, str]
    date: str = field(default_factory=lambda: datetime.now(UTC).date().isoformat())
    revision: str = field(default_factory=_revision)
    machine: str = field(default_factory=_machine)
    load: float = field(default_factory=lambda: os.getloadavg()[0])
    pages: dict[str, int] = field(default_factory=dict)
    builds: list[Built] = field(default_factory=list)
    previews: list[Shown] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def add(self, each: Built | Shown | LeftOut) -> None:
        """Take up a result."""
        if isinstance(each, Built):
            self.builds.append(each)
        elif isinstance(each, Shown):
            self.previews.append(each)
        else:
            self.left_out.append(each)

    def save(self, folder: Path) -> None:
        """Keep them in place of those of an earlier run with the same corpus."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{self.corpus}.json").write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")


def kept(folder: Path) -> list[Results]:
    """The results that are kept in a folder: the sample's, those of rising numbers of articles, the dataset's."""
    found = [_loaded(file) for file in folder.glob("*.json")]
    return sorted(found, key=lambda each: (each.corpus == "backings", each.corpus.isdigit(), each.corpus.zfill(9)))


def _loaded(file: Path) -> Results:
    kept = json.loads(file.read_text(encoding="utf-8"))
    builds: Iterable[Built] = (Built(**{**each, "cost": Cost(**each["cost"])}) for each in kept.pop("builds"))
    previews = (Shown(**each) for each in kept.pop("previews"))
    left_out = (LeftOut(**each) for each in kept.pop("left_out"))
    return Results(**kept, builds=list(builds), previews=list(previews), left_out=list(left_out))
