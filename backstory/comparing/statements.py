"""What a site says, as far as a change of it matters to readers and to those it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from backstory.language import wording
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.routes import key_of
from backstory.pages.parts import attribution, speakers, tie_words
from backstory.pipeline.version import Version
from backstory.records.backing import Backing
from backstory.records.claim_status import statuses
from backstory.records.entity import Entity
from backstory.records.knowledge import Claim
from backstory.schema.position import Position
from backstory.schema.types import When
from backstory.values.keys import Key, Kind
from backstory.values.localized_text import Words
from backstory.values.vocabulary import Basis


@dataclass(frozen=True, slots=True)
class TieSaid:
    """A record of backing: between whom, the sentence that a page prints of it, its ground, when and with what."""

    ends: tuple[Key, Key]
    title: str
    sentence: str
    basis: Basis
    positions: frozenset[str]
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ClaimSaid:
    """A claim: how it stands, and who takes which position on it."""

    title: str
    status: tuple[str, ...]
    positions: frozenset[str]


@dataclass(frozen=True, slots=True)
class EntitySaid:
    """What the site says of an entity as a fact, by the key of its front matter; how many corrections it lists."""

    title: str
    path: str
    facts: Mapping[str, str]
    corrections: int


@dataclass(frozen=True, slots=True)
class Statements:
    """All of it. `linked` pairs a text with what it links a name to, by their titles; `routes` are those of entities'
    pages. `moved` maps the keys that redirects name to whose they are now.
    """

    ties: Mapping[str, TieSaid]
    claims: Mapping[Key, ClaimSaid]
    entities: Mapping[Key, EntitySaid]
    linked: frozenset[tuple[str, str]]
    routes: frozenset[str]
    moved: Mapping[Key, Key]


def statements(version: Version) -> Statements:
    """What a version of a site says, in its first language."""
    site = version.site
    page = PageBuilder(site, "", site.default)
    knowledge = version.known.knowledge
    entities = {entity.key: _entity(page, entity) for entity in knowledge.all()}
    claims = {claim.key: _claim(page, claim) for claim in knowledge.claims.values()}
    ties = {tie.id: _tie(page, tie) for tie in knowledge.backings}
    routes = frozenset(route for route in version.routes() if key_of(route, site.languages))
    moved = {
        old: entity.key
        for entity in knowledge.all()
        for route in entity.fields.redirects
        if (old := key_of(route, site.languages)) is not None and old not in entities
    }
    return Statements(ties, claims, entities, frozenset(_linked(version, entities)), routes, moved)


def _tie(page: PageBuilder, tie: Backing) -> TieSaid:
    clause, ends = tie_words.clause(page, tie), tie_words.ends(page, tie)
    sentence = attribution.sentence(page, tie.standing, clause, ends)
    facts = {"when": tie_words.when(tie, page.lang), "support": tie_words.support(tie, page.lang)}
    positions = frozenset(_position(page, each) for each in tie.positions)
    between = (Key(Kind.ACTOR, tie.backer), Key(Kind.ACTOR, tie.recipient))
    return TieSaid(between, ends, sentence, tie.standing.basis, positions, facts)


def _claim(page: PageBuilder, claim: Claim) -> ClaimSaid:
    status = tuple(wording.phrase(f"claim-status.{each.value}", page.lang) for each in statuses(claim.fields))
    said = frozenset(_position(page, each) for each in claim.fields.positions)
    return ClaimSaid(page.site.title(claim, page.lang).text, status, said)


def _position(page: PageBuilder, taken: Position) -> str:
    """Who, with which stance, when: `Ahmed al-Mismari (LNA): denies it, 27 May 2020`."""
    said = wording.phrase(f"stance.{taken.stance.value}", page.lang)
    dated = f", {wording.date(taken.date.value, page.lang)}" if taken.date else ""
    return f"{speakers.in_words(page, taken)}: {said}{dated}"


def _entity(page: PageBuilder, entity: Entity[Any]) -> EntitySaid:
    title = page.site.title(entity, page.lang).text
    return EntitySaid(title, entity.path, dict(_facts(entity, page.lang)), len(entity.fields.corrections))


_FACTS = ("name", "title", "question", "text", "type", "date", "from_", "to", "founded", "dissolved", "definition")


def _facts(entity: Entity[Any], lang: str) -> Iterator[tuple[str, str]]:
    """What a reader may have taken from the page, and would have to be told was wrong."""
    for name in _FACTS:
        value = getattr(entity.fields, name, None)
        if isinstance(value, When):
            yield name.rstrip("_"), wording.date(value.value, lang)
        elif isinstance(value, Words):
            yield name.rstrip("_"), value.own
        elif isinstance(value, str) and value:
            yield name, str(value)


def _linked(version: Version, entities: Mapping[Key, EntitySaid]) -> Iterable[tuple[str, str]]:
    for text, linked in version.linked.links.texts.items():
        for mention in linked.mentions:
            if text.key in entities and mention.key in entities and mention.key.kind is not Kind.SOURCE:
                yield entities[text.key].title, entities[mention.key].title
