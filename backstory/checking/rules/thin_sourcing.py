"""Sources: none at all, not archived, or too few to rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from backstory.checking.context import Context
from backstory.diagnostics import Diagnostic, Span, once_a_file, report
from backstory.records.backing import Backing
from backstory.records.basis import mentioned
from backstory.records.knowledge import Conflict
from backstory.records.positions import source, supporting
from backstory.records.source_independence import Voice, Voices, independent
from backstory.schema.position import UnnamedSpeaker
from backstory.values.vocabulary import PROTECTED, ActorType, Basis

_ARCHIVE = re.compile(
    r"https?://(?:(?:[\w-]+\.)*archive\.(?:org|today|ph|is|li|md|vn|fo)|perma\.cc|(?:www\.)?webcitation\.org|"
    r"(?:www\.)?ghostarchive\.org|webarchive\.nationalarchives\.gov\.uk)/",
    re.IGNORECASE,
)


def without_source(context: Context) -> Iterator[Diagnostic]:
    """A backing that rests on nothing: an error where it names a person or a company, a warning elsewhere.

    That an actor backs itself is told by another rule, and what a record may say that could not be read is not missed.
    """
    unreadable = context.knowledge.unreadable
    for each in context.newest:
        unsourced = each.standing.basis is Basis.UNSOURCED and each.backer != each.recipient
        if unsourced and not unreadable.says(each.backer, each.recipient):
            yield _without_source(context, each)


def _without_source(context: Context, backing: Backing) -> Diagnostic:
    actors = context.knowledge.actors
    ends = (actors.get(end) for end in (backing.backer, backing.recipient, backing.via) if end)
    exposed = next((end for end in ends if end and end.fields.type in PROTECTED), None)
    message = f"nothing is named that says that `{backing.backer}` backs `{backing.recipient}`"
    hint = "add `sources`, or a position with a `source`; until then the tie is listed as unsourced and never drawn"
    if said := _cited_for_an_answer(backing):
        hint = f"`{said}` is cited by a position here, so listing it adds nothing; where it says so too, write\n"
        hint += f"sources:\n  - source: {said}\n    stance: reports"
        return report("E211" if exposed else "W212", message, backing.span, hint=hint)
    if exposed is None:
        return report("W212", message, backing.span, hint=hint)
    noun = "person" if exposed.fields.type is ActorType.PERSON else "company"
    hint = f"`{exposed.id}` is a {noun}: add `sources` or a position with a `source`, or take the record away"
    return report("E211", message, backing.span, hint=hint)


def _cited_for_an_answer(backing: Backing) -> str:
    """The source that is listed without a stance, and cited by a position that supports nothing; "" without one."""
    answers = {ref.id for each in backing.positions if (ref := source(each))}
    return next((use.source.id for use in backing.sources if use.stance is None and use.source.id in answers), "")


def without_archive(context: Context) -> Iterator[Diagnostic]:
    """A source on the web of which no archived copy is recorded; the address may be that of a copy itself."""
    for publication in context.knowledge.sources.values():
        url = publication.fields.url
        if url and not publication.fields.archive_url and not _ARCHIVE.match(url):
            message = f"`{publication.id}` has no `archive_url`"
            hint = "save the page at web.archive.org or archive.today and add the address of the copy"
            yield report("N417", message, publication.head, hint=hint)


def resting_on_little(context: Context) -> Iterator[Diagnostic]:
    """A tie or claim that rests on one source, on relays of one, or on the sources of one side alone."""
    return once_a_file(
        ((each.message, each) for each in _resting_on_little(context)), ", and so do {count} more in this file"
    )


def _resting_on_little(context: Context) -> Iterator[Diagnostic]:
    knowledge = context.knowledge
    for backing in knowledge.recorded:
        basis = backing.standing.basis
        if basis in (Basis.SINGLE, Basis.ONE_SIDE):
            origins, one_side = backing.standing.origins, basis is Basis.ONE_SIDE
            yield _little("backing", backing.span, _used_by(backing), origins, one_side=one_side)
    voices = context.voices
    for claim in knowledge.claims.values():
        positions, uses = claim.fields.positions, claim.fields.sources
        said = [each for each in supporting((*positions, *mentioned(uses, positions, voices))) if source(each)]
        spoken: dict[str, list[Voice]] = {}
        for each in said:
            origin = voices.origin(ref.id) if (ref := source(each)) else ""
            spoken.setdefault(origin, []).append(voices.of(each) or voices.publisher(origin))
        conflict = knowledge.conflicts.get(claim.fields.conflict.id) if claim.fields.conflict else None
        one_side = conflict is not None and _of_one_side(conflict, spoken, voices)
        origins = independent(spoken)
        if one_side or len(origins) == 1:
            used = tuple(dict.fromkeys(ref.id for each in said if (ref := source(each))))
            yield _little("claim", claim.head, used, origins, one_side=one_side)


def _used_by(backing: Backing) -> tuple[str, ...]:
    uses = (*backing.sources, *(use for each in backing.support for use in each.sources))
    said = supporting(backing.positions)
    if backing.standing.basis is not Basis.UNNAMED:
        said = [each for each in said if not isinstance(each.by, UnnamedSpeaker)]
    read = (ref.id for each in said if (ref := source(each)))
    return tuple(dict.fromkeys([*(use.source.id for use in uses), *read]))


def _of_one_side(conflict: Conflict, origins: Iterable[str], voices: Voices) -> bool:
    """Whether the publishers of all these sources are parties of one side, or belong to one."""
    published = [voices.publisher(each) for each in origins]
    sides = [{party.actor.id for party in side.parties} for side in conflict.fields.sides]
    return bool(published) and any(all(side & each for each in published) for side in sides)


def _little(what: str, span: Span, used: tuple[str, ...], first: tuple[str, ...], *, one_side: bool) -> Diagnostic:
    named = ", ".join(f"`{each}`" for each in used)
    if one_side:
        message = f"this {what} rests on sources of one side alone: {named}"
        return report("N420", message, span, hint="look for a source that belongs to neither side")
    if len(used) > 1:
        message = f"this {what} rests on one origin: {named} count once, as `{first[0]}`"
        return report("N419", message, span, hint="look for a source that saw for itself")
    message = f"this {what} rests on one source: {named}"
    return report("N418", message, span, hint="look for a second, independent one")
