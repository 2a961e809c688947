"""Who backs whom, drawn: as a duel, a ladder, a matrix, or the ties of one actor.

duel, ladder, ego    where the boxes stand: two sides that face each other; backers in one column and recipients in the
                     other; the ties of one actor (its ego network). A line for each tie is drawn between them
duel_sides, uncross  who stands in which column of a duel; the order in which fewest lines cross
matrix, clusters     a table of squares for what is too large for lines, and its parts
boxes, edges         boxes with names in them; the lines between
column_widths        how wide two columns must be for their names
paint, line_styles   the finished SVG; how a line shows its basis, its response and its side
legend, descriptions  the key to a drawing; the same in sentences
graph                the records that a drawing takes and gives
"""

from __future__ import annotations

from collections.abc import Sequence

from backstory.drawing.network import descriptions, duel, ego, ladder
from backstory.drawing.network.graph import Edge, Network, Node, NodeShape, drawable
from backstory.drawing.network.legend import legend
from backstory.drawing.network.matrix import Cluster, matrix
from backstory.drawing.network.paint import painted
from backstory.drawing.picture import PictureFrame
from backstory.language import wording
from backstory.values.html import Html
from backstory.values.record import replace

__all__ = [
    "LADDER_MOST",
    "Cluster",
    "Edge",
    "Network",
    "Node",
    "NodeShape",
    "PictureFrame",
    "ego_network",
    "is_large",
    "legend",
    "matrix",
    "network",
]

LADDER_MOST = 64
_LADDER_TIES = 160


def network(nodes: Sequence[Node], ties: Sequence[Edge], frame: PictureFrame) -> Network:
    """The network in the shape that shows it best, in a wide and a narrow layout.

    A duel where two sides can face each other, else a ladder, else, past `LADDER_MOST` actors, a matrix whole; `matrix`
    gives its clusters one by one, to be set on pages of their own.
    """
    known, drawn = drawable(tuple(nodes), tuple(ties))
    notes = _notes(ties, frame.lang)
    if is_large(len(known), len(drawn)):
        parts = matrix(known, drawn, frame)
        said = descriptions.summary(known, drawn, frame.lang)
        layouts = [part.draw() for part in parts]
        wide, narrow = "".join(each.text for each, _ in layouts), "".join(each.text for _, each in layouts)
        return Network(
            NodeShape.MATRIX, Html(wide), Html(narrow), legend(drawn, NodeShape.MATRIX, frame.lang), said, notes
        )
    described = descriptions.describe(known, drawn, frame.lang)
    columns = ladder.columns(known, drawn)
    facing = duel.duel(known, drawn)
    shape = NodeShape.DUEL if facing else NodeShape.LADDER
    return Network(
        shape,
        painted(facing or ladder.ladder(columns, frame.lang, ladder.WIDE), described, frame, "wide"),
        painted(ladder.ladder(columns, frame.lang, ladder.NARROW), described, frame, "narrow"),
        legend(drawn, shape, frame.lang),
        described.description,
        notes,
    )


def ego_network(
    centre: str,
    nodes: Sequence[Node],
    ties: Sequence[Edge],
    frame: PictureFrame,
    most: int = ego.MOST,
    titles: tuple[str, str] = ego.TITLES,
) -> Network:
    """The ties of one actor, at most `most` others on either side, under phrases as titles, with a sentence on what is
    left out."""
    _, drawn = drawable(tuple(nodes), tuple(ties))
    ring = ego.circle(centre, nodes, drawn, most, titles)
    described = descriptions.describe(ring.nodes, ring.ties, frame.lang)
    if ring.left_out:
        rest = wording.plural("drawing.left-out", ring.left_out, frame.lang)
        described = replace(described, description=f"{described.description} {rest}.")
    return Network(
        NodeShape.EGO,
        painted(ego.wide(ring, frame.lang), described, frame, "wide"),
        painted(ego.narrow(ring, frame.lang), described, frame, "narrow"),
        legend(ring.ties, NodeShape.EGO, frame.lang),
        described.description,
        _notes([tie for tie in ties if centre in (tie.backer, tie.recipient)], frame.lang),
    )


def is_large(nodes: int, ties: int) -> bool:
    """Whether a network of so many actors and drawn ties is drawn as a matrix."""
    return nodes > LADDER_MOST or ties > _LADDER_TIES


def _notes(ties: Sequence[Edge], lang: str) -> tuple[str, ...]:
    """What is not drawn, said."""
    unsourced = sum(not tie.basis.drawn for tie in ties)
    return (wording.plural("drawing.unsourced", unsourced, lang),) if unsourced else ()
