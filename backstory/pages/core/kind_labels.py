"""What an entity is, in a word: `armed group`, `claim`."""

from __future__ import annotations

from typing import Any

from backstory.language import wording
from backstory.records.entity import Entity
from backstory.values.keys import Kind


def kind(entity: Entity[Any], lang: str) -> str:
    """What an entity is, in a word of `lang`: an actor's type, else its kind."""
    if entity.key.kind is Kind.ACTOR:
        return wording.phrase(f"actor-type.{entity.fields.type.value}", lang)
    return wording.phrase(f"kind.{entity.key.kind.prefix}", lang)
