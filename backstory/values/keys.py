"""What an entity is called: its kind and its id."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """A kind of entity; the value is its folder under content/."""

    ARTICLE = "articles"
    ACTOR = "actors"
    CONFLICT = "conflicts"
    CLAIM = "claims"
    EVENT = "events"
    PLACE = "places"
    TERM = "glossary"
    SOURCE = "sources"
    PAGE = "pages"

    __hash__ = str.__hash__

    @property
    def prefix(self) -> str:
        """The prefix of a link to this kind, as in `[[claim:jets]]`."""
        return _PREFIXES[self]

    @property
    def noun(self) -> str:
        """The kind in an English sentence: `no actor is called …`."""
        return _PREFIXES[self]


_PREFIXES = {
    Kind.ARTICLE: "article",
    Kind.ACTOR: "actor",
    Kind.CONFLICT: "conflict",
    Kind.CLAIM: "claim",
    Kind.EVENT: "event",
    Kind.PLACE: "place",
    Kind.TERM: "term",
    Kind.SOURCE: "source",
    Kind.PAGE: "page",
}
KIND_OF_PREFIX = {prefix: kind for kind, prefix in _PREFIXES.items()}
ID = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*\Z")


def with_article(noun: str) -> str:
    """A noun in an English sentence: `an actor`."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


class Key(NamedTuple):
    """An entity's name within the site: ids are unique within a kind."""

    kind: Kind
    id: str

    def __str__(self) -> str:
        return f"{self.kind.prefix}:{self.id}"
