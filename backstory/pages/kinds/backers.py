"""Who backs whom: every backing on record, by conflict and by the recipient's side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from backstory.language import wording
from backstory.pages.core import entity_links, planner, side_marks
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.index_groups import MOST
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame, NavEntry, frame
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.side_marks import Mark
from backstory.pages.core.site import NavPoint, Site
from backstory.pages.parts import breadcrumbs, figures, large_networks, year_links
from backstory.pages.parts.az_index import Letter, door
from backstory.pages.parts.backings_by_side import PAGE, BackingsOfSide, anchor, by_conflict, by_side, title
from backstory.pages.parts.body import ContentsEntry
from backstory.pages.parts.cards import Card
from backstory.pages.parts.citations import SourceItem
from backstory.pages.parts.figures import FigureView
from backstory.pages.parts.large_networks import NetworkSection, Subject
from backstory.pages.parts.numbered_citations import completed
from backstory.pages.parts.year_links import Held
from backstory.records.backing import Backing
from backstory.records.knowledge import Conflict
from backstory.values.keys import Key, Kind

_ROUTE = "backers/"
_GROUPS = "backers/groups/"


@dataclass(frozen=True, slots=True)
class Theatre:
    """The ties of one conflict, or of none. `figure` is the same drawn; on a part of a long list there is none, for the
    groups have it."""

    id: str
    conflict: EntityLink | None
    title: str
    count: str
    camps: tuple[BackingsOfSide, ...]
    figure: FigureView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BackersView:
    """Who backs whom. Of a long list, what fits stands on the page of its conflict and the rest on parts: then `parts`
    leads to each, and `groups` to the drawing, cut into groups. `years` lead to the views at a date."""

    frame: Frame
    up: NavEntry | None
    title: str
    lead: str
    count: str
    parts: tuple[Letter, ...]
    contents: tuple[ContentsEntry, ...]
    theatres: tuple[Theatre, ...]
    years: tuple[Letter, ...]
    groups: NavEntry | None
    sources: tuple[SourceItem, ...] = ()
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The backings of one conflict, or as many of them as stand on one page."""

    conflict: str
    backings: tuple[Backing, ...]


_Stretches = tuple[_Stretch, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a long list. `route` is a page of its own, or with `whole` the place on the conflict's page."""

    route: str
    stretches: _Stretches
    whole: bool = False


_Parts = tuple[_Part, ...]


def _plan(site: Site) -> Iterator[Planned]:
    held = year_links.of_site(site)
    for lang in site.languages:
        ordered = tuple(_Stretch(*each) for each in by_conflict(site, site.knowledge.backings, lang))
        top = site.prefix(lang) + _ROUTE
        if len(site.knowledge.backings) <= MOST:
            yield _page(site, top, lang, ordered, (), held)
            continue
        parts = _parts(site, ordered, top, lang)
        here = {each.conflict for part in parts if not part.whole for each in part.stretches}
        yield _page(site, top, lang, (), parts, held)
        yield from _drawn(site, [each for each in ordered if each.conflict in here], lang)
        for part in parts:
            if not part.whole:
                yield _page(site, part.route, lang, part.stretches, parts, {})


def _parts(site: Site, ordered: Sequence[_Stretch], top: str, lang: str) -> _Parts:
    """Each conflict on its own page where that holds all of it, the others on pages of this list."""
    homes = {each.conflict: _home(site, each, lang) for each in ordered}
    parts: list[_Part] = []
    number = 0
    for whole, run in groupby(ordered, key=lambda each: bool(homes[each.conflict])):
        if whole:
            parts += [_Part(homes[each.conflict], (each,), whole=True) for each in run]
            continue
        for stretches in _fitted(run):
            number += 1
            parts.append(_Part(f"{top}part-{number}/", stretches))
    return tuple(parts)


def _home(site: Site, stretch: _Stretch, lang: str) -> str:
    """Where on a conflict's own page all of its ties stand; "" where they do not."""
    there = site.destination(Key(Kind.CONFLICT, stretch.conflict), lang) if stretch.conflict else None
    return f"{there.route}#_backers" if there and there.lang == lang and len(stretch.backings) <= PAGE else ""


def _fitted(run: Iterable[_Stretch]) -> Iterator[_Stretches]:
    """Whole conflicts to a page as far as they fit; one that does not fit is cut between recipients."""
    held: list[_Stretch] = []
    room = PAGE
    for piece in (piece for stretch in run for piece in _cut(stretch)):
        if held and len(piece.backings) > room:
            yield tuple(held)
            held, room = [], PAGE
        held.append(piece)
        room -= len(piece.backings)
    if held:
        yield tuple(held)


def _cut(stretch: _Stretch) -> Iterator[_Stretch]:
    held: list[Backing] = []
    for _, same in groupby(stretch.backings, key=lambda each: each.recipient):
        ties = list(same)
        if held and len(held) + len(ties) > PAGE:
            yield _Stretch(stretch.conflict, tuple(held))
            held = []
        held += ties
    yield _Stretch(stretch.conflict, tuple(held))


def _marks(site: Site, stretches: _Stretches, lang: str) -> dict[str, Mark]:
    """Sides are marked where the page has one conflict: of two, a colour would mean two things."""
    if len(stretches) != 1:
        return {}
    return dict(side_marks.of_parties(site.knowledge.conflicts.get(stretches[0].conflict), lang))


def _drawn(site: Site, shown: Sequence[_Stretch], lang: str) -> Iterator[Planned]:
    """What no conflict's own page draws, cut into groups: the pages of a list cannot show how it hangs together."""
    if not shown:
        return
    page = PageBuilder(site, site.prefix(lang) + _GROUPS, lang)
    stretches = tuple(
        NetworkSection(
            anchor(each.conflict),
            _ref(page, each.conflict),
            title(page, each.conflict),
            each.backings,
            side_marks.of_parties(site.knowledge.conflicts.get(each.conflict), lang),
        )
        for each in shown
    )
    named = wording.phrase("ui.in-groups", lang)
    yield from large_networks.pages(
        site, lang, stretches, Subject(page.route, named, wording.phrase("door.backers", lang))
    )


def _page(site: Site, route: str, lang: str, shown: _Stretches, parts: _Parts, held: Held) -> Planned:
    return planner.page(route, "backers.html", partial(_view, site, route, lang, shown, parts, held))


def _view(site: Site, route: str, lang: str, shown: _Stretches, parts: _Parts, held: Held) -> BackersView:
    page = PageBuilder(site, route, lang, marks=_marks(site, shown, lang))
    top = site.prefix(lang) + _ROUTE
    part = next((each for each in parts if each.route == route), None)
    name = wording.phrase("nav.backers", lang)
    lead = wording.phrase("door.backers", lang)
    cut = any(not each.whole for each in parts)
    theatres = tuple(_theatre(page, each, number, drawn=part is None) for number, each in enumerate(shown, start=1))
    named = f"{name}: {_span(page, part)}" if part else name
    total = sum(len(each.backings) for each in shown) if shown else len(site.knowledge.backings)
    view = BackersView(
        frame=frame(page, named, description=lead, versions=(lang,) if part else None),
        up=NavEntry(name, page.href(top), "") if part else None,
        title=named,
        lead="" if part else lead,
        count=wording.plural("count.ties", total, lang),
        parts=tuple(_door(page, each) for each in parts),
        contents=tuple(ContentsEntry(each.id, each.title) for each in theatres) if len(theatres) > 1 else (),
        theatres=theatres,
        years=year_links.letters(page, held),
        groups=breadcrumbs.up(page, "ui.in-groups", _GROUPS) if cut and not part else None,
    )
    return completed(page, view)


def _door(page: PageBuilder, part: _Part) -> Letter:
    count = sum(len(each.backings) for each in part.stretches)
    return door(page, _span(page, part), part.route, "count.ties", count)


def _span(page: PageBuilder, part: _Part) -> str:
    """What a part holds: its conflict, or its first and last one; of a piece of one its first and last recipient."""
    first, last = (title(page, each.conflict) for each in (part.stretches[0], part.stretches[-1]))
    if part.whole or len(part.stretches) > 1:
        return first if first == last else f"{first} – {last}"
    held = part.stretches[0].backings
    ends = [entity_links.actor(page, each.recipient).name.text for each in (held[0], held[-1])]
    return f"{first}: {ends[0]} – {ends[1]}" if ends[0] != ends[1] else f"{first}: {ends[0]}"


def _theatre(page: PageBuilder, stretch: _Stretch, number: int, *, drawn: bool) -> Theatre:
    known = page.site.knowledge.conflicts.get(stretch.conflict)
    return Theatre(
        id=anchor(stretch.conflict),
        conflict=_ref(page, stretch.conflict),
        title=title(page, stretch.conflict),
        count=wording.plural("count.ties", len(stretch.backings), page.lang),
        camps=by_side(page, known, stretch.backings),
        figure=_figure(page, stretch, known, number) if drawn else None,
    )


def _figure(page: PageBuilder, stretch: _Stretch, known: Conflict | None, number: int) -> FigureView | None:
    parties = side_marks.of_parties(known, page.lang)
    named = title(page, stretch.conflict)
    return figures.network(page, stretch.backings, parties, title=named, prefix=f"net-{number}")


def _ref(page: PageBuilder, conflict: str) -> EntityLink | None:
    known = page.site.knowledge.conflicts.get(conflict)
    return entity_links.ref(page, known.key) if known else None


PLANNER = Planner(_plan, nav=(NavPoint("nav.backers", _ROUTE),))
