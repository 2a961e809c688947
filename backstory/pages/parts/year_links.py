"""The years of which there is a view of who backs whom, and the links that lead to them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from backstory.language import dates, wording
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.site import Site
from backstory.pages.parts.az_index import Letter
from backstory.pages.queries import evidence_years
from backstory.records.backing import Backing

_MOST = 80
# Beyond this, the years are for the tables under /data/: drawing each tie once more a year costs more than all else.
_MOST_TIES = 4_000

Held = Mapping[int, tuple[Backing, ...]]


def by_year(backings: Iterable[Backing]) -> Held:
    """The ties known to hold, or observed, in each year, in order of time; of a vague date no year is known.

    Nothing where one page says it all, or where there are more years or ties than anybody would leaf through.
    """
    found: dict[int, list[Backing]] = {}
    for each in backings:
        for year in of(each):
            found.setdefault(year, []).append(each)
    if not 2 <= len(found) <= _MOST or sum(map(len, found.values())) > _MOST_TIES:
        return {}
    return {year: tuple(found[year]) for year in sorted(found)}


def of_site(site: Site) -> Held:
    """All ties of a site by year."""
    return site.once(_of_site)


def _of_site(site: Site) -> Held:
    return by_year(site.knowledge.backings)


def of(backing: Backing) -> frozenset[int]:
    """The years of a record, and those of its supports where they have dates of their own."""
    return evidence_years.years(backing).union(*evidence_years.by_support(backing))


def among(backings: Iterable[Backing], held: Held) -> Held:
    """Some ties by those years that have a page."""
    found: dict[int, list[Backing]] = {}
    for each in backings:
        for year in of(each) & held.keys():
            found.setdefault(year, []).append(each)
    return {year: tuple(found[year]) for year in sorted(found)}


def route(page: PageBuilder, year: int) -> str:
    """The route of a year's page in the language of `page`."""
    return f"{page.site.prefix(page.lang)}backers/{year:04d}/"


def letters(page: PageBuilder, held: Held, anchor: str = "") -> tuple[Letter, ...]:
    """The way to each year, or to a part of its page, and how many ties are there."""
    return tuple(
        Letter(
            name(year, page.lang),
            page.href(route(page, year) + (f"#{anchor}" if anchor else "")),
            wording.plural("count.ties", len(ties), page.lang),
            route(page, year) == page.route,
        )
        for year, ties in held.items()
    )


def name(year: int, lang: str) -> str:
    """A year in words of `lang`."""
    return wording.date(dates.parse(f"{year:04d}"), lang)


def days(year: int) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of a year."""
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
