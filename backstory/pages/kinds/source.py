"""The page of a source: what it is, whose it is, what it relays, and all that rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from backstory.language import wording
from backstory.pages.core import entity_links, planner
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
    correction_rows,
    facts,
    tie_words,
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
from backstory.pages.queries import cited_by, sorting
from backstory.pages.queries.cited_by import CitedBy
from backstory.records.backing import Backing
from backstory.records.knowledge import Source
from backstory.values.keys import Key, Kind
from backstory.values.record import Record
from backstory.values.vocabulary import Access

_MOST = 300


class TieLine(Record, frozen=True):
    """A tie that rests on the source, in a line; `href` leads to its row on the recipient's page."""

    backer: EntityLink
    recipient: EntityLink
    when: str
    href: str


class SourceView(Record, kw_only=True, frozen=True):
    """A source. `more_ties` says how many ties are left out, "" for none."""

    frame: Frame
    up: NavEntry
    title: PageText
    publisher: EntityLink | None
    leaked: bool
    url: str
    archive: str
    notes: tuple[Citation, ...]
    translation: TranslationNote | None
    facts: tuple[Fact, ...]
    body: tuple[BodyBlock, ...]
    appears: Appearances
    records: tuple[EntityLink, ...]
    ties: tuple[TieLine, ...]
    more_ties: str
    sources: tuple[SourceItem, ...] = ()
    corrections: tuple[CorrectionView, ...]
    cards: tuple[Card, ...] = ()

    @property
    def contents(self) -> tuple[ContentsEntry, ...]:
        """The links to the parts of the page that are not empty."""
        parts = {
            "ui.background": self.body,
            "ui.cited-in": self.appears.shown,
            "ui.records-resting": self.records,
            "ui.ties-resting": self.ties,
            "ui.sources": self.sources,
            "nav.corrections": self.corrections,
        }
        return breadcrumbs.contents(parts, self.frame.lang)


def _plan(site: Site) -> Iterator[Planned]:
    cited = cited_by.of(site.knowledge)
    return planner.of_each(
        site,
        site.knowledge.sources,
        "source.html",
        lambda source, route, lang: _view(site, source, route, lang, cited.get(source.id, cited_by.NOTHING)),
    )


def _view(site: Site, source: Source, route: str, lang: str, cited: CitedBy) -> SourceView:
    page = PageBuilder(site, route, lang, subject=source.key)
    fields = source.fields
    backings = sorting.by_recipient(page, cited.backings)
    left = len(backings) - _MOST
    view = SourceView(
        frame=translations.framed(page, source),
        up=breadcrumbs.up(page, "nav.sources", "sources/"),
        title=page.text(fields.title),
        publisher=citations.publisher(page, source),
        leaked=fields.access is Access.LEAKED,
        url=fields.url or "",
        archive=fields.archive_url or "",
        notes=citations.of(fields.sources, lang),
        translation=translations.note(page, source, None),
        facts=_facts(page, source, cited),
        body=tuple(body.blocks(page, site.linked(source.key, "body", lang), {})),
        appears=appearances.of(page, source.key),
        records=tuple(entity_links.ref(page, each) for each in cited.entities),
        ties=tuple(_line(page, each) for each in backings[:_MOST]),
        more_ties=wording.plural("count.more", left, lang) if left > 0 else "",
        corrections=correction_rows.listed(page, fields.corrections),
    )
    return completed(page, view)


def _facts(page: PageBuilder, source: Source, cited: CitedBy) -> tuple[Fact, ...]:
    fields, lang = source.fields, page.lang
    relays = entity_links.ref(page, Key(Kind.SOURCE, fields.relays.id)) if fields.relays else ""
    kind = wording.phrase(f"source-kind.{fields.kind.value}", lang) if fields.kind else ""
    spoken = wording.language_name(fields.lang, lang) if fields.lang else ""
    found = [
        *facts.fact(page, "ui.publisher", citations.publisher(page, source) or ""),
        *_affiliation(page, source),
        *facts.fact(page, "ui.author", page.text(fields.author) if fields.author else ""),
        *facts.fact(page, "ui.date", facts.when(fields.date, lang)),
        *facts.fact(page, "ui.kind", kind),
        *facts.fact(page, "ui.access", wording.phrase(f"access.{fields.access.value}", lang)),
        *facts.fact(page, "ui.language", spoken),
        *facts.fact(page, "ui.relays-what", relays),
        *facts.fact(page, "ui.relayed-by", *(entity_links.ref(page, each) for each in cited.relays)),
        *facts.fact(page, "ui.retrieved-on", facts.when(fields.retrieved, lang)),
        *facts.fact(page, "ui.sha256", fields.sha256 or ""),
    ]
    if page.site.knowledge.site.show_grades and fields.reliability:
        found += facts.fact(page, "ui.reliability", fields.reliability.upper())
    return tuple(found)


def _affiliation(page: PageBuilder, source: Source) -> Iterator[Fact]:
    """Whose the publisher is, since when, and who says so."""
    whose = source.fields.affiliation
    if whose is None:
        return
    said: list[EntityLink | PageText | str] = [page.text(whose.relation), entity_links.actor(page, whose.actor.id)]
    if whose.date:
        said.append(PageText(facts.when(whose.date, page.lang)))
    cited = (Citation(whose.source.id),) if whose.source else ()
    yield from facts.fact(page, "ui.affiliation", *said, notes=cited)


def _line(page: PageBuilder, backing: Backing) -> TieLine:
    return TieLine(
        entity_links.actor(page, backing.backer),
        entity_links.actor(page, backing.recipient),
        tie_words.when(backing, page.lang),
        tie_words.link_at_recipient(page, backing),
    )


PLANNER = Planner(_plan, serves=frozenset({Kind.SOURCE}))
