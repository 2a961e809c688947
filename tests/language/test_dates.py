"""Dates: what is read, what is refused and how it is said, and how two dates stand in time."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstory.language.dates import DateError, Edtf, certainly_after, certainly_before, on, parse

MONTHS_ARE = "months are 01 to 12; 21 to 24 are spring, summer, autumn, winter"
SET_IS = "name each date, as in `[2020-03-25,2020-03-26]`"
FORMS_ARE = "write a day as `2020-05-26`, a month as `2020-05`, a year as `2020`, a span as `2019/2020-05`"
EDTF_LIKE = st.one_of(st.text(max_size=40), st.text("0123456789-/.X~?%[], ", max_size=30))


def iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def parsed(text: str) -> tuple[Edtf | None, DateError | None]:
    try:
        return parse(text), None
    except DateError as error:
        return None, error


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("2020", "year", "2020-01-01", "2020-12-31"),
        ("0001", "year", "0001-01-01", "0001-12-31"),
        ("2020-05", "month", "2020-05-01", "2020-05-31"),
        ("2020-02", "month", "2020-02-01", "2020-02-29"),
        ("2019-02", "month", "2019-02-01", "2019-02-28"),
        ("2020-02-29", "day", "2020-02-29", "2020-02-29"),
        ("2020-05-26~", "day", "2020-05-26", "2020-05-26"),
        ("202X", "decade", "2020-01-01", "2029-12-31"),
        ("000X", "decade", "0001-01-01", "0009-12-31"),
        ("20XX", "century", "2000-01-01", "2099-12-31"),
        ("2020-05-XX", "month", "2020-05-01", "2020-05-31"),
        ("2020-XX", "year", "2020-01-01", "2020-12-31"),
        ("2020-XX-XX", "year", "2020-01-01", "2020-12-31"),
        ("2020-21", "season", "2020-03-01", "2020-05-31"),
        ("2020-22", "season", "2020-06-01", "2020-08-31"),
        ("2020-23", "season", "2020-09-01", "2020-11-30"),
        ("2019-24", "season", "2019-12-01", "2020-02-29"),
        ("9999-24", "season", "9999-12-01", "9999-12-31"),
        ("2019-04-04/2020-06", "interval", "2019-04-04", "2020-06-30"),
        ("/2020", "interval", None, "2020-12-31"),
        ("2019/", "interval", "2019-01-01", None),
        ("2018/..", "interval", "2018-01-01", None),
        ("../2020-10-23", "interval", None, "2020-10-23"),
        ("/..", "interval", None, None),
        ("..", "open", None, None),
        ("[2020-03-25,2020-03-26]", "set", "2020-03-25", "2020-03-26"),
        ("[2021, 2019-05]", "set", "2019-05-01", "2021-12-31"),
    ],
)
def test_a_date_covers_the_days_it_may_mean(
    text: str, precision: str, earliest: str | None, latest: str | None
) -> None:
    date = parse(text)
    assert (date.precision, iso(date.earliest), iso(date.latest)) == (precision, earliest, latest)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2020", False, False),
        ("2020-05~", True, False),
        ("2020-05?", False, True),
        ("2020-05-26%", True, True),
        ("2019~/2020?", True, True),
        ("[2019,2020?]", False, True),
    ],
)
def test_a_mark_says_about_or_in_doubt(text: str, approximate: bool, uncertain: bool) -> None:
    date = parse(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("2019/2020", set()),
        ("/2020", {"unknown_start"}),
        ("2019/", {"unknown_end"}),
        ("../2020", {"open_start"}),
        ("2019/..", {"open_end"}),
        ("/..", {"unknown_start", "open_end"}),
        ("..", {"open_end"}),
    ],
)
def test_an_open_end_and_an_unknown_end_are_told_apart(text: str, ends: set[str]) -> None:
    date = parse(text)
    flags = ("open_start", "open_end", "unknown_start", "unknown_end")
    assert {flag for flag in flags if getattr(date, flag)} == ends


def test_space_around_a_date_does_not_count() -> None:
    assert parse("  2020-05 ") == parse("2020-05")


def test_the_members_of_a_set_are_distinct_and_in_order_of_time() -> None:
    assert [member.text for member in parse("[2021,2019-05,2020,2019-05]").members] == [
        "2019-05",
        "2020",
        "2021",
    ]


@pytest.mark.parametrize(
    ("text", "message", "hint", "wrong"),
    [
        ("2020-13", "there is no month 13", MONTHS_ARE, "13"),
        ("2020-00-10", "there is no month 00", MONTHS_ARE, "00"),
        ("2020-31-05", "there is no month 31", "write `2020-05-31`", "31"),
        ("2020-04-31", "31 April does not exist", "April has 30 days", "31"),
        ("2020-04-32", "there is no day 32", "April has 30 days", "32"),
        ("2019-02-29", "29 February 2019 does not exist", "2019 was not a leap year", "29"),
        ("2019/2020-02-30", "30 February does not exist", "February has 29 days", "30"),
        ("[2020-03-25,2020-3-26]", "`2020-3-26` is not a date that can be read here", None, "2020-3-26"),
        ("[2020-03-25,]", "a date is missing in this set", SET_IS, ""),
        ("[2020..2021]", "a set cannot hold a range", SET_IS, "2020..2021"),
        (
            "[2020]",
            "a set needs two different dates or more",
            "write `2020`, or add the other dates it may be",
            "[2020]",
        ),
        ("[2020,2021", "this set of dates has no closing `]`", "write `[2020,2021]`", "[2020,2021"),
        (
            "{2020,2021}",
            "`{…}`, all of a set, is not supported",
            "write several dates as a YAML list",
            "{2020,2021}",
        ),
        ("2020-06/2019", "this interval ends before it starts", "write `2019/2020-06`", "2020-06/2019"),
        ("/", "this interval names no date", "leave the key out", "/"),
        ("../..", "this interval names no date", "leave the key out", "../.."),
        (
            "2019/2020/2021",
            "an interval has one `/`",
            "write its first and its last date, as in `2019-04-04/2020-06`",
            "/",
        ),
        ("0000", "there is no year 0000", "years run from 0001 to 9999", "0000"),
        ("-0044", "years before the year 1 are not supported", "put it in words in the text", "-0044"),
        ("44 BC", "years before the year 1 are not supported", "put it in words in the text", "44 BC"),
        ("12020", "a year has four digits, from 0001 to 9999", None, "12020"),
        ("2020-XX-05", "a day needs its month", "write `2020`", "05"),
        ("202X-05", "a decade has no months", "write `202X`", "05"),
        ("20XX-05", "a century has no months", "write `20XX`", "05"),
        ("2020-0X", "`0X` is half a month", "write `2020-XX` or `2020`", "0X"),
        ("2020-05-2X", "`2X` is half a day", "write `2020-05-XX` or `2020-05`", "2X"),
        (
            "2020-21-30",
            "a season has no days",
            MONTHS_ARE,
            "30",
        ),
        ("2020-05-26T12:30", "a date here has no time of day", "write `2020-05-26`", "T12:30"),
        ("soon", "`soon` is not a date that can be read here", None, "soon"),
    ],
)
def test_what_is_no_date_is_said_plainly_at_its_place(text: str, message: str, hint: str | None, wrong: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(f" {text}")
    error = caught.value
    assert (error.message, f" {text}"[error.start : error.end]) == (message, wrong)
    if hint:
        assert error.hint == hint
    else:
        assert error.hint == FORMS_ARE


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("26/05/2020", "write `2020-05-26`"),
        ("05/26/2020", "write `2020-05-26`"),
        ("05/06/2020", "write `2020-06-05` or `2020-05-06`, whichever is meant"),
        ("26.5.2020", "write `2020-05-26`"),
        ("5.6.2020", "write `2020-06-05`"),
        ("2020/5/6", "write `2020-05-06`"),
        ("2020-5", "write `2020-05`"),
        ("20200526", "write `2020-05-26`"),
        ("26 May 2020", "write `2020-05-26`"),
        ("26th of May, 2020", "write `2020-05-26`"),
        ("May 26, 2020", "write `2020-05-26`"),
        ("Sept. 2020", "write `2020-09`"),
        ("1er février 2020", "write `2020-02-01`"),
        ("٢٦ مايو ٢٠٢٠", "write `2020-05-26`"),
        ("26 أيار 2020", "write `2020-05-26`"),
        ("26 كانون الاول 2020", "write `2020-12-26`"),
        ("26 juil. 2020", "write `2020-07-26`"),
        ("26 aout 2020", "write `2020-08-26`"),
        ("about May 2020", "write `2020-05~`"),
        ("c. 2020", "write `2020~`"),
        ("~2020", "write `2020~`"),
        ("2014–2017", "write `2014/2017`"),
        ("2014 to May 2017", "write `2014/2017-05`"),
        ("between 2014 and 2017", "write `2014/2017`"),
        ("since 2018", "write `2018/..`"),
        ("2018 - present", "write `2018/..`"),
        ("until October 2020", "write `../2020-10`"),
        ("2019 or 2020", "write `[2019,2020]`"),
        ("now", "write `..`"),
        ("the 2010s", "write `201X`"),
        ("20th century", "write `19XX`"),
        ("spring 2020", "write `2020-21`"),
        ("summer 2020", "write `2020-22`"),
        ("autumn 2020", "write `2020-23`"),
        ("fall 2020", "write `2020-23`"),
        ("winter 2020", "write `2019-24` or `2020-24`, whichever is meant"),
        ("winter 2019/20", "write `2019-24`"),
        ("Q1 2020", "write `2020-01/2020-03`"),
        ("202x", "write `202X`"),
        ("2018–present", "write `2018/..`"),
        ("2018–", "write `2018/..` or `2018/`, whichever is meant"),
        ("Q4 2020 – Q1 2021", "write `2020-10/2021-03`"),
        ("winter 2019 to summer 2020", "write `2018-24/2020-22` or `2019-24/2020-22`, whichever is meant"),
    ],
)
def test_a_date_in_ordinary_words_is_answered_with_the_form_to_write(text: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    error = caught.value
    assert (error.message, error.hint) == (f"`{text}` is not how a date is written here", hint)
    assert (error.start, error.end) == (0, len(text))


@settings(deadline=None)
@given(EDTF_LIKE)
def test_any_text_is_a_date_or_a_date_error_within_it(text: str) -> None:
    date, error = parsed(text)
    if error:
        assert 0 <= error.start <= error.end <= len(text)
        assert error.message
        assert error.hint
    if date:
        assert date.earliest is None or date.latest is None or date.earliest <= date.latest
        assert parse(date.text) == date


@settings(deadline=None)
@given(st.dates())
def test_a_day_in_iso_form_is_that_day(day: datetime.date) -> None:
    assert parse(day.isoformat()) == on(day)


def test_dates_sort_by_first_day_then_last_then_text() -> None:
    texts = ["2020", "2020-01-01", "../2020", "2020-01", "2020-01?", "2019/..", "2019"]
    ordered = sorted(texts, key=lambda text: parse(text).sort_key)
    assert ordered == ["../2020", "2019", "2019/..", "2020-01-01", "2020-01", "2020-01?", "2020"]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2019", "2020", True),
        ("2020", "2020-05", False),
        ("2020-05-25", "2020-05-26", True),
        ("2020-05-26", "2020-05-26", False),
        ("2018/..", "2030", False),
        ("2018/", "2030", False),
        ("2014/2016", "2017", True),
        ("2020-05~", "2020-06-10", False),
        ("2020-05~", "2020-08", True),
        ("2020?", "2021", False),
        ("2020-21", "2020-06-10", False),
        ("[2019,2020-05~]", "2020-06", False),
        ("[2019,2020-05]", "2020-06", True),
        ("9999~", "9999", False),
    ],
)
def test_certainly_before_holds_however_the_vague_parts_are_read(a: str, b: str, expected: bool) -> None:
    assert certainly_before(parse(a), parse(b)) is expected
    assert certainly_after(parse(b), parse(a)) is expected


@pytest.mark.parametrize(
    ("early", "late"),
    [("2018", "2020~"), ("2020~", "2022"), ("2020-01", "2020-03~"), ("2021-02~", "2021-04"), ("2020-12~", "2021-02")],
)
def test_an_approximate_date_reaches_one_year_or_month_further_however_long_that_is(early: str, late: str) -> None:
    assert certainly_before(parse(early), parse(late))


@pytest.mark.parametrize(
    ("early", "late"), [("2019", "2020~"), ("2020-02", "2020-03~"), ("9999~", "9999"), ("0001", "0001~")]
)
def test_an_approximate_date_may_be_in_the_year_or_month_beside_it(early: str, late: str) -> None:
    assert not certainly_before(parse(early), parse(late))
