"""Checking a site after every change of its files, without a browser."""

from __future__ import annotations

import threading

from backstory.diagnostics import formatting
from backstory.pipeline import read_in_workers, read_stage
from backstory.pipeline.request import Request
from backstory.preview import watch
from backstory.preview.builder import Builder, Report

_LAST_WORDS = 5.0


def check_watch(request: Request, report: Report, *, poll: bool = False) -> None:
    """Check the site, and again after every change, until interrupted; `report` is told of each outcome that differs.

    With `poll` the files are looked through for changes. Raises KeyboardInterrupt when the author ends it.
    """
    with read_in_workers.kept_workers(read_stage.LIMITS) as workers:
        workers.hire()
        stop = threading.Event()
        builder = Builder(request, formatting.TextStyle(), report, stop)
        bursts = watch.changes(builder.folders, builder.ours, stop, polling=poll)
        next(bursts)
        builder.open()
        checking = threading.Thread(target=builder.check, daemon=True)
        checking.start()
        try:
            builder.follow(bursts, workers)
        finally:
            stop.set()
            checking.join(_LAST_WORDS)
