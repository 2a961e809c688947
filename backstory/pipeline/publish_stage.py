"""The stages `render` and `publish` of a compiled site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from backstory.diagnostics import ordered
from backstory.engine import spool
from backstory.engine.spool import Place, Spool
from backstory.engine.stale import MadeFile
from backstory.engine.store import Store
from backstory.engine.traces import Trace
from backstory.pipeline import build_cache, tracing
from backstory.pipeline.render import RenderedSite, render_site
from backstory.pipeline.request import Outcome, Request
from backstory.publishing.output import Change, Output, publish
from backstory.records.plan import Plan

if TYPE_CHECKING:
    from backstory.pipeline.compiled import Compiled


def into_folder(request: Request, compiled: Compiled, output: Output | None, store: Store) -> Outcome:
    """Publish into the output folder; where that is None, render all the same and write nothing."""
    if compiled.plan is None:
        return Outcome(compiled.diagnostics, compiled.counts)
    with spool.opened(request.cache) as kept:
        return _into_folder(request, compiled, compiled.plan, output, store, kept)


def _into_folder(
    request: Request, compiled: Compiled, plan: Plan, output: Output | None, store: Store, kept: Spool
) -> Outcome:
    made = _standing(request, output, store)
    keep = _nowhere if output is None else kept.keep
    site, trace = render_site(plan, compiled.snapshot, made, request, compiled.traced, keep)
    diagnostics = ordered((*compiled.diagnostics, *site.diagnostics))
    counts = replace(compiled.counts, pages=site.pages, rendered=site.rendered)
    if output is None:
        _keep(request, site, trace, store)
    if site.diagnostics or output is None:
        return Outcome(diagnostics, counts)
    files = {file: each.digest for file, each in site.made.items()}
    fresh = {file: at if isinstance(at, Path) else partial(kept.read, at) for file, at in site.fresh.items()}
    done = publish(output, Change(files, fresh))
    _keep(request, site, trace, store)
    build_cache.keep_stamps(store, output.stamps(files, request.now_ns), str(request.output))
    counts = replace(counts, removed=done.removed)
    return Outcome(diagnostics, counts, published=True, kept=done.kept, changed=tuple(sorted(fresh)))


def _nowhere(_data: bytes) -> Place:
    """Where bytes lie that nobody will publish."""
    return 0, 0


def _keep(request: Request, site: RenderedSite, trace: Trace, store: Store) -> None:
    """Keep what was made and what was asked, together: one without the other would let a page stand that does not."""
    build_cache.keep_manifest(store, str(request.output), site.made)
    tracing.keep(store, str(request.output), trace if not site.diagnostics else Trace())


def _standing(request: Request, output: Output | None, store: Store) -> Mapping[str, MadeFile]:
    """What was made before and stands: as it was written, or for a check, which writes nothing, without a fault."""
    last = build_cache.manifest(store, str(request.output))
    if output is None:
        return last
    return {file: each for file, each in last.items() if output.files.get(file) == each.digest and output.intact(file)}
