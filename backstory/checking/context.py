"""What the rules go through: what a site knows and links, with its ties, positions and backings in one form each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from backstory.checking.ties import DatedTie, ties
from backstory.records.backing import Backing
from backstory.records.knowledge import Knowledge, related
from backstory.records.links import Links
from backstory.schema.position import Position


@dataclass(frozen=True, slots=True)
class Context:
    """A site on the day it is checked.

    `ties` and `positions` are all that its knowledge holds. `newest` are its backings as they would be if the withheld
    articles were published.
    """

    knowledge: Knowledge
    links: Links
    today: date
    ties: tuple[DatedTie, ...]
    positions: tuple[Position, ...]
    newest: tuple[Backing, ...]


def context(knowledge: Knowledge, links: Links, today: date) -> Context:
    """The context of a site's rules."""
    newest = sorted({each.id: each for each in knowledge.recorded}.values(), key=lambda each: each.order)
    return Context(knowledge, links, today, tuple(ties(knowledge)), tuple(_positions(knowledge)), tuple(newest))


def _positions(knowledge: Knowledge) -> Iterator[Position]:
    """Every position of the site: on claims, then on ties."""
    for claim in knowledge.claims.values():
        yield from claim.fields.positions
    for backing in knowledge.recorded:
        yield from backing.positions
    for _, _, relation in related(knowledge):
        yield from relation.positions
