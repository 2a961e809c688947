"""Sources: not archived, or too few to rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from backstory.checking.claim_origins import heard, of_one_side, supporting
from backstory.checking.context import Context
from backstory.checking.ties import place
from backstory.diagnostics import Diagnostic, Span, once_a_file, report
from backstory.records.backing import Backing
from backstory.records.positions import source as read_in
from backstory.records.positions import upheld
from backstory.records.source_independence import Voices, independent
from backstory.schema.base import SourceUse
from backstory.schema.types import Ref
from backstory.values.vocabulary import SUPPORTING, Basis

_ARCHIVE = re.compile(
    r"https?://(?:(?:[\w-]+\.)*archive\.(?:org|today|ph|is|li|md|vn|fo)|perma\.cc|(?:www\.)?webcitation\.org|"
    r"(?:www\.)?ghostarchive\.org|webarchive\.nationalarchives\.gov\.uk)/",
    re.IGNORECASE,
)


def without_archive(case: Context) -> Iterator[Diagnostic]:
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


def resting_on_little(case: Context) -> Iterator[Diagnostic]:
    """A tie or claim that rests on one source, on relays of one, or on the sources of one side alone."""
    return once_a_file(
        ((each.message, each) for each in _resting_on_little(case)), ", and so do {count} more in this file"
    )


def _resting_on_little(case: Context) -> Iterator[Diagnostic]:
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


def _uses(sources: Iterable[SourceUse]) -> list[Ref]:
    return [use.source for use in sources]


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
