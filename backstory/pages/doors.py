"""Doors: the parts of the site to start with, and how much stands in each."""

from __future__ import annotations

from dataclasses import dataclass

from backstory.model import wording
from backstory.model.keys import Kind
from backstory.pages.folio import Folio

_COUNTED = {
    "nav.articles": (Kind.ARTICLE, "count.articles"),
    "nav.actors": (Kind.ACTOR, "count.actors"),
    "nav.claims": (Kind.CLAIM, "count.claims"),
    "nav.timeline": (Kind.EVENT, "count.events"),
    "nav.places": (Kind.PLACE, "count.places"),
    "nav.glossary": (Kind.TERM, "count.terms"),
    "nav.sources": (Kind.SOURCE, "count.sources"),
}


@dataclass(frozen=True, slots=True)
class Door:
    """A part of the site to start with, and how much stands there."""

    label: str
    href: str
    says: str
    count: str


def doors(folio: Folio) -> tuple[Door, ...]:
    """The parts of the site that have something in this language."""
    start = folio.site.prefix(folio.lang)
    counted = ((point, _count(folio, point.phrase)) for point in folio.site.nav)
    return tuple(
        Door(
            wording.phrase(point.phrase, folio.lang),
            folio.href(start + point.route),
            wording.phrase(f"door.{point.phrase.removeprefix('nav.')}", folio.lang),
            wording.plural(key, count, folio.lang) if key else "",
        )
        for point, (key, count) in counted
        if count or not key
    )


def _count(folio: Folio, phrase: str) -> tuple[str, int]:
    """The phrase that counts what a part of the site holds, and how much that is; "" for what is not counted."""
    if phrase == "nav.backers":
        return "count.ties", len(folio.site.knowledge.backings)
    if phrase not in _COUNTED:
        return "", 0
    kind, key = _COUNTED[phrase]
    return key, sum(1 for _ in folio.site.entities(kind, folio.lang))
