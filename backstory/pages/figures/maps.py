"""Places as a figure: a map of those whose position is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from backstory.drawing import atlas
from backstory.drawing import places as drawing
from backstory.drawing.frame import Frame
from backstory.model import wording
from backstory.model.knowledge import Place
from backstory.model.vocabulary import Precision
from backstory.pages.figures.figure import Figure
from backstory.pages.folio import Folio
from backstory.pages.refs import Ref
from backstory.pages.text import Text, direction

_MOST_NAMED = 20


def map_of(
    folio: Folio, places: Iterable[Place], *, prefix: str = "map", leads: Callable[[Place], str] | None = None
) -> Figure | None:
    """The places on a map, None where none of them has a position; `leads` gives where a place stands in the list."""
    known = [each for each in places if each.fields.lat is not None and each.fields.lon is not None]
    pins = [_pin(folio, each, leads(each) if leads else folio.link(each.key)[0]) for each in known]
    named = Frame(wording.phrase("nav.places", folio.lang), folio.lang, prefix, direction(folio.lang) == "rtl")
    drawn = drawing.places_map(
        pins, named, own=folio.site.knowledge.boundaries, source=_whose(folio), names=_countries(folio.lang)
    )
    if drawn is None:
        return None
    named_by = {pin.id: Ref(folio.text(each.fields.name), pin.href or "") for pin, each in zip(pins, known)}
    unnamed, unnamed_narrow = (
        _told([named_by[each] for each in ids], folio.lang) for ids in (drawn.unnamed, drawn.unnamed_narrow)
    )
    return Figure("map", drawn.wide, drawn.narrow, drawn.legend, (drawn.note,), unnamed, unnamed_narrow)


def _told(unnamed: list[Ref], lang: str) -> tuple[Ref, ...]:
    """The places to name under a map, or how many there are where that would be a second list of them."""
    if len(unnamed) <= _MOST_NAMED:
        return tuple(unnamed)
    return (Ref(Text(wording.plural("count.places", len(unnamed), lang))),)


@lru_cache(maxsize=64)
def _countries(lang: str) -> Mapping[str, str]:
    """The names of countries by their numbers."""
    return {number: wording.country_name(number, lang) for number in sorted(atlas.numbers())}


def _whose(folio: Folio) -> str:
    """Whose the site's own boundaries are."""
    about = folio.site.knowledge.site
    return folio.text(about.boundaries or about.publisher or about.title).text


def _pin(folio: Folio, place: Place, href: str) -> drawing.Place:
    fields = place.fields
    label, lang = fields.name.pick(folio.lang)
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
