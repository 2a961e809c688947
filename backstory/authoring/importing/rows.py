"""A row checked as the site will read it: located fields through the same schema as front matter."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from backstory.authoring.importing.import_report import Skipped, reason
from backstory.authoring.importing.yaml_writer import Value
from backstory.diagnostics import Diagnostic, Severity, Span
from backstory.schema import validate
from backstory.schema.base import Shape
from backstory.values.located import Fields, Items, Located, Text

_DAYS = re.compile(r"[1-9][0-9]{4}(?:\.[0-9]+)?\Z")


def wrong(
    shape: type[Shape],
    row: int,
    fields: Mapping[str, Value],
    languages: tuple[str, ...],
    shown: Mapping[str, str] = MappingProxyType({}),
) -> Skipped | None:
    """Why the schema does not take the row, with the columns at fault; None where it does.

    `shown` are the names of the columns that are not called as their keys are.

    A date that is a day as Excel counts them is refused with the day it may be.
    """
    other = _other_language(fields, languages)
    if other:
        return Skipped(row, other)
    names = list(fields)
    given = Fields(
        {name: _located(value, _place(at)) for at, (name, value) in enumerate(fields.items(), start=1)},
        Span(""),
        {name: _place(at) for at, name in enumerate(names, start=1)},
    )
    _, found = validate(shape, given, lang=languages[0], head=Span(""))
    found = tuple(each for each in found if each.severity is Severity.ERROR)
    if not found:
        return None
    columns = [_column(each, names) for each in found]
    counted = [_counted(each, fields.get(at, "")) for each, at in zip(found, columns)]
    return Skipped(row, reason(counted, [shown.get(each, each) for each in columns]))


def _other_language(fields: Mapping[str, Value], languages: tuple[str, ...]) -> str:
    """Which column is in a language that the site has not."""
    for name, value in fields.items():
        for lang in value if isinstance(value, Mapping) else ():
            if lang not in languages:
                return f"`{name}_{lang}`: this site has no language `{lang}` (add it to `languages` in site.yaml)"
    return ""


def _counted(found: Diagnostic, value: Value) -> Diagnostic:
    """A date that is refused, with the day it is where Excel has counted the days since the end of 1899."""
    held = [value] if isinstance(value, str) else list(value)
    number = next((str(each) for each in held if _DAYS.match(str(each))), "")
    if found.code != "E125" or not number:
        return found
    day = datetime.date(1899, 12, 30) + datetime.timedelta(int(number.partition(".")[0]))
    hint = f"`{number}` is {day} where Excel has counted days; give the column the format yyyy-mm-dd and save it again"
    return replace(found, hint=hint)


def _place(number: int) -> Span:
    """Where a cell stands, as far as a message needs it: the line is the number of its column."""
    return Span("row", number, 1, number, 1_000_000)


def _column(found: Diagnostic, names: Sequence[str]) -> str:
    return names[found.span.line - 1] if found.span.path and found.span.line <= len(names) else ""


def _located(value: Value, span: Span) -> Located:
    if isinstance(value, str):
        return Text(value, span)
    if isinstance(value, Mapping):
        return Fields({key: _located(each, span) for key, each in value.items()}, span, dict.fromkeys(value, span))
    return Items([_located(each, span) for each in value], span)
