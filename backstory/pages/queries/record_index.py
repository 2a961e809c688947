"""Which records name an actor, a place, a conflict or a claim: found once for all pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from backstory.pages.core.site import Site
from backstory.pages.queries.stated_positions import StatedRelation, relations_stated
from backstory.records.backing import Backing
from backstory.records.entity import Entity
from backstory.records.knowledge import Article, Claim, Conflict, Event
from backstory.schema.references import references
from backstory.values.keys import Kind
from backstory.values.record import Record

V = TypeVar("V")
E = TypeVar("E", bound=Entity[Any])


class RecordIndex(Record, frozen=True):
    """By id: the backings of a recipient and of a backer, the relations that an actor gives and that name it, the
    claims by and about it, its events, the conflicts it is a party to; of a place its events and claims; of a
    conflict its backings, claims, events and articles; of a claim its events and the claims that name it as a rival
    explanation; of an event the articles that list it.
    """

    backed: Mapping[str, tuple[Backing, ...]]
    backing: Mapping[str, tuple[Backing, ...]]
    tied: Mapping[str, tuple[StatedRelation, ...]]
    tied_to: Mapping[str, tuple[StatedRelation, ...]]
    claims_by: Mapping[str, tuple[Claim, ...]]
    claims_about: Mapping[str, tuple[Claim, ...]]
    events_of: Mapping[str, tuple[Event, ...]]
    party_to: Mapping[str, tuple[Conflict, ...]]
    events_at: Mapping[str, tuple[Event, ...]]
    claims_at: Mapping[str, tuple[Claim, ...]]
    backings_in: Mapping[str, tuple[Backing, ...]]
    claims_in: Mapping[str, tuple[Claim, ...]]
    events_in: Mapping[str, tuple[Event, ...]]
    articles_on: Mapping[str, tuple[Article, ...]]
    disputed: Mapping[str, tuple[Event, ...]]
    rivals: Mapping[str, tuple[Claim, ...]]
    listing: Mapping[str, tuple[Article, ...]]


def of(site: Site) -> RecordIndex:
    """The index of a site, everything in it in order of id."""
    return site.once(_of)


def _of(site: Site) -> RecordIndex:
    known = site.knowledge
    claims, events, articles = known.claims.values(), known.events.values(), known.articles.values()
    tied = relations_stated(site)
    return RecordIndex(
        backed=_grouped((each.recipient, each) for each in known.backings),
        backing=_grouped((each.backer, each) for each in known.backings),
        tied=_grouped((each.actor, each) for each in tied),
        tied_to=_grouped((each.relation.actor.id, each) for each in tied),
        claims_by=_naming(Kind.ACTOR, claims, "positions"),
        claims_about=_naming(Kind.ACTOR, claims, "about"),
        events_of=_naming(Kind.ACTOR, events),
        party_to=_naming(Kind.ACTOR, known.conflicts.values()),
        events_at=_naming(Kind.PLACE, events),
        claims_at=_naming(Kind.PLACE, claims),
        backings_in=_grouped((each.conflict, each) for each in known.backings if each.conflict),
        claims_in=_naming(Kind.CONFLICT, claims),
        events_in=_naming(Kind.CONFLICT, events),
        articles_on=_naming(Kind.CONFLICT, articles, "conflict"),
        disputed=_naming(Kind.CLAIM, events),
        rivals=_naming(Kind.CLAIM, claims),
        listing=_naming(Kind.EVENT, articles, "events"),
    )


def telling(site: Site) -> Mapping[str, tuple[Article, ...]]:
    """The articles that show a claim, by its id."""
    return site.once(_telling)


def _telling(site: Site) -> Mapping[str, tuple[Article, ...]]:
    return _grouped((claim, each) for each in site.knowledge.articles.values() for claim in _told(site, each))


def _naming(kind: Kind, entities: Iterable[E], field: str | None = None) -> Mapping[str, tuple[E, ...]]:
    """The entities by the ids of one kind that they name, in all their fields or in one."""
    held = ((each, getattr(each.fields, field) if field else each.fields) for each in entities)
    return _grouped((ref.id, each) for each, record in held for ref in references(record, kind))


def _grouped(pairs: Iterable[tuple[str, V]]) -> Mapping[str, tuple[V, ...]]:
    """The values of each key, once each, in the order given."""
    found: dict[str, dict[int, V]] = {}
    for key, value in pairs:
        found.setdefault(key, {}).setdefault(id(value), value)
    return {key: tuple(values.values()) for key, values in found.items()}


def _told(site: Site, article: Article) -> Iterator[str]:
    """The claims that an article lists, links or embeds."""
    yield from (each.id for each in article.fields.claims)
    yield from (key.id for key in site.names(article.key, "body", article.lang) if key.kind is Kind.CLAIM)


def newest(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Explainers, the newest first."""
    return tuple(sorted(articles, key=lambda each: (each.fields.date.value.sort_key, each.id), reverse=True))


__all__ = ["RecordIndex", "newest", "of", "telling"]
