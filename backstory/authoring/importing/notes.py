"""A folder of Markdown of another tool, as notes: the front matter and the text of each file, and its path there."""

from __future__ import annotations

import datetime
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from backstory import regular_files
from backstory.authoring.fault import AuthoringFault
from backstory.values.keys import ID, Kind
from backstory.values.located import Fields, Items, Text
from backstory.yamltext.load import load

TOOLS = ("hugo", "mkdocs", "obsidian", "quartz")
_TOP = {"hugo": "content", "mkdocs": "docs", "quartz": "content", "obsidian": ""}
_TERMS = frozenset(("glossary", "terms", "definitions"))
_INDEX = frozenset(("index", "_index", "readme"))
_HIDDEN = (".", "node_modules")


@dataclass(frozen=True, slots=True)
class Note:
    """A file: its path below the folder, what its front matter says, its text, and what it becomes here."""

    path: PurePosixPath
    fields: Mapping[str, Any]
    body: str
    kind: Kind
    id: str
    written: datetime.date
    faults: tuple[str, ...] = field(default=())

    @property
    def new_path(self) -> str:
        """Where it stands here."""
        return f"content/{self.kind.value}/{self.id}.md"

    @property
    def title(self) -> str:
        """Its title, its first heading, or its name."""
        given = self.fields.get("title")
        heading = re.search(r"(?m)^# +(.+?) *#*$", self.body)
        name = self.path.parent.name if self.path.stem.lower() in _INDEX else self.path.stem
        return str(given or (heading[1] if heading else "") or name.replace("-", " ") or "Home").strip()


def top_of(folder: Path, tool: str) -> Path:
    """The folder below which a tool keeps its pages. Raises AuthoringFault where it is not there."""
    top = folder / _TOP[tool]
    if not top.is_dir():
        raise AuthoringFault(f"there is no folder {top}: is {folder} one of {tool}?")
    return top


def notes(top: Path) -> tuple[tuple[Note, ...], tuple[PurePosixPath, ...]]:
    """The notes below a folder in order of path, and the paths of all other files. Links are not followed."""
    found, others = [], []
    taken: set[tuple[Kind, str]] = set()
    for path in _files(top):
        if path.suffix.lower() not in (".md", ".markdown"):
            others.append(path)
            continue
        note = _note(top, path, taken)
        taken.add((note.kind, note.id))
        found.append(note)
    return tuple(found), tuple(others)


def _files(top: Path) -> Iterator[PurePosixPath]:
    for folder, below, names in os.walk(top):
        below[:] = sorted(name for name in below if not name.startswith(_HIDDEN))
        for name in sorted(names):
            place = Path(folder, name)
            if not name.startswith(".") and place.is_file() and not place.is_symlink():
                yield PurePosixPath(place.relative_to(top).as_posix())


def _note(top: Path, path: PurePosixPath, taken: set[tuple[Kind, str]]) -> Note:
    place = top / path
    text = regular_files.read(place).decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    fields, body, faults = _split(text, str(path))
    kind = Kind.TERM if _TERMS.intersection(part.lower() for part in path.parts[:-1]) else Kind.ARTICLE
    written = datetime.datetime.fromtimestamp(place.stat().st_mtime, datetime.UTC).date()
    return Note(path, fields, body, kind, _id(path, fields, kind, taken), written, faults)


def _split(text: str, path: str) -> tuple[dict[str, Any], str, tuple[str, ...]]:
    """The front matter, in YAML or TOML, and the text below it; what cannot be read is told and stays in the text."""
    found = re.match(r"(---|\+\+\+)[ \t]*\n(.*?)^\1[ \t]*(?:\n|\Z)", text, re.DOTALL | re.MULTILINE)
    if found is None:
        return {}, text, ()
    rest = text[found.end() :]
    if found[1] == "+++":
        try:
            return tomllib.loads(found[2]), rest, ()
        except tomllib.TOMLDecodeError as error:
            return {}, rest, (f"its front matter cannot be read: {error}",)
    loaded = load(found[2], path)
    if not isinstance(loaded.value, Fields):
        return {}, rest, ("its front matter cannot be read",) if found[2].strip() else ()
    return {key: _plain(value) for key, value in loaded.value.items()}, rest, ()


def _plain(value: object) -> Any:
    if isinstance(value, Fields):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, Items):
        return [_plain(each) for each in value]
    return str(value) if isinstance(value, Text) else value


def _id(path: PurePosixPath, fields: Mapping[str, Any], kind: Kind, taken: set[tuple[Kind, str]]) -> str:
    """The id of a note: its slug or its name, with the folders before it where another has that name."""
    parts = [*path.parts[:-1], path.stem]
    if parts[-1].lower() in _INDEX:
        parts = parts[:-1] or ["home"]
    names = [str(fields["slug"])] if isinstance(fields.get("slug"), str) else []
    names += ["-".join(parts[-count:]) for count in range(1, len(parts) + 1)]
    for name in (slug(each) for each in names):
        if ID.match(name) and (kind, name) not in taken:
            return name
    numbered = (f"{slug(parts[-1]) or 'note'}-{number}" for number in range(2, 10_000))
    return next(name for name in numbered if (kind, name) not in taken)


def slug(name: str) -> str:
    """A name as an id: small Latin letters, digits and hyphens."""
    from backstory.language.names import fold

    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
