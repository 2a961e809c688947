"""The case before the rules: what a site knows and links, with the ties and positions that most rules go through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from backstory.checking.ties import DatedTie, related, ties
from backstory.records.knowledge import Knowledge
from backstory.records.links import Links
from backstory.schema.position import Position


@dataclass(frozen=True, slots=True)
class Context:
    """A site on the day it is checked. `ties` and `positions` are all that its knowledge holds, gathered once."""

    knowledge: Knowledge
    links: Links
    today: date
    ties: tuple[DatedTie, ...]
    positions: tuple[Position, ...]

    @classmethod
    def of(cls, knowledge: Knowledge, links: Links, today: date) -> Context:
        """The case of a site."""
        return cls(knowledge, links, today, tuple(ties(knowledge)), tuple(_positions(knowledge)))


def _positions(knowledge: Knowledge) -> Iterator[Position]:
    """Every position of the site: on claims, then on ties."""
    for claim in knowledge.claims.values():
        yield from claim.fields.positions
    for backing in knowledge.recorded:
        yield from backing.positions
    for _, _, relation in related(knowledge):
        yield from relation.positions
