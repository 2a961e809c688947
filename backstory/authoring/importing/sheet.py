"""A spreadsheet's export as rows of named cells, whatever program wrote it: its encoding, separator and header."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from backstory.authoring.fault import AuthoringFault
from backstory.model.names import did_you_mean
from backstory.reading.decode import decode
from backstory.yamltext.characters import FORBIDDEN

_LARGEST = 64 * 1024 * 1024
_LANGUAGE = re.compile(r"(?P<name>[a-z_]+)_(?P<lang>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\Z")
_SEPARATORS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns a table may have: those it must have, those it may, and those that may end in `_ar` and so on."""

    required: tuple[str, ...]
    optional: tuple[str, ...]
    spoken: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All of them."""
        return self.required + self.optional

    def __contains__(self, name: str) -> bool:
        return name in self.names or self.in_language(name) is not None

    def in_language(self, name: str) -> tuple[str, str] | None:
        """The text and the language of a column such as `name_ar`."""
        found = _LANGUAGE.match(name)
        return (found["name"], found["lang"]) if found and found["name"] in self.spoken else None


@dataclass(frozen=True, slots=True)
class Row:
    """A row. `number` is a spreadsheet's; `cells` are those with something in them, by column."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a table, and remarks on the whole of it."""

    rows: tuple[Row, ...]
    remarks: tuple[str, ...]


def read(name: str, data: bytes, columns: Columns) -> Sheet:
    """The table in a file called `name`; AuthoringFault where it is none, or lacks a column it must have."""
    text, remarks = _text(name, data)
    header, *rows = _records(name, text, columns) or [[]]
    named = [_column(each) for each in header]
    remarks += _unknown(named, columns)
    _demand(name, named, columns)
    found = tuple(_rows(rows, named, columns))
    if not found:
        raise AuthoringFault(f"{name} has a header and no rows")
    return Sheet(found, tuple(remarks))


def items(cell: str) -> list[str]:
    """The values of a cell, split at `;` and at line ends; `\\;` is a semicolon within a value."""
    found = [""]
    for part in re.findall(r"\\[\\;]|[^\\;\n]+|[\\;\n]", cell):
        if part in (";", "\n"):
            found.append("")
        else:
            found[-1] += part[1:] if part in ("\\\\", "\\;") else part
    return [each.strip() for each in found if each.strip()]


def _text(name: str, data: bytes) -> tuple[str, list[str]]:
    text, found = decode(data, name, limit=_LARGEST, longest=_LARGEST)
    if text is None:
        raise AuthoringFault(f"{name} is too large to be read; split it")
    encodings = [each.message for each in found if each.code in ("E002", "E003")]
    remarks = [f"the table was read all the same: {each}" for each in encodings]
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
    return sum(_column(each.strip().strip('"')) in columns for each in header.split(separator))


def _column(cell: str) -> str:
    """A column's name as it is known: `As of` is as_of."""
    name = re.sub(r"[\s-]+", "_", cell.strip())
    stem, _, tail = name.rpartition("_")
    return f"{stem.lower()}_{tail}" if _LANGUAGE.match(f"{stem.lower()}_{tail}") else name.lower()


def _unknown(named: Sequence[str], columns: Columns) -> list[str]:
    remarks = []
    for each in dict.fromkeys(named):
        if each and each not in columns:
            near = did_you_mean(each, columns.names)
            guess = f"; did you mean `{near[0]}`?" if near and near[0] not in named else ""
            remarks.append(f"the column `{each}` is not read{guess}")
    return remarks


def _demand(name: str, named: Sequence[str], columns: Columns) -> None:
    twice = [each for each in dict.fromkeys(named) if each in columns and named.count(each) > 1]
    if twice:
        raise AuthoringFault(f"{name} has the column `{twice[0]}` twice; take one away")
    missing = [each for each in columns.required if each not in named]
    if missing:
        raise AuthoringFault(
            f"{name} has no column {' and no column '.join(_missed(each, named) for each in missing)}. "
            f"The first row names the columns: {', '.join(columns.names)}."
        )


def _missed(column: str, named: Sequence[str]) -> str:
    near = did_you_mean(column, [each for each in named if each])
    return f"`{column}`" + (f" (is it `{near[0]}`?)" if near else "")


def _rows(rows: list[list[str]], named: Sequence[str], columns: Columns) -> Iterator[Row]:
    for number, cells in enumerate(rows, start=2):
        filled = {name: cell.strip() for name, cell in zip(named, cells) if name in columns and cell.strip()}
        if filled:
            yield Row(number, filled)
