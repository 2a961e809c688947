"""What an article is about: what its file lists, and what its body links or embeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backstory.model.keys import Kind
from backstory.model.knowledge import Article, Claim, Conflict, Event, Knowledge, Place
from backstory.model.links import Linked
from backstory.model.schema.position import BackingFields
from backstory.pages import body
from backstory.pages.site import Site


@dataclass(frozen=True, slots=True)
class Story:
    """An article in one language; the claims and events stand in the order they are listed, then linked."""

    article: Article
    conflict: Conflict | None
    written: Linked | None
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]


def story(site: Site, article: Article, lang: str) -> Story:
    """What an article is about."""
    fields, known = article.fields, site.knowledge
    written = site.linked(article.key, "body", lang)
    claims = [each.id for each in fields.claims] + list(body.named(written, Kind.CLAIM))
    events = [each.id for each in fields.events] + list(body.named(written, Kind.EVENT))
    return Story(
        article,
        known.conflicts.get(fields.conflict.id) if fields.conflict else None,
        written,
        tuple(known.claims[each] for each in dict.fromkeys(claims) if each in known.claims),
        tuple(known.events[each] for each in dict.fromkeys(events) if each in known.events),
    )


def actors(told: Story) -> Iterator[str]:
    """Everybody in a story: listed, backing or backed, or named in the body; each as often as that is so."""
    fields = told.article.fields
    yield from (each.id for each in fields.actors)
    for recipient, backers in fields.backers.items():
        yield recipient.id
        yield from (each.actor.id if isinstance(each, BackingFields) else each.id for each in backers)
    yield from body.named(told.written, Kind.ACTOR, often=True)


def places(known: Knowledge, told: Story) -> tuple[Place, ...]:
    """Every place of a story: listed, where its events were, or named in the body; its conflict's where it has none."""
    fields = told.article.fields
    ids = [each.id for each in fields.places]
    ids += [each.fields.place.id for each in told.events if each.fields.place]
    ids += body.named(told.written, Kind.PLACE)
    if not ids and told.conflict:
        ids = [each.id for each in told.conflict.fields.places]
    return tuple(known.places[each] for each in dict.fromkeys(ids) if each in known.places)
