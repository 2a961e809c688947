"""Who backs whom, year by year: every tie known to hold, or observed, in one."""

from __future__ import annotations

from collections.abc import Iterator

from backstory.model import wording
from backstory.model.backing import Backing
from backstory.pages import backers, marks, refs, survey, years
from backstory.pages.folio import Folio
from backstory.pages.frame import NavEntry
from backstory.pages.planner import Made, Planner
from backstory.pages.site import Site
from backstory.pages.survey import Stretch, Subject
from backstory.pages.years import Held


def _plan(site: Site) -> Iterator[Made]:
    held = years.of_site(site)
    for lang in site.languages:
        for year, backings in held.items():
            folio = Folio(site, years.route(Folio(site, "", lang), year), lang)
            yield from survey.pages(site, lang, tuple(_stretches(folio, backings, year)), _subject(folio, held, year))


def _stretches(folio: Folio, backings: tuple[Backing, ...], year: int) -> Iterator[Stretch]:
    """The year's ties by conflict; a side is marked for those alone who can have been its parties then."""
    site = folio.site
    for id, held in backers.by_conflict(site, backings, folio.lang):  # noqa: A001 - the word authors use
        conflict = site.knowledge.conflicts.get(id)
        parties = marks.of_parties(conflict, folio.lang, during=years.days(year))
        there = refs.ref(folio, conflict.key) if conflict else None
        yield Stretch(backers.anchor(id), there, backers.title(folio, id), held, parties)


def _subject(folio: Folio, held: Held, year: int) -> Subject:
    lang, known = folio.lang, list(held)
    place = known.index(year)
    return Subject(
        folio.route,
        f"{wording.phrase('nav.backers', lang)}: {years.name(year, lang)}",
        wording.phrase("years.lead", lang),
        _entry(folio, known[place - 1]) if place else None,
        _entry(folio, known[place + 1]) if place + 1 < len(known) else None,
        years.letters(folio, held),
    )


def _entry(folio: Folio, year: int) -> NavEntry:
    return NavEntry(years.name(year, folio.lang), folio.href(years.route(folio, year)), "")


PLANNER = Planner(_plan)
