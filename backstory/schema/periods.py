"""Periods: an end that is certainly before its beginning; a season that may be meant as a span of years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backstory.diagnostics import Diagnostic, Related, report
from backstory.language.dates import DateError, Edtf, certainly_before
from backstory.schema.types import When, parsed
from backstory.values.located import Fields, Located, Text

_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_BOUNDS = (("from", "to"), ("founded", "dissolved"))


def reversed_periods(value: Located) -> Iterator[Diagnostic]:
    """An error for each mapping, however deep, that ends before it begins.

    It asks nothing but two dates, so it is told whatever else is wrong with the record.
    """
    inside: Iterable[Located] = value if isinstance(value, list) else ()
    if isinstance(value, Fields):
        for begins, ends in _BOUNDS:
            if begins in value and ends in value:
                yield from _reversed(value[begins], value[ends], begins)
        if "support" in value:
            yield from _in_support(value)
        inside = value.values()
    for each in inside:
        # Most of what a record holds is text, and ends nowhere.
        if isinstance(each, (Fields, list)):
            yield from reversed_periods(each)


def season_or_years(when: When) -> Iterator[Diagnostic]:
    """A note where a season may be meant as years: `2020-21` is spring 2020 in EDTF. JSON holds seasons as such."""
    year, season = int(when.value.text[:4]), int(when.value.text[5:7])
    if season > year % 100 and not when.span.path.endswith(".json"):
        years = f"{year:04}/{year - year % 100 + season:04}"
        hint = f"for the years write `{years}`; where the season is meant, leave it"
        yield report("N101", f"`{when}` is read as {_SEASONS[season]} {year}", when.span, hint=hint)


def _in_support(record: Fields) -> Iterator[Diagnostic]:
    """A kind of support has the bounds of its record where it gives none."""
    kinds = record.get("support")
    for each in kinds if isinstance(kinds, list) else [kinds]:
        if isinstance(each, Fields) and ("from" in each) != ("to" in each):
            yield from _reversed(each.get("from", record.get("from")), each.get("to", record.get("to")), "from")


def _reversed(begins: Located | None, ends: Located | None, key: str) -> Iterator[Diagnostic]:
    first, last = _date(begins), _date(ends)
    if begins is None or ends is None or first is None or last is None or not certainly_before(last, first):
        return
    message = f"this ends, {last.text}, before it begins, {first.text}"
    hint = f"correct one of the two; where only the end is known, leave `{key}` out"
    related = (Related(begins.span, "the beginning"),)
    yield report("E400", message, ends.span, label="the end", hint=hint, related=related)


def _date(value: Located | None) -> Edtf | None:
    try:
        return parsed(value) if isinstance(value, Text) else None
    except DateError:
        return None
