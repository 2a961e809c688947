"""Where what a claim says comes from: in whose voices, and of which side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from backstory.records.knowledge import Claim, Conflict
from backstory.records.positions import source, upheld
from backstory.records.source_independence import Voice, Voices
from backstory.schema.position import Position
from backstory.values.vocabulary import SUPPORTING


def supporting(claim: Claim) -> tuple[str, ...]:
    """The ids of the sources in which somebody is read to say what the claim says."""
    named = (each.source for each in claim.fields.sources)
    return tuple(dict.fromkeys(ref.id for ref in (*map(source, _said(claim)), *named) if ref))


def heard(claim: Claim, voices: Voices) -> Mapping[str, Iterable[Voice]]:
    """The origins of what a claim says, each with its voices, as those of a tie are found."""
    return voices.heard((each.source.id for each in claim.fields.sources), _said(claim))


def _said(claim: Claim) -> list[Position]:
    return [each for each in upheld(claim.fields.positions) if each.stance in SUPPORTING]


def of_one_side(conflict: Conflict, origins: Iterable[str], voices: Voices) -> bool:
    """Whether the publishers of all these sources are parties of one side, or belong to one."""
    published = [voices.publisher(each) for each in origins]
    sides = [{party.actor.id for party in side.parties} for side in conflict.fields.sides]
    return bool(published) and any(all(side & each for each in published) for side in sides)
