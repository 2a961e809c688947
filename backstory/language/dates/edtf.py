"""A date of limited precision, and whether it is before or after another.

The notation is a subset of EDTF (ISO 8601-2:2019): levels 0 and 1, and level 2's one of a set.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

Precision = Literal["day", "month", "season", "year", "decade", "century", "set", "interval", "open"]


class DateError(ValueError):
    """A text that is no date: what is wrong, the way out, and the offsets of the wrong part."""

    def __init__(self, message: str, hint: str, start: int, end: int) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.start = start
        self.end = end


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as written and the days it may cover; `parser.parse` makes it."""

    text: str
    """As the author wrote it, without surrounding space."""

    precision: Precision
    """The finest unit given; `open` is a lone `..`, the end of what still goes on."""

    earliest: datetime.date | None
    """The first day it can mean; None where there is no bound or the bound is unknown."""

    latest: datetime.date | None
    """The last day it can mean; None where there is no bound or the bound is unknown."""

    approximate: bool = False
    """`~` or `%`: near this date; of an interval or set, whether any part is."""

    uncertain: bool = False
    """`?` or `%`: the source is in doubt; of an interval or set, whether any part is."""

    start: Edtf | None = None
    """The known start of an interval."""

    end: Edtf | None = None
    """The known end of an interval."""

    members: tuple[Edtf, ...] = ()
    """The dates of a set, in order of time; exactly one of them holds."""

    open_start: bool = False
    """`../b`: the start has no bound."""

    open_end: bool = False
    """`a/..` or `..`: still going on."""

    unknown_start: bool = False
    """`/b`: it started, nobody says when."""

    unknown_end: bool = False
    """`a/`: it ended or will, nobody says when."""

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """Total order: by first day (none comes first), then last day (none comes last), then text."""
        first = self.earliest.toordinal() if self.earliest else 0
        last = self.latest.toordinal() if self.latest else datetime.date.max.toordinal() + 1
        return first, last, self.text


def on(day: datetime.date) -> Edtf:
    """The date that means exactly `day`."""
    return Edtf(day.isoformat(), "day", day, day)


def certainly_before(a: Edtf, b: Edtf) -> bool:
    """Whether `a` is over before `b` can begin, however their vague parts are read.

    An approximate or uncertain date, or a season, is allowed its own length of error on either side:
    `2020-05~` is not certainly before `2020-06-10`, but it is before `2020-08`.
    """
    # Widening only brings them nearer: as most dates meet anyhow, few need it.
    return _ends_before(a.latest, b.earliest) and _ends_before(_widened(a)[1], _widened(b)[0])


def certainly_after(a: Edtf, b: Edtf) -> bool:
    """Whether `a` begins only after `b` is over; see `certainly_before`."""
    return certainly_before(b, a)


def _ends_before(latest: datetime.date | None, earliest: datetime.date | None) -> bool:
    return latest is not None and earliest is not None and latest < earliest


def _neighbours(first: datetime.date, last: datetime.date, *, months: int) -> tuple[datetime.date, datetime.date]:
    """From the first day of the year or month before to the last of the one after, however many days those have."""
    before = first.year * 12 + first.month - 1 - months
    after = last.year * 12 + last.month + months
    early = datetime.date(before // 12, before % 12 + 1, 1) if before >= 12 else datetime.date.min
    if after // 12 > datetime.MAXYEAR:
        return early, datetime.date.max
    return early, datetime.date(after // 12, after % 12 + 1, 1) - datetime.timedelta(days=1)


def _widened(date: Edtf) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and last day `date` can mean with the error its vagueness allows."""
    if date.members:
        spans = [_widened(member) for member in date.members]
        firsts = [first for first, _ in spans if first]
        lasts = [last for _, last in spans if last]
        return min(firsts), max(lasts)
    if date.precision == "interval":
        return (
            _widened(date.start)[0] if date.start else None,
            _widened(date.end)[1] if date.end else None,
        )
    vague = date.approximate or date.uncertain or date.precision == "season"
    if not vague or date.earliest is None or date.latest is None:
        return date.earliest, date.latest
    if date.precision in ("year", "month"):
        return _neighbours(date.earliest, date.latest, months=12 if date.precision == "year" else 1)
    length = date.latest.toordinal() - date.earliest.toordinal() + 1
    first = max(date.earliest.toordinal() - length, datetime.date.min.toordinal())
    last = min(date.latest.toordinal() + length, datetime.date.max.toordinal())
    return datetime.date.fromordinal(first), datetime.date.fromordinal(last)
