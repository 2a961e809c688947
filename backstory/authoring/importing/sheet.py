"""A spreadsheet's export as rows of named cells, whatever program wrote it: its encoding, separator and header."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from backstory.authoring.fault import AuthoringFault
from backstory.authoring.importing.cell_values import Cells
from backstory.authoring.importing.columns import Columns, demand, known, named
from backstory.authoring.importing.import_report import Skipped
from backstory.reading.decode import decode
from backstory.values.record import Record
from backstory.yamltext.characters import FORBIDDEN

_LARGEST = 64 * 1024 * 1024
_SEPARATORS = (",", ";", "\t", "|")
# How many rows below the first may hold the header.
_LOOKED_AT = 10
_NO_TEXT = {
    b"PK\x03\x04": "a workbook or another packed file",
    b"\xd0\xcf\x11\xe0": "a workbook of an old Excel",
    b"%PDF": "a PDF",
    b"<": "a page or an XML file",
}


class SheetRow(Record, frozen=True):
    """A row. `number` is a spreadsheet's; `cells` are those with something in them, by column."""

    number: int
    cells: dict[str, str | list[str]]


class Sheet(Record, frozen=True):
    """The rows of a table, remarks on the whole of it, and the rows that are no rows."""

    rows: tuple[SheetRow, ...]
    remarks: tuple[str, ...]
    skipped: tuple[Skipped, ...] = ()


def read(name: str, data: bytes, columns: Columns) -> Sheet:
    """The table in a file called `name`; AuthoringFault where it is none, or lacks a column it must have."""
    _refuse(name, data)
    text, remarks = _text(name, data)
    header, *rows = _records(name, text, columns) or [[]]
    names, more = named(header, columns)
    demand(name, names, columns, rows[:_LOOKED_AT])
    _shifted(name, names, rows)
    cells = Cells(columns)
    found = tuple(_rows(rows, names, columns, cells))
    if not found:
        raise AuthoringFault(f"{name} has a header and no rows")
    wide = tuple(_wide(rows, len(names)))
    odd = {each.row for each in wide}
    kept = tuple(each for each in found if each.number not in odd)
    return Sheet(kept, (*remarks, *more, *cells.remarks()), wide)


def _refuse(name: str, data: bytes) -> None:
    """Raises AuthoringFault for a file that is no text, such as a spreadsheet program's own."""
    if not data.strip():
        raise AuthoringFault(f"{name} is empty")
    for mark, what in _NO_TEXT.items():
        if data.startswith(mark):
            raise AuthoringFault(
                f"{name} is {what}, not a table saved as text; open it, and save the sheet as CSV (Excel: Save As, "
                "CSV UTF-8; LibreOffice: Save As, Text CSV; Google Sheets: File, Download, CSV)"
            )


def _shifted(name: str, names: list[str], rows: list[list[str]]) -> None:
    """AuthoringFault where every row has one cell more than the header: R names its rows, and gives that no column."""
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if len(filled) > 1 and all(len(row) == len(names) + 1 and row[-1].strip() for row in filled):
        raise AuthoringFault(
            f"every row of {name} has one cell more than the header, so that no cell stands under its name; "
            "where R wrote it, say `row.names = FALSE`"
        )


def _wide(rows: list[list[str]], width: int) -> Iterator[Skipped]:
    """The rows with text past the last column: a comma in a text that has no quotes moves all after it."""
    for number, row in enumerate(rows, start=2):
        if any(cell.strip() for cell in row[width:]):
            why = f"it has {len(row)} cells, where the header has {width}"
            yield Skipped(number, f"{why} (put quotation marks around a text that holds the separator)")


def _text(name: str, data: bytes) -> tuple[str, list[str]]:
    text, found = decode(data, name, limit=_LARGEST, longest=_LARGEST)
    if text is None:
        why = found[-1]
        raise AuthoringFault(f"{name}, line {why.span.line}: {why.message}; {why.hint}")
    encodings = [each for each in found if each.code in ("E002", "E003")]
    remarks = [
        f"the table was read all the same: {each.message.removesuffix(', and only UTF-8 is read')}"
        for each in encodings
    ]
    cleaned = FORBIDDEN.sub(" ", text)
    if cleaned != text or len(found) > len(encodings):
        remarks.append("control characters and other signs that no text may hold were read as spaces")
    return cleaned, remarks


def _records(name: str, text: str, columns: Columns) -> list[list[str]]:
    """The lines of the table as cells. Excel's own first line `sep=;` says the separator; else the header shows it."""
    first, _, rest = text.partition("\n")
    told = re.fullmatch(r"sep=(.)\s*", first)
    separator = told[1] if told else max(_SEPARATORS, key=lambda each: _known(first, each, columns))
    csv.field_size_limit(_LARGEST)
    found: list[list[str]] = []
    try:
        found.extend(csv.reader(io.StringIO(rest if told else text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        hint = "look for a quotation mark that is not closed there"
        raise AuthoringFault(f"{name} breaks off after row {len(found)}: {error}; {hint}") from error
    return found


def _known(header: str, separator: str, columns: Columns) -> int:
    return sum(
        name in columns or name in columns.also
        for name in (known(each.strip().strip('"')) for each in header.split(separator))
    )


def _rows(rows: list[list[str]], names: Sequence[str], columns: Columns, cells: Cells) -> Iterator[SheetRow]:
    for number, row in enumerate(rows, start=2):
        filled = {
            name: told
            for name, cell in zip(names, row)
            if cell and name in columns and (told := cells.read(name, cell))
        }
        if filled:
            yield SheetRow(number, filled)
