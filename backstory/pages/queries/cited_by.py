"""What rests on a source: the records that cite it, but for the sentences, which are its appearances."""

from __future__ import annotations

from collections.abc import Mapping

from backstory.records.backing import Backing
from backstory.records.knowledge import Knowledge
from backstory.schema.references import references
from backstory.values.keys import Key, Kind
from backstory.values.record import Record


class CitedBy(Record, frozen=True):
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
        for name, value in entity.fields:
            if name != "backers":  # backings cite for themselves
                for ref in references(value, Kind.SOURCE):
                    (relays if name == "relays" else entities).setdefault(ref.id, {})[entity.key] = None
    for backing in known.backings:
        for ref in references(backing.records, Kind.SOURCE):
            backings.setdefault(ref.id, {})[backing.id] = backing
    return {
        source: CitedBy(
            tuple(sorted(entities.get(source, ()))),
            tuple(backings.get(source, {}).values()),
            tuple(sorted(relays.get(source, ()))),
        )
        for source in sorted({*entities, *backings, *relays})
    }
