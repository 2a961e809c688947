"""Who says so: nothing is published that nobody named says, and no word of anybody without the place to read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from backstory.checking.context import Context
from backstory.diagnostics import Diagnostic, Severity, report
from backstory.records.knowledge import Claim
from backstory.records.positions import source
from backstory.records.sides import parties
from backstory.schema.position import Position, UnnamedSpeaker
from backstory.values.vocabulary import MAKING, PROTECTED, UNANSWERING, Basis, Stance

_STRICT = ("commands", "part_of")


def said_by_nobody(context: Context) -> Iterator[Diagnostic]:
    """A claim that no named speaker says, assesses or reports: an error, and of a question a warning."""
    for claim in context.knowledge.claims.values():
        mentions = [context.voices.spoken(use) for use in claim.fields.sources if _published(context, use.source.id)]
        said = [each for each in (*claim.fields.positions, *mentions) if each.stance in MAKING]
        named = any(not isinstance(each.by, UnnamedSpeaker) for each in said)
        if named or claim.key in context.knowledge.broken:
            continue
        who = "only people whom nobody names say this" if said else "nobody is on record who says this"
        hint = (
            "add a position of somebody who says or reports it, with its source; or take the claim away\n"
            "- by: the-id-of-an-actor\n  stance: reports\n  date: 2020-05-26\n  source: the-id-of-a-source"
        )
        found = report("E220", f"{who}: `{claim.id}`", claim.head, hint=hint)
        mild = claim.fields.question is not None or (said and not _about_protected(context, claim))
        yield replace(found, severity=Severity.WARNING) if mild else found


def _published(context: Context, name: str) -> bool:
    found = context.knowledge.sources.get(name)
    return found is not None and (found.fields.publisher or found.fields.author) is not None


def _about_protected(context: Context, claim: Claim) -> bool:
    about = claim.fields.about.actors if claim.fields.about else ()
    known = context.knowledge.actors
    return any(known[each.id].fields.type in PROTECTED for each in about if each.id in known)


def without_a_place_to_read_it(context: Context) -> Iterator[Diagnostic]:
    """A position without source; a silence may say who asked, and when, in its place."""
    for position in context.positions:
        asked = position.asked
        silent = position.stance in UNANSWERING and asked and asked.by and asked.date
        if source(position) is None and not silent:
            hint = "add the line `source: the-id-of-a-source`, the place where it can be read"
            if position.stance in UNANSWERING:
                hint += "; or who asked, and when\nasked:\n  by: the name of who asked\n  date: 2020-05-26"
            yield report("E221", "this position names no source", position.span, hint=hint)


def event_without_source(context: Context) -> Iterator[Diagnostic]:
    """An event that rests on nothing: neither sources, nor the claim that it is."""
    for event in context.knowledge.events.values():
        unread = event.key in context.knowledge.broken
        if not event.fields.sources and event.fields.claim is None and not unread:
            message = f"nothing is named that says that `{event.id}` happened"
            hint = "add `sources`; or `claim`, the id of the claim that says so\nsources:\n  - the-id-of-a-source"
            yield report("E222", message, event.head, hint=hint)


def on_unnamed_speakers_alone(context: Context) -> Iterator[Diagnostic]:
    """A tie or relation of a person or a company that only unnamed speakers say there is."""
    known = context.knowledge.actors
    for record in context.attributed:
        exposed = next((each for each in record.ends if each in known and known[each].fields.type in PROTECTED), None)
        if exposed and record.standing and record.standing.basis is Basis.UNNAMED:
            message = f"this {record.noun} names `{exposed}`, and only people whom nobody names say so"
            hint = "add a source that says so by name, or make it a claim and take the record away"
            yield report("E224", message, record.span, hint=hint)


def party_or_relation_without_source(context: Context) -> Iterator[Diagnostic]:
    """A party of a side, or a relation, that rests on nothing; whom somebody commands or is part of is an error."""
    hint = "add the source that says so\nsources:\n  - the-id-of-a-source"
    for conflict in context.knowledge.conflicts.values():
        for side, party in parties(conflict.fields):
            if not party.sources and not conflict.fields.sides_per:
                message = f"nothing is named that says that `{party.actor}` is a party of `{side.id}`"
                yield report(
                    "W434", message, party.actor.span, hint=f"{hint}\nor `sides_per` for all sides of the conflict"
                )
    for record in context.attributed:
        if record.noun == "relation" and not record.uses and not any(map(source, record.positions)):
            message = f"nothing is named that says so: `{record.ends[0]}` {record.name} `{record.ends[1]}`"
            found = report("W434", message, record.span, hint=hint)
            yield replace(found, severity=Severity.ERROR) if record.name in _STRICT else found


def undated(context: Context) -> Iterator[Diagnostic]:
    """A position without a date, in a source without one: an error where it denies or confirms."""
    for position in context.positions:
        ref = source(position)
        found = context.knowledge.sources.get(ref.id) if ref else None
        dated = position.date or (position.asked and position.asked.date) or (found and found.fields.date)
        explained = position.note is not None and not _answers(position)
        if not dated and not explained and (found is not None or ref is None):
            hint = (
                "add the line `date: 2020-05`, as exactly as the source gives it; or say in a `note` why there is none"
            )
            said = report("W431", "nothing says when this was said", position.span, hint=hint)
            yield replace(said, severity=Severity.ERROR) if _answers(position) else said


def _answers(position: Position) -> bool:
    return position.stance in (Stance.DENIES, Stance.CONFIRMS)
