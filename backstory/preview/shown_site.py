"""What the preview shows: a version of the site, and the mistakes that keep a newer one away."""

from __future__ import annotations

import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path

from backstory import regular_files
from backstory.pipeline.version import Version
from backstory.preview import hidden_articles
from backstory.records.plan import file_of

_TEXTUAL = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".jsonld", ".gexf"}
_TYPES = {
    ".js": "text/javascript",
    ".json": "application/json",
    ".xml": "application/xml",
    ".webp": "image/webp",
}


@dataclass(frozen=True, slots=True)
class File:
    """A file as it is sent."""

    data: bytes
    type: str
    status: int = 200


@dataclass(frozen=True, slots=True)
class Redirect:
    """A folder asked for without its slash."""

    path: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps the newest version away, in words; and apart from it the warnings and notes, with their count."""

    text: str
    others: str = ""
    count: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A version of the site, None where there is none yet, and what is wrong with a newer one."""

    version: Version | None = None
    problem: Problem | None = None

    def answer(self, path: str) -> File | Redirect:
        """What GitHub Pages would send for a path: `/x/` is its index, `/x` its folder or `x.html`, else 404.html.

        For an article that is hidden it is a page that says so.
        """
        route = path.removeprefix("/")
        found = self._file(file_of(route))
        if found is None and self.version is not None and self.version.has(route + "/index.html"):
            return Redirect(path + "/")
        return (
            found
            or self._file(route + ".html")
            or self._hidden(route)
            or self._file("404.html", status=404)
            or File(_EMPTY, "text/html; charset=utf-8", 404)
        )

    def mark(self, answer: File | Redirect) -> str:
        """What tells an answer from another one for the same path: its bytes, and what is wrong with the site."""
        said = answer.path.encode() if isinstance(answer, Redirect) else answer.data
        return hashlib.blake2b(said + repr(self.problem).encode(), digest_size=8).hexdigest()

    def _hidden(self, route: str) -> File | None:
        page = hidden_articles.page(self.version, route) if self.version is not None else None
        return File(page, "text/html; charset=utf-8", 404) if page is not None else None

    def _file(self, file: str, *, status: int = 200) -> File | None:
        """The file; None where there is none, or one that is copied as it is was deleted a moment ago."""
        content = self.version.file(file) if self.version is not None else None
        if content is None:
            return None
        try:
            data = regular_files.read(content) if isinstance(content, Path) else content
        except OSError:
            return None
        return File(data, content_type(file), status)


def content_type(file: str) -> str:
    """The type of a file by its name, with the charset of text."""
    suffix = Path(file).suffix.lower()
    kind = _TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")
    return f"{kind}; charset=utf-8" if suffix in _TEXTUAL else kind


_EMPTY = (
    b"<!doctype html><html lang=en><head><title>Preview</title></head>"
    b"<body><p>There is nothing to show yet.</p></body></html>"
)
