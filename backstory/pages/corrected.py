"""All corrections of the site, the newest first: what stood there, what stands there now, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from backstory.model import wording
from backstory.model.schema.base import Correction
from backstory.pages import corrections, planner, refs
from backstory.pages.corrections import CorrectionView
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame, frame
from backstory.pages.planner import Made, Planner
from backstory.pages.refs import Ref
from backstory.pages.site import NavPoint, Site


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction, and of what."""

    where: Ref
    correction: CorrectionView


@dataclass(frozen=True, slots=True)
class CorrectedView:
    """The list of corrections, which stands even when it is empty: readers look for it."""

    frame: Frame
    title: str
    lead: str
    all: tuple[Corrected, ...]


def _plan(site: Site) -> Iterator[Made]:
    for lang in site.languages:
        route = site.prefix(lang) + "corrections/"
        yield planner.page(route, "corrections.html", partial(_view, site, route, lang))


def _view(site: Site, route: str, lang: str) -> CorrectedView:
    folio = Folio(site, route, lang)
    title, lead = wording.phrase("nav.corrections", lang), wording.phrase("door.corrections", lang)
    return CorrectedView(frame(folio, title, description=lead), title, lead, _all(folio))


def _all(folio: Folio) -> tuple[Corrected, ...]:
    made = [(each, entity.key) for entity in folio.site.knowledge.all() for each in _of(entity.fields)]
    made.sort(key=lambda pair: pair[1])
    made.sort(key=lambda pair: pair[0].date.value.sort_key, reverse=True)
    return tuple(Corrected(refs.ref(folio, key), *corrections.listed(folio, [each])) for each, key in made)


def _of(fields: object) -> tuple[Correction, ...]:
    found: tuple[Correction, ...] = getattr(fields, "corrections", ())
    return found


PLANNER = Planner(_plan, foot=(NavPoint("nav.corrections", "corrections/"),))
