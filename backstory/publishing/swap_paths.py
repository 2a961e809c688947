"""Exchanging two files or folders in one step: `renameat2(RENAME_EXCHANGE)` or `renamex_np(RENAME_SWAP)`."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2


def swap(new: Path, old: Path) -> None:
    """Put `new` in the place of `old`; afterwards `new` is what `old` was, or is gone if there was nothing.

    Raises OSError, also where the system has no exchange: see `possible`.
    """
    if os.path.lexists(old):
        _exchange(new, old)
    else:
        new.rename(old)


def possible(folder: Path) -> bool:
    """Whether system and file system can exchange what stands in a folder, where nothing else is at work."""
    one, other = folder / "one", folder / "other"
    try:
        one.mkdir()
        other.mkdir()
        _exchange(one, other)
    except OSError:
        return False
    finally:
        for each in (one, other):
            with suppress(OSError):
                each.rmdir()
    return True


def _exchange(new: Path, old: Path) -> None:
    if sys.platform == "linux":
        call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
        arguments = (_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(old), _EXCHANGE)
    elif sys.platform == "darwin":
        call = getattr(ctypes.CDLL(None, use_errno=True), "renamex_np", None)
        arguments = (os.fsencode(new), os.fsencode(old), _EXCHANGE)  # type: ignore[assignment]
    else:
        call, arguments = None, ()  # type: ignore[assignment]
    if call is None:
        raise OSError("this system has no exchange of two paths")
    if call(*arguments) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(old))
