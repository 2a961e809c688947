"""The page of a term: what it means, who uses the word, and where it appears."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backstory.pages.core import planner
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
    correction_rows,
    facts,
    prose_html,
    translations,
)
from backstory.pages.parts.appearances import Appearances
from backstory.pages.parts.body import BodyBlock, ContentsEntry
from backstory.pages.parts.cards import Card
from backstory.pages.parts.citations import Citation, SourceItem
from backstory.pages.parts.correction_rows import CorrectionView
from backstory.pages.parts.facts import Fact
from backstory.pages.parts.translations import TranslationNote
from backstory.records.knowledge import Term
from backstory.values.html import Html
from backstory.values.keys import Kind


@dataclass(frozen=True, slots=True)
class TermView:
    """A term. `contested` says who uses the word, and for what."""

    frame: Frame
    up: NavEntry
    title: PageText
    also: tuple[PageText, ...]
    notes: tuple[Citation, ...]
    translation: TranslationNote | None
    contents: tuple[ContentsEntry, ...]
    definition: Html | None
    contested: Html | None
    body: tuple[BodyBlock, ...]
    appears: Appearances
    facts: tuple[Fact, ...]
    sources: tuple[SourceItem, ...]
    corrections: tuple[CorrectionView, ...]
    cards: tuple[Card, ...]


def _plan(site: Site) -> Iterator[Planned]:
    return planner.of_each(
        site, site.knowledge.terms, "term.html", lambda term, route, lang: _view(site, term, route, lang)
    )


def _view(site: Site, term: Term, route: str, lang: str) -> TermView:
    """The parts are made in the order they stand, for that numbers their citations."""
    page = PageBuilder(site, route, lang, subject=term.key)
    fields = term.fields
    said, used = (site.linked(term.key, field, lang) for field in ("definition", "contested"))
    definition = prose_html.html(page, said) if said else None
    contested = prose_html.html(page, used) if used else None
    rests_on = citations.cite_all(page, fields.sources)
    blocks = tuple(body.blocks(page, site.linked(term.key, "body", lang), {}))
    appears = appearances.of(page, term.key)
    sources = citations.listed(page)
    corrected = correction_rows.listed(page, fields.corrections)
    parts = {
        "ui.who-uses-this-word": (contested,) if contested else (),
        "ui.background": blocks,
        "ui.appears-in": appears.shown,
        "ui.sources": sources,
        "nav.corrections": corrected,
    }
    title = page.text(fields.name)
    return TermView(
        frame=translations.framed(page, term, "definition"),
        up=breadcrumbs.up(page, "nav.glossary", "glossary/"),
        title=title,
        also=cards.also(page, term),
        notes=rests_on,
        translation=translations.note(page, term, None),
        contents=breadcrumbs.contents(parts, lang),
        definition=definition,
        contested=contested,
        body=blocks,
        appears=appears,
        facts=tuple(facts.fact(page, "ui.aliases", *facts.names(page, fields.name, fields.aliases))),
        sources=sources,
        corrections=corrected,
        cards=cards.cards(page),
    )


PLANNER = Planner(_plan, serves=frozenset({Kind.TERM}))
