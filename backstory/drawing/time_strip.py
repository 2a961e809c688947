"""When a backing held, as a strip: points where observed, a bar where known, dashes where it may have held."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from functools import lru_cache

from backstory.drawing.svg import number, path, tag, title
from backstory.values.html import Html
from backstory.values.record import Record

_WIDTH, _HEIGHT = 160.0, 16.0
_LINE = 8.0
_INSET = 5.0
_STUB = 14.0
_MOST_TICKS = 30
# What is shorter is a dot.
_DOT = 2.0

# From where to where along the strip.
Stretch = tuple[float, float]


class Days(Record, frozen=True):
    """The first and the last day of a scale."""

    first: datetime.date
    last: datetime.date


class Within(Record, frozen=True):
    """The days that a date may mean. A first or last one that is None is unknown, never both."""

    first: datetime.date | None
    last: datetime.date | None


class Period(Record, frozen=True):
    """When a backing held. A start or end that is None is unknown; `going_on` means that it had not ended at `as_of`.

    Nothing is drawn past `as_of`.
    """

    start: Within | None = None
    end: Within | None = None
    observed: tuple[Within, ...] = ()
    as_of: datetime.date | None = None
    going_on: bool = False


class _Scale(Record, frozen=True):
    """Days to units along the strip: `unit` is the length of a day, `limit` the place past which nothing is drawn."""

    first: int
    unit: float
    limit: float = _WIDTH - _INSET

    def at(self, day: datetime.date) -> float:
        place = _INSET + (day.toordinal() - self.first) * self.unit
        return min(self.limit, max(_INSET, place))


def bar(periods: Iterable[Period], span: Days, *, words: str = "", rtl: bool = False) -> Html:
    """The strip of a tie on the scale of `span`, the whole that the page's strips share; each record has its period.

    `words` say the same for those who do not see it; without them, the same must stand beside it.
    """
    body = _axis(span) + "".join(_strokes(periods, _scale(span)))
    if rtl:
        body = tag("g", {"transform": f"matrix(-1 0 0 1 {number(_WIDTH)} 0)"}, body)
    role = 'role="img"' if words else 'aria-hidden="true"'
    return Html(f'<svg class="strip" viewBox="0 0 {_WIDTH:.0f} {_HEIGHT:.0f}" {role}>{title(words)}{body}</svg>')


def _scale(span: Days) -> _Scale:
    return _Scale(span.first.toordinal(), (_WIDTH - 2 * _INSET) / max(1, (span.last - span.first).days))


def _strokes(periods: Iterable[Period], whole: _Scale) -> Iterator[str]:
    """The stretches of each period, and over them all that was observed."""
    seen: set[Stretch] = set()
    for period in periods:
        scale = _Scale(whole.first, whole.unit, whole.at(period.as_of)) if period.as_of else whole
        if period.start or period.end or period.going_on:
            yield from _held(period, scale)
        for each in period.observed:
            first, last = each.first, each.last
            if first and period.as_of and first > period.as_of:
                continue
            if first and last:
                seen.add((scale.at(first), scale.at(last)))
            else:
                yield _stroke("may", *_part(each, scale))
    yield from map(_point, _joined(seen, 1.5 * whole.unit))


def _held(period: Period, scale: _Scale) -> Iterator[str]:
    """A bar from the latest start to the earliest end, for there it held whatever the dates mean, and dashes where it
    may have."""
    known_from = scale.at(period.start.last) if period.start and period.start.last else None
    known_to = scale.limit if period.going_on else None
    if period.end and period.end.first:
        known_to = scale.at(period.end.first)
    begin, end = _reach(period, scale)
    if known_from is None or known_to is None or known_to < known_from:
        yield _stroke("may", begin, end)
        return
    yield _stroke("held", known_from, max(known_to, known_from + _DOT))
    if known_from - begin > _DOT:
        yield _stroke("may", begin, known_from)
    if end - known_to > _DOT:
        yield _stroke("may", known_to, end)


def _reach(period: Period, scale: _Scale) -> Stretch:
    """The earliest start and the latest end; where one is unknown, a short way into it."""
    start = _part(period.start, scale) if period.start else None
    end = (scale.limit, scale.limit) if period.going_on else _part(period.end, scale) if period.end else None
    if start is None:
        start = (max(0.0, end[0] - _STUB), end[0]) if end else (scale.limit, scale.limit)
    return start[0], end[1] if end else min(scale.limit, start[1] + _STUB)


def _part(days: Within, scale: _Scale) -> Stretch:
    """A date along the strip, with a short way towards the bound that it lacks."""
    first = scale.at(days.first) if days.first else None
    last = scale.at(days.last) if days.last else None
    if first is None:
        last = scale.limit if last is None else last
        return max(0.0, last - _STUB), last
    return first, min(scale.limit, first + _STUB) if last is None else last


def _stroke(name: str, begin: float, end: float) -> str:
    return tag("path", {"class": name, "d": path("M", begin, _LINE, "H", end)}) if end > begin else ""


def _joined(seen: Iterable[Stretch], next_day: float) -> Iterator[list[Stretch]]:
    """What was observed in order of time, vague dates with no day between them together."""
    run: list[Stretch] = []
    for each in sorted(seen):
        if run and _vague(run[-1]) and _vague(each) and each[0] <= run[-1][1] + next_day:
            run.append(each)
            continue
        if run:
            yield run
        run = [each]
    if run:
        yield run


def _vague(stretch: Stretch) -> bool:
    return stretch[1] - stretch[0] >= _DOT


def _point(run: list[Stretch]) -> str:
    """A dot for a day; an open pill for a date that may mean many, cut where the next one begins."""
    begin, end = run[0][0], max(each[1] for each in run)
    if not _vague((begin, end)):
        return tag("circle", {"class": "seen", "cx": begin, "cy": _LINE, "r": 3.5})
    middle, half = (begin + end) / 2, max(4.5, (end - begin) / 2)
    box = {"x": middle - half, "y": _LINE - 3.5, "width": 2 * half, "height": 7, "rx": 3.5}
    cuts = "".join(f"M{number(each[0])} {number(_LINE - 3.5)}v7" for each in run[1:])
    pill = tag("rect", {"class": "seen wide-date", **box})
    return pill + tag("path", {"class": "wide-date", "d": cuts}) if cuts else pill


@lru_cache(maxsize=512)
def _axis(span: Days) -> str:
    return tag("path", {"class": "div", "d": path("M", 0, _LINE, "H", _WIDTH) + _ticks(span)})


def _ticks(span: Days) -> str:
    years = range(span.first.year + 1, span.last.year + 1)
    if len(years) > _MOST_TICKS:
        return ""
    scale = _scale(span)
    return "".join(path("M", scale.at(datetime.date(year, 1, 1)), _LINE - 3, "v", 6) for year in years)
