"""Relays that cannot be: sources that pass on each other's words, and one that appeared before what it passes on."""

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


def relaying_in_a_circle(context: Context) -> Iterator[Diagnostic]:
    """Sources that relay each other in a circle, told once, and a source that relays itself."""
    sources = context.knowledge.sources
    for name, source in sources.items():
        chain, closed = relayed(name, sources)
        # Every member of a circle finds it; the first in the alphabet tells.
        if closed == name and name == min(chain) and source.fields.relays:
            names = " → ".join(f"`{each}`" for each in (*chain, name))
            alone = len(chain) == 1
            message = f"`{name}` relays itself" if alone else f"these sources relay each other in a circle: {names}"
            hint = "`relays` names the source that said it earlier; take it away from the one that said it first"
            yield report("E210", message, source.fields.relays.span, hint=hint)


def older_than_its_origin(context: Context) -> Iterator[Diagnostic]:
    """A source that certainly precedes the one it relays; what has not come yet and circles are told elsewhere."""
    sources = context.knowledge.sources
    for name, source in sources.items():
        seen, ref = appeared(source), source.fields.relays
        first = _dated(name, sources) if seen and ref else None
        if not seen or not ref or not first:
            continue
        origin, date = first
        if certainly_before(seen.value, date.value) and not certainly_after(date.value, on(context.today)):
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
    message = f"`{name}` appeared {seen}, before `{origin}`, which it relays, {date}"
    hint = f"correct one of the two dates, or, where `{origin}` passes on `{name}`, put `relays` there"
    related = (Related(seen.span, f"the date of `{name}`"), Related(date.span, f"the date of `{origin}`"))
    return report("W427", message, ref.span, hint=hint, related=related)
