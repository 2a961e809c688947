"""The index of explainers, the latest changed first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from backstory.language import wording
from backstory.pages.core import index_groups, planner
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame, NavEntry, frame
from backstory.pages.core.page_text import PageText
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import Site
from backstory.pages.parts.article_items import ArticleItem, article_item
from backstory.pages.parts.az_index import CountedLink, counted_link
from backstory.pages.queries.article_dates import last_changed
from backstory.records.knowledge import Article
from backstory.values.record import Record


class ArticlesView(Record, frozen=True):
    """A list of explainers; of more than some five hundred, a page for each year."""

    frame: Frame
    up: NavEntry | None
    title: PageText
    lead: str
    count: str
    years: tuple[CountedLink, ...]
    articles: tuple[ArticleItem, ...]


class Listing(Record, frozen=True):
    """What a page of explainers lists. `above` is the name and route of the page above it; `years` are the label,
    slug and length of each year where the list is split; `versions` the languages in which the page exists, None for
    all."""

    title: PageText
    articles: tuple[Article, ...]
    lead: str = ""
    above: tuple[str, str] | None = None
    years: tuple[tuple[str, str, int], ...] = ()
    versions: tuple[str, ...] | None = None


def _plan(site: Site) -> Iterator[Planned]:
    for lang in site.languages:
        articles = tuple(each for each in site.knowledge.articles.values() if lang in site.spoken(each))
        top = site.prefix(lang) + "articles/"
        title, lead = PageText(wording.phrase("nav.articles", lang)), wording.phrase("door.articles", lang)
        if len(articles) <= index_groups.MOST:
            yield listed(site, top, lang, Listing(title, articles, lead))
            continue
        held = index_groups.by_year(articles, lang)[::-1]
        years = tuple((each.label, each.slug, len(each.entities)) for each in held)
        yield listed(site, top, lang, Listing(title, (), lead, years=years))
        for each in held:
            named = PageText(f"{title.text}: {each.label}")
            part = Listing(named, each.entities, above=(title.text, top), versions=(lang,))
            yield listed(site, f"{top}year-{each.slug}/", lang, part)


def listed(site: Site, route: str, lang: str, listing: Listing) -> Planned:
    """A page that lists explainers, the latest changed first."""
    return planner.page(route, "articles.html", partial(_view, site, route, lang, listing))


def _view(site: Site, route: str, lang: str, listing: Listing) -> ArticlesView:
    page = PageBuilder(site, route, lang)
    ordered = sorted(listing.articles, key=lambda each: (last_changed(each).value.sort_key, each.id), reverse=True)
    return ArticlesView(
        frame=frame(page, listing.title.text, description=listing.lead, versions=listing.versions),
        up=NavEntry(listing.above[0], page.href(listing.above[1]), "") if listing.above else None,
        title=listing.title,
        lead=listing.lead,
        count=wording.plural("count.articles", len(ordered), lang) if ordered else "",
        years=tuple(_year(page, *each) for each in listing.years),
        articles=tuple(article_item(page, each) for each in ordered),
    )


def _year(page: PageBuilder, label: str, slug: str, count: int) -> CountedLink:
    return counted_link(page, label, f"{page.route}year-{slug}/", "count.articles", count)


PLANNER = Planner(_plan)
