"""The age of sources: what appeared before something happened cannot show it.

A source is held against the dates beside it. Where the dates are those of a whole file, of an actor's life or a
conflict's time, its sources may be about much else: then all of them must be too old, those its text cites included.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from backstory.checking.context import Context
from backstory.checking.tie_spans import ends_first
from backstory.checking.ties import DatedTie
from backstory.diagnostics import Diagnostic, Related, once_a_file, report
from backstory.language.dates import certainly_before
from backstory.records.entity import Entity
from backstory.records.knowledge import Knowledge, Source
from backstory.records.positions import source as read_in
from backstory.records.sides import parties
from backstory.schema.base import SourceUse
from backstory.schema.kind_fields import RELATIONS, relations
from backstory.schema.references import references
from backstory.schema.types import Ref, When
from backstory.values.keys import Kind
from backstory.values.vocabulary import SourceKind

# Treaties and laws name an actor, and call it what it is to be, before it is founded: mostly within two years.
_PAPERS_AHEAD = 731

Appeared = Mapping[str, When | None]
"""When each source last could learn of something."""
Caused = tuple[Hashable, Diagnostic]
"""A finding and its cause."""
Cited = tuple[Iterable[Ref], Iterable[When | None]]
"""Sources, each of which is to show something that has these dates."""


def older_than_its_use(context: Context) -> Iterator[Diagnostic]:
    """A source that appeared before everything it is cited for; what has not come yet is told elsewhere."""
    return once_a_file(_older_than_its_use(context), ", and so in {count} more places in this file")


def appeared(source: Source) -> When | None:
    """When a source last could learn of something: a dataset grows until it is retrieved."""
    fields = source.fields
    if fields.kind is SourceKind.DATASET and fields.retrieved:
        return fields.retrieved
    return fields.date


def _older_than_its_use(context: Context) -> Iterator[Caused]:
    knowledge, today = context.knowledge, context.today
    known = {name: appeared(source) for name, source in knowledge.sources.items()}
    for tie in context.ties:
        if tie.ends_first:
            continue
        old = tuple(_too_old(known, _uses(tie.sources), _past((tie.from_, *tie.observed, _end(tie.to)), today)))
        yield from old or _without_evidence(known, tie, _past(tie.observed, today))
    for refs, dated in (*_beside(context), *_of_a_war(knowledge)):
        yield from _too_old(known, refs, _past(dated, today))
    for actor in knowledge.actors.values():
        named = actor.fields.type_per
        yield from _too_old(known, (named,) if named else (), _past((actor.fields.founded,), today), _PAPERS_AHEAD)
    yield from _of_whole_files(known, knowledge, today)


def _past(dated: Iterable[When | None], today: date) -> list[When]:
    return [each for each in dated if each and (each.value.earliest or today) <= today]


def _end(to: When | None) -> When | None:
    return to if to and to.value.precision != "open" else None


def _uses(sources: Iterable[SourceUse]) -> list[Ref]:
    return [use.source for use in sources]


def _beside(context: Context) -> Iterator[Cited]:
    """What is cited beside its date."""
    for position in context.positions:
        ref = read_in(position)
        yield (ref,) if ref else (), (position.date, position.asked.date if position.asked else None)
    for claim in context.knowledge.claims.values():
        yield _uses(claim.fields.sources), (claim.fields.date,)
        # What was said earlier than a claim has a date that says so.
        said = (each for each in claim.fields.positions if not each.date and not each.asked)
        yield (ref for each in said if (ref := read_in(each))), (claim.fields.date,)
    for event in context.knowledge.events.values():
        yield _uses(event.fields.sources), (event.fields.date,)
    for publication in context.knowledge.sources.values():
        whose = publication.fields.affiliation
        if whose and whose.source:
            yield (whose.source,), (whose.date,)


def _of_a_war(knowledge: Knowledge) -> Iterator[Cited]:
    """The sources of parties without dates: their time is that of the conflict."""
    for conflict in knowledge.conflicts.values():
        for _, party in parties(conflict.fields):
            if not party.from_ and not party.to:
                yield _uses(party.sources), (conflict.fields.from_,)


def _too_old(known: Appeared, uses: Iterable[Ref], dated: list[When], ahead: int = 0) -> Iterator[Caused]:
    """A diagnostic for each source that certainly precedes every one of the dates, by more than `ahead` days."""
    for ref in uses if dated else ():
        seen = known.get(ref.id)
        if seen and all(_before(seen, each, ahead) for each in dated):
            yield ref.id, _old(ref, seen, dated[0])


def _old(ref: Ref, seen: When, shown: When) -> Diagnostic:
    message = f"`{ref.id}` appeared {seen}, before what it is cited for, {shown}"
    hint = "cite a source that could know of it, or correct the date here or on the source"
    related = (Related(shown.span, "what it is cited for"), Related(seen.span, "its own date"))
    return report("W410", message, ref.span, hint=hint, related=related)


def _before(one: When, other: When, ahead: int = 0) -> bool:
    """Whether one date certainly precedes another, by more than `ahead` days."""
    last, first = one.value.latest, other.value.earliest
    long = last is not None and first is not None and (first - last).days > ahead
    return certainly_before(one.value, other.value) and (long or not ahead)


def _without_evidence(known: Appeared, tie: DatedTie, observed: list[When]) -> Iterator[Caused]:
    """A diagnostic for each date of a tie that no source of the record is young enough to attest."""
    if observed:
        said = (ref for each in tie.positions if (ref := read_in(each)))
        yield from _unattested(known, (*_uses(tie.sources), *_uses(tie.beside), *said), observed, "record")


def _of_whole_files(known: Appeared, knowledge: Knowledge, today: date) -> Iterator[Caused]:
    """A diagnostic for each date in an actor's life, or a conflict's time, that nothing on its file can attest.

    What of a file could not be read may name a younger source.
    """
    for actor in knowledge.actors.values():
        fields = actor.fields
        unsure = actor.key in knowledge.broken or ends_first(fields.founded, fields.dissolved)
        if fields.sources and (fields.founded or fields.dissolved) and not unsure:
            ties = [use for name in RELATIONS for each in relations(fields, name) for use in each.sources]
            refs = [*_uses((*fields.sources, *ties)), *((fields.type_per,) if fields.type_per else ())]
            dated = _past((fields.founded, fields.dissolved), today)
            yield from _unattested(known, (*refs, *_cited(actor)), dated, "actor", _PAPERS_AHEAD)
    for conflict in knowledge.conflicts.values():
        begin, end = conflict.fields.from_, _end(conflict.fields.to)
        unsure = conflict.key in knowledge.broken or ends_first(begin, end)
        if conflict.fields.sources and not unsure:
            refs = references(conflict.fields, Kind.SOURCE)
            yield from _unattested(known, (*refs, *_cited(conflict)), _past((begin, end), today), "conflict")


def _cited(entity: Entity[Any]) -> Iterator[str]:
    """The ids of the sources that an entity's own texts cite."""
    for prose in entity.texts.values():
        yield from (each.source for reference in prose.references for each in reference.cited)


def _unattested(
    known: Appeared, refs: Iterable[Ref | str], dates: Iterable[When], what: str, ahead: int = 0
) -> Iterator[Caused]:
    """A diagnostic for each date that is younger than every one of the sources; one without a date may be young."""
    names = [str(each) for each in refs]
    dated = [each for name in names if (each := known.get(name))]
    for shown in dates if dated and len(dated) == len(names) else ():
        if all(_before(each, shown, ahead) for each in dated):
            message = f"every source of this {what} appeared before {shown}"
            hint = "add a source that could know of it, or correct the date"
            related = tuple(Related(each.span, "the date of one of its sources") for each in dated)
            yield tuple(names), report("W410", message, shown.span, hint=hint, related=related)
