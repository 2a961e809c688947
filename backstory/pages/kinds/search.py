"""/search/: finds entities by any of their names, in any script, by a script in the browser; without it, the links
to start with."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from backstory.language import wording
from backstory.language.names import letters, rules
from backstory.pages.core import entity_links, index_groups, kind_labels, planner
from backstory.pages.core import page_frame as frames
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame, frame
from backstory.pages.core.page_text import foreign
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import NavPoint, Site
from backstory.pages.parts.start_links import StartLink, start_links
from backstory.records.entity import Entity
from backstory.records.entity_names import written
from backstory.values.keys import Kind
from backstory.values.record import Record

_ROUTE = "search/"
_NAMES = "names.js"
_SCRIPT = "search.js"
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
    """The search page. `names` and `script` are the files that make it work, `start_links` what it has without them."""

    frame: Frame
    title: str
    lead: str
    names: str
    script: str
    start_links: tuple[StartLink, ...]


def _plan(site: Site) -> Iterator[Planned]:
    for lang in site.languages:
        route = site.prefix(lang) + _ROUTE
        yield planner.page(route, "search.html", partial(_view, site, route, lang))
        yield planner.file(route + _NAMES, partial(_names, site, route, lang))


def _view(site: Site, route: str, lang: str) -> SearchView:
    page = PageBuilder(site, route, lang)
    title, lead = wording.phrase("nav.search", lang), wording.phrase("ui.search-lead", lang)
    return SearchView(
        frame=frame(page, title, description=lead, search=False),
        title=title,
        lead=lead,
        names=page.href(route + _NAMES),
        script=frames.asset(page, _SCRIPT),
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
        "entries": [
            _entry(page, number, entity)
            for number, kind in enumerate(_GROUPS)
            for entity in _ordered(site.knowledge.of(kind), lang)
        ],
    }
    packed = json.dumps(searched, ensure_ascii=False, separators=(",", ":"))
    return f"backstoryNames = {packed.translate(_LINE_ENDS)};\n".encode()


def _ordered(entities: Mapping[str, Entity[Any]], lang: str) -> Iterator[Entity[Any]]:
    return (entity for group in index_groups.by_letter(entities.values(), lang) for entity in group.entities)


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


PLANNER = Planner(_plan, nav=(NavPoint("nav.search", _ROUTE),))
