"""The page of a claim: who says what in order of date, the values side by side, and what else would explain it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

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
    cards,
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
from backstory.pages.parts.translations import TranslationNote
from backstory.pages.queries import record_index
from backstory.pages.queries.record_index import RecordIndex
from backstory.records.knowledge import Claim
from backstory.values.keys import Key, Kind


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The values given for one thing; `counts` says what is counted, None where nobody says."""

    counts: PageText | None
    figures: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim. `groups` is who says so, who denies and who was silent, in a line each. There is no verdict.

    `articles` are those that show it and do not name it in a sentence, which `appears` has. `structured` is the same
    in JSON-LD."""

    frame: Frame
    up: NavEntry
    conflict: EntityLink | None
    title: PageText
    as_of: Moment | None
    latest: Moment | None
    notes: tuple[Citation, ...]
    translation: TranslationNote | None
    contents: tuple[ContentsEntry, ...]
    groups: tuple[SpeakerGroup, ...]
    figures: tuple[FigureGroup, ...]
    claim: ClaimCard
    body: tuple[BodyBlock, ...]
    events: tuple[EventView, ...]
    articles: tuple[EntityLink, ...]
    appears: Appearances
    facts: tuple[Fact, ...]
    sources: tuple[SourceItem, ...]
    corrections: tuple[CorrectionView, ...]
    cards: tuple[Card, ...]
    structured: str


def _plan(site: Site) -> Iterator[Planned]:
    known = record_index.of(site)
    return planner.of_each(
        site, site.knowledge.claims, "claim.html", lambda claim, route, lang: _view(site, claim, route, lang, known)
    )


def _view(site: Site, claim: Claim, route: str, lang: str, known: RecordIndex) -> ClaimView:
    """The parts are made in the order they stand, for that numbers their citations."""
    fields = claim.fields
    conflict = site.knowledge.conflicts.get(fields.conflict.id) if fields.conflict else None
    page = PageBuilder(site, route, lang, subject=claim.key, marks=side_marks.of_parties(conflict, lang))
    summary = claim_rows.summary(page, claim)
    rests_on = citations.cite_all(page, fields.sources)
    card = claim_rows.card(page, claim)
    blocks = tuple(body.blocks(page, site.linked(claim.key, "body", lang), {}))
    # That they are disputed under this claim, the heading says.
    disputed = tuple(replace(each, claim=None) for each in event_rows.timeline(page, known.disputed.get(claim.id, ())))
    naming = {each.text.key for each in site.links.backlinks.get(claim.key, ())}
    telling = record_index.newest(known.telling.get(claim.id, ()))
    told = tuple(entity_links.ref(page, each.key) for each in telling if each.key not in naming)
    appears = appearances.of(page, claim.key)
    sources = citations.listed(page)
    corrected = correction_rows.listed(page, fields.corrections)
    figures = _side_by_side(summary.figures)
    parts = {
        "ui.figures": figures,
        "ui.who-says-what": card.positions,
        "ui.said-earlier": card.earlier,
        "ui.rival-explanations": card.alternatives,
        "ui.background": blocks,
        "ui.events-disputed": disputed,
        "ui.appears-in": told or appears.shown,
        "ui.sources": sources,
        "nav.corrections": corrected,
    }
    title = summary.statement.name
    return ClaimView(
        frame=translations.framed(page, claim),
        up=breadcrumbs.up(page, "nav.claims", "claims/"),
        conflict=entity_links.ref(page, conflict.key) if conflict else None,
        title=title,
        as_of=moment(fields.as_of, lang) if fields.as_of else None,
        latest=summary.latest,
        notes=rests_on,
        translation=translations.note(page, claim, fields.as_of or fields.date),
        contents=breadcrumbs.contents(parts, lang),
        groups=summary.groups,
        figures=figures,
        claim=card,
        body=blocks,
        events=disputed,
        articles=told,
        appears=appears,
        facts=_facts(page, claim),
        sources=sources,
        corrections=corrected,
        cards=cards.cards(page),
        structured=search_jsonld.of_claim(page, claim),
    )


def _side_by_side(figures: tuple[FigureView, ...]) -> tuple[FigureGroup, ...]:
    """What counts one thing together; first what most speakers give a figure for, of two what was said first."""
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
