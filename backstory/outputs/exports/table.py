"""A table of the dataset: its columns, each with a type and a description, and its rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Generic, Literal, TypeVar

from backstory.values.localized_text import Words
from backstory.values.record import Record

T = TypeVar("T")
Sort = Literal["id", "ids", "text", "texts", "date", "dates", "word", "words", "integer", "number", "flag", "url"]
Cell = str | int | float | Words | tuple[str, ...] | None

# How a formula begins in a spreadsheet. Values of other sorts cannot begin so, except for numbers.
_FORMULA = frozenset("=+-@\t\r\n")
_FREE = frozenset({"text", "texts"})


class Column(Record, Generic[T], frozen=True):
    """A column. `about` describes it to readers of the table; a text in several languages fills a column for each."""

    name: str
    sort: Sort
    about: str
    of: Callable[[T], Cell]


class Field(Record, frozen=True):
    """A column as it is in the file."""

    name: str
    sort: Sort
    about: str


class ForeignKey(Record, frozen=True):
    """The rule that the values of `field` are ids of the table `table`."""

    field: str
    table: str


class Table(Record, frozen=True):
    """A table as it is written: every cell is text. `key` are the columns that tell its rows apart."""

    name: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[str, ...], ...]
    key: tuple[str, ...] = ("id",)
    references: tuple[ForeignKey, ...] = ()


def table(
    name: str,
    columns: Iterable[Column[T]],
    records: Iterable[T],
    languages: tuple[str, ...],
    *,
    key: tuple[str, ...] = ("id",),
    references: tuple[ForeignKey, ...] = (),
) -> Table:
    """The table of `records`. A text in several languages is in the column `name`, and for each further language in one
    such as `name_ar`.

    Such a further column is there only where a record has the text in that language.
    """
    made = list(records)
    fields: list[Field] = []
    cells: list[list[str]] = []
    for column in columns:
        values = [column.of(each) for each in made]
        fields.append(Field(column.name, column.sort, column.about))
        texts = [value if isinstance(value, str) else _written(value, languages[0]) for value in values]
        cells.append(_guarded(texts, column.sort))
        for lang in languages[1:]:
            spoken = [_in(value, lang) for value in values]
            if any(spoken):
                fields.append(Field(f"{column.name}_{lang}", column.sort, f"{column.about} Language: {lang}."))
                cells.append(_guarded(spoken, column.sort))
    return Table(name, tuple(fields), tuple(zip(*cells)), key, references)


def joined(items: Iterable[str]) -> str:
    """A list in one cell, with `;` between its items; a `;` or `\\` within an item has a `\\` before it."""
    held = tuple(items)
    text = ";".join(held)
    if "\\" not in text and text.count(";") < (len(held) or 1):
        return text
    return ";".join(re.sub(r"[\\;]", r"\\\g<0>", each) for each in held)


def _written(value: int | float | Words | tuple[str, ...] | None, lang: str) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return joined(value) if value else ""
    return value.pick(lang)[0] if isinstance(value, Words) else number(value)


def _in(value: Cell, lang: str) -> str:
    """A text in another of the site's languages, "" without one."""
    if not isinstance(value, Words) or not value.says(lang):
        return ""
    return value.pick(lang)[0]


def _guarded(texts: list[str], sort: Sort) -> list[str]:
    """Free texts, with an apostrophe before those that a spreadsheet would run as a formula (OWASP, CSV injection).

    Texts that begin with apostrophes followed by such a character get one too, so that a reader can always drop the
    first.
    """
    if sort not in _FREE:
        return texts
    return ["'" + each if each.lstrip("'")[:1] in _FORMULA else each for each in texts]


def number(value: float) -> str:
    """A number without an exponent, and without a fraction where it is whole."""
    if value == int(value):
        return str(int(value))
    return f"{Decimal(repr(value)):f}"


def lines(made: Table) -> Iterator[tuple[str, ...]]:
    """The header, then the rows."""
    yield tuple(each.name for each in made.fields)
    yield from made.rows
