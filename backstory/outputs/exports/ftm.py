"""entities.ftm.json: actors, ties, sources, events and conflicts as FollowTheMoney entities, one JSON object a line.

FollowTheMoney silently cuts `2020-05~` to `2020-05` and drops `../2020`. So each date is converted here, and the
original is in the description wherever it says more.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from backstory.outputs.exports import cells, fallback_texts
from backstory.outputs.exports.backing_table import answers, letters
from backstory.outputs.exports.entity_columns import field_text
from backstory.outputs.exports.xml_text import legal
from backstory.pages.core.site import Site
from backstory.pages.queries import iris
from backstory.pages.queries.stated_positions import StatedRelation, relations_stated
from backstory.records import sides
from backstory.records.backing import Backing
from backstory.records.knowledge import Actor, Conflict, Event, Source
from backstory.records.standing import Standing
from backstory.schema.base import SourceUse
from backstory.schema.nested_fields import Alias
from backstory.schema.types import Ref, When
from backstory.values.keys import Kind
from backstory.values.localized_text import Words
from backstory.values.vocabulary import ActorType, AliasUse

_PUBLIC = ("state", "government", "legislature", "ministry", "armed-forces")
_SCHEMAS = {
    **{ActorType(each): "PublicBody" for each in _PUBLIC},
    ActorType.COMPANY: "Company",
    ActorType.PMC: "Company",
    ActorType.PERSON: "Person",
    ActorType.OTHER: "LegalEntity",
}
# A relation as an edge: its schema, and what it calls the actor and the other. The rest are unknown links.
_EDGES = {
    "leads": ("Directorship", "director", "organization"),
    "part_of": ("Membership", "member", "organization"),
    "member_of": ("Membership", "member", "organization"),
    "speaks_for": ("Representation", "agent", "client"),
    "succeeds": ("Succession", "successor", "predecessor"),
}
_UNKNOWN = ("UnknownLink", "subject", "object")
_ACTOR, _SOURCE, _EVENT, _CONFLICT = (each.prefix for each in (Kind.ACTOR, Kind.SOURCE, Kind.EVENT, Kind.CONFLICT))
Entity = dict[str, object]
Values = Mapping[str, Sequence[str]]


def written(site: Site) -> bytes:
    """The entities: actors, sources, events, conflicts, backings, relations, each in their order."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    return "".join([encode(each) + "\n" for each in _entities(site)]).encode()


def _entities(site: Site) -> Iterator[Entity]:
    known = site.knowledge
    yield from (_actor(site, each) for each in known.actors.values())
    yield from (_source(site, each) for each in known.sources.values())
    yield from (_event(site, each) for each in known.events.values())
    yield from (_conflict(site, each) for each in known.conflicts.values())
    yield from (_backing(site, each) for each in known.backings)
    yield from (_tie(site, each) for each in relations_stated(site))


def _entity(name: str, schema: str, values: Values) -> Entity:
    filled: dict[str, list[str]] = {}
    for key, given in values.items():
        kept = [legal(each) for each in (given if len(given) < 2 else dict.fromkeys(given)) if each]
        if kept:
            filled[key] = kept
    return {"id": name, "schema": schema, "properties": filled}


def _schema(actor: Actor) -> str:
    return _SCHEMAS.get(actor.fields.type, "Organization")


def _actor(site: Site, actor: Actor) -> Entity:
    fields = actor.fields
    person = fields.type is ActorType.PERSON
    begun, ended = ((), ()) if person else (_date(fields.founded), _date(fields.dissolved))
    notes = [
        *_original("founded", fields.founded, begun),
        *_original("dissolved", fields.dissolved, ended),
        *fallback_texts.of_actor(fields),
        *_grounds(fields.as_of, fields.sources),
    ]
    role = {"position": _texts(fields.public_role)} if person else {"notes": _texts(fields.public_role)}
    values = {
        "name": _texts(fields.name),
        "alias": _aliases(fields.aliases, "alias"),
        "weakAlias": _aliases(fields.aliases, "weakAlias"),
        "previousName": _aliases(fields.aliases, "previousName"),
        "abbreviation": _texts(fields.abbreviation),
        "classification": [fields.type.value],
        "incorporationDate": begun,
        "dissolutionDate": ended,
        "wikidataId": [fields.wikidata or ""],
        "summary": _texts(field_text(site, actor, "summary")),
        "description": notes,
        "sourceUrl": [iris.entity(site, actor.key)] if site.options.base else [],
        "proof": [_id(_SOURCE, each) for each in cells.ids(fields.sources)],
    }
    return _entity(_id(_ACTOR, actor.id), _schema(actor), {**values, **role})


def _aliases(aliases: Iterable[Alias], prop: str) -> list[str]:
    return [text for each in aliases if _property(each) == prop for _, text in each.text.texts]


def _property(alias: Alias) -> str:
    if alias.as_ is AliasUse.FORMER:
        return "previousName"
    return "weakAlias" if alias.as_ is AliasUse.METONYM or not alias.link else "alias"


def _source(site: Site, source: Source) -> Entity:
    fields = source.fields
    published, retrieved = _date(fields.date), _date(fields.retrieved)
    publisher = site.knowledge.actors.get(fields.publisher.own) if fields.publisher else None
    notes = [
        *_original("date", fields.date, published),
        *_original("retrieved", fields.retrieved, retrieved),
        *([f"published by the actor {publisher.id}"] if publisher else []),
        *fallback_texts.of_source(fields, grades=site.knowledge.site.show_grades),
        *_grounds(None, fields.sources),
    ]
    values = {
        "title": _texts(fields.title),
        "name": _texts(fields.title),
        "publisher": _texts(publisher.fields.name if publisher else fields.publisher),
        "author": _texts(fields.author),
        "publishedAt": published,
        "retrievedAt": retrieved,
        "sourceUrl": [fields.url or ""],
        "description": notes,
        "proof": [_id(_SOURCE, each) for each in cells.ids(fields.sources)],
    }
    return _entity(_id(_SOURCE, source.id), "Article", values)


def _event(site: Site, event: Event) -> Entity:
    fields = event.fields
    values = {
        "name": _texts(fields.title),
        "date": _date(fields.date),
        "location": _places(site, [fields.place] if fields.place else []),
        "involved": [_id(_ACTOR, each.id) for each in fields.actors],
        "summary": _texts(field_text(site, event, "summary")),
        "description": [
            *_original("date", fields.date, _date(fields.date)),
            *fallback_texts.of_event(fields),
            *_grounds(None, fields.sources),
        ],
        "proof": [_id(_SOURCE, each) for each in cells.ids(fields.sources)],
    }
    return _entity(_id(_EVENT, event.id), "Event", values)


def _conflict(site: Site, conflict: Conflict) -> Entity:
    fields = conflict.fields
    parties = [party for _, party in sides.parties(fields)]
    begun, ended = _date(fields.from_), _date(fields.to)
    notes = [
        *_original("from", fields.from_, begun),
        *_original("to", fields.to, ended),
        *(detail for each in fields.aliases if (detail := fallback_texts.of_alias(each))),
        *fallback_texts.of_conflict(fields),
        *_grounds(fields.as_of, fields.sources),
    ]
    values = {
        "name": _texts(fields.name),
        "alias": [text for each in fields.aliases for _, text in each.text.texts],
        "startDate": begun,
        "endDate": ended,
        "location": _places(site, fields.places),
        "involved": [_id(_ACTOR, party.actor.id) for party in parties],
        "summary": _texts(field_text(site, conflict, "summary")),
        "description": notes,
        "proof": [
            _id(_SOURCE, each) for each in cells.ids([*fields.sources, *(u for p in parties for u in p.sources)])
        ],
    }
    return _entity(_id(_CONFLICT, conflict.id), "Event", values)


def _places(site: Site, refs: Iterable[Ref]) -> list[str]:
    """The names of places in every language."""
    known = [site.knowledge.places.get(each.id) for each in refs]
    return [text for each in known if each for text in _texts(each.fields.name)]


def _backing(site: Site, backing: Backing) -> Entity:
    notes = [
        f"support: {', '.join([each.kind for each in backing.support]) or 'unknown'}",
        *fallback_texts.of_supports(backing.support),
        *([f"conflict: {backing.conflict}"] if backing.conflict else []),
        *([f"via: {backing.via}"] if backing.via else []),
        *answers(backing),
        *fallback_texts.of_positions(backing.positions, grades=site.knowledge.site.show_grades),
        *cells.details(backing.sources),
        *_texts(backing.note),
    ]
    dated = _dated(backing.from_, backing.to, backing.observed, backing.as_of, notes)
    values = {
        "subject": [_id(_ACTOR, backing.backer)],
        "object": [_id(_ACTOR, backing.recipient)],
        "role": [f"external support: {letters(backing)}"],
        "status": [_status(backing.standing)],
        "recordId": [backing.id],
        **_rests_on(site, backing.sources),
    }
    return _entity(_hashed("backing", backing.id), "UnknownLink", {**values, **dated})


def _status(standing: Standing) -> str:
    """What a tie rests on, with the stance and the words of those who give that; and the answer."""
    said = []
    for each in standing.resting:
        quote = f" {cells.quoted(each.position.quote.text)}" if each.position.quote else ""
        said.append(f"{each.source} {each.position.stance}{quote}")
    rests = f" ({'; '.join(said)})" if said else ""
    return f"basis: {standing.basis}{rests}; response: {standing.response}"


def _tie(site: Site, tie: StatedRelation) -> Entity:
    relation = tie.relation
    other = site.knowledge.actors.get(relation.actor.id)
    schema, one, two = _EDGES.get(tie.name, _UNKNOWN)
    if two == "organization" and (other is None or _schema(other) in ("Person", "LegalEntity")):
        schema, one, two = _UNKNOWN
    notes = [
        *fallback_texts.of_positions(relation.positions, grades=site.knowledge.site.show_grades),
        *cells.details(relation.sources),
    ]
    dated = _dated(relation.from_, relation.to, relation.observed, relation.as_of, notes)
    values = {
        one: [_id(_ACTOR, tie.actor)],
        two: [_id(_ACTOR, relation.actor.id)],
        "role": [tie.name.replace("_", " "), *_texts(relation.role)],
        "status": [_status(tie.standing)],
        "recordId": [tie.id],
        **_rests_on(site, relation.sources),
    }
    return _entity(_hashed("relation", tie.id), schema, {**values, **dated})


def _grounds(as_of: When | None, uses: Iterable[SourceUse]) -> list[str]:
    """The date that a record speaks of, and the pages and quotations of its sources."""
    return [*([f"as of {as_of}"] if as_of else []), *cells.details(uses)]


def _rests_on(site: Site, uses: Iterable[SourceUse]) -> dict[str, list[str]]:
    names = cells.ids(uses)
    known = site.knowledge.sources
    urls = [known[each].fields.url or "" for each in names if each in known]
    return {"proof": [_id(_SOURCE, each) for each in names], "sourceUrl": urls}


def _dated(
    from_: When | None, to: When | None, observed: Iterable[When], as_of: When | None, notes: Iterable[str]
) -> Values:
    """The dates of an edge; every date that says more than FollowTheMoney's can is in its description too."""
    start, end = _date(from_), _date(to)
    description = [*_original("from", from_, start), *_original("to", to, end)]
    days: list[str] = []
    for when in observed:
        kept = _date(when)
        days += kept
        description += _original("observed", when, kept)
    description += [f"as of {as_of}"] if as_of else []
    description += notes
    return {"startDate": start, "endDate": end, "date": days, "description": description}


def _date(when: When | None) -> tuple[str, ...]:
    """The day, month or year of a single date, in FollowTheMoney's form; nothing for periods, sets and decades."""
    if when is None:
        return ()
    length = _LENGTHS.get(when.value.precision)
    return (when.value.earliest.isoformat()[:length],) if length and when.value.earliest else ()


_LENGTHS: Mapping[str, int] = {"day": 10, "month": 7, "year": 4}


def _original(label: str, when: When | None, kept: Iterable[str]) -> list[str]:
    """The date as it was written, in EDTF, where what is kept of it says less."""
    return [f"{label}: {when} (EDTF)"] if when is not None and when.value.text not in kept else []


def _texts(words: Words | None) -> list[str]:
    return [text for _, text in words.texts] if words else []


def _id(prefix: str, name: str) -> str:
    return f"{prefix}-{name}"


def _hashed(of: str, name: str) -> str:
    """An id of letters and digits for a record whose own id has other characters; `recordId` has that one."""
    return f"{of}-{hashlib.sha256(name.encode()).hexdigest()[:20]}"
