"""Sums of money with their currency in front: `$400 million`, `USD 400m`, `€30–40 million`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from backstory.checking.in_prose.numbers_in_prose import GROUPED, PLAIN_DIGITS, SCALES, worth

_SHORT = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "bn": 1_000_000_000}
_WORDS = "|".join(sorted({**SCALES, **_SHORT}, key=len, reverse=True))
_CODE = r"(?:USD|EUR|GBP|RUB|TL|ILS|UAH|CNY|LYD|AED|SAR|QAR|EGP|CHF)"
_SIGN = rf"(?:(?:US|U\.S\.)?(?P<sign>[$€£₽₺₪₴¥])|(?P<code>{_CODE})(?=[\s0-9]))"
_AMOUNT = rf"(?:{GROUPED}|[0-9]+)(?:[.,٫][0-9]{{1,2}}(?![0-9]))?"
_SCALE = rf"(?:[\s-]?(?:{_WORDS})\b)?"
_AGAIN = r"(?:US)?[$€£₽₺₪₴¥]\s?"
# `$30 to 40 million` is a range, `from $30 million to 14 men` none.
_TO = rf"\s*(?:[-–—]\s*(?:{_AGAIN})?|(?:to|à|إلى)\s+(?:{_AGAIN}|(?={_AMOUNT}[\s-]?(?:{_WORDS})\b)))"
_SUM = re.compile(
    rf"(?<!\w){_SIGN}\s?(?P<one>{_AMOUNT})(?P<by>{_SCALE})(?:{_TO}(?P<two>{_AMOUNT})(?P<by_two>{_SCALE}))?(?![\w%])"
)
# Of `between $300 and $400 million`, the first is in millions too.
_SHARED = re.compile(rf"\s*(?:and|or|et|ou|و|أو)\s*{_AGAIN}{_AMOUNT}(?P<by>{_SCALE})")
_PART = re.compile(r"[.,٫]([0-9]{1,2})\Z")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum, or both ends of a range of sums: where it stands, its sign or code in small letters with it."""

    values: tuple[float, ...]
    currency: str
    start: int
    end: int


def sums(text: str) -> Iterator[Sum]:
    """The sums of money in a text that begin with their currency."""
    plain = text.translate(PLAIN_DIGITS)
    for found in _SUM.finditer(plain):
        after = None if found["by"] else _SHARED.match(plain, found.end())
        by_two = _scale(found["by_two"] or (after["by"] if after else ""))
        values = [_value(found["one"], _scale(found["by"]) if found["by"] else by_two)]
        if found["two"]:
            values.append(_value(found["two"], by_two))
        yield Sum(tuple(values), (found["sign"] or found["code"]).casefold(), *found.span())


def _scale(word: str) -> int:
    known = word.strip(" -\u00a0\u202f").casefold()
    return SCALES.get(known) or _SHORT.get(known, 1)


def _value(amount: str, scale: int) -> float:
    part = _PART.search(amount)
    return worth(amount[: part.start()] if part else amount, part[1] if part else "", scale)
