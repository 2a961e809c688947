"""Mistakes as data: patches of one small site, with the place and code of what must be said of each.

A file of mistakes reads like a diff:

    == a colon in a title
    -- content/articles/jets.md
    - title: Whose jets landed at Jufra?
    + title: Libya: whose jets landed?
                  ^ E101 put quotes around

Lines that begin with two spaces stand in the file already and say where the change belongs. Below an added line, `^`
marks the column of a diagnostic, `?` its line alone, where the column does not matter; then come its code and, where
it matters, words of its label or hint. `@ 1:1 E123` names a place outright. A file that is not there is a new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
_HEADING = re.compile(r"^-- (\S+) --\n", re.MULTILINE)
_MARK = re.compile(r"(?P<lead> *)(?P<sign>[\^?]) (?P<code>[EWN][0-9]{3})(?: (?P<words>.+))?\Z")
_AT = re.compile(r"@ (?P<line>[0-9]+):(?P<column>[0-9]+) (?P<code>[EWN][0-9]{3})(?: (?P<words>.+))?\Z")


@dataclass(frozen=True)
class Mark:
    """A diagnostic that is due: in which added line (from 0), at which column (0: anywhere in the line)."""

    line: int
    column: int
    code: str
    words: str = ""


@dataclass(frozen=True)
class Change:
    """Lines `start` to `end` of a file give way to `lines`; `start` is -1 for a new file."""

    path: str
    start: int
    end: int
    lines: tuple[str, ...]
    marks: tuple[Mark, ...]
    heads: tuple[Mark, ...] = ()
    """Marks at places of the whole file."""


@dataclass(frozen=True)
class Mistake:
    """One mistake: its title and the changes that plant it."""

    title: str
    changes: tuple[Change, ...]

    @property
    def path(self) -> str:
        """The file it is made in, the first of several."""
        return self.changes[0].path


@dataclass(frozen=True, order=True)
class Due:
    """A diagnostic that must be there: where, which, with which words in its label or hint."""

    path: str
    line: int
    column: int
    code: str
    words: str = ""


Files = Mapping[str, str]


def base() -> dict[str, str]:
    """The files of the site without mistakes."""
    pieces = _HEADING.split((HERE / "base.txt").read_text(encoding="utf-8"))
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def mistakes(name: str, files: Files) -> list[Mistake]:
    """The mistakes of the file `name`, each against `files`."""
    text = (HERE / name).read_text(encoding="utf-8")
    found = []
    for block in re.split(r"^== ", text, flags=re.MULTILINE)[1:]:
        title, _, rest = block.partition("\n")
        parts = re.split(r"^-- ", rest, flags=re.MULTILINE)[1:]
        changes = [change for part in parts for change in _changes(part, files)]
        assert changes, title
        found.append(Mistake(title, tuple(changes)))
    return found


def _changes(part: str, files: Files) -> Iterator[Change]:
    path, _, text = part.partition("\n")
    for hunk in re.split(r"^\.\.\.\n", text, flags=re.MULTILINE):
        yield _change(path.strip(), hunk.rstrip("\n").split("\n"), files)


def _change(path: str, hunk: Sequence[str], files: Files) -> Change:
    old: list[str] = []
    new: list[str] = []
    marks: list[Mark] = []
    heads: list[Mark] = []
    for row in hunk:
        if at := _AT.match(row):
            heads.append(Mark(int(at["line"]), int(at["column"]), at["code"], at["words"] or ""))
        elif mark := _MARK.match(row):
            column = len(mark["lead"]) - 1 if mark["sign"] == "^" else 0
            marks.append(Mark(len(new) - 1, column, mark["code"], mark["words"] or ""))
        elif row[:1] in ("-", "+"):
            (old if row[0] == "-" else new).append(row[2:])
        elif row.startswith("  "):
            old.append(row[2:])
            new.append(row[2:])
        elif row.strip():
            raise ValueError(f"{path}: {row}")
    if path not in files:
        assert not old, (path, old)
        return Change(path, -1, -1, tuple(new), tuple(marks), tuple(heads))
    return _shrunk(path, _found(files[path].split("\n"), old, path), old, new, marks, heads)


def _found(lines: Sequence[str], old: Sequence[str], path: str) -> int:
    hits = [at for at in range(len(lines)) if list(lines[at : at + len(old)]) == list(old)]
    assert len(hits) == 1, (path, old, hits)
    return hits[0]


def _shrunk(
    path: str, start: int, old: Sequence[str], new: Sequence[str], marks: Iterable[Mark], heads: Iterable[Mark]
) -> Change:
    """The change without the lines that only say where it belongs."""
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    after = 0
    while after < min(len(old), len(new)) - same and old[len(old) - 1 - after] == new[len(new) - 1 - after]:
        after += 1
    moved = tuple(Mark(mark.line - same, mark.column, mark.code, mark.words) for mark in marks)
    lines = tuple(new[same : len(new) - after])
    return Change(path, start + same, start + len(old) - after, lines, moved, tuple(heads))


def planted(files: Files, wrong: Iterable[Mistake]) -> tuple[dict[str, str], list[Due]]:
    """The files with these mistakes in them, and what must be said of them."""
    changed = dict(files)
    due: list[Due] = []
    by_path: dict[str, list[Change]] = {}
    for mistake in wrong:
        for change in mistake.changes:
            by_path.setdefault(change.path, []).append(change)
    for path, changes in by_path.items():
        lines = files[path].split("\n") if path in files else []
        made: list[str] = []
        at = 0
        for change in sorted(changes, key=lambda each: each.start):
            made += lines[at : max(change.start, 0)]
            due += (Due(path, len(made) + mark.line + 1, *_rest(mark)) for mark in change.marks)
            due += (Due(path, mark.line, *_rest(mark)) for mark in change.heads)
            made += change.lines
            at = max(change.end, 0)
        changed[path] = "\n".join([*made, *lines[at:]]) + ("" if path in files else "\n")
    return changed, sorted(due)


def _rest(mark: Mark) -> tuple[int, str, str]:
    return mark.column, mark.code, mark.words


def parted(wrong: Iterable[Mistake], most: int = 1000) -> list[tuple[Mistake, ...]]:
    """The mistakes in as few groups as follow from their order: in each, no two change the same or adjoining lines."""
    groups: list[list[Mistake]] = []
    for mistake in wrong:
        fits = (group for group in groups if len(group) < most and all(_apart(mistake, each) for each in group))
        found = next(fits, None)
        if found is None:
            groups.append([mistake])
        else:
            found.append(mistake)
    return [tuple(group) for group in groups]


def _apart(one: Mistake, other: Mistake) -> bool:
    return not any(
        a.path == b.path and (a.start < 0 or b.start < 0 or not (a.end < b.start or b.end < a.start))
        for a in one.changes
        for b in other.changes
    )
