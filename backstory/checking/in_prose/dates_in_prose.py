"""Dates as prose writes them: `4 April 2019`, `le 1er mai`, `26 مايو 2020`, `04.04.2019`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from backstory.language.dates import DateError, Edtf, certainly_after, certainly_before, parse

_MONTHS = (
    "january jan janvier janv يناير كانون_الثاني جانفي",
    "february feb février fevrier févr فبراير شباط فيفري",
    "march mar mars مارس آذار اذار",
    "april apr avril avr أبريل ابريل إبريل نيسان أفريل",
    "may mai مايو أيار ايار ماي",
    "june jun juin يونيو يونيه حزيران جوان",
    "july jul juillet juil يوليو يوليه تموز جويلية",
    "august aug août aout أغسطس اغسطس آب أوت",
    "september sept sep septembre سبتمبر أيلول ايلول",
    "october oct octobre أكتوبر اكتوبر تشرين_الأول تشرين_الاول",
    "november nov novembre نوفمبر تشرين_الثاني",
    "december dec décembre decembre ديسمبر كانون_الأول كانون_الاول",
)
_NUMBER_OF = {name.replace("_", " "): number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_NAME = "|".join(sorted(map(re.escape, _NUMBER_OF), key=len, reverse=True))
_TO = r"\s*(?:[-–—]|\b(?:to|and|or|until|au|à|et|ou|إلى|الى|أو|حتى)\b|و)\s*"
_DAY = r"(?:st|nd|rd|th|er)?"
_MONTH = rf"(?:{_NAME})(?:/(?:{_NAME}))?\b\.?"
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_FORMS = re.compile(
    rf"""
    (?<![\w-])(?P<iso>{_YEAR}-[0-9]{{2}}-[0-9]{{2}})(?![\w-])
    | (?<![\w./-])(?P<e1>[0-9]{{1,2}})(?P<es>[./-])(?P<e2>[0-9]{{1,2}})(?P=es)(?P<ey>{_YEAR})(?![\w/-])
    | (?<![\w.,-])(?:(?P<d1>[0-9]{{1,2}}){_DAY}{_TO})?(?P<d2>[0-9]{{1,2}}){_DAY}\s+(?:of\s+|de\s+|من\s+)?
      (?P<dm>{_MONTH})(?:,?\s+(?:de\s+|عام\s+|سنة\s+)?(?P<dy>{_YEAR}))?
    | \b(?P<md>{_MONTH})\s+(?P<m1>[0-9]{{1,2}}){_DAY}(?![0-9])(?:{_TO}(?P<m2>[0-9]{{1,2}})(?![0-9]))?
      (?:,?\s+(?P<my>{_YEAR}))?
    | \b(?:(?P<n1>{_MONTH}){_TO})?(?P<n2>{_MONTH})\s+(?:of\s+|de\s+|عام\s+|سنة\s+)?(?P<ny>{_YEAR})
    | (?<![\w-])(?P<y1>{_YEAR}){_TO}(?P<y2>{_YEAR})
    | \b(?:in|of|during|en|عام|سنة|في)\s+(?P<yy>{_YEAR})(?![\w-]|{_TO}[0-9])
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_MOST_YEARS = 3
_LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class Spoken:
    """A date in prose: its words, where they stand, and what they mean: `{year}` stands for a year not given."""

    text: str
    start: int
    end: int
    meaning: str

    def may_be(self, date: Edtf) -> bool:
        """Whether it can mean `date`; a date without its year can mean any year."""
        if "{year}" not in self.meaning:
            return _agree(self.meaning, date)
        if date.earliest is None or date.latest is None or date.latest.year - date.earliest.year >= _MOST_YEARS:
            return True
        years = range(date.earliest.year, date.latest.year + 1)
        return any(_agree(self.meaning.format(year=f"{year:04}"), date) for year in years)


def spoken(text: str) -> Iterator[Spoken]:
    """The dates in a text, in order."""
    for found in _FORMS.finditer(text.translate(_DIGITS)):
        start, end = found.span("yy" if found["yy"] else 0)
        yield Spoken(text[start:end], start, end, _meaning(found))


def _meaning(found: re.Match[str]) -> str:
    if found["iso"]:
        return found["iso"]
    if found["ey"]:
        return _either_way(found["ey"], int(found["e1"]), int(found["e2"]))
    if found["dm"]:
        return _days(found["dy"], found["dm"], found["d1"] or found["d2"], found["d2"])
    if found["md"]:
        return _days(found["my"], found["md"], found["m1"], found["m2"] or found["m1"])
    if found["ny"]:
        last = f"{found['ny']}-{_month(found['n2'])}"
        return f"{found['ny']}-{_month(found['n1'])}/{last}" if found["n1"] else last
    return f"{found['y1']}/{found['y2']}" if found["y1"] else found["yy"]


def _either_way(year: str, one: int, other: int) -> str:
    """`4/5/2018` in the two orders in which days and months are written, as far as there is such a month."""
    orders = sorted({(month, day) for day, month in ((one, other), (other, one)) if month <= _LAST_MONTH})
    dates = [f"{year}-{month:02}-{day:02}" for month, day in orders]
    return f"[{','.join(dates)}]" if len(dates) > 1 else "".join(dates)


def _days(year: str | None, month: str, first: str, last: str) -> str:
    stem = f"{year or '{year}'}-{_month(month)}"
    start, end = f"{stem}-{int(first):02}", f"{stem}-{int(last):02}"
    return start if start == end else f"{start}/{end}"


def _month(name: str) -> str:
    return f"{_NUMBER_OF[name.partition('/')[0].rstrip('.').casefold()]:02}"


def _agree(meaning: str, date: Edtf) -> bool:
    """Whether nothing keeps the two apart; what is no date contradicts nothing."""
    try:
        said = parse(meaning)
    except DateError:
        return True
    return not certainly_before(said, date) and not certainly_after(said, date)
