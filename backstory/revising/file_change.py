"""A change of a site's files: edits, files that move, files that go; as bytes, and as a diff."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from backstory import regular_files
from backstory.authoring.fault import AuthoringFault
from backstory.diagnostics import Edit, Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class FileChange:
    """Edits, whose places are those before any of them; `moved` maps old paths to new ones; `deleted` files go.

    `told` is what the author is to know.
    """

    edits: tuple[Edit, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)
    deleted: frozenset[str] = frozenset()
    told: tuple[str, ...] = ()

    def files(self, site: Path) -> dict[str, bytes | None]:
        """The bytes that each file is to have, None for one that goes, by path."""
        made: dict[str, bytes | None] = dict.fromkeys((*self.moved, *self.deleted))
        by_path: dict[str, list[Edit]] = {path: [] for path in self.moved}
        for edit in self.edits:
            by_path.setdefault(edit.span.path, []).append(edit)
        for path, edits in by_path.items():
            if path not in self.deleted:
                made[self.moved.get(path, path)] = edited(_read(site, path), edits, path)
        return made


def line_after(span: Span, edits: Iterable[Edit]) -> int:
    """The line on which what stands at a span stands after the edits."""
    before = (each for each in edits if each.span.path == span.path and each.span.line <= span.line)
    return span.line + sum(each.text.count("\n") - each.span.end_line + each.span.line for each in before)


def edited(data: bytes, edits: Iterable[Edit], path: str) -> bytes:
    """A file with the edits; line ends and all else are as they were."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise AuthoringFault(f"{path} is not UTF-8: save it as UTF-8 first") from None
    lines = [line for line in _LINE.findall(text) if line]
    end = next((line[len(line.rstrip("\r\n")) :] for line in lines if line[-1] in "\r\n"), "\n")
    if lines and lines[-1][-1] not in "\r\n":
        last_line_open = True
    else:
        last_line_open = False
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    mark = 1 if text.startswith("\ufeff") else 0

    def offset(line: int, column: int) -> int:
        if line > len(lines):
            return len(text)
        return starts[line - 1] + column - 1 + (mark if line == 1 else 0)

    for edit in sorted(set(edits), key=lambda each: (each.span, each.text), reverse=True):
        begin = offset(edit.span.line, edit.span.column)
        finish = offset(edit.span.end_line, edit.span.end_column)
        words = edit.text.replace("\n", end)
        if begin == len(text) and last_line_open and edit.span.line > len(lines):
            words = end + words.removesuffix(end)
        text = text[:begin] + words + text[finish:]
    return text.encode("utf-8")


def diff(site: Path, files: Mapping[str, bytes | None], moved: Mapping[str, str]) -> str:
    """The change as a unified diff, as `git apply` reads it."""
    came_from = {new: old for old, new in moved.items()}
    told = []
    for path in sorted(files):
        data, source = files[path], came_from.get(path, path)
        if data is None and path in moved:
            continue
        before = "" if data is not None and not (site / source).exists() else _text(_read(site, source))
        after = "" if data is None else _text(data)
        told.append(f"diff --git a/{source} b/{path}\n")
        if source != path:
            told += [f"rename from {source}\n", f"rename to {path}\n"]
        told += difflib.unified_diff(
            before.splitlines(keepends=True),
            after.splitlines(keepends=True),
            f"a/{source}",
            "/dev/null" if data is None else f"b/{path}",
            n=1,
        )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in told)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _read(site: Path, path: str) -> bytes:
    linked = regular_files.link_on_the_way(site, path)
    if linked is not None:
        raise AuthoringFault(f"{site / linked} is a link, and nothing is written through links")
    try:
        return regular_files.read(site / path)
    except OSError as error:
        raise AuthoringFault(f"{site / path} cannot be read: {error.strerror}") from error
