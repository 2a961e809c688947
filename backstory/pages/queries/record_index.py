"""The concordance: which records name an actor, a place or a claim, found once for all pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from backstory.pages.core.site import Site
from backstory.records.backing import Backing
from backstory.records.knowledge import Article, Claim, Conflict, Event, Knowledge
from backstory.records.links import ToEntity
from backstory.schema.kind_fields import RELATIONS, relations
from backstory.schema.position import KnownSpeaker, NamedSpeaker, Position, Relation
from backstory.values.keys import Kind

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Tied:
    """A relation between two actors as the file of `actor` gives it; `name` is the field it stands in."""

    actor: str
    name: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class RecordIndex:
    """By id: the backings of a recipient and of a backer, the relations that an actor gives and that name it, the
    claims by and about it, its events, the conflicts it is a party to; of a place its events and claims; of a
    conflict its backings, claims, events and articles; of a claim its events, the articles that show it and the claims
    that name it as a rival explanation.
    """

    backed: Mapping[str, tuple[Backing, ...]]
    backing: Mapping[str, tuple[Backing, ...]]
    tied: Mapping[str, tuple[Tied, ...]]
    tied_to: Mapping[str, tuple[Tied, ...]]
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
    telling: Mapping[str, tuple[Article, ...]]
    rivals: Mapping[str, tuple[Claim, ...]]


def of(site: Site) -> RecordIndex:
    """The concordance of a site, everything in it in order of id."""
    return site.once(_of)


def _of(site: Site) -> RecordIndex:
    known = site.knowledge
    claims, events, articles = known.claims.values(), known.events.values(), known.articles.values()
    tied = tuple(_tied(known))
    return RecordIndex(
        backed=_grouped((each.recipient, each) for each in known.backings),
        backing=_grouped((each.backer, each) for each in known.backings),
        tied=_grouped((each.actor, each) for each in tied),
        tied_to=_grouped((each.relation.actor.id, each) for each in tied),
        claims_by=_grouped((actor, each) for each in claims for actor in _speakers(each)),
        claims_about=_grouped(
            (actor.id, each) for each in claims if each.fields.about for actor in each.fields.about.actors
        ),
        events_of=_grouped((actor.id, each) for each in events for actor in each.fields.actors),
        party_to=_grouped(
            (party.actor.id, each)
            for each in known.conflicts.values()
            for side in each.fields.sides
            for party in side.parties
        ),
        events_at=_grouped((each.fields.place.id, each) for each in events if each.fields.place),
        claims_at=_grouped(
            (place.id, each) for each in claims if each.fields.about for place in each.fields.about.places
        ),
        backings_in=_grouped((each.conflict, each) for each in known.backings if each.conflict),
        claims_in=_grouped((each.fields.conflict.id, each) for each in claims if each.fields.conflict),
        events_in=_grouped((each.fields.conflict.id, each) for each in events if each.fields.conflict),
        articles_on=_grouped((each.fields.conflict.id, each) for each in articles if each.fields.conflict),
        disputed=_grouped((each.fields.claim.id, each) for each in events if each.fields.claim),
        telling=_grouped((claim, each) for each in articles for claim in _shown(site, each)),
        rivals=_grouped((rival.id, each) for each in claims for rival in each.fields.alternatives),
    )


def names(position: Position) -> Iterator[str]:
    """The actors that a position is taken by or for."""
    by = position.by
    if isinstance(by, KnownSpeaker):
        yield by.id.id
    elif isinstance(by, NamedSpeaker) and by.of:
        yield by.of.id
    if position.for_:
        yield position.for_.id


def _grouped(pairs: Iterable[tuple[str, V]]) -> Mapping[str, tuple[V, ...]]:
    """The values of each key, once each, in the order given."""
    found: dict[str, dict[int, V]] = {}
    for key, value in pairs:
        found.setdefault(key, {}).setdefault(id(value), value)
    return {key: tuple(values.values()) for key, values in found.items()}


def _tied(known: Knowledge) -> Iterator[Tied]:
    for actor in known.actors.values():
        for name in RELATIONS:
            for relation in relations(actor.fields, name):
                yield Tied(actor.id, name, relation)


def _speakers(claim: Claim) -> Iterator[str]:
    for position in claim.fields.positions:
        yield from names(position)


def _shown(site: Site, article: Article) -> Iterator[str]:
    """The claims that an article lists, links or embeds."""
    yield from (each.id for each in article.fields.claims)
    written = site.linked(article.key, "body", article.lang)
    for target in written.targets if written else ():
        if isinstance(target, ToEntity) and target.key.kind is Kind.CLAIM:
            yield target.key.id


def newest(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Explainers, the newest first."""
    return tuple(sorted(articles, key=lambda each: (each.fields.date.value.sort_key, each.id), reverse=True))


__all__ = ["RecordIndex", "Tied", "names", "newest", "of"]
