"""Where what a record says comes from: its sources, relays counted as what they relay, and whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backstory.model.keys import Kind
from backstory.model.knowledge import Claim, Conflict, Knowledge, Source
from backstory.model.positions import source, upheld
from backstory.model.vocabulary import SUPPORTING


def supporting(claim: Claim) -> tuple[str, ...]:
    """The ids of the sources in which somebody is read to say what the claim says."""
    said = (source(each) for each in upheld(claim.fields.positions) if each.stance in SUPPORTING)
    named = (each.source for each in claim.fields.sources)
    return tuple(dict.fromkeys(ref.id for ref in (*said, *named) if ref))


def origins(knowledge: Knowledge, sources: Iterable[str]) -> tuple[str, ...]:
    """The ids of the sources that say it first."""
    return tuple(dict.fromkeys(_first(knowledge, each) for each in sources))


def _first(knowledge: Knowledge, name: str) -> str:
    passed = {name}
    while (entity := knowledge.sources.get(name)) and (relayed := entity.fields.relays):
        if relayed.id in passed:
            break
        name = relayed.id
        passed.add(name)
    return name


def side_of_all(knowledge: Knowledge, conflict: Conflict, ids: Iterable[str]) -> str | None:
    """The id of the side to which the owners of all these sources belong, or None."""
    sides = {_side(conflict, _owners(knowledge, each)) for each in ids}
    return next(iter(sides)) if len(sides) == 1 else None


def _side(conflict: Conflict, owners: Iterable[str]) -> str | None:
    for owner in owners:
        for side in conflict.fields.sides:
            if any(party.actor.id == owner for party in side.parties):
                return side.id.id
    return None


def _owners(knowledge: Knowledge, name: str) -> Iterator[str]:
    """The actor that publishes a source, those it is part of, and those it is affiliated to."""
    entity = knowledge.sources.get(name)
    if entity is None:
        return
    waiting = [*_publisher(knowledge, entity)]
    if entity.fields.affiliation:
        waiting.append(entity.fields.affiliation.actor.id)
    known: set[str] = set()
    while waiting:
        owner = waiting.pop(0)
        if owner not in known:
            known.add(owner)
            yield owner
            actor = knowledge.actors.get(owner)
            waiting += [each.actor.id for each in actor.fields.part_of] if actor else []


def _publisher(knowledge: Knowledge, entity: Source) -> Iterator[str]:
    words = entity.fields.publisher
    if words and words.own in knowledge.of(Kind.ACTOR):
        yield words.own
