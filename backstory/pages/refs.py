"""References to entities: the name, the link, and the side's mark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from backstory.model.keys import Key, Kind
from backstory.pages.folio import Folio
from backstory.pages.marks import Mark
from backstory.pages.text import Text


@dataclass(frozen=True, slots=True)
class Ref:
    """A name that links to an entity's page.

    `href` is empty where it has none; `hreflang` is that page's language where it is not this page's; `card` the id
    of its card on this page, or empty. `kind` says in a word what it is.
    """

    name: Text
    href: str = ""
    hreflang: str = ""
    mark: Mark | None = None
    card: str = ""
    kind: str = ""


def ref(folio: Folio, key: Key, *, card: bool = False) -> Ref:
    """A reference from this page to an entity; an id nobody has is shown as it is written."""
    asked = key, card
    found = folio.refs.get(asked)
    if found is None:
        found = folio.refs[asked] = _ref(folio, key, card=card)
    return found


def _ref(folio: Folio, key: Key, *, card: bool) -> Ref:
    named = folio.site.named(key, folio.lang)
    if named is None:
        return Ref(Text(key.id))
    mark = folio.marks.get(key.id) if key.kind is Kind.ACTOR else None
    href, hreflang = ("", "") if key == folio.subject else folio.link(key)
    return Ref(named.name, href, hreflang, mark, folio.card(key) if card and href else "", named.kind)


def actor(folio: Folio, id: str, *, card: bool = False) -> Ref:  # noqa: A002 - the word authors use
    """A reference to an actor by id."""
    return ref(folio, Key(Kind.ACTOR, id), card=card)


def conflict(folio: Folio, id: str) -> Ref:  # noqa: A002
    """A reference to a conflict by id."""
    return ref(folio, Key(Kind.CONFLICT, id))


def actors(folio: Folio, ids: Iterable[str], *, card: bool = False) -> tuple[Ref, ...]:
    """References to actors, once each, in the order given."""
    return tuple(actor(folio, each, card=card) for each in dict.fromkeys(ids))
