"""The stage `render` over a whole site: every draft is composed and, where it is stale, rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from backstory.diagnostics import Diagnostic
from backstory.engine import stale
from backstory.engine.gc_pause import uncollected
from backstory.engine.stale import MadeFile
from backstory.engine.workers import forked
from backstory.pipeline import engine_version
from backstory.pipeline.page_maker import Fault, Press, Printed, Sheet
from backstory.pipeline.request import Request
from backstory.publishing.bytecode import bytecode
from backstory.publishing.templates import Renderer
from backstory.records.plan import Plan, file_of
from backstory.records.snapshot import Snapshot

# Fewer drafts are made sooner than processes are.
_FEW = 12


@dataclass(frozen=True, slots=True)
class Product:
    """The site as it shall be: every file with its cause and digest, and the data of those made just now. `pages` is
    how many it has, and `rendered` how many of them were made."""

    made: Mapping[str, MadeFile]
    fresh: Mapping[str, bytes | Path]
    pages: int
    rendered: int
    diagnostics: tuple[Diagnostic, ...] = ()


def produce(plan: Plan, snapshot: Snapshot, made: Mapping[str, MadeFile], request: Request) -> Product:
    """Make every file whose cause differs from the one it was last made for, drafts in as many processes as asked."""
    renderer = Renderer(snapshot.templates, bytecode(request.compiled_templates, engine_version.engine()))
    work = Press(renderer, made, tuple(each.take for each in plan.summaries))
    printed = _printed(plan, work, request)
    sheets = sorted((each for each in printed if isinstance(each, Sheet)), key=lambda each: each.route)
    last = Press(renderer, made, ())
    for number, summary in enumerate(plan.summaries):
        taken = [each.taken[number] for each in sheets if each.taken and each.taken[number] is not None]
        printed += last.printed(summary.compose(taken))
    return _product(plan, made, printed)


def _printed(plan: Plan, work: Press, request: Request) -> Printed:
    """What became of all drafts, in their order. Those of many files are begun first, for they take longest."""
    order = sorted(range(len(plan.drafts)), key=lambda at: -len(plan.drafts[at].routes))
    found: dict[int, Printed] = {}

    def made(at: int) -> Printed:
        return work.printed(plan.drafts[order[at]].compose())

    jobs = request.jobs if len(order) > _FEW else 1
    if jobs > 1:
        work.renderer.load_all()
    with uncollected():
        for number, (at, printed) in enumerate(forked(made, len(order), jobs=jobs), 1):
            found[order[at]] = printed
            request.progress("writing", number, len(order))
    return tuple(each for _, printed in sorted(found.items()) for each in printed)


def _product(plan: Plan, made: Mapping[str, MadeFile], printed: Printed) -> Product:
    sheets = {file_of(each.route): each for each in printed if isinstance(each, Sheet)}
    result = {file: each.made for file, each in sheets.items()}
    fresh: dict[str, bytes | Path] = {file: each.data for file, each in sheets.items() if each.data is not None}
    for each in plan.copies:
        file = file_of(each.route)
        result[file] = MadeFile(each.digest, each.digest)
        if stale.standing(file, each.digest, made) is None:
            fresh[file] = Path(each.path)
    pages = [each for each in sheets.values() if each.is_page]
    rendered = sum(each.data is not None for each in pages)
    faults = {each.template: each.diagnostic for each in reversed(printed) if isinstance(each, Fault)}
    return Product(result, fresh, len(pages), rendered, tuple(dict.fromkeys(faults.values())))
