"""`import site`: a folder of Markdown of Hugo, MkDocs, Obsidian or Quartz, into content/. What has no like is told."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from backstory.authoring.fault import AuthoringFault, write_new
from backstory.authoring.importing.note_links import Folder, rewritten
from backstory.authoring.importing.notes import Note, notes, slug, top_of
from backstory.regular_files import chunks, create
from backstory.values.file_names import DOWNLOADS, IMAGES, suffix
from backstory.values.keys import Kind

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_FIRST_WORDS = 30


@dataclass(frozen=True, slots=True)
class FolderTold:
    """How many files were written, and a line for each thing that did not come along."""

    written: int
    left: tuple[str, ...]


def import_folder(site: Path, folder: Path, tool: str) -> FolderTold:
    """Write the pages and files of a folder as new files below content/.

    Raises AuthoringFault, with nothing written, where one of them is there already.
    """
    top = top_of(folder, tool)
    every, others = notes(top)
    if not every:
        raise AuthoringFault(f"there is no Markdown below {top}")
    places, left = _places(others)
    targets = [*(note.new_path for note in every), *places.values()]
    there = next((path for path in targets if (site / path).exists()), None)
    if there is not None:
        raise AuthoringFault(f"{site / there} exists already and is left as it is; import into an empty content/")
    known = Folder(every, places)
    for note in every:
        text, told = _page(note, known, tool)
        write_new(site, note.new_path, text)
        left += [f"{note.path}: {each}" for each in (*note.faults, *told)]
    for path, place in places.items():
        (site / place).parent.mkdir(parents=True, exist_ok=True)
        create(site / place, chunks(top / path))
    return FolderTold(len(targets), tuple(left))


def _places(others: tuple[PurePosixPath, ...]) -> tuple[dict[PurePosixPath, str], list[str]]:
    """Where pictures and downloads stand here, and those that cannot come along."""
    places: dict[PurePosixPath, str] = {}
    left = []
    for path in others:
        ending = suffix(path.name)
        if ending not in IMAGES and ending not in DOWNLOADS:
            left.append(
                f"{path}: a file of this kind is not shown on a site; copy it into content/static/ if it should be"
            )
            continue
        stems = [slug(path.stem) or "file", slug("-".join((*path.parts[:-1], path.stem))) or "file"]
        names = [f"content/images/{stem}.{ending}" for stem in stems]
        names += [f"content/images/{stems[0]}-{number}.{ending}" for number in range(2, 1000)]
        places[path] = next(name for name in names if name not in places.values())
    return places, left


def _page(note: Note, folder: Folder, tool: str) -> tuple[str, list[str]]:
    """The file that a note becomes, and what of it has no like here."""
    body, told = rewritten(note, folder)
    left = list(told)
    head = list(_head(note, body, left))
    old = _address(note, tool)
    new = f"/{note.kind.value}/{note.id}/"
    moved = [each for each in dict.fromkeys((old, *_old_addresses(note, tool))) if each not in (new, "/")]
    if moved:
        head += ["redirects:", *(f"  - {_quoted(each)}" for each in moved)]
    head += [
        f"# {key}: {json.dumps(note.fields[key], ensure_ascii=False, default=str)}" for key in _unknown(note, left)
    ]
    title = re.escape(note.title)
    body = re.sub(rf"\A\s*# +{title} *#*\n+", "", body) if "title" not in note.fields else body
    return "\n".join(("---", *head, "---", body.lstrip("\n"))), left


def _head(note: Note, body: str, left: list[str]) -> Iterator[str]:
    fields = note.fields
    if note.kind is Kind.TERM:
        yield f"name: {_quoted(note.title)}"
        yield f"definition: {_quoted(_definition(fields, body))}"
        return
    yield f"title: {_quoted(note.title)}"
    date = _day(fields, "date", "created", "publishDate", "published")
    if date is None:
        left.append(f"it has no date; the day on which the file was written stands there: {note.written.isoformat()}")
    yield f"date: {date or note.written.isoformat()}"
    if updated := _day(fields, "updated", "lastmod", "modified", "last_modified"):
        yield f"updated: {updated}"
    summary = fields.get("summary") or fields.get("description")
    if isinstance(summary, str) and summary.strip():
        yield f"summary: {_quoted(' '.join(summary.split()))}"
    for name, keys in (("authors", ("author", "authors")), ("tags", ("tags", "tag", "categories", "topics"))):
        values = list(dict.fromkeys(each for key in keys for each in _texts(fields.get(key))))
        if values:
            yield f"{name}:"
            yield from (f"  - {_quoted(each.lstrip('#'))}" for each in values)
    if str(fields.get("draft", "")).lower() == "true" or str(fields.get("publish", "")).lower() == "false":
        yield "draft: true"


_READ = frozenset((
    "title", "date", "created", "publishDate", "published", "updated", "lastmod", "modified", "last_modified",
    "summary", "description", "author", "authors", "tags", "tag", "categories", "topics", "draft", "publish", "slug",
    "url", "permalink",
))  # fmt: skip


def _unknown(note: Note, left: list[str]) -> list[str]:
    """The keys that have no like here; they stay in the file as remarks."""
    read = _READ if any("/" in each for each in _texts(note.fields.get("aliases"))) is False else _READ | {"aliases"}
    found = [key for key in note.fields if key not in read]
    if found:
        left.append(f"kept as remarks: {', '.join(f'`{key}`' for key in found)}")
    return found


def _address(note: Note, tool: str) -> str:
    """Where the page stood on the site that the tool made."""
    given = note.fields.get("url") or note.fields.get("permalink")
    if isinstance(given, str) and given.startswith("/"):
        return f"/{given.strip('/')}/"
    parts = [*note.path.parts[:-1], note.path.stem]
    if note.path.stem.lower() in ("index", "_index", "readme"):
        parts = parts[:-1]
    if parts and isinstance(note.fields.get("slug"), str):
        parts[-1] = note.fields["slug"]
    written = [part if tool in ("obsidian", "quartz") else part.lower().replace(" ", "-") for part in parts]
    return "/".join(("", *(part.replace(" ", "-") for part in written), "")) if written else "/"


def _old_addresses(note: Note, tool: str) -> Iterator[str]:
    """Hugo's aliases are addresses; those of the others are names."""
    for each in _texts(note.fields.get("aliases")) if tool == "hugo" else ():
        yield f"/{each.strip('/')}/"


def _day(fields: Any, *keys: str) -> str | None:
    for key in keys:
        value = fields.get(key)
        if isinstance(value, datetime.date):
            return value.isoformat()[:10]
        found = _DATE.match(str(value)) if value else None
        if found:
            return found[0]
    return None


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [each.strip() for each in value.split(",") if each.strip()]
    return [str(each) for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _definition(fields: Any, body: str) -> str:
    given = fields.get("definition") or fields.get("description") or fields.get("summary")
    plain = str(given) if given else re.sub(r"[#*_>`\[\]]", "", body)
    first = re.split(r"(?<=[.!?])\s", " ".join(plain.split()), maxsplit=1)[0]
    return " ".join(first.split()[:_FIRST_WORDS]) or "To be written."


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
