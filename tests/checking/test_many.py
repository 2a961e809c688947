"""Many records: the rule for both sides finds what comparing every record with every other finds."""

from __future__ import annotations

import random
from itertools import combinations

from tests.checking.planted import found

_YEARS = range(1975, 2018)
_WARS = range(60)
Row = tuple[str, str, str, int]
"""Backer, recipient, conflict, year."""


def parties(war: int) -> dict[str, list[str]]:
    """Who fights in a war: a government, and one to four groups; some fight in the next war as well."""
    groups = [f"g{war}-{each}" for each in range(1 + war % 4)]
    return {"state": [f"state-{war // 2}"], "groups": [*groups, *([f"g{war - 1}-0"] if war % 5 == 4 else [])]}


def rows() -> list[Row]:
    """As many rows as UCDP's external support dataset has, and such as its: a supporter, whom it supports in which
    conflict, and a year. Most support lasts some years; a supporter may be a party elsewhere."""
    chance = random.Random(4781)
    found: dict[Row, None] = {}
    while len(found) < 4_781:
        war = chance.choice(_WARS)
        recipient = chance.choice([each for side in parties(war).values() for each in side])
        backer = chance.choice([f"state-{chance.randrange(30)}", f"power-{(war + chance.randrange(2)) % 60}"])
        first = chance.choice(_YEARS)
        for year in range(first, min(first + chance.randint(1, 8), _YEARS.stop)):
            if backer != recipient:
                found[backer, recipient, f"war-{war}", year] = None
    return list(found)[:4_781]


def written(all_rows: list[Row]) -> str:
    sides = {f"war-{war}": parties(war) for war in _WARS}
    actors = {name for backer, recipient, _, _ in all_rows for name in (backer, recipient)}
    actors |= {each for war in sides.values() for side in war.values() for each in side}
    text = "-- content/sources.yaml --\ndataset:\n  title: A dataset\n  publisher: A project\n  date: 2020\n"
    text += "-- content/actors.yaml --\n"
    text += "".join(f"{name}:\n  name: Actor {name}\n  type: state\n" for name in sorted(actors))
    text += "-- content/conflicts.yaml --\n"
    for war, fighting in sides.items():
        text += f"{war}:\n  name: {war}\n  sides:\n"
        for side, names in fighting.items():
            text += f"    - id: {side}\n      label: {side}\n      parties:\n"
            text += "".join(f"        - {name}\n" for name in names)
    text += "-- content/backings/rows.yaml --\n"
    for number, (backer, recipient, war, year) in enumerate(all_rows):
        text += f"- actor: {backer}\n  recipient: {recipient}\n  conflict: {war}\n  id: row-{number}\n"
        text += f"  observed: {year}\n  sources: dataset\n"
    return text


def opposed(war: str, one: str, other: str) -> bool:
    side = {name: side for side, names in parties(int(war.removeprefix("war-"))).items() for name in names}
    return side[one] != side[other]


def test_both_sides_are_found_exactly_where_one_year_has_both() -> None:
    all_rows = rows()
    by_year: dict[tuple[str, str, int], list[str]] = {}
    for backer, recipient, war, year in all_rows:
        by_year.setdefault((backer, war, year), []).append(recipient)
    expected = {
        (backer, war, *sorted(pair))
        for (backer, war, _), helped in by_year.items()
        for pair in combinations(helped, 2)
        if opposed(war, *pair)
    }
    text = written(all_rows)
    notes = found(text, code="N404")
    told = [each.message.split("`")[1::2] for each in notes]
    wars = [each.related[0].message.split("`")[3] for each in notes]
    assert len(told) == len(expected) > 60
    assert {(backer, war, *sorted(both)) for (backer, *both), war in zip(told, wars, strict=True)} == expected
    assert found(text, code="W405") == []
