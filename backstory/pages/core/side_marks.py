"""The marks of a conflict's sides: a colour, a shape and a label. Only its parties have one."""

from __future__ import annotations

from collections.abc import Mapping

from backstory.pages.core.page_text import PageText, say
from backstory.records.knowledge import Conflict
from backstory.records.sides import Days, possible, together
from backstory.values.record import Record

MOST = 4


class Mark(Record, frozen=True):
    """The mark of a side. `number` (1 to 4) is its colour and shape in the theme; 0 is neutral."""

    number: int
    label: PageText


def sides(conflict: Conflict, lang: str) -> tuple[Mark, ...]:
    """The marks of the sides, in order. From the fifth on they are neutral: no more colours can be told apart."""
    return tuple(
        Mark(number if number <= MOST else 0, say(side.label, lang))
        for number, side in enumerate(conflict.fields.sides, start=1)
    )


def of_parties(conflict: Conflict | None, lang: str, *, during: Days | None = None) -> Mapping[str, Mark]:
    """The mark of each party, by actor id. An actor that is on two sides has none.

    With `during`, only of the actors that can have been a party in those days.
    """
    if conflict is None:
        return {}
    found: dict[str, list[Mark]] = {}
    for mark, side in zip(sides(conflict, lang), conflict.fields.sides, strict=True):
        then = (each for each in side.parties if during is None or together(possible(each.from_, each.to), during))
        for actor in dict.fromkeys(party.actor.id for party in then):
            found.setdefault(actor, []).append(mark)
    return {actor: marks[0] for actor, marks in found.items() if len(marks) == 1}
