"""The page of a claim: who says what in order of date, the values side by side, and what else would explain it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from backstory.model.keys import Key, Kind
from backstory.model.knowledge import Claim
from backstory.pages import (
    appearances,
    body,
    cards,
    claims,
    concordance,
    corrections,
    events,
    facts,
    marks,
    notes,
    planner,
    refs,
    structured,
    trail,
    versions,
)
from backstory.pages.appearances import Appearances
from backstory.pages.body import Block, Heading
from backstory.pages.cards import Card
from backstory.pages.claims import ClaimCard, FigureView, SpeakerGroup
from backstory.pages.concordance import Concordance
from backstory.pages.corrections import CorrectionView
from backstory.pages.events import EventView
from backstory.pages.facts import Fact
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame, NavEntry
from backstory.pages.moments import Moment, moment
from backstory.pages.notes import Note, SourceItem
from backstory.pages.planner import Made, Planner
from backstory.pages.refs import Ref
from backstory.pages.site import Site
from backstory.pages.text import Text
from backstory.pages.versions import TranslationNote


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The values given for one thing; `counts` says what is counted, None where nobody says."""

    counts: Text | None
    figures: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim. `groups` is who says so, who denies and who was silent, in a line each. There is no verdict.

    `articles` are those that show it and do not name it in a sentence, which `appears` has. `structured` is the same
    in JSON-LD."""

    frame: Frame
    up: NavEntry
    conflict: Ref | None
    title: Text
    as_of: Moment | None
    latest: Moment | None
    notes: tuple[Note, ...]
    translation: TranslationNote | None
    contents: tuple[Heading, ...]
    groups: tuple[SpeakerGroup, ...]
    figures: tuple[FigureGroup, ...]
    claim: ClaimCard
    body: tuple[Block, ...]
    events: tuple[EventView, ...]
    articles: tuple[Ref, ...]
    appears: Appearances
    facts: tuple[Fact, ...]
    sources: tuple[SourceItem, ...]
    corrections: tuple[CorrectionView, ...]
    cards: tuple[Card, ...]
    structured: str


def _plan(site: Site) -> Iterator[Made]:
    known = concordance.of(site)
    return planner.of_each(
        site, site.knowledge.claims, "claim.html", lambda claim, route, lang: _view(site, claim, route, lang, known)
    )


def _view(site: Site, claim: Claim, route: str, lang: str, known: Concordance) -> ClaimView:
    """The parts are made in the order they stand, for that numbers their citations."""
    fields = claim.fields
    conflict = site.knowledge.conflicts.get(fields.conflict.id) if fields.conflict else None
    folio = Folio(site, route, lang, subject=claim.key, marks=marks.of_parties(conflict, lang))
    summary = claims.summary(folio, claim)
    rests_on = notes.cite_all(folio, fields.sources)
    card = claims.card(folio, claim)
    blocks = tuple(body.blocks(folio, site.linked(claim.key, "body", lang), {}))
    # That they are disputed under this claim, the heading says.
    disputed = tuple(replace(each, claim=None) for each in events.timeline(folio, known.disputed.get(claim.id, ())))
    naming = {each.text.key for each in site.links.backlinks.get(claim.key, ())}
    telling = concordance.newest(known.telling.get(claim.id, ()))
    told = tuple(refs.ref(folio, each.key) for each in telling if each.key not in naming)
    appears = appearances.of(folio, claim.key)
    sources = notes.listed(folio)
    corrected = corrections.listed(folio, fields.corrections)
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
        frame=versions.framed(folio, claim),
        up=trail.up(folio, "nav.claims", "claims/"),
        conflict=refs.ref(folio, conflict.key) if conflict else None,
        title=title,
        as_of=moment(fields.as_of, lang) if fields.as_of else None,
        latest=summary.latest,
        notes=rests_on,
        translation=versions.note(folio, claim, fields.as_of or fields.date),
        contents=trail.contents(parts, lang),
        groups=summary.groups,
        figures=figures,
        claim=card,
        body=blocks,
        events=disputed,
        articles=told,
        appears=appears,
        facts=_facts(folio, claim),
        sources=sources,
        corrections=corrected,
        cards=cards.cards(folio),
        structured=structured.of_claim(folio, claim),
    )


def _side_by_side(figures: tuple[FigureView, ...]) -> tuple[FigureGroup, ...]:
    """What counts one thing together; first what most speakers give a figure for, of two what was said first."""
    found: dict[Text | None, list[FigureView]] = {}
    for each in figures:
        found.setdefault(each.counts, []).append(each)
    groups = (FigureGroup(counts, tuple(held)) for counts, held in found.items())
    return tuple(sorted(groups, key=lambda each: -len(each.figures)))


def _facts(folio: Folio, claim: Claim) -> tuple[Fact, ...]:
    fields, about = claim.fields, claim.fields.about
    found = list(facts.fact(folio, "ui.said-on", facts.when(fields.date, folio.lang)))
    if about:
        places = (refs.ref(folio, Key(Kind.PLACE, each.id)) for each in about.places)
        event = refs.ref(folio, Key(Kind.EVENT, about.event.id)) if about.event else ""
        found += facts.fact(folio, "ui.about-actors", *refs.actors(folio, (each.id for each in about.actors)))
        found += facts.fact(folio, "nav.places", *places)
        found += facts.fact(folio, "ui.about-event", event)
    return tuple(found)


PLANNER = Planner(_plan, serves=frozenset({Kind.CLAIM}))
