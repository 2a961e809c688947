"""Paths: Markdown links and images lead where they lead on github.com."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable
from functools import cached_property
from urllib.parse import unquote

from backstory.diagnostics import Diagnostic, report
from backstory.language.names import did_you_mean, fold
from backstory.linking.targets import Directory, composed
from backstory.records import new_file_links
from backstory.records.links import ToAddress, ToAnchor, ToFile
from backstory.records.prose import Reference, ReferenceKind
from backstory.values.file_names import NO_PICTURES, as_picture, suffix
from backstory.values.keys import Key, Kind

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SCHEMES = frozenset({"http", "https", "mailto"})
_PAGE = re.compile(r"content/(?P<folder>[^/]+)/(?P<id>[a-z0-9-]+)(?:\.(?P<lang>[A-Za-z-]+))?\.md\Z")
_ROUTE = re.compile(r"/(?:[a-z]{2,3}(?:-[A-Za-z0-9]+)?/)?(?P<folder>[a-z]+)/(?P<id>[a-z0-9-]+)/?\Z")

Found = ToAddress | ToAnchor | ToFile | Key | Diagnostic


class Paths:
    """The files of a site that links may lead to. `files` are paths relative to the site's folder."""

    def __init__(self, files: Collection[str], directory: Directory) -> None:
        """The files copied as they are, and those of the entities."""
        self.files = frozenset(files)
        self.directory = directory

    def target(self, reference: Reference, *, guesses: bool = True) -> Found:
        """What a Markdown link or image leads to; a key is that of a content file's entity, there or not.

        With `guesses`, what leads nowhere is told with the path that may have been meant.
        """
        target = reference.target.strip()
        if not target:
            return ToAnchor(reference.anchor)
        scheme = _SCHEME.match(target)
        if scheme or target.startswith("//"):
            return self._outside(reference, target, scheme[1].lower() if scheme else "https")
        if target.startswith("/"):
            return self._absolute(reference, target)
        folder = posixpath.dirname(reference.span.path)
        path = posixpath.normpath(posixpath.join(folder, unquote(target.partition("?")[0])))
        if not path.startswith("content/"):
            hint = "only files under content/ are on the site; for others give the full https:// address"
            return report("E309", f"`{target}` leads out of content/", reference.target_span, hint=hint)
        return self._inside(reference, path, guesses=guesses)

    def _outside(self, reference: Reference, target: str, scheme: str) -> Found:
        if scheme not in _SCHEMES:
            hint = "a link leads to a page of the site, or begins with https://, http:// or mailto:"
            return report("E310", f"links with `{scheme}:` are not allowed", reference.target_span, hint=hint)
        return ToAddress(f"{target}#{reference.anchor}" if reference.anchor else target)

    def _absolute(self, reference: Reference, target: str) -> Diagnostic:
        """A route typed as on the site works neither on github.com nor under a project's folder."""
        written, target = target, composed(unquote(target.partition("?")[0]))
        route = _ROUTE.match(target)
        kind = _kind(route["folder"]) if route else None
        hint = "a link begins at the file it stands in: `../actors/lna.md`, or write `[[lna]]`"
        meant = ""
        if route and kind and self.directory.entity(Key(kind, route["id"])):
            meant = f"content/{kind.value}/{route['id']}.md"
        elif target.lstrip("/") in self.files:
            meant = target.lstrip("/")
        elif f"content{target}" in self.files:
            meant = f"content{target}"
        message = f"`{written}` begins at the root of a server, not at this file"
        instead = self._relative(reference, meant) if meant else ""
        return report("E308", message, reference.target_span, instead=instead, hint=hint)

    def _inside(self, reference: Reference, path: str, *, guesses: bool) -> Found:
        if reference.kind is ReferenceKind.IMAGE and suffix(path) in NO_PICTURES:
            message = f"browsers do not show `.{suffix(path)}` files as pictures"
            return report("E318", message, reference.target_span, hint=as_picture(posixpath.basename(path)))
        if path in self.files:
            return ToFile(path)
        if composed(path) in self._composed:
            return ToFile(self._composed[composed(path)])
        page = _PAGE.match(path)
        kind = _kind(page["folder"]) if page else None
        if page and kind and reference.kind is not ReferenceKind.IMAGE:
            key = Key(kind, page["id"])
            if self.directory.entity(key) is not None or key in self.directory.knowledge.broken:
                return key
        return self._lost(reference, path, self._meant(path) if guesses else "")

    def _lost(self, reference: Reference, path: str, meant: str) -> Found:
        """Nothing stands at the path: whether the case, the ending or a letter of it is wrong."""
        span, target = reference.target_span, reference.target
        instead = self._relative(reference, meant) if meant else ""
        hint = "paths are case-sensitive, and begin at the file they stand in"
        link = ""
        page = _PAGE.match(path)
        kind = _kind(page["folder"]) if page else None
        if page and kind:
            hint = new_file_links.command(kind, page["id"])
            link = new_file_links.address(self.directory.knowledge.site.repository, kind, page["id"])
        elif reference.kind is ReferenceKind.IMAGE:
            hint = "put the image under content/, for instance in content/images/ · " + hint
        elif not meant and target.endswith("/"):
            hint = "a folder has no page to link to: name a file in it"
        return report("E311", f"there is no file `{path}`", span, instead=instead, hint=hint, link=link)

    def _meant(self, path: str) -> str:
        folded = self._folded
        for spelt in (path, f"{path}.md"):
            if fold(spelt) in folded:
                return folded[fold(spelt)]
        same = [each for each in self._all if posixpath.basename(each) == posixpath.basename(path)]
        if same:
            return same[0]
        folder = posixpath.dirname(path)
        names = {posixpath.basename(each): each for each in self._all if posixpath.dirname(each) == folder}
        near = did_you_mean(posixpath.basename(path), names)
        return names[near[0]] if near else ""

    @cached_property
    def _all(self) -> tuple[str, ...]:
        pages = (entity.path for entity in self.directory.knowledge.all() if entity.path.endswith(".md"))
        return tuple(sorted({*pages, *self.files}))

    @cached_property
    def _composed(self) -> dict[str, str]:
        """The files by path in one form of Unicode: a Mac writes names in another than most keyboards."""
        return _first((composed(path), path) for path in sorted(self.files) if not path.isascii())

    @cached_property
    def _folded(self) -> dict[str, str]:
        return _first((fold(path), path) for path in self._all)

    @staticmethod
    def _relative(reference: Reference, path: str) -> str:
        anchor = f"#{reference.anchor}" if reference.anchor else ""
        return posixpath.relpath(path, posixpath.dirname(reference.span.path) or ".") + anchor


def _kind(folder: str) -> Kind | None:
    return next((kind for kind in Kind if kind.value == folder), None)


def _first(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in pairs:
        found.setdefault(key, value)
    return found
