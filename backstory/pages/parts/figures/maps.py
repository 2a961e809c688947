"""Maps of the places whose position is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from backstory.drawing import atlas
from backstory.drawing import map as drawing
from backstory.drawing.picture import PictureFrame
from backstory.language import wording
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import PageText, direction
from backstory.pages.parts.figures.figure import FigureView
from backstory.records.knowledge import Place
from backstory.values.vocabulary import Precision

_MOST_NAMED = 20


def map_of(
    page: PageBuilder, places: Iterable[Place], *, prefix: str = "map", leads: Callable[[Place], str] | None = None
) -> FigureView | None:
    """A map of places, None where none of them has a position; `leads` gives the link of a place, else its page is."""
    known = [each for each in places if each.fields.lat is not None and each.fields.lon is not None]
    pins = [_pin(page, each, leads(each) if leads else page.link(each.key)[0]) for each in known]
    named = PictureFrame(wording.phrase("nav.places", page.lang), page.lang, prefix, direction(page.lang) == "rtl")
    drawn = drawing.places_map(
        pins, named, own=page.site.knowledge.boundaries, source=_boundaries_source(page), names=_countries(page.lang)
    )
    if drawn is None:
        return None
    named_by = {pin.id: EntityLink(page.text(each.fields.name), pin.href or "") for pin, each in zip(pins, known)}
    unnamed, unnamed_narrow = (
        _named_below([named_by[each] for each in ids], page.lang) for ids in (drawn.unnamed, drawn.unnamed_narrow)
    )
    return FigureView("map", drawn.wide, drawn.narrow, drawn.legend, (drawn.note,), unnamed, unnamed_narrow)


def _named_below(unnamed: list[EntityLink], lang: str) -> tuple[EntityLink, ...]:
    """The places to name under a map; of very many, how many they are."""
    if len(unnamed) <= _MOST_NAMED:
        return tuple(unnamed)
    return (EntityLink(PageText(wording.plural("count.places", len(unnamed), lang))),)


@lru_cache(maxsize=64)
def _countries(lang: str) -> Mapping[str, str]:
    """The names of countries in `lang`, by their ISO 3166-1 numbers."""
    return {number: wording.country_name(number, lang) for number in sorted(atlas.numbers())}


def _boundaries_source(page: PageBuilder) -> str:
    """Who is named as the source of the site's own boundaries."""
    about = page.site.knowledge.site
    return page.text(about.boundaries or about.publisher or about.title).text


def _pin(page: PageBuilder, place: Place, href: str) -> drawing.Place:
    fields = place.fields
    label, lang = fields.name.pick(page.lang)
    return drawing.Place(
        place.id,
        label,
        fields.lat or 0.0,
        fields.lon or 0.0,
        fields.precision or Precision.NEAR,
        lang,
        href or None,
        direction(lang) == "rtl",
    )
