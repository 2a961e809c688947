"""What an entity is called on a page."""

from __future__ import annotations

from typing import Any

from backstory.model import wording
from backstory.model.entity import Entity
from backstory.model.keys import Kind
from backstory.model.words import Words


def name(entity: Entity[Any]) -> Words:
    """An entity's name, title, question or text, whichever its kind has; its id where it has none."""
    for attribute in ("name", "title", "question", "text"):
        words = getattr(entity.fields, attribute, None)
        if isinstance(words, Words):
            return words
    return Words(((entity.lang, entity.id),), entity.head)


def kind(entity: Entity[Any], lang: str) -> str:
    """What an entity is, in a word of `lang`: an actor's type, else its kind."""
    if entity.key.kind is Kind.ACTOR:
        return wording.phrase(f"actor-type.{entity.fields.type.value}", lang)
    return wording.phrase(f"kind.{entity.key.kind.prefix}", lang)
