"""Voices: whose word a source is, and which of several sources are one voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from backstory.language.names import fold
from backstory.records.knowledge import Actor, Source
from backstory.records.standing import Mention
from backstory.schema.base import SourceUse
from backstory.schema.kind_fields import SourceFields
from backstory.schema.position import KnownSpeaker, NamedSpeaker, Position, Quote, Relation
from backstory.schema.types import Ref
from backstory.values.keys import Kind
from backstory.values.localized_text import Words
from backstory.values.vocabulary import ActorType, SourceKind, Stance, bare

_BELONGING = ("part_of", "speaks_for", "leads", "commands")
Voice = frozenset[str]


class Voices:
    """Whose word is whose, by the sources and actors of a site; each answer is worked out when it is first asked for.

    A source has the word of the one it relays in the end. An actor has its own voice and those of all it is part of,
    speaks for, leads or commands (a person, is a member of).
    """

    def __init__(self, sources: Mapping[str, Source], actors: Mapping[str, Actor]) -> None:
        """The voices of a site with these sources and actors."""
        self.sources, self.actors = sources, actors
        self._origins: dict[str, str] = {}
        self._allegiances: dict[str, Voice] = {}
        self._spoken: dict[str, Mention] = {}

    def origin(self, name: str) -> str:
        """The source whose words a source passes on, itself where it passes on nobody's."""
        if name not in self._origins:
            self._origins[name] = _origin(name, self.sources)
        return self._origins[name]

    def allegiance(self, actor: str) -> Voice:
        """An actor and all it belongs to."""
        if actor not in self._allegiances:
            self._allegiances[actor] = _belongs(actor, self.actors)
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
            voice = self.allegiance(name) if name in self.actors else frozenset([f"name:{fold(name)}"])
        return voice | self.allegiance(affiliation.actor.id) if affiliation else voice

    def spoken(self, use: SourceUse) -> Mention:
        """A mention of a source as the position it is: its publisher's, of a filing its author's."""
        plain = use.stance is None and use.pages is None and use.quote is None
        if plain and (kept := self._spoken.get(use.source.id)):
            return kept
        found = self.sources.get(use.source.id)
        fields = found.fields if found else None
        position = Mention.model_construct(
            by=self._author(use, fields),
            stance=use.stance or bare(fields.kind if fields else None),
            date=fields.date if fields else None,
            quote=Quote(text=use.quote) if use.quote else None,
            source=use.source,
            pages=use.pages,
            span=use.span,
            bare=use.stance is None,
        )
        if plain:
            self._spoken[use.source.id] = position
        return position

    def _author(self, use: SourceUse, fields: SourceFields | None) -> KnownSpeaker | NamedSpeaker:
        """Whose word a mention is; of a source without author and publisher, its title's."""
        if fields is None:
            return NamedSpeaker(name=Words((("", use.source.id),), use.span))
        own = fields.author if fields.kind is SourceKind.FILING else None
        who = own or fields.publisher
        if who is None:
            return NamedSpeaker(name=fields.title)
        return KnownSpeaker(id=Ref(who.own, use.span, Kind.ACTOR)) if who.own in self.actors else NamedSpeaker(name=who)

    def of(self, position: Position) -> Voice:
        """Whoever speaks, and all they belong to; nobody for a medium that reports and for the unnamed."""
        return frozenset() if position.stance is Stance.REPORTS else frozenset(self._speakers(position))

    def speaks_for_any(self, position: Position, actors: Iterable[str]) -> bool:
        """Whether a position is that of one of these actors, of a part of one, or of an official of it."""
        return not frozenset(actors).isdisjoint(self._speakers(position))

    def type_of(self, position: Position) -> ActorType | None:
        """What a speaker with a page is."""
        by = position.by
        found = self.actors.get(by.id.id) if isinstance(by, KnownSpeaker) else None
        return found.fields.type if found else None

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
