"""What a tie rests on, and how those named have answered. Derived from who says it, never typed.

What each speaker does is a stance. It counts as it stands, or for less; no rule makes it count for more:

    second hand    a body's words, read in another's report       a report of that medium
    leaked         in a source that is not public                 one voice with all that is leaked
    interested     by a body that is a party, a backer or theirs  that side's word
    contradicted   another body finds no evidence of it           a finding is an assessment
    superseded     the source was replaced                        nothing

The basis is the first in `_GROUNDS` that some statement gives; what gives none of these is counted by voice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from backstory.records.positions import lasting, source, speaks_as, upheld
from backstory.records.source_independence import Voice, Voices, independent
from backstory.records.standing import Standing, Statement
from backstory.schema.base import SourceUse
from backstory.schema.position import Position, Relation, UnnamedSpeaker
from backstory.values.vocabulary import (
    FINDING_BODIES,
    MAKING,
    OF_BODIES,
    REFUSING,
    REGISTER_KEEPERS,
    SUPPORTING,
    UNANSWERING,
    Access,
    Basis,
    Lowered,
    Response,
    SourceKind,
    Stance,
)


@dataclass(frozen=True, slots=True)
class Tie:
    """What a basis is worked out of.

    `owners` are the actors whose own word acknowledges it, `named` all that it names. `sides` are groups of actors
    that speak as one. `uses` are the sources of the record and of its parts.
    """

    owners: frozenset[str]
    named: frozenset[str]
    sides: tuple[Voice, ...]
    uses: tuple[SourceUse, ...]
    positions: tuple[Position, ...]

    @property
    def concerned(self) -> Voice:
        """Everybody who is no outsider to it."""
        return self.named.union(*self.sides)


def standing(tie: Tie, voices: Voices) -> Standing:
    """What a tie rests on, and how it is answered."""
    said = (*mentioned(tie.uses, tie.positions, voices), *tie.positions)
    kept = set(map(id, upheld(said)))
    heard = [_counted(each, tie, voices) for each in said if id(each) in kept and source(each)]
    lowered = tuple(each for each in heard if each.lowered)
    supporting = [each for each in heard if each.stance in MAKING and Lowered.SUPERSEDED not in each.lowered]
    against = tuple(each for each in heard if each.stance is Stance.FINDS_NO_EVIDENCE)
    if against:
        supporting = [_contradicted(each, against) for each in supporting]
        lowered = (*lowered, *(each for each in supporting if Lowered.CONTRADICTED in each.lowered))
    basis, resting, origins = _basis(supporting, tie, voices)
    beside = tuple(each for each in heard if each.stance in (Stance.INVESTIGATES, Stance.MENTIONS))
    answers, others = _answers(said, tie, voices)
    return Standing(basis, origins, answers, tuple(resting), against, lowered, beside, others)


def of_relation(actor: str, relation: Relation, voices: Voices) -> Standing:
    """What a relation other than backing rests on: both of its ends can acknowledge it, and they are one side."""
    ends = frozenset([actor, relation.actor.id])
    return standing(Tie(ends, ends, (ends,), relation.sources, relation.positions), voices)


def mentioned(uses: Iterable[SourceUse], positions: Iterable[Position], voices: Voices) -> Iterator[Position]:
    """The mentions of sources as positions, each once; a bare one adds nothing where a position cites its source."""
    cited = {ref.id for each in positions if (ref := source(each))}
    for use in dict.fromkeys(uses):
        if use.stance is not None or use.source.id not in cited:
            yield voices.spoken(use)


def _counted(position: Position, tie: Tie, voices: Voices) -> Statement:
    """A position with a source, as what it counts."""
    ref = source(position)
    name = ref.id if ref else ""
    found = voices.sources.get(name)
    origin, own = voices.origin(name), voices.of(position)
    heard = Statement(position, position.stance, name, origin, own or voices.publisher(origin))
    if found is None:
        return heard
    body = voices.type_of(position) in FINDING_BODIES
    if position.stance in OF_BODIES and (not body or found.fields.kind is SourceKind.COURT_FILING):
        # No finding, whatever it is called: no court's, or only filed with one.
        heard = replace(heard, stance=Stance.REPORTS if position.stance in SUPPORTING else Stance.QUESTIONS)
    elif body and position.stance in _OF_A_BODY:
        published = voices.publisher(name)
        if published.isdisjoint(own):
            heard = heard.down(Lowered.SECOND_HAND, published)
        elif not own.isdisjoint(tie.concerned):
            heard = heard.down(Lowered.INTERESTED)
    if found.fields.access is Access.LEAKED:
        heard = heard.down(Lowered.LEAKED, frozenset(["leaked:"]))
    return heard if found.fields.superseded_by is None else heard.down(Lowered.SUPERSEDED)


_OF_A_BODY = (OF_BODIES | SUPPORTING) - {Stance.REPORTS}


def _contradicted(each: Statement, against: Sequence[Statement]) -> Statement:
    """A finding that another body has found no evidence of."""
    finds = each.stance is Stance.FINDS and not each.lowered
    if finds and any(other.position.by != each.position.by for other in against):
        return replace(each, lowered=(Lowered.CONTRADICTED,))
    return each


Holds = Callable[[Statement, Tie, Voices], bool]


def _acknowledged(each: Statement, tie: Tie, _: Voices) -> bool:
    """In so many words: a bare mention of what a backer publishes is no acknowledgement."""
    own = any(speaks_as(each.position, owner) for owner in tie.owners)
    return each.stance in (Stance.ASSERTS, Stance.CONFIRMS) and own and not each.bare and not each.lowered


def _declared(each: Statement, tie: Tie, voices: Voices) -> bool:
    found = voices.sources.get(each.source)
    if each.stance is not Stance.DECLARES or each.lowered or found is None:
        return False
    if found.fields.kind is SourceKind.FILING:
        return any(speaks_as(each.position, end) for end in tie.named)
    kept = found.fields.kind is SourceKind.REGISTER and voices.type_of(each.position) in REGISTER_KEEPERS
    return kept and each.voice.isdisjoint(tie.concerned)


def _found(each: Statement, _tie: Tie, _voices: Voices) -> bool:
    return each.stance is Stance.FINDS and not each.lowered


def _assessed(each: Statement, _tie: Tie, voices: Voices) -> bool:
    if each.lowered and each.lowered != (Lowered.CONTRADICTED,):
        return False
    by_body = voices.type_of(each.position) in FINDING_BODIES
    return by_body and each.stance in (Stance.FINDS, Stance.FINDS_CREDIBLE, Stance.ASSESSES)


_GROUNDS: tuple[tuple[Basis, Holds], ...] = (
    (Basis.ACKNOWLEDGED, _acknowledged),
    (Basis.DECLARED, _declared),
    (Basis.FOUND, _found),
    (Basis.ASSESSED, _assessed),
)


def _basis(
    supporting: Sequence[Statement], tie: Tie, voices: Voices
) -> tuple[Basis, Sequence[Statement], tuple[str, ...]]:
    """The basis, the statements that give it, and the origins of all that supports the tie."""
    if not supporting:
        return Basis.UNSOURCED, (), ()
    named = [each for each in supporting if not isinstance(each.position.by, UnnamedSpeaker)]
    by_origin: dict[str, list[Voice]] = {}
    for each in named or supporting:
        by_origin.setdefault(each.origin, []).append(each.voice)
    origins = independent(by_origin)
    for basis, holds in _GROUNDS:
        if giving := [each for each in named if holds(each, tie, voices)]:
            return basis, giving, origins
    if not named:
        return Basis.UNNAMED, supporting, origins
    speaking = tuple(chain.from_iterable(by_origin.values()))
    if any(all(side & each for each in speaking) for side in tie.sides):
        return Basis.ONE_SIDE, named, origins
    return (Basis.SEPARATE if len(origins) > 1 else Basis.SINGLE), named, origins


_RESPONSES = {
    Stance.DENIES: Response.DENIED,
    Stance.REJECTS_FRAMING: Response.FRAMING_REJECTED,
    Stance.OTHER_EXPLANATION: Response.EXPLAINED,
    Stance.PARTLY_CONFIRMS: Response.EXPLAINED,
    Stance.QUESTIONS: Response.EXPLAINED,
    Stance.RESPONDS: Response.RESPONDED,
    Stance.NO_COMMENT: Response.NO_COMMENT,
    Stance.DECLINED: Response.DECLINED,
    Stance.NO_RESPONSE: Response.NO_ANSWER,
}
_DISPUTING = REFUSING | {Stance.OTHER_EXPLANATION, Stance.QUESTIONS}


def _answers(
    said: tuple[Position, ...], tie: Tie, voices: Voices
) -> tuple[tuple[tuple[Response, Position], ...], tuple[Position, ...]]:
    """How those named answer, by weight, silence only where nothing else is recorded; and who else disputes it."""
    if not any(each.stance in _RESPONSES for each in said):
        return (), ()
    standing = [each for each in lasting(said) if each.stance in _RESPONSES]
    own = [each for each in standing if voices.speaks_for_any(each, tie.named)]
    others = tuple(each for each in standing if each not in own and each.stance in _DISPUTING)
    spoken = [each for each in own if each.stance not in UNANSWERING] or own
    order = list(Response)
    answers = sorted(((_RESPONSES[each.stance], each) for each in spoken), key=lambda pair: order.index(pair[0]))
    return tuple(answers), others
