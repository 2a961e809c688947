"""A survey of many ties: drawn, and beside each drawing the same in a list short enough to read.

Small networks stand on one page; large ones are cut into clusters, a few to a page, with the way from one to the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from backstory.language import wording
from backstory.pages.core import entity_links, planner
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame, NavEntry, frame
from backstory.pages.core.planner import Planned
from backstory.pages.core.side_marks import Mark
from backstory.pages.core.site import Site
from backstory.pages.parts import backing_list, breadcrumbs, figures
from backstory.pages.parts.az_index import Letter, door
from backstory.pages.parts.figures import ClusterFigure, FigureView
from backstory.pages.queries import sorting
from backstory.records.backing import Backing
from backstory.values.vocabulary import Response

# What stands on a page that stays under 60 KB compressed: four clusters, or some hundreds of ties in small networks.
_ROOM = 900
_CLUSTER = 225
_SMALL = 15


@dataclass(frozen=True, slots=True)
class NetworkLine:
    """A tie in a line, leading to its row in the recipient's ledger; `says` is with what, on what basis, the answer."""

    backer: EntityLink
    href: str
    line: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """A recipient with its backers."""

    recipient: EntityLink
    ties: tuple[NetworkLine, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A drawing and the same as a list; `conflict` and `title` stand over the first one of a conflict alone."""

    id: str
    conflict: EntityLink | None
    title: str
    label: str
    figure: FigureView | None
    rows: tuple[NetworkRow, ...]


@dataclass(frozen=True, slots=True)
class NetworkSection:
    """The backings of one conflict (None for none), and the marks of its parties."""

    id: str
    conflict: EntityLink | None
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
class LargeNetworkView:
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

    stretch: NetworkSection
    cluster: ClusterFigure | None
    backings: tuple[Backing, ...]


def pages(site: Site, lang: str, stretches: Sequence[NetworkSection], subject: Subject) -> Iterator[Planned]:
    """The pages of a survey. They stand side by side, for what is drawn once holds the links of all."""
    page = PageBuilder(site, subject.route, lang)
    sheets = tuple(_sheets(part for each in stretches for part in _parts(page, each)))
    stem = subject.route.removesuffix("/")
    routes = [subject.route, *(f"{stem}-part-{number}/" for number in range(2, len(sheets) + 1))]
    for route, sheet in zip(routes, sheets, strict=True):
        beside = dict(zip(routes, sheets, strict=True))
        yield planner.page(route, "survey.html", partial(_view, site, route, lang, subject, beside, sheet))


def _parts(page: PageBuilder, stretch: NetworkSection) -> Iterator[_Part]:
    """The clusters of a stretch with their ties, then the ties that are not drawn."""
    prefix = stretch.id.removeprefix("_")
    for cluster in figures.clusters(page, stretch.backings, stretch.marks, title=stretch.title, prefix=prefix):
        drawn = (each for each in stretch.backings if each.drawn and each.recipient in cluster.recipients)
        yield _Part(stretch, cluster, tuple(drawn))
    undrawn = tuple(each for each in stretch.backings if not each.drawn)
    if undrawn:
        yield _Part(stretch, None, undrawn)


def _sheets(parts: Iterable[_Part]) -> Iterator[tuple[_Part, ...]]:
    held: list[_Part] = []
    room = _ROOM
    for part in parts:
        if held and _weight(part) > room:
            yield tuple(held)
            held, room = [], _ROOM
        held.append(part)
        room -= _weight(part)
    if held:
        yield tuple(held)


def _weight(part: _Part) -> int:
    """How much of a page a part takes: a cluster grows by its list alone, a network by its lines in two layouts too."""
    ties = len(part.backings)
    return max(_CLUSTER, ties) if part.cluster and part.cluster.label else _SMALL + 2 * ties


def _view(
    site: Site,
    route: str,
    lang: str,
    subject: Subject,
    sheets: Mapping[str, tuple[_Part, ...]],
    shown: tuple[_Part, ...],
) -> LargeNetworkView:
    one = len({part.stretch.id for part in shown}) == 1
    page = PageBuilder(site, route, lang, marks=shown[0].stretch.marks if one else {})
    several = len(sheets) > 1
    place = list(sheets).index(route)
    title = f"{subject.title} ({place + 1}/{len(sheets)})" if several else subject.title
    total = sum(len(part.backings) for part in shown)
    return LargeNetworkView(
        frame=frame(page, title, description=subject.lead, versions=None if place == 0 else (lang,)),
        up=breadcrumbs.up(page, "nav.backers", "backers/"),
        title=title,
        lead=subject.lead,
        count=wording.plural("count.ties", total, lang),
        beside=subject.beside,
        parts=tuple(_letter(page, route, parts) for route, parts in sheets.items()) if several else (),
        panels=tuple(_panel(page, part, number, shown) for number, part in enumerate(shown)),
        earlier=subject.earlier,
        later=subject.later,
    )


def _letter(page: PageBuilder, route: str, parts: Sequence[_Part]) -> Letter:
    labels = dict.fromkeys(_label(part, page.lang) for part in parts)
    count = sum(len(part.backings) for part in parts)
    return door(page, wording.phrase("list.semicolon", page.lang).join(labels), route, "count.ties", count)


def _label(part: _Part, lang: str) -> str:
    if part.cluster is None:
        return wording.phrase("basis.unsourced", lang)
    return part.cluster.label or part.stretch.title


def _panel(page: PageBuilder, part: _Part, number: int, shown: Sequence[_Part]) -> Panel:
    first = number == 0 or shown[number - 1].stretch is not part.stretch
    label = part.cluster.label if part.cluster else wording.phrase("basis.unsourced", page.lang)
    ends = dict.fromkeys(end for each in part.backings for end in (each.recipient, each.backer))
    names = {actor: sorting.called(page, actor) for actor in ends}
    ordered = sorted(
        part.backings, key=lambda each: (names[each.recipient], names[each.backer], sorting.start(each), each.id)
    )
    return Panel(
        part.stretch.id if first else f"_part-{number}",
        part.stretch.conflict if first else None,
        part.stretch.title if first else "",
        label,
        part.cluster.draw() if part.cluster else None,
        tuple(
            NetworkRow(entity_links.actor(page, recipient), tuple(_line(page, each) for each in held))
            for recipient, held in groupby(ordered, key=lambda each: each.recipient)
        ),
    )


def _line(page: PageBuilder, backing: Backing) -> NetworkLine:
    lang = page.lang
    kinds = (wording.phrase(f"support.{each.kind.value}", lang) for each in backing.support)
    says = [wording.phrase("list.comma", lang).join(dict.fromkeys(kinds)), backing_list.basis_label(backing, lang)]
    if backing.standing.response is not Response.NONE:
        says += [_answer(each, lang) for each in backing_list.answers(page, backing, card=False)]
    return NetworkLine(
        entity_links.actor(page, backing.backer),
        backing_list.there(page, backing),
        backing_list.line(backing),
        tuple(filter(None, says)),
    )


def _answer(given: backing_list.Answer, lang: str) -> str:
    names = list(dict.fromkeys(each.who.name.text for each in given.speakers))
    return f"{given.label} {wording.conjunction(names, lang)}" if names else given.label
