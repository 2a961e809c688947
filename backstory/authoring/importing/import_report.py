"""The result of an import: how many rows were read, into which files, and which were not read and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from backstory.diagnostics import Diagnostic
from backstory.values.record import Record

_REASONS = 100
_RUNS = 30


class Skipped(Record, frozen=True):
    """A row that was not read. Rows count as a spreadsheet counts them: the header is row 1."""

    row: int
    reason: str


class Imported(Record, frozen=True):
    """`count` rows stand in what `written` names; `remarks` are on the table as a whole, `missing` on the site."""

    count: int
    written: str
    skipped: tuple[Skipped, ...] = ()
    remarks: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def told(skipped: Iterable[Skipped]) -> Iterator[str]:
    """The rows that were not read, in order of the first of each reason: `rows 2-4, 9: why`."""
    rows: dict[str, list[int]] = {}
    for each in sorted(skipped, key=lambda each: each.row):
        rows.setdefault(each.reason, []).append(each.row)
    for why, numbers in list(rows.items())[:_REASONS]:
        yield f"{'row' if len(numbers) == 1 else 'rows'} {_ranges(numbers)}: {why}"
    left = list(rows.values())[_REASONS:]
    if left:
        yield f"… and {counted(sum(map(len, left)))} more, for {len(left):,} other reasons; mend these first"


def counted(count: int) -> str:
    """A number of rows in words: `1 row`, `12 rows`."""
    return "1 row" if count == 1 else f"{count:,} rows"


def _ranges(numbers: Sequence[int]) -> str:
    """Numbers in order, those that follow each other as a range; of very many the first."""
    runs: list[list[int]] = []
    for each in numbers:
        if runs and each == runs[-1][-1] + 1:
            runs[-1][1:] = [each]
        else:
            runs.append([each])
    shown = ", ".join("-".join(map(str, run)) for run in runs[:_RUNS])
    left = sum(run[-1] - run[0] + 1 for run in runs[_RUNS:])
    return shown + (f" and {left:,} more" if left else "")


def reason(found: Iterable[Diagnostic], columns: Iterable[str] = ()) -> str:
    """The diagnostics of a row in one line; `columns` names the cell of each where that is known."""
    told = []
    for each, column in zip(found, [*columns, *([""] * 1000)]):
        where = f"`{column}`: " if column else ""
        way_out = "; ".join(part for part in (each.label, " ".join(each.hint.split())) if part).replace("?; ", "? ")
        told.append(f"{where}{each.message}" + (f" ({way_out})" if way_out else ""))
    return " · ".join(told)
