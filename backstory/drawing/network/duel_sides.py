"""Who stands where in a duel: the backers and parties of either half, and those who back both."""

from __future__ import annotations

from collections.abc import Sequence

from backstory.drawing.network.graph import Edge, Node
from backstory.drawing.network.uncross import untangled
from backstory.values.record import Record

_MOST_OVER = 4


class Camps(Record, frozen=True):
    """The ids of the backers and parties of the left half and the right one, and of those who back both."""

    backers: tuple[tuple[str, ...], tuple[str, ...]]
    parties: tuple[tuple[str, ...], tuple[str, ...]]
    both: tuple[str, ...]


def camps(nodes: Sequence[Node], ties: Sequence[Edge]) -> Camps | None:
    """Two sides and their backers; None where a line would run behind a box, or there are not two sides."""
    sides = sorted({node.side for node in nodes if node.side})
    if len(sides) != 2:
        return None
    half_of = {node.id: sides.index(node.side) for node in nodes if node.side}
    reach = {node.id: _reach(node.id, ties, half_of, ()) for node in nodes if not node.side}
    if any(not halves for halves in reach.values()):
        return None
    both = tuple(each for each, halves in reach.items() if len(halves) == 2)
    outer = {each: next(iter(halves)) for each, halves in reach.items() if len(halves) == 1}
    homes = half_of | outer
    if len(both) > _MOST_OVER or any(_hidden(tie, both, half_of, homes) for tie in ties):
        return None
    backers, parties = [], []
    for which in (0, 1):
        here = [each for each, half in outer.items() if half == which]
        there = [node.id for node in nodes if half_of.get(node.id) == which]
        pairs = [(tie.backer, tie.recipient) for tie in ties if tie.backer in here and tie.recipient in there]
        ordered, groups = untangled(here, [there], pairs)
        backers.append(ordered)
        parties.append(groups[0])
    return Camps((backers[0], backers[1]), (parties[0], parties[1]), both)


def _reach(actor: str, ties: Sequence[Edge], half_of: dict[str, int], seen: tuple[str, ...]) -> frozenset[int]:
    """The halves that an actor backs, by itself or through those it backs."""
    found: frozenset[int] = frozenset()
    for tie in ties:
        if tie.backer == actor and tie.recipient not in seen:
            half = half_of.get(tie.recipient)
            found |= {half} if half is not None else _reach(tie.recipient, ties, half_of, (*seen, actor))
    return found


def _hidden(tie: Edge, both: Sequence[str], half_of: dict[str, int], homes: dict[str, int]) -> bool:
    """Whether the line of a tie would run behind a box that stands between its ends."""
    if tie.backer in both:
        return tie.recipient not in half_of
    if tie.recipient in both:
        return True
    across = homes[tie.backer] != homes[tie.recipient]
    return across and not {tie.backer, tie.recipient} <= set(half_of)
