"""References to entities: the name, the link, and the side's mark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import PageText
from backstory.pages.core.side_marks import Mark
from backstory.values.keys import Key, Kind


@dataclass(frozen=True, slots=True)
class EntityLink:
    """A name that links to an entity's page.

    `href` is empty where it has none; `hreflang` is that page's language where it is not this page's; `card` the id
    of its card on this page, or empty. `kind` says in a word what it is.
    """

    name: PageText
    href: str = ""
    hreflang: str = ""
    mark: Mark | None = None
    card: str = ""
    kind: str = ""


CARD = "_card-"
"""Begins the id of every card."""


def card_id(key: Key) -> str:
    """The id of an entity's card on any page."""
    return f"{CARD}{key.kind.prefix}-{key.id}"


def ref(page: PageBuilder, key: Key, *, card: bool = False) -> EntityLink:
    """A reference from this page to an entity; an id nobody has is shown as it is written."""
    asked = key, card
    found = page.refs.get(asked)
    if found is None:
        found = page.refs[asked] = _ref(page, key, card=card)
    return found


def _ref(page: PageBuilder, key: Key, *, card: bool) -> EntityLink:
    named = page.site.named(key, page.lang)
    if named is None:
        return EntityLink(PageText(key.id))
    mark = page.marks.get(key.id) if key.kind is Kind.ACTOR else None
    href, hreflang = ("", "") if key == page.subject else page.link(key)
    return EntityLink(named.name, href, hreflang, mark, card_id(key) if card and href else "", named.kind)


def actor(page: PageBuilder, id: str, *, card: bool = False) -> EntityLink:  # noqa: A002 - the word authors use
    """A reference to an actor by id."""
    return ref(page, Key(Kind.ACTOR, id), card=card)


def conflict(page: PageBuilder, id: str) -> EntityLink:  # noqa: A002
    """A reference to a conflict by id."""
    return ref(page, Key(Kind.CONFLICT, id))


def actors(page: PageBuilder, ids: Iterable[str], *, card: bool = False) -> tuple[EntityLink, ...]:
    """References to actors, once each, in the order given."""
    return tuple(actor(page, each, card=card) for each in dict.fromkeys(ids))
