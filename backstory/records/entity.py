"""An entity of the site: its validated fields, its texts, and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from backstory.diagnostics import Span
from backstory.records.prose import Prose
from backstory.values.keys import Key
from backstory.values.localized_text import Words

F_co = TypeVar("F_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Translation:
    """A version in another language: of which date the original it renders is, and by whom it was made.

    `dated` is where that date stands, None where it is not given.
    """

    lang: str
    path: str
    head: Span
    translates: str
    translator: str
    dated: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Entity(Generic[F_co]):
    """An entity. `texts` maps (field, language) to prose; `translations` are its versions by language."""

    key: Key
    fields: F_co
    lang: str
    path: str
    head: Span
    texts: Mapping[tuple[str, str], Prose]
    translations: Mapping[str, Translation]

    @property
    def id(self) -> str:
        """The id within its kind."""
        return self.key.id

    def text(self, field: str, lang: str) -> Prose | None:
        """The text of `field` in `lang`, else in the entity's own language, else None."""
        return self.texts.get((field, lang)) or self.texts.get((field, self.lang))


def home(entity: Entity[Any]) -> str:
    """Where an author finds an entity: its file, or its entry in a collected one."""
    alone = entity.path.rpartition("/")[2].partition(".")[0] == entity.id and entity.path.count("/") > 1
    return entity.path if alone else f"{entity.path}, under `{entity.id}`"


def called(entity: Entity[Any]) -> Words:
    """What readers see an entity called: its name, title, question or text, whichever its kind has; else its id."""
    names = (getattr(entity.fields, name, None) for name in ("name", "title", "question", "text"))
    found = next((words for words in names if isinstance(words, Words)), None)
    return found or Words(((entity.lang, entity.id),), entity.head)
