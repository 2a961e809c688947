"""Every dated tie of a site in one form: backings, the kinds of support in them, relations and parties."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from backstory.checking.tie_spans import ends_first
from backstory.records.backing import Backing
from backstory.records.knowledge import Actor, Knowledge, related
from backstory.records.sides import parties
from backstory.schema.base import SourceUse
from backstory.schema.kind_fields import Party
from backstory.schema.position import Position, Relation
from backstory.schema.types import When
from backstory.values.record import Record


class TieKind(StrEnum):
    """What binds two actors, or an actor and a conflict; the value is what an author calls it."""

    BACKING = "backing"
    RELATION = "tie"
    SUCCESSION = "succession"
    PARTY = "part in the conflict"


class DatedTie(Record, frozen=True):
    """A tie as its record gives it. `actors` are those it binds.

    `beside` are the sources of the same record that stand at its other parts.
    """

    kind: TieKind
    actors: tuple[str, ...]
    from_: When | None
    to: When | None
    observed: tuple[When, ...]
    sources: tuple[SourceUse, ...]
    positions: tuple[Position, ...]
    beside: tuple[SourceUse, ...] = ()

    @property
    def dates(self) -> tuple[When, ...]:
        """Its dates in the order an author writes them, but for an end that is open."""
        given = (self.from_, self.to, *self.observed)
        return tuple(each for each in given if each is not None and each.value.precision != "open")

    @property
    def ends_first(self) -> bool:
        """Whether it ends before it begins: then one of its dates is wrong, and none is held against others."""
        return ends_first(self.from_, self.to)


def ties(knowledge: Knowledge) -> Iterator[DatedTie]:
    """Every tie: backings first, then relations by actor, then the parties of conflicts."""
    for backing in knowledge.recorded:
        yield from _of_backing(backing)
    for actor, name, relation in related(knowledge):
        yield _of_relation(actor, name, relation)
    for conflict in knowledge.conflicts.values():
        yield from (_of_party(party) for _, party in parties(conflict.fields))


def named_origins(backing: Backing) -> str:
    """The independent sources that a backing rests on, for a sentence."""
    return ", ".join(f"`{each}`" for each in backing.standing.origins) or "no source"


def _of_backing(backing: Backing) -> Iterator[DatedTie]:
    """The record itself, then each kind of support that has dates or sources of its own, within the record's time."""
    ends, said, kind = (backing.backer, backing.recipient), backing.positions, TieKind.BACKING
    actors = (*ends, backing.via) if backing.via else ends
    beside = tuple(use for each in backing.support for use in each.sources)
    yield DatedTie(kind, actors, backing.from_, backing.to, backing.observed, backing.sources, said, beside)
    for each in backing.support:
        if each.from_ or each.to or each.observed or each.sources:
            from_, to = each.from_ or backing.from_, each.to or backing.to
            yield DatedTie(kind, actors, from_, to, each.observed, each.sources, said, backing.sources)


def _of_relation(actor: Actor, name: str, held: Relation) -> DatedTie:
    kind, actors = TieKind.SUCCESSION if name == "succeeds" else TieKind.RELATION, (actor.id, held.actor.id)
    return DatedTie(kind, actors, held.from_, held.to, held.observed, held.sources, held.positions)


def _of_party(party: Party) -> DatedTie:
    return DatedTie(TieKind.PARTY, (party.actor.id,), party.from_, party.to, (), party.sources, ())
