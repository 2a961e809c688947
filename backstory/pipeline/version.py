"""One version of a site in memory: each page is composed and rendered when it is asked for."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from backstory.diagnostics import Diagnostic, Severity, ordered
from backstory.engine.gc_pause import uncollected
from backstory.engine.questions import Questions
from backstory.linking.relink import LinkedSite
from backstory.outputs import sitemap
from backstory.pages.core import planner
from backstory.pages.core.planner import Planned
from backstory.pages.core.routes import key_of
from backstory.pipeline import engine_version, plan_stage
from backstory.pipeline.compiled import Known, counted, findings
from backstory.pipeline.request import Outcome, Request
from backstory.pipeline.tracing import Noting
from backstory.publishing.bytecode import bytecode
from backstory.publishing.templates import Renderer, TemplateFault
from backstory.records.plan import Bytes, Copy, Draft, Page, Plan, Summary, file_of
from backstory.records.snapshot import Snapshot

_MOST_PAGES = 300


@dataclass(frozen=True, slots=True)
class MadePage:
    """A file made for this version or an earlier one, and what it asked."""

    data: bytes
    asked: frozenset[str]


class Version:
    """A site as it is known and linked. Its pages and its findings may be asked for from several threads."""

    def __init__(
        self,
        request: Request,
        known: Known,
        linked: LinkedSite,
        *,
        questions: Questions | None = None,
        pages: Mapping[str, MadePage] | None = None,
        renderer: Renderer | None = None,
    ) -> None:
        """A version with nothing made, or with the `pages` of the last that stand, the notebook of what it worked out
        once, and its renderer, where the templates are the same."""
        self.known, self.linked = known, linked
        self.questions = questions or Questions()
        snapshot = known.seen.snapshot
        self.renderer = renderer or Renderer(
            snapshot.templates, bytecode(request.compiled_templates, engine_version.engine())
        )
        self.request = request
        self._pages = dict(pages or {})
        self._faults: dict[str, Diagnostic] = {}
        self._found: tuple[tuple[Diagnostic, ...], int] | None = None
        self._making, self._checking = threading.Lock(), threading.Lock()
        self._options = plan_stage.options(request, known.settings.site, snapshot, plain=True)
        self._noting = Noting(linked, self.questions)
        self._waiting = list(self._noting.noted(plan_stage.PLANNERS))
        self._site = planner.site_of(
            plan_stage.PLANNERS, known.knowledge, self._noting.links, snapshot, self._options, self.questions
        )
        self._plans: list[Planned] = []
        self._planned: dict[str, Planned] = {}

    def standing(self, changed: Collection[str]) -> Mapping[str, MadePage]:
        """The pages made so far that ask none of the questions `changed`."""
        with self._making:
            return {file: page for file, page in self._pages.items() if page.asked.isdisjoint(changed)}

    def file(self, name: str) -> bytes | Path | None:
        """A file of the site, or the place of one that is copied as it is; None where there is none.

        So it is for a page at fault by its template, which `outcome` tells from then on.
        """
        with self._making, uncollected():
            if name in self._pages:
                return self._pages[name].data
            planned = self._plan_of(name)
            if planned is None:
                return None
            if isinstance(planned.what, Copy):
                return Path(planned.what.path)
            self._make(planned.what)
            return self._pages[name].data if name in self._pages else None

    def has(self, name: str) -> bool:
        """Whether the site has such a file."""
        with self._making, uncollected():
            return name in self._pages or self._plan_of(name) is not None

    @property
    def faulty(self) -> bool:
        """Whether a page that was asked for is at fault by its template."""
        return bool(self._faults)

    def outcome(self) -> Outcome:
        """All that is wrong with the site, as a build tells it.

        A template of the site's own is tried on one of its pages: what is wrong with it on others alone is told when
        these are asked for.
        """
        with self._checking:
            if self._found is None:
                with uncollected():
                    snapshot = self.known.seen.snapshot
                    plan, of_plan = plan_stage.plan(self.known.knowledge, self.linked.links, snapshot, self._options)
                    self._found = findings(self.request, self.known, self.linked, of_plan), _pages_of(plan)
                for draft in _one_of_each_template(plan) if _has_own_templates(snapshot) else ():
                    self.file(file_of(draft.routes[0]))
            found, pages = self._found
        told = ordered((*found, *self._faults.values()))
        published = not any(each.severity is Severity.ERROR for each in told)
        counts = replace(counted(self.known), pages=pages)
        return Outcome(told, counts, published=published, lines=self.known.seen.lines)

    def _plan_of(self, name: str) -> Planned | None:
        """What makes a file. Planners are asked one by one, that of the entity whose page it seems to be first."""
        if name not in self._planned:
            key = key_of(name, self._site.languages)
            self._waiting.sort(key=lambda each: key is None or key.kind not in each.serves)
        while name not in self._planned and self._waiting:
            self._plan(self._waiting.pop(0).plan(self._site))
            if not self._waiting:
                self._plan(sitemap.made(self._site, sum(len(each.routes) for each in self._plans)))
        return self._planned.get(name)

    def _plan(self, made: Iterable[Planned]) -> None:
        for planned in made:
            self._plans.append(planned)
            for route in planned.routes:
                self._planned.setdefault(file_of(route), planned)

    def _make(self, what: Draft | Summary) -> None:
        """Compose and render a draft, and keep its pages. Those kept longest go where there are too many."""
        with self.questions.apart() as asked:
            pages = list(self._summed_up(what) if isinstance(what, Summary) else what.compose())
        asked |= self._noting.planning.get(what.routes[0], frozenset())
        for page in pages:
            data = self._rendered(page)
            if data is not None:
                self._pages[file_of(page.route)] = MadePage(data, frozenset(asked))
        for file in [*self._pages][: max(0, len(self._pages) - _MOST_PAGES)]:
            del self._pages[file]

    def _summed_up(self, summary: Summary) -> Iterable[Page]:
        drafts = sorted(
            (each.what for each in self._plans if isinstance(each.what, Draft)), key=lambda each: each.routes
        )
        pages = (page for draft in drafts for page in draft.compose() if isinstance(page, Page))
        taken = (summary.take(page) for page in sorted(pages, key=lambda page: page.route))
        return summary.compose([each for each in taken if each is not None])

    def _rendered(self, page: Page | Bytes) -> bytes | None:
        if isinstance(page, Bytes):
            return page.data
        try:
            return self.renderer.render(page.template, page.view)
        except TemplateFault as fault:
            self._faults[page.template] = fault.diagnostic
            return None


def _pages_of(plan: Plan) -> int:
    return sum(route == "" or route.endswith(("/", ".html")) for draft in plan.drafts for route in draft.routes)


def _has_own_templates(snapshot: Snapshot) -> bool:
    """Whether the site has templates beside the theme's, or in the place of some."""
    templates = snapshot.templates
    own = (name for name in templates if not name.startswith("theme/"))
    return any(templates[name] != templates.get(f"theme/{name}") for name in own)


def _one_of_each_template(plan: Plan) -> Iterable[Draft]:
    return {draft.template: draft for draft in plan.drafts if draft.template}.values()
