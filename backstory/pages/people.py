"""Who is in a story: its actors, grouped by the side they are a party of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from backstory.model import wording
from backstory.pages import refs
from backstory.pages.folio import Folio
from backstory.pages.marks import Mark
from backstory.pages.refs import Ref

# So many are few enough to read at once; of more, the first.
_LONG, _FIRST = 10, 8


@dataclass(frozen=True, slots=True)
class Group:
    """The actors of one side; without a mark, those who are no party. `rest` are those named least, where there are
    many, and `more` says how many."""

    mark: Mark | None
    people: tuple[Ref, ...]
    rest: tuple[Ref, ...] = ()
    more: str = ""


def in_story(folio: Folio, actors: Iterable[str]) -> tuple[Group, ...]:
    """The actors by side, in the order of the conflict's sides; those who are no party come last.

    An actor that stands in `actors` more often comes first.
    """
    found: dict[Mark, list[Ref]] = {mark: [] for mark in folio.marks.values()}
    outside: list[Ref] = []
    for actor, _ in Counter(actors).most_common():
        if actor in folio.site.knowledge.actors:
            mark = folio.marks.get(actor)
            (found[mark] if mark else outside).append(refs.actor(folio, actor, card=True))
    groups = [Group(mark, tuple(people)) for mark, people in found.items() if people]
    return (*groups, _others(folio, tuple(outside))) if outside else tuple(groups)


def _others(folio: Folio, people: tuple[Ref, ...]) -> Group:
    shown = people if len(people) <= _LONG else people[:_FIRST]
    rest = people[len(shown) :]
    return Group(None, shown, rest, wording.plural("count.more", len(rest), folio.lang) if rest else "")
