"""Groups of long lists, by letter and by year, and when such a list is split into several pages."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Generic, TypeVar

from backstory.language import names, wording
from backstory.language.names.alphabet import SortKey
from backstory.records.entity import Entity, called
from backstory.schema.types import When
from backstory.values.record import Record

MOST = 500
"""A list of more entries is split into several pages."""

_UNDATED = "undated"
E = TypeVar("E", bound=Entity[Any])


class IndexGroup(Record, Generic[E], frozen=True):
    """The entities under one letter or year. `slug` stands for it in a route."""

    label: str
    slug: str
    entities: tuple[E, ...]


def by_letter(entities: Iterable[E], lang: str) -> tuple[IndexGroup[E], ...]:
    """Entities by the first letter of their name in `lang`.

    Letters of the script of `lang` come first; what begins with no letter comes last, under `#`.
    """
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
    """Entities by the year in which their `date` begins, each group in order of date; what has no date comes last."""
    found: dict[str, list[E]] = {}
    for entity in sorted(entities, key=lambda each: (_time(each.fields.date), each.id)):
        found.setdefault(year(entity), []).append(entity)
    return tuple(
        IndexGroup(key or wording.phrase("ui.undated", lang), key or _UNDATED, tuple(dated))
        for key, dated in sorted(found.items(), key=lambda item: (item[0] == "", item[0]))
    )


def letter_slug(entity: Entity[Any], lang: str) -> str:
    """The slug of the group that `by_letter` puts an entity in."""
    return slug(names.initial(*called(entity).pick(lang)))


def year_slug(entity: Entity[Any]) -> str:
    """The slug of the group that `by_year` puts an entity in."""
    return year(entity) or _UNDATED


def year(entity: Entity[Any]) -> str:
    """The year in which an entity's date begins, in four digits; "" without a date."""
    date = entity.fields.date
    first = (date.value.earliest or date.value.latest) if date else None
    return f"{first.year:04d}" if first else ""


def slug(letter: str) -> str:
    """A letter as it stands in a route: in lower case, `0-9` for `#`."""
    return "0-9" if letter == "#" else letter.lower()


def _time(date: When | None) -> tuple[int, tuple[int, int, str]]:
    return (0, date.value.sort_key) if date else (1, (0, 0, ""))


def _rank(letter: str, lang: str) -> tuple[bool, bool, SortKey]:
    return letter == "#", letter.isascii() != _home_is_latin(lang), names.sort_key(letter, lang)


@lru_cache(maxsize=64)
def _home_is_latin(lang: str) -> bool:
    """Whether a language calls itself in Latin letters."""
    return wording.language_name(lang, lang)[:1].isascii()
