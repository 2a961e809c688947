"""Changes to the site's files: as the operating system tells them (watchfiles' doorway), or looked for."""

from __future__ import annotations

import os
import platform
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from watchfiles import Change, watch

_QUIET_MS = 40
_LONGEST_MS = 300
_BEGUN_MS = 60
_LEAST_PAUSE = 0.3
_MINUTE = 60
_PASSED_OVER = frozenset({".git", ".venv", ".cache", "node_modules", "__pycache__"})
# Of folders of Windows the system tells nothing there.
_WSL = "microsoft" in platform.release().lower()


def changes(
    folders: tuple[Path, ...], ours: tuple[Path, ...], stop: threading.Event, *, polling: bool = False
) -> Iterator[tuple[str, ...]]:
    """The paths of each burst of changes below `folders`, until `stop` is set.

    The first burst is empty and says that watching has begun: from there on no edit is lost, for what changes while
    the caller is at work is kept for the next burst. After each minute without a change comes another empty one. What
    is written into `ours` (output, cache) is passed over. With `polling` the files are looked through again and again,
    for where the system does not tell of changes.
    """
    if polling or _WSL:
        yield from _looked_through(folders, ours, stop)
        return
    linked = next((link for folder in folders for link in _linked_folders(folder)), None)
    if linked is not None:
        # The system's own watch follows links, and a link to the root of the disk would have it watch the whole disk.
        print(f"{linked} is a link to a folder; files are looked through, and links not followed.", file=sys.stderr)
        yield from _looked_through(folders, ours, stop)
        return
    try:
        yield from _bursts(folders, ours, stop)
    except OSError as error:
        if not all(folder.is_dir() for folder in folders):
            raise
        print(f"The system cannot watch so many files ({error}); they are looked through instead.", file=sys.stderr)
        yield from _looked_through(folders, ours, stop)


def _bursts(folders: tuple[Path, ...], ours: tuple[Path, ...], stop: threading.Event) -> Iterator[tuple[str, ...]]:
    last = None
    for burst in watch(
        *folders,
        watch_filter=wanted(folders, ours),
        step=_QUIET_MS,
        debounce=_LONGEST_MS,
        stop_event=stop,
        rust_timeout=_BEGUN_MS,
        yield_on_timeout=True,
        force_polling=False,
    ):
        now = time.monotonic()
        if last is None or (not burst and now - last > _MINUTE):
            last = now
            yield ()
        if burst:
            last = now
            yield tuple(sorted({path for _, path in burst}))


def _looked_through(
    folders: tuple[Path, ...], ours: tuple[Path, ...], stop: threading.Event
) -> Iterator[tuple[str, ...]]:
    """The bursts found by looking at every file again and again; a twentieth of the time is spent on it at most."""
    look = wanted(folders, ours)
    before = _stamps(folders)
    yield ()
    pause = _LEAST_PAUSE
    last = time.monotonic()
    while not stop.wait(pause):
        begun = time.monotonic()
        now = _stamps(folders)
        changed = {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
        before = now
        pause = max(_LEAST_PAUSE, (time.monotonic() - begun) * 20)
        burst = sorted(path for path in changed if look(Change.modified, path))
        if burst or begun - last > _MINUTE:
            last = begun
            yield tuple(burst)


def _stamps(folders: tuple[Path, ...]) -> dict[str, tuple[int, int, int, int]]:
    """What the file system says of each file, links not followed."""
    found = {}
    for top in folders:
        for folder, below, files in os.walk(top):
            below[:] = [name for name in below if name not in _PASSED_OVER]
            for name in files:
                with suppress(OSError):  # gone meanwhile
                    stat = os.lstat(path := f"{folder}{os.sep}{name}")
                    found[path] = (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)
    return found


def _linked_folders(top: Path) -> Iterator[Path]:
    """The links to folders below a folder; among what tools keep (`.venv`), those that lead out of it alone."""
    for folder, below, _ in os.walk(top):
        for link in (Path(folder, name) for name in below):
            if link.is_symlink():
                tools = _PASSED_OVER.intersection(link.relative_to(top).parts)
                if not tools or not link.resolve().is_relative_to(top.resolve()):
                    yield link


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
