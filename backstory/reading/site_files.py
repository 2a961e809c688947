"""The files of a snapshot: their bytes, their stamps, and the lines of them that a message shows."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from backstory import regular_files
from backstory.diagnostics import Diagnostic, Span, report
from backstory.reading.decode import COLLECTED, decode
from backstory.records.snapshot import SiteFile, Snapshot, Stamp

_TEMPLATES = "templates/"


class ChangedError(Exception):
    """A file is no longer what it was when the folder was looked through; the build starts over."""


def load(root: Path, file: SiteFile) -> bytes:
    """The bytes of a file of the snapshot.

    Raises ChangedError where they are not those its digest was taken of, or where it is gone.
    """
    return _load(root / file.path, file.digest)


def _load(place: Path, digest: str) -> bytes:
    try:
        data = regular_files.read(place)
    except OSError as error:
        raise ChangedError(str(place)) from error
    if hashlib.blake2b(data, digest_size=16).hexdigest() != digest:
        raise ChangedError(str(place))
    return data


def stamp(path: Path) -> Stamp:
    """What the file system says of a file, links not followed. Raises OSError."""
    # DirEntry.stat has no inode on Windows, os.lstat has.
    found = os.lstat(path)
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def settings(root: Path) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of site.yaml; None where there is none, or where it cannot be read, and then the reason is told."""
    place = root / "site.yaml"
    try:
        return decode(regular_files.read(place), "site.yaml")
    except FileNotFoundError:
        return None, ()
    except regular_files.NotRegularError as error:
        return None, (not_regular(os.lstat(place).st_mode, "site.yaml") or unreadable("site.yaml", error),)
    except OSError as error:
        return None, (unreadable("site.yaml", error),)


def lines_of(snapshot: Snapshot, site_yaml: str | None) -> Callable[[str], Sequence[str]]:
    """The lines of a file by its path, for excerpts: of the bytes that the snapshot tells of, of none other.

    None of a file that was refused, that holds no text, or that changed since.
    """
    files = {**snapshot.sources, **snapshot.files}

    @lru_cache
    def lines(path: str) -> Sequence[str]:
        if path == "site.yaml":
            return (site_yaml or "").split("\n")
        try:
            return _lines(_shown(path))
        except ChangedError:
            return ()

    def _shown(path: str) -> bytes:
        if path in files and files[path].stamp.size <= COLLECTED:
            return load(Path(snapshot.root), files[path])
        place, digest = snapshot.templates.get(path.removeprefix(_TEMPLATES), ("", ""))
        return _load(Path(place), digest) if place and path.startswith(_TEMPLATES) else b""

    return lines


def _lines(data: bytes) -> Sequence[str]:
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return () if "\0" in text or not text else text.split("\n")


def unreadable(path: str, error: OSError) -> Diagnostic:
    """The diagnostic of a file or folder that the system does not let us read."""
    message = f"this cannot be read: {error.strerror or error}"
    return report("E018", message, Span(path), hint="see who may read it, and that it is a plain file")


def not_regular(mode: int, path: str) -> Diagnostic | None:
    """The diagnostic of what is neither a regular file nor a folder, by its mode."""
    if stat.S_ISLNK(mode):
        hint = "put the file itself here"
        return report("E012", "this is a link to another file, and links are not followed", Span(path), hint=hint)
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return None
    hint = "take it out of the site's folder"
    return report("E012", "this is no file but a pipe, socket or device", Span(path), hint=hint)
