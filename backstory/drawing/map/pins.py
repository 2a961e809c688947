"""What stands on a map: a sign for each place, its name beside it, and countries' names where there is room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from backstory.drawing import text_width
from backstory.drawing.map.labels import Area, Spot, free
from backstory.drawing.svg import Attributes, path, tag, text, title
from backstory.drawing.text_fitting import link_name
from backstory.records.boundaries import Point
from backstory.values.record import Record
from backstory.values.vocabulary import Precision

REACH = {Precision.EXACT: 4.0, Precision.NEAR: 6.0, Precision.REGION: 13.0}
_COUNTRY_SIZE = 12.5
_SHARES = (0.5, 0.62, 0.38, 0.75, 0.25)


class Place(Record, frozen=True):
    """A place on a map. `lang` and `rtl` are those of its label; `precision` is how far the dot is to be trusted."""

    id: str
    label: str
    lat: float
    lon: float
    precision: Precision
    lang: str
    href: str | None = None
    rtl: bool = False


def pin(place: Place, point: Point, shown: str, spot: Spot | None) -> str:
    """A place's sign and, where there is room, its name; a link where it has a page."""
    parts = [title(place.label), sign(place.precision, *point)]
    if spot and spot.lead:
        parts.append(tag("path", {"class": "lead", "d": path("M", *spot.lead[0], "L", *spot.lead[1])}))
    if spot:
        ends = "end", "middle", ""
        attributes: Attributes = {
            "x": spot.x,
            "y": spot.y,
            "text-anchor": ends[1 + spot.held * (1 if place.rtl else -1)] or None,
            "lang": place.lang,
            "direction": "rtl" if place.rtl else None,
            "paint-order": "stroke",
        }
        parts.append(tag("text", attributes, text(shown)))
    if place.href:
        name = link_name([shown], place.label) if spot else place.label
        return tag("a", {"class": "pin", "href": place.href, "aria-label": name}, *parts)
    return tag("g", {"class": "pin"}, *parts)


def sign(precision: Precision, x: float, y: float) -> str:
    """A dot where a place is exact, a ring about one where it is near, a broken circle for a region."""
    dot = tag("circle", {"class": "dot", "cx": x, "cy": y, "r": 4 if precision is Precision.EXACT else 2})
    if precision is Precision.EXACT:
        return dot
    return tag("circle", {"class": precision.value, "cx": x, "cy": y, "r": REACH[precision]}) + dot


def country_names(
    seen: Sequence[tuple[str, list[list[Point]]]],
    names: Mapping[str, str],
    taken: Sequence[Area],
    bounds: Area,
    *,
    rtl: bool,
) -> str:
    """The names of the areas in the middle of what is seen of them; none over what is `taken`, none over another."""
    used = list(taken)
    written = ""
    for country, rings in seen:
        name = names.get(country, "")
        spot = _spot(name, max(rings, key=len), used, bounds) if name else None
        if spot:
            used.append(spot)
            attributes: Attributes = {
                "class": "area",
                "x": (spot.left + spot.right) / 2,
                "y": spot.bottom - 4,
                "text-anchor": "middle",
                "direction": "rtl" if rtl else None,
            }
            written += tag("text", attributes, text(name))
    return written


def _spot(name: str, ring: Sequence[Point], used: Sequence[Area], bounds: Area) -> Area | None:
    """The first free place in the middle of an area, or near it, that lies within its outline."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    left, right = max(min(xs), bounds.left), min(max(xs), bounds.right)
    top, bottom = max(min(ys), bounds.top), min(max(ys), bounds.bottom)
    half = text_width.width(name, _COUNTRY_SIZE) / 2
    if 2 * half > (right - left) * 0.9 or bottom - top < 24:
        return None
    for down in _SHARES:
        for across in _SHARES:
            x, y = left + (right - left) * across, top + (bottom - top) * down
            spot = Area(x - half, y - 8, x + half, y + 8)
            if free(spot, used, bounds) and all(_within((end, y), ring) for end in (spot.left, x, spot.right)):
                return spot
    return None


def _within(point: Point, ring: Sequence[Point]) -> bool:
    """Whether a point lies inside a ring, by the even-odd rule."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            inside = not inside
    return inside
