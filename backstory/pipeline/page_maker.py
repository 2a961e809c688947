"""A draft becomes files: its pages are composed, and rendered where the last build's no longer stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from backstory.diagnostics import Diagnostic
from backstory.engine import fingerprint, stale
from backstory.engine.stale import MadeFile
from backstory.pipeline import engine_version
from backstory.publishing.templates import Renderer, TemplateFault
from backstory.records.plan import Bytes, Page, file_of
from backstory.values.record import encode


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of the site: why it is as it is, and its bytes, or None where the last build's still stand. `template` is
    "" for a file made without one; `taken` is what of a page counts for those that sum up all others, encoded."""

    route: str
    made: MadeFile
    data: bytes | None
    template: str = ""
    taken: bytes = b""


@dataclass(frozen=True, slots=True)
class Fault:
    """A page that could not be rendered, by a fault of its template."""

    template: str
    diagnostic: Diagnostic


Printed = tuple[Sheet | Fault, ...]


@dataclass(frozen=True, slots=True)
class Press:
    """Makes the files of drafts. `made` is what stands from the last build, by file; `takes` say what of each page
    the pages want to know that sum up all others."""

    renderer: Renderer
    made: Mapping[str, MadeFile]
    takes: tuple[Callable[[Page], Any], ...]

    def printed(self, composed: Iterable[Page | Bytes]) -> Printed:
        """A file for each page or file composed, in that order."""
        return tuple(self._file(each) if isinstance(each, Bytes) else self._page(each) for each in composed)

    def _file(self, file: Bytes) -> Sheet:
        digest = fingerprint.digest(file.data)
        last = stale.standing(file_of(file.route), digest, self.made)
        return Sheet(file.route, MadeFile(digest, digest), None if last else file.data)

    def _page(self, page: Page) -> Sheet | Fault:
        taken = encode([take(page) for take in self.takes])
        try:
            closure = self.renderer.closure(page.template)
            cause = fingerprint.joined((fingerprint.of(page.view), closure, page.template, engine_version.engine()))
            last = stale.standing(file_of(page.route), cause, self.made)
            if last is not None:
                return Sheet(page.route, last, None, page.template, taken)
            data = self.renderer.render(page.template, page.view)
        except TemplateFault as fault:
            return Fault(page.template, fault.diagnostic)
        return Sheet(page.route, MadeFile(cause, fingerprint.digest(data)), data, page.template, taken)
