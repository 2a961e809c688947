"""Spans whose two ends share a month or a year, such as `1-3 May 2020` or `2020/21`, as EDTF: for suggestions only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from backstory.language.locales import month_numbers


def spans(text: str) -> Iterator[str]:
    """The intervals that a text in small letters may stand for, or with `or` between the ends the sets."""
    begun = re.sub(r"^(?:from|between) ", "", text)
    for pattern in _patterns():
        if found := pattern.fullmatch(begun):
            yield from _read({key: value for key, value in found.groupdict().items() if value})
    yield from _years(begun)
    yield from _shortened(begun)


def _read(found: dict[str, str]) -> Iterator[str]:
    """The span or set of two days or months of one year."""
    months = [_month(found[key]) for key in ("month1", "month2") if key in found]
    first, last = months[0], months[-1]
    ends = [f"{found['year']}-{first:02}", f"{found['year']}-{last:02}"]
    if "day1" in found:
        ends = [f"{end}-{int(found[day]):02}" for end, day in zip(ends, ("day1", "day2"), strict=True)]
    yield "[{},{}]".format(*ends) if "or" in found["join"] else "/".join(ends)


def _month(text: str) -> int:
    return int(text) if text.isdecimal() else month_numbers()[text]


def _years(text: str) -> Iterator[str]:
    """Two years of which the second has two figures: 2014-17, 1999/00."""
    found = re.fullmatch(r"([0-9]{2})([0-9]{2})(?: ?[-/] ?| (?:to|until|till|and) )'?([0-9]{2})", text)
    if found:
        century, first, last = (int(each) for each in found.groups())
        if last > first:
            yield f"{century:02}{first:02}/{century:02}{last:02}"
        elif (first, last) == (99, 0):
            yield f"{century:02}99/{century + 1:02}00"


def _shortened(text: str) -> Iterator[str]:
    """An interval whose end leaves out what it shares with the beginning (ISO 8601-1, 5.5.2.2): 2020-05-01/03."""
    found = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))? ?[-/] ?(?:([0-9]{1,2})-)?([0-9]{1,2})", text)
    if found:
        year, month, day, end_month, last = (each and each.zfill(2) for each in found.groups())
        if day:
            yield f"{year}-{month}-{day}/{year}-{end_month or month}-{last}"
        elif not end_month and last <= "12":
            yield f"{year}-{month}/{year}-{last}"


_TO = r"(?P<join> ?[-/] ?| (?:to|until|till|and|or) )"
_ORDINAL = r"(?:st|nd|rd|th|er|\.)?"
_Y = r"(?P<year>[0-9]{4})"
_D1, _D2 = rf"(?P<day1>[0-9]{{1,2}}){_ORDINAL}", rf"(?P<day2>[0-9]{{1,2}}){_ORDINAL}"
_N1, _N2 = r"(?P<month1>NAME)\.?", r"(?P<month2>NAME)\.?"
_M1, _M2 = r"(?P<month1>[0-9]{1,2})", r"(?P<month2>[0-9]{1,2})"
_FORMS = (
    rf"{_D1}{_TO}{_D2} ?(?:of )?{_N1} ?{_Y}",
    rf"{_N1} {_D1}{_TO}{_D2} {_Y}",
    rf"{_Y} {_N1} {_D1}{_TO}{_D2}",
    rf"{_D1} ?(?:of )?{_N1}{_TO}{_D2} ?(?:of )?{_N2} ?{_Y}",
    rf"{_N1} {_D1}{_TO}{_N2} {_D2} {_Y}",
    rf"{_N1}{_TO}{_N2} {_Y}",
    rf"{_Y} {_N1}{_TO}{_N2}",
    rf"{_D1}(?P<join> ?- ?)(?P<day2>[0-9]{{1,2}})(?P<sign>[./]) ?{_M1}(?P=sign) ?{_Y}",
    rf"(?P<day1>[0-9]{{1,2}})\. ?{_M1}\.?(?P<join> ?[-/] ?)(?P<day2>[0-9]{{1,2}})\. ?{_M2}\. ?{_Y}",
    rf"(?P<day1>[0-9]{{1,2}})/{_M1}(?P<join> ?- ?)(?P<day2>[0-9]{{1,2}})/{_M2}/{_Y}",
    rf"{_M1}/(?P<day1>[0-9]{{1,2}})(?P<join> ?- ?){_M2}/(?P<day2>[0-9]{{1,2}})/{_Y}",
    rf"{_M1}(?P<join> ?- ?){_M2}[/.] ?{_Y}",
)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Patterns with the names of months. They are built at the first call, because they need babel."""
    names = "|".join(sorted(map(re.escape, month_numbers()), key=len, reverse=True))
    return tuple(re.compile(form.replace("NAME", names)) for form in _FORMS)
