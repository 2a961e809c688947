"""A large network in parts that fit a page: recipients of one side and with the same backers are kept together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from backstory.drawing.network.graph import Edge, Node
from backstory.drawing.network.line_styles import LINE, LINES
from backstory.language import wording
from backstory.values.record import Record
from backstory.values.vocabulary import Basis, Response

ROWS = 40
_FEWEST = 4

_STRENGTH = {basis: LINES.index(line) for basis, line in LINE.items()}
_WEIGHT = {each: at for at, each in enumerate(Response)}


class MatrixCell(Record, frozen=True):
    """All ties from one backer to one recipient: their strongest basis, their weightiest answer, their number."""

    backer: Node
    recipient: Node
    basis: Basis
    response: Response
    count: int


_Cells = Mapping[tuple[str, str], MatrixCell]


class RecipientGroup(Record, frozen=True):
    """A part of the network: its rows in an order that keeps like by like, and what stands in them."""

    label: str
    side: int
    rows: tuple[Node, ...]
    columns: tuple[Node, ...]
    cells: _Cells

    @property
    def ties(self) -> int:
        return sum(cell.count for cell in self.cells.values())


def clusters(nodes: Sequence[Node], ties: Sequence[Edge], lang: str) -> tuple[RecipientGroup, ...]:
    """The network in groups of at most `ROWS` recipients, side by side first, then by the backer they share.

    Greedy set cover: the backer with most recipients left names the next group.
    """
    cells = _cells(nodes, ties)
    backers_of = {recipient: frozenset(backer for backer, _ in own) for recipient, own in cells.items()}
    place = {node.id: rank for rank, node in enumerate(nodes)}
    groups: list[RecipientGroup] = []
    for side in (1, 2, 3, 4, 0):
        rows = [node for node in nodes if node.side == side and node.id in backers_of]
        for lead, members in _covered(rows, backers_of, place):
            groups.extend(_group(label, side, part, cells, place) for label, part in _parts(lead, members, nodes, lang))
    return tuple(groups)


def _cells(nodes: Sequence[Node], ties: Sequence[Edge]) -> dict[str, dict[tuple[str, str], MatrixCell]]:
    """The cells of each recipient's row."""
    by_id = {node.id: node for node in nodes}
    met: dict[tuple[str, str], list[Edge]] = {}
    for tie in ties:
        met.setdefault((tie.backer, tie.recipient), []).append(tie)
    rows: dict[str, dict[tuple[str, str], MatrixCell]] = {}
    for (backer, recipient), own in met.items():
        rows.setdefault(recipient, {})[backer, recipient] = MatrixCell(
            by_id[backer],
            by_id[recipient],
            min((tie.basis for tie in own), key=_STRENGTH.__getitem__),
            min((tie.response for tie in own), key=_WEIGHT.__getitem__),
            len(own),
        )
    return rows


def _covered(
    rows: Sequence[Node], backers_of: Mapping[str, frozenset[str]], place: Mapping[str, int]
) -> list[tuple[str, list[Node]]]:
    found: list[tuple[str, list[Node]]] = []
    left = list(rows)
    shares = Counter(backer for node in left for backer in backers_of[node.id])
    while left:
        lead = min(shares, key=lambda backer: (-shares[backer], place[backer]))
        if shares[lead] < _FEWEST and (found or len(left) <= ROWS):
            return [*found, ("", left)]
        found.append((lead, [node for node in left if lead in backers_of[node.id]]))
        left = [node for node in left if lead not in backers_of[node.id]]
        for node in found[-1][1]:
            shares.subtract(backers_of[node.id])
    return found


def _parts(lead: str, members: list[Node], nodes: Sequence[Node], lang: str) -> list[tuple[str, list[Node]]]:
    name = next((node.label for node in nodes if node.id == lead), "")
    label = (
        wording.phrase("drawing.backed-cluster", lang, backer=name) if name else wording.phrase("drawing.others", lang)
    )
    side = members[0].side_label if members[0].side else ""
    label = f"{side}: {label}" if side else label
    if len(members) <= ROWS:
        return [(label, members)]
    count = -(-len(members) // ROWS)
    size = -(-len(members) // count)
    return [(f"{label} ({part + 1}/{count})", members[part * size : (part + 1) * size]) for part in range(count)]


def _group(
    label: str,
    side: int,
    members: Sequence[Node],
    cells: Mapping[str, _Cells],
    place: Mapping[str, int],
) -> RecipientGroup:
    own = {pair: cell for node in members for pair, cell in cells[node.id].items()}
    reach: dict[str, int] = {}
    for backer, _ in own:
        reach[backer] = reach.get(backer, 0) + 1
    known = {cell.backer.id: cell.backer for cell in own.values()}
    columns = sorted(known.values(), key=lambda node: (-reach[node.id], place[node.id]))
    ordered = sorted(
        members, key=lambda node: ([(column.id, node.id) not in own for column in columns], place[node.id])
    )
    return RecipientGroup(label, side, tuple(ordered), tuple(columns), own)
