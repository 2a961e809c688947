"""Pages that draw very many ties, each drawing with the same ties in a list short enough to read.

Small networks are on one page. Large ones are cut into clusters, a few to a page, with links from one page to another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from backstory.pages.parts import attribution, breadcrumbs, figures, tie_rows, tie_words
from backstory.pages.parts.az_index import CountedLink, counted_link
from backstory.pages.parts.figures import ClusterFigure, FigureView
from backstory.pages.parts.tie_rows import Answer
from backstory.pages.queries import sorting
from backstory.records.backing import Backing
from backstory.values.record import Record
from backstory.values.vocabulary import Response

# What fits on a page under 60 KB compressed: four clusters, or some hundreds of ties in small networks.
_ROOM = 900
_CLUSTER = 225
_SMALL = 15


class NetworkLine(Record, frozen=True):
    """A tie in a line, with the link to its row on the recipient's page. `says` is with what, on what basis, and how it
    is answered."""

    backer: EntityLink
    href: str
    line: str
    says: tuple[str, ...]


class NetworkRow(Record, frozen=True):
    """A recipient with its backers."""

    recipient: EntityLink
    ties: tuple[NetworkLine, ...]


class Panel(Record, frozen=True):
    """A drawing, and the same as a list. Only the first one of a conflict has `conflict` and `title`."""

    id: str
    conflict: EntityLink | None
    title: str
    label: str
    figure: FigureView | None
    rows: tuple[NetworkRow, ...]


class NetworkSection(Record, frozen=True):
    """The backings of one conflict, or with `conflict` None of no conflict, and the marks of its parties."""

    id: str
    conflict: EntityLink | None
    title: str
    backings: tuple[Backing, ...]
    marks: Mapping[str, Mark]


class Subject(Record, frozen=True):
    """What the pages are about: the route of the first one, the title, the sentence under it, the pages before and
    after these, and other pages of the kind, such as the years."""

    route: str
    title: str
    lead: str
    earlier: NavEntry | None = None
    later: NavEntry | None = None
    others: tuple[CountedLink, ...] = ()


class LargeNetworkView(Record, frozen=True):
    """One of the pages. `others` are other pages of the kind, such as the years; `parts` all pages of these ties, where
    there are several."""

    frame: Frame
    up: NavEntry
    title: str
    lead: str
    count: str
    others: tuple[CountedLink, ...]
    parts: tuple[CountedLink, ...]
    panels: tuple[Panel, ...]
    earlier: NavEntry | None
    later: NavEntry | None


class _Part(Record, frozen=True):
    """What one panel will show: a cluster, or the ties of a section that are not drawn."""

    section: NetworkSection
    cluster: ClusterFigure | None
    backings: tuple[Backing, ...]


def pages(site: Site, lang: str, sections: Sequence[NetworkSection], subject: Subject) -> Iterator[Planned]:
    """The pages of these sections.

    Their folders are side by side, so that all have the same relative links and a cluster is drawn once for all.
    """
    page = PageBuilder(site, subject.route, lang)
    fitted = tuple(_fitted(part for each in sections for part in _parts(page, each)))
    stem = subject.route.removesuffix("/")
    routes = [subject.route, *(f"{stem}-part-{number}/" for number in range(2, len(fitted) + 1))]
    by_route = dict(zip(routes, fitted, strict=True))
    for route in routes:
        yield planner.page(route, "large_network.html", partial(_view, site, route, lang, subject, by_route))


def _parts(page: PageBuilder, section: NetworkSection) -> Iterator[_Part]:
    """The clusters of a section with their ties, then the ties that are not drawn."""
    prefix = section.id.removeprefix("_")
    drawn: dict[str, list[int]] = {}
    undrawn: list[Backing] = []
    for place, each in enumerate(section.backings):
        if each.drawn:
            drawn.setdefault(each.recipient, []).append(place)
        else:
            undrawn.append(each)
    for cluster in figures.clusters(page, section.backings, section.marks, title=section.title, prefix=prefix):
        places = sorted(place for recipient in cluster.recipients for place in drawn.get(recipient, ()))
        yield _Part(section, cluster, tuple(section.backings[place] for place in places))
    if undrawn:
        yield _Part(section, None, tuple(undrawn))


def _fitted(parts: Iterable[_Part]) -> Iterator[tuple[_Part, ...]]:
    """The parts that fit on each page."""
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
    """How much of a page a part takes. A cluster grows by its list alone, a network by its lines in two layouts too."""
    ties = len(part.backings)
    return max(_CLUSTER, ties) if part.cluster and part.cluster.label else _SMALL + 2 * ties


def _view(
    site: Site,
    route: str,
    lang: str,
    subject: Subject,
    by_route: Mapping[str, tuple[_Part, ...]],
) -> LargeNetworkView:
    shown = by_route[route]
    one = len({part.section.id for part in shown}) == 1
    page = PageBuilder(site, route, lang, marks=shown[0].section.marks if one else {})
    several = len(by_route) > 1
    place = list(by_route).index(route)
    title = f"{subject.title} ({place + 1}/{len(by_route)})" if several else subject.title
    total = sum(len(part.backings) for part in shown)
    return LargeNetworkView(
        frame=frame(page, title, description=subject.lead, versions=None if place == 0 else (lang,)),
        up=breadcrumbs.up(page, "nav.backers", "backers/"),
        title=title,
        lead=subject.lead,
        count=wording.plural("count.ties", total, lang),
        others=subject.others,
        parts=tuple(_letter(page, route, parts) for route, parts in by_route.items()) if several else (),
        panels=tuple(_panel(page, part, number, shown) for number, part in enumerate(shown)),
        earlier=subject.earlier,
        later=subject.later,
    )


def _letter(page: PageBuilder, route: str, parts: Sequence[_Part]) -> CountedLink:
    labels = dict.fromkeys(_label(part, page.lang) for part in parts)
    count = sum(len(part.backings) for part in parts)
    return counted_link(page, wording.phrase("list.semicolon", page.lang).join(labels), route, "count.ties", count)


def _label(part: _Part, lang: str) -> str:
    if part.cluster is None:
        return wording.phrase("basis.unsourced", lang)
    return part.cluster.label or part.section.title


def _panel(page: PageBuilder, part: _Part, number: int, shown: Sequence[_Part]) -> Panel:
    first = number == 0 or shown[number - 1].section is not part.section
    label = part.cluster.label if part.cluster else wording.phrase("basis.unsourced", page.lang)
    ends = dict.fromkeys(end for each in part.backings for end in (each.recipient, each.backer))
    names = {actor: sorting.called(page, actor) for actor in ends}
    ordered = sorted(
        part.backings, key=lambda each: (names[each.recipient], names[each.backer], sorting.start(each), each.id)
    )
    return Panel(
        part.section.id if first else f"_part-{number}",
        part.section.conflict if first else None,
        part.section.title if first else "",
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
    says = [wording.phrase("list.comma", lang).join(dict.fromkeys(kinds)), attribution.basis(page, backing.standing)]
    if backing.standing.response is not Response.NONE:
        says += [_answer(each, lang) for each in tie_rows.answers(page, backing, card=False)]
    return NetworkLine(
        entity_links.actor(page, backing.backer),
        tie_words.link_at_recipient(page, backing),
        tie_words.line(backing),
        tuple(filter(None, says)),
    )


def _answer(given: Answer, lang: str) -> str:
    names = list(dict.fromkeys(each.who.name.text for each in given.speakers))
    return f"{given.label} {wording.conjunction(names, lang)}" if names else given.label
