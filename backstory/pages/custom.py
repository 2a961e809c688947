"""Pages of the site's own, such as about and method: an author's text at a route of its choice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backstory.model.keys import Kind
from backstory.model.knowledge import CustomPage
from backstory.pages import body, cards, corrections, notes, planner, versions
from backstory.pages.body import Block, Heading
from backstory.pages.cards import Card
from backstory.pages.corrections import CorrectionView
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame, frame
from backstory.pages.moments import Moment, moment
from backstory.pages.notes import Note, SourceItem
from backstory.pages.planner import Made, Planner
from backstory.pages.site import Site
from backstory.pages.text import Text
from backstory.pages.versions import TranslationNote


@dataclass(frozen=True, slots=True)
class CustomView:
    """A page of the site's own."""

    frame: Frame
    title: Text
    lead: Text | None
    updated: Moment | None
    notes: tuple[Note, ...]
    translation: TranslationNote | None
    contents: tuple[Heading, ...]
    body: tuple[Block, ...]
    sources: tuple[SourceItem, ...]
    corrections: tuple[CorrectionView, ...]
    cards: tuple[Card, ...]


def _plan(site: Site) -> Iterator[Made]:
    return planner.of_each(
        site, site.knowledge.pages, "custom.html", lambda page, route, lang: _view(site, page, route, lang)
    )


def _view(site: Site, page: CustomPage, route: str, lang: str) -> CustomView:
    folio = Folio(site, route, lang, subject=page.key)
    fields = page.fields
    written = site.linked(page.key, "body", lang)
    blocks = tuple(body.blocks(folio, written, {}))
    rests_on = notes.cite_all(folio, fields.sources)
    title = folio.text(fields.title)
    lead = folio.text(fields.summary) if fields.summary else None
    return CustomView(
        frame=frame(
            folio,
            title.text,
            description=lead.text if lead else "",
            path=versions.path(page, lang),
            versions=site.spoken(page),
        ),
        title=title,
        lead=lead,
        updated=moment(fields.updated, lang) if fields.updated else None,
        notes=rests_on,
        translation=versions.note(folio, page, fields.updated),
        contents=body.headings(written),
        body=blocks,
        sources=notes.listed(folio),
        corrections=corrections.listed(folio, fields.corrections),
        cards=cards.cards(folio),
    )


PLANNER = Planner(_plan, serves=frozenset({Kind.PAGE}))
