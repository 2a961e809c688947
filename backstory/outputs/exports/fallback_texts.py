"""What a format has no field for, in words, for a description or a cell. Texts are given in all their languages."""

from __future__ import annotations

from collections.abc import Iterable

from backstory.outputs.exports import cells
from backstory.outputs.exports.cells import spoken
from backstory.outputs.exports.table import number
from backstory.records.positions import in_order, source, speaker
from backstory.records.sides import parties
from backstory.schema.kind_fields import ActorFields, ConflictFields, EventFields, Party, SourceFields
from backstory.schema.nested_fields import Alias
from backstory.schema.position import Asked, Figure, KnownSpeaker, NamedSpeaker, Position, Quote, SupportGiven
from backstory.schema.types import When


def of_alias(alias: Alias) -> str:
    """An alias with its use and dates: `Moscow (metonym)`, `RAF (former, from 1918, to 1945)`; "" without any."""
    said = [alias.as_.value] if alias.as_ else []
    said += _from_to(alias.from_, alias.to)
    said += [] if alias.link else ["not linked"]
    return f"{spoken(alias.text)} ({', '.join(said)})" if said else ""


def of_actor(fields: ActorFields) -> list[str]:
    """The source of an actor's type, and the details of its aliases."""
    return [
        *([f"called {fields.type} by the source {fields.type_per}"] if fields.type_per else []),
        *(detail for each in fields.aliases if (detail := of_alias(each))),
    ]


def of_conflict(fields: ConflictFields) -> list[str]:
    """Each party of each side, with its dates and sources."""
    return [f"side {side.id.id} ({spoken(side.label)}): {_party(party)}" for side, party in parties(fields)]


def of_event(fields: EventFields) -> list[str]:
    """The type of an event, its conflict, and the claim that disputes it."""
    return [
        *([f"type: {spoken(fields.type)}"] if fields.type else []),
        *([f"conflict: {fields.conflict}"] if fields.conflict else []),
        *([f"disputed: see the claim {fields.claim}"] if fields.claim else []),
    ]


def of_source(fields: SourceFields, *, grades: bool) -> list[str]:
    """What a source's record says besides title, publisher, author, address and date; the grade with `grades`."""
    about = fields.affiliation
    return [
        *([f"kind: {fields.kind}"] if fields.kind else []),
        *([f"language: {fields.lang}"] if fields.lang else []),
        *([f"archived at {fields.archive_url}"] if fields.archive_url else []),
        *([f"relays the source {fields.relays}"] if fields.relays else []),
        *([f"SHA-256 of the capture: {fields.sha256}"] if fields.sha256 else []),
        *([f"access: {fields.access}"] if fields.access != "public" else []),
        *([f"the publisher's affiliation: {spoken(about.relation)} of {about.actor}"] if about else []),
        *([f"the affiliation as of {about.date}"] if about and about.date else []),
        *([f"the affiliation by the source {about.source}"] if about and about.source else []),
        *([f"reliability: {fields.reliability} (Admiralty)"] if grades and fields.reliability else []),
    ]


def of_supports(given: Iterable[SupportGiven]) -> list[str]:
    """The kinds of support with dates or sources of their own: `weapons: from 2019, observed 2020, sources a b`."""
    return [f"{each.kind}: {detail}" for each in given if (detail := _own(each))]


def of_positions(positions: Iterable[Position], *, grades: bool) -> list[str]:
    """Positions in order of date, each in a line: `denies: ahmed-mismari for lna, 2020-05-27, meo-2020-05-27`."""
    return [_position(each, grades=grades) for each in in_order(positions)]


def _position(position: Position, *, grades: bool) -> str:
    said = of_position(position, grades=grades)
    parts = [_who(position), cells.date(position.date), cells.of(source(position)), *said]
    parts += [spoken(position.note)] if position.note else []
    return f"{position.stance}: {', '.join(part for part in parts if part)}"


def of_position(position: Position, *, grades: bool) -> list[str]:
    """The pages of a position, its figure, its quotation, when it was asked for; the desk's grade with `grades`."""
    return [
        *([position.pages] if position.pages else []),
        *([_figure(position.value)] if position.value else []),
        *([_quote(position.quote)] if position.quote else []),
        *([_asked(position.asked)] if position.asked else []),
        *([f"credibility: {position.credibility} (Admiralty)"] if grades and position.credibility else []),
    ]


def _who(position: Position) -> str:
    """The speaker with the role they have, and on whose behalf."""
    name, behalf = speaker(position)
    by = position.by
    if isinstance(by, NamedSpeaker):
        office = " of ".join(each for each in (spoken(by.role) if by.role else "", cells.of(by.of)) if each)
        name = spoken(by.name) + (f" ({office})" if office else "")
    elif isinstance(by, KnownSpeaker):
        name += f" ({spoken(by.role)})" if by.role else ""
    else:
        name = spoken(by.unnamed)
    return f"{name} for {behalf}" if behalf else name


def _figure(figure: Figure) -> str:
    said = [f"low {number(figure.low)}"] if figure.low is not None else []
    said += [f"high {number(figure.high)}"] if figure.high is not None else []
    said += [f"unit: {spoken(figure.unit)}"] if figure.unit else []
    said += [f"counts: {figure.counts}"] if figure.counts else []
    return spoken(figure.said) + (f" ({', '.join(said)})" if said else "")


def _quote(quote: Quote) -> str:
    said = [quote.lang] if quote.lang else []
    said += [f"translated by {quote.translated_by}"] if quote.translated_by else []
    return cells.quoted(quote.text) + (f" ({', '.join(said)})" if said else "")


def _asked(asked: Asked) -> str:
    by = f" by {asked.by}" if asked.by else ""
    return f"asked{by}" + (f" on {asked.date}" if asked.date else "")


def _own(given: SupportGiven) -> str:
    if not (given.from_ or given.to or given.observed or given.sources):
        return ""
    said = _from_to(given.from_, given.to)
    said += [f"observed {' '.join(cells.dates(given.observed))}"] if given.observed else []
    said += [f"sources {' '.join(cells.ids(given.sources))}"] if given.sources else []
    return ", ".join([*said, *cells.details(given.sources)])


def _party(party: Party) -> str:
    kind = [f"as {party.as_}"] if party.as_ else []
    said = [party.actor.id, *kind, *_from_to(party.from_, party.to)]
    said += [f"sources {' '.join(cells.ids(party.sources))}"] if party.sources else []
    return ", ".join([*said, *cells.details(party.sources)])


def _from_to(from_: When | None, to: When | None) -> list[str]:
    return [*([f"from {from_}"] if from_ else []), *([f"to {to}"] if to else [])]
