"""Time strips: when each tie of a list was going on, drawn on one scale for the whole list."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from backstory.drawing import time_strip
from backstory.drawing.time_strip import Days, Period, Within
from backstory.language import dates, wording
from backstory.pages.core.page_text import direction
from backstory.records.backing import Backing
from backstory.schema.types import When
from backstory.values.html import Html
from backstory.values.record import Record


class Ends(Record, frozen=True):
    """The years at the ends of a scale."""

    first: str
    last: str


def scale(backings: Iterable[Backing]) -> Days | None:
    """The whole years that hold all dates of `backings`, None without a date. Dates past a record's `as_of` do not
    count, since nothing is drawn there."""
    days: set[datetime.date] = set()
    for each in backings:
        as_of = _last(each.as_of) or datetime.date.max
        for when in (each.from_, each.to, each.as_of, *each.observed):
            if when is not None:
                days.update(min(day, as_of) for day in (when.value.earliest, when.value.latest) if day)
    return Days(datetime.date(min(days).year, 1, 1), datetime.date(max(days).year, 12, 31)) if days else None


def strip(records: Sequence[Backing], span: Days, lang: str) -> Html | None:
    """The time strip of one tie with all its records; None without a date, because an empty strip would seem to say
    "never".

    The same is beside it in words, so screen readers skip it.
    """
    if not any(each.from_ or each.to or each.observed for each in records):
        return None
    return time_strip.bar(_periods(records), span, rtl=direction(lang) == "rtl")


def ends(span: Days, lang: str) -> Ends:
    """The years at the ends of a scale, in words."""
    return Ends(_year(span.first.year, lang), _year(span.last.year, lang))


@lru_cache(maxsize=256)
def _year(year: int, lang: str) -> str:
    return wording.date(dates.parse(f"{year:04d}"), lang)


def _periods(records: Iterable[Backing]) -> Iterator[Period]:
    """A period for each record, and one for all records that were only observed, no later than their `as_of`."""
    seen: list[Within] = []
    for each in records:
        as_of = _last(each.as_of)
        observed = [days for when in each.observed if (days := _between(when, as_of))]
        if each.from_ or each.to or any(as_of and not (days.last and days.last <= as_of) for days in observed):
            going_on = each.to is not None and each.to.value.precision == "open"
            end = None if going_on else _between(each.to)
            yield Period(_between(each.from_), end, tuple(observed), as_of, going_on)
        else:
            seen += observed
    yield Period(observed=tuple(seen))


def _last(when: When | None) -> datetime.date | None:
    """The last day that a date can mean; None where it has no end and no start."""
    return when.value.latest or when.value.earliest if when else None


def _between(when: When | None, as_of: datetime.date | None = None) -> Within | None:
    """The days that a date can mean; an observation that was still going on ends at `as_of`."""
    if when is None or not (when.value.earliest or when.value.latest):
        return None
    return Within(when.value.earliest, when.value.latest or (as_of if when.value.open_end else None))
