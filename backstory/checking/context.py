"""What the rules go through: what a site knows and links, with its ties, positions and backings in one form each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from backstory.checking.attributed_records import AttributedRecord, attributed_records
from backstory.checking.ties import DatedTie, ties
from backstory.records.backing import Backing
from backstory.records.knowledge import Knowledge, related
from backstory.records.links import Links
from backstory.records.source_independence import Voices
from backstory.schema.position import Position


@dataclass(frozen=True, slots=True)
class Context:
    """A site on the day it is checked.

    `ties` are all that its knowledge holds, `answers` the positions on each claim and tie. `newest` are its backings as
    they would be if the withheld articles were published. `attributed` are the ties, relations and claims:
    somebody must say them; `voices` tell whose word is whose.
    """

    knowledge: Knowledge
    links: Links
    today: date
    ties: tuple[DatedTie, ...]
    answers: tuple[tuple[Position, ...], ...]
    newest: tuple[Backing, ...]
    voices: Voices
    attributed: tuple[AttributedRecord, ...]

    @property
    def positions(self) -> Iterator[Position]:
        """Every position: on claims, then on ties."""
        return chain.from_iterable(self.answers)


def context(knowledge: Knowledge, links: Links, today: date) -> Context:
    """The context of a site's rules."""
    newest = sorted({each.id: each for each in knowledge.recorded}.values(), key=lambda each: each.order)
    voices = Voices(knowledge.sources, knowledge.actors)
    attributed = tuple(attributed_records(knowledge, voices))
    answers = tuple(_answers(knowledge))
    return Context(knowledge, links, today, tuple(ties(knowledge)), answers, tuple(newest), voices, attributed)


def _answers(knowledge: Knowledge) -> Iterator[tuple[Position, ...]]:
    yield from (claim.fields.positions for claim in knowledge.claims.values())
    yield from (backing.positions for backing in knowledge.recorded)
    yield from (relation.positions for _, _, relation in related(knowledge))
