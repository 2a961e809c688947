"""What became of a table: how many rows were read, where they stand now, and which were not read and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from backstory.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that was not read. Rows count as a spreadsheet counts them: the header is row 1."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Imported:
    """`count` rows stand in what `written` names; `remarks` are on the table as a whole."""

    count: int
    written: str
    skipped: tuple[Skipped, ...] = ()
    remarks: tuple[str, ...] = ()


def reason(found: Iterable[Diagnostic], columns: Iterable[str] = ()) -> str:
    """The diagnostics of a row in one line; `columns` names the cell of each where that is known."""
    told = []
    for each, column in zip(found, [*columns, *([""] * 1000)]):
        where = f"`{column}`: " if column else ""
        way_out = "; ".join(part for part in (each.label, " ".join(each.hint.split())) if part)
        told.append(f"{where}{each.message}" + (f" ({way_out})" if way_out else ""))
    return " · ".join(told)
