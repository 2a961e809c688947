"""The relations of an actor other than backing: who leads it, what it is part of, whom it opposes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backstory.language import wording
from backstory.pages.core import entity_links
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import PageText
from backstory.pages.parts import attribution, citations, claim_rows
from backstory.pages.parts.citations import Citation
from backstory.pages.parts.claim_rows import PositionView
from backstory.pages.queries.record_index import RecordIndex
from backstory.pages.queries.stated_positions import StatedRelation
from backstory.records import positions
from backstory.schema.kind_fields import RELATIONS
from backstory.schema.position import Relation
from backstory.schema.types import When
from backstory.values.record import Record
from backstory.values.vocabulary import REFUSING

# How a relation reads from the actor it names; `allied_with` reads the same from both ends.
_INVERSE = {
    "leads": "led-by",
    "part_of": "has-part",
    "member_of": "has-member",
    "speaks_for": "spoken-for-by",
    "commands": "commanded-by",
    "opposes": "opposed-by",
    "allied_with": "allied-with",
    "recognises": "recognised-by",
    "sanctions": "sanctioned-by",
    "succeeds": "succeeded-by",
}
# The relations of the side column, in order.
_AT_A_GLANCE = ("led-by", "leads", "commanded-by", "commands", "spoken-for-by", "speaks-for", "part-of", "member-of")


class RelationView(Record, frozen=True):
    """A relation to another actor, and as what. `says` is who says so, where it is not acknowledged or declared;
    `contested` is true where somebody denies it."""

    actor: EntityLink
    role: PageText | None
    when: str
    says: str
    contested: bool
    notes: tuple[Citation, ...]
    positions: tuple[PositionView, ...]


class RelationGroup(Record, frozen=True):
    """The relations of one kind."""

    label: str
    relations: tuple[RelationView, ...]


class Glance(Record, frozen=True):
    """Relations of one kind for the side column: those that nobody contests and whose end is not recorded."""

    label: str
    actors: tuple[EntityLink, ...]
    says: tuple[str, ...]


def groups(page: PageBuilder, actor: str, known: RecordIndex) -> tuple[RelationGroup, ...]:
    """The relations that an actor's file gives, and those to it in the files of other actors."""
    return tuple(
        RelationGroup(_label(name, page.lang), tuple(_view(page, other, tied) for other, tied in held))
        for name, held in _held(actor, known)
    )


def glance(page: PageBuilder, actor: str, known: RecordIndex) -> tuple[Glance, ...]:
    """The relations for the side column."""
    held = {name: [pair for pair in ties if _settled(pair[1].relation)] for name, ties in _held(actor, known)}
    return tuple(
        Glance(
            _label(name, page.lang),
            entity_links.actors(page, [other for other, _ in held[name]]),
            tuple(dict.fromkeys(says for _, tied in held[name] if (says := _says(page, tied)))),
        )
        for name in _AT_A_GLANCE
        if held.get(name)
    )


def _says(page: PageBuilder, tied: StatedRelation) -> str:
    return "" if tied.standing.plain else attribution.basis(page, tied.standing)


def _held(actor: str, known: RecordIndex) -> Iterator[tuple[str, list[tuple[str, StatedRelation]]]]:
    """Each kind of relation that an actor has, by its phrase, with the relations and the other actor of each."""
    given, named = known.tied.get(actor, ()), known.tied_to.get(actor, ())
    for field in RELATIONS:
        own, inverse = field.replace("_", "-"), _INVERSE[field]
        ours = [(each.relation.actor.id, each) for each in given if each.name == field]
        theirs = [(each.actor, each) for each in named if each.name == field]
        if own == inverse:
            ours, theirs = ours + theirs, []
        for name, held in ((own, ours), (inverse, theirs)):
            if held:
                yield name, sorted(held, key=lambda pair: (_start(pair[1].relation), pair[0]))


def _view(page: PageBuilder, other: str, tied: StatedRelation) -> RelationView:
    relation = tied.relation
    giver = page.site.knowledge.actors.get(tied.actor)
    as_of = relation.as_of or (giver.fields.as_of if giver else None)
    return RelationView(
        entity_links.actor(page, other, card=True),
        page.text(relation.role) if relation.role else None,
        _when(relation, as_of, page.lang),
        _says(page, tied),
        _contested(relation),
        citations.of(relation.sources, page.lang),
        tuple(claim_rows.position(page, each) for each in positions.in_order(relation.positions)),
    )


def _when(relation: Relation, as_of: When | None, lang: str) -> str:
    """When a relation held; without dates, the day that its record speaks of."""
    if not (relation.from_ or relation.to or relation.observed) and as_of:
        return wording.phrase("ui.as-of", lang, date=wording.date(as_of.value, lang))
    return wording.period(
        relation.from_.value if relation.from_ else None,
        relation.to.value if relation.to else None,
        [each.value for each in relation.observed],
        as_of.value if as_of else None,
        lang,
    )


def _label(name: str, lang: str) -> str:
    words = wording.phrase(f"relation.{name}", lang)
    return words[:1].upper() + words[1:]


def _contested(relation: Relation) -> bool:
    return any(each.stance in REFUSING for each in relation.positions)


def _settled(relation: Relation) -> bool:
    ended = relation.to is not None and relation.to.value.precision != "open"
    return not _contested(relation) and not ended


def _start(relation: Relation) -> tuple[int, tuple[int, int, str]]:
    dated: Iterable[When] = [relation.from_] if relation.from_ else relation.observed
    first = min((each.value.sort_key for each in dated), default=None)
    return (0, first) if first else (1, (0, 0, ""))
