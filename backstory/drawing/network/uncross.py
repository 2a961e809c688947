"""The order of two columns in which fewest lines cross, found by barycentres (Sugiyama, Tagawa and Toda 1981)."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence

_SWEEPS = 8
Pair = tuple[str, str]


def untangled(
    left: Sequence[str], groups: Sequence[Sequence[str]], pairs: Sequence[Pair]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The left column and the groups of the right one, reordered; groups keep their place and their members."""
    to_right, to_left = _neighbours(pairs), _neighbours((right, left_) for left_, right in pairs)
    here = tuple(left)
    there = tuple(tuple(group) for group in groups)
    best = (crossings(here, _flat(there), pairs), here, there)
    for _ in range(_SWEEPS):
        before = here, there
        here = _by_barycentre(here, to_right, _places(_flat(there)))
        ranks = _places(here)
        there = tuple(_by_barycentre(group, to_left, ranks) for group in there)
        if (here, there) == before:
            break
        found = crossings(here, _flat(there), pairs)
        if found < best[0]:
            best = (found, here, there)
    return best[1], best[2]


def crossings(left: Sequence[str], right: Sequence[str], pairs: Sequence[Pair]) -> int:
    """How many pairs of straight lines cross."""
    over, below = _places(left), _places(right)
    lines = sorted((over[a], below[b]) for a, b in pairs if a in over and b in below)
    seen: list[int] = []
    count = 0
    for _, end in lines:
        count += len(seen) - bisect_right(seen, end)
        insort(seen, end)
    return count


def _by_barycentre(
    column: Sequence[str], neighbours: Mapping[str, Sequence[str]], places: Mapping[str, int]
) -> tuple[str, ...]:
    """The column by the mean place of what each is tied to; those tied to nothing there keep theirs."""

    def mean(place: int, each: str) -> float:
        known = [places[other] for other in neighbours.get(each, ()) if other in places]
        return sum(known) / len(known) if known else place * len(places) / max(1, len(column))

    ranked = sorted((mean(place, each), place, each) for place, each in enumerate(column))
    return tuple(each for _, _, each in ranked)


def _neighbours(pairs: Iterable[Pair]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for own, other in pairs:
        found.setdefault(own, []).append(other)
    return found


def _places(column: Sequence[str]) -> dict[str, int]:
    return {each: place for place, each in enumerate(column)}


def _flat(groups: Sequence[Sequence[str]]) -> tuple[str, ...]:
    return tuple(each for group in groups for each in group)
