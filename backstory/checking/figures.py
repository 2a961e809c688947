"""Numbers in prose and on claims: digits as they are grouped anywhere, small ones in English and French words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from backstory.model.knowledge import Claim
from backstory.model.names import fold, tokens
from backstory.model.schema.position import Figure
from backstory.model.words import Words

_WORDS = {
    word: number
    for number, words in {
        2: "two deux",
        3: "three trois",
        4: "four quatre",
        5: "five cinq",
        6: "six",
        7: "seven sept",
        8: "eight huit",
        9: "nine neuf",
        10: "ten dix",
        11: "eleven onze",
        12: "twelve dozen douze douzaine",
        13: "thirteen treize",
        14: "fourteen quatorze",
        15: "fifteen quinze",
        16: "sixteen seize",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
        20: "twenty vingt",
    }.items()
    for word in words.split()
}
_NUMBER = re.compile(
    r"(?<![\w.,+/-])(?P<digits>[0-9]{1,3}(?:[,.'’ \u00a0\u202f][0-9]{3})+(?![0-9])|[0-9]+)(?![.,]?[0-9])(?![\w%+/])"
    rf"|\b(?P<word>{'|'.join(_WORDS)})\b(?!-)",
    re.IGNORECASE,
)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_FAR = 4
_STOP = re.compile(r"[,;:()،؛.]")
_TIMES = frozenset(
    ["hundred", "thousand", "million", "billion", "cent", "mille", "millions", "milliard", "milliards", "percent"]
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text and where it stands."""

    value: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Given:
    """What a claim gives: single numbers, ranges, and the words of their units, folded and without a plural s."""

    numbers: frozenset[float]
    ranges: tuple[tuple[float, float], ...]
    units: frozenset[str]

    def allows(self, value: float) -> bool:
        """Whether a number is one of those given or lies in a range given."""
        return value in self.numbers or any(low <= value <= high for low, high in self.ranges)


def numbers(text: str) -> Iterator[Number]:
    """The numbers in a text; those in the name of a thing (`MiG-29`) are none."""
    for found in _NUMBER.finditer(text.translate(_DIGITS)):
        digits = found["digits"]
        value = float(re.sub(r"[^0-9]", "", digits)) if digits else float(_WORDS[found["word"].casefold()])
        yield Number(value, found.start(), found.end())


def counted(text: str, units: Collection[str]) -> Iterator[tuple[Number, str]]:
    """The numbers that a unit follows within a few words, with the words from the number to the unit."""
    there = list(numbers(text))
    limits = [*(each.start for each in there[1:]), len(text)]
    for each, limit in zip(there, limits, strict=False):
        rest = _STOP.split(text[each.end : limit])[0]
        for token in tokens(rest)[:_FAR]:
            if fold(token.text) in _TIMES:
                break
            if _stem(token.text) in units:
                yield each, text[each.start : each.end + token.end]
                break


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
    return folded.removesuffix("s") if len(folded) > 3 else folded
