"""What a build is asked for, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from backstory.diagnostics import Diagnostic, Severity
from backstory.diagnostics.formatting import Lines

Progress = Callable[[str, int, int], None]
"""Told of a stage's name, how much of it is done, and of how much."""


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


Found = Callable[[tuple[Diagnostic, ...], Lines], None]
"""Told what the stages before rendering found, in order, as soon as they are done, with the lines of the files."""


def unheard(found: tuple[Diagnostic, ...], lines: Lines) -> None:
    """Findings that nobody waits for."""


def go_on() -> None:
    """Nothing ends the work early."""


def no_lines(_path: str) -> Sequence[str]:
    """The lines of files that nobody shows."""
    return ()


@dataclass(frozen=True, slots=True)
class Request:
    """A build: of which site, when, with which flags.

    `output` None publishes nothing. `now_ns` is when the build begins, in nanoseconds since 1970: files touched later
    are never taken as unchanged. `epoch`, in seconds, stands for the present in its stead (SOURCE_DATE_EPOCH): its day
    at the site decides which articles are still to come, and is never printed. `cache` None remembers nothing, for the
    reason in `uncached`. `compiled_templates` is a folder that nobody else can write, None for memory alone.
    """

    site: Path
    cache: Path | None
    epoch: int | None = None
    compiled_templates: Path | None = None
    now_ns: int = 0
    output: Path | None = None
    base_url: str | None = None
    drafts: bool = False
    future: bool = False
    strict: bool = False
    fresh: bool = False
    offline: bool = False
    jobs: int = 1
    uncached: str = ""
    progress: Progress = silent
    found: Found = unheard

    @property
    def choices(self) -> tuple[str | bool | None, ...]:
        """What in it decides the site and its diagnostics."""
        return (
            self.base_url, self.drafts, self.future, self.strict, self.offline,
        )  # fmt: skip

    @property
    def moment(self) -> int:
        """The moment whose day is today, in seconds since 1970."""
        return self.now_ns // 10**9 if self.epoch is None else self.epoch


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers of a build's summary."""

    files: int = 0
    read: int = 0
    pages: int = 0
    rendered: int = 0
    removed: int = 0
    drafts: int = 0
    future: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build found and did.

    `kept` are files of removed pages that somebody changed; `changed` the files of the site that are new or different;
    `lines` those of the site's files, as the build read them; `uncached` why nothing is remembered for the next build.
    """

    diagnostics: tuple[Diagnostic, ...]
    counts: Counts
    published: bool = False
    kept: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    lines: Lines = field(default=no_lines, compare=False, repr=False)
    uncached: str = ""

    @property
    def failed(self) -> bool:
        """Whether an error keeps the site from being published."""
        return any(each.severity is Severity.ERROR for each in self.diagnostics)
