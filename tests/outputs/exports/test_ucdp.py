"""The table in UCDP's shape: letters, and only years of which one can be sure."""

from __future__ import annotations

import json

from backstory.outputs.exports.ucdp import support_years, without_year
from tests.outputs.exports import small
from tests.pages import given
from tests.pages.given import CONFLICT, actor, knowledge


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
    assert small.view(small.site()).left_out.startswith("1 entry has no year")


def test_dates_and_supports_without_a_sure_year_of_records_that_have_one_are_named_too() -> None:
    kinds = ["weapons", {"kind": "funding", "observed": "202X"}]
    vague = given.backing({"actor": "russia", "support": kinds, "observed": ["2019", "2020/2021"]})
    made = small.files(given.site(knowledge(actor("russia", "Russia"), actor("lna", "LNA"), backings=[vague])))
    (ucdp,) = [each for each in json.loads(made["datapackage.json"])["resources"] if each["name"] == "ucdp"]
    assert ucdp["dates_left_out"] == [f"{vague.id}: observed 2020/2021", f"{vague.id}: funding"]
    assert "records_left_out" not in ucdp


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
