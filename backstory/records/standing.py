"""What a tie rests on and how it is answered: derived, and shown apart."""

from __future__ import annotations

from dataclasses import dataclass, replace

from backstory.records.positions import response
from backstory.schema.position import Position, UnnamedSpeaker
from backstory.values.vocabulary import REFUSING, Basis, Lowered, Response, Stance


class Mention(Position):
    """A mention of a source, read as a position. A `bare` one does not say what the source does."""

    bare: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """What one speaker does about a tie, read in one source, as what it counts.

    `stance` is what it counts as, `lowered` why that is less than what is written. `origin` is the source whose words
    these are in the end, `voice` whose word it is.
    """

    position: Position
    stance: Stance
    source: str
    origin: str
    voice: frozenset[str]
    lowered: tuple[Lowered, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether it is a mention of a source that does not say what the source does."""
        return isinstance(self.position, Mention) and self.position.bare

    def down(self, why: Lowered, voice: frozenset[str] = frozenset()) -> Statement:
        """The same, counted for less, and spoken by `voice` too."""
        read = why is Lowered.SECOND_HAND and self.stance is not Stance.FINDS_NO_EVIDENCE
        stance = Stance.REPORTS if read else self.stance
        return replace(self, stance=stance, voice=self.voice | voice, lowered=(*self.lowered, why))


@dataclass(frozen=True, slots=True)
class Standing:
    """What a tie rests on and how it is answered.

    `origins` are the ids of the sources that support it, one for each voice: a relay counts as what it relays, and
    sources that share a publisher or speaker count once. `answers` pairs each way in which those named in the tie
    answer with the position that gives it, by weight; `others` are those not named who dispute it. `resting` are the
    statements that give the basis, `against` the bodies that found no evidence, `lowered` what counts for less than it
    says, `beside` what supports nothing: mentions, and bodies that are looking into it.
    """

    basis: Basis
    origins: tuple[str, ...]
    answers: tuple[tuple[Response, Position], ...]
    resting: tuple[Statement, ...] = ()
    against: tuple[Statement, ...] = ()
    lowered: tuple[Statement, ...] = ()
    beside: tuple[Statement, ...] = ()
    others: tuple[Position, ...] = ()

    @property
    def response(self) -> Response:
        """The answer of those named that weighs first: a denial before all, nothing recorded last."""
        return response(self.answers)

    @property
    def plain(self) -> bool:
        """Whether a page may tell it in its own voice: acknowledged or declared, and denied by nobody named."""
        refused = (each.by for each in (*(each for _, each in self.answers), *self.others) if each.stance in REFUSING)
        denied = any(not isinstance(by, UnnamedSpeaker) for by in refused)
        return self.basis in (Basis.ACKNOWLEDGED, Basis.DECLARED) and not denied and not self.against
