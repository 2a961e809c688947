"""The pipeline: from a site's folder to a published site, in eight stages.

discover → read → model → link → check → plan → render → publish. All but the first and the last are pure functions
from records to records and diagnostics. What is heavy is imported where it is used: a build with nothing to do must
not pay for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from backstory.diagnostics import Severity
from backstory.engine import lock, store
from backstory.engine.gc_pause import uncollected
from backstory.engine.store import Store
from backstory.pipeline import engine_version
from backstory.pipeline.request import Outcome, Request

if TYPE_CHECKING:
    from backstory.pipeline.compiled import Compiled
    from backstory.pipeline.discovery import Discovery
    from backstory.publishing.output import Output

T = TypeVar("T")
_STORE = "store.sqlite"
_TRIES = 3


def build(request: Request) -> Outcome:
    """Build the site into `request.output`, or, where that is None, do everything but publish it.

    Raises `lock.Held` while another build is at work, and `output.OutputFault` where the folder cannot be written.
    """
    return steadily(request, _build)


def _build(request: Request) -> Outcome:
    from backstory.pipeline import nothing_to_do
    from backstory.pipeline.discovery import look

    with memory_of(request) as memory:
        output = _output(request, memory)
        seen = look(request, memory)
        key = nothing_to_do.cause(request, seen)
        same = nothing_to_do.recalled(memory, request, key, output)
        if same is not None:
            return replace(same, lines=seen.lines)
        from backstory.pipeline.publish_stage import into_folder

        compiled = _compiled(request, seen, memory)
        request.found(compiled.diagnostics, seen.lines)
        outcome = into_folder(request, compiled, output, memory)
        nothing_to_do.keep(memory, request, key, outcome)
        return replace(outcome, lines=seen.lines, uncached=request.uncached)


def why(request: Request, route: str) -> tuple[str, ...] | None:
    """What was linked on the page of a route, by which name, and what was not; None where there is no such page."""
    from backstory.linking.why import why as ledger
    from backstory.pages.core.routes import key_of
    from backstory.pipeline.discovery import look

    def compiled(asked: Request) -> Compiled:
        with memory_of(asked) as memory:
            return _compiled(asked, look(asked, memory), memory)

    site = steadily(request, compiled)
    key = key_of(route, site.knowledge.languages)
    if key is None or site.knowledge.get(key) is None:
        return None
    lines = ledger(site.links, site.knowledge, key, site.snapshot.files)
    return tuple(str(line) for line in lines) or ("no name was found on this page",)


def _compiled(request: Request, seen: Discovery, memory: Store) -> Compiled:
    """The pure stages: read, model, link, check and plan."""
    from backstory.pipeline.compiled import Compiled, counted, findings, known, settings_of
    from backstory.pipeline.link_stage import link
    from backstory.pipeline.plan_stage import options
    from backstory.pipeline.plan_stage import plan as planned
    from backstory.pipeline.read_stage import read
    from backstory.pipeline.tracing import facts, traced

    with uncollected():
        settings = settings_of(seen)
        site = known(request, seen, settings, read(request, seen.snapshot, settings.site, memory))
        site = replace(site, reading=site.reading.without_documents())
        linked = link(site.knowledge, seen.snapshot, memory)
        told = traced(linked, facts(request, seen, site.reading.facts, site.knowledge), str(request.output), memory)
        how = options(request, settings.site, seen.snapshot)
        plan, of_plan = planned(site.knowledge, linked.links, seen.snapshot, how, told.noting, told.plannings)
        found = findings(request, site, linked, of_plan)
    failed = any(each.severity is Severity.ERROR for each in found)
    return Compiled(seen.snapshot, site.knowledge, linked.links, None if failed else plan, told, found, counted(site))


def steadily(request: Request, work: Callable[[Request], T]) -> T:
    """What `work` makes of a request. It starts over when a file changes between the look through the folder and its
    reading, and without a cache where nothing can be kept in it."""
    from backstory.reading import ChangedError

    for _ in range(_TRIES):
        try:
            return store.undamaged((request.cache or request.site) / _STORE, partial(work, request))
        except ChangedError:
            continue
        except store.UnusableError as error:
            request = replace(request, cache=None, uncached=str(error))
    return work(request)


@contextmanager
def memory_of(request: Request) -> Iterator[Store]:
    """The store of a site's cache, kept when the work is done; without a cache, one in memory.

    Raises `lock.Held` while another build is at work, `store.UnusableError` where nothing can be kept.
    """
    with ExitStack() as stack:
        try:
            memory = _memory(request, stack)
        except (FileExistsError, NotADirectoryError):
            raise  # a file where the folder should be: a mistake of whoever named it
        except OSError as error:
            raise store.UnusableError(error.strerror or str(error)) from error
        yield memory
        memory.commit()


def _memory(request: Request, stack: ExitStack) -> Store:
    engine = engine_version.engine()
    if request.cache is None:
        return stack.enter_context(store.in_memory(engine))
    if request.cache == request.site / ".cache" and request.cache.is_symlink():
        raise store.UnusableError("it is a link, and may have come with the site")
    stack.enter_context(lock.held(request.cache))
    if request.fresh:
        (request.cache / _STORE).unlink(missing_ok=True)
    return stack.enter_context(store.opened(request.cache / _STORE, engine))


def _output(request: Request, memory: Store) -> Output | None:
    from backstory.pipeline import build_cache
    from backstory.publishing import output

    if request.output is None:
        return None
    known = build_cache.stamps(memory, str(request.output))
    return output.opened(request.output, site=request.site, content=request.site / "content", known=known)
