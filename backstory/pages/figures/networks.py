"""Networks of backing as figures: of a conflict, of an article's own choice, around one actor, in clusters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from backstory.drawing import network as drawing
from backstory.drawing.frame import Frame
from backstory.drawing.network import Network, Node, Shape
from backstory.model import wording
from backstory.model.backing import Backing
from backstory.model.html import Html
from backstory.pages import ledger, order
from backstory.pages.figures import cast
from backstory.pages.figures.figure import Figure
from backstory.pages.folio import Folio
from backstory.pages.marks import Mark
from backstory.pages.text import direction


def network(
    folio: Folio,
    backings: Sequence[Backing],
    marks: Mapping[str, Mark],
    *,
    title: str = "",
    prefix: str = "net",
    chosen: bool = False,
) -> Figure | None:
    """The ties among `backings` that may be drawn, None where there is none; each leads to its row on the page.

    `marks` are those of one conflict's parties. `title` says whose network it is, `prefix` keeps its ids apart from
    those of the other figures of the page. Unless the ties were `chosen`, a side that has none is said to have none.
    """
    lines = cast.lines(backings)
    held = cast.nodes(folio, lines, marks)
    if not held:
        return None
    drawn = drawing.network(held, cast.ties(folio, lines, ledger.here), frame(folio, title, prefix))
    return _figure(drawn, () if chosen else _absent(folio, held, marks))


@dataclass(frozen=True, slots=True)
class Cluster:
    """A part of a network that is too large to be seen whole: its name, what draws it, and whose backers it shows."""

    label: str
    draw: Callable[[], Figure]
    recipients: frozenset[str]


def clusters(
    folio: Folio,
    backings: Sequence[Backing],
    marks: Mapping[str, Mark],
    *,
    title: str = "",
    prefix: str = "net",
) -> tuple[Cluster, ...]:
    """The ties among `backings` that may be drawn, in parts that a page can hold: one, unless the network is large.

    A tie leads to its row on the recipient's page.
    """
    lines = cast.lines(backings)
    drawn = [alike for alike, same in lines.items() if same[0].drawn]
    if not drawn:
        return ()
    framed = frame(folio, title, prefix)
    if not drawing.is_large(len({end for alike in drawn for end in alike[:2]}), len(drawn)):
        return (Cluster("", partial(_whole, folio, lines, marks, framed), frozenset(each[1] for each in drawn)),)
    held, ties = cast.nodes(folio, lines, marks), cast.ties(folio, lines, ledger.there)
    key = drawing.legend(ties, Shape.MATRIX, folio.lang)
    return tuple(
        Cluster(part.label, partial(_part, part, key), frozenset(part.recipients))
        for part in drawing.matrix(held, ties, framed)
    )


def _whole(folio: Folio, lines: cast.Lines, marks: Mapping[str, Mark], framed: Frame) -> Figure:
    held = cast.nodes(folio, lines, marks)
    drawn = drawing.network(held, cast.ties(folio, lines, ledger.there), framed)
    return _figure(drawn, _absent(folio, held, marks))


def _absent(folio: Folio, held: Sequence[Node], marks: Mapping[str, Mark]) -> tuple[str, ...]:
    """Which sides no tie is drawn to, said: a conflict must not seem to have fewer of them."""
    seen = {marks[node.id] for node in held if node.id in marks}
    missing = [mark.label.text for mark in dict.fromkeys(marks.values()) if mark not in seen]
    if not missing:
        return ()
    return (wording.phrase("drawing.no-tie", folio.lang, sides=wording.conjunction(missing, folio.lang)),)


def _part(part: drawing.Cluster, key: Html) -> Figure:
    return Figure(Shape.MATRIX.value, part.wide, part.narrow, key)


def around(folio: Folio, actor: str, backings: Sequence[Backing]) -> Figure | None:
    """The network around an actor, capped, in the order of its ledger; what it leaves out stands in it in words."""
    lines = cast.lines(order.by_ground(folio, backings), sort=False)
    held = cast.nodes(folio, lines, folio.marks)
    if not held:
        return None
    return _figure(drawing.ego_network(actor, held, cast.ties(folio, lines, ledger.here), frame(folio, "", "ego")))


def frame(folio: Folio, title: str, prefix: str) -> Frame:
    """What a figure of this page says of itself; without a title, that it is who backs whom."""
    named = wording.phrase("part.backers", folio.lang)
    return Frame(f"{named}: {title}" if title else named, folio.lang, prefix, direction(folio.lang) == "rtl")


def _figure(drawn: Network, notes: tuple[str, ...] = ()) -> Figure:
    return Figure(drawn.shape.value, drawn.wide, drawn.narrow, drawn.legend, (*drawn.notes, *notes))
