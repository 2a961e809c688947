"""The timeline: what happened, year by year, each event with its date as exact as it is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from backstory.language import wording
from backstory.pages.core import index_groups, planner, side_marks
from backstory.pages.core.index_groups import IndexGroup
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame, NavEntry, frame
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import NavPoint, Site
from backstory.pages.parts import event_rows
from backstory.pages.parts.az_index import CountedLink, counted_link
from backstory.pages.parts.body import ContentsEntry
from backstory.pages.parts.cards import Card
from backstory.pages.parts.citations import SourceItem
from backstory.pages.parts.event_rows import EventView
from backstory.pages.parts.numbered_citations import completed
from backstory.records.knowledge import Event
from backstory.values.keys import Kind
from backstory.values.record import Record, replace

_ROUTE = "timeline/"

_Groups = tuple[IndexGroup[Event], ...]


class Year(Record, frozen=True):
    """The events that began in one year; `id` is its anchor, which no event can have."""

    id: str
    label: str
    events: tuple[EventView, ...]


class TimelineView(Record, kw_only=True, frozen=True):
    """The timeline; of more than some five hundred events, a page for each year."""

    frame: Frame
    up: NavEntry | None
    title: str
    lead: str
    count: str
    parts: tuple[CountedLink, ...]
    contents: tuple[ContentsEntry, ...]
    years: tuple[Year, ...]
    sources: tuple[SourceItem, ...] = ()
    cards: tuple[Card, ...] = ()


def _plan(site: Site) -> Iterator[Planned]:
    for lang in site.languages:
        held = index_groups.by_year(site.knowledge.events.values(), lang)
        top = site.prefix(lang) + _ROUTE
        if len(site.knowledge.events) <= index_groups.MOST:
            yield _page(site, top, lang, held, ())
            continue
        yield _page(site, top, lang, (), held)
        for group in held:
            yield _page(site, f"{top}{group.slug}/", lang, (group,), held)


def _page(site: Site, route: str, lang: str, shown: _Groups, parts: _Groups) -> Planned:
    return planner.page(route, "timeline.html", partial(_view, site, route, lang, shown, parts))


def _view(site: Site, route: str, lang: str, shown: _Groups, parts: _Groups) -> TimelineView:
    conflicts = tuple(site.knowledge.conflicts.values())
    # The marks of the only conflict: where the site has several, a colour would mean several things.
    only = conflicts[0] if len(conflicts) == 1 else None
    page = PageBuilder(site, route, lang, marks=side_marks.of_parties(only, lang))
    top = site.prefix(lang) + _ROUTE
    part = route != top
    title, lead = wording.phrase("nav.timeline", lang), wording.phrase("door.timeline", lang)
    named = f"{title}: {shown[0].label}" if part else title
    years = tuple(_year(page, each) for each in shown)
    total = sum(len(each.entities) for each in (shown or parts))
    view = TimelineView(
        frame=frame(page, named, description=lead),
        up=NavEntry(title, page.href(top), "") if part else None,
        title=named,
        lead="" if part else lead,
        count=wording.plural("count.events", total, lang),
        parts=tuple(_part(page, top, each) for each in parts),
        contents=tuple(ContentsEntry(each.id, each.label) for each in years) if len(years) > 1 else (),
        years=years,
    )
    return completed(page, view)


def _year(page: PageBuilder, group: IndexGroup[Event]) -> Year:
    return Year(f"_{group.slug}", group.label, tuple(_anchored(page, group.entities)))


def _anchored(page: PageBuilder, held: Iterable[Event]) -> Iterator[EventView]:
    """Events with their ids as anchors: links to an event lead to this page."""
    ordered = sorted(held, key=lambda each: (each.fields.date.value.sort_key, each.id))
    for event, view in zip(ordered, event_rows.timeline(page, ordered), strict=True):
        yield replace(view, anchor=event.id)


def _part(page: PageBuilder, top: str, group: IndexGroup[Event]) -> CountedLink:
    return counted_link(page, group.label, f"{top}{group.slug}/", "count.events", len(group.entities))


PLANNER = Planner(_plan, serves=frozenset({Kind.EVENT}), nav=(NavPoint("nav.timeline", _ROUTE),))
