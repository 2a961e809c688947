"""The index of claims: a few lines each, by conflict, the one with the newest position first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from backstory.model import wording
from backstory.model.knowledge import Claim
from backstory.model.plan import Page
from backstory.pages import claims, marks, order, refs, shelves
from backstory.pages.body import Heading
from backstory.pages.claims import ClaimSummary
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame, NavEntry, frame
from backstory.pages.index import Letter, door
from backstory.pages.planner import Made, Planner
from backstory.pages.refs import Ref
from backstory.pages.site import NavPoint, Site

_ROUTE = "claims/"


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
        folio = Folio(site, top, lang)
        if len(held) <= shelves.MOST:
            yield _page(folio, held, ())
            continue
        shelved = shelves.by_year(held, lang)[::-1]
        years = tuple((shelf, f"{top}year-{shelf.slug}/") for shelf in shelved)
        for here, shown in ((folio, ()), *((Folio(site, route, lang), shelf.entities) for shelf, route in years)):
            doors = tuple(door(here, shelf.label, route, "count.claims", len(shelf.entities)) for shelf, route in years)
            yield _page(here, shown, doors)


def _page(folio: Folio, shown: tuple[Claim, ...], years: tuple[Letter, ...]) -> Made:
    lang = folio.lang
    top = folio.site.prefix(lang) + _ROUTE
    part = folio.route != top
    title, lead = wording.phrase("nav.claims", lang), wording.phrase("door.claims", lang)
    named = next((f"{title}: {each.label}" for each in years if each.current), title)
    disputes = tuple(_disputes(folio, shown))
    total = len(shown) if part else len(folio.site.knowledge.claims)
    view = ClaimsView(
        frame=frame(folio, named, description=lead, versions=(lang,) if part else None),
        up=NavEntry(title, folio.href(top), "") if part else None,
        title=named,
        lead="" if part else lead,
        count=wording.plural("count.claims", total, lang),
        years=years,
        contents=tuple(Heading(each.id, each.title) for each in disputes) if len(disputes) > 1 else (),
        disputes=disputes,
    )
    return Made(Page(folio.route, "claims.html", view))


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
