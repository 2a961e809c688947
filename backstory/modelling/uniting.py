"""Statements of one tie united: lists put together, scalars filled in, contradictions reported."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

from backstory.diagnostics import Diagnostic, Related, Span, report
from backstory.model.backing import Backing, Identity
from backstory.model.positions import in_order
from backstory.model.schema.position import SupportGiven
from backstory.model.schema.types import Ref, When
from backstory.model.words import Words
from backstory.modelling.landscape import Landscape
from backstory.modelling.standing import Tie, standing
from backstory.modelling.stating import Stated

T = TypeVar("T")
Scalar = Ref | When | Words


def unite(stated: Iterable[Stated], landscape: Landscape) -> tuple[tuple[Backing, ...], tuple[Diagnostic, ...]]:
    """One backing for each identity, by recipient, conflict, backer and start, and the contradictions within each."""
    groups: dict[Identity, list[Stated]] = {}
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


def _united(group: Sequence[Stated], landscape: Landscape) -> Backing:
    records = [each.record for each in group]
    first = group[0]
    via = _first(each.via for each in records)
    name = first.record.id
    tie = Tie(
        first.record.actor.id,
        first.recipient,
        first.conflict,
        _supports(_once([each.support for each in records])),
        _once([each.sources for each in records]),
        in_order(_once([each.positions for each in records])),
    )
    observed = sorted(_once([each.observed for each in records]), key=lambda on: on.value.sort_key)
    return Backing(
        tie.backer,
        tie.recipient,
        tie.conflict,
        name.id if name else None,
        via.id if via else None,
        tie.support,
        first.record.from_,
        _first(each.to for each in records),
        tuple(observed),
        _as_of(group),
        tie.positions,
        tie.sources,
        standing(tie, landscape),
        _first(each.note for each in records),
        tuple(each.span for each in records),
    )


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _once(lists: Sequence[tuple[T, ...]]) -> tuple[T, ...]:
    """What the lists hold, each entry once."""
    if len(lists) == 1:
        return lists[0]
    return tuple(dict.fromkeys(chain.from_iterable(lists)))


def _supports(once: tuple[SupportGiven, ...]) -> tuple[SupportGiven, ...]:
    """Each kind of support once; one that says nothing more than its kind adds nothing to one that does."""
    detailed = {each.kind for each in once if _detailed(each)}
    return tuple(each for each in once if _detailed(each) or each.kind not in detailed)


def _detailed(given: SupportGiven) -> bool:
    return bool(given.from_ or given.to or given.observed or given.sources)


def _as_of(group: Sequence[Stated]) -> When | None:
    """The date a record speaks of.

    The latest explicit one holds, else the file's `as_of`, else an article's `updated` or `date`, else the latest
    date in `observed` and `positions`.
    """
    explicit = [each.record.as_of for each in group]
    of_files = [each.file_as_of for each in group]
    of_articles = [each.file_date for each in group]
    return _latest(explicit) or _latest(of_files) or _latest(of_articles) or _latest(_evidence(group))


def _evidence(group: Iterable[Stated]) -> Iterator[When | None]:
    for each in group:
        yield from each.record.observed
        yield from (position.date for position in each.record.positions)
        yield from chain.from_iterable(given.observed for given in each.record.support)


def _latest(dates: Iterable[When | None]) -> When | None:
    return max((date for date in dates if date), key=_last_day, default=None)


def _last_day(date: When) -> tuple[datetime.date, str]:
    return date.value.latest or date.value.earliest or datetime.date.min, date.value.text


def _differences(group: Sequence[Stated]) -> Iterator[Diagnostic]:
    if len(group) < 2:
        return
    records = [each.record for each in group]
    yield from _differing("via", ((each.via, str(each.via)) for each in records), group)
    yield from _differing("to", ((each.to, str(each.to)) for each in records), group)
    yield from _differing("note", ((each.note, each.note.own if each.note else "") for each in records), group)


def _differing(key: str, values: Iterable[tuple[Scalar | None, str]], group: Sequence[Stated]) -> Iterator[Diagnostic]:
    """An error for each value that is not the first one given."""
    given = [(value, text) for value, text in values if value is not None]
    for value, text in given[1:]:
        first, before = given[0]
        if value != first:
            yield _contradiction(key, text, value.span, before, first.span, group[0])


def _contradiction(key: str, text: str, where: Span, before: str, there: Span, stated: Stated) -> Diagnostic:
    tie = f"{stated.record.actor} backs {stated.recipient}"
    message = f"two records of one tie ({tie}) differ: `{key}` is `{text}` here and `{before}` elsewhere"
    hint = "make them agree, or give one of the records an `id` of its own"
    return report("E207", message, where, hint=hint, related=(Related(there, f"here `{key}` is `{before}`"),))
