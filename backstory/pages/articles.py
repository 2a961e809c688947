"""The index of explainers, the latest changed first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from backstory.model import wording
from backstory.model.knowledge import Article
from backstory.model.plan import Page
from backstory.pages import home, shelves
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame, NavEntry, frame
from backstory.pages.home import ArticleItem
from backstory.pages.index import Letter, door
from backstory.pages.planner import Made, Planner
from backstory.pages.site import Site
from backstory.pages.text import Text


@dataclass(frozen=True, slots=True)
class ArticlesView:
    """Explainers in a list; past some five hundred, one page a year."""

    frame: Frame
    up: NavEntry | None
    title: Text
    lead: str
    count: str
    years: tuple[Letter, ...]
    articles: tuple[ArticleItem, ...]


def _plan(site: Site) -> Iterator[Made]:
    for lang in site.languages:
        told = [each for each in site.knowledge.articles.values() if lang in site.spoken(each)]
        top = site.prefix(lang) + "articles/"
        title, lead = Text(wording.phrase("nav.articles", lang)), wording.phrase("door.articles", lang)
        if len(told) <= shelves.MOST:
            yield listed(Folio(site, top, lang), title, told, lead=lead)
            continue
        folio = Folio(site, top, lang)
        years = shelves.by_year(told, lang)[::-1]
        doors = tuple(_year(folio, shelf.label, shelf.slug, len(shelf.entities)) for shelf in years)
        yield listed(folio, title, (), lead=lead, years=doors)
        for shelf in years:
            here = Folio(site, f"{top}year-{shelf.slug}/", lang)
            up = NavEntry(title.text, here.href(top), "")
            yield listed(here, Text(f"{title.text}: {shelf.label}"), shelf.entities, up=up, versions=(lang,))


def listed(
    folio: Folio,
    title: Text,
    told: Iterable[Article],
    *,
    lead: str = "",
    up: NavEntry | None = None,
    years: tuple[Letter, ...] = (),
    versions: tuple[str, ...] | None = None,
) -> Made:
    """A page that lists explainers, the latest changed first."""
    ordered = sorted(told, key=lambda each: (home.last_changed(each).value.sort_key, each.id), reverse=True)
    view = ArticlesView(
        frame=frame(folio, title.text, description=lead, versions=versions),
        up=up,
        title=title,
        lead=lead,
        count=wording.plural("count.articles", len(ordered), folio.lang) if ordered else "",
        years=years,
        articles=tuple(home.article_item(folio, each) for each in ordered),
    )
    return Made(Page(folio.route, "articles.html", view))


def _year(folio: Folio, label: str, slug: str, count: int) -> Letter:
    return door(folio, label, f"{folio.route}year-{slug}/", "count.articles", count)


PLANNER = Planner(_plan)
