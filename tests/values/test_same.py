"""What was made of the very same objects is not made again."""

from __future__ import annotations

from backstory.values.same import ANEW, Same


def test_the_same_objects_are_gone_through_once_in_two_versions() -> None:
    held = ["a"], ["b"]
    made: list[str] = []

    def make() -> str:
        made.append("once")
        return "made"

    first = Same()
    assert [first.made("x", held, make), first.made("x", held, make)] == ["made", "made"]
    second = Same(first)
    first.done()
    assert second.made("x", held, make) == "made"
    assert made == ["once"]


def test_equal_objects_other_orders_and_other_names_are_not_the_same() -> None:
    one, other = ["a"], ["a"]
    same = Same()
    same.made("x", (one, other), lambda: 1)
    assert same.made("x", (other, one), lambda: 2) == 2
    assert same.made("x", (one,), lambda: 3) == 3
    assert same.made("y", (one, other), lambda: 4) == 4


def test_what_is_not_asked_for_in_a_version_is_forgotten_after_it() -> None:
    held = (["a"],)
    first = Same()
    first.made("x", held, lambda: 1)
    second = Same(first)
    second.done()
    assert Same(second).made("x", held, lambda: 2) == 2


def test_nothing_is_kept_for_a_build() -> None:
    held = (["a"],)
    assert [ANEW.made("x", held, lambda: 1), ANEW.made("x", held, lambda: 2)] == [1, 2]
