"""Dates as prose writes them in English, French and Arabic: `4 April 2019`, `le 1er mai`, `04.04.2019`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from backstory.checking.in_prose.numbers_in_prose import WESTERN
from backstory.language.dates import DateError, Edtf, certainly_after, certainly_before, parse
from backstory.language.locales import month_numbers
from backstory.values.record import Record

YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
RANGE = r"\s*(?:[-–—]|\b(?:to|and|or|until|au|à|et|ou|إلى|الى|أو|حتى)\b|و)\s*"
_ORDINAL = r"(?:st|nd|rd|th|er)?(?![0-9])"
_BEFORE_YEAR = r"(?:,|\s+of|\s+de|\s+عام|\s+سنة)?\s+"
_FORMS = rf"""
    (?<![\w-])(?P<iso>{YEAR}-[0-9]{{2}}-[0-9]{{2}})(?![\w-])
    | (?<![\w./-])(?P<one>[0-9]{{1,2}})(?P<sign>[./-])(?P<other>[0-9]{{1,2}})(?P=sign)(?P<year0>{YEAR})(?![\w/-])
    | (?<![\w.,-])(?:(?P<first1>[0-9]{{1,2}}){_ORDINAL}{RANGE})?(?P<last1>[0-9]{{1,2}}){_ORDINAL}
      \s+(?:(?:of|de|من)\s+)?(?P<month1>MONTH)(?:{_BEFORE_YEAR}(?P<year1>{YEAR}))?
    | \b(?P<month2>MONTH)\s+(?P<first2>[0-9]{{1,2}}){_ORDINAL}(?:{RANGE}(?P<last2>[0-9]{{1,2}}){_ORDINAL})?
      (?:{_BEFORE_YEAR}(?P<year2>{YEAR}))?
    | \b(?:(?P<month3>MONTH){RANGE})?(?P<month4>MONTH){_BEFORE_YEAR}(?P<year3>{YEAR})
    | (?:\(|\b(?:in|of|during|en|عام|سنة|في)\s+)(?P<alone>{YEAR})(?![\w-]|{RANGE}[0-9])
    """
_FIRST_DATE = re.compile("[0-9]{4}(?:-[0-9]{2}){0,2}")
_MOST_YEARS = 3


class DateInProse(Record, frozen=True):
    """A date: where its words stand, and what they may mean, in EDTF; `{year}` stands for a year not given."""

    start: int
    end: int
    meanings: tuple[str, ...]

    def may_be(self, date: Edtf) -> bool:
        """Whether it can mean `date`; a date without its year can mean any year."""
        if "{year}" not in self.meanings[0]:
            return any(_agree(each, date) for each in self.meanings)
        if date.earliest is None or date.latest is None or date.latest.year - date.earliest.year >= _MOST_YEARS:
            return True
        years = range(date.earliest.year, date.latest.year + 1)
        return any(_agree(each.format(year=f"{year:04}"), date) for year in years for each in self.meanings)

    def differs_in_one_part(self, date: Edtf) -> bool:
        """Whether it differs from `date` as a slip does: in day, month or year alone, in a year alone by one."""
        written = _FIRST_DATE.search(date.text)
        there = written[0].split("-") if written else []
        for each in self.meanings:
            pairs = list(zip(each.partition("/")[0].split("-"), there))
            wrong = [(one, other) for one, other in pairs if one not in ("{year}", other)]
            if len(wrong) == 1 and (len(pairs) > 1 or abs(int(wrong[0][0]) - int(wrong[0][1])) == 1):
                return True
        return False


def dates_in(text: str) -> Iterator[DateInProse]:
    """The dates in a text, in order."""
    for found in _forms().finditer(text.translate(WESTERN)):
        yield DateInProse(*found.span("alone" if found["alone"] else 0), _meanings(found))


@lru_cache(maxsize=1)
def _forms() -> re.Pattern[str]:
    name = "|".join(sorted(map(re.escape, month_numbers()), key=len, reverse=True))
    return re.compile(_FORMS.replace("MONTH", rf"(?:{name})(?:/(?:{name}))?\b\.?"), re.IGNORECASE | re.VERBOSE)


def _meanings(found: re.Match[str]) -> tuple[str, ...]:
    if year := found["year0"]:
        # Some write the day first, some the month.
        ways = ((found["one"], found["other"]), (found["other"], found["one"]))
        return tuple(f"{year}-{month:0>2}-{day:0>2}" for day, month in ways if int(month) <= 12)
    if month := found["month1"]:
        return _days(found["year1"], month, found["first1"] or found["last1"], found["last1"])
    if month := found["month2"]:
        return _days(found["year2"], month, found["first2"], found["last2"] or found["first2"])
    if month := found["month4"]:
        return (f"{found['year3']}-{_month(found['month3'] or month)}/{found['year3']}-{_month(month)}",)
    return (found["iso"] or found["alone"],)


def _days(year: str | None, month: str, first: str, last: str) -> tuple[str]:
    one, other = (f"{year or '{year}'}-{_month(month)}-{day:0>2}" for day in (first, last))
    return (f"{one}/{other}",)


def _month(name: str) -> str:
    return f"{month_numbers()[name.partition('/')[0].rstrip('.').casefold()]:02}"


def _agree(meaning: str, date: Edtf) -> bool:
    """Whether nothing keeps the two apart; what is no date contradicts nothing."""
    try:
        said = parse(meaning)
    except DateError:
        return True
    return not certainly_before(said, date) and not certainly_after(said, date)
