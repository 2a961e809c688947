"""Events of a timeline, in order of time, each with its date as exact as it is known."""

from __future__ import annotations

from collections.abc import Iterable

from backstory.language import wording
from backstory.pages.core import claim_titles, entity_links
from backstory.pages.core.date_views import Moment, moment
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import PageText
from backstory.pages.parts import citations, correction_rows, prose_html, speakers
from backstory.pages.parts.citations import Citation
from backstory.pages.parts.correction_rows import CorrectionView
from backstory.pages.queries.record_index import RecordIndex
from backstory.records.knowledge import Event
from backstory.values.html import Html
from backstory.values.keys import Key, Kind
from backstory.values.record import Record, replace


class EventView(Record, frozen=True):
    """An event. `claim` is the claim that disputes it, `claim_anchor` that one's place on this page, or "".

    `account` says by whose account it happened, where it is a claim.
    """

    anchor: str
    event: EntityLink
    date: Moment
    place: EntityLink | None
    actors: tuple[EntityLink, ...]
    account: str
    notes: tuple[Citation, ...]
    type: PageText | None
    summary: Html | None
    text: Html | None
    claim: EntityLink | None
    claim_anchor: str
    corrections: tuple[CorrectionView, ...]


def anchor(event: str) -> str:
    """The HTML id of an event's entry on a page that shows it."""
    return f"_event-{event}"


def timeline(
    page: PageBuilder, events: Iterable[Event], *, shown: frozenset[str] = frozenset()
) -> tuple[EventView, ...]:
    """Events in order of time. `shown` are the ids of the claims that the page shows, to which events link there."""
    ordered = sorted(events, key=lambda each: (each.fields.date.value.sort_key, each.id))
    return tuple(_event(page, each, shown) for each in ordered)


def main_events(events: Iterable[Event], known: RecordIndex, most: int) -> tuple[Event, ...]:
    """So many events at most: those that most explainers list come first, then the first and the last of all."""
    ordered = sorted(events, key=lambda each: (each.fields.date.value.sort_key, each.id))
    ends = {each.id for each in (*ordered[:1], *ordered[-1:])}
    return tuple(sorted(ordered, key=lambda each: (-len(known.listing.get(each.id, ())), each.id not in ends))[:most])


def _own(event: EntityLink) -> EntityLink:
    """The name of an event in its own entry: without a link that would lead to this entry."""
    return replace(event, href="") if event.href.startswith("#") else event


def _event(page: PageBuilder, event: Event, shown: frozenset[str]) -> EventView:
    fields = event.fields
    said = page.site.linked(event.key, "summary", page.lang) if fields.summary else None
    claim = fields.claim.id if fields.claim else ""
    return EventView(
        anchor=anchor(event.id),
        event=_own(entity_links.ref(page, event.key)),
        date=moment(fields.date, page.lang),
        place=entity_links.ref(page, Key(Kind.PLACE, fields.place.id)) if fields.place else None,
        actors=entity_links.actors(page, (each.id for each in fields.actors)),
        account=_account(page, event),
        notes=citations.of(fields.sources, page.lang),
        type=page.text(fields.type) if fields.type else None,
        summary=prose_html.html(page, said) if said else None,
        text=prose_html.in_entry(page, event.key, anchor(event.id)),
        claim=entity_links.ref(page, Key(Kind.CLAIM, claim)) if claim else None,
        claim_anchor=f"_claim-{claim}" if claim in shown else "",
        corrections=correction_rows.listed(page, fields.corrections),
    )


def _account(page: PageBuilder, event: Event) -> str:
    """By whose account it happened, where it is a claim; "" where nobody named says so."""
    claim = page.site.knowledge.claims.get(event.fields.claim.id) if event.fields.claim else None
    said = claim_titles.said_by(page.site.knowledge, claim) if claim else ()
    names = speakers.names(page, said)
    return wording.phrase("event.by-account", page.lang, names=names) if names else ""
