"""The standing of a tie: what it rests on, and how those named have answered. Derived, never typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from backstory.model.backing import Standing
from backstory.model.names import fold
from backstory.model.positions import answers, source, speaks_as, upheld
from backstory.model.schema.base import SourceUse
from backstory.model.schema.position import KnownSpeaker, NamedSpeaker, Position, SupportGiven
from backstory.model.vocabulary import SUPPORTING, Basis, SourceKind, Stance
from backstory.modelling.landscape import Landscape

_ACKNOWLEDGING = frozenset({Stance.ASSERTS, Stance.CONFIRMS})
_OFFICIAL = (SourceKind.COURT, SourceKind.OFFICIAL_REPORT)
Voice = frozenset[str]


@dataclass(frozen=True, slots=True)
class Tie:
    """A record of backing as far as its standing depends on it."""

    backer: str
    recipient: str
    conflict: str | None
    support: tuple[SupportGiven, ...]
    sources: tuple[SourceUse, ...]
    positions: tuple[Position, ...]


def standing(tie: Tie, landscape: Landscape) -> Standing:
    """What a tie rests on, the first that holds, and how it is answered.

    Supporting sources are the record's own and those of positions that assert, confirm, support, partly confirm,
    assess or report and have not been taken back. They are traced to their origins through what they relay; an origin
    speaks with the voices of those it quotes, or else with its publisher's.
    """
    said = tie.positions
    supporting = [each for each in upheld(said) if each.stance in SUPPORTING and source(each)] if said else []
    voices = _voices(tie, supporting, landscape)
    independent = _independent(voices)
    basis = _basis(tie, supporting, voices, independent, landscape)
    return Standing(basis, independent, answers(said) if said else ())


def _basis(
    tie: Tie,
    supporting: Sequence[Position],
    voices: Mapping[str, Sequence[Voice]],
    independent: Sequence[str],
    landscape: Landscape,
) -> Basis:
    if any(each.stance in _ACKNOWLEDGING and speaks_as(each, tie.backer) for each in supporting):
        return Basis.ACKNOWLEDGED
    sides = landscape.sides_of(tie.conflict, tie.recipient)
    own = {landscape.origin(use.source.id) for use in _own(tie)}
    # A source the record itself rests on speaks for its publisher, whomever it quotes beside.
    heard_in = {origin: () if origin in own else tuple(said) for origin, said in voices.items()}
    if any(_official(origin, said, tie, sides, landscape) for origin, said in heard_in.items()):
        return Basis.OFFICIAL
    heard = tuple(chain.from_iterable(voices.values()))
    if heard and not all(any(map(side.isdisjoint, heard)) for side in sides):
        return Basis.ONE_SIDE
    if len(independent) > 1:
        return Basis.INDEPENDENT
    return Basis.SINGLE if independent else Basis.UNSOURCED


def _official(origin: str, quoted: Sequence[Voice], tie: Tie, sides: Iterable[Voice], landscape: Landscape) -> bool:
    """Whether an origin is an inquiry whose publisher is neither party nor backer; so is one at least of those it is
    quoted for, where it is quoted: a party's words in a report are no finding of it."""
    found = landscape.sources.get(origin)
    if found is None or found.fields.kind not in _OFFICIAL or found.fields.publisher is None:
        return False
    concerned = frozenset([tie.backer, tie.recipient]).union(*sides)
    if concerned & landscape.publisher(origin):
        return False
    return not quoted or not all(concerned & voice for voice in quoted)


def _own(tie: Tie) -> Iterator[SourceUse]:
    """The sources of the record and of its kinds of support."""
    return chain(tie.sources, *(given.sources for given in tie.support))


def _voices(tie: Tie, supporting: Iterable[Position], landscape: Landscape) -> dict[str, list[Voice]]:
    """The voices of every origin, in the order the record names them."""
    voices: dict[str, list[Voice]] = {}
    for use in _own(tie):
        voices.setdefault(landscape.origin(use.source.id), [])
    for each in supporting:
        where = source(each)
        if where is not None:
            said = voices.setdefault(landscape.origin(where.id), [])
            said += [voice] if (voice := _speaker(each, landscape)) else []
    return {origin: said or [landscape.publisher(origin)] for origin, said in voices.items()}


def _speaker(position: Position, landscape: Landscape) -> Voice:
    """Whoever speaks, and all they belong to; nobody for a medium that reports and for the unnamed."""
    if position.stance is Stance.REPORTS:
        return frozenset()
    return frozenset(_speakers(position, landscape))


def _speakers(position: Position, landscape: Landscape) -> Iterator[str]:
    by = position.by
    if isinstance(by, KnownSpeaker):
        yield from landscape.allegiance(by.id.id)
    elif isinstance(by, NamedSpeaker):
        yield from landscape.allegiance(by.of.id) if by.of else [f"name:{fold(by.name.own)}"]
    if position.for_:
        yield from landscape.allegiance(position.for_.id)


def _independent(voices: Mapping[str, Iterable[Voice]]) -> tuple[str, ...]:
    """One origin for each group that shares no voice with another: what shares a voice counts once."""
    if len(voices) < 2:
        return tuple(voices)
    groups: list[tuple[str, set[str]]] = []
    for origin, said in voices.items():
        merged = set().union(*said)
        alike = [group for group in groups if group[1] & merged]
        first = alike[0][0] if alike else origin
        for group in alike:
            merged |= group[1]
        position = groups.index(alike[0]) if alike else len(groups)
        groups = [group for group in groups if group not in alike]
        groups.insert(min(position, len(groups)), (first, merged))
    return tuple(origin for origin, _ in groups)
