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
from backstory.publishing import swap_folders
from backstory.records.snapshot import Stamp, Stamps

MARKER = ".backstory.json"
_FORMAT = 1
_FEW = 400


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
    (or to the place they are copied from)."""

    files: Mapping[str, str]
    fresh: Mapping[str, bytes | Path]


@dataclass(frozen=True, slots=True)
class Output:
    """An output folder, recovered from whatever a kill interrupted. `files` are ours, with their digests; `known` is
    what the file system said of them at the last look."""

    path: Path
    files: Mapping[str, str] = field(default_factory=dict)
    known: Stamps = field(default_factory=Stamps)

    def intact(self, file: str) -> bool:
        """Whether this file is one of ours and still has the bytes we wrote: by its stamp, else by its bytes."""
        return file in self.files and (self.settled(file) or _digest_of(self.path / file) == self.files[file])

    def settled(self, file: str) -> bool:
        """Whether the stamp of a file alone says that it stands as it was written."""
        now = _stamp(self.path / file)
        return now is not None and self.known.digest(file, now) == self.files.get(file)

    def stamps(self, files: Mapping[str, str], taken_ns: int) -> Stamps:
        """The stamps of files that were just found or made to be as they should, for the next look."""
        found = ((file, _stamp(self.path / file), digest) for file, digest in files.items())
        return Stamps({file: (stamp, digest) for file, stamp, digest in found if stamp is not None}, taken_ns)


def opened(path: Path, *, site: Path, content: Path, known: Stamps | None = None) -> Output:
    """The output folder, after finishing or undoing what an earlier run left. `known` is the last look at its files.

    Raises OutputFault where it must not be used: a folder that is the site, its content, a parent of them, home or the
    root, or one that is not ours.
    """
    _refuse_dangerous(path, site, content)
    try:
        _recover(path)
        return Output(path, _read_marker(path), known or Stamps())
    except OSError as error:
        raise OutputFault(_told(error, path)) from error


def publish(output: Output, change: Change) -> Published:
    """Make the folder hold the site. Raises OutputFault when writing fails, and the folder is then as it was."""
    gone = [file for file in output.files if file not in change.files]
    removable = [file for file in gone if output.intact(file)]
    kept = tuple(file for file in gone if file not in removable and (output.path / file).exists())
    try:
        if output.files and len(change.fresh) + len(removable) <= _FEW:
            _journalled(output, change, removable)
        else:
            _swapped(output, change, removable)
    except OSError as error:
        _clear(_stage(output.path), _next(output.path))
        raise OutputFault(_told(error, output.path)) from error
    return Published(len(change.fresh), len(removable), kept)


def clear(output: Output) -> tuple[str, ...]:
    """Remove every file that we wrote and nobody changed, and an empty folder with them. Gives the files left."""
    for file in output.files:
        if output.intact(file):
            (output.path / file).unlink()
            _prune(output.path, (output.path / file).parent)
    if not output.path.is_dir():
        return ()
    kept = tuple(
        path.relative_to(output.path).as_posix()
        for path in sorted(output.path.rglob("*"))
        if path.name != MARKER and not path.is_dir()
    )
    if not kept:
        shutil.rmtree(output.path)
    return kept


def _refuse_dangerous(path: Path, site: Path, content: Path) -> None:
    place = path.resolve()
    inside = [site.resolve(), content.resolve(), Path.home().resolve(), Path(place.anchor)]
    if any(place == each or place in each.parents for each in inside) or content.resolve() in place.parents:
        raise OutputFault(f"{path} cannot be the output folder: it holds or is what the site is made from")
    if path.is_symlink() or (path.exists() and not path.is_dir()):
        raise OutputFault(f"{path} is not a folder; choose another with --output")
    if path.is_dir() and any(path.iterdir()) and not (path / MARKER).is_file():
        raise OutputFault(
            f"{path} holds files that Backstory did not write (there is no {MARKER} in it); "
            "empty it yourself or choose another folder with --output"
        )


def _read_marker(path: Path) -> Mapping[str, str]:
    try:
        read = json.loads(regular_files.read(path / MARKER))
        files = read["files"]
    except (FileNotFoundError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    if not isinstance(files, dict):
        return {}
    return {str(file): str(digest) for file, digest in files.items() if _harmless(str(file))}


def _harmless(file: str) -> bool:
    return not file.startswith(("/", "\\")) and ".." not in file.replace("\\", "/").split("/") and ":" not in file


def _marker(files: Mapping[str, str]) -> bytes:
    body = {"backstory": _FORMAT, "files": dict(sorted(files.items()))}
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


# --- many changes: a whole new tree, exchanged for the old one


def _swapped(output: Output, change: Change, removable: list[str]) -> None:
    new = _next(output.path)
    _clear(new)
    _make_folder(new)
    for file, data in change.fresh.items():
        _write(new / file, data)
    for file in change.files:
        if file not in change.fresh:
            _carry(output.path / file, new / file)
    _carry_foreign(output, new, skip=set(change.files) | set(removable) | {MARKER})
    _write(new / MARKER, _marker(change.files))
    swap_folders.swap(new, output.path)
    _clear(new)


def _carry_foreign(output: Output, new: Path, skip: set[str]) -> None:
    """Copy to the new folder the files we did not write, and those of ours that were changed by hand."""
    if not output.path.is_dir():
        return
    for folder, folders, files in os.walk(output.path):
        here = Path(folder)
        links = [name for name in folders if (here / name).is_symlink()]
        for name in sorted(files + links):
            file = (here / name).relative_to(output.path).as_posix()
            if file not in skip and not (new / file).exists():
                _carry(here / name, new / file)


def _carry(old: Path, new: Path) -> None:
    _make_folder(new.parent)
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:
        shutil.copy2(old, new, follow_symlinks=False)


# --- few changes: staged files, a journal that commits them, renames


def _journalled(output: Output, change: Change, removable: list[str]) -> None:
    stage = _stage(output.path)
    _clear(stage)
    _make_folder(stage)
    renames: dict[str, str] = {}
    for number, (file, data) in enumerate(sorted({**change.fresh, MARKER: _marker(change.files)}.items())):
        _write(stage / str(number), data)
        renames[str(number)] = file
    journal = json.dumps({"renames": renames, "removals": removable})
    _write(stage / "journal.new", journal.encode())
    (stage / "journal.new").replace(stage / "journal")
    _apply(stage, output.path)


def _apply(stage: Path, path: Path) -> None:
    journal = json.loads(regular_files.read(stage / "journal"))
    for staged, file in journal["renames"].items():
        if (stage / staged).exists():
            place = path / file
            _make_folder(place.parent)
            (stage / staged).replace(place)
    for file in journal["removals"]:
        (path / file).unlink(missing_ok=True)
        _prune(path, (path / file).parent)
    _clear(stage)


def _prune(top: Path, folder: Path) -> None:
    while folder != top and top in folder.parents:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def _recover(path: Path) -> None:
    new, stage = _next(path), _stage(path)
    if not path.exists() and (new / MARKER).is_file():
        new.rename(path)
    if (stage / "journal").is_file():
        _apply(stage, path)
    _clear(new, stage)


# --- places and writing


def _next(path: Path) -> Path:
    return path.parent / f".{path.name}.next"


def _stage(path: Path) -> Path:
    return path.parent / f".{path.name}.stage"


def _clear(*folders: Path) -> None:
    for folder in folders:
        if folder.is_dir() and not folder.is_symlink():
            shutil.rmtree(folder, ignore_errors=True)


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(mode=0o755, exist_ok=True)
    folder.chmod(0o755)


def _write(place: Path, data: bytes | Path) -> None:
    """Write a file that everybody may read, whatever the umask: web servers refuse files they cannot read."""
    _make_folder(place.parent)
    regular_files.create(place, regular_files.chunks(data) if isinstance(data, Path) else (data,))
    place.chmod(0o644)


def _told(error: OSError, path: Path) -> str:
    reason = error.strerror or str(error)
    return f"{error.filename or path}: {reason}; the site was not replaced"
