"""Topics: a page for each tag with the explainers that have it, and the list of all tags."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from backstory.language import names, wording
from backstory.language.names.alphabet import SortKey
from backstory.pages.core import planner
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame, frame
from backstory.pages.core.page_text import say
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import Site
from backstory.pages.indexes import articles_index
from backstory.pages.indexes.articles_index import Listing
from backstory.pages.parts.az_index import CountedLink, counted_link
from backstory.pages.queries import tag_routes
from backstory.records.knowledge import Article
from backstory.values.localized_text import Words
from backstory.values.record import Record


class TagsView(Record, frozen=True):
    """All tags in alphabetical order."""

    frame: Frame
    title: str
    tags: tuple[CountedLink, ...]


def _plan(site: Site) -> Iterator[Planned]:
    by_language = {lang: _held(site, lang) for lang in site.languages}
    for lang, held in by_language.items():
        if not held:
            continue
        start = site.prefix(lang)
        yield planner.page(start + "tags/", "tags.html", partial(_view, site, start + "tags/", lang))
        for route, (tag, articles) in held.items():
            there = tuple(other for other in site.languages if route in by_language[other])
            above = (wording.phrase("ui.tags", lang), start + "tags/")
            listing = Listing(say(tag, lang), tuple(articles), above=above, versions=there)
            yield replace(articles_index.listed(site, start + route, lang, listing), source=tag.at(lang))


def _view(site: Site, route: str, lang: str) -> TagsView:
    page = PageBuilder(site, route, lang)
    held = _held(site, lang)
    title = wording.phrase("ui.tags", lang)
    ordered = sorted(held, key=lambda each: _name(held[each][0], lang))
    versions = tuple(each for each in site.languages if _held(site, each))
    links = tuple(_link_to(page, each, *held[each]) for each in ordered)
    return TagsView(frame(page, title, versions=versions), title, links)


def _held(site: Site, lang: str) -> dict[str, tuple[Words, list[Article]]]:
    """The tags by route, each with the explainers in a language that have it."""
    known = site.once(tag_routes.routes)
    found: dict[str, tuple[Words, list[Article]]] = {}
    for article in site.knowledge.articles.values():
        for tag in article.fields.tags if lang in site.spoken(article) else ():
            held = found.setdefault(known[tag_routes.written(tag)], (tag, []))[1]
            if article not in held:
                held.append(article)
    return found


def _name(tag: Words, lang: str) -> SortKey:
    return names.sort_key(*tag.pick(lang))


def _link_to(page: PageBuilder, to: str, tag: Words, articles: list[Article]) -> CountedLink:
    return counted_link(page, page.text(tag).text, page.site.prefix(page.lang) + to, "count.articles", len(articles))


PLANNER = Planner(_plan)
