"""Exchanging two folders in one step: `renameat2(RENAME_EXCHANGE)`, `renamex_np(RENAME_SWAP)`, or two renames."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2
_NOT_HERE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


def swap(new: Path, old: Path) -> None:
    """Put `new` in the place of `old`; afterwards `new` holds what `old` held, or is gone if there was nothing.

    Where the system has no exchange, two renames follow each other; between them there is a moment without `old`,
    which `output.opened` mends after a kill.
    """
    if not old.exists():
        new.rename(old)
    elif not _exchanged(new, old):
        last = old.parent / f".{old.name}.last"
        old.rename(last)
        new.rename(old)
        last.rename(new)


def _exchanged(new: Path, old: Path) -> bool:
    if sys.platform == "linux":
        call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
        arguments = (_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(old), _EXCHANGE)
    elif sys.platform == "darwin":
        call = getattr(ctypes.CDLL(None, use_errno=True), "renamex_np", None)
        arguments = (os.fsencode(new), os.fsencode(old), _EXCHANGE)  # type: ignore[assignment]
    else:
        return False
    if call is None:
        return False
    if call(*arguments) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NOT_HERE:
        return False
    raise OSError(code, os.strerror(code), str(old))
