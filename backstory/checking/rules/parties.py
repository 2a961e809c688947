"""The sides of a conflict hold together: each is there once, and no party is on two of them at one time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from backstory.checking.context import Context
from backstory.diagnostics import Diagnostic, Related, report
from backstory.records.sides import certain, parties, together
from backstory.schema.kind_fields import Party, Side


def side_twice(context: Context) -> Iterator[Diagnostic]:
    """An id that two sides of one conflict have."""
    for conflict in context.knowledge.conflicts.values():
        first: dict[str, Side] = {}
        for side in conflict.fields.sides:
            kept = first.setdefault(side.id.id, side)
            if kept is not side:
                message = f"two sides of this conflict have the id `{side.id}`"
                related = (Related(kept.id.span, "the first one"),)
                yield report("E213", message, side.id.span, hint="give one of them another id", related=related)


def party_of_two_sides(context: Context) -> Iterator[Diagnostic]:
    """An actor that is certainly a party of two sides on one day."""
    for conflict in context.knowledge.conflicts.values():
        for (one, mine), (other, theirs) in combinations(parties(conflict.fields), 2):
            apart = one.id != other.id and mine.actor == theirs.actor
            if apart and together(certain(mine.from_, mine.to), certain(theirs.from_, theirs.to)):
                yield _on_both(one, mine, other, theirs)


def _on_both(one: Side, mine: Party, other: Side, theirs: Party) -> Diagnostic:
    message = f"`{mine.actor}` is a party of `{one.id}` and of `{other.id}` at one time"
    hint = "if it changed sides, give the earlier one a `to` and the later one a `from`; a helper of both is a backer"
    related = (Related(mine.actor.span, f"here on the side `{one.id}`"),)
    return report("E214", message, theirs.actor.span, hint=hint, related=related)
