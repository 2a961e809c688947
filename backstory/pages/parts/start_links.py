"""Links to the parts of the site to start with, each with how many entries it has."""

from __future__ import annotations

from backstory.language import wording
from backstory.pages.core.page_builder import PageBuilder
from backstory.values.keys import Kind
from backstory.values.record import Record

_COUNTED = {
    "nav.articles": (Kind.ARTICLE, "count.articles"),
    "nav.actors": (Kind.ACTOR, "count.actors"),
    "nav.claims": (Kind.CLAIM, "count.claims"),
    "nav.timeline": (Kind.EVENT, "count.events"),
    "nav.places": (Kind.PLACE, "count.places"),
    "nav.glossary": (Kind.TERM, "count.terms"),
    "nav.sources": (Kind.SOURCE, "count.sources"),
}


class StartLink(Record, frozen=True):
    """A part of the site to start with. `says` is what it is, `count` how many entries it has, in words."""

    label: str
    href: str
    says: str
    count: str


def start_links(page: PageBuilder) -> tuple[StartLink, ...]:
    """The links to the parts of the site that have entries in the page's language."""
    start = page.site.prefix(page.lang)
    counted = ((point, _count(page, point.phrase)) for point in page.site.nav)
    return tuple(
        StartLink(
            wording.phrase(point.phrase, page.lang),
            page.href(start + point.route),
            wording.phrase(f"door.{point.phrase.removeprefix('nav.')}", page.lang),
            wording.plural(key, count, page.lang) if key else "",
        )
        for point, (key, count) in counted
        if count or not key
    )


def _count(page: PageBuilder, phrase: str) -> tuple[str, int]:
    """The phrase that counts the entries of a part of the site, and their number; "" and 0 for what is not counted."""
    if phrase == "nav.backers":
        return "count.ties", len(page.site.knowledge.backings)
    if phrase not in _COUNTED:
        return "", 0
    kind, key = _COUNTED[phrase]
    return key, sum(1 for _ in page.site.entities(kind, page.lang))
