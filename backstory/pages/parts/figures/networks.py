"""Networks of backing: of a conflict, of the ties that an article chose, around one actor, in clusters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from backstory.drawing import network as drawing
from backstory.drawing.network import Network, Node, NodeShape
from backstory.drawing.picture import PictureFrame
from backstory.language import wording
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import direction
from backstory.pages.core.side_marks import Mark
from backstory.pages.parts import tie_words
from backstory.pages.parts.figures import network_data
from backstory.pages.parts.figures.figure import FigureView
from backstory.pages.parts.figures.network_data import Lines
from backstory.pages.queries import sorting
from backstory.records.backing import Backing
from backstory.values.html import Html
from backstory.values.record import Record


def network(
    page: PageBuilder,
    backings: Sequence[Backing],
    marks: Mapping[str, Mark],
    *,
    title: str = "",
    prefix: str = "net",
    chosen: bool = False,
    listed: bool = True,
) -> FigureView | None:
    """The network of those ties among `backings` that may be drawn, None without any. Each leads to its row: on the
    page, or where the page has not `listed` them, on the recipient's.

    `marks` are those of the parties of one conflict. `title` says whose network it is; `prefix` keeps its HTML ids
    apart from those of other figures. Unless an article has `chosen` the ties, a note names the sides that have none.
    """
    lines = network_data.lines(backings)
    held = network_data.nodes(page, lines, marks)
    if not held:
        return None
    row = tie_words.link_here if listed else tie_words.link_at_recipient
    drawn = drawing.network(held, network_data.edges(page, lines, row), frame(page, title, prefix, backings))
    return _figure(drawn, () if chosen else _absent(page, held, marks))


class ClusterFigure(Record, frozen=True):
    """A part of a network that is too large for one drawing: its name, a function that draws it, and the ids of the
    recipients whose backers it shows."""

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
    """The network of those ties among `backings` that may be drawn, in one part, or where it is large in several.

    Each tie leads to its row on the recipient's page.
    """
    lines = network_data.lines(backings)
    drawn = [alike for alike, same in lines.items() if same[0].drawn]
    if not drawn:
        return ()
    framed = frame(page, title, prefix, backings)
    if not drawing.is_large(len({end for alike in drawn for end in alike[:2]}), len(drawn)):
        return (ClusterFigure("", partial(_whole, page, lines, marks, framed), frozenset(each[1] for each in drawn)),)
    held, ties = network_data.nodes(page, lines, marks), network_data.edges(page, lines, tie_words.link_at_recipient)
    key = drawing.legend(ties, NodeShape.MATRIX, page.lang)
    return tuple(
        ClusterFigure(part.label, partial(_part, part, key), frozenset(part.recipients))
        for part in drawing.matrix(held, ties, framed)
    )


def _whole(page: PageBuilder, lines: Lines, marks: Mapping[str, Mark], framed: PictureFrame) -> FigureView:
    held = network_data.nodes(page, lines, marks)
    drawn = drawing.network(held, network_data.edges(page, lines, tie_words.link_at_recipient), framed)
    return _figure(drawn, _absent(page, held, marks))


def _absent(page: PageBuilder, held: Sequence[Node], marks: Mapping[str, Mark]) -> tuple[str, ...]:
    """A note that names the sides without a drawn tie: the conflict must not seem to have fewer sides."""
    seen = {marks[node.id] for node in held if node.id in marks}
    missing = [mark.label.text for mark in dict.fromkeys(marks.values()) if mark not in seen]
    if not missing:
        return ()
    return (wording.phrase("drawing.no-tie", page.lang, sides=wording.conjunction(missing, page.lang)),)


def _part(part: drawing.Cluster, key: Html) -> FigureView:
    return FigureView(NodeShape.MATRIX.value, *part.draw(), key)


def around(page: PageBuilder, actor: str, backings: Sequence[Backing], titles: tuple[str, str]) -> FigureView | None:
    """The network around an actor, None without a tie that may be drawn. The ties are in the order of the actor's
    lists; of very many, the drawing says in words how many it leaves out. `titles` are the phrases over its backers and
    over those whom it backs."""
    lines = network_data.lines(sorting.by_ground(page, backings), sort=False)
    held = network_data.nodes(page, lines, page.marks)
    if not held:
        return None
    ties, framed = network_data.edges(page, lines, tie_words.link_here), frame(page, "", "ego", backings)
    return _figure(drawing.ego_network(actor, held, ties, framed, titles=titles))


def frame(page: PageBuilder, title: str, prefix: str, backings: Iterable[Backing] = ()) -> PictureFrame:
    """The name, language and ids of a figure on this page; without a title, the name is "who backs whom" or "who
    backed whom"."""
    named = wording.phrase(tie_words.heading(page, "part.backers", backings), page.lang)
    return PictureFrame(f"{named}: {title}" if title else named, page.lang, prefix, direction(page.lang) == "rtl")


def _figure(drawn: Network, notes: tuple[str, ...] = ()) -> FigureView:
    return FigureView(drawn.shape.value, drawn.wide, drawn.narrow, drawn.legend, (*drawn.notes, *notes))
