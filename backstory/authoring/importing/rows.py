"""A row checked as the site will read it: located fields through the same schema as front matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from backstory.authoring.importing.report import Skipped, reason
from backstory.authoring.importing.scalars import Value
from backstory.diagnostics import Diagnostic, Span
from backstory.model.located import Fields, Items, Located, Text
from backstory.model.schema import validate
from backstory.model.schema.base import Shape


def wrong(shape: type[Shape], row: int, fields: Mapping[str, Value], lang: str) -> Skipped | None:
    """Why the schema does not take the row, with the columns at fault; None where it does."""
    names = list(fields)
    given = Fields(
        {name: _located(value, _place(at)) for at, (name, value) in enumerate(fields.items(), start=1)},
        Span(""),
        {name: _place(at) for at, name in enumerate(names, start=1)},
    )
    _, found = validate(shape, given, lang=lang, head=Span(""))
    if not found:
        return None
    return Skipped(row, reason(found, [_column(each, names) for each in found]))


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
