"""The preview measured: from a save to the new words over HTTP, the first page, and what it costs to do nothing.

A save is timed from the moment the new file stands in its place. The page is asked for every few milliseconds until the
new words are in it.
"""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException

from benchmarks import edits, processes
from benchmarks.edits import Edit
from benchmarks.generators.ours import OURS
from benchmarks.processes import CommandFailed, LeftOut, Process
from benchmarks.site_folder import Site

FIRST, FINDING, IDLE, MEMORY = "first page", "finding", "idle", "memory"
SAVES = (edits.BODY, edits.TITLE, edits.ACTOR)
_PAUSE = 0.005
_LONGEST = 600.0
# Saves of one kind are not repeated for longer than this.
_ENOUGH = 90.0
_LONGEST_REST = 30.0
# Processor time is told in hundredths of a second; a server that does nothing may use one now and then.
_AT_REST = 0.02
# Nothing is done for so many seconds, for each save of a kind.
_IDLE = 0.5


@dataclass(frozen=True, slots=True)
class Shown:
    """What one measurement of a preview gave a generator.

    Seconds; for `idle` the share of one processor, for `memory` MB.
    """

    generator: str
    case: str
    value: float


def measured(site: Site, saves: int) -> Iterator[Shown | LeftOut]:
    """A preview's first page at its second start, `saves` saves of each kind, and what it takes when nobody saves."""
    id_ = site.generator.id
    try:
        with _preview(site) as preview:
            preview.first_page()
            preview.rest()
        with _preview(site) as preview:
            yield Shown(id_, FIRST, preview.first_page())
            preview.rest()
            yield from (Shown(id_, case, seconds) for case, seconds in _saved(site, preview, saves))
            yield Shown(id_, IDLE, preview.idle(_IDLE * saves))
            yield Shown(id_, MEMORY, preview.process.memory())
    except CommandFailed as failure:
        yield LeftOut(id_, str(failure))


def _saved(site: Site, preview: _Preview, saves: int) -> Iterator[tuple[str, float]]:
    """Cases, and the seconds from a save until it is seen."""
    for kind in SAVES:
        made = [edits.edit(site, kind, number) for number in range(saves)]
        for seconds in _each_seen([edit for edit in made if edit], preview, preview.page_shows):
            yield kind, seconds
    if site.generator is OURS:
        made = [edits.mistaken(site, number) for number in range(saves)]
        for seconds in _each_seen([edit for edit in made if edit], preview, preview.panel_shows):
            yield FINDING, seconds


def _each_seen(made: Sequence[Edit], preview: _Preview, seen: Callable[[Edit], bool]) -> Iterator[float]:
    """Save one edit after the other, and put the file back in the end."""
    begin = time.perf_counter()
    for edit in made:
        yield preview.seconds_from(edit, seen)
        if edit is made[-1] or time.perf_counter() - begin > _ENOUGH:
            preview.undone(edit, seen)
            return


class _Preview:
    """A preview that runs."""

    def __init__(self, site: Site, process: Process, port: int):
        self.process = process
        self._site = site
        self._begin = time.perf_counter()
        self._connection = HTTPConnection("127.0.0.1", port, timeout=_LONGEST)

    def first_page(self) -> float:
        """Seconds from the start of the command until it shows a page."""
        route = _a_page(self._site)
        return self._seconds_until(self._begin, lambda: "</html>" in self._text(route))

    def seconds_from(self, edit: Edit, seen: Callable[[Edit], bool]) -> float:
        """Save, and the seconds until that is seen."""
        edit.make()
        seconds = self._seconds_until(time.perf_counter(), lambda: seen(edit))
        self.rest()
        return seconds

    def undone(self, edit: Edit, seen: Callable[[Edit], bool]) -> None:
        """Put the file back, and wait until that is seen."""
        edit.undo()
        self._seconds_until(time.perf_counter(), lambda: not seen(edit))
        self.rest()

    def page_shows(self, edit: Edit) -> bool:
        """Whether the page of an edit has its mark."""
        return edit.mark in self._text(edit.route)

    def panel_shows(self, edit: Edit) -> bool:
        """Whether Backstory's panel of what is wrong names the mark."""
        return edit.mark in json.loads(self._text("__preview/problem"))["problem"]

    def rest(self) -> None:
        """Wait until nothing is left to do, so that a save does not pay for the one before."""
        end = time.monotonic() + _LONGEST_REST
        before, now = -1.0, self.process.cpu()
        while now - before > _AT_REST and time.monotonic() < end:
            time.sleep(0.3)
            before, now = now, self.process.cpu()

    def idle(self, seconds: float) -> float:
        """The share of a processor that it takes while nobody does anything for so many seconds."""
        before = self.process.cpu()
        time.sleep(seconds)
        return (self.process.cpu() - before) / seconds

    def _seconds_until(self, begin: float, seen: Callable[[], bool]) -> float:
        while not seen():
            if not self.process.runs() or time.perf_counter() - begin > _LONGEST:
                raise CommandFailed(f"the preview ended, or did not show a change\n{self.process.said()}")
            time.sleep(_PAUSE)
        return time.perf_counter() - begin

    def _text(self, route: str) -> str:
        """The text of a page; "" while there is none."""
        try:
            self._connection.request("GET", "/" + route)
            response = self._connection.getresponse()
            text = response.read().decode(errors="replace")
        except (OSError, HTTPException):
            self._connection.close()
            return ""
        return text if response.status == 200 else ""


@contextmanager
def _preview(site: Site) -> Iterator[_Preview]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with processes.running(
        site.command(site.generator.serve, port), site.folder, site.generator.environment
    ) as process:
        yield _Preview(site, process, port)


def _a_page(site: Site) -> str:
    """The route of an article, or the home page of a site without articles."""
    edit = edits.edit(site, edits.BODY, 0)
    return edit.route if edit else ""
