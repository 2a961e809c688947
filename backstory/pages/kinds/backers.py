"""Who backs whom: every backing on record, by conflict and by the recipient's side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
from backstory.pages.parts.az_index import CountedLink, counted_link
from backstory.pages.parts.backings_by_side import PAGE, BackingsOfSide, anchor, by_conflict, by_side, title
from backstory.pages.parts.body import ContentsEntry
from backstory.pages.parts.cards import Card
from backstory.pages.parts.citations import SourceItem
from backstory.pages.parts.figures import FigureView
from backstory.pages.parts.large_networks import NetworkSection, Subject
from backstory.pages.parts.numbered_citations import completed
from backstory.pages.parts.year_links import ByYear
from backstory.records.backing import Backing
from backstory.records.knowledge import Conflict
from backstory.values.keys import Key, Kind
from backstory.values.record import Record

_ROUTE = "backers/"
_GROUPS = "backers/groups/"


class ConflictBackings(Record, frozen=True):
    """The ties of one conflict, or of no conflict. `figure` draws them; a part of a long list has none, because the
    pages that `groups` leads to have it."""

    id: str
    conflict: EntityLink | None
    title: str
    count: str
    figure: FigureView | None
    by_side: tuple[BackingsOfSide, ...]


class BackersView(Record, kw_only=True, frozen=True):
    """Who backs whom. A long list is split: conflicts whose own page has room for their ties are there, the others on
    pages of parts. Then `parts` leads to each of these, and `groups` to the drawings. `years` lead to each year."""

    frame: Frame
    up: NavEntry | None
    title: str
    lead: str
    count: str
    parts: tuple[CountedLink, ...]
    contents: tuple[ContentsEntry, ...]
    conflicts: tuple[ConflictBackings, ...]
    years: tuple[CountedLink, ...]
    groups: NavEntry | None
    sources: tuple[SourceItem, ...] = ()
    cards: tuple[Card, ...] = ()


class _Section(Record, frozen=True):
    """The backings of one conflict, or as many of them as fit on one page."""

    conflict: str
    backings: tuple[Backing, ...]


_Sections = tuple[_Section, ...]


class _Part(Record, frozen=True):
    """A part of a long list: a page at `route`, or with `whole` all ties of a conflict, at their place on its page."""

    route: str
    sections: _Sections
    whole: bool = False


_Parts = tuple[_Part, ...]


def _plan(site: Site) -> Iterator[Planned]:
    by_year = year_links.of_site(site)
    for lang in site.languages:
        ordered = tuple(_Section(*each) for each in by_conflict(site, site.knowledge.backings, lang))
        top = site.prefix(lang) + _ROUTE
        if len(site.knowledge.backings) <= MOST:
            yield _page(site, top, lang, ordered, (), by_year)
            continue
        parts = _parts(site, ordered, top, lang)
        here = {each.conflict for part in parts if not part.whole for each in part.sections}
        yield _page(site, top, lang, (), parts, by_year)
        yield from _drawn(site, [each for each in ordered if each.conflict in here], lang)
        for part in parts:
            if not part.whole:
                yield _page(site, part.route, lang, part.sections, parts, {})


def _parts(site: Site, ordered: Sequence[_Section], top: str, lang: str) -> _Parts:
    """Each conflict on its own page where that has room for all of it, the others on pages of this list."""
    own_pages = {each.conflict: _own_page(site, each, lang) for each in ordered}
    parts: list[_Part] = []
    number = 0
    for whole, run in groupby(ordered, key=lambda each: bool(own_pages[each.conflict])):
        if whole:
            parts += [_Part(own_pages[each.conflict], (each,), whole=True) for each in run]
            continue
        for sections in _fitted(run):
            number += 1
            parts.append(_Part(f"{top}part-{number}/", sections))
    return tuple(parts)


def _own_page(site: Site, section: _Section, lang: str) -> str:
    """The place on a conflict's own page that has all of its ties; "" where that page has no room for them."""
    there = site.destination(Key(Kind.CONFLICT, section.conflict), lang) if section.conflict else None
    return f"{there.route}#_backers" if there and there.lang == lang and len(section.backings) <= PAGE else ""


def _fitted(run: Iterable[_Section]) -> Iterator[_Sections]:
    """The sections of each page: whole conflicts where they fit, else a conflict cut between recipients."""
    held: list[_Section] = []
    room = PAGE
    for piece in (piece for section in run for piece in _cut(section)):
        if held and len(piece.backings) > room:
            yield tuple(held)
            held, room = [], PAGE
        held.append(piece)
        room -= len(piece.backings)
    if held:
        yield tuple(held)


def _cut(section: _Section) -> Iterator[_Section]:
    held: list[Backing] = []
    for _, same in groupby(section.backings, key=lambda each: each.recipient):
        ties = list(same)
        if held and len(held) + len(ties) > PAGE:
            yield _Section(section.conflict, tuple(held))
            held = []
        held += ties
    yield _Section(section.conflict, tuple(held))


def _marks(site: Site, sections: _Sections, lang: str) -> dict[str, Mark]:
    """The marks of the sides, where the page has one conflict alone: of two, a colour would mean two things."""
    if len(sections) != 1:
        return {}
    return dict(side_marks.of_parties(site.knowledge.conflicts.get(sections[0].conflict), lang))


def _drawn(site: Site, shown: Sequence[_Section], lang: str) -> Iterator[Planned]:
    """The drawings of what no conflict's own page draws, cut into groups."""
    if not shown:
        return
    page = PageBuilder(site, site.prefix(lang) + _GROUPS, lang)
    sections = tuple(
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
        site, lang, sections, Subject(page.route, named, wording.phrase("door.backers", lang))
    )


def _page(site: Site, route: str, lang: str, shown: _Sections, parts: _Parts, by_year: ByYear) -> Planned:
    return planner.page(route, "backers.html", partial(_view, site, route, lang, shown, parts, by_year))


def _view(site: Site, route: str, lang: str, shown: _Sections, parts: _Parts, by_year: ByYear) -> BackersView:
    page = PageBuilder(site, route, lang, marks=_marks(site, shown, lang))
    top = site.prefix(lang) + _ROUTE
    part = next((each for each in parts if each.route == route), None)
    name = wording.phrase("nav.backers", lang)
    lead = wording.phrase("door.backers", lang)
    cut = any(not each.whole for each in parts)
    conflicts = tuple(_conflict(page, each, number, drawn=part is None) for number, each in enumerate(shown, start=1))
    named = f"{name}: {_span(page, part)}" if part else name
    total = sum(len(each.backings) for each in shown) if shown else len(site.knowledge.backings)
    view = BackersView(
        frame=frame(page, named, description=lead, versions=(lang,) if part else None),
        up=NavEntry(name, page.href(top), "") if part else None,
        title=named,
        lead="" if part else lead,
        count=wording.plural("count.ties", total, lang),
        parts=tuple(_link_to(page, each) for each in parts),
        contents=tuple(ContentsEntry(each.id, each.title) for each in conflicts) if len(conflicts) > 1 else (),
        conflicts=conflicts,
        years=year_links.links(page, by_year),
        groups=breadcrumbs.up(page, "ui.in-groups", _GROUPS) if cut and not part else None,
    )
    return completed(page, view)


def _link_to(page: PageBuilder, part: _Part) -> CountedLink:
    count = sum(len(each.backings) for each in part.sections)
    return counted_link(page, _span(page, part), part.route, "count.ties", count)


def _span(page: PageBuilder, part: _Part) -> str:
    """The name of a part: its conflict, or its first and last one; of a piece of a conflict its first and last
    recipient."""
    first, last = (title(page, each.conflict) for each in (part.sections[0], part.sections[-1]))
    if part.whole or len(part.sections) > 1:
        return first if first == last else f"{first} – {last}"
    held = part.sections[0].backings
    ends = [entity_links.actor(page, each.recipient).name.text for each in (held[0], held[-1])]
    return f"{first}: {ends[0]} – {ends[1]}" if ends[0] != ends[1] else f"{first}: {ends[0]}"


def _conflict(page: PageBuilder, section: _Section, number: int, *, drawn: bool) -> ConflictBackings:
    known = page.site.knowledge.conflicts.get(section.conflict)
    return ConflictBackings(
        id=anchor(section.conflict),
        conflict=_ref(page, section.conflict),
        title=title(page, section.conflict),
        count=wording.plural("count.ties", len(section.backings), page.lang),
        figure=_figure(page, section, known, number) if drawn else None,
        by_side=by_side(page, known, section.backings),
    )


def _figure(page: PageBuilder, section: _Section, known: Conflict | None, number: int) -> FigureView | None:
    parties = side_marks.of_parties(known, page.lang)
    named = title(page, section.conflict)
    return figures.network(page, section.backings, parties, title=named, prefix=f"net-{number}")


def _ref(page: PageBuilder, conflict: str) -> EntityLink | None:
    known = page.site.knowledge.conflicts.get(conflict)
    return entity_links.ref(page, known.key) if known else None


PLANNER = Planner(_plan, nav=(NavPoint("nav.backers", _ROUTE),))
