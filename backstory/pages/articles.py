"""The index of explainers, the latest changed first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from backstory.model import wording
from backstory.model.knowledge import Article
from backstory.pages import home, planner, shelves
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


@dataclass(frozen=True, slots=True)
class Listing:
    """What a page of explainers lists. `above` is the name and route of the page it belongs to, `years` the label,
    slug and length of each year where the list is split, `versions` the languages it exists in (None for all)."""

    title: Text
    told: tuple[Article, ...]
    lead: str = ""
    above: tuple[str, str] | None = None
    years: tuple[tuple[str, str, int], ...] = ()
    versions: tuple[str, ...] | None = None


def _plan(site: Site) -> Iterator[Made]:
    for lang in site.languages:
        told = tuple(each for each in site.knowledge.articles.values() if lang in site.spoken(each))
        top = site.prefix(lang) + "articles/"
        title, lead = Text(wording.phrase("nav.articles", lang)), wording.phrase("door.articles", lang)
        if len(told) <= shelves.MOST:
            yield listed(site, top, lang, Listing(title, told, lead))
            continue
        held = shelves.by_year(told, lang)[::-1]
        years = tuple((each.label, each.slug, len(each.entities)) for each in held)
        yield listed(site, top, lang, Listing(title, (), lead, years=years))
        for each in held:
            named = Text(f"{title.text}: {each.label}")
            part = Listing(named, each.entities, above=(title.text, top), versions=(lang,))
            yield listed(site, f"{top}year-{each.slug}/", lang, part)


def listed(site: Site, route: str, lang: str, listing: Listing) -> Made:
    """A page that lists explainers, the latest changed first."""
    return planner.page(route, "articles.html", partial(_view, site, route, lang, listing))


def _view(site: Site, route: str, lang: str, listing: Listing) -> ArticlesView:
    folio = Folio(site, route, lang)
    ordered = sorted(listing.told, key=lambda each: (home.last_changed(each).value.sort_key, each.id), reverse=True)
    return ArticlesView(
        frame=frame(folio, listing.title.text, description=listing.lead, versions=listing.versions),
        up=NavEntry(listing.above[0], folio.href(listing.above[1]), "") if listing.above else None,
        title=listing.title,
        lead=listing.lead,
        count=wording.plural("count.articles", len(ordered), lang) if ordered else "",
        years=tuple(_year(folio, *each) for each in listing.years),
        articles=tuple(home.article_item(folio, each) for each in ordered),
    )


def _year(folio: Folio, label: str, slug: str, count: int) -> Letter:
    return door(folio, label, f"{folio.route}year-{slug}/", "count.articles", count)


PLANNER = Planner(_plan)
