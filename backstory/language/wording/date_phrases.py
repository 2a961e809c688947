"""Dates in words, never more exact than the date, and never in the present past the day they were checked."""

from __future__ import annotations

from collections.abc import Sequence

from backstory.language import locales
from backstory.language.dates import Edtf, certainly_after
from backstory.language.wording.phrasebook import phrase, spoken

_SEASONS = {3: "date.spring", 6: "date.summer", 9: "date.autumn", 12: "date.winter"}


def date(edtf: Edtf, lang: str, *, as_of: Edtf | None = None) -> str:
    """`edtf` in words by its precision: 26 May 2020, about May 2020, the 2020s, since 2018, still going on.

    With `as_of`, what goes on does so "as of" then. Where `lang` has no phrases, a date that needs one is
    all English.
    """
    if not all(map(_needs_no_phrase, edtf.members or (edtf,))):
        lang = _voice(lang)
    if edtf.precision == "open":
        return _going_on("date.open", lang, as_of)
    if edtf.precision == "interval":
        return _interval(edtf, lang, as_of)
    if edtf.precision == "set":
        return _one_of(edtf.members, lang)
    words = _unqualified(edtf, lang)
    if edtf.approximate:
        words = phrase("date.about", lang, date=words)
    return phrase("date.uncertain", lang, date=words) if edtf.uncertain else words


def date_machine(edtf: Edtf) -> str | None:
    """`edtf` for HTML's `datetime` attribute where it is one plain day, month or year; else None."""
    if edtf.earliest is None or edtf.approximate or edtf.uncertain:
        return None
    lengths = {"day": 10, "month": 7, "year": 4}
    length = lengths.get(edtf.precision)
    return edtf.earliest.isoformat()[:length] if length else None


def period(
    from_: Edtf | None,
    to: Edtf | None,
    observed: Sequence[Edtf],
    as_of: Edtf | None,
    lang: str,
) -> str:
    """When something held, in words: since 2018; not ended by 29 May 2020; reported for 26 May 2020.

    `to` is `..` for what still went on as of `as_of`, and None where the end is unknown.
    """
    lang = _voice(lang)
    bounds = _bounds(from_, to, as_of, lang)
    if as_of and any(end and certainly_after(end, as_of) for end in (from_, to)):
        bounds = phrase("period.foreseen", lang, period=bounds, as_of=date(as_of, lang))
    if not observed:
        return bounds or phrase("date.not-recorded", lang)
    ordered = sorted(observed, key=lambda edtf: edtf.sort_key)
    when = locales.conjunction([_often(run, lang, as_of) for run in _runs(ordered)], lang)
    seen = phrase("period.observed", lang, when=when)
    return phrase("period.and-observed", lang, period=bounds, observed=seen) if bounds else seen


def _runs(ordered: Sequence[Edtf]) -> list[list[Edtf]]:
    """Dates in order of time, plain years that follow on each other together where they are three or more."""
    runs: list[list[Edtf]] = []
    for edtf in ordered:
        if runs and _follows(runs[-1][-1], edtf):
            runs[-1].append(edtf)
        else:
            runs.append([edtf])
    return [part for run in runs for part in ([run] if len(run) > 2 else [[edtf] for edtf in run])]


def _follows(before: Edtf, edtf: Edtf) -> bool:
    years = [each.earliest.year for each in (before, edtf) if _is_plain_year(each) and each.earliest]
    return len(years) == 2 and years[1] == years[0] + 1


def _is_plain_year(edtf: Edtf) -> bool:
    return edtf.precision == "year" and _needs_no_phrase(edtf)


def _often(run: Sequence[Edtf], lang: str, as_of: Edtf | None) -> str:
    """A date, or a run of years: every year from 1975 to 1979."""
    if len(run) == 1:
        return date(run[0], lang, as_of=as_of)
    return phrase("when.every-year", lang, first=date(run[0], lang), last=date(run[-1], lang))


def _bounds(from_: Edtf | None, to: Edtf | None, as_of: Edtf | None, lang: str) -> str:
    """The start and end in words; empty when neither is recorded."""
    if to and to.precision == "open":
        if from_ is None:
            return _going_on("period.open", lang, as_of)
        return _going_on("period.since", lang, as_of, **{"from": _limit(from_, lang)})
    if from_ and to:
        if from_.text == to.text:
            return date(from_, lang)
        return phrase(
            "period.from-to",
            lang,
            **{"from": _limit(from_, lang), "to": _limit(to, lang)},
        )
    if from_:
        return phrase("period.from-unknown-end", lang, **{"from": _limit(from_, lang)})
    return phrase("period.until-unknown-start", lang, to=_limit(to, lang)) if to else ""


def _limit(edtf: Edtf, lang: str) -> str:
    """A date as the start or end of a period; an interval open on one side only bounds it."""
    if edtf.start and not edtf.end:
        return phrase("date.no-earlier-than", lang, date=date(edtf.start, lang))
    if edtf.end and not edtf.start:
        return phrase("date.no-later-than", lang, date=date(edtf.end, lang))
    return date(edtf, lang)


def _interval(edtf: Edtf, lang: str, as_of: Edtf | None) -> str:
    start, end = edtf.start, edtf.end
    if start and end:
        if start.text == end.text:
            return date(start, lang)
        first, last = date(start, lang), date(end, lang)
        if start.precision == end.precision and _needs_no_phrase(start) and _needs_no_phrase(end):
            first = _without_shared_end(first, last)
        return phrase("date.between", lang, first=first, last=last)
    if start:
        words = date(start, lang)
        if edtf.open_end:
            return _going_on("date.since", lang, as_of, date=words)
        return phrase("date.from", lang, date=words)
    if end:
        key = "date.until-unknown-start" if edtf.unknown_start else "date.until"
        return phrase(key, lang, date=date(end, lang))
    return _going_on("date.unknown-start-open", lang, as_of)


def _without_shared_end(first: str, last: str) -> str:
    """The words of `first` but for those that `last` ends in too: 13 of 13 May 2020, before 14 May 2020."""
    words, others = first.split(" "), last.split(" ")
    while len(words) > 1 and words[-1] == others[-1]:
        words.pop()
        others.pop()
    return " ".join(words).rstrip(",،")


def _going_on(key: str, lang: str, as_of: Edtf | None, **values: str) -> str:
    if as_of is None:
        return phrase(key, lang, **values)
    return phrase(f"{key}-as-of", lang, as_of=date(as_of, lang), **values)


def _one_of(members: Sequence[Edtf], lang: str) -> str:
    if all(member.precision == "day" and _needs_no_phrase(member) for member in members):
        days = locales.days_of_month([member.earliest for member in members if member.earliest], lang)
        if days:
            return days
    return locales.disjunction([date(member, lang) for member in members], lang)


def _voice(lang: str) -> str:
    """`lang` where it has phrases, with its region's months; else English, for the dates within them too."""
    told = spoken(lang)
    return lang if lang.partition("-")[0] == told.partition("-")[0] else told


def _needs_no_phrase(edtf: Edtf) -> bool:
    return edtf.precision in ("day", "month", "year") and not (edtf.approximate or edtf.uncertain)


def _unqualified(edtf: Edtf, lang: str) -> str:
    """A single date without its `~ ? %`."""
    first, last = edtf.earliest, edtf.latest
    if first is None or last is None:
        raise ValueError(f"{edtf.text} is not a single date")
    if edtf.precision == "day":
        return locales.day(first, lang)
    if edtf.precision == "month":
        return locales.month(first, lang)
    if edtf.precision == "season":
        return phrase(_SEASONS[first.month], lang, year=locales.year(first, lang))
    if edtf.precision == "decade" and first.year % 10 == 0:
        return phrase("date.decade", lang, year=locales.year(first, lang))
    if edtf.precision in ("decade", "century"):
        return phrase(
            "date.between",
            lang,
            first=locales.year(first, lang),
            last=locales.year(last, lang),
        )
    return locales.year(first, lang)
