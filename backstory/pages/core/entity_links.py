"""Names of entities as links, with the mark of a party's side."""

from __future__ import annotations

from collections.abc import Iterable

from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import PageText
from backstory.pages.core.side_marks import Mark
from backstory.values.keys import Key, Kind
from backstory.values.record import Record


class EntityLink(Record, frozen=True):
    """The name of an entity, as a link to its page.

    `href` is empty where it has no page. `hreflang` is the language of that page, where it is not that of this one;
    `card` the id of its card on this page, or empty; `kind` what the entity is, in a word.
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
    """The link from this page to an entity, with a card where it is asked for; an id that no entity has is shown as it
    is."""
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
    """The link to the actor with this id."""
    return ref(page, Key(Kind.ACTOR, id), card=card)


def conflict(page: PageBuilder, id: str) -> EntityLink:  # noqa: A002
    """The link to the conflict with this id."""
    return ref(page, Key(Kind.CONFLICT, id))


def actors(page: PageBuilder, ids: Iterable[str], *, card: bool = False) -> tuple[EntityLink, ...]:
    """Links to the actors with these ids, one for each actor, in the order given."""
    return tuple(actor(page, each, card=card) for each in dict.fromkeys(ids))
