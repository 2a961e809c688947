"""Results as Markdown tables: a row for each case and measure, a column for each generator."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import median

from benchmarks import builds, edits, previews
from benchmarks.generators.ours import OURS
from benchmarks.processes import Cost
from benchmarks.results import Results

TITLES = {
    builds.COLD: "cold",
    builds.NOTHING: "nothing changed",
    edits.BODY: "body edited",
    edits.TITLE: "title edited",
    edits.ACTOR: "actor renamed",
    edits.TERM: "term added",
    edits.TEMPLATE: "template edited",
    previews.FINDING: "finding after a body edit",
}
_COSTS: Sequence[tuple[str, Callable[[Cost], float]]] = (
    ("wall s", lambda cost: cost.wall),
    ("CPU s", lambda cost: cost.cpu),
    ("memory MB", lambda cost: cost.memory),
)
_ABOUT = """\
# Benchmarks

Made by `python -m benchmarks --write`; do not edit. How to run it: [CONTRIBUTING.md](../CONTRIBUTING.md).

A cell has the median of all rounds, and in brackets how many times as much Backstory takes as the generator of that
column: 0.50x is half. The generators take turns, so that a slow moment of the machine meets all of them. CPU is
processor time of all processes, memory their proportional set size (PSS), sampled. An edit is one file saved after a
full build, then built by a new process. In a preview, the time runs from the save until the new words are in the page
over HTTP, asked for every few milliseconds.

An article has 4.9 KB and names some eight actors and terms. With a number of articles come a fifth as many actors and a
tenth as many terms. The generators do not do the same work. Backstory checks what it builds, finds names in prose, and
quotes the sentence at each backlink. "Hugo, linking names" links names by plain replacement and takes backlinks from
the front matter. The others link no names in prose. MkDocs computes no lists or backlinks: they are written for it
beforehand. Share cards are off in Backstory's site, since no other generator draws any: with `share_cards: true`, as it
is without a setting, each page that has one takes some 40 ms of CPU more when it is made.
"""


def page(all_results: Iterable[Results]) -> str:
    """The page of all results."""
    return "\n".join((_ABOUT, *map(section, all_results)))


def section(results: Results) -> str:
    """The results of a corpus under a heading."""
    saves = f", {results.saves} saves of each kind" if results.previews else ""
    head = (
        f"{results.date}, Backstory {results.revision}, {results.machine}, load at the start {results.load:.1f}. "
        f"{results.rounds} rounds of builds{saves}."
    )
    left_out = [
        f"- left out: {results.titles.get(each.generator, each.generator)}, {' '.join(each.reason.split())[:200]}"
        for each in results.left_out
    ]
    tables = [table for table in (_of_builds(results), _of_previews(results)) if table]
    notes = ["\n".join(left_out)] if left_out else []
    return "\n\n".join((f"## {_title(results.corpus)}", head, *tables, *notes)) + "\n"


def _title(corpus: str) -> str:
    return f"{int(corpus):,} articles" if corpus.isdigit() else _NAMES[corpus]


_NAMES = {"sample": "The sample site", "backings": "650 actors, 8,600 dated backings"}


def _of_builds(results: Results) -> str:
    cases = dict.fromkeys(each.case for each in results.builds)
    rows = [_row("pages", results, [[results.pages.get(id_, 0)] for id_ in results.titles], compared=False)]
    for case in cases:
        for measure, of in _COSTS:
            values = [
                [of(each.cost) for each in results.builds if (each.generator, each.case) == (id_, case)]
                for id_ in results.titles
            ]
            rows.append(_row(f"{TITLES[case]}, {measure}", results, values))
    return _table("build", results, rows) if cases else ""


def _of_previews(results: Results) -> str:
    rows = []
    for case, title, summary in _preview_rows():
        values = [
            [each.value for each in results.previews if (each.generator, each.case) == (id_, case)]
            for id_ in results.titles
        ]
        if any(values):
            rows.append(_row(title, results, [[summary(some)] if some else [] for some in values]))
    return _table("preview", results, rows) if results.previews else ""


def _preview_rows() -> Iterator[tuple[str, str, Callable[[Sequence[float]], float]]]:
    """The case, title and way to sum up of each row."""
    yield previews.FIRST, "first page, second start, s", median
    for case in (*previews.SAVES, previews.FINDING):
        yield case, f"{TITLES[case]}, half within, ms", lambda values: 1_000 * median(values)
        yield case, f"{TITLES[case]}, 95 of 100 within, ms", lambda values: 1_000 * _percentile(values)
    yield previews.IDLE, "idle, % of a processor", lambda values: 100 * median(values)
    yield previews.MEMORY, "memory MB", median


def _row(title: str, results: Results, values: Sequence[Sequence[float]], *, compared: bool = True) -> list[str]:
    """The cells of a row; `values` are those of all rounds, for each generator."""
    ours = values[list(results.titles).index(OURS.id)]
    cells = []
    for id_, theirs in zip(results.titles, values, strict=True):
        cell = _number(median(theirs)) if theirs else "–"
        if compared and id_ != OURS.id and ours and theirs and all(theirs):
            cell += f" ({_number(median(mine / other for mine, other in zip(ours, theirs, strict=False)))}x)"
        cells.append(cell)
    return [title, *cells]


def _table(title: str, results: Results, rows: Sequence[Sequence[str]]) -> str:
    lines = [[title, *results.titles.values()], ["---", *("---:" for _ in results.titles)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _percentile(values: Sequence[float]) -> float:
    return sorted(values)[math.ceil(0.95 * len(values)) - 1]


def _number(value: float) -> str:
    """Three digits that count; a whole number in full."""
    if value >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
