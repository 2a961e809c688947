"""Share cards: which pages have one, and where it is."""

from __future__ import annotations

import re

from backstory.pages.core.site import Site
from backstory.values.keys import Key, Kind

CARDED = frozenset({Kind.ARTICLE, Kind.CLAIM, Kind.CONFLICT, Kind.ACTOR})
SIZE = (1200, 630)
# Scripts that the fonts of cards have: Latin, Greek, Cyrillic, Hebrew and Arabic, and common signs.
_DRAWABLE = re.compile(
    "[\u0020-\u024f\u0259\u02bb\u02bc\u0300-\u052f\u0590-\u06ff\u0750-\u077f\u1e00-\u1eff\u2010-\u205e"
    "\u20a0-\u20c0\u2116\u2122\u2190-\u2193\u2212\ufb1d-\ufdff\ufe70-\ufeff]*\\Z"
)


def card_route(route: str) -> str:
    """The route of the card of the page at `route`."""
    return f"{route}card.png"


def has_card(site: Site, subject: Key | None, route: str, lang: str) -> bool:
    """Whether the page at `route` is one that has a card: the own page of a claim, conflict, actor or explainer, whose
    name is in a script that cards can be drawn in."""
    if not site.options.cards or subject is None or subject.kind not in CARDED:
        return False
    named = site.named(subject, lang)
    return named is not None and route == site.route(subject, lang) and drawable(named.name.text)


def drawable(text: str) -> bool:
    """Whether the fonts of cards have every letter of a text."""
    return _DRAWABLE.match(text) is not None
