"""The site folder looked through: every file that decides the output, with the digest of its bytes."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from backstory import regular_files
from backstory.diagnostics import Diagnostic, Related, Span, ordered, report
from backstory.reading import merge_markers
from backstory.reading.content_paths import BOUNDARIES, STATIC, Use, use
from backstory.reading.decode import COLLECTED
from backstory.reading.site_files import not_regular, stamp, unreadable
from backstory.records.snapshot import SiteFile, Snapshot, Stamps
from backstory.regular_files import digest
from backstory.values.file_names import IMAGES, suffix

# Of templates and assets, what people write.
_TEXTS = frozenset(("html", "xml", "svg", "css", "js", "txt", "json"))
_IMAGE = 20 * 1024 * 1024
_LEFTOVERS = frozenset(("4913", "__pycache__", "Thumbs.db", "desktop.ini", ".DS_Store", ".git", ".hg", ".svn"))


@dataclass(frozen=True, slots=True)
class Theme:
    """The folders of the engine's own templates and assets, which a site's are laid over."""

    templates: Path
    assets: Path


def discover(
    root: Path,
    theme: Theme,
    *,
    languages: tuple[str, ...] = ("en",),
    known: Stamps | None = None,
) -> tuple[Snapshot, tuple[Diagnostic, ...]]:
    """The files of the site at `root`, and what is wrong with their names and places.

    Links are not followed; they, and all that is no regular file, are refused by name. A file of `known`, the last
    look, is not read again while its stamp stands.
    """
    look = _Look(root, known or Stamps())
    sources: dict[str, SiteFile] = {}
    files: dict[str, SiteFile] = {}
    for path in look.walk("content"):
        purpose, slip = use(path, languages)
        if slip is not None:
            look.found.append(slip)
        if purpose is not Use.NONE and (file := look.file(path, purpose)) is not None:
            (sources if purpose is Use.READ else files)[path] = file
    look.found += _differing_in_case((*sources, *files))
    snapshot = Snapshot(
        root=str(root),
        sources=sources,
        files=files,
        templates=_templates(look, theme.templates),
        assets={**look.overlay(theme.assets, "assets"), **look.own("assets")},
    )
    return snapshot, ordered(look.found)


def again(root: Path, file: SiteFile) -> SiteFile | None:
    """A source file as it is now, with the bytes it has now.

    None where it is gone, cannot be read, or is too large: then the folder must be looked through.
    """
    place = root / file.path
    try:
        now = stamp(place)
        return SiteFile(file.path, digest(place), now) if now.size <= COLLECTED else None
    except OSError:
        return None


def passed_over(path: str) -> bool:
    """Whether what stands at a path below content/ is passed over, by its name or that of a folder above it."""
    parts = path.split("/")
    folders = ("/".join(parts[:end]) for end in range(1, len(parts) + 1))
    return parts[0] == "content" and any(map(_ignored, folders, parts))


def _templates(look: _Look, theme: Path) -> Mapping[str, tuple[str, str]]:
    engine = look.overlay(theme, "templates")
    own = look.root / "templates"
    one = own.exists() and theme.exists() and own.samefile(theme)
    site = engine if one else look.own("templates")
    return {**engine, **site, **{f"theme/{name}": file for name, file in engine.items()}}


@dataclass(slots=True)
class _Look:
    """One look through the folder; `found` gathers what is wrong."""

    root: Path
    known: Stamps
    found: list[Diagnostic] = field(default_factory=list)

    def walk(self, top: str) -> list[str]:
        """The paths of the regular files below a folder of the site, sorted."""
        return [] if self.linked(top) else sorted(walk(self.root / top, top, self.found.append))

    def linked(self, top: str) -> bool:
        """Whether a folder of the site is a link, which is then told."""
        if not (self.root / top).is_symlink():
            return False
        hint = "put the folder itself here"
        message = "this is a link to another folder, and links are not followed"
        self.found.append(report("E012", message, Span(top), hint=hint))
        return True

    def file(self, path: str, purpose: Use) -> SiteFile | None:
        """The file with its digest; None, and a diagnostic, where it is too large or cannot be read."""
        place = self.root / path
        try:
            now = stamp(place)
            if not self.fits(path, now.size, purpose):
                return None
            return SiteFile(path, self.known.digest(path, now) or digest(place), now)
        except FileNotFoundError:
            return None
        except OSError as error:
            self.found.append(unreadable(path, error))
            return None

    def fits(self, path: str, count: int, purpose: Use) -> bool:
        """Whether a file of so many bytes is not too large for what it is; the reason is reported where it is."""
        image = purpose is Use.COPY and suffix(path) in IMAGES and not path.startswith(STATIC)
        limit = COLLECTED if purpose is Use.READ else _IMAGE if image else count
        if count <= limit:
            return True
        size, most = (f"{each / 1024 / 1024:.0f} MB" for each in (count, limit))
        hint = "make it smaller: a picture 2,000 pixels wide is plenty" if image else "split it into several files"
        hint = "thin its lines out, to a kilometre or so" if path == BOUNDARIES else hint
        message = f"this file has {size}; {most} is the limit"
        self.found.append(report("E025" if image else "E005", message, Span(path), hint=hint))
        return False

    def own(self, top: str) -> dict[str, tuple[str, str]]:
        """The site's own templates or assets."""
        return {} if self.linked(top) else self.overlay(self.root / top, top)

    def overlay(self, folder: Path, shown: str) -> dict[str, tuple[str, str]]:
        """The files of a folder of templates or assets: name to place and digest."""
        files = {}
        for path in sorted(walk(folder, shown, self.found.append)):
            name = path.removeprefix(f"{shown}/")
            place = folder / name
            try:
                data = regular_files.read(place)
                files[name] = (str(place), blake2b(data, digest_size=16).hexdigest())
                if suffix(name) in _TEXTS:
                    self.found += merge_markers.conflicts(data.decode("utf-8", "replace"), path)
            except OSError as error:
                self.found.append(unreadable(path, error))
        return files


def walk(folder: Path, shown: str, complain: Callable[[Diagnostic], None]) -> Iterator[str]:
    """The regular files below a folder, by paths that start with `shown`; a folder that is absent has none."""
    waiting = [(os.fspath(folder), shown)]
    while waiting:
        place, name = waiting.pop()
        try:
            with os.scandir(place) as entries:
                here = list(entries)
        except FileNotFoundError:
            continue
        except OSError as error:
            complain(unreadable(name, error))
            continue
        for entry in here:
            path = f"{name}/{entry.name}"
            if _ignored(path, entry.name):
                if path.startswith(STATIC):
                    complain(_left_out(path))
                continue
            if (refusal := _refused(entry, path)) is not None:
                complain(refusal)
            elif entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, path))
            else:
                yield path


def _ignored(path: str, name: str) -> bool:
    """Whether a file or folder is none of the author's: hidden, or left by an editor, the system or a tool."""
    if name.startswith(".") and not path.startswith(STATIC):
        return True
    return name in _LEFTOVERS or name.endswith(("~", ".swp", ".swo", ".orig")) or name.startswith(("#", ".#", "._"))


def _left_out(path: str) -> Diagnostic:
    message = "this is not copied: editors, systems and tools leave such files behind"
    return report("N001", message, Span(path), hint="delete it, or give it another name")


def _refused(entry: os.DirEntry[str], path: str) -> Diagnostic | None:
    try:
        entry.name.encode()
    except UnicodeEncodeError:
        shown = path.encode("utf-8", "backslashreplace").decode()
        hint = "give it another name"
        return report("E019", "the name of this file is not UTF-8", Span(shown), hint=hint)
    junction = getattr(entry, "is_junction", None)
    if entry.is_symlink() or (junction is not None and junction()):
        return not_regular(stat.S_IFLNK, path)
    if entry.is_dir(follow_symlinks=False) or entry.is_file(follow_symlinks=False):
        return None
    return not_regular(stat.S_IFIFO, path)


def _differing_in_case(paths: tuple[str, ...]) -> list[Diagnostic]:
    """Files whose names are one on systems that do not tell capitals, or one form of an accent, from another."""
    first: dict[str, str] = {}
    found = []
    for path in sorted(paths):
        other = first.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other != path:
            message = f"this name and `{other.rpartition('/')[2]}` are one on Windows and macOS"
            there = Related(Span(other), "the other file")
            hint = "keep one of the two, or give it another name"
            found.append(report("E017", message, Span(path), hint=hint, related=(there,)))
    return found
