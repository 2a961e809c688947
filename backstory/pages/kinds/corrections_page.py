"""All corrections of the site, the newest first: what was there, what is there now, and why."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from backstory.language import wording
from backstory.pages.core import entity_links, planner
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame, frame
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import NavPoint, Site
from backstory.pages.parts import correction_rows
from backstory.pages.parts.correction_rows import CorrectionView
from backstory.schema.base import Correction
from backstory.values.record import Record


class CorrectionItem(Record, frozen=True):
    """A correction, and the entity it corrects."""

    where: EntityLink
    correction: CorrectionView


class CorrectedView(Record, frozen=True):
    """The list of corrections. The page exists even without any, because readers look for it."""

    frame: Frame
    title: str
    lead: str
    all: tuple[CorrectionItem, ...]


def _plan(site: Site) -> Iterator[Planned]:
    for lang in site.languages:
        route = site.prefix(lang) + "corrections/"
        yield planner.page(route, "corrections.html", partial(_view, site, route, lang))


def _view(site: Site, route: str, lang: str) -> CorrectedView:
    page = PageBuilder(site, route, lang)
    title, lead = wording.phrase("nav.corrections", lang), wording.phrase("door.corrections", lang)
    return CorrectedView(frame(page, title, description=lead), title, lead, _all(page))


def _all(page: PageBuilder) -> tuple[CorrectionItem, ...]:
    made = [(each, entity.key) for entity in page.site.knowledge.all() for each in _of(entity.fields)]
    made.sort(key=lambda pair: pair[1])
    made.sort(key=lambda pair: pair[0].date.value.sort_key, reverse=True)
    return tuple(
        CorrectionItem(entity_links.ref(page, key), *correction_rows.listed(page, [each])) for each, key in made
    )


def _of(fields: object) -> tuple[Correction, ...]:
    found: tuple[Correction, ...] = getattr(fields, "corrections", ())
    return found


PLANNER = Planner(_plan, foot=(NavPoint("nav.corrections", "corrections/"),))
