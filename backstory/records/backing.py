"""A backing: who backs whom, with what, when, on what basis, and how the actors answer."""

from __future__ import annotations

from dataclasses import dataclass, field

from backstory.diagnostics import Span
from backstory.records.standing import Standing
from backstory.schema.base import SourceUse
from backstory.schema.position import BackingFields, Position, SupportGiven
from backstory.schema.types import NOWHERE, When
from backstory.values.keys import Key
from backstory.values.localized_text import Words


@dataclass(frozen=True, slots=True)
class StatedBacking:
    """A record of backing as one file states it: with whom it concerns, and what the file says of its own time.

    `by` is the actor or article in whose file it stands, None for a list of records.
    """

    record: BackingFields
    recipient: str
    conflict: str | None
    by: Key | None = None
    file_as_of: When | None = None
    file_date: When | None = None

    @property
    def id(self) -> str:
        """That of the backing it is a statement of: two records of one id are one backing."""
        record = self.record
        return _id(record.actor.id, self.recipient, self.conflict, record.from_, record.id.id if record.id else None)


@dataclass(frozen=True, slots=True)
class UnreadableRecords:
    """The backers and recipients of the records that could not be read; "" is anyone."""

    ties: frozenset[tuple[str, str]] = frozenset()

    def may_say(self, backer: str, recipient: str) -> bool:
        """Whether one of them may be a record of this tie, in whatever way its names are misspelt."""
        return any(
            name == backer or (name == "" and other in (recipient, "")) or (name, other) == (backer, recipient)
            for name, other in self.ties
        )

    def says(self, backer: str, recipient: str) -> bool:
        """Whether one of them is a record of this tie, as far as its names can be read."""
        return not self.ties.isdisjoint(((backer, recipient), ("", recipient)))


@dataclass(frozen=True, slots=True)
class Backing:
    """One record of backing, united from every file that states it.

    Its identity is (backer, recipient, conflict, from, id). `as_of` is the date the record speaks of, None only for a
    record without any date. `positions` stand in order of date. `records` are what it was united from, in order of
    place.
    """

    backer: str
    recipient: str
    conflict: str | None
    name: str | None
    via: str | None
    support: tuple[SupportGiven, ...]
    from_: When | None
    to: When | None
    observed: tuple[When, ...]
    as_of: When | None
    positions: tuple[Position, ...]
    sources: tuple[SourceUse, ...]
    standing: Standing
    note: Words | None = None
    records: tuple[BackingFields, ...] = field(compare=False, default=())

    @property
    def id(self) -> str:
        """An anchor and export id, stable while the record's identity stands."""
        return _id(self.backer, self.recipient, self.conflict, self.from_, self.name)

    @property
    def span(self) -> Span:
        """Where it is written first; nowhere for one that is made in code."""
        return self.records[0].span if self.records else NOWHERE

    @property
    def drawn(self) -> bool:
        """Whether the tie may stand in a drawing: one that nobody named says never does."""
        return self.standing.basis.drawn

    @property
    def order(self) -> tuple[str, str, str, tuple[int, int, str], str]:
        """The order of backings: by recipient, conflict, backer, start and id."""
        start = self.from_.value.sort_key if self.from_ else (0, 0, "")
        return self.recipient, self.conflict or "", self.backer, start, self.name or ""


def _id(backer: str, recipient: str, conflict: str | None, from_: When | None, name: str | None) -> str:
    return ".".join([backer, recipient, conflict or "", str(from_ or ""), name or ""])
