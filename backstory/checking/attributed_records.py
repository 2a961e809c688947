"""What somebody must say: ties of backing, other relations and claims, each with its sources, positions and place."""

from __future__ import annotations

from collections.abc import Iterator

from backstory.diagnostics import Span
from backstory.records.basis import of_relation
from backstory.records.knowledge import Knowledge, related
from backstory.records.source_independence import Voices
from backstory.records.standing import Standing
from backstory.schema.base import SourceUse
from backstory.schema.position import Position
from backstory.values.record import Record


class AttributedRecord(Record, frozen=True):
    """A record. `noun` is what an author calls it, `name` the relation's key, `ends` the actors that it names.

    `standing` is what a tie or relation rests on; a claim has none. `remarked` is true where the author added a note.
    """

    noun: str
    span: Span
    uses: tuple[SourceUse, ...]
    positions: tuple[Position, ...]
    ends: tuple[str, ...] = ()
    standing: Standing | None = None
    name: str = ""
    remarked: bool = False


def attributed_records(knowledge: Knowledge, voices: Voices) -> Iterator[AttributedRecord]:
    """Every one of a site: ties of backing, relations, claims."""
    for backing in knowledge.recorded:
        uses = (*backing.sources, *(use for given in backing.support for use in given.sources))
        ends = (backing.backer, backing.recipient, *([backing.via] if backing.via else []))
        remarked = backing.note is not None
        yield AttributedRecord("tie", backing.span, uses, backing.positions, ends, backing.standing, remarked=remarked)
    for actor, name, relation in related(knowledge):
        standing = of_relation(actor.id, relation, voices)
        ends = (actor.id, relation.actor.id)
        yield AttributedRecord(
            "relation", relation.span, relation.sources, relation.positions, ends, standing, name=name
        )
    for claim in knowledge.claims.values():
        yield AttributedRecord("claim", claim.head, claim.fields.sources, claim.fields.positions)
