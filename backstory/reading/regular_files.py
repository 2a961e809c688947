"""Regular files, opened so that a link, pipe or device in their place is refused and cannot hang the build."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from backstory.diagnostics import Diagnostic, Span, report
from backstory.reading.decode import decode
from backstory.records.snapshot import SiteFile, Stamp

_CHUNK = 1024 * 1024
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class ChangedError(Exception):
    """A file is no longer what it was when the folder was looked through; the build starts over."""


def load(root: Path, file: SiteFile) -> bytes:
    """The bytes of a file of the snapshot.

    Raises ChangedError where they are not those its digest was taken of, or where it is gone.
    """
    try:
        data = b"".join(chunks(root / file.path))
    except OSError as error:
        raise ChangedError(file.path) from error
    if hashlib.blake2b(data, digest_size=16).hexdigest() != file.digest:
        raise ChangedError(file.path)
    return data


def chunks(path: Path) -> Iterator[bytes]:
    """The bytes of a regular file, piece by piece. Raises OSError, also for what is no regular file."""
    descriptor = os.open(path, _FLAGS)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(f"not a regular file: {path}")
        while piece := os.read(descriptor, _CHUNK):
            yield piece
    finally:
        os.close(descriptor)


def digest(path: Path) -> str:
    """The digest of a file's bytes: BLAKE2b, 16 bytes, in hex. Raises OSError."""
    hashed = hashlib.blake2b(digest_size=16)
    for piece in chunks(path):
        hashed.update(piece)
    return hashed.hexdigest()


def stamp(path: Path) -> Stamp:
    """What the file system says of a file, links not followed. Raises OSError."""
    # DirEntry.stat has no inode on Windows, os.lstat has.
    found = os.lstat(path)
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def settings(root: Path) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of site.yaml, None where there is none or it cannot be read."""
    try:
        data = b"".join(chunks(root / "site.yaml"))
    except FileNotFoundError:
        return None, ()
    except OSError as error:
        return None, (unreadable("site.yaml", error),)
    return decode(data, "site.yaml")


def unreadable(path: str, error: OSError) -> Diagnostic:
    """The diagnostic of a file or folder that the system does not let us read."""
    message = f"this cannot be read: {error.strerror or error}"
    return report("E018", message, Span(path), hint="see who may read it, and that it is a plain file")
