"""The page of a conflict: its sides and parties, who backs whom, its claims, timeline and explainers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backstory.language import wording
from backstory.pages.core import entity_links, planner, side_marks
from backstory.pages.core.date_views import Moment, moment
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame, NavEntry
from backstory.pages.core.page_text import PageText
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import Site
from backstory.pages.parts import (
    appearances,
    backings_by_side,
    body,
    breadcrumbs,
    cards,
    citations,
    claim_rows,
    conflict_sides,
    correction_rows,
    event_rows,
    facts,
    figures,
    prose_html,
    tie_words,
    translations,
    year_links,
)
from backstory.pages.parts.appearances import Appearances
from backstory.pages.parts.article_items import ArticleItem, article_item
from backstory.pages.parts.az_index import CountedLink
from backstory.pages.parts.backings_by_side import BackingsOfSide
from backstory.pages.parts.body import BlockKind, BodyBlock, ContentsEntry
from backstory.pages.parts.cards import Card
from backstory.pages.parts.citations import Citation, SourceItem
from backstory.pages.parts.claim_rows import ClaimSummary
from backstory.pages.parts.conflict_sides import SideView
from backstory.pages.parts.correction_rows import CorrectionView
from backstory.pages.parts.event_rows import EventView
from backstory.pages.parts.facts import Fact
from backstory.pages.parts.figures import FigureView
from backstory.pages.parts.numbered_citations import completed
from backstory.pages.parts.translations import TranslationNote
from backstory.pages.parts.year_links import ByYear
from backstory.pages.queries import record_index, sorting
from backstory.pages.queries.record_index import RecordIndex
from backstory.records.knowledge import Conflict
from backstory.values.html import Html
from backstory.values.keys import Key, Kind
from backstory.values.record import Record

# How many ties of each recipient the page shows, where it has too many.
_FIRST = 5
_EVENTS = 6
_ARTICLES = 3
_CLAIMS = 3


class ConflictView(Record, kw_only=True, frozen=True):
    """A conflict. `sides_per` is the source after which the sides are drawn; `backers` the phrase over who backs whom,
    in the past for a conflict that is over. `by_side` lists the ties where no drawing can; `more_ties`, `more_claims`
    and `more_events` lead to the full lists, where the page shows a part."""

    frame: Frame
    up: NavEntry
    title: PageText
    summary: Html | None
    when: str
    also: tuple[PageText, ...]
    as_of: Moment | None
    notes: tuple[Citation, ...]
    translation: TranslationNote | None
    sides: tuple[SideView, ...]
    sides_per: EntityLink | None
    sides_notes: tuple[Citation, ...]
    backers: str
    figure: FigureView | None
    years: tuple[CountedLink, ...]
    by_side: tuple[BackingsOfSide, ...]
    more_ties: NavEntry | None
    body: tuple[BodyBlock, ...]
    claims: tuple[ClaimSummary, ...]
    more_claims: NavEntry | None
    events: tuple[EventView, ...]
    more_events: NavEntry | None
    articles: tuple[ArticleItem, ...]
    more_articles: NavEntry | None
    appears: Appearances
    sources: tuple[SourceItem, ...] = ()
    corrections: tuple[CorrectionView, ...]
    facts: tuple[Fact, ...]
    cards: tuple[Card, ...] = ()

    @property
    def contents(self) -> tuple[ContentsEntry, ...]:
        """The links to the parts of the page that are not empty."""
        parts = {
            "part.sides": self.sides,
            "ui.start-here": self.articles,
            self.backers: self.by_side or (self.figure,) * bool(self.figure),
            "part.claims": self.claims,
            "part.timeline": self.events,
            "ui.background": self.body,
            "ui.appears-in": self.appears.shown,
            "ui.sources": self.sources,
            "nav.corrections": self.corrections,
        }
        return breadcrumbs.contents(parts, self.frame.lang)


def _plan(site: Site) -> Iterator[Planned]:
    known = record_index.of(site)
    dated = year_links.of_site(site)
    return planner.of_each(
        site,
        site.knowledge.conflicts,
        "conflict.html",
        lambda conflict, route, lang: _view(site, conflict, route, lang, known, dated),
    )


def _view(site: Site, conflict: Conflict, route: str, lang: str, known: RecordIndex, dated: ByYear) -> ConflictView:
    page = PageBuilder(site, route, lang, subject=conflict.key, marks=side_marks.of_parties(conflict, lang))
    fields = conflict.fields
    said = site.linked(conflict.key, "summary", lang)
    held = known.backings_in.get(conflict.id, ())
    whole = len(held) <= backings_by_side.PAGE
    by_side = backings_by_side.by_side(page, conflict, held[: backings_by_side.PAGE], most=None if whole else _FIRST)
    # A site with very many ties has no other page that lists them all.
    listed = len(site.knowledge.backings) > backings_by_side.PAGE
    figure = figures.network(page, held, page.marks, listed=listed) if whole else None
    listed = listed or figure is None
    disputes = sorting.latest_first(known.claims_in.get(conflict.id, ()))
    happened = known.events_in.get(conflict.id, ())
    explainers = record_index.newest(known.articles_on.get(conflict.id, ()))[::-1]
    written = site.linked(conflict.key, "body", lang)
    view = ConflictView(
        frame=translations.framed(page, conflict, "summary"),
        up=breadcrumbs.up(page, "nav.conflicts", "conflicts/"),
        title=page.text(fields.name),
        summary=prose_html.html(page, said) if said else None,
        when=conflict_sides.span(conflict, lang),
        also=cards.also(page, conflict),
        as_of=moment(fields.as_of, lang) if fields.as_of else None,
        notes=citations.of(fields.sources, lang),
        translation=translations.note(page, conflict, fields.as_of),
        sides=conflict_sides.sides(page, conflict),
        sides_per=entity_links.ref(page, Key(Kind.SOURCE, fields.sides_per.id)) if fields.sides_per else None,
        sides_notes=(Citation(fields.sides_per.id),) if fields.sides_per else (),
        backers=tie_words.heading(page, "part.backers", held),
        figure=figure,
        years=year_links.links(page, year_links.among(held, dated), backings_by_side.anchor(conflict.id)),
        by_side=by_side if listed else (),
        more_ties=_more(page, "count.ties", len(held), "backers/", _shown(by_side) if listed else 0),
        body=tuple(body.blocks(page, written, {BlockKind.MAP: lambda: _map(page, conflict)})),
        claims=tuple(claim_rows.summary(page, each) for each in disputes[:_CLAIMS]),
        more_claims=_more(page, "count.claims", len(disputes), "claims/", min(len(disputes), _CLAIMS)),
        events=event_rows.timeline(page, event_rows.main_events(happened, known, _EVENTS)),
        more_events=_more(page, "count.events", len(happened), "timeline/", _EVENTS),
        articles=tuple(article_item(page, each) for each in explainers[:_ARTICLES]),
        more_articles=_more(page, "count.articles", len(explainers), "articles/", _ARTICLES),
        appears=appearances.of(page, conflict.key),
        corrections=correction_rows.listed(page, fields.corrections),
        facts=_facts(page, conflict),
    )
    return completed(page, view)


def _shown(by_side: Iterable[BackingsOfSide]) -> int:
    return sum(len(each.ties) for side in by_side for each in side.recipients)


def _more(page: PageBuilder, counting: str, total: int, route: str, shown: int) -> NavEntry | None:
    """The link to the full list, None where the page shows all of it."""
    if shown >= total:
        return None
    all_of_it = wording.plural(counting, total, page.lang)
    label = f"{wording.phrase('ui.browse-all', page.lang)}: {all_of_it}"
    return NavEntry(label, page.href(page.site.prefix(page.lang) + route), "")


def _map(page: PageBuilder, conflict: Conflict) -> BodyBlock:
    known = page.site.knowledge.places
    places = (known[each.id] for each in conflict.fields.places if each.id in known)
    return BodyBlock(BlockKind.MAP, figure=figures.map_of(page, places))


def _facts(page: PageBuilder, conflict: Conflict) -> tuple[Fact, ...]:
    fields = conflict.fields
    places = (entity_links.ref(page, Key(Kind.PLACE, each.id)) for each in fields.places)
    aliases = facts.fact(page, "ui.aliases", *facts.names(page, fields.name, fields.aliases))
    return (*facts.fact(page, "nav.places", *places), *aliases)


PLANNER = Planner(_plan, serves=frozenset({Kind.CONFLICT}))
