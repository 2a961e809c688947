"""Records of one backing united: their lists put together, and what one leaves out filled in from the others."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from itertools import chain

from backstory.assembling.affiliations import Affiliations
from backstory.records.backing import Backing, StatedBacking
from backstory.records.basis import Tie, standing
from backstory.records.positions import in_order
from backstory.schema.position import BackingFields, SupportGiven
from backstory.schema.types import When

_LISTS = ("support", "sources", "positions", "observed")
_SCALARS = ("via", "to", "note")


def unite(stated: Iterable[StatedBacking], affiliations: Affiliations) -> tuple[Backing, ...]:
    """One backing for each identity, by recipient, conflict, backer and start."""
    groups: dict[str, list[StatedBacking]] = {}
    for each in sorted(stated, key=_place):
        groups.setdefault(each.id, []).append(each)
    return tuple(sorted((_united(group, affiliations) for group in groups.values()), key=lambda each: each.order))


def _place(stated: StatedBacking) -> tuple[str, int, int]:
    span = stated.record.span
    return span.path, span.line, span.column


def _united(group: Sequence[StatedBacking], affiliations: Affiliations) -> Backing:
    first = group[0]
    records = tuple([each.record for each in group])
    whole = records[0] if len(records) == 1 else _whole(records)
    return Backing(
        backer=whole.actor.id,
        recipient=first.recipient,
        conflict=first.conflict,
        name=whole.id.id if whole.id else None,
        via=whole.via.id if whole.via else None,
        support=_supports(whole.support),
        from_=whole.from_,
        to=whole.to,
        observed=tuple(sorted(whole.observed, key=lambda on: on.value.sort_key)),
        as_of=_as_of(group),
        positions=in_order(whole.positions),
        sources=whole.sources,
        standing=standing(_tie(whole, first, affiliations), affiliations.voices),
        note=whole.note,
        records=records,
    )


def _tie(whole: BackingFields, stated: StatedBacking, affiliations: Affiliations) -> Tie:
    """The backer alone can acknowledge it; the channel is named too."""
    backer, recipient = whole.actor.id, stated.recipient
    return Tie(
        frozenset([backer]),
        frozenset([backer, recipient, whole.via.id] if whole.via else [backer, recipient]),
        affiliations.sides_of(stated.conflict, recipient),
        (*whole.sources, *(use for given in whole.support for use in given.sources)),
        whole.positions,
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
