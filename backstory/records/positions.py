"""Positions in time: their order, which of them still stand, and how they answer."""

from __future__ import annotations

from collections.abc import Iterable

from backstory.language.dates import certainly_before
from backstory.schema.position import KnownSpeaker, NamedSpeaker, Position
from backstory.schema.types import Ref, When
from backstory.values.vocabulary import SUPPORTING, UNANSWERING, Response, Stance

_LAST = (1 << 31, 0, "")


def in_order(positions: Iterable[Position]) -> tuple[Position, ...]:
    """The positions in order of date; those without a date last, as they were written."""
    given = tuple(positions)
    return given if len(given) < 2 else tuple(sorted(given, key=_day))


def _day(position: Position) -> tuple[int, int, str]:
    return position.date.value.sort_key if position.date else _LAST


def split(positions: Iterable[Position], date: When | None) -> tuple[tuple[Position, ...], tuple[Position, ...]]:
    """What was said earlier than `date`, and the rest, each in order.

    Only what is certainly earlier counts as earlier; without `date` nothing is.
    """
    earlier: list[Position] = []
    later: list[Position] = []
    for each in in_order(positions):
        before = date and each.date and certainly_before(each.date.value, date.value)
        (earlier if before else later).append(each)
    return tuple(earlier), tuple(later)


def speaker(position: Position) -> tuple[str, str]:
    """Who speaks: an actor's id, or the words that name them; and on whose behalf."""
    by = position.by
    if isinstance(by, KnownSpeaker):
        name = by.id.id
    else:
        name = by.name.own if isinstance(by, NamedSpeaker) else by.unnamed.own
    return name, position.for_.id if position.for_ else ""


def apart(position: Position) -> tuple[str, str, str]:
    """What tells one speaker from another: who speaks, on whose behalf, and of the unnamed who reports them."""
    by = position.by
    told = "" if isinstance(by, KnownSpeaker | NamedSpeaker) else by.according_to.id
    return (*speaker(position), told)


def voice(position: Position) -> tuple[str, str]:
    """Whose word it is: whom it is said for, else who speaks; the unnamed are told apart by who reports them."""
    by = position.by
    if position.for_:
        return "actor", position.for_.id
    if isinstance(by, KnownSpeaker):
        return "actor", by.id.id
    if isinstance(by, NamedSpeaker):
        return "name", by.name.own
    return by.according_to.id, by.unnamed.own


def speaks_as(position: Position, actor: str) -> bool:
    """Whether it is said by `actor` or on its behalf. An official `of` it does not speak for it."""
    by = position.by
    mine = isinstance(by, KnownSpeaker) and by.id.id == actor
    return mine or (position.for_ is not None and position.for_.id == actor)


def source(position: Position) -> Ref | None:
    """The source in which a position can be read."""
    if position.source or isinstance(position.by, KnownSpeaker | NamedSpeaker):
        return position.source
    return position.by.according_to


def upheld(positions: Iterable[Position]) -> tuple[Position, ...]:
    """The positions in order, without those taken back later in the same voice, and without the retractions.

    What bears no date is taken back by any retraction that does: one takes back what was said.
    """
    ordered = in_order(positions)
    last = {voice(each): at for at, each in enumerate(ordered) if each.stance is Stance.RETRACTS}
    if not last:
        return ordered

    def stands(at: int, each: Position) -> bool:
        back = last.get(voice(each))
        return back is None or (at > back and bool(each.date or not ordered[back].date))

    return tuple(each for at, each in enumerate(ordered) if stands(at, each))


def supporting(positions: Iterable[Position]) -> list[Position]:
    """The positions that are upheld and whose stance supports it."""
    return [each for each in upheld(positions) if each.stance in SUPPORTING]


def lasting(positions: Iterable[Position]) -> tuple[Position, ...]:
    """The positions that are upheld, without the silence of those who have spoken since."""
    standing = upheld(positions)
    spoke: dict[tuple[str, str], int] = {}
    for at, each in enumerate(standing):
        if each.stance not in UNANSWERING:
            spoke[voice(each)] = at
    return tuple(
        each
        for at, each in enumerate(standing)
        if each.stance not in UNANSWERING or voice(each) not in spoke or (each.date and at > spoke[voice(each)])
    )


def response(given: Iterable[tuple[Response, Position]]) -> Response:
    """The answer that weighs first: a denial before all, nothing recorded last."""
    there = {each for each, _ in given}
    return next((each for each in Response if each in there), Response.NONE)
