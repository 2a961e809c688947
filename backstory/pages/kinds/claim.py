"""The page of a claim: who says what, in order of date, the figures side by side, and rival explanations."""

from __future__ import annotations

from collections.abc import Iterator

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
    body,
    breadcrumbs,
    citations,
    claim_rows,
    correction_rows,
    event_rows,
    facts,
    search_jsonld,
    translations,
)
from backstory.pages.parts.appearances import Appearances
from backstory.pages.parts.body import BodyBlock, ContentsEntry
from backstory.pages.parts.cards import Card
from backstory.pages.parts.citations import Citation, SourceItem
from backstory.pages.parts.claim_rows import ClaimCard, FigureView, SpeakerGroup
from backstory.pages.parts.correction_rows import CorrectionView
from backstory.pages.parts.event_rows import EventView
from backstory.pages.parts.facts import Fact
from backstory.pages.parts.numbered_citations import completed
from backstory.pages.parts.translations import TranslationNote
from backstory.pages.queries import record_index
from backstory.pages.queries.record_index import RecordIndex
from backstory.records.knowledge import Claim
from backstory.values.keys import Key, Kind
from backstory.values.record import Record, replace


class FigureGroup(Record, frozen=True):
    """The figures given for one thing; `counts` says what is counted, None where nobody says."""

    counts: PageText | None
    figures: tuple[FigureView, ...]


class ClaimView(Record, kw_only=True, frozen=True):
    """A claim. `groups` is who says so, who denies it and who did not answer, in a line each. There is no verdict.

    `articles` are the explainers that show it without naming it in a sentence; those that name it are in `appears`.
    `structured` is the JSON-LD for search engines.
    """

    frame: Frame
    up: NavEntry
    conflict: EntityLink | None
    title: PageText
    as_of: Moment | None
    latest: Moment | None
    notes: tuple[Citation, ...]
    translation: TranslationNote | None
    groups: tuple[SpeakerGroup, ...]
    figures: tuple[FigureGroup, ...]
    claim: ClaimCard
    body: tuple[BodyBlock, ...]
    events: tuple[EventView, ...]
    articles: tuple[EntityLink, ...]
    appears: Appearances
    sources: tuple[SourceItem, ...] = ()
    corrections: tuple[CorrectionView, ...]
    facts: tuple[Fact, ...]
    cards: tuple[Card, ...] = ()
    structured: str

    @property
    def contents(self) -> tuple[ContentsEntry, ...]:
        """The links to the parts of the page that are not empty."""
        parts = {
            "ui.figures": self.figures,
            "ui.who-says-what": self.claim.positions,
            "ui.said-earlier": self.claim.earlier,
            "ui.rival-explanations": self.claim.alternatives,
            "ui.background": self.body,
            "ui.events-disputed": self.events,
            "ui.appears-in": self.articles or self.appears.shown,
            "ui.sources": self.sources,
            "nav.corrections": self.corrections,
        }
        return breadcrumbs.contents(parts, self.frame.lang)


def _plan(site: Site) -> Iterator[Planned]:
    known = record_index.of(site)
    return planner.of_each(
        site, site.knowledge.claims, "claim.html", lambda claim, route, lang: _view(site, claim, route, lang, known)
    )


def _view(site: Site, claim: Claim, route: str, lang: str, known: RecordIndex) -> ClaimView:
    fields = claim.fields
    conflict = site.knowledge.conflicts.get(fields.conflict.id) if fields.conflict else None
    page = PageBuilder(site, route, lang, subject=claim.key, marks=side_marks.of_parties(conflict, lang))
    summary = claim_rows.summary(page, claim)
    naming = {each.text.key for each in site.links.backlinks.get(claim.key, ())}
    telling = record_index.newest(record_index.telling(site).get(claim.id, ()))
    view = ClaimView(
        frame=translations.framed(page, claim),
        up=breadcrumbs.up(page, "nav.claims", "claims/"),
        conflict=entity_links.ref(page, conflict.key) if conflict else None,
        title=summary.statement.name,
        as_of=moment(fields.as_of, lang) if fields.as_of else None,
        latest=summary.latest,
        notes=citations.of(fields.sources, lang),
        translation=translations.note(page, claim, fields.as_of or fields.date),
        groups=summary.groups,
        figures=_side_by_side(summary.figures),
        claim=claim_rows.card(page, claim),
        body=tuple(body.blocks(page, site.linked(claim.key, "body", lang), {})),
        # Without the claim: the heading says that they are disputed under this one.
        events=tuple(replace(each, claim=None) for each in event_rows.timeline(page, known.disputed.get(claim.id, ()))),
        articles=tuple(entity_links.ref(page, each.key) for each in telling if each.key not in naming),
        appears=appearances.of(page, claim.key),
        corrections=correction_rows.listed(page, fields.corrections),
        facts=_facts(page, claim),
        structured=search_jsonld.of_claim(page, claim),
    )
    return completed(page, view)


def _side_by_side(figures: tuple[FigureView, ...]) -> tuple[FigureGroup, ...]:
    """The figures grouped by what they count. The group with the most figures comes first; of equal ones, the one
    with the earlier figure."""
    found: dict[PageText | None, list[FigureView]] = {}
    for each in figures:
        found.setdefault(each.counts, []).append(each)
    groups = (FigureGroup(counts, tuple(held)) for counts, held in found.items())
    return tuple(sorted(groups, key=lambda each: -len(each.figures)))


def _facts(page: PageBuilder, claim: Claim) -> tuple[Fact, ...]:
    fields, about = claim.fields, claim.fields.about
    found = list(facts.fact(page, "ui.said-on", facts.when(fields.date, page.lang)))
    if about:
        places = (entity_links.ref(page, Key(Kind.PLACE, each.id)) for each in about.places)
        event = entity_links.ref(page, Key(Kind.EVENT, about.event.id)) if about.event else ""
        found += facts.fact(page, "ui.about-actors", *entity_links.actors(page, (each.id for each in about.actors)))
        found += facts.fact(page, "nav.places", *places)
        found += facts.fact(page, "ui.about-event", event)
    return tuple(found)


PLANNER = Planner(_plan, serves=frozenset({Kind.CLAIM}))
