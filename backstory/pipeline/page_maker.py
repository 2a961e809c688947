"""Renders pages: gives each file of a draft its cause and its bytes, where those of the last build do not stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from backstory.diagnostics import Diagnostic
from backstory.engine import fingerprint, stale
from backstory.engine.spool import Place
from backstory.engine.stale import MadeFile
from backstory.pipeline import engine_version
from backstory.publishing.templates import Renderer, TemplateFault
from backstory.records.plan import Bytes, Page, file_of
from backstory.values.record import canonical, encode


@dataclass(frozen=True, slots=True)
class RenderedFile:
    """A file of the site: its cause and digest, and where its bytes lie, None where those of the last build stand.

    `template` is "" for a file made without one. `taken` holds, encoded, what summary pages need of this page.
    """

    route: str
    made: MadeFile
    data: Place | None
    template: str = ""
    taken: bytes = b""


@dataclass(frozen=True, slots=True)
class FailedPage:
    """A page that could not be rendered because its template has a mistake."""

    template: str
    diagnostic: Diagnostic


@dataclass(frozen=True, slots=True)
class PageMaker:
    """Makes the files of drafts. `made` holds the files of the last build by name; `takes` are the `take` functions of
    the plan's summaries: each picks what its summary needs of a page. `keep` lays bytes
    down until they are published."""

    renderer: Renderer
    made: Mapping[str, MadeFile]
    takes: tuple[Callable[[Page], Any], ...]
    keep: Callable[[bytes], Place]

    def render(self, composed: Iterable[Page | Bytes]) -> tuple[RenderedFile | FailedPage, ...]:
        """One file for each page or file composed, in that order."""
        return tuple(self._file(each) if isinstance(each, Bytes) else self._page(each) for each in composed)

    def _file(self, file: Bytes) -> RenderedFile:
        digest = fingerprint.digest(file.data)
        last = stale.standing(file_of(file.route), digest, self.made)
        return RenderedFile(file.route, MadeFile(digest, digest), None if last else self.keep(file.data))

    def _page(self, page: Page) -> RenderedFile | FailedPage:
        taken = encode([take(page) for take in self.takes])
        try:
            closure = self.renderer.closure(page.template)
            view = fingerprint.digest(canonical(page.view))
            cause = fingerprint.joined((view, closure, page.template, engine_version.engine()))
            last = stale.standing(file_of(page.route), cause, self.made)
            if last is not None:
                return RenderedFile(page.route, last, None, page.template, taken)
            data = self.renderer.render(page.template, page.view)
        except TemplateFault as fault:
            return FailedPage(page.template, fault.diagnostic)
        made = MadeFile(cause, fingerprint.digest(data))
        return RenderedFile(page.route, made, self.keep(data), page.template, taken)
