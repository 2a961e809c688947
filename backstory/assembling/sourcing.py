"""Ties without any source: an error where they name a person or a company, a warning elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from backstory.diagnostics import Diagnostic, report
from backstory.records.backing import Backing
from backstory.records.entity import Entity
from backstory.values.vocabulary import ActorType, Basis

_PROTECTED = frozenset({ActorType.PERSON, ActorType.COMPANY, ActorType.PMC})


def unsourced(backings: Iterable[Backing], actors: Mapping[str, Entity[Any]]) -> Iterator[Diagnostic]:
    """A diagnostic for every tie that rests on nothing; one of an actor to itself is told by a rule."""
    for each in backings:
        if each.standing.basis is Basis.UNSOURCED and each.backer != each.recipient:
            yield _unsourced(each, actors)


def _unsourced(backing: Backing, actors: Mapping[str, Entity[Any]]) -> Diagnostic:
    ends = (end for end in (backing.backer, backing.recipient, backing.via) if end and end in actors)
    exposed = next((end for end in ends if actors[end].fields.type in _PROTECTED), None)
    message = f"nothing is named that says that `{backing.backer}` backs `{backing.recipient}`"
    hint = "add `sources`, or a position with a `source`; until then the tie is listed as unsourced and never drawn"
    if exposed is None:
        return report("W212", message, backing.spans[0], hint=hint)
    noun = "person" if actors[exposed].fields.type is ActorType.PERSON else "company"
    hint = f"`{exposed}` is a {noun}: add `sources` or a position with a `source`, or take the record away"
    return report("E211", message, backing.spans[0], hint=hint)
