"""Changes to the site's files, as the operating system tells them; watchfiles' doorway."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from watchfiles import Change, watch

_QUIET_MS = 40
_LONGEST_MS = 300
_BEGUN_MS = 60
_PASSED_OVER = frozenset({".git", ".venv", ".cache", "node_modules", "__pycache__"})


def changes(folders: tuple[Path, ...], ours: tuple[Path, ...], stop: threading.Event) -> Iterator[tuple[str, ...]]:
    """The paths of each burst of changes below `folders`, until `stop` is set.

    The first burst is empty and says that watching has begun: from there on no edit is lost, for what changes while
    the caller is at work is kept for the next burst. What is written into `ours` (output, cache) is passed over.
    """
    try:
        yield from _bursts(folders, ours, stop, polling=None)
    except OSError as error:
        if not all(folder.is_dir() for folder in folders):
            raise
        print(f"The system cannot watch so many files ({error}); they are looked through instead.", file=sys.stderr)
        yield from _bursts(folders, ours, stop, polling=True)


def _bursts(
    folders: tuple[Path, ...], ours: tuple[Path, ...], stop: threading.Event, *, polling: bool | None
) -> Iterator[tuple[str, ...]]:
    begun = False
    for burst in watch(
        *folders,
        watch_filter=wanted(folders, ours),
        step=_QUIET_MS,
        debounce=_LONGEST_MS,
        stop_event=stop,
        rust_timeout=_BEGUN_MS,
        yield_on_timeout=True,
        force_polling=polling,
    ):
        if not begun:
            begun = True
            yield ()
        if burst:
            yield tuple(sorted({path for _, path in burst}))


def wanted(folders: tuple[Path, ...], ours: tuple[Path, ...]) -> Callable[[Change, str], bool]:
    """Whether a changed path can change the site: not what we wrote, nor what tools and editors leave beside it."""
    mine = tuple(each.resolve() for each in ours)

    def look(_change: Change, path: str) -> bool:
        place = Path(path)
        inside = next((place.relative_to(each) for each in folders if place.is_relative_to(each)), place)
        staged = inside.parts[0].startswith(".output.") if inside.parts else False
        if staged or _PASSED_OVER.intersection(inside.parts) or place.name.startswith(".#") or path.endswith("~"):
            return False
        return not any(place.is_relative_to(each) for each in mine)

    return look
