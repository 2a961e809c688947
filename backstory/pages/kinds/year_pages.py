"""Who backs whom in each year: every tie that was going on for certain, or was observed."""

from __future__ import annotations

from collections.abc import Iterator

from backstory.language import wording
from backstory.pages.core import entity_links, side_marks
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import NavEntry
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import Site
from backstory.pages.parts import backings_by_side, large_networks, year_links
from backstory.pages.parts.large_networks import NetworkSection, Subject
from backstory.pages.parts.year_links import ByYear
from backstory.records.backing import Backing


def _plan(site: Site) -> Iterator[Planned]:
    by_year = year_links.of_site(site)
    for lang in site.languages:
        for year, backings in by_year.items():
            page = PageBuilder(site, year_links.route(PageBuilder(site, "", lang), year), lang)
            yield from large_networks.pages(
                site, lang, tuple(_sections(page, backings, year)), _subject(page, by_year, year)
            )


def _sections(page: PageBuilder, backings: tuple[Backing, ...], year: int) -> Iterator[NetworkSection]:
    """The ties of a year by conflict. Only actors that can have been parties in that year have the mark of a side."""
    site = page.site
    for id, held in backings_by_side.by_conflict(site, backings, page.lang):  # noqa: A001 - the word authors use
        conflict = site.knowledge.conflicts.get(id)
        parties = side_marks.of_parties(conflict, page.lang, during=year_links.days(year))
        there = entity_links.ref(page, conflict.key) if conflict else None
        yield NetworkSection(backings_by_side.anchor(id), there, backings_by_side.title(page, id), held, parties)


def _subject(page: PageBuilder, by_year: ByYear, year: int) -> Subject:
    lang, years = page.lang, list(by_year)
    place = years.index(year)
    return Subject(
        page.route,
        f"{wording.phrase('nav.backers', lang)}: {year_links.name(year, lang)}",
        wording.phrase("years.lead", lang),
        _entry(page, years[place - 1]) if place else None,
        _entry(page, years[place + 1]) if place + 1 < len(years) else None,
        year_links.links(page, by_year),
    )


def _entry(page: PageBuilder, year: int) -> NavEntry:
    return NavEntry(year_links.name(year, page.lang), page.href(year_links.route(page, year)), "")


PLANNER = Planner(_plan)
