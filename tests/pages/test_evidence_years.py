"""The years a record's evidence covers: only those of which one can be sure."""

from __future__ import annotations

from typing import Any

import pytest

from backstory.pages.queries.evidence_years import by_support, years
from tests.pages import given


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
    assert by_support(made) == (frozenset({2020}), frozenset({2019}))
