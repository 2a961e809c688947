"""The landscape that a tie is judged in: who belongs to whom, who is on which side, what relays what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from backstory.diagnostics import Diagnostic, report
from backstory.model.entity import Entity
from backstory.model.keys import Kind
from backstory.model.knowledge import Actor, Conflict, Source
from backstory.model.names import fold
from backstory.model.schema.position import Relation
from backstory.model.vocabulary import ActorType
from backstory.modelling.stating import Stated

_BELONGING = ("part_of", "speaks_for", "leads", "commands")


@dataclass(frozen=True, slots=True)
class Landscape:
    """What the basis of a tie depends on beside the tie itself.

    `origins` maps a source to the one whose words it passes on in the end, `publishers` to the voices it speaks with,
    `allegiances` an actor to itself and all it is part of, speaks for, leads or commands (a person, is a member of),
    `sides` a conflict to the actors of each side (its parties and their backers), `backers` a recipient to its backers
    in any conflict.
    """

    sources: Mapping[str, Source]
    origins: Mapping[str, str]
    publishers: Mapping[str, frozenset[str]]
    allegiances: Mapping[str, frozenset[str]]
    sides: Mapping[str, tuple[frozenset[str], ...]]
    backers: Mapping[str, frozenset[str]]

    def origin(self, source: str) -> str:
        """The source whose words a source passes on, itself where it passes on nobody's."""
        return self.origins.get(source, source)

    def allegiance(self, actor: str) -> frozenset[str]:
        """An actor and all it belongs to."""
        return self.allegiances.get(actor, frozenset([actor]))

    def publisher(self, source: str) -> frozenset[str]:
        """A source's publisher, an actor or a name, and whose it is; a source of nobody known speaks for itself."""
        return self.publishers.get(source) or frozenset([f"source:{source}"])

    def sides_of(self, conflict: str | None, recipient: str) -> tuple[frozenset[str], ...]:
        """The sides of a conflict; a recipient that is no party of it is, with its backers, a side of its own."""
        sides = self.sides.get(conflict or "", ())
        if any(recipient in side for side in sides):
            return sides
        return (*sides, frozenset([recipient]) | self.backers.get(recipient, frozenset()))


def survey(
    entities: Mapping[Kind, Mapping[str, Entity[Any]]], stated: Iterable[Stated]
) -> tuple[Landscape, tuple[Diagnostic, ...]]:
    """The landscape of a site, and an error for every circle of sources that relay each other."""
    ties = tuple(stated)
    sources, actors = entities[Kind.SOURCE], entities[Kind.ACTOR]
    origins = {name: _origin(name, sources) for name in sources}
    allegiances = {name: _belongs(name, actors) for name in actors}
    backers: dict[str, set[str]] = {}
    for tie in ties:
        backers.setdefault(tie.recipient, set()).add(tie.record.actor.id)
    landscape = Landscape(
        sources,
        origins,
        {name: _publisher(source, allegiances) for name, source in sources.items()},
        allegiances,
        _sides(entities[Kind.CONFLICT], ties),
        {name: frozenset(group) for name, group in backers.items()},
    )
    return landscape, tuple(_circles(sources))


def _relayed(name: str, sources: Mapping[str, Source]) -> str | None:
    source = sources.get(name)
    return source.fields.relays.id if source and source.fields.relays else None


def _chain(name: str, sources: Mapping[str, Source]) -> tuple[list[str], str | None]:
    """The sources from `name` on, each relaying the next, and the one at which the chain closes, if it does."""
    chain = [name]
    while (onward := _relayed(chain[-1], sources)) is not None:
        if onward in chain:
            return chain, onward
        chain.append(onward)
    return chain, None


def _origin(name: str, sources: Mapping[str, Source]) -> str:
    """The last of the chain; of a circle, the first in the alphabet, so that all of it counts as one."""
    chain, closed = _chain(name, sources)
    return chain[-1] if closed is None else min(chain[chain.index(closed) :])


def _circles(sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    for name, source in sources.items():
        chain, closed = _chain(name, sources)
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


def _belongs(name: str, actors: Mapping[str, Actor]) -> frozenset[str]:
    found = {name}
    waiting = [name]
    while waiting:
        actor = actors.get(waiting.pop())
        for tie in _above(actor) if actor else ():
            if tie.actor.id not in found:
                found.add(tie.actor.id)
                waiting.append(tie.actor.id)
    return frozenset(found)


def _above(actor: Actor) -> Iterator[Relation]:
    """What an actor belongs to. A person is one of those they are a member of; a state is not the league it joined."""
    for each in _BELONGING:
        yield from getattr(actor.fields, each)
    if actor.fields.type is ActorType.PERSON:
        yield from actor.fields.member_of


def _publisher(source: Source, allegiances: Mapping[str, frozenset[str]]) -> frozenset[str]:
    publisher, affiliation = source.fields.publisher, source.fields.affiliation
    voice: frozenset[str] = frozenset()
    if publisher:
        name = publisher.own
        voice = allegiances[name] if name in allegiances else frozenset([f"name:{fold(name)}"])
    if affiliation:
        actor = affiliation.actor.id
        voice |= allegiances.get(actor, frozenset([actor]))
    return voice


def _sides(conflicts: Mapping[str, Conflict], ties: Iterable[Stated]) -> dict[str, tuple[frozenset[str], ...]]:
    """The actors of every side: a tie without a conflict makes a backer one of the side in every conflict."""
    by_recipient: dict[str, list[Stated]] = {}
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
