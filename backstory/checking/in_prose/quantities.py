"""Numbers of a text with the unit that they count, which stands within a few words after them, or before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backstory.checking.in_prose.dates_in_prose import RANGE, dates_in
from backstory.checking.in_prose.numbers_in_prose import Number, numbers
from backstory.checking.in_prose.units import folded, stem
from backstory.language.names import fold, tokens
from backstory.values.record import Record

_WORDS_TO_UNIT = 4
_FARTHEST = 100
_UNIT_ENDS = re.compile(r"[,;:()،؛.]")
# After one of these, the number counts something else, or a part: `two types of aircraft`, `nine of the aircraft`.
_NO_UNIT = folded(
    "of on that the in to from and or for with by at as was were is are who which other more additional further "
    "later percent des du les la le sur dans que qui par pour avec autres ses leurs في على التي الذي"
)
_PART_OF = re.compile(r"\s+(?:of|out of|sur|من)\s+(?:the\s+|some\s+)?", re.IGNORECASE)
# A rate is no sum: `two aircraft a day`, `$30 million each`.
_RATE = re.compile(
    r"\s*(?:each|apiece|chacun\w*|لكل|يوميا|شهريا|سنويا|"
    r"(?:an?|per|every|par|/)\s*(?:day|week|month|year|piece|head|man|jour|semaine|mois|an|année|tête|homme))\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:about|around|some|roughly|nearly|almost|approximately|circa|more than|over|at least|(?:less|fewer) than|"
    r"under|environ|près de|quelque|presque|(?:plus|moins) de|au moins|نحو|حوالي|قرابة|(?:أكثر|أقل) من|لا يقل عن)\s+\Z",
    re.IGNORECASE,
)
# Behind most numbers stands what they count. Only before one of these a number may count what stands before it.
_NUMBER_ENDS = re.compile(
    r"\s*(?:\Z|[^\w\s]|(?:or|in|on|at|by|as|when|according|not|but|selon|au|en|à|le|dans|d['’]après|وفق|حسب|بحسب|في)\b)",
    re.IGNORECASE,
)
_SIGN = re.compile(r"\s*[::(]\s*")
_NUMBER_OF = re.compile(r"\b(?:number|count|total|tally|nombre|\w?عدد)(?:\W+\w+){0,2}\W+\Z", re.IGNORECASE)
_UP_TO_NUMBER = re.compile(
    r"\s(?:(?:is|was|were|has|had|in|at|on|near|reached|stood|rose|fell|came|est|était|s|en|à|au|dans|sur|هو|كان|بلغ|في|"
    r"على)\b[^,;:.()،؛]{0,40})?",
    re.IGNORECASE,
)


class Amount(Record, frozen=True):
    """A number, or the two ends of a range, at characters `start` to `end`; `currency` is as of a Number.

    `about` says that a word such as `more than` stands before it.
    """

    values: tuple[float, ...]
    start: int
    end: int
    currency: str
    about: bool


def amounts(text: str) -> Iterator[Amount]:
    """The numbers of a text that are no dates: the two ends of a range together, no part and its whole (`3 of 14`)."""
    dates = [(each.start, each.end) for each in dates_in(text)]
    found = [each for each in numbers(text) if not any(start < each.end and each.start < end for start, end in dates)]
    while found:
        one, two = found.pop(0), found[0] if found else None
        gap = text[one.end : two.start] if two else ""
        if two and _PART_OF.fullmatch(gap):
            found.pop(0)
        elif two and re.fullmatch(RANGE, gap, re.IGNORECASE) and (not one.currency or two.currency or two.scale > 1):
            yield _amount(text, one, found.pop(0))
        else:
            yield _amount(text, one, one)


def _amount(text: str, one: Number, two: Number) -> Amount:
    """Of `300 to 400 million` the first is in millions too."""
    scale = two.scale if one.scale == 1 and one.value < 1000 else 1
    values = (one.value,) if one is two else (one.value * scale, two.value)
    about = _ABOUT.search(text, max(0, one.start - _FARTHEST), one.start) is not None
    return Amount(values, one.start, two.end, one.currency or two.currency, about)


def quantities(text: str, found: Sequence[Amount], units: frozenset[str]) -> Iterator[tuple[Amount, str]]:
    """Those amounts of a text that count one of the units, each with its words and those of the unit."""
    for at, amount in enumerate(found):
        limit = found[at + 1].start if at + 1 < len(found) else len(text)
        if amount.currency:
            there = (amount.start, amount.end) if amount.currency in units else None
        else:
            there = _to_unit_after(text, amount, limit, units) or _from_unit_before(text, amount, units)
        rate = _RATE.match(text, there[1]) if there else None
        if there and not (rate and units.isdisjoint(map(stem, folded(rate[0])))):
            yield amount, text[slice(*there)]


def _to_unit_after(text: str, amount: Amount, limit: int, units: frozenset[str]) -> tuple[int, int] | None:
    """From a number to the end of the unit that follows it."""
    rest = _UNIT_ENDS.split(text[amount.end : limit])[0]
    for token in tokens(rest)[:_WORDS_TO_UNIT]:
        if fold(token.text) in _NO_UNIT:
            return None
        if stem(token.text) in units:
            return amount.start, amount.end + token.end
    return None


def _from_unit_before(text: str, amount: Amount, units: frozenset[str]) -> tuple[int, int] | None:
    """From the unit that a number follows to its end: `men: 14`, `men (14)`, `the number of men there was 14`."""
    back = max(0, amount.start - _FARTHEST)
    lead = _ABOUT.sub("", text[back : amount.start])
    unit = next((each for each in reversed(tokens(lead)) if stem(each.text) in units), None)
    if unit is None:
        return None
    between = lead[unit.end :]
    named = _SIGN.fullmatch(between) and "(1)" not in text
    if not named and not (_NUMBER_OF.search(lead, 0, unit.start) and _UP_TO_NUMBER.fullmatch(between)):
        return None
    closed = "(" in between and text.startswith(")", amount.end)
    return (back + unit.start, amount.end + closed) if _NUMBER_ENDS.match(text, amount.end) else None
