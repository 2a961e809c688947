"""The stage `render` over a whole site: every draft is composed and, where it is stale, rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from backstory.diagnostics import Diagnostic
from backstory.engine import fingerprint, stale
from backstory.engine.forked import forked
from backstory.engine.gc_pause import uncollected
from backstory.engine.spool import Place
from backstory.engine.stale import MadeFile
from backstory.engine.traces import PageTrace, Trace, Tracing
from backstory.pipeline import engine_version
from backstory.pipeline.page_maker import FailedPage, PageMaker, RenderedFile
from backstory.pipeline.request import Request
from backstory.pipeline.tracing import Traced
from backstory.publishing.bytecode import bytecode
from backstory.publishing.templates import Renderer
from backstory.records.plan import Draft, Plan, Summary, file_of
from backstory.records.snapshot import Snapshot
from backstory.values.record import Decoder, encode

Keep = Callable[[bytes], Place]
# Below this many drafts, starting processes costs more than it saves.
_FEW = 12


@dataclass(frozen=True, slots=True)
class RenderedSite:
    """Every file of the site with its cause and digest, and of those that changed where the bytes lie: in the spool, or
    in a file to copy.

    `pages` counts all pages, and `rendered` those that were rendered in this build.
    """

    made: Mapping[str, MadeFile]
    fresh: Mapping[str, Place | Path]
    pages: int
    rendered: int
    diagnostics: tuple[Diagnostic, ...] = ()


def render_site(
    plan: Plan, snapshot: Snapshot, made: Mapping[str, MadeFile], request: Request, traced: Traced, keep: Keep
) -> tuple[RenderedSite, Trace]:
    """Render every file whose cause has changed since the last build; gives the site and the trace for the next build.

    `keep` lays down the bytes of a file, and tells where.
    Drafts that stand by their trace are not composed. The others are, in as many processes as asked.
    """
    compiled = bytecode(request.compiled_templates, engine_version.engine())
    renderer = Renderer(snapshot.templates, compiled, every_picture=request.output is not None)
    maker = PageMaker(renderer, made, tuple(each.take for each in plan.summaries), keep)
    tracing = traced.tracing()
    rendered = list(_drafts(plan, maker, request, traced, tracing))
    files = sorted((each for each in rendered if isinstance(each, RenderedFile)), key=lambda each: each.route)
    for number, summary in enumerate(plan.summaries):
        rendered += _summary(summary, number, files, replace(maker, takes=()), traced.last, tracing)
    return _site(plan, made, rendered), tracing.done(traced.facts, renderer.closure, traced.answer)


def _drafts(
    plan: Plan, maker: PageMaker, request: Request, traced: Traced, tracing: Tracing
) -> Iterator[RenderedFile | FailedPage]:
    """The files of all drafts. Drafts of many files come first, because they take longest."""
    standing = traced.standing(maker.renderer.closure)
    waiting: list[Draft] = []
    for draft in plan.drafts:
        name = draft.routes[0]
        held = standing.get(name)
        if held is None or not all(file_of(page.route) in maker.made for page in held.pages):
            waiting.append(draft)
            continue
        tracing.keep(name, held)
        yield from _standing(held.pages, maker.made)
    waiting.sort(key=lambda each: -len(each.routes))

    def make(at: int) -> tuple[tuple[RenderedFile | FailedPage, ...], frozenset[str]]:
        with traced.noting.questions.apart() as asked:
            rendered = maker.render(waiting[at].compose())
        return rendered, frozenset(asked)

    jobs = request.jobs if len(waiting) > _FEW else 1
    if jobs > 1:
        maker.renderer.load_all()
    with uncollected():
        for number, (at, (rendered, asked)) in enumerate(forked(make, len(waiting), jobs=jobs), 1):
            name = waiting[at].routes[0]
            tracing.note(name, asked | traced.noting.planning.get(name, frozenset()), _pages(rendered))
            yield from rendered
            request.progress("writing", number, len(waiting))


def _summary(
    summary: Summary, number: int, files: Iterable[RenderedFile], maker: PageMaker, last: Trace, tracing: Tracing
) -> Iterable[RenderedFile | FailedPage]:
    """The pages of a summary. They stand as they are where nothing that they sum up has changed."""
    taken = [(each.route, each.taken) for each in files if each.taken]
    name, cause = summary.routes[0], fingerprint.digest(encode([taken, summary.routes]))
    before, pages = last.summaries.get(name, ("", ()))
    same = all(maker.renderer.closure(page.template) == last.templates.get(page.template) for page in pages)
    if before == cause and same and all(file_of(page.route) in maker.made for page in pages):
        tracing.note_summary(name, cause, pages)
        return _standing(pages, maker.made)
    decoder: Decoder[list[Any]] = Decoder(list[summary.kind | None])  # type: ignore[name-defined]
    values = (decoder.decode(each)[number] for _, each in taken)
    rendered = maker.render(summary.compose([each for each in values if each is not None]))
    tracing.note_summary(name, cause, _pages(rendered))
    return rendered


def _standing(pages: Iterable[PageTrace], made: Mapping[str, MadeFile]) -> Iterator[RenderedFile]:
    return (RenderedFile(page.route, made[file_of(page.route)], None, page.template, page.taken) for page in pages)


def _pages(rendered: Iterable[RenderedFile | FailedPage]) -> Iterator[PageTrace]:
    return (PageTrace(each.route, each.template, each.taken) for each in rendered if isinstance(each, RenderedFile))


def _site(plan: Plan, made: Mapping[str, MadeFile], rendered: Sequence[RenderedFile | FailedPage]) -> RenderedSite:
    files = {file_of(each.route): each for each in rendered if isinstance(each, RenderedFile)}
    result = {file: each.made for file, each in files.items()}
    fresh: dict[str, Place | Path] = {file: each.data for file, each in files.items() if each.data is not None}
    for each in plan.copies:
        file = file_of(each.route)
        result[file] = MadeFile(each.digest, each.digest)
        if stale.standing(file, each.digest, made) is None:
            fresh[file] = Path(each.path)
    pages = [each for each in files.values() if each.template and not each.template.endswith(".svg")]
    faults = {each.template: each.diagnostic for each in reversed(rendered) if isinstance(each, FailedPage)}
    return RenderedSite(
        result, fresh, len(pages), sum(each.data is not None for each in pages), tuple(dict.fromkeys(faults.values()))
    )
