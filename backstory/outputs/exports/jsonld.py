"""site.jsonld: the site in schema.org's terms. Claims are those of their speakers; none is reviewed: no verdicts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from backstory.language import wording
from backstory.outputs.exports import cells, fallback_texts, jsonld_claims, other_references
from backstory.outputs.exports.entity_columns import alias_details, alias_texts, field_text
from backstory.pages.core.site import Site
from backstory.pages.parts import correction_rows
from backstory.pages.parts.jsonld_nodes import TYPES, Node, clean, dated, named, ref, spoken, to, web
from backstory.pages.queries import iris
from backstory.records import sides
from backstory.records.entity import Entity
from backstory.records.knowledge import Article
from backstory.schema.nested_fields import BriefLabels
from backstory.values.keys import Kind
from backstory.values.localized_text import Words
from backstory.values.vocabulary import ActorType


def written(site: Site) -> bytes:
    """The graph, with its whole context, so that no reader has to fetch one."""
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
            yield clean(_whole(site, entity, {"@id": iris.entity(site, entity.key), **make(site, entity)}))
    yield from jsonld_claims.nodes(site)


def _website(site: Site) -> Node:
    about = site.knowledge.site
    return clean(
        {
            "@id": iris.of(site, ""),
            "@type": "WebSite",
            "name": spoken(about.title),
            "description": spoken(about.description),
            "publisher": {"@type": "Organization", "name": spoken(about.publisher)} if about.publisher else None,
            "license": spoken(about.licence),
            "inLanguage": list(site.languages),
            "correctionsPolicy": ref(iris.of(site, "corrections/")),
        }
    )


def _articles(site: Site, article: Article) -> Iterator[Node]:
    """The article, and each of its translations."""
    fields, own = article.fields, site.own_language(article)
    original = iris.entity(site, article.key)
    about = [*fields.actors, *fields.claims, *fields.events, *([fields.conflict] if fields.conflict else [])]
    summary = field_text(site, article, "summary")
    for lang in site.spoken(article):
        titles = spoken(fields.title)
        node = {
            "@id": iris.entity(site, article.key, lang),
            "@type": "Article",
            "headline": fields.title.pick(lang)[0],
            "name": titles if lang == own and isinstance(titles, list) else None,
            "description": [
                summary.pick(lang)[0] if summary else None,
                *_brief(site, article, lang),
                *([f"to be reviewed by {fields.review_by}"] if fields.review_by else []),
            ],
            "inLanguage": lang,
            "author": [{"@type": "Person", "name": each.pick(lang)[0]} for each in fields.authors],
            "keywords": [each.pick(lang)[0] for each in fields.tags],
            "about": [to(site, each) for each in about],
            "contentLocation": [to(site, each) for each in fields.places],
            "translationOfWork": ref(original) if lang != own else None,
            "isPartOf": ref(iris.of(site, "")),
            **dated(datePublished=fields.date, dateModified=fields.updated),
        }
        yield clean(_whole(site, article, node))


def _brief(site: Site, article: Article, lang: str) -> Iterator[str]:
    """What happened, what is disputed, what is unknown."""
    labels = (article.fields.brief and article.fields.brief.labels) or BriefLabels()
    for part in ("happened", "disputed", "unknown"):
        words = field_text(site, article, f"brief.{part}")
        if words:
            own = getattr(labels, part)
            label = own.pick(lang)[0] if own else wording.phrase(f"brief.{part}", lang)
            yield f"{label}: {words.pick(lang)[0]}"


def _whole(site: Site, entity: Entity[Any], node: Node) -> Node:
    """The node with what every entity has: the date it speaks of, its sources with their pages, its corrections."""
    fields = entity.fields
    as_of = getattr(fields, "as_of", None)
    return {
        **node,
        "temporalCoverage": [*node.get("temporalCoverage", ()), *([f"as of: {as_of}"] if as_of else [])],
        "description": [*_listed(node.get("description")), *cells.details(fields.sources)],
        "citation": [to(site, each.source) for each in fields.sources],
        "mentions": [*node.get("mentions", ()), *(to(site, each) for each in other_references.named(entity))],
        "correction": [
            ref(jsonld_claims.corrected(site, entity, name)) for name, _ in correction_rows.named(fields.corrections)
        ],
    }


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _actor(site: Site, actor: Entity[Any]) -> Node:
    fields = actor.fields
    short = [text for _, text in fields.abbreviation.texts] if fields.abbreviation else []
    wikidata = f"https://www.wikidata.org/entity/{fields.wikidata}" if fields.wikidata else ""
    person = fields.type is ActorType.PERSON
    lives = (("founded", fields.founded), ("dissolved", fields.dissolved)) if person else ()
    return {
        "@type": TYPES.get(fields.type, "Organization"),
        "name": spoken(fields.name),
        "alternateName": [*short, *alias_texts(fields.aliases)],
        "description": [
            *_listed(spoken(field_text(site, actor, "summary"))),
            *fallback_texts.of_actor(fields),
            *([f"public role: {cells.spoken(fields.public_role)}"] if fields.public_role and not person else []),
            *(f"{name}: {when}" for name, when in lives if when),
        ],
        "additionalType": fields.type.value,
        "jobTitle": spoken(fields.public_role) if person else None,
        "sameAs": ref(wikidata) if wikidata else None,
        **({} if person else dated(foundingDate=fields.founded, dissolutionDate=fields.dissolved)),
    }


def _conflict(site: Site, conflict: Entity[Any]) -> Node:
    fields = conflict.fields
    parties = dict.fromkeys(party.actor for _, party in sides.parties(fields))
    return {
        "@type": "Event",
        "name": spoken(fields.name),
        "alternateName": alias_texts(fields.aliases),
        "description": [
            *_listed(spoken(field_text(site, conflict, "summary"))),
            *alias_details(fields.aliases),
            *fallback_texts.of_conflict(fields),
        ],
        "location": [to(site, each) for each in fields.places],
        "contributor": [to(site, each) for each in parties],
        **dated(startDate=fields.from_, endDate=fields.to),
    }


def _proposition(site: Site, claim: Entity[Any]) -> Node:
    """What the positions on a claim are about: a statement without a speaker, or a question."""
    fields = claim.fields
    about = [*fields.about.actors, *fields.about.places] if fields.about else []
    about += [fields.about.event] if fields.about and fields.about.event else []
    about += [fields.conflict] if fields.conflict else []
    return {
        "@type": "CreativeWork",
        "name": spoken(fields.question or fields.text),
        "about": [to(site, each) for each in about],
        "mentions": [to(site, each) for each in fields.alternatives],
        "description": [f"to be reviewed by {fields.review_by}"] if fields.review_by else [],
        **dated(dateCreated=fields.date),
    }


def _event(site: Site, event: Entity[Any]) -> Node:
    fields = event.fields
    return {
        "@type": "Event",
        "name": spoken(fields.title),
        "description": [*_listed(spoken(field_text(site, event, "summary"))), *fallback_texts.of_event(fields)],
        "superEvent": to(site, fields.conflict) if fields.conflict else None,
        "location": to(site, fields.place) if fields.place else None,
        "contributor": [to(site, each) for each in fields.actors],
        "subjectOf": to(site, fields.claim) if fields.claim else None,
        **dated(startDate=fields.date),
    }


def _place(site: Site, place: Entity[Any]) -> Node:
    fields = place.fields
    point = fields.lat is not None and fields.lon is not None
    return {
        "@type": "Place",
        "name": spoken(fields.name),
        "alternateName": alias_texts(fields.aliases),
        "description": [*_listed(spoken(field_text(site, place, "summary"))), *alias_details(fields.aliases)],
        "geo": {"@type": "GeoCoordinates", "latitude": fields.lat, "longitude": fields.lon} if point else None,
        "additionalType": [
            *_listed(spoken(fields.type)),
            *([f"precision: {fields.precision}"] if fields.precision else []),
        ],
    }


def _term(site: Site, term: Entity[Any]) -> Node:
    fields = term.fields
    names = [text for each in fields.aliases for _, text in each.text.texts]
    names += [text for _, text in fields.abbreviation.texts] if fields.abbreviation else []
    return {
        "@type": "DefinedTerm",
        "name": spoken(fields.name),
        "description": [*_listed(spoken(field_text(site, term, "definition"))), *alias_details(fields.aliases)],
        "disambiguatingDescription": spoken(field_text(site, term, "contested")),
        "alternateName": names,
        "termCode": term.id,
        "inDefinedTermSet": {"@id": iris.of(site, "glossary/"), "@type": "DefinedTermSet"},
    }


def _source(site: Site, source: Entity[Any]) -> Node:
    fields = source.fields
    return {
        "@type": "CreativeWork",
        "name": spoken(fields.title),
        "genre": str(fields.kind) if fields.kind else None,
        "publisher": _publisher(site, fields.publisher) if fields.publisher else None,
        "author": {"@type": "Thing", "name": spoken(fields.author)} if fields.author else None,
        "url": web(fields.url) if fields.url else None,
        "archivedAt": web(fields.archive_url) if fields.archive_url else None,
        "isBasedOn": to(site, fields.relays) if fields.relays else None,
        "inLanguage": fields.lang,
        "description": [
            *fallback_texts.of_source(fields, grades=site.knowledge.site.show_grades),
            *([f"retrieved: {fields.retrieved}"] if fields.retrieved else []),
        ],
        **dated(datePublished=fields.date),
    }


def _publisher(site: Site, publisher: Words) -> Node:
    """The actor that published it, else the publisher's name."""
    if publisher.own in site.knowledge.actors:
        return named(site, Kind.ACTOR, publisher.own)
    return {"@type": "Organization", "name": spoken(publisher)}


def _page(_site: Site, page: Entity[Any]) -> Node:
    fields = page.fields
    return {
        "@type": "WebPage",
        "name": spoken(fields.title),
        "description": spoken(fields.summary),
        **dated(dateModified=fields.updated),
    }
