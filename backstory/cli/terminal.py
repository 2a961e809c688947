"""The terminal: whether to colour, and a progress bar for long builds."""

from __future__ import annotations

import os
import sys
import time
from typing import Any, TextIO

_PATIENCE = 1.0


def coloured(stream: TextIO) -> bool:
    """Whether text may have colours: the stream is a terminal, and NO_COLOR is not set (no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


class Progress:
    """A progress bar on standard error, shown after the first second, and only where that is a terminal."""

    def __init__(self, *, quiet: bool):
        """A bar that is never shown when `quiet`."""
        self._wanted = not quiet and sys.stderr.isatty()
        self._since = time.monotonic()
        self._bar: Any = None
        self._stage = ""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show `done` of `total` in `stage`; when all is done, the bar goes away."""
        if not self._wanted or time.monotonic() - self._since < _PATIENCE:
            return
        if stage != self._stage:
            self._close()
            from tqdm import tqdm

            self._stage = stage
            self._bar = tqdm(total=total, desc=stage, file=sys.stderr, leave=False, unit=" files")
        self._bar.update(done - self._bar.n)
        if done == total:
            self._close()

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None
