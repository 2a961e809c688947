"""Figures: what a claim gives in numbers, and the numbers of a sentence that count the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from backstory.checking.in_prose.dates_in_prose import spoken
from backstory.checking.in_prose.money import sums
from backstory.checking.in_prose.numbers_in_prose import Number, numbers
from backstory.checking.in_prose.unit_first import unit_before
from backstory.checking.in_prose.units import factor, stem, stems
from backstory.language.names import fold, tokens
from backstory.records.knowledge import Claim
from backstory.schema.position import Figure
from backstory.values.localized_text import Words

_FAR = 4
_THOUSAND = 1_000
_SIGN_AFTER = re.compile(r"\s?([$€£₽₺₪₴¥])(?!\s?[0-9])")
_CLOSED = re.compile(r"\s*\)")
_STOP = re.compile(r"[,;:()،؛.]")
# After one of these, the number counts something else, or a part: `two types of aircraft`, `nine of the aircraft`.
_APART = frozenset(
    fold(word)
    for words in (
        "of on that the in to from and or for with by at as was were is are who which other more additional further",
        "later percent des du les la le sur dans que qui par pour avec autres ses leurs في على التي الذي",
    )
    for word in words.split()
)
_JOINED = frozenset(("de", "d"))
_RANGE = re.compile(r"\s*(?:to|and|or|à|et|ou|إلى|أو|و|[-–—])\s*", re.IGNORECASE)
_PART_OF = re.compile(r"\s+(?:of|out of|sur|من)\s+(?:the\s+|some\s+)?", re.IGNORECASE)
_MORE = re.compile(r"\b(?:more than|over|at least|plus de|au moins|أكثر من|لا يقل عن)\s+\Z", re.IGNORECASE)
_LESS = re.compile(r"\b(?:less than|fewer than|under|moins de|أقل من)\s+\Z", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:about|around|some|roughly|nearly|almost|approximately|circa|environ|près de|quelque|presque|نحو|حوالي|قرابة)"
    r"\s+\Z",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\W*(?:(?:about|around|some|roughly|nearly|almost|approximately|circa|c|ca|up to|between|over|under|at least|"
    r"at most|(?:more|less|fewer) than|environ|près de|quelque|presque|(?:plus|moins) de|au moins|jusqu['’]à|entre|"
    r"نحو|حوالي|قرابة|(?:أكثر|أقل) من|لا يقل عن|بين)\W+)?\Z",
    re.IGNORECASE,
)
_NO_MORE = re.compile(
    r"\W*(?:\Z|\(|(?:or more|at least|in all|in total|ou plus|au moins|au total|أو أكثر|على الأقل)\W*\Z)", re.IGNORECASE
)
# A rate is no sum: `two aircraft a day`, `$30 million each`.
_RATE = re.compile(
    r"\s*(?:each|apiece|chacun\w*|لكل|يوميا|شهريا|سنويا|"
    r"(?:an?|per|every|par|/)\s*(?:day|week|month|year|piece|head|man|jour|semaine|mois|an|année|tête|homme))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Counted:
    """Numbers of a sentence with one unit: one, the two ends of a range, or with `part` a part and its whole.

    The numbers stand from `start` to `end`; `words` are they and the unit, `before` is the sentence up to them. With
    `paid` they are a sum of money with its currency in front.
    """

    values: tuple[float, ...]
    start: int
    end: int
    words: str
    before: str
    part: bool = False
    paid: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """What a claim gives: single numbers, ranges, and the words of their units, folded and without their plural."""

    claim: Claim
    numbers: frozenset[float]
    ranges: tuple[tuple[float, float], ...]
    units: frozenset[str]

    def allows(self, counted: Counted) -> bool:
        """Whether its numbers, of a part and its whole one of them, are given."""
        given = [self._allows(value, counted.before) for value in counted.values]
        return any(given) if counted.part else all(given)

    def _allows(self, value: float, before: str) -> bool:
        """Whether a number is one of those given, lies in a range given, or rounds one of them, as its words say."""
        if value in self.numbers or any(low <= value <= high for low, high in self.ranges):
            return True
        unit = _roundness(value)
        if unit == 1:
            return False
        if _MORE.search(before):
            return any(value <= each <= 2 * value for each in self.numbers)
        if _LESS.search(before):
            return any(value / 2 <= each <= value for each in self.numbers)
        return bool(_ABOUT.search(before)) and any(_rounded(each, unit) == value for each in self.numbers)


def _roundness(value: float) -> int:
    """The largest power of ten that divides a number: how far it may have been rounded."""
    unit = 1
    while value and value % (unit * 10) == 0:
        unit *= 10
    return unit


def _rounded(value: float, unit: int) -> float:
    return int(value / unit + 0.5) * unit


def odd(text: str, figures: Sequence[Given]) -> list[tuple[Counted, Given]]:
    """The numbers of a text that no figure allows, in order, each with the first figure that counts in its unit.

    Beside a sum of money that is given, others are parts of it, or prices.
    """
    found: dict[int, tuple[Counted, Given]] = {}
    for figure in figures:
        for each in counted(text, figure.units):
            found.setdefault(each.start, (each, figure))
    refused = {start for start, (each, _) in found.items() if not any(figure.allows(each) for figure in figures)}
    if any(each.paid and start not in refused for start, (each, _) in found.items()):
        refused = {start for start in refused if not found[start][0].paid}
    return [found[start] for start in sorted(refused)]


def alone(text: str) -> Counted | None:
    """The number or range that a text is, which may have a word such as `about` before it and brackets after it."""
    there = _numbers(text)
    gap = text[there[0].end : there[1].start] if len(there) > 1 else None
    shared = there[: 2 if gap is not None and _RANGE.fullmatch(gap) else 1]
    if not shared or not lone(text, shared[0].start, shared[-1].end):
        return None
    start, end = shared[0].start, shared[-1].end
    return Counted(_values(shared), start, end, text[start:end], text[:start])


def lone(text: str, start: int, end: int) -> bool:
    """Whether a number is all that a text says; brackets after it may say more."""
    return _VAGUE.match(text[:start]) is not None and _NO_MORE.match(text, end) is not None


def _numbers(text: str) -> list[Number]:
    """The numbers of a text that are neither dates nor sums of money."""
    taken = [(each.start, each.end) for each in sums(text)] + [(each.start, each.end) for each in spoken(text)]
    return [each for each in numbers(text) if not any(start < each.end and each.start < end for start, end in taken)]


def counted(text: str, units: Collection[str]) -> Iterator[Counted]:
    """The numbers that count one of the units, which stands within a few words after them or before them."""
    for each in sums(text):
        if each.currency in units and not _is_rate(text, each.end, units):
            yield Counted(each.values, each.start, each.end, text[each.start : each.end], text[: each.start], paid=True)
    there = _numbers(text)
    at = 0
    while at < len(there):
        many = _together(text, there, at, units)
        found = _after(text, there, at, many, units) or _before(text, there, at, many, units)
        at += many if found else 1
        if found:
            yield found


def _together(text: str, there: list[Number], at: int, units: Collection[str]) -> int:
    """How many numbers from one on share a unit: two where the first is a part of the second, or a range begins."""
    if at + 1 == len(there) or _unit_after(text, there, at, units):
        return 1
    gap = text[there[at].end : there[at + 1].start]
    return 2 if _PART_OF.fullmatch(gap) or _RANGE.fullmatch(gap) else 1


def _after(text: str, there: list[Number], at: int, many: int, units: Collection[str]) -> Counted | None:
    """The numbers with the unit that follows them."""
    end = _unit_after(text, there, at + many - 1, units)
    if end is None or _is_rate(text, end, units):
        return None
    start, stop = there[at].start, there[at + many - 1].end
    part = many > 1 and _PART_OF.fullmatch(text, there[at].end, there[at + 1].start) is not None
    return Counted(_values(there[at : at + many]), start, stop, text[start:end], text[:start], part)


def _is_rate(text: str, end: int, units: Collection[str]) -> bool:
    """Whether words after a unit make it a rate, and the claim's unit is none: `dollars a month`."""
    found = _RATE.match(text, end)
    return found is not None and not any(stem(token.text) in units for token in tokens(found[0]))


def _before(text: str, there: list[Number], at: int, many: int, units: Collection[str]) -> Counted | None:
    """The numbers with the unit that they follow."""
    start, stop = there[at].start, there[at + many - 1].end
    lead = text[:start]
    for vague in (_MORE, _LESS, _ABOUT):
        lead = lead[: found.start()] if (found := vague.search(lead)) else lead
    unit = unit_before(text, there[at], stop, lead, units)
    if unit is None:
        return None
    bracket = _CLOSED.match(text, stop) if "(" in text[unit:start] else None
    words = text[unit : bracket.end() if bracket else stop]
    return Counted(_values(there[at : at + many]), start, stop, words, text[:start])


def _values(shared: list[Number]) -> tuple[float, ...]:
    """Their values; of `300 to 400 million` the first is in millions too."""
    first, last = shared[0], shared[-1]
    scale = last.scale if first.scale == 1 and first.value < _THOUSAND and len(shared) > 1 else 1
    return (first.value * scale, *(each.value for each in shared[1:]))


def _unit_after(text: str, there: list[Number], at: int, units: Collection[str]) -> int | None:
    """Where the unit that follows a number ends, None where none does."""
    number, limit = there[at], there[at + 1].start if at + 1 < len(there) else len(text)
    if (sign := _SIGN_AFTER.match(text, number.end, limit)) and sign[1] in units:
        return sign.end()
    rest = _STOP.split(text[number.end : limit])[0]
    for place, token in enumerate(tokens(rest)[:_FAR]):
        word = fold(token.text)
        if word in _APART or (word in _JOINED and place):
            return None
        if stem(token.text) in units:
            return number.end + token.end
    return None


def given(claim: Claim) -> Given | None:
    """All that a claim says in numbers, or None where nobody gives a value with a unit."""
    values = [each.value for each in claim.fields.positions if each.value]
    units = frozenset(name for value in values for unit in _units(value) for name in stems(unit))
    if not units:
        return None
    said = [value.said for value in values]
    said += [each.quote.text for each in claim.fields.positions if each.quote]
    said += [words for each in claim.fields.positions if (words := each.note)]
    said += [words for words in (claim.fields.text, claim.fields.question) if words]
    exact = {number for words in said for number in _in(words)} | {each for value in values for each in _ends(value)}
    return Given(claim, frozenset(exact), tuple(each for value in values for each in _ranges(value)), units)


def _units(value: Figure) -> list[str]:
    return [text for _, text in value.unit.texts] if value.unit else []


def _in(words: Words) -> Iterator[float]:
    for _, text in words.texts:
        yield from (each.value for each in numbers(text))
        yield from (value for each in sums(text) for value in each.values)


def _ends(value: Figure) -> Iterator[float]:
    """Its bounds as they are written and, where the unit is `million euros`, in euros."""
    for each in (value.low, value.high):
        if each is not None:
            yield from (each, round(each * factor(_units(value)), 6))


def _ranges(value: Figure) -> Iterator[tuple[float, float]]:
    if value.low is not None and value.high is not None:
        by = factor(_units(value))
        yield from ((value.low, value.high), (value.low * by, value.high * by))
