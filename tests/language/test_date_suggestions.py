"""What is offered for a date in another spelling is a date, and means what was written, in every way of writing."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstory.language.dates import DateError, Edtf, parse

Way = Callable[[datetime.date, datetime.date], tuple[str, set[str]]]
FORMS = re.compile(r" as (?:in )?`")
OFFER = re.compile(r"write (.+?)(?:, whichever is meant)?\Z")


def offered(text: str) -> set[str]:
    """The dates that are offered in place of a text; none where it is asked for the form alone."""
    with pytest.raises(DateError) as caught:
        parse(text)
    found = OFFER.match(caught.value.hint)
    return set(re.findall("`(.+?)`", found[1])) if found and not FORMS.search(found[1]) else set()


def reads(text: str) -> Edtf | None:
    try:
        return parse(text)
    except DateError:
        return None


def month(day: datetime.date) -> str:
    return calendar.month_name[day.month]


def iso(day: datetime.date) -> str:
    return day.isoformat()


def of_month(day: datetime.date) -> str:
    return iso(day)[:7]


def of_year(day: datetime.date) -> str:
    return iso(day)[:4]


def either_order(a: datetime.date) -> set[str]:
    return {iso(a), f"{a.year:04}-{a.day:02}-{a.month:02}"}


def short(a: datetime.date, b: datetime.date) -> set[str]:
    """What `2010/11` may mean: two years, and where there is such a month, that."""
    return {f"{of_year(a)}/{of_year(b)}", *({f"{of_year(a)}-{b:%y}"} if 1 <= b.year % 100 <= 12 else ())}


ONE_DAY: dict[str, Way] = {
    "1.2.2020": lambda a, _: (f"{a.day}.{a.month}.{a.year}", {iso(a)}),
    "01. 02. 2020": lambda a, _: (f"{a:%d. %m. %Y}", {iso(a)}),
    "1/2/2020": lambda a, _: (f"{a.day}/{a.month}/{a.year}", either_order(a)),
    "2/1/2020": lambda a, _: (f"{a.month}/{a.day}/{a.year}", either_order(a)),
    "01-02-2020": lambda a, _: (f"{a:%d-%m-%Y}", either_order(a)),
    "2020/02/01": lambda a, _: (f"{a:%Y/%m/%d}", {iso(a)}),
    "20200201": lambda a, _: (f"{a:%Y%m%d}", {iso(a)}),
    "1 February 2020": lambda a, _: (f"{a.day} {month(a)} {a.year}", {iso(a)}),
    "February 1, 2020": lambda a, _: (f"{month(a)} {a.day}, {a.year}", {iso(a)}),
    "February 2020": lambda a, _: (f"{month(a)} {a.year}", {of_month(a)}),
    "2/2020": lambda a, _: (f"{a.month}/{a.year}", {of_month(a)}),
    "late February 2020": lambda a, _: (f"late {month(a)} {a.year}", {of_month(a)}),
    "mid-2020": lambda a, _: (f"mid-{a.year}", {of_year(a)}),
    "early 2020": lambda a, _: (f"early {a.year}", {of_year(a)}),
    "the end of 2020": lambda a, _: (f"the end of {a.year}", {of_year(a)}),
    "c. 2020": lambda a, _: (f"c. {a.year}", {f"{of_year(a)}~"}),
    "the 2020s": lambda a, _: (f"the {a.year // 10}0s", {f"{a.year // 10}X"}),
    "spring 2020": lambda a, _: (f"spring {a.year}", {f"{a.year}-21"}),
    "winter 2020": lambda a, _: (f"winter {a.year}", {f"{a.year - 1}-24", f"{a.year}-24"}),
    "winter 2020/21": lambda a, _: (f"winter {a.year}/{(a.year + 1) % 100:02}", {f"{a.year}-24"}),
    "winter of 2020-2021": lambda a, _: (f"winter of {a.year}-{a.year + 1}", {f"{a.year}-24"}),
    "since May 2020": lambda a, _: (f"since {month(a)} {a.year}", {f"{of_month(a)}/.."}),
    "2020–present": lambda a, _: (f"{a.year}–present", {f"{of_year(a)}/.."}),
    "Q1 2020": lambda a, _: (f"Q1 {a.year}", {f"{a.year}-01/{a.year}-03"}),
}
TWO_YEARS: dict[str, Way] = {
    "2014–2017": lambda a, b: (f"{a.year}–{b.year}", {f"{of_year(a)}/{of_year(b)}"}),
    "2014 to 2017": lambda a, b: (f"{a.year} to {b.year}", {f"{of_year(a)}/{of_year(b)}"}),
    "between 2014 and 2017": lambda a, b: (f"between {a.year} and {b.year}", {f"{of_year(a)}/{of_year(b)}"}),
    "2014 or 2017": lambda a, b: (f"{a.year} or {b.year}", {f"[{of_year(a)},{of_year(b)}]"}),
    "May 2014 - June 2017": lambda a, b: (
        f"{month(a)} {a.year} - {month(b)} {b.year}",
        {f"{of_month(a)}/{of_month(b)}"},
    ),
    "5/2014-6/2017": lambda a, b: (f"{a.month}/{a.year}-{b.month}/{b.year}", {f"{of_month(a)}/{of_month(b)}"}),
    "1.5.2014–3.6.2017": lambda a, b: (f"{a:%d.%m.%Y}–{b:%d.%m.%Y}", {f"{iso(a)}/{iso(b)}"}),
    "1 May 2014 – 3 June 2017": lambda a, b: (
        f"{a:%d} {month(a)} {a.year} – {b:%d} {month(b)} {b.year}",
        {f"{iso(a)}/{iso(b)}"},
    ),
}
YEARS_IN_SHORT: dict[str, Way] = {
    "2014/17": lambda a, b: (f"{a.year}/{b:%y}", short(a, b)),
    "2014–17": lambda a, b: (f"{a.year}–{b:%y}", short(a, b)),
    "2014 to 17": lambda a, b: (f"{a.year} to {b:%y}", {f"{of_year(a)}/{of_year(b)}"}),
    "c. 2014/17": lambda a, b: (f"c. {a.year}/{b:%y}", {re.sub(r"(?=/|\Z)", "~", each) for each in short(a, b)}),
}
ONE_YEAR: dict[str, Way] = {
    "May–July 2020": lambda a, b: (f"{month(a)}–{month(b)} {a.year}", {f"{of_month(a)}/{of_month(b)}"}),
    "May/July 2020": lambda a, b: (f"{month(a)}/{month(b)} {a.year}", {f"{of_month(a)}/{of_month(b)}"}),
    "May or July 2020": lambda a, b: (f"{month(a)} or {month(b)} {a.year}", {f"[{of_month(a)},{of_month(b)}]"}),
    "05-07/2020": lambda a, b: (f"{a:%m}-{b:%m}/{a.year}", {f"{of_month(a)}/{of_month(b)}"}),
    "2020-05/07": lambda a, b: (f"{of_month(a)}/{b:%m}", {f"{of_month(a)}/{of_month(b)}"}),
    "1.5.-3.7.2020": lambda a, b: (f"{a.day}.{a.month}.-{b.day}.{b.month}.{a.year}", {f"{iso(a)}/{iso(b)}"}),
    "1 May – 3 July 2020": lambda a, b: (f"{a.day} {month(a)} – {b.day} {month(b)} {a.year}", {f"{iso(a)}/{iso(b)}"}),
    "May 1 – July 3, 2020": lambda a, b: (f"{month(a)} {a.day} – {month(b)} {b.day}, {a.year}", {f"{iso(a)}/{iso(b)}"}),
    "2020-05-30/07-02": lambda a, b: (f"{iso(a)}/{b:%m-%d}", {f"{iso(a)}/{iso(b)}"}),
}
ONE_MONTH: dict[str, Way] = {
    "1-3 May 2020": lambda a, b: (f"{a.day}-{b.day} {month(a)} {a.year}", {f"{iso(a)}/{iso(b)}"}),
    "1st to 3rd of May 2020": lambda a, b: (f"{a.day}th to {b.day}th of {month(a)} {a.year}", {f"{iso(a)}/{iso(b)}"}),
    "1 or 3 May 2020": lambda a, b: (f"{a.day} or {b.day} {month(a)} {a.year}", {f"[{iso(a)},{iso(b)}]"}),
    "May 1–3, 2020": lambda a, b: (f"{month(a)} {a.day}–{b.day}, {a.year}", {f"{iso(a)}/{iso(b)}"}),
    "1.–3.5.2020": lambda a, b: (f"{a.day}.–{b.day}.{a.month}.{a.year}", {f"{iso(a)}/{iso(b)}"}),
    "1–3/5/2020": lambda a, b: (f"{a.day}–{b.day}/{a.month}/{a.year}", {f"{iso(a)}/{iso(b)}"}),
    "2020-05-01/03": lambda a, b: (f"{iso(a)}/{b:%d}", {f"{iso(a)}/{iso(b)}"}),
}
DAYS = st.dates(datetime.date(1901, 1, 1), datetime.date(2098, 12, 31))


def held(way: Way, a: datetime.date, b: datetime.date) -> None:
    """Assert that exactly the readable meanings of a text are offered."""
    text, meanings = way(a, b)
    assert offered(text) == {each for each in meanings if reads(each)}, text


@settings(deadline=None, max_examples=60)
@given(DAYS)
@pytest.mark.parametrize("way", ONE_DAY)
def test_a_date_in_another_spelling_is_offered_as_it_was_meant(way: str, day: datetime.date) -> None:
    held(ONE_DAY[way], day, day)


@settings(deadline=None, max_examples=60)
@given(st.tuples(DAYS, DAYS).map(sorted).filter(lambda two: two[0].year < two[1].year))
@pytest.mark.parametrize("way", TWO_YEARS)
def test_a_span_of_years_is_offered_as_it_was_meant(way: str, days: list[datetime.date]) -> None:
    held(TWO_YEARS[way], *days)


@settings(deadline=None, max_examples=100)
@given(st.integers(1900, 2099), st.integers(1, 99))
@pytest.mark.parametrize("way", YEARS_IN_SHORT)
def test_years_in_short_are_never_offered_as_a_season(way: str, year: int, later: int) -> None:
    year = year - year % 100 + min(year % 100, 99 - later)
    held(YEARS_IN_SHORT[way], datetime.date(year, 1, 1), datetime.date(year + later, 1, 1))


@settings(deadline=None, max_examples=60)
@given(st.tuples(DAYS, DAYS).filter(lambda two: two[0].month < two[1].month))
@pytest.mark.parametrize("way", ONE_YEAR)
def test_a_span_within_a_year_is_offered_as_it_was_meant(way: str, days: tuple[datetime.date, datetime.date]) -> None:
    first = days[0].replace(day=min(days[0].day, 28))
    held(ONE_YEAR[way], first, days[1].replace(year=first.year, day=min(days[1].day, 28)))


@settings(deadline=None, max_examples=60)
@given(DAYS, st.integers(1, 27))
@pytest.mark.parametrize("way", ONE_MONTH)
def test_a_span_within_a_month_is_offered_as_it_was_meant(way: str, day: datetime.date, last: int) -> None:
    first = day.replace(day=min(day.day, last))
    held(ONE_MONTH[way], first, first.replace(day=last + 1))


@pytest.mark.parametrize(
    "text",
    [
        "'20/21", "’20–’21", "20/21", "20/21 winter", "2020.21", "2020 21", "21/2020", "21.2020", "since 2020/21",
        "2020/19", "2020/21/22", "2020-05/21", "30.12.-2.1.2020", "December–January 2020", "1-3 May", "summer 2019/20",
        "2020 or 21", "FY2020/21", "the 90s", "after 2020", "before 2020", "05.06.-07.2020", "2019/2020/2021",
    ],
)  # fmt: skip
def test_what_is_not_sure_is_asked_for_and_not_guessed(text: str) -> None:
    assert offered(text) == set()


PIECES = (
    *("2020", "2021", "20", "21", "22", "05", "5", "1", "31", "May", "June", "spring", "winter", "mid", "c.", "Q1"),
    *(
        "-",
        "–",
        "/",
        ".",
        " ",
        "'",
        "~",
        "?",
        " to ",
        " or ",
        " and ",
        "since ",
        "between ",
        "the ",
        "s",
        "th",
        "X",
        "..",
    ),
)


@settings(deadline=None, max_examples=500)
@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_whatever_is_offered_for_any_text_is_read(text: str) -> None:
    if reads(text) is None:
        assert all(map(reads, offered(text))), text
