"""The feeds: explainers and corrections, the latest first, as Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from urllib.parse import quote

from backstory.diagnostics import Diagnostic, Span, report
from backstory.model import wording
from backstory.model.entity import Entity, called
from backstory.model.knowledge import Article
from backstory.model.plan import Bytes, Draft, Page
from backstory.model.schema.base import Correction
from backstory.model.schema.types import When
from backstory.pages import corrections, home, prose, routes
from backstory.pages.folio import Folio
from backstory.pages.planner import Made, Planner
from backstory.pages.site import Options, Site

_MOST = 30
# A feed must say when it was updated; one without entries says: never.
_NEVER = "1970-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An explainer, or a correction. `id` never changes; times are the first moment of the day, month or year given."""

    id: str
    address: str
    lang: str
    title: str
    summary: str
    published: str
    updated: str
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeedView:
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
    """The note that a site without an address gets neither feeds nor a sitemap."""
    if options.base is not None:
        return ()
    message = "the site has no address, so it gets no feeds, no sitemap and no canonical links"
    return (report("N511", message, Span("site.yaml"), hint="add `url: https://…/`, or build with --base-url"),)


def _plan(site: Site) -> Iterator[Made]:
    if site.options.base is None:
        return
    for lang in site.languages:
        routes_of = (site.prefix(lang) + "feed.json", site.prefix(lang) + "feed.xml")
        yield Made(Draft(routes_of, partial(_both, site, lang, site.options.base, *routes_of)))


def _both(site: Site, lang: str, base: str, as_json: str, as_atom: str) -> Iterator[Page | Bytes]:
    view = _view(Folio(site, as_atom, lang), base)
    yield Bytes(as_json, _json(view, site.prefix(lang), base))
    yield Page(as_atom, "feed.xml", view)


def _view(folio: Folio, base: str) -> FeedView:
    site, lang = folio.site, folio.lang
    about = site.knowledge.site
    title = folio.text(about.title).text
    entries = sorted(_entries(folio, base), key=lambda each: (each.updated, each.id), reverse=True)[:_MOST]
    return FeedView(
        lang=lang,
        title=title,
        subtitle=folio.text(about.description).text if about.description else "",
        address=routes.absolute(base, folio.route),
        home=routes.absolute(base, site.prefix(lang)),
        updated=max((each.updated for each in entries), default=_NEVER),
        author=folio.text(about.publisher).text if about.publisher else title,
        rights=folio.text(about.licence).text if about.licence else "",
        entries=tuple(entries),
    )


def _entries(folio: Folio, base: str) -> Iterator[FeedEntry]:
    for article in folio.site.knowledge.articles.values():
        if folio.lang in folio.site.spoken(article):
            yield _article(folio, article, base)
    for entity in folio.site.knowledge.all():
        for name, made in corrections.named(entity.fields.corrections):
            yield _correction(folio, entity, made, name, base)


def _article(folio: Folio, article: Article, base: str) -> FeedEntry:
    fields = article.fields
    title = folio.text(fields.title)
    dek = folio.site.linked(article.key, "summary", folio.lang)
    address = routes.absolute(base, folio.site.route(article.key, folio.lang))
    return FeedEntry(
        id=address,
        address=address,
        lang=title.lang or folio.lang,
        title=title.text,
        summary=prose.plain(folio.site, dek, folio.lang) if dek else "",
        published=_time(fields.date),
        updated=_time(home.last_changed(article)),
        authors=tuple(folio.text(each).text for each in fields.authors),
    )


def _correction(folio: Folio, entity: Entity[object], made: Correction, name: str, base: str) -> FeedEntry:
    """A correction in the feed; its id is made of its date, so that another one changes none."""
    there = folio.site.destination(entity.key, folio.lang)
    named = folio.text(called(entity))
    all_of_them = folio.site.prefix(folio.lang) + "corrections/"
    address = routes.absolute(base, there.route if there else all_of_them)
    return FeedEntry(
        id=f"{routes.absolute(base, all_of_them)}#{entity.key.kind.prefix}-{entity.id}-{quote(name)}",
        address=address,
        lang=named.lang or folio.lang,
        title=wording.phrase("ui.correction-of", folio.lang, title=named.text),
        summary=corrections.in_words(made, folio.lang, lambda words: folio.text(words).text),
        published=_time(made.date),
        updated=_time(made.date),
        authors=(),
    )


def _time(when: When) -> str:
    """The first moment of a date as RFC 3339."""
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
