"""When a tie held: when it is evidenced, when it surely held, how far it may have reached.

Nothing is assumed past what a record says: an end that is not given is unknown, and a tie is known only as far as
its last evidence. A record without any date speaks of the whole time; one that ends before it begins, of none.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from backstory.language.dates import Edtf, certainly_before, on
from backstory.records.backing import Backing
from backstory.schema.types import When
from backstory.values.record import Record

Stretch = tuple[date, date]
_EVER: Stretch = (date.min, date.max)


class TieSpan(Record, frozen=True):
    """`moments` are stretches in each of which the tie held at some time, `runs` those it surely held throughout.

    `reach` are the stretches in which it may have held.
    """

    moments: tuple[Stretch, ...]
    runs: tuple[Stretch, ...]
    reach: tuple[Stretch, ...]


def ends_first(begin: When | None, end: When | None) -> bool:
    """Whether something certainly ends before it begins: that is told, and neither date is held against another."""
    return bool(begin and end and certainly_before(end.value, begin.value))


def tie_span(
    from_: When | None, to: When | None, observed: Iterable[When], as_of: When | None = None, *, today: date
) -> TieSpan:
    """When a tie with these dates held.

    Where `to` says that it still goes on, it does so as of `as_of`, or where nothing says of when that is true, today.
    """
    if ends_first(from_, to):
        return TieSpan((), (), ())
    end = to.value if to else None
    if end and end.precision == "open":
        end = as_of.value if as_of else on(today)
    given = [each for each in (from_.value if from_ else None, end, *(each.value for each in observed)) if each]
    moments = [stretch for each in given if (stretch := _stretch(each))]
    if not moments:
        return TieSpan((), (_EVER,), (_EVER,))
    exact = [stretch for each in given if not _vague(each) and (stretch := _stretch(each))]
    if from_ is None and to is None:
        return TieSpan(tuple(exact), tuple(each for each in exact if each[0] == each[1]), tuple(moments))
    whole = (min(first for first, _ in moments), max(last for _, last in moments))
    return TieSpan(tuple(exact), _throughout(exact), (whole,))


def span_of(backing: Backing, today: date) -> TieSpan:
    """When a backing held, by all its dates and those of its kinds of support."""
    seen = [*backing.observed]
    for each in backing.support:
        seen += [*each.observed, *(when for when in (each.from_, each.to) if when)]
    return tie_span(backing.from_, backing.to, seen, backing.as_of, today=today)


def surely_together(one: TieSpan, other: TieSpan) -> bool:
    """Whether two ties held at one time, however their dates are read; meeting on one day alone is no overlap."""
    if any(max(a[0], b[0]) < min(a[1], b[1]) for a in one.runs for b in other.runs):
        return True
    return _inside(one.moments, other.runs) or _inside(other.moments, one.runs)


def _inside(moments: Iterable[Stretch], runs: tuple[Stretch, ...]) -> bool:
    """Whether a moment lies within a run. On the first or last day of a run, one may have handed over to the other."""
    return any(
        run[0] <= moment[0] and moment[1] <= run[1] and not (moment[0] == moment[1] and moment[0] in run)
        for moment in moments
        for run in runs
    )


def _throughout(moments: list[Stretch]) -> tuple[Stretch, ...]:
    """What lies surely between the first moment and the last."""
    if not moments:
        return ()
    start, end = min(last for _, last in moments), max(first for first, _ in moments)
    return ((start, end),) if start <= end else ()


def _stretch(value: Edtf) -> Stretch | None:
    """The days a date can mean; of an interval that is open or unknown on one side, the side that is known."""
    known = value.start or value.end if value.earliest is None or value.latest is None else value
    if known is None or known.earliest is None or known.latest is None:
        return None
    return known.earliest, known.latest


def _vague(value: Edtf) -> bool:
    return value.approximate or value.uncertain or value.precision == "season"
