"""site.jsonld: the site in the words of schema.org. Claims by their speakers, and no review of any: no verdicts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Any

from backstory.model import wording
from backstory.model.entity import Entity, called
from backstory.model.keys import Key, Kind
from backstory.model.knowledge import Article
from backstory.model.positions import source as source_of
from backstory.model.schema.position import KnownSpeaker, NamedSpeaker, Position
from backstory.model.schema.types import Ref, When
from backstory.model.vocabulary import ActorType
from backstory.model.words import Words
from backstory.pages.exports import addresses, cited
from backstory.pages.exports.actors import aliases, told
from backstory.pages.exports.stated import Stated, Tie, stated, ties
from backstory.pages.site import Site

Node = dict[str, Any]
_PUBLIC = map(ActorType, ("state", "government", "legislature", "ministry", "armed-forces"))
TYPES = {
    **dict.fromkeys(_PUBLIC, "GovernmentOrganization"),
    ActorType.PERSON: "Person",
    ActorType.COMPANY: "Corporation",
    ActorType.PMC: "Corporation",
    ActorType.MEDIA: "NewsMediaOrganization",
    ActorType.NGO: "NGO",
    ActorType.PARTY: "PoliticalParty",
}


def written(site: Site) -> bytes:
    """The graph. Its context is given in full, so that no reader has to fetch one."""
    graph = {"@context": {"@vocab": "https://schema.org/"}, "@graph": list(_nodes(site))}
    return (json.dumps(graph, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _nodes(site: Site) -> Iterator[Node]:
    known = site.knowledge
    yield _website(site)
    for article in known.articles.values():
        yield from _articles(site, article)
    makers = {
        Kind.ACTOR: _actor, Kind.CONFLICT: _conflict, Kind.CLAIM: _proposition, Kind.EVENT: _event,
        Kind.PLACE: _place, Kind.TERM: _term, Kind.SOURCE: _source, Kind.PAGE: _page,
    }  # fmt: skip
    for kind, make in makers.items():
        for entity in known.of(kind).values():
            yield clean({"@id": addresses.entity(site, entity.key), **make(site, entity), **_common(site, entity)})
    yield from _backings(site)
    yield from (_tie(site, each) for each in ties(site))
    yield from (_claim(site, each) for each in stated(site))
    for entity in known.all():
        yield from _corrections(site, entity)


def _website(site: Site) -> Node:
    about = site.knowledge.site
    return clean(
        {
            "@id": addresses.of(site, ""),
            "@type": "WebSite",
            "name": _spoken(about.title),
            "description": _spoken(about.description),
            "publisher": {"@type": "Organization", "name": _spoken(about.publisher)} if about.publisher else None,
            "license": _spoken(about.licence),
            "inLanguage": list(site.languages),
            "correctionsPolicy": _ref(addresses.of(site, "corrections/")),
        }
    )


def _articles(site: Site, article: Article) -> Iterator[Node]:
    """The article, and each translation of it."""
    fields, own = article.fields, site.own_language(article)
    original = addresses.entity(site, article.key)
    about = [*fields.actors, *fields.claims, *fields.events, *([fields.conflict] if fields.conflict else [])]
    summary = told(site, article, "summary")
    for lang in site.spoken(article):
        yield clean(
            {
                "@id": addresses.entity(site, article.key, lang),
                "@type": "Article",
                "headline": fields.title.pick(lang)[0],
                "description": summary.pick(lang)[0] if summary else None,
                "inLanguage": lang,
                "author": [{"@type": "Person", "name": each.pick(lang)[0]} for each in fields.authors],
                "keywords": [each.pick(lang)[0] for each in fields.tags],
                "about": [_to(site, each) for each in about],
                "translationOfWork": _ref(original) if lang != own else None,
                "isPartOf": _ref(addresses.of(site, "")),
                **dated("datePublished", fields.date),
                **dated("dateModified", fields.updated),
                **({"temporalCoverage": str(fields.as_of)} if fields.as_of else {}),
                **_common(site, article),
            }
        )


def _common(site: Site, entity: Entity[Any]) -> Node:
    """What every entity has: its sources and its corrections."""
    made = entity.fields.corrections
    return {
        "citation": [_to(site, each.source) for each in entity.fields.sources],
        "correction": [_ref(_corrected(site, entity, number)) for number in range(1, len(made) + 1)],
    }


def _actor(site: Site, actor: Entity[Any]) -> Node:
    fields = actor.fields
    short = [text for _, text in fields.abbreviation.texts] if fields.abbreviation else []
    wikidata = f"https://www.wikidata.org/entity/{fields.wikidata}" if fields.wikidata else ""
    person = fields.type is ActorType.PERSON
    lives = {} if person else {**dated("foundingDate", fields.founded), **dated("dissolutionDate", fields.dissolved)}
    return {
        "@type": TYPES.get(fields.type, "Organization"),
        "name": _spoken(fields.name),
        "alternateName": [*short, *aliases(fields)],
        "description": _spoken(told(site, actor, "summary")),
        "additionalType": fields.type.value,
        "jobTitle": _spoken(fields.public_role) if person else None,
        "sameAs": _ref(wikidata) if wikidata else None,
        **lives,
    }


def _conflict(site: Site, conflict: Entity[Any]) -> Node:
    fields = conflict.fields
    parties = dict.fromkeys(party.actor for side in fields.sides for party in side.parties)
    return {
        "@type": "Event",
        "name": _spoken(fields.name),
        "description": _spoken(told(site, conflict, "summary")),
        "location": [_to(site, each) for each in fields.places],
        "contributor": [_to(site, each) for each in parties],
        **dated("startDate", fields.from_),
        **dated("endDate", fields.to),
    }


def _proposition(site: Site, claim: Entity[Any]) -> Node:
    """What the positions on a claim are about: a statement of nobody's, or a question."""
    fields = claim.fields
    about = [*fields.about.actors, *fields.about.places] if fields.about else []
    about += [fields.about.event] if fields.about and fields.about.event else []
    return {
        "@type": "CreativeWork",
        "name": _spoken(fields.question or fields.text),
        "about": [_to(site, each) for each in about],
        "mentions": [_to(site, each) for each in fields.alternatives],
        **dated("dateCreated", fields.date),
    }


def _event(site: Site, event: Entity[Any]) -> Node:
    fields = event.fields
    return {
        "@type": "Event",
        "name": _spoken(fields.title),
        "description": _spoken(told(site, event, "summary")),
        "location": _to(site, fields.place) if fields.place else None,
        "contributor": [_to(site, each) for each in fields.actors],
        "subjectOf": _to(site, fields.claim) if fields.claim else None,
        **dated("startDate", fields.date),
    }


def _place(site: Site, place: Entity[Any]) -> Node:
    fields = place.fields
    point = fields.lat is not None and fields.lon is not None
    return {
        "@type": "Place",
        "name": _spoken(fields.name),
        "description": _spoken(told(site, place, "summary")),
        "geo": {"@type": "GeoCoordinates", "latitude": fields.lat, "longitude": fields.lon} if point else None,
        "additionalType": f"precision: {fields.precision}" if fields.precision else None,
    }


def _term(site: Site, term: Entity[Any]) -> Node:
    fields = term.fields
    names = [text for each in fields.aliases for _, text in each.text.texts]
    names += [text for _, text in fields.abbreviation.texts] if fields.abbreviation else []
    return {
        "@type": "DefinedTerm",
        "name": _spoken(fields.name),
        "description": _spoken(told(site, term, "definition")),
        "disambiguatingDescription": _spoken(told(site, term, "contested")),
        "alternateName": names,
        "termCode": term.id,
        "inDefinedTermSet": {"@id": addresses.of(site, "glossary/"), "@type": "DefinedTermSet"},
    }


def _source(site: Site, source: Entity[Any]) -> Node:
    fields = source.fields
    return {
        "@type": "CreativeWork",
        "name": _spoken(fields.title),
        "genre": str(fields.kind) if fields.kind else None,
        "publisher": {"@type": "Organization", "name": _spoken(fields.publisher)} if fields.publisher else None,
        "author": {"@type": "Thing", "name": _spoken(fields.author)} if fields.author else None,
        "url": _ref(fields.url) if fields.url else None,
        "archivedAt": _ref(fields.archive_url) if fields.archive_url else None,
        "isBasedOn": _to(site, fields.relays) if fields.relays else None,
        "inLanguage": fields.lang,
        **dated("datePublished", fields.date),
    }


def _page(_site: Site, page: Entity[Any]) -> Node:
    fields = page.fields
    return {"@type": "WebPage", "name": _spoken(fields.title), **dated("dateModified", fields.updated)}


def _backings(site: Site) -> Iterator[Node]:
    """Each backing as what its positions are about."""
    # The same few hundred actors, conflicts and sources stand in thousands of records.
    named = cache(partial(_named, site))
    for each in site.knowledge.backings:
        spans = [str(date) for date in (each.from_, each.to) if date]
        ends = [named(Kind.ACTOR, each.backer), named(Kind.ACTOR, each.recipient)]
        yield clean(
            {
                "@id": addresses.record(site, f"backing:{each.id}"),
                "@type": "CreativeWork",
                "name": f"{each.backer} → {each.recipient}",
                "keywords": [given.kind for given in each.support],
                "abstract": f"basis: {each.standing.basis}; response: {each.standing.response}",
                "about": [*ends, named(Kind.CONFLICT, each.conflict)] if each.conflict else ends,
                "temporalCoverage": ["/".join(spans), *cited.dates(each.observed)],
                "citation": [named(Kind.SOURCE, use.source.id) for use in each.sources],
                "description": _spoken(each.note),
            }
        )


def _tie(site: Site, tie: Tie) -> Node:
    """Another tie as what its positions are about."""
    relation = tie.relation
    spans = [str(date) for date in (relation.from_, relation.to) if date]
    return clean(
        {
            "@id": addresses.record(site, f"relation:{tie.id}"),
            "@type": "CreativeWork",
            "name": f"{tie.actor} {tie.name.replace('_', ' ')} {relation.actor}",
            "keywords": tie.name,
            "about": [_named(site, Kind.ACTOR, each) for each in (tie.actor, relation.actor.id)],
            "temporalCoverage": ["/".join(spans), *cited.dates(relation.observed)],
            "citation": [_to(site, use.source) for use in relation.sources],
        }
    )


def _claim(site: Site, each: Stated) -> Node:
    """One position: a Claim whose author is the speaker, about the proposition. `genre` is the stance."""
    position = each.position
    where = source_of(position)
    figure, quote = position.value, position.quote
    return clean(
        {
            "@id": addresses.record(site, each.id),
            "@type": "Claim",
            "author": _author(site, position),
            "sourceOrganization": _to(site, position.for_) if position.for_ else None,
            "about": _ref(_subject(site, each)),
            "genre": position.stance.value,
            "text": _spoken(quote.text) if quote else None,
            "inLanguage": quote.lang if quote else None,
            "abstract": _spoken(figure.said) if figure else None,
            "description": _spoken(position.note),
            "appearance": _to(site, where) if where else None,
            **dated("datePublished", position.date),
        }
    )


def _subject(site: Site, each: Stated) -> str:
    if each.about == "claim":
        return addresses.entity(site, Key(Kind.CLAIM, each.record))
    return addresses.record(site, f"{each.about}:{each.record}")


def _author(site: Site, position: Position) -> Node:
    by = position.by
    if isinstance(by, KnownSpeaker):
        return _to(site, by.id)
    if isinstance(by, NamedSpeaker):
        of = _to(site, by.of) if by.of else None
        return clean({"@type": "Person", "name": _spoken(by.name), "jobTitle": _spoken(by.role), "affiliation": of})
    return {"@type": "Person", "description": _spoken(by.unnamed)}


def _corrections(site: Site, entity: Entity[Any]) -> Iterator[Node]:
    for number, made in enumerate(entity.fields.corrections, start=1):
        labels = {"was": made.was, "now": made.now}
        said = [
            f"{wording.phrase(f'ui.correction-{name}', site.default)}: {words.pick(site.default)[0]}."
            for name, words in labels.items()
            if words
        ]
        yield clean(
            {
                "@id": _corrected(site, entity, number),
                "@type": "CorrectionComment",
                "about": _ref(addresses.entity(site, entity.key)),
                "name": called(entity).pick(site.default)[0],
                "text": " ".join([*said, made.why.pick(site.default)[0]]),
                **dated("datePublished", made.date),
            }
        )


def _corrected(site: Site, entity: Entity[Any], number: int) -> str:
    return addresses.record(site, f"correction:{entity.key}:{number}")


def _to(site: Site, ref: Ref) -> Node:
    return _named(site, ref.kind or Kind.ACTOR, ref.id)


def _named(site: Site, kind: Kind, name: str) -> Node:
    return _ref(addresses.entity(site, Key(kind, name)))


def _ref(address: str) -> Node:
    return {"@id": address}


def _spoken(words: Words | None) -> Any:
    """A text, or each version of it with its language."""
    if words is None:
        return None
    if len(words.texts) == 1 and not words.texts[0][0]:
        return words.own
    versions = [{"@value": text, "@language": lang} for lang, text in words.texts]
    return versions[0] if len(versions) == 1 else versions


def dated(name: str, when: When | None) -> Node:
    """A date where it is one plain day, month or year; else, as it was written, the time it covers (EDTF)."""
    if when is None:
        return {}
    machine = wording.date_machine(when.value)
    return {name: machine} if machine else {"temporalCoverage": f"{name}: {when}"}


def clean(node: Mapping[str, Any]) -> Node:
    """The node without what is empty; of a list of one its member."""
    return {
        key: _lone(value) if isinstance(value, list) else value
        for key, value in node.items()
        if value or not _empty(value)
    }


def _lone(values: list[Any]) -> Any:
    kept = [each for each in values if each or not _empty(each)]
    return kept[0] if len(kept) == 1 else kept


def _empty(value: Any) -> bool:
    return value is None or (isinstance(value, str | list | dict) and not value)
