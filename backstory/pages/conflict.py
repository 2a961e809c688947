"""The page of a conflict: its sides and parties, who backs whom in it, its claims, its timeline and its explainers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from backstory.model import wording
from backstory.model.html import Html
from backstory.model.keys import Key, Kind
from backstory.model.knowledge import Conflict
from backstory.pages import (
    appearances,
    backers,
    body,
    cards,
    claims,
    concordance,
    corrections,
    events,
    facts,
    figures,
    home,
    marks,
    notes,
    order,
    planner,
    prose,
    refs,
    trail,
    versions,
    years,
)
from backstory.pages import camps as sides_of
from backstory.pages.appearances import Appearances
from backstory.pages.backers import Camp
from backstory.pages.body import Block, Heading
from backstory.pages.camps import SideView
from backstory.pages.cards import Card
from backstory.pages.claims import ClaimSummary
from backstory.pages.concordance import Concordance
from backstory.pages.corrections import CorrectionView
from backstory.pages.events import EventView
from backstory.pages.facts import Fact
from backstory.pages.figures import Figure
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame, NavEntry
from backstory.pages.home import ArticleItem
from backstory.pages.index import Letter
from backstory.pages.moments import Moment, moment
from backstory.pages.notes import Note, SourceItem
from backstory.pages.planner import Made, Planner
from backstory.pages.site import Site
from backstory.pages.text import Text
from backstory.pages.versions import TranslationNote
from backstory.pages.years import Held

# What stands on the page of too many ties, of each recipient, and of claims: the first few.
_FIRST = 5
_EVENTS = 300


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A conflict. `more_ties`, `more_claims` and `more_events` lead to all of what does not stand here in full."""

    frame: Frame
    up: NavEntry
    title: Text
    also: tuple[Text, ...]
    when: str
    as_of: Moment | None
    summary: Html | None
    notes: tuple[Note, ...]
    translation: TranslationNote | None
    contents: tuple[Heading, ...]
    sides: tuple[SideView, ...]
    figure: Figure | None
    camps: tuple[Camp, ...]
    more_ties: NavEntry | None
    years: tuple[Letter, ...]
    body: tuple[Block, ...]
    claims: tuple[ClaimSummary, ...]
    more_claims: NavEntry | None
    events: tuple[EventView, ...]
    more_events: NavEntry | None
    articles: tuple[ArticleItem, ...]
    appears: Appearances
    facts: tuple[Fact, ...]
    sources: tuple[SourceItem, ...]
    corrections: tuple[CorrectionView, ...]
    cards: tuple[Card, ...]


def _plan(site: Site) -> Iterator[Made]:
    known = concordance.of(site)
    dated = years.of_site(site)
    return planner.of_each(
        site,
        site.knowledge.conflicts,
        "conflict.html",
        lambda conflict, route, lang: _view(site, conflict, route, lang, known, dated),
    )


def _view(site: Site, conflict: Conflict, route: str, lang: str, known: Concordance, dated: Held) -> ConflictView:
    """The parts are made in the order they stand, for that numbers their citations."""
    folio = Folio(site, route, lang, subject=conflict.key, marks=marks.of_parties(conflict, lang))
    fields = conflict.fields
    said = site.linked(conflict.key, "summary", lang)
    summary = prose.html(folio, said) if said else None
    rests_on = notes.cite_all(folio, fields.sources)
    sides = sides_of.sides(folio, conflict)
    held = known.backings_in.get(conflict.id, ())
    whole = len(held) <= backers.PAGE
    camps = backers.camps(folio, conflict, held[: backers.PAGE], most=None if whole else _FIRST)
    figure = figures.network(folio, held, folio.marks) if whole else None
    written = site.linked(conflict.key, "body", lang)
    blocks = tuple(body.blocks(folio, written, {"map": lambda: _map(folio, conflict)}))
    disputes = order.latest_first(known.claims_in.get(conflict.id, ()))
    claimed = tuple(claims.summary(folio, each) for each in disputes[:_FIRST])
    happened = sorted(known.events_in.get(conflict.id, ()), key=lambda each: (each.fields.date.value.sort_key, each.id))
    timeline = events.timeline(folio, happened[-_EVENTS:])
    told = reversed(concordance.newest(known.articles_on.get(conflict.id, ())))
    articles = tuple(home.article_item(folio, each) for each in told)
    appears = appearances.of(folio, conflict.key)
    sources = notes.listed(folio)
    corrected = corrections.listed(folio, fields.corrections)
    parts = {
        "part.sides": sides,
        "part.backers": camps,
        "ui.background": blocks,
        "nav.claims": claimed,
        "nav.timeline": timeline,
        "nav.articles": articles,
        "ui.appears-in": appears.shown,
        "ui.sources": sources,
        "nav.corrections": corrected,
    }
    return ConflictView(
        frame=versions.framed(folio, conflict, "summary"),
        up=trail.up(folio, "nav.conflicts", "conflicts/"),
        title=folio.text(fields.name),
        also=cards.also(folio, conflict),
        when=span(conflict, lang),
        as_of=moment(fields.as_of, lang) if fields.as_of else None,
        summary=summary,
        notes=rests_on,
        translation=versions.note(folio, conflict, fields.as_of),
        contents=trail.contents(parts, lang),
        sides=sides,
        figure=figure,
        camps=camps,
        more_ties=_more(folio, "count.ties", len(held), "backers/", _shown(camps)),
        years=years.letters(folio, years.among(held, dated), backers.anchor(conflict.id)),
        body=blocks,
        claims=claimed,
        more_claims=_more(folio, "count.claims", len(disputes), "claims/", len(claimed)),
        events=timeline,
        more_events=trail.up(folio, "nav.timeline", "timeline/") if len(happened) > _EVENTS else None,
        articles=articles,
        appears=appears,
        facts=_facts(folio, conflict),
        sources=sources,
        corrections=corrected,
        cards=cards.cards(folio),
    )


def _shown(camps: Iterable[Camp]) -> int:
    return sum(len(account.ledger) for camp in camps for account in camp.accounts)


def _more(folio: Folio, counting: str, total: int, route: str, shown: int) -> NavEntry | None:
    """The way to all of it, where not all stands here."""
    if shown >= total:
        return None
    all_of_it = wording.plural(counting, total, folio.lang)
    label = f"{wording.phrase('ui.browse-all', folio.lang)}: {all_of_it}"
    return NavEntry(label, folio.href(folio.site.prefix(folio.lang) + route), "")


def span(conflict: Conflict, lang: str) -> str:
    """When a conflict began and ended, as far as it is recorded."""
    fields = conflict.fields
    if fields.from_ is None and fields.to is None:
        return ""
    given = [each.value if each else None for each in (fields.from_, fields.to, fields.as_of)]
    return wording.period(given[0], given[1], (), given[2], lang)


def _map(folio: Folio, conflict: Conflict) -> Block:
    known = folio.site.knowledge.places
    places = (known[each.id] for each in conflict.fields.places if each.id in known)
    return Block("map", figure=figures.map_of(folio, places))


def _facts(folio: Folio, conflict: Conflict) -> tuple[Fact, ...]:
    fields = conflict.fields
    places = (refs.ref(folio, Key(Kind.PLACE, each.id)) for each in fields.places)
    found = [
        *facts.fact(folio, "ui.when", span(conflict, folio.lang)),
        *facts.fact(folio, "nav.places", *places),
        *facts.fact(folio, "ui.aliases", *facts.names(folio, fields.name, fields.aliases)),
    ]
    return tuple(found)


PLANNER = Planner(_plan, serves=frozenset({Kind.CONFLICT}))
