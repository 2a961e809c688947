"""Many records: the rule for both sides finds what comparing every record with every other finds."""

from __future__ import annotations

import random
from itertools import combinations

from tests.checking.planted import found

_YEARS = range(1975, 1985)
Row = tuple[str, str, str, int]
"""Backer, recipient, conflict, year."""


def rows() -> list[Row]:
    """Rows such as UCDP's: a supporter, whom it supports in which conflict, and a year; each conflict has two sides."""
    chance = random.Random(4781)
    return [
        (f"s{chance.randrange(12)}", f"{side}{war}", f"war-{war}", chance.choice(_YEARS))
        for side, war in ((chance.choice("ab"), chance.randrange(20)) for _ in range(800))
    ]


def written(all_rows: list[Row]) -> str:
    wars = sorted({war for _, _, war, _ in all_rows})
    actors = sorted({name for backer, recipient, _, _ in all_rows for name in (backer, recipient)})
    text = "-- content/sources.yaml --\ndataset:\n  title: A dataset\n  publisher: A project\n  date: 2020\n"
    text += "-- content/actors.yaml --\n"
    for name in sorted({*actors, *(f"{side}{war[4:]}" for war in wars for side in "ab")}):
        text += f"{name}:\n  name: Actor {name}\n  type: state\n"
    for war in wars:
        sides = "".join(f"  - id: {side}\n    label: {side}\n    parties: {side}{war[4:]}\n" for side in "ab")
        text += f"-- content/conflicts/{war}.md --\n---\nname: {war}\nsides:\n{sides}---\n"
    text += "-- content/backings/rows.yaml --\n"
    for number, (backer, recipient, war, year) in enumerate(all_rows):
        text += f"- actor: {backer}\n  recipient: {recipient}\n  conflict: {war}\n  id: row-{number}\n"
        text += f"  observed: {year}\n  sources: dataset\n"
    return text


def test_both_sides_are_found_exactly_where_one_year_has_both() -> None:
    all_rows = rows()
    expected = {
        (one[0], *sorted((one[1], other[1])))
        for one, other in combinations(all_rows, 2)
        if one[0] == other[0] and one[2:] == other[2:] and one[1] != other[1]
    }
    notes = found(written(all_rows), code="N404")
    told = [each.message.split("`")[1::2] for each in notes]
    assert len(told) == len(expected) > 20
    assert {(backer, *sorted(both)) for backer, *both in told} == expected
    assert found(written(all_rows), code="W405") == []
