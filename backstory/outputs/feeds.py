"""The feeds: explainers and corrections, the latest first, as Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import partial
from urllib.parse import quote

from backstory.diagnostics import Diagnostic, Span, report
from backstory.language import wording
from backstory.pages.core import routes
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import Options, Site
from backstory.pages.parts import correction_rows, plain_text
from backstory.pages.queries.article_dates import last_changed
from backstory.records.entity import Entity
from backstory.records.knowledge import Article
from backstory.records.plan import Bytes, Draft, Page
from backstory.schema.base import Correction
from backstory.schema.types import When
from backstory.values.record import Record

_MOST = 30
# A feed must say when it was updated; this is for one without entries.
_NEVER = "1970-01-01T00:00:00Z"


class FeedEntry(Record, frozen=True):
    """An explainer or a correction. `id` never changes. Times are the first moment of the day, month or year given."""

    id: str
    address: str
    lang: str
    title: str
    summary: str
    published: str
    updated: str
    authors: tuple[str, ...]


class FeedView(Record, frozen=True):
    """A feed of one language."""

    lang: str
    title: str
    subtitle: str
    address: str
    home: str
    updated: str
    author: str
    rights: str
    entries: tuple[FeedEntry, ...]


def missing(options: Options) -> tuple[Diagnostic, ...]:
    """The note that a site without an address has neither feeds nor a sitemap."""
    if options.base is not None:
        return ()
    message = "the site has no address, so it gets no feeds, no sitemap and no canonical links"
    return (report("N511", message, Span("site.yaml"), hint="add `url: https://…/`, or build with --base-url"),)


def _plan(site: Site) -> Iterator[Planned]:
    if site.options.base is None:
        return
    for lang in site.languages:
        routes_of = (site.prefix(lang) + "feed.json", site.prefix(lang) + "feed.xml")
        yield Planned(Draft(routes_of, partial(_both, site, lang, site.options.base, *routes_of)))


def _both(site: Site, lang: str, base: str, as_json: str, as_atom: str) -> Iterator[Page | Bytes]:
    view = _view(PageBuilder(site, as_atom, lang), base)
    yield Bytes(as_json, _json(view, site.prefix(lang), base))
    yield Page(as_atom, "feed.xml", view)


def _view(page: PageBuilder, base: str) -> FeedView:
    site, lang = page.site, page.lang
    about = site.knowledge.site
    title = page.text(about.title).text
    entries = sorted(_entries(page, base), key=lambda each: (each.updated, each.id), reverse=True)[:_MOST]
    return FeedView(
        lang=lang,
        title=title,
        subtitle=page.text(about.description).text if about.description else "",
        address=routes.absolute(base, page.route),
        home=routes.absolute(base, site.prefix(lang)),
        updated=max((each.updated for each in entries), default=_NEVER),
        author=page.text(about.publisher).text if about.publisher else title,
        rights=page.text(about.licence).text if about.licence else "",
        entries=tuple(entries),
    )


def _entries(page: PageBuilder, base: str) -> Iterator[FeedEntry]:
    for article in page.site.knowledge.articles.values():
        if page.lang in page.site.spoken(article):
            yield _article(page, article, base)
    for entity in page.site.knowledge.all():
        for name, made in correction_rows.named(entity.fields.corrections):
            yield _correction(page, entity, made, name, base)


def _article(page: PageBuilder, article: Article, base: str) -> FeedEntry:
    fields = article.fields
    title = page.text(fields.title)
    dek = page.site.linked(article.key, "summary", page.lang)
    address = routes.absolute(base, page.site.route(article.key, page.lang))
    return FeedEntry(
        id=address,
        address=address,
        lang=title.lang or page.lang,
        title=title.text,
        summary=plain_text.plain(page.site, dek, page.lang) if dek else "",
        published=_time(fields.date),
        updated=_time(last_changed(article)),
        authors=tuple(page.text(each).text for each in fields.authors),
    )


def _correction(page: PageBuilder, entity: Entity[object], made: Correction, name: str, base: str) -> FeedEntry:
    """A correction in the feed. Its id is made of its date, so that a new correction changes no other's id."""
    there = page.site.destination(entity.key, page.lang)
    named = page.site.title(entity, page.lang)
    all_of_them = page.site.prefix(page.lang) + "corrections/"
    address = routes.absolute(base, there.route if there else all_of_them)
    return FeedEntry(
        id=f"{routes.absolute(base, all_of_them)}#{entity.key.kind.prefix}-{entity.id}-{quote(name)}",
        address=address,
        lang=named.lang or page.lang,
        title=wording.phrase("ui.correction-of", page.lang, title=named.text),
        summary=correction_rows.in_words(made, page.lang, lambda words: page.text(words).text),
        published=_time(made.date),
        updated=_time(made.date),
        authors=(),
    )


def _time(when: When) -> str:
    """The first moment of a date, as RFC 3339."""
    day: date | None = when.value.earliest or when.value.latest
    return f"{day.isoformat()}T00:00:00Z" if day else _NEVER


def _json(view: FeedView, prefix: str, base: str) -> bytes:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": view.title,
        "description": view.subtitle,
        "home_page_url": view.home,
        "feed_url": routes.absolute(base, prefix + "feed.json"),
        "language": view.lang,
        "authors": [{"name": view.author}],
        "items": [_item(each) for each in view.entries],
    }
    return (
        json.dumps({key: value for key, value in feed.items() if value}, ensure_ascii=False, indent=1) + "\n"
    ).encode()


def _item(entry: FeedEntry) -> dict[str, object]:
    item: dict[str, object] = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "content_text": entry.summary,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "language": entry.lang,
    }
    return item | ({"authors": [{"name": each} for each in entry.authors]} if entry.authors else {})


PLANNER = Planner(_plan, feeds=True)
