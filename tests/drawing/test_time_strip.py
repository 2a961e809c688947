from __future__ import annotations

from datetime import date

from backstory.drawing.time_strip import Days, Period, Within, bar
from tests.drawing.pictures import classes, parsed

SPAN = Days(date(2010, 1, 1), date(2020, 1, 1))


def day(year: int, month: int = 1) -> Within:
    return Within(date(year, month, 1), date(year, month, 1))


def year(which: int) -> Within:
    return Within(date(which, 1, 1), date(which, 12, 31))


def drawn(period: Period) -> list[str]:
    return [name for name in ("held", "may", "seen") for _ in classes(bar((period,), SPAN), name)]


def test_an_observation_is_a_point_and_no_stretch() -> None:
    assert drawn(Period(observed=(day(2015),))) == ["seen"]


def test_known_start_and_end_are_a_bar() -> None:
    assert drawn(Period(start=day(2012), end=day(2015))) == ["held"]


def test_imprecise_ends_are_dashed_where_they_may_lie() -> None:
    assert drawn(Period(start=year(2012), end=year(2015))) == ["held", "may", "may"]


def test_an_unknown_end_is_no_bar() -> None:
    assert drawn(Period(start=day(2012))) == ["may"]
    assert drawn(Period(end=day(2012))) == ["may"]


def test_an_end_no_later_than_a_day_is_known_of_no_day_before_it() -> None:
    """`/2015` says only that it was over then."""
    assert drawn(Period(start=day(2012), end=Within(None, date(2015, 12, 31)))) == ["may"]


def test_a_start_no_later_than_a_day_is_open_before_it_and_known_after() -> None:
    assert drawn(Period(start=Within(None, date(2012, 1, 1)), end=day(2015))) == ["held", "may"]


def test_dates_of_which_either_may_come_first_are_known_of_no_day() -> None:
    assert drawn(Period(start=year(2012), end=year(2012))) == ["may"]


def test_an_observation_without_a_first_or_a_last_day_is_no_point() -> None:
    assert drawn(Period(observed=(Within(None, date(2015, 12, 31)),))) == ["may"]
    assert drawn(Period(observed=(Within(date(2015, 1, 1), None),))) == ["may"]


def test_what_goes_on_ends_at_the_date_of_the_record() -> None:
    svg = bar((Period(start=day(2012), going_on=True, as_of=date(2015, 1, 1)),), SPAN)
    (path,) = (each.get("d", "") for each in parsed(svg).iter("path") if each.get("class") == "held")
    assert path == "M35 8H80"


def test_nothing_is_drawn_past_the_date_of_the_record() -> None:
    assert drawn(Period(observed=(day(2012), day(2018)), as_of=date(2015, 1, 1))) == ["seen"]


def test_a_date_that_may_mean_many_days_is_an_open_pill() -> None:
    assert classes(bar((Period(observed=(year(2015),)),), SPAN), "seen") == ["seen wide-date"]


def test_years_that_follow_each_other_are_one_pill_with_a_cut_between_them() -> None:
    svg = bar((Period(observed=(year(2012),)), Period(observed=(year(2013), year(2015)))), SPAN)
    assert classes(svg, "seen") == ["seen wide-date", "seen wide-date"]
    assert [each.get("d") for each in parsed(svg).iter("path") if each.get("class") == "wide-date"] == ["M50 4.5v7"]


def test_the_records_of_a_tie_are_drawn_on_one_strip_each_to_its_own_date() -> None:
    first = Period(start=day(2011), end=day(2012))
    later = Period(observed=(day(2014), day(2018)), as_of=date(2015, 1, 1))
    svg = bar((first, later), SPAN)
    assert (classes(svg, "held"), classes(svg, "seen")) == (["held"], ["seen"])


def test_a_strip_says_in_words_what_it_shows() -> None:
    svg = parsed(bar((Period(observed=(year(2015),)),), SPAN, words="observed in 2015 & later")).find("svg")
    assert svg is not None
    assert (svg.get("role"), svg.findtext("title")) == ("img", "observed in 2015 & later")
