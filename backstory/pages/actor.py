"""The page of an actor: its names, the ledger of backing, its relations, claims and events, and where it appears."""

from __future__ import annotations

from collections.abc import Iterator, Sized
from dataclasses import dataclass
from itertools import chain

from backstory.model import wording
from backstory.model.html import Html
from backstory.model.keys import Kind
from backstory.model.knowledge import Actor, Conflict, Event
from backstory.model.links import Linked, ToEmbed
from backstory.model.vocabulary import ActorType
from backstory.pages import (
    appearances,
    body,
    cards,
    claims,
    concordance,
    corrections,
    events,
    facts,
    figures,
    ledger,
    marks,
    naming,
    notes,
    planner,
    prose,
    refs,
    relations,
    strips,
    trail,
    versions,
)
from backstory.pages.appearances import Appearances
from backstory.pages.body import Block, Heading
from backstory.pages.cards import Card
from backstory.pages.claims import ClaimSummary
from backstory.pages.concordance import Concordance
from backstory.pages.corrections import CorrectionView
from backstory.pages.events import EventView
from backstory.pages.facts import Fact
from backstory.pages.figures import Figure
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame, NavEntry
from backstory.pages.ledger import Account, Ledger
from backstory.pages.marks import Mark
from backstory.pages.moments import Moment, moment
from backstory.pages.notes import Note, SourceItem
from backstory.pages.planner import Made, Planner
from backstory.pages.refs import Ref
from backstory.pages.relations import RelationGroup
from backstory.pages.site import Site
from backstory.pages.text import Text
from backstory.pages.versions import TranslationNote

_GLYPH = 5


@dataclass(frozen=True, slots=True)
class ActorClaim:
    """A claim in a few lines; `role` says what the actor has to do with it."""

    claim: ClaimSummary
    role: str


@dataclass(frozen=True, slots=True)
class ActorHead:
    """The head of an actor's page. `glyph` is a short abbreviation or "", `kind_per` who calls it what it is called,
    `notes` what the whole rests on."""

    up: NavEntry
    conflicts: tuple[Ref, ...]
    name: Text
    glyph: str
    mark: Mark | None
    kind: str
    kind_per: Ref | None
    kind_notes: tuple[Note, ...]
    also: tuple[Text, ...]
    definition: Html | None
    role: Text | None
    as_of: Moment | None
    notes: tuple[Note, ...]
    translation: TranslationNote | None


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor. `backed` are the ties in which it is the recipient, `backing` those in which it is the backer; both
    are empty where the body embeds them. `figure` is the network around it."""

    frame: Frame
    head: ActorHead
    contents: tuple[Heading, ...]
    backed: Ledger
    backing: Ledger
    figure: Figure | None
    relations: tuple[RelationGroup, ...]
    body: tuple[Block, ...]
    claims: tuple[ActorClaim, ...]
    events: tuple[EventView, ...]
    appears: Appearances
    facts: tuple[Fact, ...]
    sources: tuple[SourceItem, ...]
    corrections: tuple[CorrectionView, ...]
    cards: tuple[Card, ...]


def _plan(site: Site) -> Iterator[Made]:
    known = concordance.of(site)
    return planner.of_each(
        site, site.knowledge.actors, "actor.html", lambda actor, route, lang: _view(site, actor, route, lang, known)
    )


def _view(site: Site, actor: Actor, route: str, lang: str, known: Concordance) -> ActorView:
    """The parts are made in the order they stand, for that numbers their citations."""
    conflicts = _conflicts(site, actor, known)
    one = conflicts[0] if len(conflicts) == 1 else None
    folio = Folio(site, route, lang, subject=actor.key, marks=marks.of_parties(one, lang))
    written = site.linked(actor.key, "body", lang)
    embedded = _embedded(written)
    head = _head(folio, actor, conflicts)
    taken, given = known.backed.get(actor.id, ()), known.backing.get(actor.id, ())
    span = strips.scale((*taken, *given))
    backed = ledger.ledger(folio, taken, span=span)
    backing = ledger.ledger(folio, given, about="backing", span=span)
    figure = figures.around(folio, actor.id, (*taken, *given))
    related = relations.groups(folio, actor.id, known)
    happened = known.events_of.get(actor.id, ())
    accounts = Block("backers", accounts=_accounts(backed, backing, lang), figure=figure)
    blocks = tuple(_body(folio, written, accounts, happened))
    claimed = _claims(folio, actor, known)
    timeline = () if "timeline" in embedded else events.timeline(folio, happened)
    appears = appearances.of(folio, actor.key)
    glance = _facts(folio, actor, known)
    sources = notes.listed(folio)
    corrected = corrections.listed(folio, actor.fields.corrections)
    if "backers" in embedded:
        backed, backing, figure = Ledger(), Ledger(), None
    parts: dict[str, Sized] = {
        "ui.who-backs-it": backed,
        "ui.who-it-backs": backing,
        "ui.relations": related,
        "ui.background": blocks,
        "ui.claims-of": claimed,
        "nav.timeline": timeline,
        "ui.appears-in": appears.shown,
        "ui.sources": sources,
        "nav.corrections": corrected,
    }
    return ActorView(
        frame=versions.framed(folio, actor, "summary"),
        head=head,
        contents=trail.contents(parts, lang),
        backed=backed,
        backing=backing,
        figure=figure,
        relations=related,
        body=blocks,
        claims=claimed,
        events=timeline,
        appears=appears,
        facts=glance,
        sources=sources,
        corrections=corrected,
        cards=cards.cards(folio),
    )


def _accounts(backed: Ledger, backing: Ledger, lang: str) -> tuple[Account, ...]:
    """Both ledgers, for the body that embeds them."""
    named = (("ui.who-backs-it", "backed", backed), ("ui.who-it-backs", "backing", backing))
    return tuple(Account(Ref(Text(wording.phrase(title, lang))), about, held) for title, about, held in named if held)


def _conflicts(site: Site, actor: Actor, known: Concordance) -> tuple[Conflict, ...]:
    """The conflicts an actor is a party to; of one that is none, those in which it backs or is backed."""
    party_to = known.party_to.get(actor.id, ())
    if party_to:
        return party_to
    ties = chain(known.backed.get(actor.id, ()), known.backing.get(actor.id, ()))
    found = dict.fromkeys(each.conflict for each in ties if each.conflict in site.knowledge.conflicts)
    return tuple(site.knowledge.conflicts[each] for each in found if each)


def _embedded(written: Linked | None) -> frozenset[str]:
    targets = written.targets if written else ()
    return frozenset(each.name for each in targets if isinstance(each, ToEmbed))


def _head(folio: Folio, actor: Actor, conflicts: tuple[Conflict, ...]) -> ActorHead:
    fields, lang = actor.fields, folio.lang
    short = folio.text(fields.abbreviation).text if fields.abbreviation else ""
    said = folio.site.linked(actor.key, "summary", lang)
    definition = prose.html(folio, said) if said else None
    return ActorHead(
        up=trail.up(folio, "nav.actors", "actors/"),
        conflicts=tuple(refs.ref(folio, each.key) for each in conflicts[:3]),
        name=folio.text(fields.name),
        glyph=short if len(short) <= _GLYPH else "",
        mark=folio.marks.get(actor.id),
        kind=naming.kind(actor, lang),
        kind_per=_kind_per(folio, actor),
        kind_notes=(notes.cite(folio, fields.type_per.id),) if fields.type_per else (),
        also=tuple(dict.fromkeys((*cards.also(folio, actor), *facts.names(folio, fields.name, ())))),
        definition=definition,
        role=folio.text(fields.public_role) if fields.public_role else None,
        as_of=moment(fields.as_of, lang) if fields.as_of else None,
        notes=notes.cite_all(folio, fields.sources),
        translation=versions.note(folio, actor, fields.as_of),
    )


def _kind_per(folio: Folio, actor: Actor) -> Ref | None:
    """Who calls an actor what its type says: the publisher of the source given, else the source."""
    per = actor.fields.type_per
    source = folio.site.knowledge.sources.get(per.id) if per else None
    if source is None:
        return None
    return notes.publisher(folio, source) or refs.ref(folio, source.key)


def _body(folio: Folio, written: Linked | None, backers: Block, happened: tuple[Event, ...]) -> Iterator[Block]:
    parts = {
        "backers": lambda: backers,
        "timeline": lambda: Block("timeline", events=events.timeline(folio, happened)),
    }
    return body.blocks(folio, written, parts)


def _claims(folio: Folio, actor: Actor, known: Concordance) -> tuple[ActorClaim, ...]:
    """The claims about an actor, then the others it has taken a position on."""
    about = {each.id: each for each in known.claims_about.get(actor.id, ())}
    by = {each.id: each for each in known.claims_by.get(actor.id, ())}
    found = []
    for id, claim in (about | by).items():  # noqa: A001 - the word authors use
        role = "both" if id in about and id in by else "about" if id in about else "by"
        found.append(ActorClaim(claims.summary(folio, claim), wording.phrase(f"claim-role.{role}", folio.lang)))
    return tuple(found)


def _facts(folio: Folio, actor: Actor, known: Concordance) -> tuple[Fact, ...]:
    fields, lang = actor.fields, folio.lang
    wikidata = fields.wikidata
    entry = Ref(Text(wikidata), f"https://www.wikidata.org/wiki/{wikidata}") if wikidata else ""
    found = [
        *facts.fact(folio, "ui.kind", naming.kind(actor, lang)),
        *facts.fact(folio, "ui.aliases", *facts.names(folio, fields.name, fields.aliases)),
        *(Fact(each.label, each.actors) for each in relations.glance(folio, actor.id, known)),
        *facts.fact(folio, _life("founded", actor), facts.when(fields.founded, lang)),
        *facts.fact(folio, _life("dissolved", actor), facts.when(fields.dissolved, lang)),
        *facts.fact(folio, "ui.wikidata", entry),
    ]
    return tuple(found)


def _life(end: str, actor: Actor) -> str:
    """People are born; everything else is founded."""
    return f"ui.{end}-person" if actor.fields.type is ActorType.PERSON else f"ui.{end}"


PLANNER = Planner(_plan, serves=frozenset({Kind.ACTOR}))
