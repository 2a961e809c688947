"""The page of a term: what it means, who uses the word, and where it appears."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backstory.model.html import Html
from backstory.model.keys import Kind
from backstory.model.knowledge import Term
from backstory.pages import appearances, body, cards, corrections, facts, notes, planner, prose, trail, versions
from backstory.pages.appearances import Appearances
from backstory.pages.body import Block, Heading
from backstory.pages.cards import Card
from backstory.pages.corrections import CorrectionView
from backstory.pages.facts import Fact
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame, NavEntry
from backstory.pages.notes import Note, SourceItem
from backstory.pages.planner import Made, Planner
from backstory.pages.site import Site
from backstory.pages.text import Text
from backstory.pages.versions import TranslationNote


@dataclass(frozen=True, slots=True)
class TermView:
    """A term. `contested` says who uses the word, and for what."""

    frame: Frame
    up: NavEntry
    title: Text
    also: tuple[Text, ...]
    notes: tuple[Note, ...]
    translation: TranslationNote | None
    contents: tuple[Heading, ...]
    definition: Html | None
    contested: Html | None
    body: tuple[Block, ...]
    appears: Appearances
    facts: tuple[Fact, ...]
    sources: tuple[SourceItem, ...]
    corrections: tuple[CorrectionView, ...]
    cards: tuple[Card, ...]


def _plan(site: Site) -> Iterator[Made]:
    return planner.of_each(
        site, site.knowledge.terms, "term.html", lambda term, route, lang: _view(site, term, route, lang)
    )


def _view(site: Site, term: Term, route: str, lang: str) -> TermView:
    """The parts are made in the order they stand, for that numbers their citations."""
    folio = Folio(site, route, lang, subject=term.key)
    fields = term.fields
    said, used = (site.linked(term.key, field, lang) for field in ("definition", "contested"))
    definition = prose.html(folio, said) if said else None
    contested = prose.html(folio, used) if used else None
    rests_on = notes.cite_all(folio, fields.sources)
    blocks = tuple(body.blocks(folio, site.linked(term.key, "body", lang), {}))
    appears = appearances.of(folio, term.key)
    sources = notes.listed(folio)
    corrected = corrections.listed(folio, fields.corrections)
    parts = {
        "ui.who-uses-this-word": (contested,) if contested else (),
        "ui.background": blocks,
        "ui.appears-in": appears.shown,
        "ui.sources": sources,
        "nav.corrections": corrected,
    }
    title = folio.text(fields.name)
    return TermView(
        frame=versions.framed(folio, term, "definition"),
        up=trail.up(folio, "nav.glossary", "glossary/"),
        title=title,
        also=cards.also(folio, term),
        notes=rests_on,
        translation=versions.note(folio, term, None),
        contents=trail.contents(parts, lang),
        definition=definition,
        contested=contested,
        body=blocks,
        appears=appears,
        facts=tuple(facts.fact(folio, "ui.aliases", *facts.names(folio, fields.name, fields.aliases))),
        sources=sources,
        corrections=corrected,
        cards=cards.cards(folio),
    )


PLANNER = Planner(_plan, serves=frozenset({Kind.TERM}))
