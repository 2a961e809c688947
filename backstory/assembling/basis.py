"""What a backing rests on, and how those named have answered. Derived, never typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from backstory.assembling.affiliations import Affiliations
from backstory.records.backing import Standing
from backstory.records.positions import answers, source, speaks_as, supporting
from backstory.records.source_independence import Voice, Voices, independent
from backstory.schema.position import BackingFields
from backstory.values.vocabulary import Basis, SourceKind, Stance

_ACKNOWLEDGING = frozenset({Stance.ASSERTS, Stance.CONFIRMS})
_OFFICIAL = (SourceKind.COURT, SourceKind.OFFICIAL_REPORT)


def standing(record: BackingFields, recipient: str, conflict: str | None, affiliations: Affiliations) -> Standing:
    """What a record rests on, the first that holds, and how it is answered.

    Supporting sources are the record's own and those of positions that assert, confirm, support, partly confirm,
    assess or report and have not been taken back. They are traced to their origins through what they relay; an origin
    speaks with the voices of those it quotes, or else with its publisher's.
    """
    said, backer = record.positions, record.actor.id
    upholding = [each for each in supporting(said) if source(each)] if said else []
    own = [use.source.id for use in chain(record.sources, *(given.sources for given in record.support))]
    voices = affiliations.voices.by_origin(own, upholding)
    origins = independent(voices)
    if any(each.stance in _ACKNOWLEDGING and speaks_as(each, backer) for each in upholding):
        basis = Basis.ACKNOWLEDGED
    else:
        sides = affiliations.sides_of(conflict, recipient)
        concerned = frozenset([backer, recipient]).union(*sides)
        # A source the record itself rests on speaks for its publisher, whomever it quotes beside.
        quoted = {**voices, **dict.fromkeys(map(affiliations.voices.origin, own), ())}
        if any(_official(origin, whom, concerned, affiliations.voices) for origin, whom in quoted.items()):
            basis = Basis.OFFICIAL
        else:
            basis = _by_origins(voices, origins, sides)
    return Standing(basis, origins, answers(said) if said else ())


def _official(origin: str, quoted: Sequence[Voice], concerned: Voice, voices: Voices) -> bool:
    """Whether an origin is an inquiry whose publisher is neither party nor backer; so is one at least of those it is
    quoted for, where it is quoted: a party's words in a report are no finding of it."""
    found = voices.sources.get(origin)
    if found is None or found.fields.kind not in _OFFICIAL or found.fields.publisher is None:
        return False
    if concerned & voices.publisher(origin):
        return False
    return not quoted or not all(concerned & voice for voice in quoted)


def _by_origins(voices: Mapping[str, Sequence[Voice]], origins: Sequence[str], sides: Sequence[Voice]) -> Basis:
    """Whether it is said by one side alone, else by how many independent origins."""
    speaking = tuple(chain.from_iterable(voices.values()))
    if speaking and not all(any(map(side.isdisjoint, speaking)) for side in sides):
        return Basis.ONE_SIDE
    if len(origins) > 1:
        return Basis.INDEPENDENT
    return Basis.SINGLE if origins else Basis.UNSOURCED
