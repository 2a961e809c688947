"""Validation of front matter: pydantic's doorway. One call gives the record, or every error at its own place.

kind_fields, site_settings, translation
                   the fields of every kind, of site.yaml, of a translation
nested_fields, position
                   parts of them with forms of their own: aliases, the brief, backers, positions
base               what the fields of all kinds share
types, choices     the types of single values: ids, dates, addresses; words of a vocabulary, numbers in a range
entries            several entries of a list written as one
periods            an end before its beginning; a season that may be meant as years
references         the ids that a record names, found by its annotations
validation_errors  errors in an author's words
salvage            what can be read of fields with errors
json_schema        JSON Schemas for editors, written by `python -m backstory.schema FOLDER`
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import ValidationError

from backstory.diagnostics import Diagnostic, Span, ordered
from backstory.schema.base import PLACE, Placed, Shape, present
from backstory.schema.entries import written_as_one
from backstory.schema.periods import reversed_periods, season_or_years
from backstory.schema.salvage import Salvaged, salvage
from backstory.schema.types import When
from backstory.schema.validation_errors import explained
from backstory.values.located import Fields

S = TypeVar("S", bound=Shape)


def validate(
    shape: type[S], fields: Fields, *, lang: str, head: Span | None = None
) -> tuple[S | None, tuple[Diagnostic, ...]]:
    """The record that `fields` make, or None, and every error in them, each at its own place.

    A period that is reversed is told, and so is a season that may be meant as years; both leave the record what it is.

    `lang` is the language of the file, that of plain text; `head` is where a missing key is reported.
    """
    given: dict[str, Any] = present(fields)
    gaps = tuple(shape.gaps(given))
    if issubclass(shape, Placed):
        given[PLACE] = fields.span
    seasons: list[When] = []
    try:
        record = shape.model_validate(given, context={"lang": lang, "seasons": seasons})
        errors: tuple[Mapping[str, Any], ...] = ()
    except ValidationError as error:
        record = None
        errors = tuple(error.errors(include_url=False))
    notes = (note for each in seasons for note in season_or_years(each))
    found = (*reversed_periods(fields), *written_as_one(fields), *notes)
    told = ordered(found) if found else ()
    if record is not None and not gaps:
        return record, told
    return None, ordered((*explained(shape, fields, errors, gaps, head or fields.span), *told))


@cache
def every_key() -> frozenset[str]:
    """The keys of all forms an author writes, from those of a kind to those of a quotation."""
    found: set[str] = set()
    waiting: list[type[Shape]] = [Shape]
    while waiting:
        inner = waiting.pop().__subclasses__()
        waiting += inner
        found.update(info.alias or name for shape in inner for name, info in shape.model_fields.items())
    return frozenset(found - {PLACE})


__all__ = ["Salvaged", "every_key", "salvage", "validate"]
