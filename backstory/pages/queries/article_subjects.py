"""What an article is about: what its file lists, and what its body links or embeds."""

from __future__ import annotations

from collections.abc import Iterator

from backstory.pages.core.site import Site
from backstory.records.knowledge import Article, Claim, Conflict, Event, Knowledge, Place
from backstory.schema.position import BackingFields
from backstory.values.keys import Key, Kind
from backstory.values.record import Record


class ArticleSubjects(Record, frozen=True):
    """What an article is about, in one language.

    Its `lead` comes first, then the claims and events that its file lists, then those that its body links. `stake` is
    the lead; `named` is whom the body names, as often as it does.
    """

    article: Article
    conflict: Conflict | None
    named: tuple[Key, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    stake: Claim | None


def subjects(site: Site, article: Article, lang: str) -> ArticleSubjects:
    """What an article is about."""
    fields, known = article.fields, site.knowledge
    named = site.names(article.key, "body", lang)
    lead = [fields.lead.id] if fields.lead else []
    claims = [*lead, *(each.id for each in fields.claims), *_of(named, Kind.CLAIM)]
    events = [each.id for each in fields.events] + _of(named, Kind.EVENT)
    return ArticleSubjects(
        article,
        known.conflicts.get(fields.conflict.id) if fields.conflict else None,
        named,
        tuple(known.claims[each] for each in dict.fromkeys(claims) if each in known.claims),
        tuple(known.events[each] for each in dict.fromkeys(events) if each in known.events),
        known.claims.get(fields.lead.id) if fields.lead else None,
    )


def actors(about: ArticleSubjects) -> Iterator[str]:
    """The ids of the actors of an article: listed, backing or backed, or named in the body; each as often as that is
    so."""
    fields = about.article.fields
    yield from (each.id for each in fields.actors)
    for recipient, backers in fields.backers.items():
        yield recipient.id
        yield from (each.actor.id if isinstance(each, BackingFields) else each.id for each in backers)
    yield from _of(about.named, Kind.ACTOR)


def places(known: Knowledge, about: ArticleSubjects) -> tuple[Place, ...]:
    """The places of an article: listed, of its events, or named in the body; without any, those of its conflict."""
    fields = about.article.fields
    ids = [each.id for each in fields.places]
    ids += [each.fields.place.id for each in about.events if each.fields.place]
    ids += _of(about.named, Kind.PLACE)
    if not ids and about.conflict:
        ids = [each.id for each in about.conflict.fields.places]
    return tuple(known.places[each] for each in dict.fromkeys(ids) if each in known.places)


def _of(keys: tuple[Key, ...], kind: Kind) -> list[str]:
    return [key.id for key in keys if key.kind is kind]
