"""How a claim stands: derived from its positions, never typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise

from backstory.records.positions import in_order, split, upheld, voice
from backstory.schema.kind_fields import ClaimFields
from backstory.schema.position import Figure, Position, UnnamedSpeaker
from backstory.values.vocabulary import REFUSING, SUPPORTING, Stance, Status

_CONTESTING = REFUSING | {Stance.OTHER_EXPLANATION}
# A medium that passes it on is no party: it does not say so itself.
_SAYING = SUPPORTING - {Stance.REPORTS}
_Range = tuple[float, float]


def statuses(claim: ClaimFields) -> tuple[Status, ...]:
    """How the claim stands, in the order of Status; several may hold together.

    What was said before the claim's own date counts for nothing here. Contested: a denial, a rejected framing or
    another explanation stands. Withdrawn: it was taken back, and nobody says so still. Figures differ: see
    `figures_differ`. Unattributed: nobody who is named says so. A medium that reports it does not say so.
    """
    _, said = split(claim.positions, claim.date)
    standing = upheld(said)
    held = {
        Status.NO_DENIAL: not any(each.stance in _CONTESTING for each in standing),
        Status.CONTESTED: any(each.stance in _CONTESTING for each in standing),
        Status.WITHDRAWN: _withdrawn(claim.positions, said, standing),
        Status.FIGURES_DIFFER: figures_differ(standing),
        Status.UNATTRIBUTED: not any(_attributed(each) for each in standing),
    }
    return tuple(status for status in Status if held[status])


def denied_earlier(claim: ClaimFields) -> bool:
    """Whether a denial of any form is on record from before the claim's own date."""
    before, _ = split(claim.positions, claim.date)
    return any(each.stance in _CONTESTING for each in upheld(before))


def _attributed(position: Position) -> bool:
    return position.stance in _SAYING and not isinstance(position.by, UnnamedSpeaker)


def _withdrawn(ever: Iterable[Position], said: Iterable[Position], standing: Iterable[Position]) -> bool:
    """Whether somebody who said so took it back and nobody says so still.

    Whoever takes back nothing but a denial withdraws nothing; of whom no more is on record, it is what they said.
    """
    held: dict[tuple[str, str], set[Stance]] = {}
    for each in ever:
        held.setdefault(voice(each), set()).add(each.stance)
    back = (held[voice(each)] - {Stance.RETRACTS} for each in said if each.stance is Stance.RETRACTS)
    taken_back = any(not before or before & _SAYING for before in back)
    return taken_back and not any(each.stance in _SAYING for each in standing)


def figures_differ(positions: Iterable[Position]) -> bool:
    """Whether two speakers give figures for the same thing, at one time, that have no number in common.

    A figure holds from the day it is said until its speaker gives another, so that a count that grew does not differ
    from itself. `at least 8` and `14` do not differ: where no upper bound is given, there is none.
    """
    by_count: dict[str, dict[tuple[str, str], list[tuple[float, _Range]]]] = {}
    for each in in_order(positions):
        numbers = _range(each.value) if each.value else None
        if each.value and each.value.counts and numbers:
            said = by_count.setdefault(each.value.counts.own, {}).setdefault(voice(each), [])
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
    """The numbers a figure allows, or None where it names none; a bare number is itself, whichever bound is given."""
    low, high, said = figure.low, figure.high, figure.said.own
    if low is None or high is None:
        if said.isascii() and said.isdigit():
            return float(said), float(said)
        if low is None and high is None:
            return None
    return (float("-inf") if low is None else low, float("inf") if high is None else high)
