"""claims.csv and positions.csv: the claims, and who says what about them, about backings and about relations."""

from __future__ import annotations

from collections.abc import Callable

from backstory.outputs.exports import cells
from backstory.outputs.exports.entity_columns import SOURCES, of_kind
from backstory.outputs.exports.table import Cell, Column, ForeignKey, Table, table
from backstory.pages.core.site import Site
from backstory.pages.queries import stated_positions
from backstory.pages.queries.stated_positions import StatedPosition
from backstory.records.claim_status import statuses
from backstory.records.entity import called
from backstory.records.knowledge import Claim
from backstory.schema.kind_fields import About
from backstory.schema.position import Asked, Figure, KnownSpeaker, NamedSpeaker, Position, Quote, UnnamedSpeaker
from backstory.schema.types import Ref
from backstory.values.keys import Kind


def claims(site: Site) -> Table:
    """The claims, in order of id."""
    columns: tuple[Column[Claim], ...] = (
        Column("id", "id", "The claim's id; its page is claims/ID/.", lambda each: each.id),
        Column("text", "text", "The statement, or the question.", called),
        Column(
            "form", "word", "statement or question.", lambda each: "question" if each.fields.question else "statement"
        ),
        Column("date", "date", "When it was first made (EDTF).", lambda each: cells.date(each.fields.date)),
        Column("conflict", "id", "On which conflict.", lambda each: cells.of(each.fields.conflict)),
        Column("actors", "ids", "About whom.", _about(lambda about: cells.refs(about.actors))),
        Column("places", "ids", "About which places.", _about(lambda about: cells.refs(about.places))),
        Column("event", "id", "About which event.", _about(lambda about: cells.of(about.event))),
        Column("alternatives", "ids", "Rival explanations.", lambda each: cells.refs(each.fields.alternatives)),
        Column("status", "ids", "How it stands, derived.", lambda each: tuple(s.value for s in statuses(each.fields))),
        Column("positions", "integer", "How many positions are on record.", lambda each: len(each.fields.positions)),
        Column("as_of", "date", "The date the record speaks of (EDTF).", lambda each: cells.date(each.fields.as_of)),
        Column("review_by", "date", "When to look again (EDTF).", lambda each: cells.date(each.fields.review_by)),
        *SOURCES,
    )
    referring = (ForeignKey("conflict", "conflicts"), ForeignKey("event", "events"))
    return of_kind(site, Kind.CLAIM, columns, site.knowledge.claims.values(), *referring)


def positions(site: Site) -> Table:
    """Every position, on claims, backings and relations. The desk's grade is there only where the site shows grades."""
    columns = [*_SPEAKER, *_SAID]
    if site.knowledge.site.show_grades:
        columns.append(
            Column("credibility", "integer", "The desk's grade, 1 to 6 (Admiralty).", _of(lambda p: p.credibility))
        )
    referring = (
        *(ForeignKey(name, "actors") for name in ("speaker", "speaker_of", "for")),
        *(ForeignKey(name, "sources") for name in ("according_to", "source")),
    )
    return table("positions", columns, stated_positions.positions(site), site.languages, references=referring)


def _about(of: Callable[[About], Cell]) -> Callable[[Claim], Cell]:
    return lambda each: of(each.fields.about) if each.fields.about else None


def _of(of: Callable[[Position], Cell]) -> Callable[[StatedPosition], Cell]:
    return lambda each: of(each.position)


def _value(of: Callable[[Figure], Cell]) -> Callable[[StatedPosition], Cell]:
    return lambda each: of(each.position.value) if each.position.value else None


def _quote(of: Callable[[Quote], Cell]) -> Callable[[StatedPosition], Cell]:
    return lambda each: of(each.position.quote) if each.position.quote else None


def _asked(of: Callable[[Asked], Cell]) -> Callable[[StatedPosition], Cell]:
    return lambda each: of(each.position.asked) if each.position.asked else None


def _known(by: object) -> Cell:
    return by.id.id if isinstance(by, KnownSpeaker) else ""


def _named(by: object) -> Cell:
    if isinstance(by, NamedSpeaker):
        return by.name
    return by.unnamed if isinstance(by, UnnamedSpeaker) else None


def _office(by: object) -> Ref | None:
    return by.of if isinstance(by, NamedSpeaker) else None


def _told_by(by: object) -> Ref | None:
    return by.according_to if isinstance(by, UnnamedSpeaker) else None


_SPEAKER: tuple[Column[StatedPosition], ...] = (
    Column("id", "word", "The id of the position.", lambda each: each.id),
    Column("about", "word", "What it is on: claim, backing or relation.", lambda each: each.about),
    Column("record", "word", "The id of that record.", lambda each: each.record),
    Column("speaker", "id", "Who speaks, where they are an actor.", _of(lambda each: _known(each.by))),
    Column("speaker_name", "text", "Who speaks, where they have no page.", _of(lambda each: _named(each.by))),
    Column(
        "speaker_role",
        "text",
        "Their role.",
        _of(lambda each: None if isinstance(each.by, UnnamedSpeaker) else each.by.role),
    ),
    Column("speaker_of", "id", "Whose official they are.", _of(lambda each: cells.of(_office(each.by)))),
    Column(
        "unnamed",
        "flag",
        "1 where nobody names the speaker.",
        _of(lambda each: str(int(_told_by(each.by) is not None))),
    ),
    Column("according_to", "id", "Who reports the unnamed.", _of(lambda each: cells.of(_told_by(each.by)))),
    Column("for", "id", "On whose behalf.", _of(lambda each: cells.of(each.for_))),
)
_SAID: tuple[Column[StatedPosition], ...] = (
    Column("stance", "word", "What the speaker does about it.", _of(lambda each: each.stance.value)),
    Column("date", "date", "When (EDTF).", _of(lambda each: cells.date(each.date))),
    Column("said", "text", "The figure as it was said.", _value(lambda each: each.said)),
    Column("low", "number", "Its lower bound.", _value(lambda each: each.low)),
    Column("high", "number", "Its upper bound.", _value(lambda each: each.high)),
    Column("unit", "text", "Its unit.", _value(lambda each: each.unit)),
    Column("counts", "text", "What is counted.", _value(lambda each: each.counts)),
    Column("quote", "text", "The words themselves.", _quote(lambda each: each.text)),
    Column("quote_lang", "word", "Their language.", _quote(lambda each: each.lang)),
    Column("translated_by", "text", "Who translated them.", _quote(lambda each: each.translated_by)),
    Column("asked", "date", "When they were asked (EDTF).", _asked(lambda each: cells.date(each.date))),
    Column("asked_by", "text", "Who asked them.", _asked(lambda each: each.by)),
    Column("source", "id", "Where it can be read.", _of(lambda each: cells.of(each.source))),
    Column("pages", "text", "On which pages.", _of(lambda each: each.pages)),
    Column("note", "text", "A note.", _of(lambda each: each.note)),
)
