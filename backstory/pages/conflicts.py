"""The index of conflicts: the sides of each, when it was, and how much is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from backstory.model import wording
from backstory.model.html import Html
from backstory.model.knowledge import Conflict
from backstory.pages import camps, concordance, conflict, marks, planner, prose, refs, shelves
from backstory.pages.camps import SideView
from backstory.pages.concordance import Concordance
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame, frame
from backstory.pages.planner import Made, Planner
from backstory.pages.refs import Ref
from backstory.pages.site import NavPoint, Site

# Past so many, a conflict is listed in a line.
_IN_FULL = 40


@dataclass(frozen=True, slots=True)
class ConflictItem:
    """A conflict in the index. Its sides carry marks of their own conflict, each with its label beside it."""

    conflict: Ref
    when: str
    summary: Html | None
    sides: tuple[SideView, ...]
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConflictsView:
    """The index of conflicts, in order of their names."""

    frame: Frame
    title: str
    lead: str
    conflicts: tuple[ConflictItem, ...]


def _plan(site: Site) -> Iterator[Made]:
    known = concordance.of(site)
    for lang in site.languages:
        route = site.prefix(lang) + "conflicts/"
        yield planner.page(route, "conflicts.html", partial(_view, site, route, lang, known))


def _view(site: Site, route: str, lang: str, known: Concordance) -> ConflictsView:
    folio = Folio(site, route, lang)
    title, lead = wording.phrase("nav.conflicts", lang), wording.phrase("door.conflicts", lang)
    held = [each for shelf in shelves.by_letter(site.knowledge.conflicts.values(), lang) for each in shelf.entities]
    full = len(held) <= _IN_FULL
    items = tuple(_item(folio, each, known, full=full) for each in held)
    return ConflictsView(frame(folio, title, description=lead), title, lead, items)


def _item(folio: Folio, one: Conflict, known: Concordance, *, full: bool) -> ConflictItem:
    lang = folio.lang
    here = Folio(folio.site, folio.route, lang, marks=marks.of_parties(one, lang))
    said = folio.site.linked(one.key, "summary", lang) if full else None
    counted = (
        ("count.articles", len(known.articles_on.get(one.id, ()))),
        ("count.claims", len(known.claims_in.get(one.id, ()))),
        ("count.ties", len(known.backings_in.get(one.id, ()))),
        ("count.events", len(known.events_in.get(one.id, ()))),
    )
    return ConflictItem(
        refs.ref(folio, one.key),
        conflict.span(one, lang),
        prose.html(here, said) if said else None,
        camps.sides(here, one) if full else (),
        tuple(wording.plural(key, count, lang) for key, count in counted if count),
    )


PLANNER = Planner(_plan, foot=(NavPoint("nav.conflicts", "conflicts/"),))
