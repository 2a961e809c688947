"""The page of a source: what it is, whose it is, what it relays, and everything that rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backstory.model import wording
from backstory.model.backing import Backing
from backstory.model.keys import Key, Kind
from backstory.model.knowledge import Source
from backstory.model.vocabulary import Access
from backstory.pages import (
    appearances,
    body,
    citing,
    corrections,
    facts,
    ledger,
    notes,
    order,
    planner,
    refs,
    trail,
    versions,
)
from backstory.pages.appearances import Appearances
from backstory.pages.body import Block, Heading
from backstory.pages.citing import Citing
from backstory.pages.corrections import CorrectionView
from backstory.pages.facts import Fact
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame, NavEntry
from backstory.pages.notes import SourceItem
from backstory.pages.planner import Made, Planner
from backstory.pages.refs import Ref
from backstory.pages.site import Site
from backstory.pages.text import Text
from backstory.pages.versions import TranslationNote

_MOST = 300


@dataclass(frozen=True, slots=True)
class TieLine:
    """A tie that rests on the source, in a line; `href` leads to its place in the recipient's ledger."""

    backer: Ref
    recipient: Ref
    verb: str
    when: str
    href: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source. `more_ties` says how many ties are left out, "" for none."""

    frame: Frame
    up: NavEntry
    title: Text
    publisher: Ref | None
    leaked: bool
    url: str
    archive: str
    translation: TranslationNote | None
    contents: tuple[Heading, ...]
    facts: tuple[Fact, ...]
    body: tuple[Block, ...]
    appears: Appearances
    records: tuple[Ref, ...]
    ties: tuple[TieLine, ...]
    more_ties: str
    sources: tuple[SourceItem, ...]
    corrections: tuple[CorrectionView, ...]


def _plan(site: Site) -> Iterator[Made]:
    cited = citing.of(site.knowledge)
    return planner.of_each(
        site,
        site.knowledge.sources,
        "source.html",
        lambda source, route, lang: _view(site, source, route, lang, cited.get(source.id, citing.NOTHING)),
    )


def _view(site: Site, source: Source, route: str, lang: str, cited: Citing) -> SourceView:
    folio = Folio(site, route, lang, subject=source.key)
    fields = source.fields
    told = _facts(folio, source, cited)
    blocks = tuple(body.blocks(folio, site.linked(source.key, "body", lang), {}))
    appears = appearances.of(folio, source.key)
    backings = order.by_recipient(folio, cited.backings)
    records = tuple(refs.ref(folio, each) for each in cited.entities)
    listed = notes.listed(folio)
    corrected = corrections.listed(folio, fields.corrections)
    left = len(backings) - _MOST
    parts = {
        "ui.background": blocks,
        "ui.cited-in": appears.shown,
        "ui.records-resting": records,
        "ui.ties-resting": backings,
        "ui.sources": listed,
        "nav.corrections": corrected,
    }
    title = folio.text(fields.title)
    return SourceView(
        frame=versions.framed(folio, source),
        up=trail.up(folio, "nav.sources", "sources/"),
        title=title,
        publisher=notes.publisher(folio, source),
        leaked=fields.access is Access.LEAKED,
        url=fields.url or "",
        archive=fields.archive_url or "",
        translation=versions.note(folio, source, None),
        contents=trail.contents(parts, lang),
        facts=told,
        body=blocks,
        appears=appears,
        records=records,
        ties=tuple(_line(folio, each) for each in backings[:_MOST]),
        more_ties=wording.plural("count.more", left, lang) if left > 0 else "",
        sources=listed,
        corrections=corrected,
    )


def _facts(folio: Folio, source: Source, cited: Citing) -> tuple[Fact, ...]:
    fields, lang = source.fields, folio.lang
    relays = refs.ref(folio, Key(Kind.SOURCE, fields.relays.id)) if fields.relays else ""
    kind = wording.phrase(f"source-kind.{fields.kind.value}", lang) if fields.kind else ""
    spoken = wording.language_name(fields.lang, lang) if fields.lang else ""
    found = [
        *facts.fact(folio, "ui.publisher", notes.publisher(folio, source) or ""),
        *_affiliation(folio, source),
        *facts.fact(folio, "ui.author", folio.text(fields.author) if fields.author else ""),
        *facts.fact(folio, "ui.date", facts.when(fields.date, lang)),
        *facts.fact(folio, "ui.kind", kind),
        *facts.fact(folio, "ui.access", wording.phrase(f"access.{fields.access.value}", lang)),
        *facts.fact(folio, "ui.language", spoken),
        *facts.fact(folio, "ui.relays-what", relays),
        *facts.fact(folio, "ui.relayed-by", *(refs.ref(folio, each) for each in cited.relays)),
        *facts.fact(folio, "ui.retrieved-on", facts.when(fields.retrieved, lang)),
        *facts.fact(folio, "ui.sha256", fields.sha256 or ""),
    ]
    if folio.site.knowledge.site.show_grades and fields.reliability:
        found += facts.fact(folio, "ui.reliability", fields.reliability.upper())
    return tuple(found)


def _affiliation(folio: Folio, source: Source) -> Iterator[Fact]:
    """Whose the publisher is, since when that is said, and who says so."""
    whose = source.fields.affiliation
    if whose is None:
        return
    said: list[Ref | Text | str] = [folio.text(whose.relation), refs.actor(folio, whose.actor.id)]
    if whose.date:
        said.append(Text(facts.when(whose.date, folio.lang)))
    cited = (notes.cite(folio, whose.source.id),) if whose.source else ()
    yield from facts.fact(folio, "ui.affiliation", *said, notes=cited)


def _line(folio: Folio, backing: Backing) -> TieLine:
    return TieLine(
        refs.actor(folio, backing.backer),
        refs.actor(folio, backing.recipient),
        ledger.verb(backing, folio.lang),
        ledger.when(backing, folio.lang),
        ledger.there(folio, backing),
    )


PLANNER = Planner(_plan, serves=frozenset({Kind.SOURCE}))
