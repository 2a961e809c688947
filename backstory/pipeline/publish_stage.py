"""The stages `render` and `publish` of a compiled site, into a folder or into memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from backstory.diagnostics import ordered
from backstory.engine.stale import MadeFile
from backstory.engine.store import Store
from backstory.pipeline import build_cache
from backstory.pipeline.render import produce
from backstory.pipeline.request import Outcome, Request, Tree
from backstory.publishing.output import Change, Output, publish

if TYPE_CHECKING:
    from backstory.pipeline.compiled import Compiled


def into_folder(request: Request, compiled: Compiled, output: Output | None, store: Store) -> Outcome:
    """Publish into the output folder; where that is None, render all the same and write nothing."""
    if compiled.plan is None:
        return Outcome(compiled.diagnostics, compiled.counts)
    product = produce(compiled.plan, compiled.snapshot, _standing(request, output, store), request)
    diagnostics = ordered((*compiled.diagnostics, *product.diagnostics))
    counts = replace(compiled.counts, pages=product.pages, rendered=product.rendered)
    if output is None:
        build_cache.keep_manifest(store, str(request.output), product.made)
    if product.diagnostics or output is None:
        return Outcome(diagnostics, counts)
    done = publish(output, Change({file: each.digest for file, each in product.made.items()}, product.fresh))
    build_cache.keep_manifest(store, str(request.output), product.made)
    counts = replace(counts, removed=done.removed)
    return Outcome(diagnostics, counts, published=True, kept=done.kept, changed=tuple(sorted(product.fresh)))


def into_memory(request: Request, compiled: Compiled, last: Tree) -> Outcome:
    """The site as a tree; with errors, the last good one."""
    if compiled.plan is None:
        return Outcome(compiled.diagnostics, compiled.counts, tree=last)
    product = produce(compiled.plan, compiled.snapshot, last.made, request)
    diagnostics = ordered((*compiled.diagnostics, *product.diagnostics))
    counts = replace(compiled.counts, pages=product.pages, rendered=product.rendered)
    if product.diagnostics:
        return Outcome(diagnostics, counts, tree=last)
    data = {file: product.fresh[file] if file in product.fresh else last.data[file] for file in product.made}
    changed = tuple(
        file for file in sorted({*product.made, *last.made}) if product.made.get(file) != last.made.get(file)
    )
    return Outcome(diagnostics, counts, published=True, changed=changed, tree=Tree(product.made, data))


def _standing(request: Request, output: Output | None, store: Store) -> Mapping[str, MadeFile]:
    """What was made before and stands: as it was written, or for a check, which writes nothing, without a fault."""
    last = build_cache.manifest(store, str(request.output))
    if output is None:
        return last
    return {file: each for file, each in last.items() if output.files.get(file) == each.digest and output.intact(file)}
