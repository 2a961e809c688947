"""Lists of ties: what is shown first, what is folded away, and which records make one tie."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from backstory.diagnostics import Span
from backstory.pages.parts.backing_list import BackingList, backing_list
from backstory.records.backing import Backing
from backstory.values.localized_text import Words
from backstory.values.vocabulary import Basis
from tests.pages.given import CONFLICT, actor, backing, knowledge, new_page, source

LNA = actor("lna", "Libyan National Army", "armed-group")
RUSSIA = actor("russia", "Russia", "state")
DENIAL = {"by": "russia", "stance": "denies", "date": "2020-05-26", "source": "y"}
SILENCE = {"by": "lna", "stance": "no-response", "date": "2020-05-27"}


def many(count: int, **fields: Any) -> list[Backing]:
    """As many ties of Russia's, each in a conflict of its own."""
    record = {"actor": "russia", "observed": ["2020"], "sources": ["x"], **fields}
    return [replace(backing(record), conflict=f"{fields.get('sources', 'x')}{number}") for number in range(count)]


def test_a_long_list_shows_its_first_ties_and_what_only_a_dataset_records_stands_apart() -> None:
    page = new_page(knowledge(LNA, RUSSIA, CONFLICT, source("x"), source("set", kind="dataset")))
    made = backing_list(page, [*many(8), *many(2, sources=["set"])])
    assert (len(made), len(made.shown), [(each.label, len(each.ties), each.open_wide) for each in made.folds]) == (
        10,
        5,
        [("3 more entries", 3, True), ("2 more, known from datasets alone", 2, False)],
    )


def test_a_list_of_datasets_alone_is_not_folded_away() -> None:
    page = new_page(knowledge(LNA, RUSSIA, CONFLICT, source("set", kind="dataset")))
    made = backing_list(page, many(2, sources=["set"]))
    assert (len(made.shown), made.folds) == (2, ())


def test_a_position_on_what_a_dataset_records_brings_it_out_of_the_fold() -> None:
    page = new_page(knowledge(LNA, RUSSIA, CONFLICT, source("x"), source("y"), source("set", kind="dataset")))
    made = backing_list(page, [*many(1), *many(1, sources=["set"], positions=[DENIAL])])
    assert (len(made.shown), made.folds) == (2, ())


def yearly(*years: str, basis: Basis = Basis.SINGLE, **fields: Any) -> list[Backing]:
    """A dataset's records of one tie, one a year."""
    record = {"actor": "russia", "support": ["weapons"], "sources": ["set"], **fields}
    given = ({**record, "observed": [year], "as_of": fields.get("as_of", year)} for year in years)
    return [replace(backing(each, basis), name=f"y{each['observed'][0]}") for each in given]


def listed(*records: Backing) -> BackingList:
    return backing_list(new_page(knowledge(LNA, RUSSIA, CONFLICT, source("x"), source("set", kind="dataset"))), records)


def test_records_of_one_tie_that_say_the_same_are_one_line_with_a_place_for_each() -> None:
    (made,) = listed(*yearly("1977", "1975", "1976")).shown
    (record,) = made.records
    assert record.ids == ("_b-russia.lna.war..y1975", "_b-russia.lna.war..y1976", "_b-russia.lna.war..y1977")
    assert (record.support, record.when) == ("weapons", "reported for every year from 1975 to 1977")
    assert (made.total, made.as_of and made.as_of.text) == ("", "1977")


def test_records_of_one_tie_that_differ_stand_under_it_and_are_summed_up() -> None:
    (made,) = listed(*yearly("1975", "1976"), *yearly("1979", support=["funding", "weapons"])).shown
    assert (made.support, made.total) == ("weapons, money", "3 entries, between 1975 and 1979")
    assert [(each.when, each.support) for each in made.records] == [
        ("reported for 1975 and 1976", "weapons"),
        ("reported for 1979", "money, weapons"),
    ]


def test_a_tie_of_many_records_counts_for_as_many_and_folds_away_as_one() -> None:
    made = listed(*(each for tie in many(8) for each in (tie, replace(tie, name="again"))))
    assert (len(made), len(made.shown), [each.label for each in made.folds]) == (16, 5, ["6 more entries"])


def test_what_a_position_or_a_note_speaks_of_stands_alone() -> None:
    first, answered, noted, last = yearly("1975", "1976", "1977", "1978", sources=["x"])
    (denial,) = backing({"actor": "russia", "positions": [DENIAL]}).positions
    by_sea = Words((("en", "by sea"),), Span(""))
    shown = listed(first, replace(answered, positions=(denial,)), replace(noted, note=by_sea), last).shown
    assert [[record.when for record in tie.records] for tie in shown] == [
        ["reported for 1976"],
        ["reported for 1975 and 1978"],
        ["reported for 1977"],
    ]


@pytest.mark.parametrize("other", [{"recipient": "gna"}, {"via": "wagner"}, {"conflict": None}])
def test_a_tie_has_one_pair_of_ends_one_channel_and_one_conflict(other: dict[str, Any]) -> None:
    first, second = yearly("1975", "1976")
    assert len(listed(first, replace(second, **other)).shown) == 2


def test_what_rests_on_something_else_is_not_the_same_tie() -> None:
    assert len(listed(*yearly("1975"), *yearly("1976", basis=Basis.ONE_SIDE)).shown) == 2


def test_lines_of_another_source_or_with_a_start_stand_alone() -> None:
    started = backing({"actor": "russia", "support": ["weapons"], "sources": ["set"], "from": "1977"})
    (made,) = listed(*yearly("1975"), *yearly("1976", sources=["x"]), started).shown
    assert [each.when for each in made.records] == [
        "reported for 1975",
        "reported for 1976",
        "from 1977; end not known",
    ]
    assert made.total == "3 entries"


def test_a_date_that_a_record_speaks_of_is_told_once() -> None:
    (own,) = listed(*yearly("1975", sources=["x"]), *yearly("1976", as_of="1990")).shown
    assert (own.as_of, [each.as_of and each.as_of.text for each in own.records]) == (None, [None, "1990"])
    (shared,) = listed(*yearly("1975", sources=["x"], as_of="1990"), *yearly("1976", as_of="1990")).shown
    assert (shared.as_of and shared.as_of.text, [each.as_of for each in shared.records]) == ("1990", [None, None])
