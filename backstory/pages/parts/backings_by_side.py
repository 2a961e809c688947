"""Backings by conflict, and those of one conflict by the side of the recipient."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from backstory.language import names, wording
from backstory.language.names.alphabet import SortKey
from backstory.pages.core import side_marks
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.side_marks import Mark
from backstory.pages.core.site import Site
from backstory.pages.parts import time_strips
from backstory.pages.parts.backing_list import TitledList, by_recipient
from backstory.pages.queries import sorting
from backstory.records.backing import Backing
from backstory.records.knowledge import Conflict
from backstory.values.record import Record

PAGE = 250
"""A page of so many ties, a conflict's own or a part of the list of all, stays under 60 KB compressed."""


class BackingsOfSide(Record, frozen=True):
    """The ties whose recipients are parties of one side; with `mark` None, those to others."""

    mark: Mark | None
    recipients: tuple[TitledList, ...]


def by_conflict(site: Site, backings: Sequence[Backing], lang: str) -> Iterator[tuple[str, tuple[Backing, ...]]]:
    """Backings by the id of their conflict, "" for none. Each group is in order of the recipient's name, the backer's
    name, and the date."""

    def placed(conflict: str) -> tuple[bool, SortKey, str]:
        known = site.knowledge.conflicts.get(conflict)
        name, spoken = known.fields.name.pick(lang) if known else (conflict, lang)
        return conflict == "", names.sort_key(name, spoken), conflict

    page = PageBuilder(site, "", lang)
    ranks = {
        actor: sorting.called(page, actor)
        for actor in dict.fromkeys(end for each in backings for end in (each.backer, each.recipient))
    }
    conflicts = {each: placed(each) for each in dict.fromkeys(each.conflict or "" for each in backings)}

    def rank(each: Backing) -> tuple[object, ...]:
        return conflicts[each.conflict or ""], ranks[each.recipient], ranks[each.backer], sorting.start(each), each.id

    for conflict, held in groupby(sorted(backings, key=rank), key=lambda each: each.conflict or ""):
        yield conflict, tuple(held)


def title(page: PageBuilder, conflict: str) -> str:
    """The name of a conflict, given by id; a phrase of its own for no conflict."""
    known = page.site.knowledge.conflicts.get(conflict)
    return page.text(known.fields.name).text if known else conflict or wording.phrase("ui.no-conflict", page.lang)


def anchor(conflict: str) -> str:
    """The HTML id of a conflict's part of a page."""
    return f"_conflict-{conflict}" if conflict else "_no-conflict"


def by_side(
    page: PageBuilder, conflict: Conflict | None, backings: Sequence[Backing], *, most: int | None = None
) -> tuple[BackingsOfSide, ...]:
    """Backings by the side that the recipient is a party of, in the order of the conflict's sides, each with a list for
    every recipient of no more than `most` ties."""
    sides = side_marks.sides(conflict, page.lang) if conflict else ()
    side_of = side_marks.of_parties(conflict, page.lang)
    span = time_strips.scale(backings)
    found: dict[Mark | None, list[Backing]] = {mark: [] for mark in (*sides, None)}
    for each in backings:
        found[side_of.get(each.recipient)].append(each)
    return tuple(
        BackingsOfSide(mark, by_recipient(page, sorting.by_recipient(page, held), span=span, most=most))
        for mark, held in found.items()
        if held
    )
