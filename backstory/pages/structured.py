"""What search engines read in a page's head: the explainer, or who claims what, in the words of schema.org.

Claims by their speakers and never a ClaimReview: we give no verdicts. The names are those of data/site.jsonld.
"""

from __future__ import annotations

import json
from typing import Any

from backstory.model import positions
from backstory.model.entity import called
from backstory.model.keys import Key, Kind
from backstory.model.knowledge import Article, Claim, Source
from backstory.model.schema.base import Correction
from backstory.model.schema.position import KnownSpeaker, NamedSpeaker, Position
from backstory.model.schema.types import Ref
from backstory.model.words import Words
from backstory.pages import corrections, home, notes, prose, routes
from backstory.pages.exports import addresses
from backstory.pages.exports.nodes import TYPES, Node, clean, dated
from backstory.pages.exports.stated import Stated, numbered
from backstory.pages.folio import Folio


def of_article(folio: Folio, article: Article) -> str:
    """An explainer with its dates, its sources and its corrections; "" where the site has no address."""
    if folio.site.options.base is None:
        return ""
    fields, lang = article.fields, folio.lang
    own = folio.site.own_language(article)
    dek = folio.site.linked(article.key, "summary", lang)
    return _written(
        {
            "@id": _here(folio),
            "@type": "Article",
            "mainEntityOfPage": _here(folio),
            "headline": _said(folio, fields.title),
            "description": prose.plain(folio.site, dek, lang) if dek else None,
            "inLanguage": lang,
            "author": [_author(folio, each) for each in fields.authors],
            "publisher": _publisher(folio),
            **dated(datePublished=fields.date, dateModified=home.last_changed(article)),
            "translationOfWork": {"@id": addresses.entity(folio.site, article.key)} if lang != own else None,
            "about": _conflict(folio, fields.conflict) if fields.conflict else None,
            "citation": _citations(folio),
            "correction": [_correction(folio, each) for each in fields.corrections],
        }
    )


def of_claim(folio: Folio, claim: Claim) -> str:
    """A claim for each position on record, about one statement of nobody's; "" where the site has no address."""
    if folio.site.options.base is None:
        return ""
    fields = claim.fields
    statement = {
        "@id": _here(folio),
        "@type": "CreativeWork",
        "name": _said(folio, called(claim)),
        "inLanguage": folio.lang,
        **dated(dateCreated=fields.date),
        "correction": [_correction(folio, each) for each in fields.corrections],
    }
    claims = [_claim(folio, each) for each in numbered("claim", claim.id, fields.positions)]
    return _written({"@graph": [clean(statement), *claims]})


def _written(node: Node) -> str:
    return json.dumps({"@context": "https://schema.org", **clean(node)}, ensure_ascii=False)


def _here(folio: Folio) -> str:
    return routes.absolute(folio.site.options.base or "", folio.route)


def _said(folio: Folio, words: Words) -> str:
    return folio.text(words).text


def _author(folio: Folio, words: Words) -> Node:
    """An author is a person, but for the desk that publishes."""
    name = _said(folio, words)
    publisher = folio.site.knowledge.site.publisher
    desk = publisher is not None and _said(folio, publisher) == name
    return {"@type": "Organization" if desk else "Person", "name": name}


def _publisher(folio: Folio) -> Node | None:
    about = folio.site.knowledge.site
    if about.publisher is None:
        return None
    return {"@type": "Organization", "name": _said(folio, about.publisher), "url": folio.site.options.base}


def _conflict(folio: Folio, ref: Ref) -> Node | None:
    known = folio.site.knowledge.conflicts.get(ref.id)
    if known is None:
        return None
    return {"@id": addresses.entity(folio.site, known.key), "@type": "Event", "name": _said(folio, known.fields.name)}


def _citations(folio: Folio) -> list[Node]:
    """The sources cited so far: the page's own, when all of it has been made."""
    known = folio.site.knowledge.sources
    return [_source(folio, known[each]) for each in folio.cited if each in known]


def _source(folio: Folio, source: Source) -> Node:
    fields = source.fields
    publisher = notes.publisher(folio, source)
    return clean(
        {
            "@id": addresses.entity(folio.site, source.key),
            "@type": "CreativeWork",
            "name": _said(folio, fields.title),
            "publisher": {"@type": "Organization", "name": publisher.name.text} if publisher else None,
            "url": fields.url,
            **dated(datePublished=fields.date),
        }
    )


def _correction(folio: Folio, made: Correction) -> Node:
    text = corrections.in_words(made, folio.lang, lambda words: _said(folio, words))
    return {"@type": "CorrectionComment", "text": text, **dated(datePublished=made.date)}


def _claim(folio: Folio, stated: Stated) -> Node:
    position = stated.position
    figure, quote = position.value, position.quote
    where = positions.source(position)
    source = folio.site.knowledge.sources.get(where.id) if where else None
    return clean(
        {
            "@id": addresses.record(folio.site, stated.id),
            "@type": "Claim",
            "author": _speaker(folio, position),
            "sourceOrganization": _actor(folio, position.for_) if position.for_ else None,
            "about": {"@id": _here(folio)},
            "genre": position.stance.value,
            "text": _said(folio, quote.text) if quote else None,
            "abstract": _said(folio, figure.said) if figure else None,
            "appearance": _source(folio, source) if source else None,
            **dated(datePublished=position.date),
        }
    )


def _speaker(folio: Folio, position: Position) -> Node:
    by = position.by
    if isinstance(by, KnownSpeaker):
        return _actor(folio, by.id)
    if isinstance(by, NamedSpeaker):
        role = _said(folio, by.role) if by.role else None
        of = _actor(folio, by.of) if by.of else None
        return clean({"@type": "Person", "name": _said(folio, by.name), "jobTitle": role, "affiliation": of})
    return {"@type": "Person", "description": _said(folio, by.unnamed)}


def _actor(folio: Folio, ref: Ref) -> Node:
    actor: Any = folio.site.knowledge.get(Key(Kind.ACTOR, ref.id))
    if actor is None:
        return {"@type": "Organization", "name": ref.id}
    return {
        "@id": addresses.entity(folio.site, actor.key),
        "@type": TYPES.get(actor.fields.type, "Organization"),
        "name": _said(folio, actor.fields.name),
    }
