"""The actors of an explainer, grouped by the side they are a party of, or belong to a party of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from backstory.language import wording
from backstory.pages.core import entity_links
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.side_marks import Mark
from backstory.records.source_independence import Voices
from backstory.values.record import Record

# A list of up to _LONG is shown whole; of a longer one the first few.
_LONG, _FIRST = 10, 8


class CastGroup(Record, frozen=True):
    """The actors of one side; with `mark` None, those of no side. Of very many, `rest` are those named least
    often, and `more` says how many they are."""

    mark: Mark | None
    actors: tuple[EntityLink, ...]
    rest: tuple[EntityLink, ...] = ()
    more: str = ""


def cast(page: PageBuilder, actors: Iterable[str]) -> tuple[CastGroup, ...]:
    """The actors by side, in the order of the conflict's sides; those of none come last.

    In each group, those that are in `actors` most often come first.
    """
    found: dict[Mark, list[EntityLink]] = {mark: [] for mark in page.marks.values()}
    outside: list[EntityLink] = []
    for actor, _ in Counter(actors).most_common():
        if actor in page.site.knowledge.actors:
            mark = page.marks.get(actor) or _of_a_party(page, actor)
            (found[mark] if mark else outside).append(entity_links.actor(page, actor, card=True))
    groups = [CastGroup(mark, tuple(actors)) for mark, actors in found.items() if actors]
    return (*groups, _others(page, tuple(outside))) if outside else tuple(groups)


def _of_a_party(page: PageBuilder, actor: str) -> Mark | None:
    """The side of whom somebody leads, commands, speaks for or is a part of, where that is one side."""
    known = page.site.knowledge
    belongs = page.site.kept(_of_a_party, lambda: Voices(known.sources, known.actors)).allegiance(actor)
    marks = {page.marks[each] for each in belongs if each in page.marks}
    return marks.pop() if len(marks) == 1 else None


def _others(page: PageBuilder, actors: tuple[EntityLink, ...]) -> CastGroup:
    shown = actors if len(actors) <= _LONG else actors[:_FIRST]
    rest = actors[len(shown) :]
    return CastGroup(None, shown, rest, wording.plural("count.more", len(rest), page.lang) if rest else "")
