"""The stages `render` and `publish`: what is stale is made, and the site put in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from backstory.diagnostics import Diagnostic
from backstory.engine import fingerprint, stale
from backstory.engine.stale import Made
from backstory.model.plan import Page, Plan, file_of
from backstory.model.snapshot import Snapshot
from backstory.pipeline import identity
from backstory.pipeline.request import Progress
from backstory.publishing.templates import Renderer, TemplateFault, closures


@dataclass(frozen=True, slots=True)
class Product:
    """The site as it shall be: every file with its cause and digest, and the data of those made just now."""

    made: Mapping[str, Made]
    fresh: Mapping[str, bytes | Path]
    rendered: int
    diagnostics: tuple[Diagnostic, ...] = ()


def produce(plan: Plan, snapshot: Snapshot, made: Mapping[str, Made], progress: Progress) -> Product:
    """Make every file whose cause differs from the one it was last made for."""
    try:
        templates = closures(snapshot.templates, (page.template for page in plan.pages))
    except TemplateFault as fault:
        return Product({}, {}, 0, (fault.diagnostic,))
    pages = {file_of(page.route): page for page in plan.pages}
    causes = {file: _cause(page, templates[page.template]) for file, page in pages.items()}
    simple: dict[str, tuple[str, bytes | Path]] = {
        file_of(each.route): (fingerprint.digest(each.data), each.data) for each in plan.made
    }
    simple.update({file_of(each.route): (each.digest, Path(each.path)) for each in plan.copies})
    causes.update({file: digest for file, (digest, _) in simple.items()})
    todo = stale.difference(causes, made).stale
    fresh: dict[str, bytes | Path] = {file: simple[file][1] for file in todo if file in simple}
    rendering = {file: pages[file] for file in todo if file in pages}
    rendered, faults = _rendered(rendering, Renderer(snapshot.templates), progress)
    fresh.update(rendered)
    result = {file: each for file, each in made.items() if file in causes and file not in fresh}
    for file in fresh:
        digest = simple[file][0] if file in simple else fingerprint.digest(rendered[file])
        result[file] = Made(causes[file], digest)
    return Product(result, fresh, len(rendered), faults)


def _cause(page: Page, closure: str) -> str:
    return fingerprint.joined((fingerprint.of(page.view), closure, page.template, identity.engine()))


def _rendered(
    pages: Mapping[str, Page], renderer: Renderer, progress: Progress
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    done: dict[str, bytes] = {}
    faults: dict[str, Diagnostic] = {}
    for number, (file, page) in enumerate(sorted(pages.items()), 1):
        try:
            done[file] = renderer.render(page.template, page.view)
        except TemplateFault as fault:
            faults.setdefault(page.template, fault.diagnostic)
        progress("writing", number, len(pages))
    return done, tuple(faults.values())
