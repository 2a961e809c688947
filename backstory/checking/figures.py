"""Figures: what a claim gives in numbers, and the numbers of a sentence that count the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from backstory.checking.calendar import spoken
from backstory.checking.numerals import Number, numbers
from backstory.model.knowledge import Claim
from backstory.model.names import fold, tokens
from backstory.model.schema.position import Figure
from backstory.model.words import Words

_FAR = 4
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
_PREFIX = re.compile(r"(?:وال|بال|ال|لل)(?=\w{3})")
_SUFFIX = re.compile(r"(?<=\w{3})(?:ين|ون|ات|ا|ه)\Z")
_ARABIC = re.compile("[\u0600-\u06ff]")


@dataclass(frozen=True, slots=True)
class Counted:
    """Numbers of a sentence with one unit: one, the two ends of a range, or with `part` a part and its whole.

    The numbers stand from `start` to `end`; `words` are they and the unit, `before` is the sentence up to them.
    """

    values: tuple[float, ...]
    start: int
    end: int
    part: bool
    words: str
    before: str


@dataclass(frozen=True, slots=True)
class Given:
    """What a claim gives: single numbers, ranges, and the words of their units, folded and without their plural."""

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


def counted(text: str, units: Collection[str]) -> Iterator[Counted]:
    """The numbers that a unit follows within a few words, dates left out."""
    dates = [(each.start, each.end) for each in spoken(text)]
    there = [each for each in numbers(text) if not any(start < each.end and each.start < end for start, end in dates)]
    at = 0
    while at < len(there):
        many, part, end = _sharing(text, there, at, units)
        if end is not None:
            start = there[at].start
            values = tuple(each.value for each in there[at : at + many])
            yield Counted(values, start, there[at + many - 1].end, part, text[start:end], text[:start])
        at += many if end is not None else 1


def _sharing(text: str, there: list[Number], at: int, units: Collection[str]) -> tuple[int, bool, int | None]:
    """How many numbers from one on share a unit, whether they are a part and its whole, and where the unit ends."""
    end = _unit_after(text, there, at, units)
    if end is None and at + 1 < len(there):
        gap = text[there[at].end : there[at + 1].start]
        part = _PART_OF.fullmatch(gap) is not None
        if part or _RANGE.fullmatch(gap):
            return 2, part, _unit_after(text, there, at + 1, units)
    return 1, False, end


def _unit_after(text: str, there: list[Number], at: int, units: Collection[str]) -> int | None:
    """Where the unit that follows a number ends, None where none does."""
    number, limit = there[at], there[at + 1].start if at + 1 < len(there) else len(text)
    rest = _STOP.split(text[number.end : limit])[0]
    for place, token in enumerate(tokens(rest)[:_FAR]):
        word = fold(token.text)
        if word in _APART or (word in _JOINED and place):
            return None
        if _stem(token.text) in units:
            return number.end + token.end
    return None


def given(claim: Claim) -> Given | None:
    """All that a claim says in numbers, or None where nobody gives a value with a unit."""
    values = [each.value for each in claim.fields.positions if each.value]
    units = frozenset(
        _stem(token.text) for value in values if value.unit for _, text in value.unit.texts for token in tokens(text)
    )
    if not units:
        return None
    said = [value.said for value in values]
    said += [each.quote.text for each in claim.fields.positions if each.quote]
    said += [words for each in claim.fields.positions if (words := each.note)]
    said += [words for words in (claim.fields.text, claim.fields.question) if words]
    exact = {number.value for words in said for number in _in(words)} | {
        each for value in values for each in _ends(value)
    }
    ranges = tuple((each.low, each.high) for each in values if each.low is not None and each.high is not None)
    return Given(frozenset(exact), ranges, units)


def _in(words: Words) -> Iterator[Number]:
    for _, text in words.texts:
        yield from numbers(text)


def _ends(value: Figure) -> Iterator[float]:
    yield from (each for each in (value.low, value.high) if each is not None)


def _stem(word: str) -> str:
    folded = fold(word)
    if _ARABIC.search(folded):
        return _SUFFIX.sub("", _PREFIX.sub("", folded))
    return folded.removesuffix("s") if len(folded) > 3 else folded
