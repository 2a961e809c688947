"""conflicts.csv, parties.csv, places.csv, events.csv and sources.csv: what the records refer to."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from backstory.outputs.exports import cells
from backstory.outputs.exports.entity_columns import ALIASES, SOURCES, field_text, of_kind
from backstory.outputs.exports.table import Cell, Column, ForeignKey, Table, table
from backstory.pages.core.site import Site
from backstory.records import sides
from backstory.records.knowledge import Conflict, Event, Place, Source
from backstory.schema.kind_fields import Affiliation, Party, Side
from backstory.values.keys import Kind
from backstory.values.record import Record


class Membership(Record, frozen=True):
    """A party of a side of a conflict."""

    conflict: Conflict
    side: Side
    party: Party


def conflicts(site: Site) -> Table:
    """The conflicts, in order of id."""
    columns: tuple[Column[Conflict], ...] = (
        Column("id", "id", "The conflict's id; its page is conflicts/ID/.", lambda each: each.id),
        Column("name", "text", "Its name.", lambda each: each.fields.name),
        *ALIASES,
        Column("from", "date", "Since when (EDTF).", lambda each: cells.date(each.fields.from_)),
        Column("to", "date", "Until when (EDTF).", lambda each: cells.date(each.fields.to)),
        Column("places", "ids", "Where.", lambda each: cells.refs(each.fields.places)),
        Column("summary", "text", "What it is about.", lambda each: field_text(site, each, "summary")),
        Column("as_of", "date", "The date the record speaks of (EDTF).", lambda each: cells.date(each.fields.as_of)),
        *SOURCES,
    )
    return of_kind(site, Kind.CONFLICT, columns, site.knowledge.conflicts.values())


def parties(site: Site) -> Table:
    """The parties of each side, a row for each time that an actor was one."""
    columns: tuple[Column[Membership], ...] = (
        Column("conflict", "id", "The conflict.", lambda each: each.conflict.id),
        Column("side", "id", "The side's id.", lambda each: each.side.id.id),
        Column("side_label", "text", "What the side is called.", lambda each: each.side.label),
        Column("actor", "id", "The party.", lambda each: each.party.actor.id),
        Column("as", "word", "What makes it a party.", lambda each: each.party.as_),
        Column("from", "date", "Since when (EDTF).", lambda each: cells.date(each.party.from_)),
        Column("to", "date", "Until when (EDTF).", lambda each: cells.date(each.party.to)),
        Column("sources", "ids", "The sources it rests on.", lambda each: cells.ids(each.party.sources)),
        Column(
            "source_details",
            "texts",
            "Stances, pages, quotations.",
            lambda each: cells.details(each.party.sources),
        ),
    )
    referring = (ForeignKey("conflict", "conflicts"), ForeignKey("actor", "actors"))
    return table("parties", columns, _memberships(site), site.languages, key=(), references=referring)


def _memberships(site: Site) -> Iterator[Membership]:
    for conflict in site.knowledge.conflicts.values():
        yield from (Membership(conflict, side, party) for side, party in sides.parties(conflict.fields))


def places(site: Site) -> Table:
    """The places, in order of id."""
    columns: tuple[Column[Place], ...] = (
        Column("id", "id", "The place's id.", lambda each: each.id),
        Column("name", "text", "Its name.", lambda each: each.fields.name),
        *ALIASES,
        Column("type", "text", "What it is.", lambda each: each.fields.type),
        Column("lat", "number", "Latitude in degrees.", lambda each: each.fields.lat),
        Column("lon", "number", "Longitude in degrees.", lambda each: each.fields.lon),
        Column("precision", "word", "How exact that is.", lambda each: _word(each.fields.precision)),
        Column("summary", "text", "What is to be known of it.", lambda each: field_text(site, each, "summary")),
        *SOURCES,
    )
    return of_kind(site, Kind.PLACE, columns, site.knowledge.places.values())


def events(site: Site) -> Table:
    """The events, in order of id."""
    columns: tuple[Column[Event], ...] = (
        Column("id", "id", "The event's id.", lambda each: each.id),
        Column("title", "text", "What happened, or is said to have.", lambda each: each.fields.title),
        Column("date", "date", "When (EDTF).", lambda each: cells.date(each.fields.date)),
        Column("type", "text", "What kind of event.", lambda each: each.fields.type),
        Column("conflict", "id", "In which conflict.", lambda each: cells.of(each.fields.conflict)),
        Column("place", "id", "Where.", lambda each: cells.of(each.fields.place)),
        Column("actors", "ids", "Who took part.", lambda each: cells.refs(each.fields.actors)),
        Column("claim", "id", "Where it is disputed: the claim.", lambda each: cells.of(each.fields.claim)),
        Column("summary", "text", "What happened, in full.", lambda each: field_text(site, each, "summary")),
        *SOURCES,
    )
    referring = (ForeignKey("conflict", "conflicts"), ForeignKey("place", "places"), ForeignKey("claim", "claims"))
    return of_kind(site, Kind.EVENT, columns, site.knowledge.events.values(), *referring)


def sources(site: Site) -> Table:
    """The sources, in order of id. The desk's grade is there only where the site shows grades."""
    columns: list[Column[Source]] = [
        Column("id", "id", "The source's id; its page is sources/ID/.", lambda each: each.id),
        Column("title", "text", "Its title.", lambda each: each.fields.title),
        Column("publisher", "text", "Who published it: a name, or an actor's id.", lambda each: each.fields.publisher),
        Column("affiliation", "id", "Whose the publisher is.", _affiliation(lambda each: each.actor.id)),
        Column("affiliation_relation", "text", "In what relation.", _affiliation(lambda each: each.relation)),
        Column("affiliation_date", "date", "Told when (EDTF).", _affiliation(lambda each: cells.date(each.date))),
        Column("affiliation_source", "id", "Told by which source.", _affiliation(lambda each: cells.of(each.source))),
        Column("author", "text", "Who wrote it.", lambda each: each.fields.author),
        Column("date", "date", "When it appeared (EDTF).", lambda each: cells.date(each.fields.date)),
        Column("kind", "word", "What it is.", lambda each: _word(each.fields.kind)),
        Column("lang", "word", "Its language.", lambda each: each.fields.lang),
        Column("url", "url", "Its address.", lambda each: each.fields.url),
        Column("archive_url", "url", "Where it is archived.", lambda each: each.fields.archive_url),
        Column("retrieved", "date", "When it was retrieved (EDTF).", lambda each: cells.date(each.fields.retrieved)),
        Column("sha256", "word", "The SHA-256 of the capture.", lambda each: each.fields.sha256),
        Column("relays", "id", "The source whose words it passes on.", lambda each: cells.of(each.fields.relays)),
        Column("access", "word", "public or leaked.", lambda each: each.fields.access.value),
        *SOURCES,
    ]
    if site.knowledge.site.show_grades:
        columns.append(
            Column("reliability", "word", "The desk's grade, a to f (Admiralty).", lambda each: each.fields.reliability)
        )
    referring = (
        ForeignKey("affiliation", "actors"),
        ForeignKey("affiliation_source", "sources"),
        ForeignKey("relays", "sources"),
    )
    return of_kind(site, Kind.SOURCE, columns, site.knowledge.sources.values(), *referring)


def _affiliation(of: Callable[[Affiliation], Cell]) -> Callable[[Source], Cell]:
    return lambda each: of(each.fields.affiliation) if each.fields.affiliation else None


def _word(value: str | None) -> str:
    return str(value) if value else ""
