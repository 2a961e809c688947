"""The page of a term: what it means, who uses the word, and where it appears."""

from __future__ import annotations

from collections.abc import Iterator

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
from backstory.pages.parts.numbered_citations import completed
from backstory.pages.parts.translations import TranslationNote
from backstory.records.knowledge import Term
from backstory.values.html import Html
from backstory.values.keys import Kind
from backstory.values.record import Record


class TermView(Record, kw_only=True, frozen=True):
    """A term. `contested` says who uses the word and who does not."""

    frame: Frame
    up: NavEntry
    title: PageText
    definition: Html | None
    also: tuple[PageText, ...]
    notes: tuple[Citation, ...]
    translation: TranslationNote | None
    contested: Html | None
    body: tuple[BodyBlock, ...]
    appears: Appearances
    sources: tuple[SourceItem, ...] = ()
    corrections: tuple[CorrectionView, ...]
    facts: tuple[Fact, ...]
    cards: tuple[Card, ...] = ()

    @property
    def contents(self) -> tuple[ContentsEntry, ...]:
        """The links to the parts of the page that are not empty."""
        parts = {
            "ui.who-uses-this-word": (self.contested,) if self.contested else (),
            "ui.background": self.body,
            "ui.appears-in": self.appears.shown,
            "ui.sources": self.sources,
            "nav.corrections": self.corrections,
        }
        return breadcrumbs.contents(parts, self.frame.lang)


def _plan(site: Site) -> Iterator[Planned]:
    return planner.of_each(
        site, site.knowledge.terms, "term.html", lambda term, route, lang: _view(site, term, route, lang)
    )


def _view(site: Site, term: Term, route: str, lang: str) -> TermView:
    page = PageBuilder(site, route, lang, subject=term.key)
    fields = term.fields
    said, used = (site.linked(term.key, field, lang) for field in ("definition", "contested"))
    view = TermView(
        frame=translations.framed(page, term, "definition"),
        up=breadcrumbs.up(page, "nav.glossary", "glossary/"),
        title=page.text(fields.name),
        definition=prose_html.html(page, said) if said else None,
        also=cards.also(page, term),
        notes=citations.of(fields.sources, lang),
        translation=translations.note(page, term, None),
        contested=prose_html.html(page, used) if used else None,
        body=tuple(body.blocks(page, site.linked(term.key, "body", lang), {})),
        appears=appearances.of(page, term.key),
        corrections=correction_rows.listed(page, fields.corrections),
        facts=tuple(facts.fact(page, "ui.aliases", *facts.names(page, fields.name, fields.aliases))),
    )
    return completed(page, view)


PLANNER = Planner(_plan, serves=frozenset({Kind.TERM}))
