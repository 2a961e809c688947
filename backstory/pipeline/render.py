"""The stage `render` over a whole site: every draft is composed and, where it is stale, rendered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from backstory.diagnostics import Diagnostic
from backstory.engine import fingerprint, stale
from backstory.engine.gc_pause import uncollected
from backstory.engine.stale import MadeFile
from backstory.engine.traces import PageTrace, Trace, Tracing
from backstory.engine.workers import forked
from backstory.pipeline import engine_version
from backstory.pipeline.page_maker import Fault, Press, Printed, Sheet
from backstory.pipeline.request import Request
from backstory.pipeline.tracing import Traced
from backstory.publishing.bytecode import bytecode
from backstory.publishing.templates import Renderer
from backstory.records.plan import Draft, Plan, Summary, file_of
from backstory.records.snapshot import Snapshot
from backstory.values.record import Decoder, encode

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


def produce(
    plan: Plan, snapshot: Snapshot, made: Mapping[str, MadeFile], request: Request, traced: Traced
) -> tuple[Product, Trace]:
    """Make every file whose cause differs from the one it was last made for; the trace of it for the next build.

    Drafts that stand by their trace are not composed. The others are, in as many processes as asked.
    """
    renderer = Renderer(snapshot.templates, bytecode(request.compiled_templates, engine_version.engine()))
    maker = Press(renderer, made, tuple(each.take for each in plan.summaries))
    tracing = Tracing()
    printed = list(_drafts(plan, maker, request, traced, tracing))
    sheets = sorted((each for each in printed if isinstance(each, Sheet)), key=lambda each: each.route)
    for number, summary in enumerate(plan.summaries):
        printed += _summary(summary, number, sheets, replace(maker, takes=()), traced.last, tracing)
    return _product(plan, made, printed), tracing.done(traced.facts, renderer.closure, traced.answer)


def _drafts(plan: Plan, maker: Press, request: Request, traced: Traced, tracing: Tracing) -> Iterator[Sheet | Fault]:
    """What became of all drafts. Those of many files are begun first, for they take longest."""
    standing = traced.standing(maker.renderer.closure)
    waiting: list[Draft] = []
    for draft in plan.drafts:
        name = draft.routes[0]
        held = standing.get(name)
        if held is None or not all(file_of(page.route) in maker.made for page in held.pages):
            waiting.append(draft)
            continue
        tracing.keep(name, held, traced.last)
        yield from _standing(held.pages, maker.made)
    waiting.sort(key=lambda each: -len(each.routes))

    def make(at: int) -> tuple[Printed, frozenset[str]]:
        with traced.noting.questions.apart() as asked:
            printed = maker.printed(waiting[at].compose())
        return printed, frozenset(asked)

    jobs = request.jobs if len(waiting) > _FEW else 1
    if jobs > 1:
        maker.renderer.load_all()
    with uncollected():
        for number, (at, (printed, asked)) in enumerate(forked(make, len(waiting), jobs=jobs), 1):
            name = waiting[at].routes[0]
            tracing.note(name, asked | traced.noting.planning.get(name, frozenset()), _pages(printed))
            yield from printed
            request.progress("writing", number, len(waiting))


def _summary(
    summary: Summary, number: int, sheets: Iterable[Sheet], maker: Press, last: Trace, tracing: Tracing
) -> Iterable[Sheet | Fault]:
    """The pages that sum up all others: as they stand, where what they sum up is what it was."""
    taken = [(each.route, each.taken) for each in sheets if each.taken]
    name, cause = summary.routes[0], fingerprint.digest(encode([taken, summary.routes]))
    before, pages = last.summaries.get(name, ("", ()))
    same = all(maker.renderer.closure(page.template) == last.templates.get(page.template) for page in pages)
    if before == cause and same and all(file_of(page.route) in maker.made for page in pages):
        tracing.note_summary(name, cause, pages)
        return _standing(pages, maker.made)
    decoder: Decoder[list[Any]] = Decoder(list[summary.kind | None])  # type: ignore[name-defined]
    values = (decoder.decode(each)[number] for _, each in taken)
    printed = maker.printed(summary.compose([each for each in values if each is not None]))
    tracing.note_summary(name, cause, _pages(printed))
    return printed


def _standing(pages: Iterable[PageTrace], made: Mapping[str, MadeFile]) -> Iterator[Sheet]:
    return (Sheet(page.route, made[file_of(page.route)], None, page.template, page.taken) for page in pages)


def _pages(printed: Printed) -> Iterator[PageTrace]:
    return (PageTrace(each.route, each.template, each.taken) for each in printed if isinstance(each, Sheet))


def _product(plan: Plan, made: Mapping[str, MadeFile], printed: Sequence[Sheet | Fault]) -> Product:
    sheets = {file_of(each.route): each for each in printed if isinstance(each, Sheet)}
    result = {file: each.made for file, each in sheets.items()}
    fresh: dict[str, bytes | Path] = {file: each.data for file, each in sheets.items() if each.data is not None}
    for each in plan.copies:
        file = file_of(each.route)
        result[file] = MadeFile(each.digest, each.digest)
        if stale.standing(file, each.digest, made) is None:
            fresh[file] = Path(each.path)
    pages = [each for each in sheets.values() if each.template]
    rendered = sum(each.data is not None for each in pages)
    faults = {each.template: each.diagnostic for each in reversed(printed) if isinstance(each, Fault)}
    return Product(result, fresh, len(pages), rendered, tuple(dict.fromkeys(faults.values())))
