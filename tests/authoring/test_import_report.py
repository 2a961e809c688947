"""What an author is told of the rows that were not read."""

from __future__ import annotations

import pytest

from backstory.authoring.importing.import_report import Skipped, told


def skipped(*rows: int, why: str = "no actor") -> list[Skipped]:
    return [Skipped(row, why) for row in rows]


def test_rows_are_told_in_order_with_those_that_follow_each_other_as_a_range() -> None:
    found = [*skipped(9, why="no date"), *skipped(7, 3, 2, 4), *skipped(1, why="no date")]
    assert list(told(found)) == ["rows 1, 9: no date", "rows 2-4, 7: no actor"]
    assert list(told(skipped(5))) == ["row 5: no actor"]


@pytest.mark.parametrize(("runs", "more"), [(30, ""), (31, " and 1 more")])
def test_thirty_ranges_of_one_reason_are_told(runs: int, more: str) -> None:
    (line,) = told(skipped(*range(2, 2 + 2 * runs, 2)))
    assert line == "rows " + ", ".join(str(row) for row in range(2, 62, 2)) + f"{more}: no actor"


def test_a_hundred_reasons_are_told() -> None:
    found = [each for row in range(1, 102) for each in skipped(row, why=f"reason {row}")]
    assert list(told(found[:100])) == [f"row {row}: reason {row}" for row in range(1, 101)]
    assert list(told([*found, *skipped(200, why="reason 101")]))[100:] == [
        "… and 2 rows more, for 1 other reasons; mend these first"
    ]
