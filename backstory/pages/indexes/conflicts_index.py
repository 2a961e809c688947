"""The index of conflicts: when each was, its sides, and how many explainers, claims, ties and events there are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from backstory.language import wording
from backstory.pages.core import entity_links, index_groups, planner, side_marks
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame, frame
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import NavPoint, Site
from backstory.pages.parts import conflict_sides, prose_html
from backstory.pages.parts.conflict_sides import SideView
from backstory.pages.queries import record_index
from backstory.pages.queries.record_index import RecordIndex
from backstory.records.knowledge import Conflict
from backstory.values.html import Html
from backstory.values.record import Record

# Of more conflicts than this, each is listed in a line.
_IN_FULL = 40


class ConflictItem(Record, frozen=True):
    """A conflict in the index. The sides have the marks of their own conflict, each with its label."""

    conflict: EntityLink
    when: str
    summary: Html | None
    sides: tuple[SideView, ...]
    counts: tuple[str, ...]


class ConflictsView(Record, frozen=True):
    """The index of conflicts, in order of their names."""

    frame: Frame
    title: str
    lead: str
    conflicts: tuple[ConflictItem, ...]


def _plan(site: Site) -> Iterator[Planned]:
    known = record_index.of(site)
    for lang in site.languages:
        route = site.prefix(lang) + "conflicts/"
        yield planner.page(route, "conflicts.html", partial(_view, site, route, lang, known))


def _view(site: Site, route: str, lang: str, known: RecordIndex) -> ConflictsView:
    page = PageBuilder(site, route, lang)
    title, lead = wording.phrase("nav.conflicts", lang), wording.phrase("door.conflicts", lang)
    held = [
        each for group in index_groups.by_letter(site.knowledge.conflicts.values(), lang) for each in group.entities
    ]
    full = len(held) <= _IN_FULL
    items = tuple(_item(page, each, known, full=full) for each in held)
    return ConflictsView(frame(page, title, description=lead), title, lead, items)


def _item(page: PageBuilder, one: Conflict, known: RecordIndex, *, full: bool) -> ConflictItem:
    lang = page.lang
    here = page.with_marks(side_marks.of_parties(one, lang))
    said = page.site.linked(one.key, "summary", lang) if full else None
    counted = (
        ("count.articles", len(known.articles_on.get(one.id, ()))),
        ("count.claims", len(known.claims_in.get(one.id, ()))),
        ("count.ties", len(known.backings_in.get(one.id, ()))),
        ("count.events", len(known.events_in.get(one.id, ()))),
    )
    return ConflictItem(
        entity_links.ref(page, one.key),
        conflict_sides.span(one, lang),
        prose_html.without_notes(here, said) if said else None,
        conflict_sides.sides(here, one) if full else (),
        tuple(wording.plural(key, count, lang) for key, count in counted if count),
    )


PLANNER = Planner(_plan, foot=(NavPoint("nav.conflicts", "conflicts/"),))
