"""The page of an actor: its names, who backs it and whom it backs, its relations, claims and events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from itertools import chain

from backstory.language import wording
from backstory.pages.core import entity_links, kind_labels, planner, side_marks
from backstory.pages.core.date_views import Moment, moment
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame, NavEntry
from backstory.pages.core.page_text import PageText
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.side_marks import Mark
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
    figures,
    prose_html,
    relation_rows,
    tie_words,
    time_strips,
    translations,
)
from backstory.pages.parts.appearances import Appearances
from backstory.pages.parts.backing_list import BackingList, TitledList, backing_list
from backstory.pages.parts.body import BlockKind, BodyBlock, ContentsEntry, Parts
from backstory.pages.parts.cards import Card
from backstory.pages.parts.citations import Citation, SourceItem
from backstory.pages.parts.claim_rows import ClaimSummary
from backstory.pages.parts.correction_rows import CorrectionView
from backstory.pages.parts.event_rows import EventView
from backstory.pages.parts.facts import Fact
from backstory.pages.parts.figures import FigureView
from backstory.pages.parts.numbered_citations import completed
from backstory.pages.parts.relation_rows import RelationGroup
from backstory.pages.parts.tie_rows import End
from backstory.pages.parts.translations import TranslationNote
from backstory.pages.queries import record_index
from backstory.pages.queries.record_index import RecordIndex
from backstory.records.knowledge import Actor, Conflict, Event
from backstory.records.links import Linked
from backstory.values.html import Html
from backstory.values.keys import Kind
from backstory.values.record import Record
from backstory.values.vocabulary import ActorType

_GLYPH = 5
_EVENTS = 6


class ActorClaim(Record, frozen=True):
    """A claim in a few lines; `role` says what the actor has to do with it."""

    claim: ClaimSummary
    role: str


class ActorHead(Record, frozen=True):
    """The head of an actor's page. `glyph` is a short abbreviation or ""; `kind_per` is who gives it its type,
    `kind_notes` the source of that, `notes` the sources of the whole file."""

    up: NavEntry
    conflicts: tuple[EntityLink, ...]
    name: PageText
    glyph: str
    mark: Mark | None
    definition: Html | None
    kind: str
    kind_per: EntityLink | None
    kind_notes: tuple[Citation, ...]
    also: tuple[PageText, ...]
    role: PageText | None
    as_of: Moment | None
    notes: tuple[Citation, ...]
    translation: TranslationNote | None


class ActorView(Record, kw_only=True, frozen=True):
    """An actor. `backed` lists its backers, `backing` those whom it backs; both are empty where the body embeds
    them. Their titles are phrases, in the past where all the ties are of conflicts that are over. `figure` is the
    network around it."""

    frame: Frame
    head: ActorHead
    backed_title: str
    backed: BackingList
    backing_title: str
    backing: BackingList
    figure: FigureView | None
    relations: tuple[RelationGroup, ...]
    body: tuple[BodyBlock, ...]
    claims: tuple[ActorClaim, ...]
    events: tuple[EventView, ...]
    more_events: NavEntry | None
    appears: Appearances
    sources: tuple[SourceItem, ...] = ()
    corrections: tuple[CorrectionView, ...]
    facts: tuple[Fact, ...]
    cards: tuple[Card, ...] = ()

    @property
    def contents(self) -> tuple[ContentsEntry, ...]:
        """The links to the parts of the page that are not empty."""
        parts: dict[str, Sized] = {
            self.backed_title: self.backed,
            self.backing_title: self.backing,
            "ui.relations": self.relations,
            "ui.background": self.body,
            "ui.claims-of": self.claims,
            "part.timeline": self.events,
            "ui.appears-in": self.appears.shown,
            "ui.sources": self.sources,
            "nav.corrections": self.corrections,
        }
        return breadcrumbs.contents(parts, self.frame.lang)


def _plan(site: Site) -> Iterator[Planned]:
    known = record_index.of(site)
    return planner.of_each(
        site, site.knowledge.actors, "actor.html", lambda actor, route, lang: _view(site, actor, route, lang, known)
    )


def _view(site: Site, actor: Actor, route: str, lang: str, known: RecordIndex) -> ActorView:
    conflicts = _conflicts(site, actor, known)
    one = conflicts[0] if len(conflicts) == 1 else None
    page = PageBuilder(site, route, lang, subject=actor.key, marks=side_marks.of_parties(one, lang))
    written = site.linked(actor.key, "body", lang)
    embedded = body.embedded(written)
    taken, given = known.backed.get(actor.id, ()), known.backing.get(actor.id, ())
    span = time_strips.scale((*taken, *given))
    backed = backing_list(page, taken, span=span)
    backing = backing_list(page, given, names=End.RECIPIENT, span=span)
    happened = known.events_of.get(actor.id, ())
    titles = (
        tie_words.heading(page, "ui.who-backs-it", taken),
        tie_words.heading(page, "ui.who-it-backs", given),
    )
    figure = figures.around(page, actor.id, (*taken, *given), titles)
    main = event_rows.main_events(happened, known, _EVENTS)
    lists = BodyBlock(BlockKind.BACKERS, backings=_titled(titles, (backed, backing), lang), figure=figure)
    apart = BlockKind.BACKERS not in embedded
    view = ActorView(
        frame=translations.framed(page, actor, "summary"),
        head=_head(page, actor, conflicts),
        backed_title=titles[0],
        backed=backed if apart else BackingList(),
        backing_title=titles[1],
        backing=backing if apart else BackingList(),
        figure=figure if apart else None,
        relations=relation_rows.groups(page, actor.id, known),
        body=tuple(_body(page, written, lists, happened)),
        claims=_claims(page, actor, known),
        events=() if BlockKind.TIMELINE in embedded else event_rows.timeline(page, main),
        more_events=breadcrumbs.up(page, "nav.timeline", "timeline/") if len(happened) > _EVENTS else None,
        appears=appearances.of(page, actor.key),
        corrections=correction_rows.listed(page, actor.fields.corrections),
        facts=_facts(page, actor, known),
    )
    return completed(page, view)


def _titled(titles: Iterable[str], lists: Iterable[BackingList], lang: str) -> tuple[TitledList, ...]:
    """Both lists under their titles, for the body that embeds them."""
    return tuple(
        TitledList(EntityLink(PageText(wording.phrase(title, lang))), ties)
        for title, ties in zip(titles, lists, strict=True)
        if ties
    )


def _conflicts(site: Site, actor: Actor, known: RecordIndex) -> tuple[Conflict, ...]:
    """The conflicts that an actor is a party to; without any, those in which it backs or is backed."""
    party_to = known.party_to.get(actor.id, ())
    if party_to:
        return party_to
    ties = chain(known.backed.get(actor.id, ()), known.backing.get(actor.id, ()))
    found = dict.fromkeys(each.conflict for each in ties if each.conflict in site.knowledge.conflicts)
    return tuple(site.knowledge.conflicts[each] for each in found if each)


def _head(page: PageBuilder, actor: Actor, conflicts: tuple[Conflict, ...]) -> ActorHead:
    fields, lang = actor.fields, page.lang
    short = page.text(fields.abbreviation).text if fields.abbreviation else ""
    said = page.site.linked(actor.key, "summary", lang)
    return ActorHead(
        up=breadcrumbs.up(page, "nav.actors", "actors/"),
        conflicts=tuple(entity_links.ref(page, each.key) for each in conflicts[:3]),
        name=page.text(fields.name),
        glyph=short if len(short) <= _GLYPH else "",
        mark=page.marks.get(actor.id),
        definition=prose_html.html(page, said) if said else None,
        kind=kind_labels.kind(actor, lang),
        kind_per=_kind_per(page, actor),
        kind_notes=(Citation(fields.type_per.id),) if fields.type_per else (),
        also=tuple(dict.fromkeys((*cards.also(page, actor), *facts.names(page, fields.name, ())))),
        role=page.text(fields.public_role) if fields.public_role else None,
        as_of=moment(fields.as_of, lang) if fields.as_of else None,
        notes=citations.of(fields.sources, lang),
        translation=translations.note(page, actor, fields.as_of),
    )


def _kind_per(page: PageBuilder, actor: Actor) -> EntityLink | None:
    """Who gives an actor its type: the publisher of the source, else the source."""
    per = actor.fields.type_per
    source = page.site.knowledge.sources.get(per.id) if per else None
    if source is None:
        return None
    return citations.publisher(page, source) or entity_links.ref(page, source.key)


def _body(
    page: PageBuilder, written: Linked | None, backers: BodyBlock, happened: tuple[Event, ...]
) -> Iterator[BodyBlock]:
    parts: Parts = {
        BlockKind.BACKERS: lambda: backers,
        BlockKind.TIMELINE: lambda: BodyBlock(BlockKind.TIMELINE, events=event_rows.timeline(page, happened)),
    }
    return body.blocks(page, written, parts)


def _claims(page: PageBuilder, actor: Actor, known: RecordIndex) -> tuple[ActorClaim, ...]:
    """The claims about an actor, then others on which it has taken a position."""
    about = {each.id: each for each in known.claims_about.get(actor.id, ())}
    by = {each.id: each for each in known.claims_by.get(actor.id, ())}
    found = []
    for id, claim in (about | by).items():  # noqa: A001 - the word authors use
        role = "both" if id in about and id in by else "about" if id in about else "by"
        found.append(ActorClaim(claim_rows.summary(page, claim), wording.phrase(f"claim-role.{role}", page.lang)))
    return tuple(found)


def _facts(page: PageBuilder, actor: Actor, known: RecordIndex) -> tuple[Fact, ...]:
    fields, lang = actor.fields, page.lang
    wikidata = fields.wikidata
    entry = EntityLink(PageText(wikidata), f"https://www.wikidata.org/wiki/{wikidata}") if wikidata else ""
    found = [
        *facts.fact(page, "ui.kind", kind_labels.kind(actor, lang)),
        *facts.fact(page, "ui.aliases", *facts.names(page, fields.name, fields.aliases)),
        *(
            Fact(each.label, (*each.actors, *(EntityLink(PageText(said)) for said in each.says)))
            for each in relation_rows.glance(page, actor.id, known)
        ),
        *facts.fact(page, _life("founded", actor), facts.when(fields.founded, lang)),
        *facts.fact(page, _life("dissolved", actor), facts.when(fields.dissolved, lang)),
        *facts.fact(page, "ui.wikidata", entry),
    ]
    return tuple(found)


def _life(end: str, actor: Actor) -> str:
    """The phrase for a beginning or an end: people are born, everything else is founded."""
    return f"ui.{end}-person" if actor.fields.type is ActorType.PERSON else f"ui.{end}"


PLANNER = Planner(_plan, serves=frozenset({Kind.ACTOR}))
