"""By which names an entity may be called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from backstory.records.entity import Entity, called
from backstory.schema.kind_fields import ClaimFields
from backstory.schema.nested_fields import Alias
from backstory.values.localized_text import Words


def aliases(entity: Entity[Any]) -> tuple[Alias, ...]:
    """The other names an entity has; none, where its kind has no such key."""
    found: tuple[Alias, ...] = vars(entity.fields).get("aliases", ())
    return found


def abbreviation(entity: Entity[Any]) -> Words | None:
    """The abbreviation of an actor or a term."""
    found: Words | None = vars(entity.fields).get("abbreviation")
    return found


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
