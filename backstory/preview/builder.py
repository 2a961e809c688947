"""The builder: moves the site on after a change, has it checked, and holds what is shown."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from backstory import pipeline
from backstory.diagnostics import Severity, formatting
from backstory.engine.lock import Held
from backstory.engine.workers import Workers
from backstory.pipeline import engine_version, session
from backstory.pipeline.request import Outcome, Request
from backstory.pipeline.version import Version
from backstory.preview.shown_site import Problem, Shown
from backstory.reading import ChangedError

_PAUSE = 0.2
Report = Callable[[Outcome], None]
Tell = Callable[[frozenset[str]], None]
"""Tells the browsers to look again; given the style sheets and files that changed beside the pages."""


class _GivenUp(Exception):
    """A check that nobody needs any more, because a newer version is there or on its way."""


class Builder:
    """Moves a site on with its changes until `stop` is set.

    A new version is shown at once; when it is checked and has errors, the last good one is shown again, with what is
    wrong over it. Where there was no good one yet, what can be shown of the new one stays.
    """

    def __init__(
        self,
        request: Request,
        style: formatting.TextStyle,
        report: Report,
        stop: threading.Event,
        clock: Callable[[], int] = time.time_ns,
    ):
        """`report` is told of every version that was checked; `clock` gives the time in nanoseconds since 1970."""
        self.request = request
        self.shown = Shown()
        self.stop = stop
        self.tell: Tell = _nobody
        self._style, self._report, self._clock = style, report, clock
        self._latest: Version | None = None
        self._good: Version | None = None
        self._told: Outcome | None = None
        self._missed: frozenset[str] = frozenset()
        self._unchecked, self._moving = threading.Event(), threading.Event()
        self._turn = threading.Lock()

    @property
    def folders(self) -> tuple[Path, ...]:
        """What to watch: the site, and the theme where it stands elsewhere."""
        site = self.request.site.resolve()
        themes = (folder.resolve() for folder in engine_version.theme())
        return (site, *(each for each in themes if each.is_dir() and site not in each.parents))

    @property
    def ours(self) -> tuple[Path, ...]:
        """What builds write, and what is therefore not watched."""
        return (self.request.site / "output", *((self.request.cache,) if self.request.cache else ()))

    def open(self) -> None:
        """Read the site. Whatever happens, the preview goes on."""
        self._guarded(self._opened)

    def follow(self, bursts: Iterable[tuple[str, ...]], workers: Workers[bytes | None]) -> None:
        """Move the site on after each burst of changes; the paths of a burst are whole."""
        for burst in bursts:
            self._moving.set()
            self._guarded(lambda paths=burst: self._moved_on(paths, workers))  # type: ignore[misc]
            self._moving.clear()

    def check(self) -> None:
        """Check the latest version whenever there is one that is not checked, until `stop` is set."""
        while not self.stop.is_set():
            if self._unchecked.wait(_PAUSE):
                self._unchecked.clear()
                self._guarded(self._checked)

    def answered(self, shown: Shown) -> None:
        """Have the site checked once more where a page that was asked for is at fault by its template."""
        if shown.version is not None and shown.version.faulty and not shown.problem:
            self._unchecked.set()

    def _opened(self) -> Version | None:
        """The site as it is; None when the preview ended before another build let us begin."""
        waiting = False
        while not self.stop.is_set():
            try:
                return pipeline.steadily(self.request, self._read)
            except ChangedError:
                self.stop.wait(_PAUSE)
            except Held:
                if not waiting:
                    print("Another build of this site is at work; waiting for it ...", file=sys.stderr, flush=True)
                waiting = True
                self.stop.wait(_PAUSE)
        return None

    def _read(self, asked: Request) -> Version:
        request = replace(asked, now_ns=self._clock())
        with pipeline.memory_of(request) as memory:
            return session.opened(request, memory)

    def _moved_on(self, paths: tuple[str, ...], workers: Workers[bytes | None]) -> Version | None:
        """The site after what was written to `paths`, and to those of earlier bursts that could not be read."""
        if self._latest is None:
            return self._opened()
        self._missed |= _below(self.request.site, paths)
        if not self._missed and not session.is_new_day(self._latest, self._clock()):
            return None
        while not self.stop.is_set():
            try:
                version = session.changed(self._latest, self._missed, self._clock(), workers)
            except ChangedError:
                # A file is written all the time; it is whole sooner or later.
                self.stop.wait(_PAUSE)
            else:
                self._missed = frozenset()
                return version
        return None

    def _checked(self) -> None:
        """Check the latest version: if it has errors, show the last good one with what is wrong."""
        version = self._latest
        if version is None:
            return
        try:
            outcome = version.outcome(partial(self._go_on, version))
        except _GivenUp:
            return
        with self._turn:
            if version is not self._latest:
                return
            if outcome.failed:
                self._show(self._good or version, self._problem(outcome))
            else:
                self._good = version
                self._show(version, None)
        if outcome != self._told:
            self._told = outcome
            self._report(outcome)

    def _go_on(self, version: Version) -> None:
        if version is not self._latest or self._moving.is_set() or self.stop.is_set():
            raise _GivenUp

    def _problem(self, outcome: Outcome) -> Problem:
        """The errors, which keep the new version away, apart from what may stay as it is."""
        errors = [each for each in outcome.diagnostics if each.severity is Severity.ERROR]
        others = [each for each in outcome.diagnostics if each.severity is Severity.WARNING]
        others += [each for each in outcome.diagnostics if each.severity is Severity.NOTE]
        first, rest = (formatting.text(found, outcome.lines, self._style) for found in (errors, others))
        return Problem(first, rest, formatting.tally(others))

    def _guarded(self, work: Callable[[], Version | None]) -> None:
        try:
            version = work()
        except OSError as error:
            self._stuck(f"The site could not be built: {error}")
            return
        except Exception:  # noqa: BLE001 - our bug must not end the author's session
            self._stuck("A bug in Backstory, not a mistake of yours:\n" + traceback.format_exc())
            return
        if version is not None:
            self._take(version)

    def _take(self, version: Version) -> None:
        with self._turn:
            before, self._latest = self._latest, version
            # A mistake is not gone before the new version is checked: its text stays over the last good site.
            if not self.shown.problem:
                self._show(version, None, _copied(before, version))
        self._unchecked.set()

    def _stuck(self, problem: str) -> None:
        print(problem, file=sys.stderr, flush=True)
        with self._turn:
            self._show(self.shown.version, Problem(problem))

    def _show(self, version: Version | None, problem: Problem | None, files: frozenset[str] = frozenset()) -> None:
        shown = Shown(version, problem)
        if shown != self.shown:
            self.shown = shown
            self.tell(files)


def _nobody(_files: frozenset[str]) -> None:
    """No browser is told yet."""


def _below(site: Path, paths: Iterable[str]) -> frozenset[str]:
    """The paths relative to the site's folder, with forward slashes; those elsewhere, such as a theme's, whole."""
    root = site.resolve()
    places = (Path(path) for path in paths)
    return frozenset((p.relative_to(root) if p.is_relative_to(root) else p).as_posix() for p in places)


def _copied(before: Version | None, after: Version) -> frozenset[str]:
    """The files that are copied as they are, and assets by their names, that differ between two versions."""
    if before is None:
        return frozenset()
    then, now = before.known.seen.snapshot, after.known.seen.snapshot
    assets = {name for name, file in now.assets.items() if then.assets.get(name) != file}
    files = {path for path, file in now.files.items() if path in then.files and then.files[path].digest != file.digest}
    return frozenset((*(f"assets/{name}" for name in assets), *files))
