"""The years that have a page of who backs whom, and the links to these pages."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from backstory.language import dates, wording
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.site import Site
from backstory.pages.parts.az_index import CountedLink
from backstory.pages.queries import evidence_years
from backstory.records.backing import Backing

_MOST = 80
# Beyond this, the tables under /data/ have the years: to draw each tie again for each year would cost more than the
# rest of the site.
_MOST_TIES = 4_000

ByYear = Mapping[int, tuple[Backing, ...]]


def by_year(backings: Iterable[Backing]) -> ByYear:
    """The ties of each year in which they were going on for certain or were observed, the years in order.

    Nothing where there is one year alone, or where there are too many years or ties (see `_MOST`, `_MOST_TIES`).
    """
    found: dict[int, list[Backing]] = {}
    for each in backings:
        for year in of(each):
            found.setdefault(year, []).append(each)
    if not 2 <= len(found) <= _MOST or sum(map(len, found.values())) > _MOST_TIES:
        return {}
    return {year: tuple(found[year]) for year in sorted(found)}


def of_site(site: Site) -> ByYear:
    """The ties of a site by year."""
    return site.once(_of_site)


def _of_site(site: Site) -> ByYear:
    return by_year(site.knowledge.backings)


def of(backing: Backing) -> frozenset[int]:
    """The years of a backing, and those of its kinds of support that have dates of their own."""
    return evidence_years.years(backing).union(*evidence_years.by_support(backing))


def among(backings: Iterable[Backing], by_year: ByYear) -> ByYear:
    """Some ties by year, of the years that have a page."""
    found: dict[int, list[Backing]] = {}
    for each in backings:
        for year in of(each) & by_year.keys():
            found.setdefault(year, []).append(each)
    return {year: tuple(found[year]) for year in sorted(found)}


def route(page: PageBuilder, year: int) -> str:
    """The route of a year's page in the language of `page`."""
    return f"{page.site.prefix(page.lang)}backers/{year:04d}/"


def links(page: PageBuilder, by_year: ByYear, anchor: str = "") -> tuple[CountedLink, ...]:
    """The links to the pages of the years, or to a part of each, with how many ties are there."""
    return tuple(
        CountedLink(
            name(year, page.lang),
            page.href(route(page, year) + (f"#{anchor}" if anchor else "")),
            wording.plural("count.ties", len(ties), page.lang),
            route(page, year) == page.route,
        )
        for year, ties in by_year.items()
    )


def name(year: int, lang: str) -> str:
    """A year in `lang`."""
    return wording.date(dates.parse(f"{year:04d}"), lang)


def days(year: int) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of a year."""
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
