"""The places: where they are, how exactly that is known, and what happened there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from backstory.language import wording
from backstory.pages.core import entity_links, index_groups, planner
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.index_groups import IndexGroup
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame, NavEntry, frame
from backstory.pages.core.page_text import PageText
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import NavPoint, Site
from backstory.pages.parts import citations, correction_rows, event_rows, facts, figures, prose_html
from backstory.pages.parts.az_index import CountedLink, counted_link
from backstory.pages.parts.cards import Card
from backstory.pages.parts.citations import Citation, SourceItem
from backstory.pages.parts.correction_rows import CorrectionView
from backstory.pages.parts.event_rows import EventView
from backstory.pages.parts.figures import FigureView
from backstory.pages.parts.numbered_citations import completed
from backstory.pages.queries import record_index
from backstory.pages.queries.record_index import RecordIndex
from backstory.records.knowledge import Place
from backstory.values.html import Html
from backstory.values.keys import Kind
from backstory.values.record import Record, replace

_ROUTE = "places/"
_EVENTS = 20

_Groups = tuple[IndexGroup[Place], ...]


class PlaceView(Record, frozen=True):
    """A place. `position` is its latitude and longitude in words, "" where they are not recorded."""

    id: str
    name: PageText
    also: tuple[PageText, ...]
    type: PageText | None
    position: str
    precision: str
    notes: tuple[Citation, ...]
    summary: Html | None
    text: Html | None
    events: tuple[EventView, ...]
    more: str
    claims: tuple[EntityLink, ...]
    corrections: tuple[CorrectionView, ...]


class PlaceGroup(Record, frozen=True):
    """The places under one letter."""

    id: str
    label: str
    places: tuple[PlaceView, ...]


class PlacesView(Record, kw_only=True, frozen=True):
    """A list of places with a map; of more than some five hundred, a page for each letter."""

    frame: Frame
    up: NavEntry | None
    title: str
    lead: str
    count: str
    letters: tuple[CountedLink, ...]
    figure: FigureView | None
    groups: tuple[PlaceGroup, ...]
    sources: tuple[SourceItem, ...] = ()
    cards: tuple[Card, ...] = ()


def _plan(site: Site) -> Iterator[Planned]:
    known = record_index.of(site)
    for lang in site.languages:
        held = index_groups.by_letter(site.knowledge.places.values(), lang)
        top = site.prefix(lang) + _ROUTE
        if len(site.knowledge.places) <= index_groups.MOST:
            yield _page(site, top, lang, held, (), known)
            continue
        yield _page(site, top, lang, (), held, known)
        for group in held:
            yield _page(site, f"{top}{group.slug}/", lang, (group,), held, known)


def _page(site: Site, route: str, lang: str, shown: _Groups, parts: _Groups, known: RecordIndex) -> Planned:
    return planner.page(route, "places.html", partial(_view, site, route, lang, shown, parts, known))


def _view(site: Site, route: str, lang: str, shown: _Groups, parts: _Groups, known: RecordIndex) -> PlacesView:
    page = PageBuilder(site, route, lang)
    top = site.prefix(lang) + _ROUTE
    part = route != top
    title, lead = wording.phrase("nav.places", lang), wording.phrase("door.places", lang)
    named = f"{title}: {shown[0].label}" if part else title
    groups = tuple(
        PlaceGroup(f"_{each.slug}", each.label, tuple(_place(page, place, known) for place in each.entities))
        for each in shown
    )
    total = sum(len(each.entities) for each in (shown or parts))
    view = PlacesView(
        frame=frame(page, named, description=lead, versions=(lang,) if part else None),
        up=NavEntry(title, page.href(top), "") if part else None,
        title=named,
        lead="" if part else lead,
        count=wording.plural("count.places", total, lang),
        letters=tuple(_letter(page, top, each) for each in parts),
        figure=figures.map_of(page, (each for group in shown for each in group.entities)),
        groups=groups,
    )
    return completed(page, view)


def _letter(page: PageBuilder, top: str, group: IndexGroup[Place]) -> CountedLink:
    return counted_link(page, group.label, f"{top}{group.slug}/", "count.places", len(group.entities))


def _place(page: PageBuilder, place: Place, known: RecordIndex) -> PlaceView:
    fields, lang = place.fields, page.lang
    said = page.site.linked(place.key, "summary", lang)
    happened = known.events_at.get(place.id, ())
    left = len(happened) - _EVENTS
    return PlaceView(
        id=place.id,
        name=page.text(fields.name),
        also=tuple(facts.names(page, fields.name, fields.aliases)),
        type=page.text(fields.type) if fields.type else None,
        position=_position(place, lang),
        precision=wording.phrase(f"place-precision.{fields.precision.value}", lang) if fields.precision else "",
        notes=citations.of(fields.sources, lang),
        summary=prose_html.html(page, said) if said else None,
        text=prose_html.in_entry(page, place.key, place.id),
        # Without their texts, which this page does not show and whose sources it must not list.
        events=tuple(replace(each, summary=None, text=None) for each in event_rows.timeline(page, happened[:_EVENTS])),
        more=wording.plural("count.more", left, lang) if left > 0 else "",
        claims=tuple(entity_links.ref(page, each.key) for each in known.claims_at.get(place.id, ())),
        corrections=correction_rows.listed(page, fields.corrections),
    )


def _position(place: Place, lang: str) -> str:
    """Latitude and longitude with the digits that were given: rounding or padding would change what they say."""
    lat, lon = place.fields.lat, place.fields.lon
    if lat is None or lon is None:
        return ""
    north = wording.phrase("place.north" if lat >= 0 else "place.south", lang, degrees=f"{abs(lat):g}")
    east = wording.phrase("place.east" if lon >= 0 else "place.west", lang, degrees=f"{abs(lon):g}")
    return wording.phrase("list.comma", lang).join((north, east))


PLANNER = Planner(_plan, serves=frozenset({Kind.PLACE}), foot=(NavPoint("nav.places", _ROUTE),))
