"""Reads dates in ordinary spellings, such as `May 2020` or `5/6/2020`, and gives them as EDTF: for suggestions only.

A suggestion means what was written or less, never more: where a text has two meanings both are given, and where it has
none that is sure, none is. `2020/21` is two years, not the EDTF for a spring.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import product

from backstory.language.dates.date_spans import spans
from backstory.language.locales import month_numbers

_LONGEST = 60
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23}
_NOW = re.compile(r"(?:present|now|today|ongoing|current|currently|still|to date|\.\.)")
_EDTF = re.compile(r"[0-9]{2}[0-9X]{2}(-(?:0[1-9]|1[0-2]|XX)(-[0-9X]{2})?)?[~?%]?")
_BETWEEN = re.compile(r" (?:to|until|till|and) | ?[-/] ?")
_PART = re.compile(r"(?:early|mid|late|(?:the )?(?:beginning|start|middle|end) of)[ -](?:the )?(.+)")


def meant(text: str) -> tuple[str, ...]:
    """The EDTF spellings that `text` may stand for; none when it is no date we know how to read.

    Day and month in figures can stand for two dates: `05/06/2020` gives both. The dates need not exist.
    """
    if len(text) > _LONGEST:
        return ()
    plain = _tidy(text)
    found: dict[str, None] = {}
    for read in (_phrase, _single, spans):
        found.update(dict.fromkeys(read(plain)))
    return tuple(candidate for candidate in found if candidate != text)


def _tidy(text: str) -> str:
    """Lower case, ASCII digits and dashes, single spaces, no commas."""
    digits = (str(unicodedata.decimal(c)) if c.isdecimal() else c for c in unicodedata.normalize("NFC", text))
    joined = re.sub("[\u2010-\u2015\u2212]", "-", "".join(digits))
    return " ".join(joined.lower().replace(",", " ").replace("،", " ").split())


def _phrase(text: str) -> Iterator[str]:
    """Dates with a word or sign of vagueness or range: about, since, until, from … to, or."""
    if _NOW.fullmatch(text):
        yield ".."
    if found := re.fullmatch(r"(?:about|around|circa|ca?\.?|approximately|approx\.?|roughly|~|≈) ?(.+)", text):
        yield from (f"{date}~" for date in _single(found[1]) if "/" not in date)
        yield from (re.sub(r"(?=/|\Z)", "~", span) for span in spans(found[1]) if "[" not in span)
    if found := re.fullmatch(r"(?:since|from) (.+?)(?: (?:to|until|till|-) (?:now|present|today))?", text):
        yield from (f"{date}/.." for date in _single(found[1]) if "/" not in date)
    if found := re.fullmatch(r"(?:until|till|up to) (.+)", text):
        yield from (f"../{date}" for date in _single(found[1]) if "/" not in date)
    if found := re.fullmatch(r"(.+) or (.+)", text):
        yield from _pair(found[1], found[2], "[{},{}]")
    if found := re.fullmatch(r"([0-9]{4}) ?-", text):
        yield from (f"{found[1]}/..", f"{found[1]}/")
    begun = re.sub(r"^(?:from|between) ", "", text)
    for sign in _BETWEEN.finditer(begun):
        yield from _pair(begun[: sign.start()], begun[sign.end() :], "{}/{}")


def _pair(first: str, second: str, form: str) -> Iterator[str]:
    starts, ends = list(_single(first)), [".."] if _NOW.fullmatch(second) else list(_single(second))
    if "winter" in first + second and any(re.fullmatch(r"[0-9]{4}", each) for each in (first, second)):
        return  # one winter, over the turn of the year
    # Where day and month can change places, they do so in both.
    pairs = zip(starts, ends, strict=True) if len(starts) == len(ends) else product(starts, ends)
    for start, end in pairs:
        if form == "{}/{}" or "/" not in start + end:
            yield form.format(start.split("/")[0], end.split("/")[-1])


def _single(text: str) -> Iterator[str]:
    """One date, in any of the ordinary forms."""
    if _EDTF.fullmatch(text.upper()):
        yield text.upper()
    if part := _PART.fullmatch(text):
        # A part of a month, year or decade: the whole of it says less, and nothing that is not so.
        yield from (date for date in _single(part[1]) if re.fullmatch(r"[0-9X]{4}(-[0-9]{2})?", date))
    for pattern, write in _forms():
        if found := pattern.fullmatch(text):
            yield from write(found) if callable(write) else (form.format_map(found.groupdict()) for form in write)


def _year_first(found: re.Match[str]) -> Iterator[str]:
    year, month, day = found["year"], int(found["month"]), int(found["day"])
    yield f"{year}-{month:02}-{day:02}"
    if month > 12:
        yield f"{year}-{day:02}-{month:02}"


def _year_and_month(found: re.Match[str]) -> Iterator[str]:
    """A month; what may be the short form of a later year as well (2010/11) is for `spans`."""
    if 1 <= int(found["month"]) <= 12:
        yield f"{found['year']}-{int(found['month']):02}"


def _named_month(found: re.Match[str]) -> Iterator[str]:
    month = f"{found['year']}-{month_numbers()[found['name']]:02}"
    day = found.groupdict().get("day")
    yield f"{month}-{int(day):02}" if day else month


def _season(found: re.Match[str]) -> Iterator[str]:
    yield f"{found['year']}-{_SEASONS[found['season']]}"


def _winter(found: re.Match[str]) -> Iterator[str]:
    """A winter belongs to the year it begins in; with one year named, it may begin or end in it."""
    year = int(found["year"])
    if found["next"] is None:
        yield from (f"{year - 1:04}-24", f"{year:04}-24")
    elif int(found["next"]) % 100 == (year + 1) % 100:
        yield f"{year:04}-24"


def _century(found: re.Match[str]) -> Iterator[str]:
    yield f"{int(found['number']) - 1:02}XX"


def _quarter(found: re.Match[str]) -> Iterator[str]:
    last = int(found["quarter"]) * 3
    yield f"{found['year']}-{last - 2:02}/{found['year']}-{last:02}"


_Y = r"(?P<year>[0-9]{4})"
_D = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er|\.)?"
_N = r"(?P<name>MONTH)\.?"
_S = r"(?P<sign>[-/ ])"
_NEXT = r"(?: ?[-/] ?(?P<next>[0-9]{4}|[0-9]{2}))?"
_Write = tuple[str, ...] | Callable[[re.Match[str]], Iterator[str]]
_FORMS: tuple[tuple[str, _Write], ...] = (
    (rf"{_Y}(?P<sign>[-/. ])(?P<month>[0-9]{{1,2}})(?P=sign)(?P<day>[0-9]{{1,2}})(?:[t ][0-9:.+z-]*)?", _year_first),
    (rf"{_Y}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})", _year_first),
    (rf"(?P<day>[0-9]{{1,2}})\. ?(?P<month>[0-9]{{1,2}})\. ?{_Y}", ("{year}-{month:0>2}-{day:0>2}",)),
    (
        rf"(?P<first>[0-9]{{1,2}}){_S}(?P<second>[0-9]{{1,2}})(?P=sign){_Y}",
        ("{year}-{second:0>2}-{first:0>2}", "{year}-{first:0>2}-{second:0>2}"),
    ),
    (rf"{_Y}[-/. ](?P<month>[0-9]{{1,2}})", _year_and_month),
    (rf"(?P<month>[0-9]{{1,2}})[-/. ]{_Y}", _year_and_month),
    (rf"(?:{_D}[ -]?(?:of )?)?{_N}[ -]?{_Y}", _named_month),
    (rf"{_N} {_D} {_Y}", _named_month),
    (rf"{_Y} {_N}(?: {_D})?", _named_month),
    (rf"(?P<season>{'|'.join(_SEASONS)})(?: of)? {_Y}", _season),
    (rf"{_Y} (?P<season>{'|'.join(_SEASONS)})", _season),
    (rf"winter(?: of)? {_Y}{_NEXT}", _winter),
    (rf"{_Y}{_NEXT} winter", _winter),
    (r"(?:the )?(?P<decade>[0-9]{3})0'?s", ("{decade}X",)),
    (r"(?:the )?(?P<number>[0-9]{1,2})(?:st|nd|rd|th) century", _century),
    (rf"q(?P<quarter>[1-4])[ -]?{_Y}", _quarter),
    (rf"{_Y}[ -]?q(?P<quarter>[1-4])", _quarter),
    (r"(?P<mark>[~?%]) ?(?P<rest>[0-9]{4}(?:-[0-9]{2}){0,2})", ("{rest}{mark}",)),
)


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[re.Pattern[str], _Write], ...]:
    """Patterns of the forms that name months. They are built at the first call, because they need babel."""
    names = "|".join(sorted(map(re.escape, month_numbers()), key=len, reverse=True))
    return tuple((re.compile(pattern.replace("MONTH", names)), write) for pattern, write in _FORMS)
