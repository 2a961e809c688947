"""Reads EDTF text: gives a date, or an error that says what is wrong with the text."""

from __future__ import annotations

import calendar
import datetime
import re

from backstory.language.dates.date_suggestions import meant
from backstory.language.dates.edtf import DateError, Edtf, Precision

_LEAF = re.compile(
    r"(?P<year>[0-9]{2}(?:[0-9]{2}|[0-9]X|XX))(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?P<mark>[~?%]?)"
)
_FORMS = "write a day as `2020-05-26`, a month as `2020-05`, a year as `2020`, a span as `2019/2020-05`"
# Northern, meteorological; a winter belongs to the year it begins in. `certainly_before` takes it as vague.
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
_SET_FORM = "name each date, as in `[2020-03-25,2020-03-26]`"
_MONTHS = "months are 01 to 12; 21 to 24 are spring, summer, autumn, winter"
_LONGEST = 200


class _UnreadableError(DateError):
    """The text holds no date that we can read; 30 February, a date that does not exist, is a plain DateError."""


def parse(text: str) -> Edtf:
    """The date that `text` states; DateError, with offsets into `text`, when it states none."""
    body = text.strip()
    at = text.find(body)
    try:
        return _expression(body, at)
    except DateError as wrong:
        candidates = suggested(body)
        if not candidates:
            raise
        hint = "write " + " or ".join(f"`{candidate}`" for candidate in candidates)
        if len(candidates) > 1:
            hint += ", whichever is meant"
        if isinstance(wrong, _UnreadableError):
            raise DateError(f"`{body}` is not how a date is written here", hint, at, at + len(body)) from None
        raise DateError(wrong.message, hint, wrong.start, wrong.end) from None


def suggested(text: str) -> tuple[str, ...]:
    """The dates that a text in another spelling may mean, as EDTF; none where that is not sure."""
    return tuple(candidate for candidate in meant(text.strip()) if _reads(candidate))


def _reads(text: str) -> bool:
    try:
        _expression(text, 0)
    except DateError:
        return False
    return True


def _expression(text: str, at: int) -> Edtf:
    if not text:
        raise DateError("there is no date here", f"{_FORMS}, or leave the key out", at, at)
    if len(text) > _LONGEST:
        raise DateError("this is too long for a date", _FORMS, at, at + len(text))
    if text == "..":
        return Edtf(text, "open", None, None, open_end=True)
    if text[0] in "[{":
        return _one_of_set(text, at)
    if "/" in text:
        return _interval(text, at)
    return _leaf(text, at)


def _one_of_set(text: str, at: int) -> Edtf:
    whole = (at, at + len(text))
    if text[0] == "{":
        raise DateError(
            "`{…}`, all of a set, is not supported",
            "write several dates as a YAML list",
            *whole,
        )
    if text[-1] != "]":
        raise DateError("this set of dates has no closing `]`", f"write `{text}]`", *whole)
    members: list[Edtf] = []
    offset = at + 1
    for piece in text[1:-1].split(","):
        members.append(_member(piece.strip(), offset + len(piece) - len(piece.lstrip())))
        offset += len(piece) + 1
    distinct = tuple(
        sorted(
            {member.text: member for member in members}.values(),
            key=lambda m: m.sort_key,
        )
    )
    if len(distinct) < 2:
        hint = f"write `{distinct[0].text}`, or add the other dates it may be"
        raise DateError("a set needs two different dates or more", hint, *whole)
    return Edtf(
        text,
        "set",
        min(member.earliest for member in distinct if member.earliest),
        max(member.latest for member in distinct if member.latest),
        approximate=any(member.approximate for member in distinct),
        uncertain=any(member.uncertain for member in distinct),
        members=distinct,
    )


def _member(text: str, at: int) -> Edtf:
    if not text:
        raise DateError("a date is missing in this set", _SET_FORM, at, at)
    if ".." in text or "/" in text:
        raise DateError("a set cannot hold a range", _SET_FORM, at, at + len(text))
    return _leaf(text, at)


def _interval(text: str, at: int) -> Edtf:
    left, _, right = text.partition("/")
    if "/" in right:
        second = at + len(left) + 1 + right.index("/")
        hint = "write its first and its last date, as in `2019-04-04/2020-06`"
        raise _UnreadableError("an interval has one `/`", hint, second, second + 1)
    if left in ("", "..") and right in ("", "..") and (left, right) != ("", ".."):
        raise DateError("this interval names no date", "leave the key out", at, at + len(text))
    start = _end_of_interval(left, at)
    end = _end_of_interval(right, at + len(left) + 1)
    if start and end and start.earliest and end.latest and end.latest < start.earliest:
        raise DateError(
            "this interval ends before it starts",
            f"write `{right}/{left}`",
            at,
            at + len(text),
        )
    return Edtf(
        text,
        "interval",
        start.earliest if start else None,
        end.latest if end else None,
        approximate=any(part.approximate for part in (start, end) if part),
        uncertain=any(part.uncertain for part in (start, end) if part),
        start=start,
        end=end,
        open_start=left == "..",
        open_end=right == "..",
        unknown_start=not left,
        unknown_end=not right,
    )


def _end_of_interval(text: str, at: int) -> Edtf | None:
    return None if text in ("", "..") else _leaf(text, at)


def _leaf(text: str, at: int) -> Edtf:
    """A single date, as it stands alone, at either end of an interval, or in a set."""
    found = _LEAF.fullmatch(text)
    if not found:
        raise _not_a_date(text, at)
    precision, earliest, latest = _span(found, at)
    mark = found["mark"]
    return Edtf(
        text,
        precision,
        earliest,
        latest,
        approximate=mark in ("~", "%"),
        uncertain=mark in ("?", "%"),
    )


def _not_a_date(text: str, at: int) -> DateError:
    end = at + len(text)
    if re.match(r"-[0-9]{4}|.*[0-9] ?(?:BCE?|B\.C\.)", text):
        return DateError(
            "years before the year 1 are not supported",
            "put it in words in the text",
            at,
            end,
        )
    if re.match(r"Y-?[0-9]|[0-9]{9}|[0-9]{5,7}(?![0-9])", text):
        return DateError("a year has four digits, from 0001 to 9999", _FORMS, at, end)
    time = re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})([T ][0-9]{1,2}:[0-9].*)", text)
    if time:
        return DateError(
            "a date here has no time of day",
            f"write `{time[1]}`",
            at + time.start(2),
            end,
        )
    return _UnreadableError(f"`{text}` is not a date that can be read here", _FORMS, at, end)


def _span(found: re.Match[str], at: int) -> tuple[Precision, datetime.date, datetime.date]:
    year, month, day = found["year"], found["month"], found["day"]
    if "X" in year:
        if month:
            what = "decade" if year[2] != "X" else "century"
            raise DateError(
                f"a {what} has no months",
                f"write `{year}`",
                at + found.start("month"),
                at + found.end(),
            )
        return _unspecified_year(year)
    if year == "0000":
        raise DateError("there is no year 0000", "years run from 0001 to 9999", at, at + 4)
    number = int(year)
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise DateError(
                "a day needs its month",
                f"write `{year}`",
                at + found.start("day"),
                at + found.end("day"),
            )
        return "year", datetime.date(number, 1, 1), datetime.date(number, 12, 31)
    return _within_year(found, number, at)


def _unspecified_year(year: str) -> tuple[Precision, datetime.date, datetime.date]:
    precision: Precision = "century" if year[2] == "X" else "decade"
    first = max(int(year.replace("X", "0")), 1)
    return (
        precision,
        datetime.date(first, 1, 1),
        datetime.date(int(year.replace("X", "9")), 12, 31),
    )


def _within_year(found: re.Match[str], year: int, at: int) -> tuple[Precision, datetime.date, datetime.date]:
    month, day = found["month"], found["day"]
    where = at + found.start("month"), at + found.end("month")
    if "X" in month:
        raise DateError(f"`{month}` is half a month", f"write `{year:04}-XX` or `{year:04}`", *where)
    if int(month) in _SEASON_MONTHS:
        if day:
            raise DateError(
                "a season has no days",
                _MONTHS,
                at + found.start("day"),
                at + found.end("day"),
            )
        return "season", *_season(year, int(month))
    if not 1 <= int(month) <= 12:
        raise DateError(f"there is no month {month}", _MONTHS, *where)
    last = calendar.monthrange(year, int(month))[1]
    if day in (None, "XX"):
        return (
            "month",
            datetime.date(year, int(month), 1),
            datetime.date(year, int(month), last),
        )
    if "X" in day:
        where = at + found.start("day"), at + found.end("day")
        raise DateError(
            f"`{day}` is half a day",
            f"write `{year:04}-{month}-XX` or `{year:04}-{month}`",
            *where,
        )
    if not 1 <= int(day) <= last:
        raise _no_such_day(found, year, last, at)
    exact = datetime.date(year, int(month), int(day))
    return "day", exact, exact


def _no_such_day(found: re.Match[str], year: int, last: int, at: int) -> DateError:
    name, day = calendar.month_name[int(found["month"])], int(found["day"])
    where = at + found.start("day"), at + found.end("day")
    if name == "February" and day == 29:
        return DateError(f"29 February {year} does not exist", f"{year} was not a leap year", *where)
    if day == 0 or day > 31:
        return DateError(f"there is no day {found['day']}", f"{name} has {last} days", *where)
    return DateError(f"{day} {name} does not exist", f"{name} has {last} days", *where)


def _season(year: int, code: int) -> tuple[datetime.date, datetime.date]:
    first = datetime.date(year, _SEASON_MONTHS[code], 1)
    if code != 24:
        return first, datetime.date(year, first.month + 2, calendar.monthrange(year, first.month + 2)[1])
    if year == datetime.MAXYEAR:
        return first, datetime.date.max
    return first, datetime.date(year + 1, 2, calendar.monthrange(year + 1, 2)[1])
