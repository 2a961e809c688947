"""References in fields without a column or property of their own: they are exported under the name of their field."""

from __future__ import annotations

from typing import Any

from backstory.records.entity import Entity
from backstory.schema.kind_fields import FIELDS, RELATIONS
from backstory.schema.references import naming, references
from backstory.schema.types import Ref
from backstory.values.keys import Kind

_COVERED = {
    Kind.ARTICLE: {"actors", "backers", "claims", "conflict", "events", "places"},
    Kind.ACTOR: {"backers", "type_per", *RELATIONS},
    Kind.CONFLICT: {"places", "sides"},
    Kind.CLAIM: {"about", "alternatives", "conflict", "positions"},
    Kind.EVENT: {"actors", "claim", "conflict", "place"},
    Kind.SOURCE: {"affiliation", "relays"},
}
"""The fields that the tables and the linked data are made for, beside the sources of every kind."""


def fields(kind: Kind) -> tuple[str, ...]:
    """The fields of a kind, without a column of their own, that may name an entity at any depth."""
    covered = _COVERED.get(kind, set()) | {"sources"}
    return tuple(each for each in naming(FIELDS[kind]) if each not in covered)


def named(entity: Entity[Any]) -> list[Ref]:
    """What an entity names in these fields."""
    return [ref for each in fields(entity.key.kind) for ref in references(getattr(entity.fields, each))]
