"""Who backs whom: every backing on record, by conflict and by the recipient's side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from backstory.model import names, wording
from backstory.model.backing import Backing
from backstory.model.keys import Key, Kind
from backstory.model.knowledge import Conflict
from backstory.model.names.order import SortKey
from backstory.pages import cards, figures, ledger, marks, notes, order, planner, refs, strips, survey, trail, years
from backstory.pages.body import Heading
from backstory.pages.cards import Card
from backstory.pages.figures import Figure
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame, NavEntry, frame
from backstory.pages.index import Letter, door
from backstory.pages.ledger import Account
from backstory.pages.marks import Mark
from backstory.pages.notes import SourceItem
from backstory.pages.planner import Made, Planner
from backstory.pages.refs import Ref
from backstory.pages.shelves import MOST
from backstory.pages.site import NavPoint, Site
from backstory.pages.survey import Stretch, Subject
from backstory.pages.years import Held

_ROUTE = "backers/"
_GROUPS = "backers/groups/"
# A page of so many ties stays under 60 KB compressed: a conflict's own page, or a part of the list.
PAGE = 250


@dataclass(frozen=True, slots=True)
class Camp:
    """The ties whose recipients are parties on one side; without a mark, those to others."""

    mark: Mark | None
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Theatre:
    """The ties of one conflict, or of none. `figure` is the same drawn; on a part of a long list there is none, for the
    groups have it."""

    id: str
    conflict: Ref | None
    title: str
    count: str
    camps: tuple[Camp, ...]
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class BackersView:
    """Who backs whom. Of a long list, what fits stands on the page of its conflict and the rest on parts: then `parts`
    leads to each, and `groups` to the drawing, cut into groups. `years` lead to the views at a date."""

    frame: Frame
    up: NavEntry | None
    title: str
    lead: str
    count: str
    parts: tuple[Letter, ...]
    contents: tuple[Heading, ...]
    theatres: tuple[Theatre, ...]
    years: tuple[Letter, ...]
    groups: NavEntry | None
    sources: tuple[SourceItem, ...]
    cards: tuple[Card, ...]


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


def _plan(site: Site) -> Iterator[Made]:
    held = years.of_site(site)
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


def by_conflict(site: Site, backings: Sequence[Backing], lang: str) -> Iterator[tuple[str, tuple[Backing, ...]]]:
    """Backings by the id of their conflict, "" for none, then by recipient, backer and date, by their names."""

    def placed(conflict: str) -> tuple[bool, SortKey, str]:
        known = site.knowledge.conflicts.get(conflict)
        name, spoken = known.fields.name.pick(lang) if known else (conflict, lang)
        return conflict == "", names.sort_key(name, spoken), conflict

    folio = Folio(site, "", lang)
    ranks = {
        actor: order.called(folio, actor)
        for actor in dict.fromkeys(end for each in backings for end in (each.backer, each.recipient))
    }
    conflicts = {each: placed(each) for each in dict.fromkeys(each.conflict or "" for each in backings)}

    def rank(each: Backing) -> tuple[object, ...]:
        return conflicts[each.conflict or ""], ranks[each.recipient], ranks[each.backer], order.start(each), each.id

    for conflict, held in groupby(sorted(backings, key=rank), key=lambda each: each.conflict or ""):
        yield conflict, tuple(held)


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
    page = site.destination(Key(Kind.CONFLICT, stretch.conflict), lang) if stretch.conflict else None
    return f"{page.route}#_backers" if page and page.lang == lang and len(stretch.backings) <= PAGE else ""


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
    return dict(marks.of_parties(site.knowledge.conflicts.get(stretches[0].conflict), lang))


def _drawn(site: Site, shown: Sequence[_Stretch], lang: str) -> Iterator[Made]:
    """What no conflict's own page draws, cut into groups: the pages of a list cannot show how it hangs together."""
    if not shown:
        return
    folio = Folio(site, site.prefix(lang) + _GROUPS, lang)
    stretches = tuple(
        Stretch(
            anchor(each.conflict),
            _ref(folio, each.conflict),
            title(folio, each.conflict),
            each.backings,
            marks.of_parties(site.knowledge.conflicts.get(each.conflict), lang),
        )
        for each in shown
    )
    named = wording.phrase("ui.in-groups", lang)
    yield from survey.pages(site, lang, stretches, Subject(folio.route, named, wording.phrase("door.backers", lang)))


def _page(site: Site, route: str, lang: str, shown: _Stretches, parts: _Parts, held: Held) -> Made:
    return planner.page(route, "backers.html", partial(_view, site, route, lang, shown, parts, held))


def _view(site: Site, route: str, lang: str, shown: _Stretches, parts: _Parts, held: Held) -> BackersView:
    folio = Folio(site, route, lang, marks=_marks(site, shown, lang))
    top = site.prefix(lang) + _ROUTE
    part = next((each for each in parts if each.route == route), None)
    name = wording.phrase("nav.backers", lang)
    lead = wording.phrase("door.backers", lang)
    cut = any(not each.whole for each in parts)
    theatres = tuple(_theatre(folio, each, number, drawn=part is None) for number, each in enumerate(shown, start=1))
    named = f"{name}: {_span(folio, part)}" if part else name
    total = sum(len(each.backings) for each in shown) if shown else len(site.knowledge.backings)
    return BackersView(
        frame=frame(folio, named, description=lead, versions=(lang,) if part else None),
        up=NavEntry(name, folio.href(top), "") if part else None,
        title=named,
        lead="" if part else lead,
        count=wording.plural("count.ties", total, lang),
        parts=tuple(_door(folio, each) for each in parts),
        contents=tuple(Heading(each.id, each.title) for each in theatres) if len(theatres) > 1 else (),
        theatres=theatres,
        years=years.letters(folio, held),
        groups=trail.up(folio, "ui.in-groups", _GROUPS) if cut and not part else None,
        sources=notes.listed(folio),
        cards=cards.cards(folio),
    )


def _door(folio: Folio, part: _Part) -> Letter:
    count = sum(len(each.backings) for each in part.stretches)
    return door(folio, _span(folio, part), part.route, "count.ties", count)


def _span(folio: Folio, part: _Part) -> str:
    """What a part holds: its conflict, or its first and last one; of a piece of one its first and last recipient."""
    first, last = (title(folio, each.conflict) for each in (part.stretches[0], part.stretches[-1]))
    if part.whole or len(part.stretches) > 1:
        return first if first == last else f"{first} – {last}"
    held = part.stretches[0].backings
    ends = [refs.actor(folio, each.recipient).name.text for each in (held[0], held[-1])]
    return f"{first}: {ends[0]} – {ends[1]}" if ends[0] != ends[1] else f"{first}: {ends[0]}"


def title(folio: Folio, conflict: str) -> str:
    """What a conflict is called, also where there is none."""
    known = folio.site.knowledge.conflicts.get(conflict)
    return folio.text(known.fields.name).text if known else conflict or wording.phrase("ui.no-conflict", folio.lang)


def _theatre(folio: Folio, stretch: _Stretch, number: int, *, drawn: bool) -> Theatre:
    known = folio.site.knowledge.conflicts.get(stretch.conflict)
    return Theatre(
        id=anchor(stretch.conflict),
        conflict=_ref(folio, stretch.conflict),
        title=title(folio, stretch.conflict),
        count=wording.plural("count.ties", len(stretch.backings), folio.lang),
        camps=camps(folio, known, stretch.backings),
        figure=_figure(folio, stretch, known, number) if drawn else None,
    )


def _figure(folio: Folio, stretch: _Stretch, known: Conflict | None, number: int) -> Figure | None:
    parties = marks.of_parties(known, folio.lang)
    named = title(folio, stretch.conflict)
    return figures.network(folio, stretch.backings, parties, title=named, prefix=f"net-{number}")


def _ref(folio: Folio, conflict: str) -> Ref | None:
    known = folio.site.knowledge.conflicts.get(conflict)
    return refs.ref(folio, known.key) if known else None


def anchor(conflict: str) -> str:
    """The id of a conflict's part of the page."""
    return f"_conflict-{conflict}" if conflict else "_no-conflict"


def camps(
    folio: Folio, conflict: Conflict | None, backings: Sequence[Backing], *, most: int | None = None
) -> tuple[Camp, ...]:
    """Backings by the side that the recipient is a party of, in the order of its sides, then by recipient."""
    sides = marks.sides(conflict, folio.lang) if conflict else ()
    side_of = marks.of_parties(conflict, folio.lang)
    span = strips.scale(backings)
    found: dict[Mark | None, list[Backing]] = {mark: [] for mark in (*sides, None)}
    for each in backings:
        found[side_of.get(each.recipient)].append(each)
    return tuple(
        Camp(mark, ledger.accounts(folio, order.by_recipient(folio, held), span=span, most=most))
        for mark, held in found.items()
        if held
    )


PLANNER = Planner(_plan, nav=(NavPoint("nav.backers", _ROUTE),))
