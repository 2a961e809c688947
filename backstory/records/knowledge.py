"""Everything a site knows: its entities by id, its backings, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any, TypeAlias

from backstory.records.backing import Backing, StatedBacking, UnreadableRecords
from backstory.records.boundaries import Country
from backstory.records.entity import Entity
from backstory.schema.kind_fields import (
    RELATIONS,
    ActorFields,
    ArticleFields,
    ClaimFields,
    ConflictFields,
    EventFields,
    PageFields,
    PlaceFields,
    SiteFields,
    SourceFields,
    TermFields,
)
from backstory.schema.position import Relation
from backstory.schema.types import Ref
from backstory.values.keys import Key, Kind

Article: TypeAlias = Entity[ArticleFields]
Actor: TypeAlias = Entity[ActorFields]
Conflict: TypeAlias = Entity[ConflictFields]
Claim: TypeAlias = Entity[ClaimFields]
Event: TypeAlias = Entity[EventFields]
Place: TypeAlias = Entity[PlaceFields]
Term: TypeAlias = Entity[TermFields]
Source: TypeAlias = Entity[SourceFields]
CustomPage: TypeAlias = Entity[PageFields]


_OF_ACTOR = attrgetter(*RELATIONS)
_FIELD_OF = {kind: kind.value for kind in Kind} | {Kind.TERM: "terms"}


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The site's entities, in order of id within a kind.

    `articles` holds the published ones alone; `withheld` the drafts and the future ones, which are checked and
    contribute nothing. `recorded` are the backings, and after them those that withheld articles record, to be
    checked like the rest: a record that both have part in is there as published, and with what it would become.
    `stated` are the records of which all these are made, as the files state them, with those that name nobody there is.
    `selected` maps an article's id to the backings it shows, in the order it names them. `broken` are the entities
    whose files have errors, and `entire`, where there are any, is the same site with what could be read of them:
    nothing is published of it, and its references are checked. `illegible` are texts that stand where they could
    not be read, each perhaps a name; `misread` are the ids in what could not be read, and `unreadable` the records of
    backing. `spare` are texts of files that are no entity of the site, to be checked too.
    `boundaries` are areas that maps show as the site draws them, not as the atlas does.
    """

    site: SiteFields
    articles: Mapping[str, Article]
    actors: Mapping[str, Actor]
    conflicts: Mapping[str, Conflict]
    claims: Mapping[str, Claim]
    events: Mapping[str, Event]
    places: Mapping[str, Place]
    terms: Mapping[str, Term]
    sources: Mapping[str, Source]
    pages: Mapping[str, CustomPage]
    backings: tuple[Backing, ...]
    selected: Mapping[str, tuple[Backing, ...]]
    withheld: Mapping[str, Article]
    recorded: tuple[Backing, ...] = ()
    stated: tuple[StatedBacking, ...] = ()
    broken: frozenset[Key] = frozenset()
    illegible: frozenset[str] = frozenset()
    misread: tuple[Ref, ...] = ()
    unreadable: UnreadableRecords = field(default_factory=UnreadableRecords)
    spare: tuple[Entity[Any], ...] = ()
    boundaries: tuple[Country, ...] = ()
    entire: Knowledge | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        """The site's languages; the first is the default."""
        return self.site.languages

    def of(self, kind: Kind) -> Mapping[str, Entity[Any]]:
        """The entities of one kind by id."""
        found: Mapping[str, Entity[Any]] = getattr(self, _FIELD_OF[kind])
        return found

    def every(self, kind: Kind) -> Mapping[str, Entity[Any]]:
        """The entities of one kind by id, with the articles that are withheld."""
        return {**self.articles, **self.withheld} if kind is Kind.ARTICLE else self.of(kind)

    def has(self, kind: Kind, name: str) -> bool:
        """Whether some entity has the id, or may have it: one of whose kind a file could not be read at all."""
        return name in self.every(kind) or Key(kind, "") in self.broken

    def get(self, key: Key) -> Entity[Any] | None:
        """The entity of a key, or None."""
        return self.of(key.kind).get(key.id)

    def rewritten(self, entities: Iterable[Entity[Any]]) -> Knowledge:
        """The same with these entities in the place of those of their keys, of which nothing but the prose differs."""
        groups: dict[str, dict[str, Entity[Any]]] = {}
        for entity in entities:
            field = _FIELD_OF[entity.key.kind]
            groups.setdefault(field, dict(self.of(entity.key.kind)))[entity.id] = entity
        changed: dict[str, Any] = groups
        return replace(self, **changed)

    def all(self) -> Iterator[Entity[Any]]:
        """Every published entity, by kind and id."""
        for kind in Kind:
            yield from self.of(kind).values()

    def with_withheld(self) -> Iterator[Entity[Any]]:
        """Every published entity, then the articles that are withheld."""
        yield from self.all()
        yield from self.withheld.values()


def related(knowledge: Knowledge) -> Iterator[tuple[Actor, str, Relation]]:
    """Every relation of an actor to another, with its name in RELATIONS: by actor, then by name."""
    for actor in knowledge.actors.values():
        for name, held in zip(RELATIONS, _OF_ACTOR(actor.fields), strict=True):
            for relation in held:
                yield actor, name, relation
