"""A change of the output folder: staged beside it, committed by a journal, then put in its place or finished later.

The folder itself stays the one it is: a web server, a shell or a container may hold it open. What is exchanged is its
entries, where most of the site changes, and single files otherwise.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from backstory import regular_files
from backstory.publishing import swap_paths

INSIDE = ".backstory.stage"
"""The stage, where it cannot stand beside the output folder."""
_TREE = "tree"
_JOURNAL = "journal"
_FIRST = "assets"

Content = bytes | Path | Callable[[], bytes]
"""The bytes of a file, the place it is copied from, or what gives its bytes."""

Fresh = Mapping[str, Content]


class HalfDoneError(OSError):
    """A journal could not be carried out to its end; the next start does."""


class ObstacleError(Exception):
    """Something of others stands where a file or folder of the site must, by its path."""


@dataclass(frozen=True, slots=True)
class _Journal:
    """What is still to be done: files to remove; entries of the tree to exchange, with the inode of each; entries to
    take away; staged files to move, by the file each becomes."""

    removals: list[str] = field(default_factory=list)
    swaps: dict[str, int] = field(default_factory=dict)
    drops: list[str] = field(default_factory=list)
    renames: dict[str, str] = field(default_factory=dict)


def put(path: Path, fresh: Fresh, removals: Collection[str], *, last: str, most: bool) -> None:
    """Write `fresh` into a folder, the file `last` after all others, and remove `removals`.

    With `most`, entries of the folder are exchanged whole. Raises OSError, and then the folder is as it was, or
    HalfDoneError; and ObstacleError before anything is done.
    """
    _refuse_obstacles(path, fresh, removals)
    stage = _stage(path)
    try:
        if not path.exists():
            _write_all(stage / _TREE, fresh)
            (stage / _TREE).rename(path)
            clear(stage)
            return
        whole = most and swap_paths.possible(stage)
        journal = _by_entry(path, stage, fresh, removals, last) if whole else _by_file(stage, fresh, removals, last)
        _write(stage / "journal.new", json.dumps(asdict(journal)).encode())
        (stage / "journal.new").rename(stage / _JOURNAL)
    except OSError:
        clear(stage)
        raise
    _carried_out(path, stage, journal)


def recover(path: Path) -> None:
    """Finish what a journal says that a kill left, and take away what was staged without one."""
    for stage in (_beside(path), path / INSIDE):
        if not os.path.lexists(stage):
            continue
        journal = _journal(stage) if path.is_dir() and not stage.is_symlink() else None
        if journal is not None:
            with suppress(OSError, ObstacleError):  # what is not as it should be, publishing finds by its digest
                _refuse_obstacles(path, journal.renames.values(), journal.removals)
                _apply(path, stage, journal)
        clear(stage)


def harmless(file: str) -> bool:
    """Whether a path is below the folder it is meant to be in."""
    return not file.startswith(("/", "\\")) and ".." not in file.replace("\\", "/").split("/") and ":" not in file


def prune(top: Path, folder: Path) -> None:
    """Remove a folder that is empty, and those above it that thereby are, up to `top`."""
    while folder != top and top in folder.parents:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def clear(stage: Path) -> None:
    """Take away a stage, or what stands in its place."""
    if stage.is_dir() and not stage.is_symlink():
        shutil.rmtree(stage, ignore_errors=True)
    else:
        with suppress(OSError):
            stage.unlink()


# --- where


def _beside(path: Path) -> Path:
    return path.parent / f".{path.name}.stage"


def _stage(path: Path) -> Path:
    """A new stage: beside the folder, or within it where nothing can be moved from there into it.

    So it is where the folder is a mount, or where nobody may write beside it.
    """
    beside, inside = _beside(path), path / INSIDE
    try:
        _make_folder(beside.parent)
        clear(beside)
        beside.mkdir(mode=0o755)
        if path.exists():
            (beside / _TREE).mkdir()
            (beside / _TREE).rename(inside)
            inside.rmdir()
    except OSError:
        if not path.is_dir():
            raise
        clear(beside)
        clear(inside)
        inside.mkdir(mode=0o755)
        return inside
    return beside


def _refuse_obstacles(path: Path, fresh: Iterable[str], removals: Collection[str]) -> None:
    """Raises ObstacleError for a link or file of others that stands where a folder must, or a folder where a file."""
    files, gone = list(fresh), set(removals)
    for folder in {way for file in (*files, *gone) for way in _ways(file)} - gone:
        mode = _mode(path / folder)
        if mode and not stat.S_ISDIR(mode):
            raise ObstacleError(folder)
    for file in files:
        if stat.S_ISDIR(_mode(path / file)) and not set(_files_below(path, file)) <= gone:
            raise ObstacleError(file)


def _ways(file: str) -> Iterator[str]:
    """The folders on the way to a file."""
    while file := file.rpartition("/")[0]:
        yield file


def _mode(place: Path) -> int:
    """The mode of what stands at a place, links not followed; 0 where nothing does."""
    try:
        return os.lstat(place).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0


def _files_below(path: Path, entry: str) -> Iterator[str]:
    """What is no folder at an entry of a folder and below it, links among it."""
    if not stat.S_ISDIR(_mode(path / entry)):
        yield entry
        return
    for folder, folders, files in os.walk(path / entry):
        here = Path(folder)
        for name in (*files, *(name for name in folders if (here / name).is_symlink())):
            yield (here / name).relative_to(path).as_posix()


# --- staging


def _by_file(stage: Path, fresh: Fresh, removals: Collection[str], last: str) -> _Journal:
    files = [*sorted(fresh.keys() - {last}), last]
    for number, file in enumerate(files):
        _write(stage / str(number), fresh[file])
    return _Journal(removals=sorted(removals), renames={str(number): file for number, file in enumerate(files)})


def _by_entry(path: Path, stage: Path, fresh: Fresh, removals: Collection[str], last: str) -> _Journal:
    """Every entry that changes, whole: what is new in it, and what stays as it is, linked."""
    tree = stage / _TREE
    _write_all(tree, fresh)
    passed = {*fresh, *removals}
    entries = {file.partition("/")[0] for file in passed}
    for file in (file for entry in entries if _mode(path / entry) for file in _files_below(path, entry)):
        if file not in passed:
            _carry(path / file, tree / file)
    made = sorted((each.name for each in tree.iterdir()), key=lambda name: (name == last, name != _FIRST, name))
    swaps = {name: os.lstat(tree / name).st_ino for name in made}
    return _Journal(swaps=swaps, drops=sorted(entry for entry in entries - swaps.keys() if _mode(path / entry)))


def _write_all(tree: Path, fresh: Fresh) -> None:
    for file, data in fresh.items():
        _write(tree / file, data)


def _carry(old: Path, new: Path) -> None:
    _make_folder(new.parent)
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:
        shutil.copy2(old, new, follow_symlinks=False)


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(mode=0o755, exist_ok=True)
    _open_to_all(folder, 0o755)


def _write(place: Path, data: Content) -> None:
    _make_folder(place.parent)
    made = data() if callable(data) else data
    regular_files.create(place, regular_files.chunks(made) if isinstance(made, Path) else (made,))
    _open_to_all(place, 0o644)


def _open_to_all(place: Path, mode: int) -> None:
    """Let everybody read it, whatever the umask: web servers refuse what they cannot read."""
    before = stat.S_IMODE(place.stat().st_mode)
    try:
        if before != mode:
            place.chmod(mode)
    except PermissionError:
        if before & mode & 0o555 != mode & 0o555:  # a disk without modes of its own may refuse, and shows all to all
            raise


# --- carrying out


def _carried_out(path: Path, stage: Path, journal: _Journal) -> None:
    try:
        _apply(path, stage, journal)
    except OSError:
        try:
            _apply(path, stage, journal)
        except OSError as error:
            raise HalfDoneError(error.errno, error.strerror, error.filename) from error
    clear(stage)


def _apply(path: Path, stage: Path, journal: _Journal) -> None:
    """Do what is not done yet of a journal."""
    for file in journal.removals:
        (path / file).unlink(missing_ok=True)
        prune(path, (path / file).parent)
    for name, inode in journal.swaps.items():
        staged = stage / _TREE / name
        if os.path.lexists(staged) and os.lstat(staged).st_ino == inode:
            swap_paths.swap(staged, path / name)
    for name in journal.drops:
        if os.path.lexists(path / name):
            (path / name).rename(stage / f"dropped {name}")
    for staged_name, file in journal.renames.items():
        if os.path.lexists(stage / staged_name):
            _make_folder((path / file).parent)
            (stage / staged_name).replace(path / file)


def _journal(stage: Path) -> _Journal | None:
    """The journal of a stage; None without one, or where it is none of ours, as a stranger's in a site's repository."""
    try:
        read = json.loads(regular_files.read(stage / _JOURNAL))
        journal = _Journal(**read)
        files = [*journal.removals, *journal.renames.values(), *journal.swaps, *journal.drops]
        entries = [*journal.swaps, *journal.drops, *journal.renames]
        sound = all(isinstance(each, str) and each and harmless(each) for each in files) and not any(
            "/" in each or "\\" in each or each in (".", INSIDE) for each in entries
        )
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return None
    return journal if sound else None
