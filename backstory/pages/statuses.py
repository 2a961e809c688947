"""How a claim stands, derived from the positions on it and never typed. There is no verdict among them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from backstory.model import dates
from backstory.model.schema.kinds import ClaimFields
from backstory.model.schema.position import KnownSpeaker, NamedSpeaker, Position, UnnamedSpeaker
from backstory.model.vocabulary import REFUSING, SUPPORTING, Stance, Status


def ordered(positions: Iterable[Position]) -> tuple[Position, ...]:
    """Positions in order of date; one without a date stands last."""
    undated = (1, (0, 0, ""))
    return tuple(sorted(positions, key=lambda each: (0, each.date.value.sort_key) if each.date else undated))


def said_earlier(claim: ClaimFields, position: Position) -> bool:
    """Whether a position is older than the claim, so that it cannot answer it."""
    if claim.date is None or position.date is None:
        return False
    return dates.certainly_before(position.date.value, claim.date.value)


def counted(claim: ClaimFields) -> tuple[Position, ...]:
    """The positions that decide a claim's status, in order of date."""
    return ordered(each for each in claim.positions if not said_earlier(claim, each))


def of(claim: ClaimFields) -> tuple[Status, ...]:
    """How a claim stands; several may hold together."""
    positions = counted(claim)
    found: list[Status] = []
    if any(each.stance in REFUSING for each in positions):
        found.append(Status.CONTESTED)
    elif any(each.stance in SUPPORTING for each in positions):
        found.append(Status.NO_DENIAL)
    if _withdrawn(positions):
        found.append(Status.WITHDRAWN)
    if any(_differ(one, two) for one, two in combinations(positions, 2)):
        found.append(Status.FIGURES_DIFFER)
    if positions and all(isinstance(each.by, UnnamedSpeaker) for each in positions):
        found.append(Status.UNATTRIBUTED)
    return tuple(found)


def speaker(position: Position) -> str:
    """Who takes a position, as a key: equal for the same speaker."""
    by = position.by
    if isinstance(by, KnownSpeaker):
        return f"actor:{by.id.id}"
    if isinstance(by, NamedSpeaker):
        return f"name:{by.name.own}"
    return f"unnamed:{by.unnamed.own}"


def _withdrawn(positions: tuple[Position, ...]) -> bool:
    """Whether everybody who said so has taken it back since."""
    standing: dict[str, bool] = {}
    for each in positions:
        if each.stance in SUPPORTING:
            standing[speaker(each)] = True
        elif each.stance is Stance.RETRACTS:
            standing[speaker(each)] = False
    return bool(standing) and not any(standing.values())


def _differ(one: Position, two: Position) -> bool:
    """Whether two positions give different values for the same thing at the same time."""
    a, b = one.value, two.value
    if a is None or b is None or a.counts is None or a.counts != b.counts:
        return False
    if one.date and two.date and not dates.overlaps(one.date.value, two.date.value):
        return False
    if a.low is None and a.high is None and b.low is None and b.high is None:
        return a.said != b.said
    return (a.low, a.high) != (b.low, b.high)
