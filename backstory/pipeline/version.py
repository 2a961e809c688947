"""One version of a site in memory: each page is composed and rendered when it is asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from backstory.diagnostics import Diagnostic, Severity, ordered
from backstory.engine.gc_pause import uncollected
from backstory.engine.questions import Questions
from backstory.linking.relink import LinkedSite
from backstory.outputs import sitemap
from backstory.pages.core import planner
from backstory.pages.core.planner import Planned
from backstory.pages.core.routes import key_of
from backstory.pages.core.site import Site
from backstory.pipeline import engine_version, plan_stage
from backstory.pipeline.compiled import Known, counted, findings
from backstory.pipeline.noting import Noting, Planning
from backstory.pipeline.request import Outcome, Request, go_on
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


@dataclass(frozen=True, slots=True)
class Kept:
    """What a new version takes over from the last: pages that stand, the notebook of what was worked out once, what
    planners planned that need not be asked again, and the renderer, where the templates are the same."""

    pages: Mapping[str, MadePage] = field(default_factory=dict)
    questions: Questions = field(default_factory=Questions)
    plannings: Mapping[int, Planning] = field(default_factory=dict)
    renderer: Renderer | None = None


class Version:
    """A site as it is known and linked. Its pages and its findings may be asked for from several threads."""

    def __init__(
        self,
        request: Request,
        known: Known,
        linked: LinkedSite,
        kept: Kept | None = None,
    ) -> None:
        """A version with nothing made but what is `kept` of the last one."""
        kept = kept or Kept()
        self.known, self.linked = known, linked
        self.questions = kept.questions
        snapshot = known.seen.snapshot
        self.renderer = kept.renderer or Renderer(
            snapshot.templates, bytecode(request.compiled_templates, engine_version.engine())
        )
        self.request = request
        self._pages = dict(kept.pages)
        self._plannings = kept.plannings
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

    def kept(self, changed: Collection[str]) -> Kept:
        """What stands after an edit of texts that gave other answers to the questions `changed`.

        Other threads may be at work with this version.
        """
        return Kept(
            {file: page for file, page in self._pages.copy().items() if page.asked.isdisjoint(changed)},
            self.questions.standing(changed),
            {
                number: each
                for number, each in self._plannings.items()
                if each.drafts is not None and each.asked.isdisjoint(changed)
            },
            self.renderer,
        )

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
    def site(self) -> Site:
        """The site as its pages see it."""
        return self._site

    def routes(self) -> frozenset[str]:
        """The routes of all its pages and files."""
        plan, _ = self._whole_plan(go_on)
        of_drafts = (route for each in plan.drafts for route in each.routes)
        return frozenset((*of_drafts, *(route for each in plan.summaries for route in each.routes)))

    @property
    def faulty(self) -> bool:
        """Whether a page that was asked for is at fault by its template."""
        return bool(self._faults)

    def outcome(self, going_on: Callable[[], None] = go_on) -> Outcome:
        """All that is wrong with the site, as a build tells it. `going_on` is called now and then; to end the
        work it raises.

        A template of the site's own is tried on one of its pages: what is wrong with it on others alone is told when
        these are asked for.
        """
        with self._checking:
            if self._found is None:
                with uncollected():
                    plan, of_plan = self._whole_plan(going_on)
                    found = findings(self.request, self.known, self.linked, of_plan, going_on)
                    self._found = found, _pages_of(plan)
                for draft in _one_of_each_template(plan) if _has_own_templates(self.known.seen.snapshot) else ():
                    self.file(file_of(draft.routes[0]))
            found, pages = self._found
        told = ordered((*found, *self._faults.values()))
        published = not any(each.severity is Severity.ERROR for each in told)
        counts = replace(counted(self.known), pages=pages)
        return Outcome(told, counts, published=published, lines=self.known.seen.lines)

    def _whole_plan(self, going_on: Callable[[], None]) -> tuple[Plan, tuple[Diagnostic, ...]]:
        """All that the site will consist of, and the routes that clash."""
        noting = Noting(self.linked, Questions())
        known = self.known
        planned = plan_stage.plan(
            known.knowledge, noting.links, known.seen.snapshot, self._options, noting, self._plannings, going_on
        )
        self._plannings = noting.plannings
        return planned

    def _plan_of(self, name: str) -> Planned | None:
        """What makes a file. The planner of the entity whose page it seems to be is asked for that alone, else all are
        asked, one by one."""
        if name not in self._planned and (key := key_of(name, self._site.languages)) is not None:
            site = replace(self._site, only=key)
            self._note(made for each in self._waiting if key.kind in each.serves for made in each.plan(site))
        while name not in self._planned and self._waiting:
            self._plan(self._waiting.pop(0).plan(self._site))
            if not self._waiting:
                self._plan(sitemap.made(self._site, sum(len(each.routes) for each in self._plans)))
        return self._planned.get(name)

    def _plan(self, made: Iterable[Planned]) -> None:
        made = tuple(made)
        self._plans += made
        self._note(made)

    def _note(self, made: Iterable[Planned]) -> None:
        for planned in made:
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
