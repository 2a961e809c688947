"""Two voices on a claim, alike: the first who says so, and the first who does not."""

from __future__ import annotations

from collections.abc import Iterable

from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.parts import claim_rows
from backstory.pages.parts.claim_rows import PositionView, SpeakerGroup
from backstory.pages.parts.speakers import Speaker
from backstory.records import positions
from backstory.records.knowledge import Claim
from backstory.schema.position import Position
from backstory.values.record import Record, replace
from backstory.values.vocabulary import SUPPORTING, Stance

_DENIALS = (Stance.DENIES, Stance.REJECTS_FRAMING)


class Voice(Record, frozen=True):
    """Somebody on one side of a claim, under the label of those who speak so; `others` are those who do too."""

    label: str
    said: PositionView
    others: tuple[Speaker, ...]


def two_voices(page: PageBuilder, claim: Claim) -> tuple[Voice, ...]:
    """Who says so and who denies it, else who takes another position; none where there are not two.

    Of each, the first in order of date who is quoted, where both have one; else the first, and neither is quoted.
    """
    _, said = positions.split(claim.fields.positions, claim.fields.date)
    standing = positions.lasting(said)
    for_it = [each for each in standing if each.stance in SUPPORTING]
    others = [each for each in standing if each.stance not in SUPPORTING]
    against = [each for each in others if each.stance in _DENIALS] or others
    if not (for_it and against):
        return ()
    quoted = [next((each for each in side if each.quote), None) for side in (for_it, against)]
    one, other = quoted[0] or for_it[0], quoted[1] or against[0]
    both = bool(one.quote and other.quote)
    groups = claim_rows.summary(page, claim).groups
    return tuple(
        _voice(page, first if both else first_of, groups, both=both)
        for first, first_of in ((one, for_it[0]), (other, against[0]))
    )


def _voice(page: PageBuilder, taken: Position, groups: Iterable[SpeakerGroup], *, both: bool) -> Voice:
    shown = claim_rows.position(page, taken)
    group = claim_rows.group_of(taken.stance)
    same = next(each for each in groups if each.group == group)
    others = tuple(each for each in same.speakers if each.who.name != shown.speaker.who.name)
    return Voice(same.label, shown if both else replace(shown, quote=None), others)
