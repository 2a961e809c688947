"""Events in order of time, each no more exact than it is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from backstory.model.html import Html
from backstory.model.keys import Key, Kind
from backstory.model.knowledge import Event
from backstory.pages import corrections, notes, prose, refs
from backstory.pages.corrections import CorrectionView
from backstory.pages.folio import Folio
from backstory.pages.moments import Moment, moment
from backstory.pages.notes import Note
from backstory.pages.refs import Ref


@dataclass(frozen=True, slots=True)
class EventView:
    """An event. `claim` is the claim it is disputed under."""

    anchor: str
    event: Ref
    date: Moment
    place: Ref | None
    actors: tuple[Ref, ...]
    summary: Html | None
    claim: Ref | None
    claim_anchor: str
    notes: tuple[Note, ...]
    corrections: tuple[CorrectionView, ...]


def anchor(event: str) -> str:
    """The id of an event's entry on a page that shows it."""
    return f"_event-{event}"


def timeline(folio: Folio, events: Iterable[Event], *, shown: frozenset[str] = frozenset()) -> tuple[EventView, ...]:
    """Events in order of time. `shown` are the claims that stand on the page, to which its events may lead."""
    ordered = sorted(events, key=lambda each: (each.fields.date.value.sort_key, each.id))
    return tuple(_event(folio, each, shown) for each in ordered)


def _own(event: Ref) -> Ref:
    """An event's name in its own entry, which need not lead to itself."""
    return replace(event, href="") if event.href.startswith("#") else event


def _event(folio: Folio, event: Event, shown: frozenset[str]) -> EventView:
    fields = event.fields
    said = folio.site.linked(event.key, "summary", folio.lang) if fields.summary else None
    claim = fields.claim.id if fields.claim else ""
    return EventView(
        anchor=anchor(event.id),
        event=_own(refs.ref(folio, event.key)),
        date=moment(fields.date, folio.lang),
        place=refs.ref(folio, Key(Kind.PLACE, fields.place.id)) if fields.place else None,
        actors=refs.actors(folio, (each.id for each in fields.actors)),
        summary=prose.html(folio, said) if said else None,
        claim=refs.ref(folio, Key(Kind.CLAIM, claim)) if claim else None,
        claim_anchor=f"_claim-{claim}" if claim in shown else "",
        notes=notes.cite_all(folio, fields.sources),
        corrections=corrections.listed(folio, fields.corrections),
    )
