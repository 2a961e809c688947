"""Statements as linked data: backings and relations, the positions on them and on claims, and corrections."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from typing import Any

from backstory.outputs.exports import cells, fallback_texts
from backstory.pages.core.site import Site
from backstory.pages.parts import correction_rows
from backstory.pages.parts.jsonld_nodes import Node, clean, dated, named, ref, spoken, to
from backstory.pages.queries import iris
from backstory.pages.queries.stated_positions import StatedPosition, StatedRelation, positions, relations_stated
from backstory.records.entity import Entity, called
from backstory.records.positions import source as source_of
from backstory.schema.base import Correction
from backstory.schema.position import KnownSpeaker, NamedSpeaker, Position, Quote
from backstory.schema.types import When
from backstory.values.keys import Key, Kind
from backstory.values.localized_text import Words


def nodes(site: Site) -> Iterator[Node]:
    """The backings, the relations, every position, every correction."""
    yield from _backings(site)
    yield from (_tie(site, each) for each in relations_stated(site))
    yield from (_claim(site, each) for each in positions(site))
    for entity in site.knowledge.all():
        yield from _corrections(site, entity)


def corrected(site: Site, entity: Entity[Any], name: str) -> str:
    """The address of a correction."""
    return iris.record(site, f"correction:{entity.key}:{name}")


def _backings(site: Site) -> Iterator[Node]:
    """Each backing as a work that its positions are about."""
    # Thousands of records name the same few hundred actors, conflicts and sources.
    known = cache(partial(named, site))
    for each in site.knowledge.backings:
        ends = [known(Kind.ACTOR, each.backer), known(Kind.ACTOR, each.recipient)]
        yield clean(
            {
                "@id": iris.record(site, f"backing:{each.id}"),
                "@type": "CreativeWork",
                "name": f"{each.backer} → {each.recipient}",
                "keywords": [given.kind for given in each.support],
                "abstract": f"basis: {each.standing.basis}; response: {each.standing.response}",
                "about": [*ends, known(Kind.CONFLICT, each.conflict)] if each.conflict else ends,
                "mentions": known(Kind.ACTOR, each.via) if each.via else None,
                "temporalCoverage": [*_interval(each.from_, each.to), *cells.dates(each.observed)],
                "citation": [known(Kind.SOURCE, use.source.id) for use in each.sources],
                "description": [
                    *([f"via: {each.via}"] if each.via else []),
                    *fallback_texts.of_supports(each.support),
                    *([f"as of {each.as_of}"] if each.as_of else []),
                    *cells.details(each.sources),
                    *_each(each.note),
                ],
            }
        )


def _tie(site: Site, tie: StatedRelation) -> Node:
    """A relation as a work that its positions are about."""
    relation = tie.relation
    return clean(
        {
            "@id": iris.record(site, f"relation:{tie.id}"),
            "@type": "CreativeWork",
            "name": f"{tie.actor} {tie.name.replace('_', ' ')} {relation.actor}",
            "keywords": tie.name,
            "abstract": f"basis: {tie.standing.basis}; response: {tie.standing.response}",
            "about": [named(site, Kind.ACTOR, each) for each in (tie.actor, relation.actor.id)],
            "temporalCoverage": [*_interval(relation.from_, relation.to), *cells.dates(relation.observed)],
            "citation": [to(site, use.source) for use in relation.sources],
            "description": [
                *([f"as of {relation.as_of}"] if relation.as_of else []),
                *_each(relation.role),
                *cells.details(relation.sources),
            ],
        }
    )


def _interval(from_: When | None, to: When | None) -> list[str]:
    """From a start to an end as an interval of EDTF, an unknown end empty; in words where one of them is a period."""
    given = [(name, when) for name, when in (("from", from_), ("to", to)) if when]
    if any(when.value.precision in ("interval", "set") for _, when in given):
        return [f"{name}: {when}" for name, when in given]
    return [f"{from_ or ''}/{to or ''}"] if given else []


def _claim(site: Site, each: StatedPosition) -> Node:
    """A position: a Claim with the speaker as author, about the proposition. `genre` is the stance."""
    position = each.position
    where = source_of(position)
    figure, quote = position.value, position.quote
    return clean(
        {
            "@id": iris.record(site, each.id),
            "@type": "Claim",
            "author": _author(site, position),
            "sourceOrganization": to(site, position.for_) if position.for_ else None,
            "about": ref(_subject(site, each)),
            "genre": position.stance.value,
            "text": _quoted(quote) if quote else None,
            "inLanguage": quote.lang if quote else None,
            "translator": {"@type": "Thing", "name": quote.translated_by} if quote and quote.translated_by else None,
            "abstract": spoken(figure.said) if figure else None,
            "description": [
                *fallback_texts.of_position(position, grades=site.knowledge.site.show_grades),
                *_each(position.note),
            ],
            "appearance": to(site, where) if where else None,
            **dated(datePublished=position.date),
        }
    )


def _quoted(quote: Quote) -> Any:
    """The quotation, in the language that it is said to be in, where it is given in one language."""
    if quote.lang and len(quote.text.texts) == 1:
        return {"@value": quote.text.own, "@language": quote.lang}
    return spoken(quote.text)


def _subject(site: Site, each: StatedPosition) -> str:
    if each.about == "claim":
        return iris.entity(site, Key(Kind.CLAIM, each.record))
    return iris.record(site, f"{each.about}:{each.record}")


def _author(site: Site, position: Position) -> Node:
    by = position.by
    if isinstance(by, KnownSpeaker):
        return clean({**to(site, by.id), "jobTitle": spoken(by.role)}) if by.role else to(site, by.id)
    if isinstance(by, NamedSpeaker):
        of = to(site, by.of) if by.of else None
        return clean({"@type": "Person", "name": spoken(by.name), "jobTitle": spoken(by.role), "affiliation": of})
    return {"@type": "Person", "description": spoken(by.unnamed)}


def _corrections(site: Site, entity: Entity[Any]) -> Iterator[Node]:
    for name, made in correction_rows.named(entity.fields.corrections):
        yield clean(
            {
                "@id": corrected(site, entity, name),
                "@type": "CorrectionComment",
                "about": ref(iris.entity(site, entity.key)),
                "name": called(entity).pick(site.default)[0],
                "text": _texts(made, site.default),
                **dated(datePublished=made.date),
            }
        )


def _texts(made: Correction, default: str) -> Any:
    """What was, what is now and why, in each language of any of them."""
    parts = [words for words in (made.was, made.now, made.why) if words]
    langs = dict.fromkeys(lang or default for words in parts for lang, _ in words.texts)
    texts = [(lang, correction_rows.in_words(made, lang, partial(_in, lang))) for lang in langs]
    return spoken(Words(tuple(texts), made.why.span))


def _in(lang: str, words: Words) -> str:
    return words.pick(lang)[0]


def _each(words: Words | None) -> list[Any]:
    """The versions of a text as a list."""
    if words is None:
        return []
    versions = spoken(words)
    return versions if isinstance(versions, list) else [versions]
