"""Who is in a story: its actors, grouped by the side they are a party of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from backstory.pages import refs
from backstory.pages.folio import Folio
from backstory.pages.marks import Mark
from backstory.pages.refs import Ref


@dataclass(frozen=True, slots=True)
class Group:
    """The actors of one side; without a mark, those who are no party."""

    mark: Mark | None
    people: tuple[Ref, ...]


def in_story(folio: Folio, actors: Iterable[str]) -> tuple[Group, ...]:
    """The actors by side, in the order of the conflict's sides; those who are no party come last."""
    found: dict[Mark, list[Ref]] = {mark: [] for mark in folio.marks.values()}
    outside: list[Ref] = []
    for actor in dict.fromkeys(actors):
        if actor in folio.site.knowledge.actors:
            mark = folio.marks.get(actor)
            (found[mark] if mark else outside).append(refs.actor(folio, actor, card=True))
    groups = [Group(mark, tuple(people)) for mark, people in found.items() if people]
    return (*groups, Group(None, tuple(outside))) if outside else tuple(groups)
