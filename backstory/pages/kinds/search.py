"""/search/: finds entities by any of their names, in any script, and by the words of their headings, summaries and
definitions; by a script in the browser. Without it the page has the links to start with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from backstory.language import wording
from backstory.language.names import letters, rules
from backstory.pages.core import entity_links, index_groups, kind_labels, page_frame, planner
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame, frame
from backstory.pages.core.page_text import foreign
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import Site
from backstory.pages.parts import plain_text
from backstory.pages.parts.start_links import StartLink, start_links
from backstory.records.entity import Entity
from backstory.records.entity_names import written
from backstory.values.keys import Kind
from backstory.values.record import Record

_ROUTE = page_frame.SEARCH
_TEXTS = "texts.js"
_GROUPS = {
    Kind.ACTOR: "nav.actors",
    Kind.ARTICLE: "nav.articles",
    Kind.CLAIM: "nav.claims",
    Kind.TERM: "nav.glossary",
    Kind.CONFLICT: "nav.conflicts",
    Kind.PLACE: "nav.places",
    Kind.EVENT: "nav.timeline",
    Kind.SOURCE: "nav.sources",
    Kind.PAGE: "ui.about-navigation",
}
_DATED = (Kind.ARTICLE, Kind.CLAIM, Kind.EVENT, Kind.SOURCE)
# These end a line in older engines of JavaScript, but not in JSON.
_LINE_ENDS = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029"})


class SearchView(Record, frozen=True):
    """The search page. `names`, `texts` and `script` are the files that make it work, `start_links` what it has without
    them."""

    frame: Frame
    title: str
    lead: str
    names: str
    texts: str
    script: str
    start_links: tuple[StartLink, ...]


def _plan(site: Site) -> Iterator[Planned]:
    for lang in site.languages:
        route = site.prefix(lang) + _ROUTE
        yield planner.page(route, "search.html", partial(_view, site, route, lang))
        yield planner.file(site.prefix(lang) + page_frame.NAMES, partial(_names, site, route, lang))
        yield planner.file(route + _TEXTS, partial(_texts, site, lang))


def _view(site: Site, route: str, lang: str) -> SearchView:
    page = PageBuilder(site, route, lang)
    title, lead = wording.phrase("nav.search", lang), wording.phrase("ui.search-lead", lang)
    return SearchView(
        frame=frame(page, title, description=lead, search=False),
        title=title,
        lead=lead,
        names=page.href(site.prefix(lang) + page_frame.NAMES),
        texts=page.href(route + _TEXTS),
        script=page_frame.asset(page, page_frame.SEARCH_SCRIPT),
        start_links=tuple(each for each in start_links(page) if each.href != page.href(route)),
    )


def _names(site: Site, route: str, lang: str) -> bytes:
    """The data that the theme's search.js looks through, as a script: a page opened from a disk may load no other
    file."""
    page = PageBuilder(site, route, lang)
    searched = {
        "letters": letters(),
        "sounds": rules(),
        "groups": [wording.phrase(phrase, lang) for phrase in _GROUPS.values()],
        "entries": [_entry(page, number, entity) for number, entity in _searched(site, lang)],
    }
    return _script("backstoryNames", searched)


def _texts(site: Site, lang: str) -> bytes:
    """The words of each entry of the names, in their order, for the theme's search.js: texts, and headings as pairs of
    the heading and its anchor."""
    return _script("backstoryTexts", [_said(site, entity, lang) for _, entity in _searched(site, lang)])


def _script(name: str, value: Any) -> bytes:
    packed = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"{name} = {packed.translate(_LINE_ENDS)};\n".encode()


def _searched(site: Site, lang: str) -> Iterator[tuple[int, Entity[Any]]]:
    """Every entity that is searched, with the number of its group: in the order of groups, then of the alphabet."""
    for number, kind in enumerate(_GROUPS):
        for group in index_groups.by_letter(site.knowledge.of(kind).values(), lang):
            yield from ((number, entity) for entity in group.entities)


def _said(site: Site, entity: Entity[Any], lang: str) -> list[str | list[str]]:
    """The short texts of an entity, the words quoted of who speaks in a claim, and the headings of its body: in the
    language of the page or else in its own."""
    fields = dict.fromkeys((*(field for field, _ in entity.texts), "body"))  # asked for, lest a first one go unseen
    linked = {field: site.linked(entity.key, field, lang) for field in fields}
    said: list[str | list[str]] = [
        plain_text.plain(site, text, lang) for field, text in linked.items() if text and field != "body"
    ]
    quotes = (each.quote for each in getattr(entity.fields, "positions", ()))
    said += [each.text.pick(lang)[0] for each in quotes if each]
    body = linked.get("body")
    return said + [[each.text, f"#{each.id}"] for each in (body.prose.headings if body else ())]


def _entry(page: PageBuilder, group: int, entity: Entity[Any]) -> list[Any]:
    """The number of the group, the link, what it is, its names with the shown one first, the language of the shown
    name, and that of the page behind the link.

    Both languages are "" where they are the page's own. Empty values are left out from the end.
    """
    ref = entity_links.ref(page, entity.key)
    names = (foreign(text, lang, page.lang).text for words in written(entity) for lang, text in words.texts)
    said = list(dict.fromkeys([ref.name.text, *names]))
    found = [group, ref.href, _what(page, entity), said, ref.name.lang, ref.hreflang]
    while not found[-1]:
        found.pop()
    return found


def _what(page: PageBuilder, entity: Entity[Any]) -> str:
    """What it is in a word; for what has a date, the date."""
    date = entity.fields.date if entity.key.kind in _DATED else None
    return wording.date(date.value, page.lang) if date else kind_labels.kind(entity, page.lang)


PLANNER = Planner(_plan)
