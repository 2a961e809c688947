"""Pages at the old routes of what has moved."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from backstory.pages.core import planner, routes
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame, frame
from backstory.pages.core.page_text import PageText
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import Site
from backstory.records.entity import Entity
from backstory.values.record import Record, replace


class RedirectView(Record, frozen=True):
    """A page that leads to the new one."""

    frame: Frame
    title: PageText
    href: str


def _plan(site: Site) -> Iterator[Planned]:
    for entity in site.knowledge.all():
        for route in entity.fields.redirects:
            if site.destination(entity.key, site.own_language(entity)) is not None:
                yield planner.page(route, "redirect.html", partial(_view, site, entity, route), entity.head)


def _view(site: Site, entity: Entity[Any], route: str) -> RedirectView:
    lang = site.own_language(entity)
    page = PageBuilder(site, route, lang)
    there = site.route(entity.key, lang)
    title = site.title(entity, lang)
    base = site.options.base
    framed = replace(
        frame(page, title.text, versions=(lang,), search=False),
        canonical=routes.absolute(base, there) if base else "",
    )
    return RedirectView(framed, title, page.href(there))


PLANNER = Planner(_plan)
