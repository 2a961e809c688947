"""Strips: when each tie of a table held, drawn on the one scale that the table shares."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from backstory.drawing import period
from backstory.drawing.period import Days, Period
from backstory.model import dates, wording
from backstory.model.backing import Backing
from backstory.model.html import Html
from backstory.model.schema.types import When
from backstory.pages.text import direction


@dataclass(frozen=True, slots=True)
class Strip:
    """When a tie held, drawn; `first` and `last` are the years at the ends of the scale."""

    drawn: Html
    first: str
    last: str


def scale(backings: Iterable[Backing]) -> Days | None:
    """The whole years that all dates of `backings` fall in, None where there is no date."""
    days = [day for each in backings for day in _days(each)]
    if not days:
        return None
    return Days(datetime.date(min(days).year, 1, 1), datetime.date(max(days).year, 12, 31))


def strip(backing: Backing, span: Days, lang: str) -> Strip:
    """The strip of one tie. It stands beside the same in words, so it is silent."""
    drawn = period.bar(_period(backing), span, rtl=direction(lang) == "rtl")
    return Strip(drawn, _year(span.first.year, lang), _year(span.last.year, lang))


def _period(backing: Backing) -> Period:
    going_on = backing.to is not None and backing.to.value.precision == "open"
    as_of = backing.as_of.value if backing.as_of else None
    return Period(
        "",
        start=_between(backing.from_),
        end=None if going_on else _between(backing.to),
        observed=tuple(days for each in backing.observed if (days := _between(each))),
        as_of=(as_of.latest or as_of.earliest) if as_of else None,
        going_on=going_on,
    )


def _between(when: When | None) -> Days | None:
    """The days that a date may mean; of one that lacks a bound, the other."""
    if when is None:
        return None
    first, last = when.value.earliest or when.value.latest, when.value.latest or when.value.earliest
    return Days(first, last) if first and last else None


def _days(backing: Backing) -> Iterator[datetime.date]:
    for when in (backing.from_, backing.to, *backing.observed, backing.as_of):
        yield from (day for day in ((when.value.earliest, when.value.latest) if when else ()) if day)


@lru_cache(maxsize=256)
def _year(year: int, lang: str) -> str:
    return wording.date(dates.parse(f"{year:04d}"), lang)
