"""The index of claims, a few lines each: by conflict, the claim with the newest position first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from backstory.language import wording
from backstory.pages.core import entity_links, index_groups, planner, side_marks
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.index_groups import IndexGroup
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame, NavEntry, frame
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import NavPoint, Site
from backstory.pages.parts import claim_rows
from backstory.pages.parts.az_index import CountedLink, counted_link
from backstory.pages.parts.body import ContentsEntry
from backstory.pages.parts.claim_rows import ClaimSummary
from backstory.pages.queries import sorting
from backstory.records.knowledge import Claim
from backstory.values.record import Record

_ROUTE = "claims/"

# The page of each year by its route.
_Years = tuple[tuple[str, IndexGroup[Claim]], ...]


class Dispute(Record, frozen=True):
    """The claims in one conflict, or in none."""

    id: str
    conflict: EntityLink | None
    title: str
    claims: tuple[ClaimSummary, ...]


class ClaimsView(Record, frozen=True):
    """A list of claims; of more than some five hundred, a page for each year."""

    frame: Frame
    up: NavEntry | None
    title: str
    lead: str
    count: str
    years: tuple[CountedLink, ...]
    contents: tuple[ContentsEntry, ...]
    disputes: tuple[Dispute, ...]


def _plan(site: Site) -> Iterator[Planned]:
    held = tuple(site.knowledge.claims.values())
    for lang in site.languages:
        top = site.prefix(lang) + _ROUTE
        if len(held) <= index_groups.MOST:
            yield _page(site, top, lang, held, ())
            continue
        years = tuple((f"{top}year-{group.slug}/", group) for group in index_groups.by_year(held, lang)[::-1])
        yield _page(site, top, lang, (), years)
        for route, group in years:
            yield _page(site, route, lang, group.entities, years)


def _page(site: Site, route: str, lang: str, shown: tuple[Claim, ...], parts: _Years) -> Planned:
    return planner.page(route, "claims.html", partial(_view, site, route, lang, shown, parts))


def _view(site: Site, route: str, lang: str, shown: tuple[Claim, ...], parts: _Years) -> ClaimsView:
    page = PageBuilder(site, route, lang)
    top = site.prefix(lang) + _ROUTE
    part = route != top
    years = tuple(counted_link(page, group.label, there, "count.claims", len(group.entities)) for there, group in parts)
    title, lead = wording.phrase("nav.claims", lang), wording.phrase("door.claims", lang)
    named = next((f"{title}: {each.label}" for each in years if each.current), title)
    disputes = tuple(_disputes(page, shown))
    total = len(shown) if part else len(page.site.knowledge.claims)
    return ClaimsView(
        frame=frame(page, named, description=lead, versions=(lang,) if part else None),
        up=NavEntry(title, page.href(top), "") if part else None,
        title=named,
        lead="" if part else lead,
        count=wording.plural("count.claims", total, lang),
        years=years,
        contents=tuple(ContentsEntry(each.id, each.title) for each in disputes) if len(disputes) > 1 else (),
        disputes=disputes,
    )


def _disputes(page: PageBuilder, shown: Iterable[Claim]) -> Iterator[Dispute]:
    """Claims by conflict, each group with the marks of its own parties."""
    site, lang = page.site, page.lang
    found: dict[str, list[Claim]] = {}
    for each in sorting.latest_first(shown):
        found.setdefault(each.fields.conflict.id if each.fields.conflict else "", []).append(each)
    for number, (id, held) in enumerate(sorted(found.items(), key=lambda item: (not item[0], item[0]))):  # noqa: A001
        conflict = site.knowledge.conflicts.get(id)
        here = page.with_marks(side_marks.of_parties(conflict, lang))
        title = page.text(conflict.fields.name).text if conflict else wording.phrase("ui.no-conflict", lang)
        yield Dispute(
            f"_conflict-{id or number}",
            entity_links.ref(page, conflict.key) if conflict else None,
            title,
            tuple(claim_rows.summary(here, each) for each in held),
        )


PLANNER = Planner(_plan, nav=(NavPoint("nav.claims", _ROUTE),))
