"""The standing of a tie: what it rests on, and how those named have answered. Derived, never typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from backstory.assembling.affiliations import Affiliations
from backstory.records.backing import Standing
from backstory.records.positions import answers, source, speaks_as, upheld
from backstory.records.source_independence import Voice, independent
from backstory.schema.base import SourceUse
from backstory.schema.position import Position, SupportGiven
from backstory.values.vocabulary import SUPPORTING, Basis, SourceKind, Stance

_ACKNOWLEDGING = frozenset({Stance.ASSERTS, Stance.CONFIRMS})
_OFFICIAL = (SourceKind.COURT, SourceKind.OFFICIAL_REPORT)


@dataclass(frozen=True, slots=True)
class JudgedTie:
    """A record of backing as far as its standing depends on it."""

    backer: str
    recipient: str
    conflict: str | None
    support: tuple[SupportGiven, ...]
    sources: tuple[SourceUse, ...]
    positions: tuple[Position, ...]


def standing(tie: JudgedTie, landscape: Affiliations) -> Standing:
    """What a tie rests on, the first that holds, and how it is answered.

    Supporting sources are the record's own and those of positions that assert, confirm, support, partly confirm,
    assess or report and have not been taken back. They are traced to their origins through what they relay; an origin
    speaks with the voices of those it quotes, or else with its publisher's.
    """
    said = tie.positions
    supporting = [each for each in upheld(said) if each.stance in SUPPORTING and source(each)] if said else []
    heard = landscape.voices.heard((use.source.id for use in _own(tie)), supporting)
    origins = independent(heard)
    basis = _basis(tie, supporting, heard, origins, landscape)
    return Standing(basis, origins, answers(said) if said else ())


def _basis(
    tie: JudgedTie,
    supporting: Sequence[Position],
    voices: Mapping[str, Sequence[Voice]],
    origins: Sequence[str],
    landscape: Affiliations,
) -> Basis:
    if any(each.stance in _ACKNOWLEDGING and speaks_as(each, tie.backer) for each in supporting):
        return Basis.ACKNOWLEDGED
    sides = landscape.sides_of(tie.conflict, tie.recipient)
    own = {landscape.voices.origin(use.source.id) for use in _own(tie)}
    # A source the record itself rests on speaks for its publisher, whomever it quotes beside.
    heard_in = {origin: () if origin in own else tuple(said) for origin, said in voices.items()}
    if any(_official(origin, said, tie, sides, landscape) for origin, said in heard_in.items()):
        return Basis.OFFICIAL
    heard = tuple(chain.from_iterable(voices.values()))
    if heard and not all(any(map(side.isdisjoint, heard)) for side in sides):
        return Basis.ONE_SIDE
    if len(origins) > 1:
        return Basis.INDEPENDENT
    return Basis.SINGLE if origins else Basis.UNSOURCED


def _official(
    origin: str, quoted: Sequence[Voice], tie: JudgedTie, sides: Iterable[Voice], landscape: Affiliations
) -> bool:
    """Whether an origin is an inquiry whose publisher is neither party nor backer; so is one at least of those it is
    quoted for, where it is quoted: a party's words in a report are no finding of it."""
    found = landscape.voices.sources.get(origin)
    if found is None or found.fields.kind not in _OFFICIAL or found.fields.publisher is None:
        return False
    concerned = frozenset([tie.backer, tie.recipient]).union(*sides)
    if concerned & landscape.voices.publisher(origin):
        return False
    return not quoted or not all(concerned & voice for voice in quoted)


def _own(tie: JudgedTie) -> Iterator[SourceUse]:
    """The sources of the record and of its kinds of support."""
    return chain(tie.sources, *(given.sources for given in tie.support))
