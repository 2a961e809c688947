"""Bytes laid down on the disk until they are wanted, for all that is made of a site need not fit into memory."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from backstory.engine.forked import Counter

Place = tuple[int, int]
"""Where bytes lie in a spool: their offset and their number."""


class Spool:
    """A file without a name, written and read by this process and those forked from it. Use `opened`."""

    def __init__(self, handle: int, folder: Path, end: Counter) -> None:
        self._handle, self._folder, self._end = handle, folder, end

    def keep(self, data: bytes) -> Place:
        """Lay down some bytes. Raises OSError where there is no room."""
        at = self._end.add(len(data))
        place = at, len(data)
        try:
            while data:
                written = _write(self._handle, data, at)
                at, data = at + written, data[written:]
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(self._folder)) from error
        return place

    def read(self, place: Place) -> bytes:
        """The bytes at a place."""
        return _read(self._handle, place[1], place[0])


@contextmanager
def opened(folder: Path | None) -> Iterator[Spool]:
    """A new spool in a folder, or where the system keeps such files. It is gone when this ends, and after a kill."""
    where = folder or Path(tempfile.gettempdir())
    end = Counter()
    with tempfile.TemporaryFile(dir=where, buffering=0) as file:
        yield Spool(file.fileno(), where, end)
    end.close()


if sys.platform == "win32":  # where nothing is forked, and so the file is this process's alone

    def _write(handle: int, data: bytes, at: int) -> int:
        os.lseek(handle, at, os.SEEK_SET)
        return os.write(handle, data)

    def _read(handle: int, size: int, at: int) -> bytes:
        os.lseek(handle, at, os.SEEK_SET)
        return os.read(handle, size)

else:
    _write = os.pwrite
    _read = os.pread
