"""Relays that could not be: a source that appeared before the one whose words it passes on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from backstory.checking.context import Context
from backstory.checking.rules.source_dates import appeared
from backstory.diagnostics import Diagnostic, Related, report
from backstory.language.dates import certainly_after, certainly_before, on
from backstory.records.knowledge import Source
from backstory.records.source_independence import relayed
from backstory.schema.types import Ref, When
from backstory.values.vocabulary import SourceKind


def older_than_its_origin(case: Context) -> Iterator[Diagnostic]:
    """A source that certainly precedes the one it relays; what has not come yet and circles are told elsewhere."""
    sources = case.knowledge.sources
    for name, source in sources.items():
        seen, ref = appeared(source), source.fields.relays
        first = _dated(name, sources) if seen and ref else None
        if not seen or not ref or not first:
            continue
        origin, date = first
        if certainly_before(seen.value, date.value) and not certainly_after(date.value, on(case.today)):
            yield _older(name, ref, seen, origin, date)


def _dated(name: str, sources: Mapping[str, Source]) -> tuple[str, When] | None:
    """The next source that has a date, of those that `name` relays one through the other, and that date.

    None in a circle; and of a dataset, which may have been passed on in an earlier version.
    """
    chain, closed = relayed(name, sources)
    for each in chain[1:] if closed != name else ():
        source = sources.get(each)
        if source and source.fields.date:
            return None if source.fields.kind is SourceKind.DATASET else (each, source.fields.date)
    return None


def _older(name: str, ref: Ref, seen: When, origin: str, date: When) -> Diagnostic:
    return report(
        "W427",
        f"`{name}` appeared {seen}, before `{origin}`, which it relays, {date}",
        ref.span,
        hint=f"correct one of the two dates, or, where `{origin}` passes on `{name}`, put `relays` there",
        related=(Related(seen.span, f"the date of `{name}`"), Related(date.span, f"the date of `{origin}`")),
    )
