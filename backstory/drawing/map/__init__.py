"""Places on a static map: points with their names, over land and borders; no tiles, nothing fetched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from backstory.drawing import atlas, text_width
from backstory.drawing.map.labels import Area, Wish, placed, trail
from backstory.drawing.map.land import land, visible
from backstory.drawing.map.pins import REACH, Place, country_names, pin, sign
from backstory.drawing.map.projection import fitted
from backstory.drawing.picture import PictureFrame, picture
from backstory.drawing.svg import tag, text
from backstory.drawing.text_fitting import shorten
from backstory.language import wording
from backstory.records.boundaries import Country
from backstory.values.html import Html
from backstory.values.record import Record
from backstory.values.vocabulary import Precision

__all__ = ["Map", "Place", "places_map"]

_SIZE = 13.0
_NATURAL_EARTH = "Natural Earth"


class Map(Record, frozen=True):
    """A finished map. `note` says whose boundaries it shows; `unnamed` are the ids of places whose names found no room,
    `unnamed_narrow` of those that have one in the wide layout alone."""

    wide: Html
    narrow: Html
    legend: Html
    note: str
    description: str
    unnamed: tuple[str, ...] = ()
    unnamed_narrow: tuple[str, ...] = ()


class _Layout(Record, frozen=True):
    """A width, the least and the most height as a share of it, and the room for a name."""

    name: str
    width: float
    shapes: tuple[float, float]
    room: float


_WIDE = _Layout("wide", 680, (0.45, 0.72), 200)
_NARROW = _Layout("narrow", 340, (0.7, 1.15), 140)


class _Scene(Record, frozen=True):
    """What both layouts show."""

    places: Sequence[Place]
    world: Sequence[Country]
    own: Sequence[Country]
    names: Mapping[str, str]
    frame: PictureFrame
    description: str


def places_map(
    places: Sequence[Place],
    frame: PictureFrame,
    *,
    own: Sequence[Country] = (),
    source: str = "",
    names: Mapping[str, str] | None = None,
) -> Map | None:
    """A map that shows all of `places`, None where there are none.

    `own` are areas that stand in for the countries of their numbers, or beside them, and `source` says whose they are.
    `names` are countries' names by ISO 3166-1 number, set where there is room.
    """
    if not places:
        return None
    listed = wording.conjunction([place.label for place in places], frame.lang)
    said = wording.plural("drawing.map-of", len(places), frame.lang, names=listed)
    scene = _Scene(places, atlas.beside(own), own, names or {}, frame, said)
    (wide, missing), (narrow, missing_too) = _drawn(scene, _WIDE), _drawn(scene, _NARROW)
    sources = (_NATURAL_EARTH, source) if own and source else (_NATURAL_EARTH,)
    credit = wording.phrase("list.comma", frame.lang).join(sources)
    return Map(
        wide=wide,
        narrow=narrow,
        legend=_legend(places, frame.lang),
        note=wording.phrase("drawing.boundaries", frame.lang, source=credit),
        description=said,
        unnamed=tuple(place.id for place in places if place.id in missing),
        unnamed_narrow=tuple(place.id for place in places if place.id in missing_too - missing),
    )


def _drawn(scene: _Scene, layout: _Layout) -> tuple[Html, frozenset[str]]:
    """The picture in one layout, and the ids of the places whose names found no room in it."""
    places, frame = scene.places, scene.frame
    view = fitted([(place.lon, place.lat) for place in places], layout.width, layout.shapes)
    points = [view.at(view.near(place.lon), place.lat) for place in places]
    shown = [shorten(place.label, layout.room, _SIZE) for place in places]
    wishes = [
        Wish(*point, text_width.width(label, _SIZE), REACH[place.precision])
        for place, point, label in zip(places, points, shown)
    ]
    bounds = Area(2, 2, view.width - 2, view.height - 2)
    spots = placed(wishes, bounds, rtl=frame.rtl)
    leads = [step for spot in spots if spot and spot.lead for step in trail(spot.lead)]
    taken = [*leads, *(spot.area for spot in spots if spot), *(Area(x - 8, y - 8, x + 8, y + 8) for x, y in points)]
    seen, own = visible(scene.world, view), visible(scene.own, view)
    body = "".join(
        (
            tag("rect", {"class": "sea", "width": view.width, "height": view.height}),
            tag("path", {"class": "land", "d": land(seen)}),
            # Apart, since they may reach over others, and where a path covers itself twice it is a hole.
            *(tag("path", {"class": "land", "d": line}) for each in own if (line := land([each]))),
            country_names([*seen, *own], scene.names, taken, bounds, rtl=frame.rtl),
            *(pin(*each) for each in zip(places, points, shown, spots)),
        )
    )
    unnamed = frozenset(place.id for place, spot in zip(places, spots) if spot is None)
    return picture(frame, layout.name, view.width, view.height, scene.description, body), unnamed


def _legend(places: Sequence[Place], lang: str) -> Html:
    used = [precision for precision in Precision if any(place.precision is precision for place in places)]
    sample = {"viewBox": "0 0 30 30", "width": "20", "height": "20", "aria-hidden": "true"}
    entries = (
        tag(
            "li",
            {},
            tag("svg", sample, tag("g", {"class": "pin"}, sign(precision, 15, 15))),
            text(wording.phrase(f"place-precision.{precision.value}", lang)),
        )
        for precision in used
    )
    return Html(tag("ul", {"class": "legend"}, *entries))
