"""Periods within one record: an end that is certainly before its beginning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backstory.diagnostics import Diagnostic, Related, report
from backstory.language.dates import DateError, Edtf, certainly_before
from backstory.schema.types import parsed
from backstory.values.located import Fields, Located, Text

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
