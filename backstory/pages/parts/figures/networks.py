"""Networks of backing as figures: of a conflict, of an article's own choice, around one actor, in clusters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from backstory.drawing import network as drawing
from backstory.drawing.network import Network, Node, NodeShape
from backstory.drawing.picture import PictureFrame
from backstory.language import wording
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import direction
from backstory.pages.core.side_marks import Mark
from backstory.pages.parts import backing_list
from backstory.pages.parts.figures import cast
from backstory.pages.parts.figures.figure import FigureView
from backstory.pages.queries import sorting
from backstory.records.backing import Backing
from backstory.values.html import Html


def network(
    page: PageBuilder,
    backings: Sequence[Backing],
    marks: Mapping[str, Mark],
    *,
    title: str = "",
    prefix: str = "net",
    chosen: bool = False,
) -> FigureView | None:
    """The ties among `backings` that may be drawn, None where there is none; each leads to its row on the page.

    `marks` are those of one conflict's parties. `title` says whose network it is, `prefix` keeps its ids apart from
    those of the other figures of the page. Unless the ties were `chosen`, a side that has none is said to have none.
    """
    lines = cast.lines(backings)
    held = cast.nodes(page, lines, marks)
    if not held:
        return None
    drawn = drawing.network(held, cast.ties(page, lines, backing_list.here), frame(page, title, prefix))
    return _figure(drawn, () if chosen else _absent(page, held, marks))


@dataclass(frozen=True, slots=True)
class ClusterFigure:
    """A part of a network that is too large to be seen whole: its name, what draws it, and whose backers it shows."""

    label: str
    draw: Callable[[], FigureView]
    recipients: frozenset[str]


def clusters(
    page: PageBuilder,
    backings: Sequence[Backing],
    marks: Mapping[str, Mark],
    *,
    title: str = "",
    prefix: str = "net",
) -> tuple[ClusterFigure, ...]:
    """The ties among `backings` that may be drawn, in parts that a page can hold: one, unless the network is large.

    A tie leads to its row on the recipient's page.
    """
    lines = cast.lines(backings)
    drawn = [alike for alike, same in lines.items() if same[0].drawn]
    if not drawn:
        return ()
    framed = frame(page, title, prefix)
    if not drawing.is_large(len({end for alike in drawn for end in alike[:2]}), len(drawn)):
        return (ClusterFigure("", partial(_whole, page, lines, marks, framed), frozenset(each[1] for each in drawn)),)
    held, ties = cast.nodes(page, lines, marks), cast.ties(page, lines, backing_list.there)
    key = drawing.legend(ties, NodeShape.MATRIX, page.lang)
    return tuple(
        ClusterFigure(part.label, partial(_part, part, key), frozenset(part.recipients))
        for part in drawing.matrix(held, ties, framed)
    )


def _whole(page: PageBuilder, lines: cast.Lines, marks: Mapping[str, Mark], framed: PictureFrame) -> FigureView:
    held = cast.nodes(page, lines, marks)
    drawn = drawing.network(held, cast.ties(page, lines, backing_list.there), framed)
    return _figure(drawn, _absent(page, held, marks))


def _absent(page: PageBuilder, held: Sequence[Node], marks: Mapping[str, Mark]) -> tuple[str, ...]:
    """Which sides no tie is drawn to, said: a conflict must not seem to have fewer of them."""
    seen = {marks[node.id] for node in held if node.id in marks}
    missing = [mark.label.text for mark in dict.fromkeys(marks.values()) if mark not in seen]
    if not missing:
        return ()
    return (wording.phrase("drawing.no-tie", page.lang, sides=wording.conjunction(missing, page.lang)),)


def _part(part: drawing.Cluster, key: Html) -> FigureView:
    return FigureView(NodeShape.MATRIX.value, part.wide, part.narrow, key)


def around(page: PageBuilder, actor: str, backings: Sequence[Backing]) -> FigureView | None:
    """The network around an actor, capped, in the order of its ledger; what it leaves out stands in it in words."""
    lines = cast.lines(sorting.by_ground(page, backings), sort=False)
    held = cast.nodes(page, lines, page.marks)
    if not held:
        return None
    return _figure(drawing.ego_network(actor, held, cast.ties(page, lines, backing_list.here), frame(page, "", "ego")))


def frame(page: PageBuilder, title: str, prefix: str) -> PictureFrame:
    """What a figure of this page says of itself; without a title, that it is who backs whom."""
    named = wording.phrase("part.backers", page.lang)
    return PictureFrame(f"{named}: {title}" if title else named, page.lang, prefix, direction(page.lang) == "rtl")


def _figure(drawn: Network, notes: tuple[str, ...] = ()) -> FigureView:
    return FigureView(drawn.shape.value, drawn.wide, drawn.narrow, drawn.legend, (*drawn.notes, *notes))
