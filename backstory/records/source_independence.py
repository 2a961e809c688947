"""Voices: whose word a source is, and which of several sources are one voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from backstory.language.names import fold
from backstory.records.knowledge import Actor, Source
from backstory.records.positions import source
from backstory.schema.position import KnownSpeaker, NamedSpeaker, Position, Relation
from backstory.values.vocabulary import ActorType, Stance

_BELONGING = ("part_of", "speaks_for", "leads", "commands")
Voice = frozenset[str]


class Voices:
    """Whose word is whose, by the sources and actors of a site; each answer is worked out when it is first asked for.

    A source has the word of the one it relays in the end. An actor has its own voice and those of all it is part of,
    speaks for, leads or commands (a person, is a member of).
    """

    def __init__(self, sources: Mapping[str, Source], actors: Mapping[str, Actor]) -> None:
        """The voices of a site with these sources and actors."""
        self.sources, self._actors = sources, actors
        self._origins: dict[str, str] = {}
        self._allegiances: dict[str, Voice] = {}

    def origin(self, name: str) -> str:
        """The source whose words a source passes on, itself where it passes on nobody's."""
        if name not in self._origins:
            self._origins[name] = _origin(name, self.sources)
        return self._origins[name]

    def allegiance(self, actor: str) -> Voice:
        """An actor and all it belongs to."""
        if actor not in self._allegiances:
            self._allegiances[actor] = _belongs(actor, self._actors)
        return self._allegiances[actor]

    def publisher(self, name: str) -> Voice:
        """A source's publisher, an actor or a name, and whose it is; a source of nobody known speaks for itself."""
        found = self.sources.get(name)
        return (self._published(found) if found else frozenset()) or frozenset([f"source:{name}"])

    def _published(self, publication: Source) -> Voice:
        publisher, affiliation = publication.fields.publisher, publication.fields.affiliation
        voice: Voice = frozenset()
        if publisher:
            name = publisher.own
            voice = self.allegiance(name) if name in self._actors else frozenset([f"name:{fold(name)}"])
        return voice | self.allegiance(affiliation.actor.id) if affiliation else voice

    def by_origin(self, named: Iterable[str], said: Iterable[Position]) -> dict[str, list[Voice]]:
        """The voices of every origin of these sources and positions, in their order.

        An origin speaks with the voices of those it quotes, or else with its publisher's.
        """
        voices: dict[str, list[Voice]] = {self.origin(each): [] for each in named}
        for each in said:
            where = source(each)
            if where is not None:
                quoted = voices.setdefault(self.origin(where.id), [])
                quoted += [voice] if (voice := self._speaker(each)) else []
        return {origin: quoted or [self.publisher(origin)] for origin, quoted in voices.items()}

    def _speaker(self, position: Position) -> Voice:
        """Whoever speaks, and all they belong to; nobody for a medium that reports and for the unnamed."""
        return frozenset() if position.stance is Stance.REPORTS else frozenset(self._speakers(position))

    def _speakers(self, position: Position) -> Iterator[str]:
        by = position.by
        if isinstance(by, KnownSpeaker):
            yield from self.allegiance(by.id.id)
        elif isinstance(by, NamedSpeaker):
            yield from self.allegiance(by.of.id) if by.of else [f"name:{fold(by.name.own)}"]
        if position.for_:
            yield from self.allegiance(position.for_.id)


def independent(voices: Mapping[str, Iterable[Voice]]) -> tuple[str, ...]:
    """One origin for each group that shares no voice with another: what shares a voice counts once."""
    if len(voices) < 2:
        return tuple(voices)
    groups: list[tuple[str, set[str]]] = []
    for origin, said in voices.items():
        merged = set().union(*said)
        alike = [group for group in groups if group[1] & merged]
        first = alike[0][0] if alike else origin
        for group in alike:
            merged |= group[1]
        position = groups.index(alike[0]) if alike else len(groups)
        groups = [group for group in groups if group not in alike]
        groups.insert(min(position, len(groups)), (first, merged))
    return tuple(origin for origin, _ in groups)


def relayed(name: str, sources: Mapping[str, Source]) -> tuple[list[str], str | None]:
    """The sources from `name` on, each relaying the next, and the one at which the chain closes, if it does."""
    chain = [name]
    while (onward := _relayed(chain[-1], sources)) is not None:
        if onward in chain:
            return chain, onward
        chain.append(onward)
    return chain, None


def _relayed(name: str, sources: Mapping[str, Source]) -> str | None:
    found = sources.get(name)
    return found.fields.relays.id if found and found.fields.relays else None


def _origin(name: str, sources: Mapping[str, Source]) -> str:
    """The last of the chain; of a circle, the first in the alphabet, so that all of it counts as one."""
    chain, closed = relayed(name, sources)
    return chain[-1] if closed is None else min(chain[chain.index(closed) :])


def _belongs(name: str, actors: Mapping[str, Actor]) -> Voice:
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
