"""The years in which a backing was observed or was certainly going on: never a year that a vague date only may mean."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import lru_cache

from backstory.language.dates import Edtf, certainly_after, certainly_before, on
from backstory.records.backing import Backing
from backstory.schema.position import SupportGiven
from backstory.schema.types import When

_WITHIN_A_YEAR = frozenset({"day", "month", "year"})


def years(backing: Backing) -> frozenset[int]:
    """The years of a backing by its own dates.

    An observation counts for the year in which all of it lies. From a start to an end, or to `as_of` where it was still
    going on then, each year counts that it certainly reaches; a start or an end alone counts as an observation.
    `2020-05~` counts for 2020; `2019/2020`, which is some day between, counts for neither.
    """
    return _years(backing, backing.as_of)


def by_support(backing: Backing) -> tuple[frozenset[int], ...]:
    """The years of each support of a backing: by its own dates where it has any, else those of the backing."""
    whole = years(backing)
    return tuple(
        _years(each, backing.as_of) if each.from_ or each.to or each.observed else whole for each in backing.support
    )


def unsure(backing: Backing) -> tuple[str, ...]:
    """The dates and kinds of support of a backing that give no certain year: `observed 202X`, `media`."""
    as_of = backing.as_of.value if backing.as_of else None
    dates = [f"observed {each}" for each in backing.observed if not any(_observed(each.value, as_of))]
    return (*dates, *(given.kind for given, found in zip(backing.support, by_support(backing)) if not found))


def _years(record: Backing | SupportGiven, speaks_of: When | None) -> frozenset[int]:
    as_of = speaks_of.value if speaks_of else None
    found: set[int] = set()
    for each in record.observed:
        found.update(_observed(each.value, as_of))
    if record.from_ or record.to:
        start = record.from_.value if record.from_ else None
        found.update(_between(start, record.to.value if record.to else None, as_of))
    return frozenset(found)


def _observed(date: Edtf, as_of: Edtf | None) -> Iterable[int]:
    if date.precision == "interval" and date.open_end:
        return _between(date.start, date, as_of)
    return _reached(date, date)


def _between(start: Edtf | None, end: Edtf | None, as_of: Edtf | None) -> Iterable[int]:
    going_on = end is not None and end.open_end
    last = as_of if going_on or (end and as_of and certainly_after(end, as_of)) else end
    if start is not None and last is not None and not certainly_before(last, start):
        return _reached(start, last)
    alone = start or last
    return _reached(alone, alone) if alone is not None else ()


def _reached(start: Edtf, end: Edtf) -> Iterable[int]:
    """The years that have certainly begun before the end and are certainly not over before the start."""
    first, last = start.earliest or start.latest, end.latest or end.earliest
    if first is None or last is None:
        return ()
    within = range(first.year, last.year + 1)
    return within if _in_a_year(start) and _in_a_year(end) else _sure(start, end, within)


def _in_a_year(date: Edtf) -> bool:
    """Whether everything that the date can mean lies in one year."""
    return date.precision in _WITHIN_A_YEAR and not (date.approximate or date.uncertain)


@lru_cache(maxsize=1 << 12)
def _sure(start: Edtf, end: Edtf, within: range) -> tuple[int, ...]:
    return tuple(year for year in within if _begun(end, year) and _lasts(start, year))


def _begun(end: Edtf, year: int) -> bool:
    return year == datetime.MINYEAR or certainly_after(end, on(datetime.date(year - 1, 12, 31)))


def _lasts(start: Edtf, year: int) -> bool:
    return year == datetime.MAXYEAR or certainly_before(start, on(datetime.date(year + 1, 1, 1)))
