"""The landscape that a tie is judged in: who belongs to whom, who is on which side, what relays what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from backstory.assembling.stated_backings import StatedBacking
from backstory.diagnostics import Diagnostic, report
from backstory.records.entity import Entity
from backstory.records.knowledge import Conflict, Source
from backstory.records.source_independence import Voices, relayed
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


def survey(
    entities: Mapping[Kind, Mapping[str, Entity[Any]]], stated: Iterable[StatedBacking]
) -> tuple[Affiliations, tuple[Diagnostic, ...]]:
    """The landscape of a site, and an error for every circle of sources that relay each other."""
    ties = tuple(stated)
    sources = entities[Kind.SOURCE]
    backers: dict[str, set[str]] = {}
    for tie in ties:
        backers.setdefault(tie.recipient, set()).add(tie.record.actor.id)
    landscape = Affiliations(
        Voices(sources, entities[Kind.ACTOR]),
        _sides(entities[Kind.CONFLICT], ties),
        {name: frozenset(group) for name, group in backers.items()},
    )
    return landscape, tuple(_circles(sources))


def _circles(sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    for name, source in sources.items():
        chain, closed = relayed(name, sources)
        # Every member of a circle finds it; the first in the alphabet tells.
        if closed == name and name == min(chain) and source.fields.relays:
            if len(chain) == 1:
                message = f"`{name}` relays itself"
            else:
                message = "these sources relay each other in a circle: " + " → ".join(
                    f"`{each}`" for each in [*chain, name]
                )
            hint = "`relays` names the source that said it earlier; take it away from the one that said it first"
            yield report("E210", message, source.fields.relays.span, hint=hint)


def _sides(conflicts: Mapping[str, Conflict], ties: Iterable[StatedBacking]) -> dict[str, tuple[frozenset[str], ...]]:
    """The actors of every side: a tie without a conflict makes a backer one of the side in every conflict."""
    by_recipient: dict[str, list[StatedBacking]] = {}
    for tie in ties:
        by_recipient.setdefault(tie.recipient, []).append(tie)
    sides = {}
    for name, conflict in conflicts.items():
        groups = []
        for side in conflict.fields.sides:
            parties = {party.actor.id for party in side.parties}
            backers = {
                tie.record.actor.id
                for party in sorted(parties)
                for tie in by_recipient.get(party, ())
                if tie.conflict in (None, name)
            }
            groups.append(frozenset(parties | backers))
        sides[name] = tuple(groups)
    return sides
