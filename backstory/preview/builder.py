"""The builder: makes the site anew after a change, and holds what is shown."""

from __future__ import annotations

import asyncio
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from livereload.handlers import LiveReloadHandler

from backstory import pipeline
from backstory.diagnostics import formatting
from backstory.engine.lock import Held
from backstory.pipeline import engine_version
from backstory.pipeline.request import Outcome, Request, Tree
from backstory.preview.shown_site import Shown

_PAUSE = 0.2
Report = Callable[[Outcome], None]


class Builder:
    """Builds until `stop` is set, and holds the last good site and what keeps a newer one away."""

    def __init__(
        self,
        request: Request,
        lines: formatting.Lines,
        look: formatting.TextStyle,
        report: Report,
        stop: threading.Event,
    ):
        """`report` is told of every build."""
        self.request = request
        self.shown = Shown()
        self.stop = stop
        self._lines, self._look, self._report = lines, look, report

    @property
    def folders(self) -> tuple[Path, ...]:
        """What to watch: the site, and the theme where it stands elsewhere."""
        site = self.request.site.resolve()
        themes = (folder.resolve() for folder in engine_version.theme())
        return (site, *(each for each in themes if each.is_dir() and site not in each.parents))

    @property
    def ours(self) -> tuple[Path, ...]:
        """What builds write, and what is therefore not watched."""
        return (self.request.site / "output", self.request.cache)

    def build(self) -> tuple[str, ...]:
        """Build, and show what came of it; the files of the site that changed.

        Whatever happens, the preview goes on with the last good site.
        """
        try:
            outcome = self._built()
        except OSError as error:
            return self._stuck(f"The site could not be built: {error}")
        except Exception:  # noqa: BLE001 - our bug must not end the author's session
            return self._stuck("A bug in Backstory, not a mistake of yours:\n" + traceback.format_exc())
        if outcome is None:
            return ()
        self._report(outcome)
        if outcome.failed:
            self._show(self.shown.tree, formatting.text(outcome.diagnostics, self._lines, self._look))
            return ()
        if outcome.changed or self.shown.problem:
            self._show(outcome.tree, "")
        return outcome.changed

    def _built(self) -> Outcome | None:
        """What came of a build; None when the preview ended before another one let us begin."""
        waiting = False
        while not self.stop.is_set():
            try:
                return pipeline.preview(replace(self.request, now_ns=time.time_ns()), self.shown.tree)
            except Held:
                if not waiting:
                    print("Another build of this site is at work; waiting for it ...", file=sys.stderr, flush=True)
                waiting = True
                self.stop.wait(_PAUSE)
        return None

    def _stuck(self, problem: str) -> tuple[str, ...]:
        print(problem, file=sys.stderr, flush=True)
        self._show(self.shown.tree, problem)
        return ()

    def _show(self, tree: Tree, problem: str) -> None:
        if tree is not self.shown.tree or problem != self.shown.problem:
            self.shown = Shown(tree, problem, time.time_ns())


def follow(builder: Builder, bursts: Iterator[tuple[str, ...]], loop: asyncio.AbstractEventLoop) -> None:
    """Build after each burst of changes, and tell the browsers what to load again."""
    for _burst in bursts:
        before = builder.shown
        changed = builder.build()
        now = builder.shown
        if now.problem != before.problem:
            loop.call_soon_threadsafe(LiveReloadHandler.reload_waiters, "/")
        elif changed:
            loop.call_soon_threadsafe(LiveReloadHandler.reload_waiters, news(changed, before.tree, now.tree))


def news(changed: tuple[str, ...], before: Tree, now: Tree) -> str:
    """What the browser is told: a style sheet alone is swapped in place, anything else loads the page again."""
    (first, *more) = changed
    swapped = not more and first.endswith(".css") and first in before.data and first in now.data
    return f"/{first}" if swapped else "/"
