"""What rests on a source: the records that cite it, but for the sentences, which are its appearances."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from backstory.records.backing import Backing
from backstory.records.entity import Entity
from backstory.records.knowledge import Knowledge
from backstory.schema.base import SourceUse
from backstory.schema.kind_fields import RELATIONS, ActorFields, ClaimFields, ConflictFields, SourceFields, relations
from backstory.schema.position import Position, UnnamedSpeaker
from backstory.values.keys import Key


@dataclass(frozen=True, slots=True)
class CitedBy:
    """Entities and backings that cite one source, once each, in order of id, and the sources that relay it."""

    entities: tuple[Key, ...] = ()
    backings: tuple[Backing, ...] = ()
    relays: tuple[Key, ...] = ()


NOTHING = CitedBy()


def of(known: Knowledge) -> Mapping[str, CitedBy]:
    """Who cites what, by the source's id."""
    entities: dict[str, dict[Key, None]] = {}
    backings: dict[str, dict[str, Backing]] = {}
    relays: dict[str, dict[Key, None]] = {}
    for entity in known.all():
        for source in _cited(entity):
            entities.setdefault(source, {}).setdefault(entity.key)
        if isinstance(entity.fields, SourceFields) and entity.fields.relays:
            relays.setdefault(entity.fields.relays.id, {}).setdefault(entity.key)
    for backing in known.backings:
        for source in _under(backing):
            backings.setdefault(source, {}).setdefault(backing.id, backing)
    return {
        source: CitedBy(
            tuple(sorted(entities.get(source, ()))),
            tuple(backings.get(source, {}).values()),
            tuple(sorted(relays.get(source, ()))),
        )
        for source in sorted({*entities, *backings, *relays})
    }


def _cited(entity: Entity[object]) -> Iterator[str]:
    """The sources that an entity's fields name; those of its texts are found by linking."""
    fields = entity.fields
    yield from _uses(getattr(fields, "sources", ()))
    if isinstance(fields, ActorFields):
        if fields.type_per:
            yield fields.type_per.id
        for relation in (each for name in RELATIONS for each in relations(fields, name)):
            yield from _uses(relation.sources)
            yield from _said(relation.positions)
    elif isinstance(fields, ConflictFields):
        for side in fields.sides:
            for party in side.parties:
                yield from _uses(party.sources)
    elif isinstance(fields, ClaimFields):
        yield from _said(fields.positions)
    elif isinstance(fields, SourceFields) and fields.affiliation and fields.affiliation.source:
        yield fields.affiliation.source.id


def _under(backing: Backing) -> Iterator[str]:
    yield from _uses(backing.sources)
    for support in backing.support:
        yield from _uses(support.sources)
    yield from _said(backing.positions)


def _uses(uses: Iterable[SourceUse]) -> Iterator[str]:
    return (use.source.id for use in uses)


def _said(positions: Iterable[Position]) -> Iterator[str]:
    for each in positions:
        if each.source:
            yield each.source.id
        if isinstance(each.by, UnnamedSpeaker):
            yield each.by.according_to.id
