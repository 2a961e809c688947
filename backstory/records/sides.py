"""Sides of a conflict over time: who is a party of which, and when."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

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


def parties(conflict: ConflictFields) -> Iterator[tuple[Side, Party]]:
    """Every party of a conflict, with its side: a row for each stretch in which it is one."""
    for side in conflict.sides:
        yield from ((side, party) for party in side.parties)


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
