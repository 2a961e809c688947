"""The text of a note with the links, embeds and marks of another tool as they are written here."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import unquote

from backstory.authoring.importing.notes import Note, slug

_CODE = re.compile(r"(?ms)^(```+|~~~+).*?^\1[ \t]*$|`[^`\n]+`")
_WIKILINK = re.compile(r"(!?)\[\[([^\]\[|#^]*)(#[^\]\[|^]*)?(?:\^[^\]\[|]*)?(?:\|([^\]\[]*))?\]\]")
_LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(<?([^()\s<>]+?)>?(\s+\"[^\"]*\")?\)")
_REFERENCE = re.compile(r"\{\{[<%]\s*(?:rel)?ref\s+\"?([^\"\s>%]+)\"?\s*[>%]\}\}")
_SHORTCODE = re.compile(r"\{\{[<%].*?[>%]\}\}")
_REMARK = re.compile(r"%%(.*?)%%", re.DOTALL)
_CALLOUT = re.compile(r"(?m)^(>\s*)\[!(\w+)\]([+-]?)")
_ALERTS = ("note", "tip", "important", "warning", "caution")
_CALLED = {"info": "note", "abstract": "note", "hint": "tip", "danger": "caution", "attention": "warning"}


@dataclass(frozen=True, slots=True)
class Folder:
    """What links may lead to: notes by path and by name, and where each other file stands here.

    `prefix` is that of routes which begin at the root, as Hugo writes them.
    """

    notes: tuple[Note, ...]
    files: dict[PurePosixPath, str]
    by_name: dict[str, Note] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for note in self.notes:
            called = (note.path.stem, str(note.path.with_suffix("")), note.title, *_aliases(note))
            for name in called:
                self.by_name.setdefault(slug(name), note)


def _aliases(note: Note) -> Iterable[str]:
    given = note.fields.get("aliases") or ()
    return [given] if isinstance(given, str) else [each for each in given if isinstance(each, str)]


def rewritten(note: Note, folder: Folder) -> tuple[str, tuple[str, ...]]:
    """The text, and a line for each thing in it that has no like here or leads nowhere."""
    told: list[str] = []
    kept: list[str] = []

    def aside(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\ue000{len(kept) - 1}\ue001"

    text = _CODE.sub(aside, note.body)
    text = _REMARK.sub(lambda found: f"<!--{found[1].replace('--', '- -')}-->", text)
    text = _CALLOUT.sub(_alert, text)
    text = _REFERENCE.sub(lambda found: _by_path(note, folder, found[1], told), text)
    text = _WIKILINK.sub(lambda found: _wikilink(note, folder, found, told), text)
    text = _LINK.sub(lambda found: _link(note, folder, found, told), text)
    told += [f"the shortcode `{found[0]}` stays as text" for found in _SHORTCODE.finditer(text)]
    return re.sub("\ue000(\\d+)\ue001", lambda found: kept[int(found[1])], text), tuple(told)


def _alert(found: re.Match[str]) -> str:
    kind = found[2].lower()
    return f"{found[1]}[!{_CALLED.get(kind, kind if kind in _ALERTS else 'note').upper()}]"


def _wikilink(note: Note, folder: Folder, found: re.Match[str], told: list[str]) -> str:
    embed, name, anchor, words = found[1], found[2].strip(), found[3] or "", (found[4] or "").strip()
    file = _file(note, folder, name)
    if file is not None:
        shown = words if words and not words.isdigit() else ""
        return f"{'!' if embed else ''}[{shown or ('' if embed else name)}]({_relative(note, file)})"
    there = folder.by_name.get(slug(name)) if name else note
    if there is None:
        told.append(f"`{found[0]}` leads to no note, and stays as words")
        return words or name
    if embed:
        told.append(f"`{found[0]}` showed another note here; it is a link now")
    target = f"{there.kind.prefix}:{there.id}" if name else ""
    return f"[[{target}{anchor}|{words or name or anchor.lstrip('#')}]]"


def _link(note: Note, folder: Folder, found: re.Match[str], told: list[str]) -> str:
    image, words, target, title = found[1], found[2], found[3], found[4] or ""
    if re.match(r"[a-z][a-z0-9+.-]*:|//|#", target, re.IGNORECASE):
        return found[0]
    return f"{image}[{words}]({_by_path(note, folder, target, told)}{title})"


def _by_path(note: Note, folder: Folder, target: str, told: list[str]) -> str:
    """The path from a note's new place to what a path led to from its old one."""
    path, hash_, anchor = unquote(target).partition("#")
    near = posixpath.normpath(posixpath.join(str(note.path.parent), path)) if not path.startswith("/") else path[1:]
    for each in (near, path.lstrip("/")):
        file = folder.files.get(PurePosixPath(each)) or folder.files.get(PurePosixPath("static") / each)
        if file is not None:
            return _relative(note, file)
        bare = each.removesuffix("/").removesuffix(".md").removesuffix(".html").removesuffix("/index")
        there = next((other for other in folder.notes if str(_bare(other)) == bare), None)
        if there is not None:
            return f"{_relative(note, there.new_path)}{hash_}{anchor}"
    there = folder.by_name.get(slug(PurePosixPath(path).stem))
    if there is not None:
        return f"{_relative(note, there.new_path)}{hash_}{anchor}"
    told.append(f"`{target}` leads to nothing in the folder, and stays as it is")
    return target


def _bare(note: Note) -> PurePosixPath:
    """The path of a note as an address names it: without its ending, and without `index`."""
    bare = note.path.with_suffix("")
    return bare.parent if bare.name.lower() in ("index", "_index", "readme") else bare


def _file(note: Note, folder: Folder, name: str) -> str | None:
    """Where a file that a wikilink names stands here: by its path, or by its name in whichever folder."""
    near = PurePosixPath(posixpath.normpath(posixpath.join(str(note.path.parent), name)))
    for each in (near, PurePosixPath(name)):
        if each in folder.files:
            return folder.files[each]
    return next((place for path, place in folder.files.items() if path.name == name), None)


def _relative(note: Note, place: str) -> str:
    return posixpath.relpath(place, posixpath.dirname(note.new_path)).replace(" ", "%20")
