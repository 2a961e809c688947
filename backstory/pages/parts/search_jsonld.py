"""What search engines read in the head of a page: the explainer, or who claims what, in schema.org's terms.

Each claim is that of its speaker. There is no ClaimReview, since the site gives no verdicts. The names are those of
data/site.jsonld.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from backstory.pages.core import routes
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.parts import citations, correction_rows, plain_text
from backstory.pages.parts.citations import SourceItem
from backstory.pages.parts.jsonld_nodes import TYPES, Node, clean, dated
from backstory.pages.queries import iris
from backstory.pages.queries.article_dates import last_changed
from backstory.pages.queries.stated_positions import StatedPosition, numbered
from backstory.records import positions
from backstory.records.entity import called
from backstory.records.knowledge import Article, Claim, Source
from backstory.schema.base import Correction
from backstory.schema.position import KnownSpeaker, NamedSpeaker, Position
from backstory.schema.types import Ref
from backstory.values.keys import Key, Kind
from backstory.values.localized_text import Words


def of_article(page: PageBuilder, article: Article, cited: Iterable[SourceItem]) -> str:
    """An explainer with its dates, the sources it cites and its corrections; "" for a site without an address."""
    if page.site.options.base is None:
        return ""
    fields, lang = article.fields, page.lang
    own = page.site.own_language(article)
    dek, known = page.site.linked(article.key, "summary", lang), page.site.knowledge.sources
    return _written(
        {
            "@id": _here(page),
            "@type": "Article",
            "mainEntityOfPage": _here(page),
            "headline": _said(page, fields.title),
            "description": plain_text.plain(page.site, dek, lang) if dek else None,
            "inLanguage": lang,
            "author": [_author(page, each) for each in fields.authors],
            "publisher": _publisher(page),
            **dated(datePublished=fields.date, dateModified=last_changed(article)),
            "translationOfWork": {"@id": iris.entity(page.site, article.key)} if lang != own else None,
            "about": _conflict(page, fields.conflict) if fields.conflict else None,
            "citation": [_source(page, known[each.source_id]) for each in cited],
            "correction": [_correction(page, each) for each in fields.corrections],
        }
    )


def of_claim(page: PageBuilder, claim: Claim) -> str:
    """A claim, with a Claim of its speaker for each position; "" for a site without an address."""
    if page.site.options.base is None:
        return ""
    fields = claim.fields
    statement = {
        "@id": _here(page),
        "@type": "CreativeWork",
        "name": _said(page, called(claim)),
        "inLanguage": page.lang,
        **dated(dateCreated=fields.date),
        "correction": [_correction(page, each) for each in fields.corrections],
    }
    claims = [_claim(page, each) for each in numbered("claim", claim.id, fields.positions)]
    return _written({"@graph": [clean(statement), *claims]})


def _written(node: Node) -> str:
    return json.dumps({"@context": "https://schema.org", **clean(node)}, ensure_ascii=False)


def _here(page: PageBuilder) -> str:
    return routes.absolute(page.site.options.base or "", page.route)


def _said(page: PageBuilder, words: Words) -> str:
    return page.text(words).text


def _author(page: PageBuilder, words: Words) -> Node:
    """The author as a Person; as an Organization where it is the publisher."""
    name = _said(page, words)
    publisher = page.site.knowledge.site.publisher
    desk = publisher is not None and _said(page, publisher) == name
    return {"@type": "Organization" if desk else "Person", "name": name}


def _publisher(page: PageBuilder) -> Node | None:
    about = page.site.knowledge.site
    if about.publisher is None:
        return None
    return {"@type": "Organization", "name": _said(page, about.publisher), "url": page.site.options.base}


def _conflict(page: PageBuilder, ref: Ref) -> Node | None:
    known = page.site.knowledge.conflicts.get(ref.id)
    if known is None:
        return None
    return {"@id": iris.entity(page.site, known.key), "@type": "Event", "name": _said(page, known.fields.name)}


def _source(page: PageBuilder, source: Source) -> Node:
    fields = source.fields
    publisher = citations.publisher(page, source)
    return clean(
        {
            "@id": iris.entity(page.site, source.key),
            "@type": "CreativeWork",
            "name": _said(page, fields.title),
            "publisher": {"@type": "Organization", "name": publisher.name.text} if publisher else None,
            "url": fields.url,
            **dated(datePublished=fields.date),
        }
    )


def _correction(page: PageBuilder, made: Correction) -> Node:
    text = correction_rows.in_words(made, page.lang, lambda words: _said(page, words))
    return {"@type": "CorrectionComment", "text": text, **dated(datePublished=made.date)}


def _claim(page: PageBuilder, stated: StatedPosition) -> Node:
    position = stated.position
    figure, quote = position.value, position.quote
    where = positions.source(position)
    source = page.site.knowledge.sources.get(where.id) if where else None
    return clean(
        {
            "@id": iris.record(page.site, stated.id),
            "@type": "Claim",
            "author": _speaker(page, position),
            "sourceOrganization": _actor(page, position.for_) if position.for_ else None,
            "about": {"@id": _here(page)},
            "genre": position.stance.value,
            "text": _said(page, quote.text) if quote else None,
            "abstract": _said(page, figure.said) if figure else None,
            "appearance": _source(page, source) if source else None,
            **dated(datePublished=position.date),
        }
    )


def _speaker(page: PageBuilder, position: Position) -> Node:
    by = position.by
    if isinstance(by, KnownSpeaker):
        return _actor(page, by.id)
    if isinstance(by, NamedSpeaker):
        role = _said(page, by.role) if by.role else None
        of = _actor(page, by.of) if by.of else None
        return clean({"@type": "Person", "name": _said(page, by.name), "jobTitle": role, "affiliation": of})
    return {"@type": "Person", "description": _said(page, by.unnamed)}


def _actor(page: PageBuilder, ref: Ref) -> Node:
    actor: Any = page.site.knowledge.get(Key(Kind.ACTOR, ref.id))
    if actor is None:
        return {"@type": "Organization", "name": ref.id}
    return {
        "@id": iris.entity(page.site, actor.key),
        "@type": TYPES.get(actor.fields.type, "Organization"),
        "name": _said(page, actor.fields.name),
    }
