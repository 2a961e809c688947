"""Statements of one tie united: lists put together, scalars filled in, contradictions reported."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from backstory.assembling.affiliations import Affiliations
from backstory.assembling.basis import JudgedTie, standing
from backstory.assembling.stated_backings import StatedBacking
from backstory.diagnostics import Diagnostic, Related, Span, report
from backstory.records.backing import Backing, Identity
from backstory.records.positions import in_order
from backstory.schema.position import BackingFields, SupportGiven
from backstory.schema.types import Ref, When
from backstory.values.localized_text import Words

_LISTS = ("support", "sources", "positions", "observed")
_SCALARS = ("via", "to", "note")
Scalar = Ref | When | Words


def unite(
    stated: Iterable[StatedBacking], landscape: Affiliations
) -> tuple[tuple[Backing, ...], tuple[Diagnostic, ...]]:
    """One backing for each identity, by recipient, conflict, backer and start, and the contradictions within each."""
    groups: dict[Identity, list[StatedBacking]] = {}
    for each in sorted(stated, key=lambda each: _place(each.record.span)):
        groups.setdefault(each.identity, []).append(each)
    backings: list[Backing] = []
    found: list[Diagnostic] = []
    for group in groups.values():
        backings.append(_united(group, landscape))
        found += _differences(group)
    return tuple(sorted(backings, key=lambda each: each.order)), tuple(found)


def _place(span: Span) -> tuple[str, int, int]:
    return span.path, span.line, span.column


def _united(group: Sequence[StatedBacking], landscape: Affiliations) -> Backing:
    first = group[0]
    records = [each.record for each in group]
    whole = records[0] if len(records) == 1 else _whole(records)
    support, positions, observed = _supports(whole.support), in_order(whole.positions), whole.observed
    tie = JudgedTie(whole.actor.id, first.recipient, first.conflict, support, whole.sources, positions)
    return Backing(
        tie.backer,
        tie.recipient,
        tie.conflict,
        whole.id.id if whole.id else None,
        whole.via.id if whole.via else None,
        support,
        whole.from_,
        whole.to,
        observed if len(observed) < 2 else tuple(sorted(observed, key=lambda on: on.value.sort_key)),
        _as_of(group),
        positions,
        whole.sources,
        standing(tie, landscape),
        whole.note,
        tuple([each.span for each in records]),
    )


def _whole(records: Sequence[BackingFields]) -> BackingFields:
    """The first record with all that the others add: what their lists hold, each entry once; scalars it has not."""
    lists = {name: _once(getattr(each, name) for each in records) for name in _LISTS}
    scalars = {name: _first(getattr(each, name) for each in records) for name in _SCALARS}
    return records[0].model_copy(update=lists | scalars)


def _once(lists: Iterable[tuple[object, ...]]) -> tuple[object, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(lists)))


def _first(values: Iterable[object]) -> object:
    return next((value for value in values if value is not None), None)


def _supports(once: tuple[SupportGiven, ...]) -> tuple[SupportGiven, ...]:
    """Each kind of support once; one that says nothing more than its kind adds nothing to one that does."""
    detailed = {each.kind for each in once if _detailed(each)}
    return tuple(each for each in once if _detailed(each) or each.kind not in detailed) if detailed else once


def _detailed(given: SupportGiven) -> bool:
    return bool(given.from_ or given.to or given.observed or given.sources)


def _as_of(group: Sequence[StatedBacking]) -> When | None:
    """The date a record speaks of.

    The latest explicit one holds, else the file's `as_of`, else an article's `updated` or `date`, else the latest
    date in `observed` and `positions`.
    """
    explicit = [date for each in group if (date := each.record.as_of)]
    of_files = [date for each in group if (date := each.file_as_of)]
    of_articles = [date for each in group if (date := each.file_date)]
    dates = explicit or of_files or of_articles or _evidence(group)
    return max(dates, key=_last_day, default=None)


def _evidence(group: Iterable[StatedBacking]) -> list[When]:
    found: list[When] = []
    for each in group:
        found += each.record.observed
        found += [position.date for position in each.record.positions if position.date]
        for given in each.record.support:
            found += given.observed
    return found


def _last_day(date: When) -> tuple[datetime.date, str]:
    return date.value.latest or date.value.earliest or datetime.date.min, date.value.text


def _differences(group: Sequence[StatedBacking]) -> Iterator[Diagnostic]:
    if len(group) < 2:
        return
    records = [each.record for each in group]
    yield from _differing("via", ((each.via, str(each.via)) for each in records), group)
    yield from _differing("to", ((each.to, str(each.to)) for each in records), group)
    yield from _differing("note", ((each.note, each.note.own if each.note else "") for each in records), group)


def _differing(
    key: str, values: Iterable[tuple[Scalar | None, str]], group: Sequence[StatedBacking]
) -> Iterator[Diagnostic]:
    """An error for each value that is not the first one given."""
    given = [(value, text) for value, text in values if value is not None]
    for value, text in given[1:]:
        first, before = given[0]
        if value != first:
            yield _contradiction(key, text, value.span, before, first.span, group[0])


def _contradiction(key: str, text: str, where: Span, before: str, there: Span, stated: StatedBacking) -> Diagnostic:
    tie = f"{stated.record.actor} backs {stated.recipient}"
    message = f"two records of one tie ({tie}) differ: `{key}` is `{text}` here and `{before}` elsewhere"
    hint = "make them agree, or give one of the records an `id` of its own"
    return report("E207", message, where, hint=hint, related=(Related(there, f"here `{key}` is `{before}`"),))
