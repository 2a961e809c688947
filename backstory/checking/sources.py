"""Sources: older than what they are cited for, not archived, never used, or too few to rest on."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import date

from backstory.checking.case import Case
from backstory.checking.origins import heard, of_one_side, supporting
from backstory.checking.ties import Tie, place
from backstory.diagnostics import Diagnostic, Related, Span, once_a_file, report
from backstory.model.backing import Backing
from backstory.model.dates import certainly_before
from backstory.model.knowledge import Source
from backstory.model.positions import source as read_in
from backstory.model.positions import upheld
from backstory.model.schema.base import SourceUse
from backstory.model.schema.types import Ref, When
from backstory.model.vocabulary import SUPPORTING, Basis, SourceKind
from backstory.model.voices import Voices, independent

_ARCHIVE = re.compile(
    r"https?://(?:(?:[\w-]+\.)*archive\.(?:org|today|ph|is|li|md|vn|fo)|perma\.cc|(?:www\.)?webcitation\.org|"
    r"(?:www\.)?ghostarchive\.org|webarchive\.nationalarchives\.gov\.uk)/",
    re.IGNORECASE,
)
Appeared = Mapping[str, When | None]
"""When each source last could learn of something."""
Caused = tuple[Hashable, Diagnostic]
"""A finding and its cause."""


def older_than_its_use(case: Case) -> Iterator[Diagnostic]:
    """A source that appeared before everything it is cited for; what has not come yet is told elsewhere."""
    return once_a_file(_older_than_its_use(case), ", and so in {count} more places in this file")


def _older_than_its_use(case: Case) -> Iterator[Caused]:
    appeared = {name: _appeared(source) for name, source in case.knowledge.sources.items()}
    today = case.today
    for tie in case.ties:
        if tie.ends_first:
            continue
        end = tie.to if tie.to and tie.to.value.precision != "open" else None
        old = tuple(_too_old(appeared, _uses(tie.sources), _past((tie.from_, *tie.observed, end), today)))
        yield from old or _without_evidence(appeared, tie, _past(tie.observed, today))
    for position in case.positions:
        ref = read_in(position)
        if ref:
            yield from _too_old(appeared, (ref,), _past((position.date,), today))
    for claim in case.knowledge.claims.values():
        yield from _too_old(appeared, _uses(claim.fields.sources), _past((claim.fields.date,), today))
    for event in case.knowledge.events.values():
        yield from _too_old(appeared, _uses(event.fields.sources), _past((event.fields.date,), today))


def _past(dated: Iterable[When | None], today: date) -> list[When]:
    return [each for each in dated if each and (each.value.earliest or today) <= today]


def _too_old(known: Appeared, uses: Iterable[Ref], dated: list[When]) -> Iterator[Caused]:
    """A diagnostic for each source that certainly precedes every one of the dates."""
    for ref in uses if dated else ():
        appeared = known.get(ref.id)
        if appeared and all(certainly_before(appeared.value, each.value) for each in dated):
            yield (
                ref.id,
                report(
                    "W410",
                    f"`{ref.id}` appeared {appeared}, before what it is cited for, {dated[0]}",
                    ref.span,
                    hint="cite a source that could know of it, or correct the date here or on the source",
                    related=(
                        Related(dated[0].span, "what it is cited for"),
                        Related(appeared.span, "its own date"),
                    ),
                ),
            )


def _without_evidence(known: Appeared, tie: Tie, observed: list[When]) -> Iterator[Caused]:
    """A diagnostic for each date that no source of the record is young enough to attest."""
    if not observed:
        return
    said = (ref for each in tie.positions if (ref := read_in(each)))
    refs = (*_uses(tie.sources), *_uses(tie.beside), *said)
    dated = [each for ref in refs if (each := known.get(ref.id))]
    for seen in observed if dated and len(dated) == len(refs) else ():
        if all(certainly_before(each.value, seen.value) for each in dated):
            yield (
                tuple(ref.id for ref in refs),
                report(
                    "W410",
                    f"every source of this record appeared before {seen}",
                    seen.span,
                    hint="add the source in which this was observed, or correct the date",
                    related=tuple(Related(each.span, "the date of one of its sources") for each in dated),
                ),
            )


def _uses(sources: Iterable[SourceUse]) -> list[Ref]:
    return [use.source for use in sources]


def _appeared(source: Source) -> When | None:
    """When a source last could learn of something: a dataset grows until it is retrieved."""
    fields = source.fields
    if fields.kind is SourceKind.DATASET and fields.retrieved:
        return fields.retrieved
    return fields.date


def without_archive(case: Case) -> Iterator[Diagnostic]:
    """A source on the web of which no archived copy is recorded; the address may be that of a copy itself."""
    for source in case.knowledge.sources.values():
        url = source.fields.url
        if url and not source.fields.archive_url and not _ARCHIVE.match(url):
            yield report(
                "N417",
                f"`{source.id}` has no `archive_url`",
                source.head,
                hint="save the page at web.archive.org or archive.today and add the address of the copy",
            )


def resting_on_little(case: Case) -> Iterator[Diagnostic]:
    """A tie or claim that rests on one source, on relays of one, or on the sources of one side alone."""
    return once_a_file(
        ((each.message, each) for each in _resting_on_little(case)), ", and so do {count} more in this file"
    )


def _resting_on_little(case: Case) -> Iterator[Diagnostic]:
    knowledge = case.knowledge
    for backing in knowledge.recorded:
        basis = backing.standing.basis
        if basis in (Basis.SINGLE, Basis.ONE_SIDE):
            used = _used_by(backing)
            one_side = basis is Basis.ONE_SIDE
            yield _little("backing", place(backing), used, backing.standing.origins, one_side=one_side)
    voices = Voices(knowledge.sources, knowledge.actors)
    for claim in knowledge.claims.values():
        used, said = supporting(claim), heard(claim, voices)
        conflict = knowledge.conflicts.get(claim.fields.conflict.id) if claim.fields.conflict else None
        one_side = conflict is not None and of_one_side(conflict, said, voices)
        first = independent(said)
        if one_side or len(first) == 1:
            yield _little("claim", claim.head, used, first, one_side=one_side)


def _used_by(backing: Backing) -> tuple[str, ...]:
    said = (each for each in upheld(backing.positions) if each.stance in SUPPORTING)
    given = (use for each in backing.support for use in each.sources)
    refs = (*_uses(backing.sources), *_uses(given), *(ref for each in said if (ref := read_in(each))))
    return tuple(dict.fromkeys([ref.id for ref in refs]))


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
