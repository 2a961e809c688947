"""One build at a time on a cache folder, held by the operating system, so that a kill leaves nothing behind."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PATIENCE = 30.0
_PAUSE = 0.02


class Held(Exception):
    """Another process is at work on the folder; its number, where it can be told."""


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; raises Held when another process has it."""
    folder.mkdir(parents=True, exist_ok=True)
    # A link in its place, which may have come with the site, would have another file overwritten.
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    try:
        if not _taken(handle):
            raise Held(os.pread(handle, 20, 1).decode(errors="replace").strip() if sys.platform != "win32" else "")
        os.ftruncate(handle, 1)
        os.lseek(handle, 1, os.SEEK_SET)
        os.write(handle, str(os.getpid()).encode())
        yield
    finally:
        os.close(handle)


@contextmanager
def waited_for(folder: Path) -> Iterator[None]:
    """Hold a folder itself for a moment, once no other process does; where it cannot be held, go on all the same."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        handle = None
    try:
        end = time.monotonic() + _PATIENCE
        while handle is not None and not _taken(handle) and time.monotonic() < end:
            time.sleep(_PAUSE)
        yield
    finally:
        if handle is not None:
            os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a file system without locks: then there is none
        return True
