"""A survey of many ties: drawn, and beside each drawing the same in a list short enough to read.

Small networks stand on one page; large ones are cut into clusters, a few to a page, with the way from one to the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from backstory.model import wording
from backstory.model.backing import Backing
from backstory.model.vocabulary import Response
from backstory.pages import figures, ledger, order, planner, refs, trail
from backstory.pages.figures import Cluster, Figure
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame, NavEntry, frame
from backstory.pages.index import Letter, door
from backstory.pages.marks import Mark
from backstory.pages.planner import Made
from backstory.pages.refs import Ref
from backstory.pages.site import Site

# What stands on a page that stays under 60 KB compressed: four clusters, or some hundreds of ties in small networks.
_ROOM = 900
_CLUSTER = 225
_SMALL = 15


@dataclass(frozen=True, slots=True)
class Line:
    """A tie in a line, leading to its row in the recipient's ledger; `says` is with what, on what basis, the answer."""

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
    """A drawing and the same as a list; `conflict` and `title` stand over the first one of a conflict alone."""

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
    """The pages of a survey. They stand side by side, for what is drawn once holds the links of all."""
    folio = Folio(site, subject.route, lang)
    sheets = tuple(_sheets(part for each in stretches for part in _parts(folio, each)))
    stem = subject.route.removesuffix("/")
    routes = [subject.route, *(f"{stem}-part-{number}/" for number in range(2, len(sheets) + 1))]
    for route, sheet in zip(routes, sheets, strict=True):
        beside = dict(zip(routes, sheets, strict=True))
        yield planner.page(route, "survey.html", partial(_view, site, route, lang, subject, beside, sheet))


def _parts(folio: Folio, stretch: Stretch) -> Iterator[_Part]:
    """The clusters of a stretch with their ties, then the ties that are not drawn."""
    prefix = stretch.id.removeprefix("_")
    for cluster in figures.clusters(folio, stretch.backings, stretch.marks, title=stretch.title, prefix=prefix):
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
) -> SurveyView:
    one = len({part.stretch.id for part in shown}) == 1
    folio = Folio(site, route, lang, marks=shown[0].stretch.marks if one else {})
    several = len(sheets) > 1
    place = list(sheets).index(route)
    title = f"{subject.title} ({place + 1}/{len(sheets)})" if several else subject.title
    total = sum(len(part.backings) for part in shown)
    return SurveyView(
        frame=frame(folio, title, description=subject.lead, versions=None if place == 0 else (lang,)),
        up=trail.up(folio, "nav.backers", "backers/"),
        title=title,
        lead=subject.lead,
        count=wording.plural("count.ties", total, lang),
        beside=subject.beside,
        parts=tuple(_letter(folio, route, parts) for route, parts in sheets.items()) if several else (),
        panels=tuple(_panel(folio, part, number, shown) for number, part in enumerate(shown)),
        earlier=subject.earlier,
        later=subject.later,
    )


def _letter(folio: Folio, route: str, parts: Sequence[_Part]) -> Letter:
    labels = dict.fromkeys(_label(part, folio.lang) for part in parts)
    count = sum(len(part.backings) for part in parts)
    return door(folio, wording.phrase("list.semicolon", folio.lang).join(labels), route, "count.ties", count)


def _label(part: _Part, lang: str) -> str:
    if part.cluster is None:
        return wording.phrase("basis.unsourced", lang)
    return part.cluster.label or part.stretch.title


def _panel(folio: Folio, part: _Part, number: int, shown: Sequence[_Part]) -> Panel:
    first = number == 0 or shown[number - 1].stretch is not part.stretch
    label = part.cluster.label if part.cluster else wording.phrase("basis.unsourced", folio.lang)
    ends = dict.fromkeys(end for each in part.backings for end in (each.recipient, each.backer))
    names = {actor: order.called(folio, actor) for actor in ends}
    ordered = sorted(
        part.backings, key=lambda each: (names[each.recipient], names[each.backer], order.start(each), each.id)
    )
    return Panel(
        part.stretch.id if first else f"_part-{number}",
        part.stretch.conflict if first else None,
        part.stretch.title if first else "",
        label,
        part.cluster.draw() if part.cluster else None,
        tuple(
            Row(refs.actor(folio, recipient), tuple(_line(folio, each) for each in held))
            for recipient, held in groupby(ordered, key=lambda each: each.recipient)
        ),
    )


def _line(folio: Folio, backing: Backing) -> Line:
    lang = folio.lang
    kinds = (wording.phrase(f"support.{each.kind.value}", lang) for each in backing.support)
    says = [wording.phrase("list.comma", lang).join(dict.fromkeys(kinds)), ledger.basis_label(backing, lang)]
    if backing.standing.response is not Response.NONE:
        says += [_answer(each, lang) for each in ledger.answers(folio, backing, card=False)]
    return Line(
        refs.actor(folio, backing.backer), ledger.there(folio, backing), ledger.line(backing), tuple(filter(None, says))
    )


def _answer(given: ledger.Answer, lang: str) -> str:
    names = list(dict.fromkeys(each.who.name.text for each in given.speakers))
    return f"{given.label} {wording.conjunction(names, lang)}" if names else given.label
