"""A backing: who backs whom, with what, when, on what basis, and how the actors answer."""

from __future__ import annotations

from dataclasses import dataclass, field

from backstory.diagnostics import Span
from backstory.records.positions import response
from backstory.schema.base import SourceUse
from backstory.schema.position import Position, SupportGiven
from backstory.schema.types import When
from backstory.values.localized_text import Words
from backstory.values.vocabulary import Basis, Response

Identity = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a tie rests on and how it is answered: derived, and shown apart.

    `origins` are the ids of the sources it rests on, one for each independent voice: a relay counts as what it
    relays, and sources that share a publisher or speaker count once. `answers` pairs each way of answering with the
    position that gives it; it is empty where nothing is on record.
    """

    basis: Basis
    origins: tuple[str, ...]
    answers: tuple[tuple[Response, Position], ...]

    @property
    def response(self) -> Response:
        """The answer that weighs first: a denial, else a rejected framing, else asked, else none."""
        return response(self.answers)


@dataclass(frozen=True, slots=True)
class Backing:
    """One record of backing, united from every file that states it.

    Its identity is (backer, recipient, conflict, from, id). `as_of` is the date the record speaks of, None only for a
    record without any date. `positions` stand in order of date. `spans` are the places it was read from, the first
    its own.
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
    spans: tuple[Span, ...] = field(compare=False, default=())

    @property
    def id(self) -> str:
        """An anchor and export id, stable while the record's identity stands."""
        parts = [self.backer, self.recipient, self.conflict or "", str(self.from_ or ""), self.name or ""]
        return ".".join(parts)

    @property
    def drawn(self) -> bool:
        """Whether the tie may stand in a drawing: an unsourced one never does."""
        return self.standing.basis is not Basis.UNSOURCED

    @property
    def order(self) -> tuple[str, str, str, tuple[int, int, str], str]:
        """The order of backings: by recipient, conflict, backer, start and id."""
        start = self.from_.value.sort_key if self.from_ else (0, 0, "")
        return self.recipient, self.conflict or "", self.backer, start, self.name or ""
