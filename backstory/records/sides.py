"""Sides of a conflict over time: who is a party of which, and when."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from backstory.language.dates import Edtf
from backstory.schema.kind_fields import ConflictFields, Party, Side
from backstory.schema.types import When

Days = tuple[datetime.date, datetime.date]
ALWAYS: Days = (datetime.date.min, datetime.date.max)


def possible(from_: When | None, to: When | None) -> Days:
    """The first and the last day something from `from_` to `to` can have been going on."""
    first = from_.value.earliest if from_ else None
    last = to.value.latest if to else None
    return first or datetime.date.min, last or datetime.date.max


def certain(from_: When | None, to: When | None) -> Days:
    """The first and the last day it was going on for sure, a missing bound being none; may be empty (last < first)."""
    first = (from_.value.latest or from_.value.earliest) if from_ else None
    last = (to.value.earliest or to.value.latest) if to else None
    return first or datetime.date.min, last or datetime.date.max


def together(one: Days, other: Days) -> bool:
    """Whether two stretches of days share a day."""
    return max(one[0], other[0]) <= min(one[1], other[1])


def memberships(conflict: ConflictFields, actor: str) -> Iterator[tuple[Side, Party]]:
    """Every side of which an actor is or was a party."""
    for side in conflict.sides:
        for party in side.parties:
            if party.actor.id == actor:
                yield side, party


def side_at(conflict: ConflictFields, actor: str, date: Edtf | None = None) -> Side | None:
    """The side an actor can have been a party of at `date` (at any time without one); None for no party.

    Only parties have a side: a backer has none.
    """
    if date is None:
        return next((side for side, _ in memberships(conflict, actor)), None)
    day = date.earliest or datetime.date.min, date.latest or datetime.date.max
    found = (side for side, party in memberships(conflict, actor) if together(possible(party.from_, party.to), day))
    return next(found, None)


def opposed(conflict: ConflictFields, one: str, other: str, days: Days = ALWAYS) -> bool:
    """Whether two actors are parties of different sides in these days; one that is none then, at whatever time."""
    mine = _places(conflict, one, days) or _places(conflict, one, ALWAYS)
    theirs = _places(conflict, other, days) or _places(conflict, other, ALWAYS)
    return bool(mine) and bool(theirs) and not mine & theirs


def _places(conflict: ConflictFields, actor: str, days: Days) -> set[int]:
    """Which of the sides, counted from 0, an actor is a party of: two of them may bear one id by mistake."""
    return {
        at
        for at, side in enumerate(conflict.sides)
        for party in side.parties
        if party.actor.id == actor and together(possible(party.from_, party.to), days)
    }
