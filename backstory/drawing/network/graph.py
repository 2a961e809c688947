"""What a drawing of backing takes and gives: actors, ties, and the finished picture with its legend."""

from __future__ import annotations

from enum import StrEnum

from backstory.values.html import Html
from backstory.values.record import Record
from backstory.values.vocabulary import Basis, Response


class Node(Record, frozen=True):
    """An actor. `side` (1 to 4) is the colour and shape of the side it is a party of, 0 is everyone else.

    `lang` and `rtl` are those of `label`; `note` is a word or two under the name where there is room.
    """

    id: str
    label: str
    lang: str
    href: str | None = None
    side: int = 0
    side_label: str = ""
    note: str = ""
    rtl: bool = False


class Edge(Record, frozen=True):
    """A backing. `label` says with what; `basis_words`, `response_words` and `via` are words for the reader.

    A tie that nobody named says is never drawn.
    """

    backer: str
    recipient: str
    basis: Basis
    response: Response = Response.NONE
    label: str = ""
    basis_words: str = ""
    response_words: str = ""
    via: str = ""
    href: str | None = None


class NodeShape(StrEnum):
    """How a network is drawn; also the class of its figure in the page. The package says what each looks like."""

    DUEL = "duel"
    LADDER = "ladder"
    MATRIX = "matrix"
    EGO = "ego"


class Network(Record, frozen=True):
    """A finished drawing. `notes` are sentences to print under it, first of all on what it leaves out."""

    shape: NodeShape
    wide: Html
    narrow: Html
    legend: Html
    description: str
    notes: tuple[str, ...] = ()


def drawable(nodes: tuple[Node, ...], ties: tuple[Edge, ...]) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """The ties that may be drawn, each once, and the actors they or a side hold in the picture."""
    known = {node.id for node in nodes}
    kept = tuple(
        tie
        for tie in dict.fromkeys(ties)
        if tie.basis.drawn and tie.backer != tie.recipient and {tie.backer, tie.recipient} <= known
    )
    held = {end for tie in kept for end in (tie.backer, tie.recipient)}
    return tuple(node for node in nodes if node.side or node.id in held), kept
