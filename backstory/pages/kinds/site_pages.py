"""Pages of the site's own, such as about and methods: an author's text at a route of its own."""

from __future__ import annotations

from collections.abc import Iterator

from backstory.diagnostics import PROTECTIONS
from backstory.language import wording
from backstory.pages.core import planner
from backstory.pages.core.date_views import Moment, moment
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame, frame
from backstory.pages.core.page_text import PageText
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import Site
from backstory.pages.parts import body, citations, correction_rows, translations
from backstory.pages.parts.body import BodyBlock, ContentsEntry
from backstory.pages.parts.cards import Card
from backstory.pages.parts.citations import Citation, SourceItem
from backstory.pages.parts.correction_rows import CorrectionView
from backstory.pages.parts.numbered_citations import completed
from backstory.pages.parts.translations import TranslationNote
from backstory.records.knowledge import CustomPage
from backstory.values.keys import Kind
from backstory.values.record import Record


class CustomView(Record, kw_only=True, frozen=True):
    """A page of the site's own. `unguarded` says which protections only warn here, on the page `method`."""

    frame: Frame
    title: PageText
    lead: PageText | None
    updated: Moment | None
    notes: tuple[Citation, ...]
    translation: TranslationNote | None
    contents: tuple[ContentsEntry, ...]
    body: tuple[BodyBlock, ...]
    unguarded: str
    sources: tuple[SourceItem, ...] = ()
    corrections: tuple[CorrectionView, ...]
    cards: tuple[Card, ...] = ()


def _plan(site: Site) -> Iterator[Planned]:
    return planner.of_each(
        site, site.knowledge.pages, "custom.html", lambda own, route, lang: _view(site, own, route, lang)
    )


def _view(site: Site, own: CustomPage, route: str, lang: str) -> CustomView:
    page = PageBuilder(site, route, lang, subject=own.key)
    fields = own.fields
    written = site.linked(own.key, "body", lang)
    title = page.text(fields.title)
    lead = page.text(fields.summary) if fields.summary else None
    view = CustomView(
        frame=frame(
            page,
            title.text,
            description=lead.text if lead else "",
            path=translations.path(own, lang),
            versions=site.spoken(own),
        ),
        title=title,
        lead=lead,
        updated=moment(fields.updated, lang) if fields.updated else None,
        notes=citations.of(fields.sources, lang),
        translation=translations.note(page, own, fields.updated),
        contents=body.headings(written),
        body=tuple(body.blocks(page, written, {})),
        unguarded=_unguarded(page) if own.id == "method" else "",
        corrections=correction_rows.listed(page, fields.corrections),
    )
    return completed(page, view)


def _unguarded(page: PageBuilder) -> str:
    """Which checks that protect persons and companies a site lets pass with a warning."""
    severity = page.site.knowledge.site.severity
    codes = sorted(code for code in PROTECTIONS if severity.get(code, "error") != "error")
    return wording.phrase("ui.unguarded", page.lang, codes=wording.conjunction(codes, page.lang)) if codes else ""


PLANNER = Planner(_plan, serves=frozenset({Kind.PAGE}))
