"""The places: where they are, as exactly as that is known, and what happened there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from backstory.model import wording
from backstory.model.html import Html
from backstory.model.keys import Kind
from backstory.model.knowledge import Place
from backstory.pages import cards, concordance, corrections, events, figures, notes, planner, prose, refs, shelves
from backstory.pages.cards import Card
from backstory.pages.concordance import Concordance
from backstory.pages.corrections import CorrectionView
from backstory.pages.events import EventView
from backstory.pages.figures import Figure
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame, NavEntry, frame
from backstory.pages.index import Letter, door
from backstory.pages.notes import Note, SourceItem
from backstory.pages.planner import Made, Planner
from backstory.pages.refs import Ref
from backstory.pages.shelves import Shelf
from backstory.pages.site import NavPoint, Site
from backstory.pages.text import Text

_ROUTE = "places/"
_EVENTS = 20

_Shelves = tuple[Shelf[Place], ...]


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place. `position` is its latitude and longitude in figures, "" where nobody gives them."""

    id: str
    name: Text
    also: tuple[Text, ...]
    type: Text | None
    position: str
    precision: str
    summary: Html | None
    notes: tuple[Note, ...]
    events: tuple[EventView, ...]
    more: str
    claims: tuple[Ref, ...]
    corrections: tuple[CorrectionView, ...]


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """The places under one letter."""

    id: str
    label: str
    places: tuple[PlaceView, ...]


@dataclass(frozen=True, slots=True)
class PlacesView:
    """The places, `figure` being a map of them; past some five hundred, one page a letter."""

    frame: Frame
    up: NavEntry | None
    title: str
    lead: str
    count: str
    letters: tuple[Letter, ...]
    figure: Figure | None
    groups: tuple[PlaceGroup, ...]
    sources: tuple[SourceItem, ...]
    cards: tuple[Card, ...]


def _plan(site: Site) -> Iterator[Made]:
    known = concordance.of(site)
    for lang in site.languages:
        held = shelves.by_letter(site.knowledge.places.values(), lang)
        top = site.prefix(lang) + _ROUTE
        if len(site.knowledge.places) <= shelves.MOST:
            yield _page(site, top, lang, held, (), known)
            continue
        yield _page(site, top, lang, (), held, known)
        for shelf in held:
            yield _page(site, f"{top}{shelf.slug}/", lang, (shelf,), held, known)


def _page(site: Site, route: str, lang: str, shown: _Shelves, parts: _Shelves, known: Concordance) -> Made:
    return planner.page(route, "places.html", partial(_view, site, route, lang, shown, parts, known))


def _view(site: Site, route: str, lang: str, shown: _Shelves, parts: _Shelves, known: Concordance) -> PlacesView:
    folio = Folio(site, route, lang)
    top = site.prefix(lang) + _ROUTE
    part = route != top
    title, lead = wording.phrase("nav.places", lang), wording.phrase("door.places", lang)
    named = f"{title}: {shown[0].label}" if part else title
    groups = tuple(
        PlaceGroup(f"_{each.slug}", each.label, tuple(_place(folio, place, known) for place in each.entities))
        for each in shown
    )
    total = sum(len(each.entities) for each in (shown or parts))
    return PlacesView(
        frame=frame(folio, named, description=lead, versions=(lang,) if part else None),
        up=NavEntry(title, folio.href(top), "") if part else None,
        title=named,
        lead="" if part else lead,
        count=wording.plural("count.places", total, lang),
        letters=tuple(_letter(folio, top, each) for each in parts),
        figure=figures.map_of(folio, (each for shelf in shown for each in shelf.entities)),
        groups=groups,
        sources=notes.listed(folio),
        cards=cards.cards(folio),
    )


def _letter(folio: Folio, top: str, shelf: Shelf[Place]) -> Letter:
    return door(folio, shelf.label, f"{top}{shelf.slug}/", "count.places", len(shelf.entities))


def _place(folio: Folio, place: Place, known: Concordance) -> PlaceView:
    fields, lang = place.fields, folio.lang
    said = folio.site.linked(place.key, "summary", lang)
    happened = known.events_at.get(place.id, ())
    left = len(happened) - _EVENTS
    return PlaceView(
        id=place.id,
        name=folio.text(fields.name),
        also=cards.also(folio, place),
        type=folio.text(fields.type) if fields.type else None,
        position=_position(place, lang),
        precision=wording.phrase(f"place-precision.{fields.precision.value}", lang) if fields.precision else "",
        summary=prose.html(folio, said) if said else None,
        notes=notes.cite_all(folio, fields.sources),
        events=events.timeline(folio, happened[:_EVENTS]),
        more=wording.plural("count.more", left, lang) if left > 0 else "",
        claims=tuple(refs.ref(folio, each.key) for each in known.claims_at.get(place.id, ())),
        corrections=corrections.listed(folio, fields.corrections),
    )


def _position(place: Place, lang: str) -> str:
    """Latitude and longitude as they are given: rounding or padding would say more or less than is known."""
    lat, lon = place.fields.lat, place.fields.lon
    if lat is None or lon is None:
        return ""
    north = wording.phrase("place.north" if lat >= 0 else "place.south", lang, degrees=f"{abs(lat):g}")
    east = wording.phrase("place.east" if lon >= 0 else "place.west", lang, degrees=f"{abs(lon):g}")
    return wording.phrase("list.comma", lang).join((north, east))


PLANNER = Planner(_plan, serves=frozenset({Kind.PLACE}), foot=(NavPoint("nav.places", _ROUTE),))
