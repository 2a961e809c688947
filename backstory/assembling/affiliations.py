"""What a tie is judged by: who belongs to whom, who is on which side, what relays what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from backstory.assembling.entities import Entities
from backstory.records.backing import StatedBacking
from backstory.records.knowledge import Conflict
from backstory.records.source_independence import Voices
from backstory.values.keys import Kind


@dataclass(frozen=True, slots=True)
class Affiliations:
    """What the basis of a tie depends on beside the tie itself.

    `voices` tell whose word is whose, `sides` maps a conflict to the actors of each side (its parties and their
    backers), `backers` a recipient to its backers in any conflict.
    """

    voices: Voices
    sides: Mapping[str, tuple[frozenset[str], ...]]
    backers: Mapping[str, frozenset[str]]

    def sides_of(self, conflict: str | None, recipient: str) -> tuple[frozenset[str], ...]:
        """The sides of a conflict; a recipient that is no party of it is, with its backers, a side of its own."""
        sides = self.sides.get(conflict or "", ())
        if any(recipient in side for side in sides):
            return sides
        return (*sides, frozenset([recipient]) | self.backers.get(recipient, frozenset()))


def affiliations(entities: Entities, stated: Iterable[StatedBacking]) -> Affiliations:
    """The affiliations on a site with these entities and ties."""
    backed: dict[str, list[StatedBacking]] = {}
    for tie in stated:
        backed.setdefault(tie.recipient, []).append(tie)
    return Affiliations(
        Voices(entities[Kind.SOURCE], entities[Kind.ACTOR]),
        {name: tuple(_sides(conflict, backed)) for name, conflict in entities[Kind.CONFLICT].items()},
        {name: frozenset(tie.record.actor.id for tie in ties) for name, ties in backed.items()},
    )


def _sides(conflict: Conflict, backed: Mapping[str, Sequence[StatedBacking]]) -> Iterable[frozenset[str]]:
    """The actors of every side: a tie without a conflict makes a backer one of the side in every conflict."""
    for side in conflict.fields.sides:
        parties = {party.actor.id for party in side.parties}
        ties = [tie for party in parties for tie in backed.get(party, ()) if tie.conflict in (None, conflict.id)]
        yield frozenset(parties.union(tie.record.actor.id for tie in ties))
