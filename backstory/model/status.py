"""How a claim stands: derived from its positions, never typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise

from backstory.model.positions import in_order, speaker, split, upheld
from backstory.model.schema.kinds import ClaimFields
from backstory.model.schema.position import Figure, Position, UnnamedSpeaker
from backstory.model.vocabulary import REFUSING, SUPPORTING, Stance, Status

_CONTESTING = REFUSING | {Stance.OTHER_EXPLANATION}
_Range = tuple[float, float]


def statuses(claim: ClaimFields) -> tuple[Status, ...]:
    """How the claim stands, in the order of Status; several may hold together.

    What was said before the claim's own date counts for nothing here. Contested: a denial, a rejected framing or
    another explanation stands. Withdrawn: it was taken back, and nobody asserts it still. Figures differ: see
    `figures_differ`. Unattributed: nobody who is named stands behind it.
    """
    _, said = split(claim.positions, claim.date)
    standing = upheld(said)
    held = {
        Status.NO_DENIAL: not any(each.stance in _CONTESTING for each in standing),
        Status.CONTESTED: any(each.stance in _CONTESTING for each in standing),
        Status.WITHDRAWN: _withdrawn(said, standing),
        Status.FIGURES_DIFFER: figures_differ(standing),
        Status.UNATTRIBUTED: not any(_attributed(each) for each in standing),
    }
    return tuple(status for status in Status if held[status])


def _attributed(position: Position) -> bool:
    return position.stance in SUPPORTING and not isinstance(position.by, UnnamedSpeaker)


def _withdrawn(said: Iterable[Position], standing: Iterable[Position]) -> bool:
    """Whether a supporter took it back and no supporter is left; whoever takes back a denial withdraws nothing."""
    before: dict[tuple[str, str], Stance] = {}
    taken_back = False
    for each in said:
        if each.stance is Stance.RETRACTS:
            taken_back = taken_back or before.get(speaker(each), Stance.ASSERTS) in SUPPORTING
        before[speaker(each)] = each.stance
    return taken_back and not any(each.stance in SUPPORTING for each in standing)


def figures_differ(positions: Iterable[Position]) -> bool:
    """Whether two speakers give figures for the same thing, at one time, that have no number in common.

    A figure holds from the day it is said until its speaker gives another, so that a count that grew does not differ
    from itself. `at least 8` and `14` differ: a bound that is not given is the one that is.
    """
    by_count: dict[str, dict[tuple[str, str], list[tuple[float, _Range]]]] = {}
    for each in in_order(positions):
        numbers = _range(each.value) if each.value else None
        if each.value and each.value.counts and numbers:
            said = by_count.setdefault(each.value.counts, {}).setdefault(speaker(each), [])
            said.append((_day(each), numbers))
    return any(_differ(speakers) for speakers in by_count.values())


def _differ(speakers: Mapping[tuple[str, str], list[tuple[float, _Range]]]) -> bool:
    held = [list(_periods(said)) for said in speakers.values()]
    return any(_apart(mine, yours) for one, other in combinations(held, 2) for mine in one for yours in other)


def _periods(said: list[tuple[float, _Range]]) -> Iterator[tuple[float, float, _Range]]:
    for (start, numbers), (end, _) in pairwise([*said, (float("inf"), (0.0, 0.0))]):
        yield start, end, numbers


def _apart(one: tuple[float, float, _Range], other: tuple[float, float, _Range]) -> bool:
    """Whether two figures hold on one day and share no number."""
    together = max(one[0], other[0]) < min(one[1], other[1])
    return together and max(one[2][0], other[2][0]) > min(one[2][1], other[2][1])


def _day(position: Position) -> float:
    """The first day a position can have been taken."""
    earliest = position.date.value.earliest if position.date else None
    return earliest.toordinal() if earliest else float("-inf")


def _range(figure: Figure) -> _Range | None:
    """The numbers a figure names, or None where it names none."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        said = figure.said.own
        return (float(said), float(said)) if said.isascii() and said.isdigit() else None
    return (low if low is not None else high or 0.0, high if high is not None else low or 0.0)
