"""The one door to the files below a site's folder: regular files, so that no link can leak and no pipe can hang.

A site's folder may hold what strangers wrote. Every path in it is opened here, and nowhere else.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

_CHUNK = 1024 * 1024
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class NotRegularError(OSError):
    """A link, pipe, socket, device or folder stands where a file is to be read."""


def chunks(path: Path) -> Iterator[bytes]:
    """The bytes of a regular file, piece by piece. Raises OSError, NotRegularError for what is no regular file."""
    descriptor = _opened(path)
    try:
        while piece := os.read(descriptor, _CHUNK):
            yield piece
    finally:
        os.close(descriptor)


def read(path: Path) -> bytes:
    """The bytes of a regular file. Raises as `chunks` does."""
    return b"".join(chunks(path))


def head(path: Path, count: int) -> bytes:
    """The first bytes of a regular file, `count` at most. Raises as `chunks` does."""
    return next(chunks(path), b"")[:count]


def digest(path: Path) -> str:
    """The digest of a file's bytes: BLAKE2b, 16 bytes, in hex. Raises as `chunks` does."""
    hashed = hashlib.blake2b(digest_size=16)
    for piece in chunks(path):
        hashed.update(piece)
    return hashed.hexdigest()


def create(path: Path, data: Iterable[bytes]) -> None:
    """Write a file where nothing stands, not even a link. Raises OSError."""
    with path.open("xb") as file:
        file.writelines(data)


def replace(path: Path, data: bytes) -> None:
    """Write a regular file anew, whole or not at all. Raises OSError."""
    made = path.with_name(f".{path.name}.new")
    made.unlink(missing_ok=True)
    create(made, (data,))
    shutil.copymode(path, made)
    made.replace(path)


def link_on_the_way(site: Path, path: str) -> str | None:
    """The first step of a path below a site that is a symbolic link; None where all are what they seem."""
    steps = path.split("/")
    ways = ("/".join(steps[:count]) for count in range(1, len(steps) + 1))
    return next((way for way in ways if (site / way).is_symlink()), None)


def _opened(path: Path) -> int:
    if not hasattr(os, "O_NOFOLLOW") and path.is_symlink():
        raise _not_regular(path)
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        # What Linux, FreeBSD and NetBSD say of a link, and Linux of a socket.
        if error.errno in (errno.ELOOP, errno.EMLINK, getattr(errno, "EFTYPE", errno.ELOOP), errno.ENXIO):
            raise _not_regular(path) from error
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise _not_regular(path)
    return descriptor


def _not_regular(path: Path) -> NotRegularError:
    return NotRegularError(errno.EINVAL, "this is no file but a link, folder, pipe or device", str(path))
