"""Small pages at the old routes of what has moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from backstory.model.entity import Entity, called
from backstory.pages import planner, routes
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame, frame
from backstory.pages.planner import Made, Planner
from backstory.pages.site import Site
from backstory.pages.text import Text


@dataclass(frozen=True, slots=True)
class RedirectView:
    """A page that only leads on."""

    frame: Frame
    title: Text
    href: str


def _plan(site: Site) -> Iterator[Made]:
    for entity in site.knowledge.all():
        for route in entity.fields.redirects:
            if site.destination(entity.key, site.own_language(entity)) is not None:
                yield planner.page(route, "redirect.html", partial(_view, site, entity, route), entity.head)


def _view(site: Site, entity: Entity[Any], route: str) -> RedirectView:
    lang = site.own_language(entity)
    folio = Folio(site, route, lang)
    there = site.route(entity.key, lang)
    title = folio.text(called(entity))
    base = site.options.base
    framed = replace(
        frame(folio, title.text, versions=(lang,), search=False),
        canonical=routes.absolute(base, there) if base else "",
    )
    return RedirectView(framed, title, folio.href(there))


PLANNER = Planner(_plan)
