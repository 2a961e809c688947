"""The table in UCDP's shape: letters, and only years of which one can be sure."""

from __future__ import annotations

from typing import Any

import pytest

from backstory.pages.exports.ucdp import support_years, without_year
from backstory.pages.exports.years import years
from tests.pages import given
from tests.pages.exports import small
from tests.pages.given import CONFLICT, actor, knowledge


@pytest.mark.parametrize(
    ("dates", "sure"),
    [
        ({"observed": "2020-05-26"}, {2020}),
        ({"observed": "2020-05~"}, {2020}),
        ({"observed": "2019-12~"}, set()),
        ({"observed": "2020~"}, set()),
        ({"observed": "202X"}, set()),
        ({"observed": "2019/2020"}, set()),
        ({"observed": "2019-04/2019-06"}, {2019}),
        ({"observed": "[2020-03-25,2020-03-26]"}, {2020}),
        ({"observed": "2018/..", "as_of": "2020"}, {2018, 2019, 2020}),
        ({"from": "2018", "to": "2020-02"}, {2018, 2019, 2020}),
        ({"from": "2018", "to": "..", "as_of": "2020-05-26"}, {2018, 2019, 2020}),
        ({"from": "2018"}, {2018}),
        ({"to": "2018"}, {2018}),
        ({"to": "..", "as_of": "2020"}, {2020}),
        ({"from": "2018", "to": "2025", "as_of": "2019-06"}, {2018, 2019}),
        ({"from": "2018~", "to": "2021"}, {2019, 2020, 2021}),
        ({"from": "../2018", "to": "2020"}, {2018, 2019, 2020}),
        ({}, set()),
    ],
)
def test_a_year_counts_only_where_it_is_sure(dates: dict[str, str], sure: set[int]) -> None:
    assert years(given.backing({"actor": "russia", "support": ["weapons"], **dates})) == sure


def test_a_support_with_dates_of_its_own_counts_by_those_alone() -> None:
    kinds: list[Any] = ["weapons", {"kind": "training", "observed": "2019"}]
    made = given.backing({"actor": "russia", "support": kinds, "observed": "2020"})
    assert [years(made, each) for each in made.support] == [{2020}, {2019}]


def test_there_is_one_row_for_a_supporter_a_recipient_and_a_year() -> None:
    made = [
        (each.backer, each.recipient, each.year, each.kinds, sorted(each.letters))
        for each in support_years(small.site())
    ]
    assert made == [
        ("russia", "lna", 2018, ("weapons",), ["W"]),
        ("russia", "lna", 2019, ("media",), ["O"]),
        ("russia", "lna", 2020, ("weapons",), ["W"]),
    ]


def test_a_record_without_a_sure_year_is_named_instead() -> None:
    assert without_year(small.site()) == ("gna.lna.war..",)
    assert small.view(small.site()).left_out.startswith("1 backing has no year")


def test_a_record_without_a_support_counts_as_unknown() -> None:
    bare = given.backing({"actor": "russia", "observed": "2020", "sources": ["wire"]})
    site = given.site(knowledge(actor("russia", "Russia"), actor("lna", "LNA"), backings=[bare]))
    assert [(each.kinds, each.letters) for each in support_years(site)] == [(("unknown",), frozenset("U"))]


def test_backing_two_sides_of_a_conflict_in_one_year_is_marked() -> None:
    east = given.backing({"actor": "russia", "support": ["weapons"], "observed": ["2019", "2020"]})
    west = given.replace(
        given.backing({"actor": "russia", "support": ["funding"], "observed": "2020"}), recipient="gna"
    )
    site = given.site(knowledge(CONFLICT, backings=[east, west]))
    assert [(each.recipient, each.year, each.both_sides) for each in support_years(site)] == [
        ("gna", 2020, True),
        ("lna", 2019, False),
        ("lna", 2020, True),
    ]
