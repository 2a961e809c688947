"""The sides of a conflict with their parties, as a page sets them beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from backstory.model import wording
from backstory.model.keys import Key, Kind
from backstory.model.knowledge import Conflict
from backstory.model.schema.kinds import Party
from backstory.model.schema.position import Relation
from backstory.model.schema.types import When
from backstory.pages import cards, marks, notes, refs
from backstory.pages.folio import Folio
from backstory.pages.marks import Mark
from backstory.pages.notes import Note
from backstory.pages.refs import Ref
from backstory.pages.text import Text


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party to a conflict: who it is, since when it fights, who leads it as far as nobody contests that."""

    actor: Ref
    also: tuple[Text, ...]
    when: str
    led_by: tuple[Ref, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """A side with its mark and its parties."""

    mark: Mark
    parties: tuple[PartyView, ...]


def sides(folio: Folio, conflict: Conflict) -> tuple[SideView, ...]:
    """The sides of a conflict in the order its file names them."""
    led_by = _leaders(folio)
    return tuple(
        SideView(mark, tuple(_party(folio, party, conflict, led_by) for party in side.parties))
        for mark, side in zip(marks.sides(conflict, folio.lang), conflict.fields.sides, strict=True)
    )


def _party(folio: Folio, party: Party, conflict: Conflict, led_by: Mapping[str, Iterable[str]]) -> PartyView:
    actor = folio.site.knowledge.get(Key(Kind.ACTOR, party.actor.id))
    as_of = conflict.fields.as_of
    return PartyView(
        refs.actor(folio, party.actor.id, card=True),
        cards.also(folio, actor) if actor else (),
        _bounds(party.from_, party.to, as_of, folio.lang),
        refs.actors(folio, led_by.get(party.actor.id, ()), card=True),
        notes.cite_all(folio, party.sources),
    )


def _bounds(from_: When | None, to: When | None, as_of: When | None, lang: str) -> str:
    if from_ is None and to is None:
        return ""
    values = [each.value if each else None for each in (from_, to, as_of)]
    return wording.period(values[0], values[1], (), values[2], lang)


def _leaders(folio: Folio) -> Mapping[str, Iterable[str]]:
    """Who leads each actor, where no position contests it and no end is recorded."""
    found: dict[str, list[str]] = {}
    for each in folio.site.knowledge.actors.values():
        for relation in each.fields.leads:
            if not relation.positions and not _ended(relation):
                found.setdefault(relation.actor.id, []).append(each.id)
    return found


def _ended(relation: Relation) -> bool:
    return relation.to is not None and relation.to.value.precision != "open"
