"""The sides of a conflict with their parties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from backstory.language import wording
from backstory.pages.core import entity_links, side_marks
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import PageText
from backstory.pages.core.side_marks import Mark
from backstory.pages.parts import cards, citations
from backstory.pages.parts.citations import Citation
from backstory.records.knowledge import Conflict
from backstory.schema.kind_fields import ConflictFields, Party
from backstory.schema.position import Relation
from backstory.schema.types import When
from backstory.values.keys import Key, Kind
from backstory.values.record import Record


class PartyView(Record, frozen=True):
    """A party: who it is, since when it is one, as what, and who leads it, unless that is contested."""

    actor: EntityLink
    also: tuple[PageText, ...]
    when: str
    part: str
    led_by: tuple[EntityLink, ...]
    notes: tuple[Citation, ...]


class SideView(Record, frozen=True):
    """A side with its mark and its parties."""

    mark: Mark
    parties: tuple[PartyView, ...]


def sides(page: PageBuilder, conflict: Conflict) -> tuple[SideView, ...]:
    """The sides of a conflict in the order of its file."""
    led_by = _leaders(page)
    return tuple(
        SideView(mark, tuple(_party(page, party, conflict, led_by) for party in side.parties))
        for mark, side in zip(side_marks.sides(conflict, page.lang), conflict.fields.sides, strict=True)
    )


def _party(page: PageBuilder, party: Party, conflict: Conflict, led_by: Mapping[str, Iterable[str]]) -> PartyView:
    actor = page.site.knowledge.get(Key(Kind.ACTOR, party.actor.id))
    as_of = conflict.fields.as_of
    return PartyView(
        entity_links.actor(page, party.actor.id, card=True),
        cards.also(page, actor) if actor else (),
        _bounds(party.from_, party.to, as_of, page.lang),
        wording.phrase(f"party.{party.as_}", page.lang) if party.as_ else "",
        entity_links.actors(page, led_by.get(party.actor.id, ()), card=True),
        citations.of(party.sources, page.lang),
    )


def _bounds(from_: When | None, to: When | None, as_of: When | None, lang: str) -> str:
    if from_ is None and to is None:
        return ""
    values = [each.value if each else None for each in (from_, to, as_of)]
    return wording.period(values[0], values[1], (), values[2], lang)


def _leaders(page: PageBuilder) -> Mapping[str, Iterable[str]]:
    """The ids of those who lead each actor, where no position is on record and no end."""
    found: dict[str, list[str]] = {}
    for each in page.site.knowledge.actors.values():
        for relation in each.fields.leads:
            if not relation.positions and not _ended(relation):
                found.setdefault(relation.actor.id, []).append(each.id)
    return found


def is_over(conflict: Conflict) -> bool:
    """Whether the end of a conflict is recorded."""
    return _ended(conflict.fields)


def _ended(held: Relation | ConflictFields) -> bool:
    return held.to is not None and held.to.value.precision != "open"


def span(conflict: Conflict, lang: str) -> str:
    """When a conflict began and ended, in words; "" where neither is recorded."""
    fields = conflict.fields
    if fields.from_ is None and fields.to is None:
        return ""
    given = [each.value if each else None for each in (fields.from_, fields.to, fields.as_of)]
    return wording.period(given[0], given[1], (), given[2], lang)
