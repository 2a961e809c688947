"""When a backing held, as a strip: points where observed, a bar where known, dashes where it may have held."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from backstory.drawing.svg import number, path, tag, title
from backstory.model.html import Html

_WIDTH, _HEIGHT = 160.0, 16.0
_LINE = 8.0
_INSET = 5.0
_STUB = 14.0
_MOST_TICKS = 30
# What is shorter is a dot.
_DOT = 2.0

# From where to where along the strip.
Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Days:
    """The earliest and the latest day that a date may mean."""

    first: datetime.date
    last: datetime.date


@dataclass(frozen=True, slots=True)
class Period:
    """When a backing held. A start or end that is None is unknown; `going_on` means that it had not ended at `as_of`.

    Nothing is drawn past `as_of`.
    """

    start: Days | None = None
    end: Days | None = None
    observed: tuple[Days, ...] = ()
    as_of: datetime.date | None = None
    going_on: bool = False


@dataclass(frozen=True, slots=True)
class _Scale:
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
            yield from (_stroke("held", *each) for each in _known(period, scale))
            yield from (_stroke("may", *each) for each in _open(period, scale))
        for each in period.observed:
            if period.as_of is None or each.first <= period.as_of:
                seen.add((scale.at(each.first), scale.at(each.last)))
    yield from map(_point, _joined(seen, 1.5 * whole.unit))


def _known(period: Period, scale: _Scale) -> Iterator[Stretch]:
    """The stretch between the latest start and the earliest end: there it held, whatever the dates mean."""
    if period.start is None or not (period.end or period.going_on):
        return
    begin = scale.at(period.start.last)
    end = scale.at(period.end.first) if period.end else scale.limit
    if end >= begin:
        yield begin, max(end, begin + 2)


def _open(period: Period, scale: _Scale) -> Iterator[Stretch]:
    """What an imprecise date leaves open, and a short way into what is unknown."""
    for days in (period.start, period.end):
        if days and scale.at(days.last) - scale.at(days.first) > 2:
            yield scale.at(days.first), scale.at(days.last)
    if period.start is None and (period.end or period.going_on):
        end = scale.at(period.end.first) if period.end else scale.limit
        yield max(0.0, end - _STUB), end
    if period.start and not (period.end or period.going_on):
        begin = scale.at(period.start.last)
        yield begin, min(scale.limit, begin + _STUB)


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
