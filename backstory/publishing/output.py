"""The output folder: which files in it are ours, and how a new site replaces the old one, whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from backstory import regular_files
from backstory.engine import lock
from backstory.publishing import staging
from backstory.publishing.staging import Content
from backstory.records.snapshot import Stamp, Stamps

MARKER = ".backstory.json"
_FORMAT = 1
_FEW = 400
_MOST = 4
"""A site of which a larger part changes than one in so many is exchanged by its entries, in next to no time."""


class OutputFault(Exception):
    """The output folder cannot be used or written; the message is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class Published:
    """How many files were written and removed, and which of ours were left because somebody changed them by hand."""

    written: int = 0
    removed: int = 0
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What the site shall become: `files` maps every file of it to its digest, `fresh` those to write to their bytes
    (or to the place they are copied from, or to what gives their bytes)."""

    files: Mapping[str, str]
    fresh: Mapping[str, Content]


@dataclass(frozen=True, slots=True)
class Output:
    """An output folder, recovered from whatever a kill interrupted. `files` are ours, with their digests; `left` were
    ours until their pages went, and stay since somebody changed them; `known` is what the file system said of them at
    the last look."""

    path: Path
    files: Mapping[str, str] = field(default_factory=dict)
    left: Mapping[str, str] = field(default_factory=dict)
    known: Stamps = field(default_factory=Stamps)

    def intact(self, file: str) -> bool:
        """Whether this file is one of ours and still has the bytes we wrote: by its stamp, else by its bytes."""
        digest = self.files.get(file) or self.left.get(file)
        return digest is not None and (self.settled(file) or _digest_of(self.path / file) == digest)

    def settled(self, file: str) -> bool:
        """Whether the stamp of a file alone says that it stands as it was written."""
        now = _stamp(self.path / file)
        return file in self.files and now is not None and self.known.digest(file, now) == self.files[file]

    def stamps(self, files: Mapping[str, str], taken_ns: int) -> Stamps:
        """The stamps of files that were just found or made to be as they should, for the next look."""
        found = ((file, _stamp(self.path / file), digest) for file, digest in files.items())
        return Stamps({file: (stamp, digest) for file, stamp, digest in found if stamp is not None}, taken_ns)

    @property
    def kept(self) -> tuple[str, ...]:
        """The files of `left` that are still there."""
        return tuple(file for file in sorted(self.left) if os.path.lexists(self.path / file))


def opened(path: Path, *, site: Path, content: Path, known: Stamps | None = None) -> Output:
    """The output folder, after finishing or undoing what an earlier run left. `known` is the last look at its files.

    Raises OutputFault where it must not be used: a folder that is the site, its content, a parent of them, home or the
    root, or one that is not ours.
    """
    _refuse_dangerous(path, site, content)
    try:
        with lock.waited_for(path.parent):
            staging.recover(path)
        return Output(path, *_read_marker(path), known or Stamps())
    except OSError as error:
        raise OutputFault(_told(error, path)) from error


def as_it_is(path: Path) -> Output:
    """The output folder, which is only looked at."""
    return Output(path, *_read_marker(path))


def publish(output: Output, change: Change) -> Published:
    """Make the folder hold the site. Raises OutputFault when writing fails, and the folder is then as it was."""
    gone = [file for file in (*output.files, *output.left) if file not in change.files]
    removable = [file for file in gone if output.intact(file)]
    kept = {
        file: output.files.get(file) or output.left[file]
        for file in sorted(set(gone).difference(removable))
        if os.path.lexists(output.path / file)
    }
    fresh: dict[str, Content] = {**change.fresh, MARKER: _marker(change.files, kept)}
    touched = len(fresh) + len(removable)
    try:
        with lock.waited_for(output.path.parent):
            _refuse_meanwhile(output)
            most = touched > _FEW or touched * _MOST > len(change.files)
            staging.put(output.path, fresh, removable, last=MARKER, most=most)
    except staging.ObstacleError as error:
        raise OutputFault(
            f"{output.path / str(error)} is a link, or a file or folder that Backstory did not write, "
            "and the site needs its place; move it elsewhere"
        ) from error
    except staging.HalfDoneError as error:
        raise OutputFault(f"{_reason(error, output.path)}; the site is partly replaced: build once more") from error
    except OSError as error:
        raise OutputFault(_told(error, output.path)) from error
    return Published(len(change.fresh), len(removable), tuple(kept))


def clear(output: Output) -> tuple[str, ...]:
    """Remove every file that we wrote and nobody changed, and an empty folder with them. Gives the files left."""
    for file in output.files:
        if output.intact(file):
            (output.path / file).unlink()
            staging.prune(output.path, (output.path / file).parent)
    if not output.path.is_dir():
        return ()
    kept = tuple(
        path.relative_to(output.path).as_posix()
        for path in sorted(output.path.rglob("*"))
        if path.name != MARKER and not path.is_dir()
    )
    if not kept:
        shutil.rmtree(output.path, ignore_errors=True)  # of a mount, what is in it
    return kept


def _refuse_dangerous(path: Path, site: Path, content: Path) -> None:
    place = path.resolve()
    inside = [site.resolve(), content.resolve(), Path(place.anchor), *_home()]
    if any(place == each or place in each.parents for each in inside) or content.resolve() in place.parents:
        raise OutputFault(f"{path} cannot be the output folder: it holds or is what the site is made from")
    if path.is_symlink() or (path.exists() and not path.is_dir()):
        raise OutputFault(f"{path} is not a folder; choose another with --output")
    if path.is_dir() and {each.name for each in path.iterdir()} - {staging.INSIDE} and not (path / MARKER).is_file():
        raise OutputFault(
            f"{path} holds files that Backstory did not write (there is no {MARKER} in it); "
            "empty it yourself or choose another folder with --output"
        )


def _home() -> tuple[Path, ...]:
    """The user's home; none for a user without one, as in a container."""
    try:
        return (Path.home().resolve(),)
    except RuntimeError:
        return ()


def _refuse_meanwhile(output: Output) -> None:
    if _read_marker(output.path) != (output.files, output.left):
        raise OutputFault(
            f"another build wrote into {output.path} meanwhile; the site was not replaced: build once more"
        )


def _read_marker(path: Path) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The files that are ours, and those that were."""
    try:
        read = json.loads(regular_files.read(path / MARKER))
        files, left = read["files"], read.get("left", {})
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}, {}
    return _entries(files), _entries(left)


def _entries(files: object) -> Mapping[str, str]:
    if not isinstance(files, dict):
        return {}
    return {str(file): str(digest) for file, digest in files.items() if file and staging.harmless(str(file))}


def _marker(files: Mapping[str, str], left: Mapping[str, str]) -> bytes:
    body = {"backstory": _FORMAT, "files": dict(sorted(files.items())), **({"left": left} if left else {})}
    return (json.dumps(body, ensure_ascii=False, indent=0) + "\n").encode()


def _stamp(place: Path) -> Stamp | None:
    try:
        found = os.lstat(place)
    except OSError:
        return None
    regular = stat.S_ISREG(found.st_mode)
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino) if regular else None


def _digest_of(place: Path) -> str | None:
    try:
        return regular_files.digest(place)
    except (FileNotFoundError, NotADirectoryError, regular_files.NotRegularError):
        return None


def _told(error: OSError, path: Path) -> str:
    return f"{_reason(error, path)}; the site was not replaced"


def _reason(error: OSError, path: Path) -> str:
    return f"{error.filename or path}: {error.strerror or error}"
