"""The timeline: what happened, year by year, each event no more exact than it is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from backstory.model import wording
from backstory.model.keys import Kind
from backstory.model.knowledge import Event
from backstory.pages import cards, events, marks, notes, planner, shelves
from backstory.pages.body import Heading
from backstory.pages.cards import Card
from backstory.pages.events import EventView
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame, NavEntry, frame
from backstory.pages.index import Letter, door
from backstory.pages.notes import SourceItem
from backstory.pages.planner import Made, Planner
from backstory.pages.shelves import Shelf
from backstory.pages.site import NavPoint, Site

_ROUTE = "timeline/"

_Shelves = tuple[Shelf[Event], ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The events that began in one year; `id` is its anchor, which no event can have."""

    id: str
    label: str
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The timeline; past some five hundred events, one page a year."""

    frame: Frame
    up: NavEntry | None
    title: str
    lead: str
    count: str
    parts: tuple[Letter, ...]
    contents: tuple[Heading, ...]
    years: tuple[Year, ...]
    sources: tuple[SourceItem, ...]
    cards: tuple[Card, ...]


def _plan(site: Site) -> Iterator[Made]:
    for lang in site.languages:
        held = shelves.by_year(site.knowledge.events.values(), lang)
        top = site.prefix(lang) + _ROUTE
        if len(site.knowledge.events) <= shelves.MOST:
            yield _page(site, top, lang, held, ())
            continue
        yield _page(site, top, lang, (), held)
        for shelf in held:
            yield _page(site, f"{top}{shelf.slug}/", lang, (shelf,), held)


def _page(site: Site, route: str, lang: str, shown: _Shelves, parts: _Shelves) -> Made:
    return planner.page(route, "timeline.html", partial(_view, site, route, lang, shown, parts))


def _view(site: Site, route: str, lang: str, shown: _Shelves, parts: _Shelves) -> TimelineView:
    conflicts = tuple(site.knowledge.conflicts.values())
    # One conflict's marks: where the site has several, a colour would mean several things.
    only = conflicts[0] if len(conflicts) == 1 else None
    folio = Folio(site, route, lang, marks=marks.of_parties(only, lang))
    top = site.prefix(lang) + _ROUTE
    part = route != top
    title, lead = wording.phrase("nav.timeline", lang), wording.phrase("door.timeline", lang)
    named = f"{title}: {shown[0].label}" if part else title
    years = tuple(_year(folio, each) for each in shown)
    total = sum(len(each.entities) for each in (shown or parts))
    return TimelineView(
        frame=frame(folio, named, description=lead),
        up=NavEntry(title, folio.href(top), "") if part else None,
        title=named,
        lead="" if part else lead,
        count=wording.plural("count.events", total, lang),
        parts=tuple(_part(folio, top, each) for each in parts),
        contents=tuple(Heading(each.id, each.label) for each in years) if len(years) > 1 else (),
        years=years,
        sources=notes.listed(folio),
        cards=cards.cards(folio),
    )


def _year(folio: Folio, shelf: Shelf[Event]) -> Year:
    return Year(f"_{shelf.slug}", shelf.label, tuple(_anchored(folio, shelf.entities)))


def _anchored(folio: Folio, held: Iterable[Event]) -> Iterator[EventView]:
    """Events under their own ids, for this is the page that links to an event lead to."""
    ordered = sorted(held, key=lambda each: (each.fields.date.value.sort_key, each.id))
    for event, view in zip(ordered, events.timeline(folio, ordered), strict=True):
        yield replace(view, anchor=event.id)


def _part(folio: Folio, top: str, shelf: Shelf[Event]) -> Letter:
    return door(folio, shelf.label, f"{top}{shelf.slug}/", "count.events", len(shelf.entities))


PLANNER = Planner(_plan, serves=frozenset({Kind.EVENT}), nav=(NavPoint("nav.timeline", _ROUTE),))
