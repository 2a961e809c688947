"""Conflicts hold together: each side once, no party on two sides at one time."""

from __future__ import annotations

import pytest

from tests.assembling.given import knowledge, modelled, told

ACTORS = "-- actors.yaml --\nlna:\n  name: LNA\n  type: armed-group\n"


def conflict(one: str, other: str, second: str = "west") -> str:
    return (
        f"{ACTORS}-- conflicts/a.md --\nname: A\nsides:\n"
        f"  - id: east\n    label: East\n    parties:\n      - {one}\n"
        f"  - id: {second}\n    label: West\n    parties:\n      - {other}\n"
    )


def test_two_sides_of_one_id_are_an_error() -> None:
    _, found = modelled(conflict("lna", "lna", "east"))
    assert told(found) == ["conflicts/a.md:7:9 E213 two sides of this conflict have the id `east`"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lna", "lna"),
        ("{actor: lna, from: 2014}", "{actor: lna, from: 2016}"),
        ("{actor: lna, from: 2014, to: 2017}", "{actor: lna, from: 2016-05}"),
    ],
)
def test_an_actor_on_two_sides_at_one_time_is_an_error(one: str, other: str) -> None:
    _, found = modelled(conflict(one, other))
    assert [each.code for each in found] == ["E214"]
    assert found[0].message == "`lna` is a party of `east` and of `west` at one time"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("{actor: lna, to: 2015}", "{actor: lna, from: 2016}"),
        ("{actor: lna, to: 2015}", "{actor: lna, from: 2015}"),
        ("{actor: lna, to: 2015-06}", "{actor: lna, from: 2015-06-20}"),
    ],
)
def test_an_actor_that_may_have_changed_sides_in_between_is_fine(one: str, other: str) -> None:
    assert knowledge(conflict(one, other)).conflicts["a"].fields.sides[1].id.id == "west"
