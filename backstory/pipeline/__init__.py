"""The pipeline: from a site's folder to a published site, in eight stages.

discover → read → model → link → check → plan → render → publish. All but the first and the last are pure functions
from records to records and diagnostics. What is heavy is imported where it is used: a build with nothing to do must
not pay for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from backstory.diagnostics import Severity, ordered, weighed
from backstory.engine import lock, store
from backstory.engine.gc_pause import uncollected
from backstory.engine.store import Store
from backstory.pipeline import engine_version
from backstory.pipeline.request import Counts, Outcome, Request, Tree

if TYPE_CHECKING:
    from backstory.pipeline.compiled import Compiled
    from backstory.pipeline.discovery import Discovery
    from backstory.publishing.output import Output
    from backstory.records.knowledge import Knowledge
    from backstory.records.snapshot import Snapshot

_STORE = "store.sqlite"
_TRIES = 3


def build(request: Request) -> Outcome:
    """Build the site into `request.output`, or, where that is None, do everything but publish it.

    Raises `lock.Held` while another build is at work, and `output.OutputFault` where the folder cannot be written.
    """
    return _steadily(lambda: _build(request))


def _build(request: Request) -> Outcome:
    from backstory.pipeline import nothing_to_do
    from backstory.pipeline.discovery import look

    with _memory(request) as memory:
        output = _output(request)
        seen = look(request, memory)
        key = nothing_to_do.cause(request, seen)
        same = nothing_to_do.recalled(memory, request, key, output)
        if same is not None:
            return same
        from backstory.pipeline.publish_stage import into_folder

        compiled = _compiled(request, seen, memory)
        request.found(compiled.diagnostics)
        outcome = into_folder(request, compiled, output, memory)
        nothing_to_do.keep(memory, request, key, outcome)
        return outcome


def preview(request: Request, last: Tree) -> Outcome:
    """Build the site into memory: what did not change since `last` is taken from there."""

    def work() -> Outcome:
        with _memory(request) as memory:
            return (
                _first_shown(request, memory) if not last.made else _shown(request, look(request, memory), memory, last)
            )

    from backstory.pipeline.discovery import look

    return _steadily(work)


def _first_shown(request: Request, memory: Store) -> Outcome:
    """The site when a preview begins: the one kept by the preview before, where nothing changed since."""
    from backstory.pipeline import kept_preview, nothing_to_do
    from backstory.pipeline.discovery import look

    seen = look(request, memory)
    key = nothing_to_do.cause(request, seen)
    kept = kept_preview.recalled(memory)
    if kept is not None and kept[0] == key:
        return kept[1]
    outcome = _shown(request, seen, memory, kept[1].tree if kept else Tree())
    kept_preview.keep(memory, key, outcome)
    return outcome


def _shown(request: Request, seen: Discovery, memory: Store, last: Tree) -> Outcome:
    from backstory.pipeline.publish_stage import into_memory

    return into_memory(request, _compiled(request, seen, memory, plain_assets=True), last)


def why(request: Request, route: str) -> tuple[str, ...] | None:
    """What was linked on the page of a route, by which name, and what was not; None where there is no such page."""
    from backstory.linking.why import why as ledger
    from backstory.pages.core.routes import key_of
    from backstory.pipeline.discovery import look

    with _memory(request) as memory:
        site = _compiled(request, look(request, memory), memory)
    key = key_of(route, site.knowledge.languages)
    if key is None or site.knowledge.get(key) is None:
        return None
    lines = ledger(site.links, site.knowledge, key, site.snapshot.files)
    return tuple(str(line) for line in lines) or ("no name was found on this page",)


def _compiled(request: Request, seen: Discovery, memory: Store, *, plain_assets: bool = False) -> Compiled:
    """The pure stages: read, model, link, check and plan."""
    with uncollected():
        return _through_stages(request, seen, memory, plain_assets=plain_assets)


def _through_stages(request: Request, seen: Discovery, memory: Store, *, plain_assets: bool) -> Compiled:
    from backstory import assembling, checking, config, linking
    from backstory.outputs.copied_files import asset_routes
    from backstory.pages.core.site import Options
    from backstory.pipeline.compiled import Compiled
    from backstory.pipeline.plan_stage import plan as planned
    from backstory.pipeline.read_stage import read
    from backstory.reading.boundaries_geojson import named_alone

    site, of_site = config.load(seen.settings)
    reading = read(request, seen.snapshot, site, memory)
    knowledge, of_model = assembling.model(
        reading.documents,
        reading.lists,
        site,
        boundaries=reading.boundaries,
        today=request.today,
        drafts=request.drafts,
        future=request.future,
    )
    links, of_links = linking.link(knowledge, files=seen.snapshot.files)
    of_rules = checking.check(knowledge, links, today=request.today)
    assets = asset_routes(seen.snapshot, plain=plain_assets)
    options = Options(base=request.base_url or site.url, offline=request.offline, assets=assets)
    plan, of_plan = planned(knowledge, links, seen.snapshot, options)
    of_files = (*seen.diagnostics, *of_site, *reading.diagnostics)
    unused = named_alone(site, reading.boundaries, of_files)
    said = (*of_files, *unused, *of_model, *of_links, *of_rules, *of_plan)
    found = weighed(ordered(said), site.severity, strict=request.strict)
    failed = any(each.severity is Severity.ERROR for each in found)
    counts = _counts(seen.snapshot, reading.count, knowledge)
    return Compiled(seen.snapshot, knowledge, links, None if failed else plan, found, counts)


def _steadily(work: Callable[[], Outcome]) -> Outcome:
    """Start over when a file changes between the look through the folder and its reading."""
    from backstory.reading import ChangedError

    for _ in range(_TRIES):
        try:
            return work()
        except ChangedError:
            continue
    return work()


@contextmanager
def _memory(request: Request) -> Iterator[Store]:
    with lock.held(request.cache):
        if request.fresh:
            (request.cache / _STORE).unlink(missing_ok=True)
        with store.opened(request.cache / _STORE, engine_version.engine()) as memory:
            yield memory
            memory.commit()


def _output(request: Request) -> Output | None:
    from backstory.publishing import output

    if request.output is None:
        return None
    return output.opened(request.output, site=request.site, content=request.site / "content")


def _counts(snapshot: Snapshot, read: int, knowledge: Knowledge) -> Counts:
    drafts = sum(article.fields.draft for article in knowledge.withheld.values())
    future = len(knowledge.withheld) - drafts
    return Counts(files=len(snapshot.sources) + 1, read=read, drafts=drafts, future=future)
