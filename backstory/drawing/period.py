"""When a backing held, as a strip: points where observed, a bar where known, dashes where it may have held."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from backstory.drawing.svg import number, path, tag, title
from backstory.model.html import Html

_WIDTH, _HEIGHT = 160.0, 16.0
_LINE = 8.0
_INSET = 5.0
_STUB = 14.0
_MOST_TICKS = 30


@dataclass(frozen=True, slots=True)
class Days:
    """The earliest and the latest day that a date may mean."""

    first: datetime.date
    last: datetime.date


@dataclass(frozen=True, slots=True)
class Period:
    """When a backing held. A start or end that is None is unknown; `going_on` means that it had not ended at `as_of`.

    `words` say the same for those who do not see it; they are empty where the same stands beside it. Nothing is drawn
    past `as_of`.
    """

    words: str
    start: Days | None = None
    end: Days | None = None
    observed: tuple[Days, ...] = ()
    as_of: datetime.date | None = None
    going_on: bool = False


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days to units along the strip; `limit` is the place of `as_of`."""

    span: Days
    limit: float

    def at(self, day: datetime.date) -> float:
        return min(self.limit, _place(self.span, day))


def bar(period: Period, span: Days, *, rtl: bool = False) -> Html:
    """The strip of `period` on the scale of `span`, the whole that the page's strips share."""
    limit = _place(span, period.as_of) if period.as_of else _WIDTH - _INSET
    scale = _Scale(span, limit)
    parts = (
        _axis(span),
        *(_stroke("held", *each) for each in _known(period, scale)),
        *(_stroke("may", *each) for each in _open(period, scale)),
        *(_point(each, scale) for each in period.observed if _seen(each, period)),
    )
    body = "".join(parts)
    if rtl:
        body = tag("g", {"transform": f"matrix(-1 0 0 1 {number(_WIDTH)} 0)"}, body)
    attributes = {
        "class": "strip",
        "viewBox": f"0 0 {number(_WIDTH)} {number(_HEIGHT)}",
        "role": "img" if period.words else None,
        "aria-hidden": None if period.words else "true",
    }
    return Html(tag("svg", attributes, title(period.words), body))


def _place(span: Days, day: datetime.date) -> float:
    whole = max(1, (span.last - span.first).days)
    share = min(1.0, max(0.0, (day - span.first).days / whole))
    return _INSET + share * (_WIDTH - 2 * _INSET)


def _known(period: Period, scale: _Scale) -> Iterator[tuple[float, float]]:
    """The stretch between the latest start and the earliest end: there it held, whatever the dates mean."""
    if period.start is None or not (period.end or period.going_on):
        return
    begin = scale.at(period.start.last)
    end = scale.at(period.end.first) if period.end else scale.limit
    if end >= begin:
        yield begin, max(end, begin + 2)


def _open(period: Period, scale: _Scale) -> Iterator[tuple[float, float]]:
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


def _seen(days: Days, period: Period) -> bool:
    return period.as_of is None or days.first <= period.as_of


def _point(days: Days, scale: _Scale) -> str:
    """A dot for a day; an open pill for a date that may mean many."""
    begin, end = scale.at(days.first), scale.at(days.last)
    if end - begin < 2:
        return tag("circle", {"class": "seen", "cx": begin, "cy": _LINE, "r": 3.5})
    middle, half = (begin + end) / 2, max(4.5, (end - begin) / 2)
    box = {"x": middle - half, "y": _LINE - 3.5, "width": 2 * half, "height": 7, "rx": 3.5}
    return tag("rect", {"class": "seen wide-date", **box})


@lru_cache(maxsize=64)
def _axis(span: Days) -> str:
    return tag("path", {"class": "div", "d": path("M", 0, _LINE, "H", _WIDTH) + _ticks(span)})


def _ticks(span: Days) -> str:
    years = range(span.first.year + 1, span.last.year + 1)
    if len(years) > _MOST_TICKS:
        return ""
    return "".join(path("M", _place(span, datetime.date(year, 1, 1)), _LINE - 3, "v", 6) for year in years)
