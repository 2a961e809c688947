"""Titles: by which names each kind of entity may be called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from backstory.records.entity import Entity, called
from backstory.schema.kind_fields import ActorFields, ClaimFields, ConflictFields, PlaceFields, TermFields
from backstory.schema.nested_fields import Alias
from backstory.values.localized_text import Words


def aliases(entity: Entity[Any]) -> tuple[Alias, ...]:
    """The other names an entity has."""
    match entity.fields:
        case ActorFields() | ConflictFields() | PlaceFields() | TermFields():
            found: tuple[Alias, ...] = entity.fields.aliases
            return found
    return ()


def abbreviation(entity: Entity[Any]) -> Words | None:
    """The abbreviation of an actor or a term."""
    match entity.fields:
        case ActorFields() | TermFields():
            return entity.fields.abbreviation
    return None


def whole(entity: Entity[Any]) -> tuple[Words, ...]:
    """The title, and the abbreviation where there is one."""
    short = abbreviation(entity)
    return (called(entity),) if short is None else (called(entity), short)


def written(entity: Entity[Any]) -> Iterator[Words]:
    """Every name an author may write in a wikilink: the title first, in all its languages."""
    yield from whole(entity)
    yield from (alias.text for alias in aliases(entity))
    if isinstance(entity.fields, ClaimFields) and entity.fields.question and entity.fields.text:
        yield entity.fields.text
