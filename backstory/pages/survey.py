"""A survey of many ties: drawn, and beside each drawing the same in a list short enough to read.

Small networks stand on one page; large ones are cut into clusters, a few to a page, with the way from one to the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from backstory.model import wording
from backstory.model.backing import Backing
from backstory.model.plan import Page
from backstory.model.vocabulary import Response
from backstory.pages import figures, ledger, order, refs
from backstory.pages.figures import Cluster, Figure
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame, NavEntry, frame
from backstory.pages.index import Letter
from backstory.pages.marks import Mark
from backstory.pages.planner import Made
from backstory.pages.refs import Ref
from backstory.pages.site import Site

# So many clusters and ties of two layouts each, with their list, stay under 60 KB compressed.
_CLUSTERS = 4
_TIES = 900


@dataclass(frozen=True, slots=True)
class Line:
    """A tie in a line, leading to its row in the recipient's ledger; `says` is with what, on what basis, how answered."""

    backer: Ref
    href: str
    line: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A recipient with its backers."""

    recipient: Ref
    ties: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A drawing and the same as a list; the conflict stands over its first panel alone."""

    id: str
    conflict: Ref | None
    title: str
    label: str
    figure: Figure | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The backings of one conflict (None for none), and the marks of its parties."""

    id: str
    conflict: Ref | None
    title: str
    backings: tuple[Backing, ...]
    marks: Mapping[str, Mark]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a survey is of: its route in its language, its title and what is said under it, and its neighbours."""

    route: str
    title: str
    lead: str
    earlier: NavEntry | None = None
    later: NavEntry | None = None
    beside: tuple[Letter, ...] = ()


@dataclass(frozen=True, slots=True)
class SurveyView:
    """A page of a survey. `beside` are its like, as the other years; `parts` its own pages where there are several."""

    frame: Frame
    up: NavEntry
    title: str
    lead: str
    count: str
    beside: tuple[Letter, ...]
    parts: tuple[Letter, ...]
    panels: tuple[Panel, ...]
    earlier: NavEntry | None
    later: NavEntry | None


@dataclass(frozen=True, slots=True)
class _Part:
    """A panel yet to be filled: a cluster, or the ties of a stretch that are not drawn."""

    stretch: Stretch
    cluster: Cluster | None
    backings: tuple[Backing, ...]


def pages(site: Site, lang: str, stretches: Sequence[Stretch], subject: Subject) -> Iterator[Made]:
    """The pages of a survey: the first at its own route, the others below it."""
    sheets = tuple(_sheets(part for each in stretches for part in _parts(site, lang, subject.route, each)))
    routes = [subject.route, *(f"{subject.route}part-{number}/" for number in range(2, len(sheets) + 1))]
    for place, sheet in enumerate(sheets):
        yield _page(Folio(site, routes[place], lang), subject, routes, sheets, place, sheet)


def _parts(site: Site, lang: str, route: str, stretch: Stretch) -> Iterator[_Part]:
    """The clusters of a stretch with their ties. They are drawn for a page as deep as the deepest they may stand on."""
    folio = Folio(site, route, lang)
    found = figures.clusters(
        folio, stretch.backings, stretch.marks, title=stretch.title, prefix=stretch.id.removeprefix("_")
    )
    for cluster in found:
        yield _Part(
            stretch,
            cluster,
            tuple(each for each in stretch.backings if each.drawn and each.recipient in cluster.recipients),
        )
    undrawn = tuple(each for each in stretch.backings if not each.drawn)
    if undrawn:
        yield _Part(stretch, None, undrawn)
