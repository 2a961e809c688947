"""Shelves: the letters and years under which long lists stand, and when such a list becomes several pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from backstory.language import names, wording
from backstory.language.names.alphabet import SortKey
from backstory.records.entity import Entity, called
from backstory.schema.types import When

MOST = 500

E = TypeVar("E", bound=Entity[Any])


@dataclass(frozen=True, slots=True)
class IndexGroup(Generic[E]):
    """The entities under one letter or year. `slug` is its part of a route."""

    label: str
    slug: str
    entities: tuple[E, ...]


def by_letter(entities: Iterable[E], lang: str) -> tuple[IndexGroup[E], ...]:
    """Entities by the first letter of their name in `lang`; letters of its own script come first, `#` last."""
    found: dict[str, list[tuple[SortKey, E]]] = {}
    for entity in entities:
        name, spoken = called(entity).pick(lang)
        found.setdefault(names.initial(name, spoken), []).append((names.sort_key(name, spoken), entity))
    return tuple(
        IndexGroup(
            letter,
            slug(letter),
            tuple(entity for _, entity in sorted(found[letter], key=lambda pair: (pair[0], pair[1].id))),
        )
        for letter in sorted(found, key=lambda letter: _rank(letter, lang))
    )


def by_year(entities: Iterable[E], lang: str) -> tuple[IndexGroup[E], ...]:
    """Entities by the year of their `date`, each year in order of date; what has no date stands last."""
    found: dict[str, list[E]] = {}
    for entity in sorted(entities, key=lambda each: (_time(each.fields.date), each.id)):
        found.setdefault(year(entity), []).append(entity)
    return tuple(
        IndexGroup(key or wording.phrase("ui.undated", lang), key or "undated", tuple(held))
        for key, held in sorted(found.items(), key=lambda item: (item[0] == "", item[0]))
    )


def group_slug(entity: Entity[Any], lang: str, *, by: str) -> str:
    """The slug of the shelf an entity stands on, by `letter` or by `year`."""
    if by == "year":
        return year(entity) or "undated"
    return slug(names.initial(*called(entity).pick(lang)))


def year(entity: Entity[Any]) -> str:
    """The year an entity's date begins in; "" where there is none."""
    date = entity.fields.date
    first = (date.value.earliest or date.value.latest) if date else None
    return f"{first.year:04d}" if first else ""


def slug(letter: str) -> str:
    """A letter as a part of a route."""
    return "0-9" if letter == "#" else letter.lower()


def _time(date: When | None) -> tuple[int, tuple[int, int, str]]:
    return (0, date.value.sort_key) if date else (1, (0, 0, ""))


def _rank(letter: str, lang: str) -> tuple[bool, bool, SortKey]:
    return letter == "#", letter.isascii() != _home_is_latin(lang), names.sort_key(letter, lang)


@lru_cache(maxsize=64)
def _home_is_latin(lang: str) -> bool:
    """Whether a language calls itself in Latin letters."""
    return wording.language_name(lang, lang)[:1].isascii()
