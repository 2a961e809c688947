"""Who is in a story: its actors, grouped by the side they are a party of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from backstory.language import wording
from backstory.pages.core import entity_links
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.side_marks import Mark

# So many are few enough to read at once; of more, the first.
_LONG, _FIRST = 10, 8


@dataclass(frozen=True, slots=True)
class CastGroup:
    """The actors of one side; without a mark, those who are no party. `rest` are those named least, where there are
    many, and `more` says how many."""

    mark: Mark | None
    people: tuple[EntityLink, ...]
    rest: tuple[EntityLink, ...] = ()
    more: str = ""


def in_story(page: PageBuilder, actors: Iterable[str]) -> tuple[CastGroup, ...]:
    """The actors by side, in the order of the conflict's sides; those who are no party come last.

    An actor that stands in `actors` more often comes first.
    """
    found: dict[Mark, list[EntityLink]] = {mark: [] for mark in page.marks.values()}
    outside: list[EntityLink] = []
    for actor, _ in Counter(actors).most_common():
        if actor in page.site.knowledge.actors:
            mark = page.marks.get(actor)
            (found[mark] if mark else outside).append(entity_links.actor(page, actor, card=True))
    groups = [CastGroup(mark, tuple(people)) for mark, people in found.items() if people]
    return (*groups, _others(page, tuple(outside))) if outside else tuple(groups)


def _others(page: PageBuilder, people: tuple[EntityLink, ...]) -> CastGroup:
    shown = people if len(people) <= _LONG else people[:_FIRST]
    rest = people[len(shown) :]
    return CastGroup(None, shown, rest, wording.plural("count.more", len(rest), page.lang) if rest else "")
