"""Who backs whom, drawn: as a duel, a ladder, a matrix, or the ties of one actor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from backstory.drawing.network import descriptions, duel, ego, ladder
from backstory.drawing.network.graph import Edge, Network, Node, NodeShape, drawable
from backstory.drawing.network.legend import legend
from backstory.drawing.network.matrix import Cluster, matrix
from backstory.drawing.network.paint import painted
from backstory.drawing.picture import PictureFrame
from backstory.language import wording
from backstory.values.html import Html
from backstory.values.vocabulary import Basis

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
        said = descriptions.describe(known, drawn, frame.lang)
        wide, narrow = "".join(part.wide.text for part in parts), "".join(part.narrow.text for part in parts)
        return Network(
            NodeShape.MATRIX, Html(wide), Html(narrow), legend(drawn, NodeShape.MATRIX, frame.lang), said, notes
        )
    told = descriptions.told(known, drawn, frame.lang)
    cast = ladder.cast(known, drawn)
    faced = duel.duel(known, drawn)
    shape = NodeShape.DUEL if faced else NodeShape.LADDER
    return Network(
        shape,
        painted(faced or ladder.ladder(cast, frame.lang, ladder.WIDE), told, frame, "wide"),
        painted(ladder.ladder(cast, frame.lang, ladder.NARROW), told, frame, "narrow"),
        legend(drawn, shape, frame.lang),
        told.description,
        notes,
    )


def ego_network(
    centre: str, nodes: Sequence[Node], ties: Sequence[Edge], frame: PictureFrame, most: int = ego.MOST
) -> Network:
    """The ties of one actor, at most `most` others on either side, with a sentence on what is left out."""
    _, drawn = drawable(tuple(nodes), tuple(ties))
    ring = ego.circle(centre, nodes, drawn, most)
    told = descriptions.told(ring.nodes, ring.ties, frame.lang)
    if ring.left_out:
        rest = wording.plural("drawing.left-out", ring.left_out, frame.lang)
        told = replace(told, description=f"{told.description} {rest}.")
    return Network(
        NodeShape.EGO,
        painted(ego.wide(ring, frame.lang), told, frame, "wide"),
        painted(ego.narrow(ring, frame.lang), told, frame, "narrow"),
        legend(ring.ties, NodeShape.EGO, frame.lang),
        told.description,
        _notes([tie for tie in ties if centre in (tie.backer, tie.recipient)], frame.lang),
    )


def is_large(nodes: int, ties: int) -> bool:
    """Whether a network of so many actors and drawn ties is drawn as a matrix."""
    return nodes > LADDER_MOST or ties > _LADDER_TIES


def _notes(ties: Sequence[Edge], lang: str) -> tuple[str, ...]:
    """What is not drawn, said."""
    unsourced = sum(tie.basis is Basis.UNSOURCED for tie in ties)
    return (wording.plural("drawing.unsourced", unsourced, lang),) if unsourced else ()
