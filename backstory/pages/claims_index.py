"""The index of claims: a few lines each, by conflict, the one with the newest position first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from backstory.model import wording
from backstory.model.knowledge import Claim
from backstory.pages import claims, marks, order, planner, refs, shelves
from backstory.pages.body import Heading
from backstory.pages.claims import ClaimSummary
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame, NavEntry, frame
from backstory.pages.index import Letter, door
from backstory.pages.planner import Made, Planner
from backstory.pages.refs import Ref
from backstory.pages.shelves import Shelf
from backstory.pages.site import NavPoint, Site

_ROUTE = "claims/"

# The page of each year by its route.
_Years = tuple[tuple[str, Shelf[Claim]], ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """The claims in one conflict, or in none."""

    id: str
    conflict: Ref | None
    title: str
    claims: tuple[ClaimSummary, ...]


@dataclass(frozen=True, slots=True)
class ClaimsView:
    """Claims; past some five hundred, one page a year."""

    frame: Frame
    up: NavEntry | None
    title: str
    lead: str
    count: str
    years: tuple[Letter, ...]
    contents: tuple[Heading, ...]
    disputes: tuple[Dispute, ...]


def _plan(site: Site) -> Iterator[Made]:
    held = tuple(site.knowledge.claims.values())
    for lang in site.languages:
        top = site.prefix(lang) + _ROUTE
        if len(held) <= shelves.MOST:
            yield _page(site, top, lang, held, ())
            continue
        years = tuple((f"{top}year-{shelf.slug}/", shelf) for shelf in shelves.by_year(held, lang)[::-1])
        yield _page(site, top, lang, (), years)
        for route, shelf in years:
            yield _page(site, route, lang, shelf.entities, years)


def _page(site: Site, route: str, lang: str, shown: tuple[Claim, ...], shelved: _Years) -> Made:
    return planner.page(route, "claims.html", partial(_view, site, route, lang, shown, shelved))


def _view(site: Site, route: str, lang: str, shown: tuple[Claim, ...], shelved: _Years) -> ClaimsView:
    folio = Folio(site, route, lang)
    top = site.prefix(lang) + _ROUTE
    part = route != top
    years = tuple(door(folio, held.label, there, "count.claims", len(held.entities)) for there, held in shelved)
    title, lead = wording.phrase("nav.claims", lang), wording.phrase("door.claims", lang)
    named = next((f"{title}: {each.label}" for each in years if each.current), title)
    disputes = tuple(_disputes(folio, shown))
    total = len(shown) if part else len(folio.site.knowledge.claims)
    return ClaimsView(
        frame=frame(folio, named, description=lead, versions=(lang,) if part else None),
        up=NavEntry(title, folio.href(top), "") if part else None,
        title=named,
        lead="" if part else lead,
        count=wording.plural("count.claims", total, lang),
        years=years,
        contents=tuple(Heading(each.id, each.title) for each in disputes) if len(disputes) > 1 else (),
        disputes=disputes,
    )


def _disputes(folio: Folio, shown: Iterable[Claim]) -> Iterator[Dispute]:
    """Claims by conflict; in each, its own marks."""
    site, lang = folio.site, folio.lang
    found: dict[str, list[Claim]] = {}
    for each in order.latest_first(shown):
        found.setdefault(each.fields.conflict.id if each.fields.conflict else "", []).append(each)
    for number, (id, held) in enumerate(sorted(found.items(), key=lambda item: (not item[0], item[0]))):  # noqa: A001
        conflict = site.knowledge.conflicts.get(id)
        here = Folio(site, folio.route, lang, marks=marks.of_parties(conflict, lang))
        title = folio.text(conflict.fields.name).text if conflict else wording.phrase("ui.no-conflict", lang)
        yield Dispute(
            f"_conflict-{id or number}",
            refs.ref(folio, conflict.key) if conflict else None,
            title,
            tuple(claims.summary(here, each) for each in held),
        )


PLANNER = Planner(_plan, nav=(NavPoint("nav.claims", _ROUTE),))
