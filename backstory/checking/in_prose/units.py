"""Units: the words for what a number counts, as they are compared: folded, without plural, a currency by any name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from backstory.checking.in_prose.numbers_in_prose import SCALES
from backstory.language.names import fold, tokens

_PREFIX = re.compile(r"(?:وال|بال|ال|لل)(?=\w{3})")
_SUFFIX = re.compile(r"(?<=\w{3})(?:ين|ون|ات|ا|ه)\Z")
_ARABIC = re.compile("[\u0600-\u06ff]")
_SIGN = re.compile(r"[$€£₽₺₪₴¥]")
_CURRENCIES = (
    "$ usd dollar دولار",
    "€ eur euro يورو",
    "£ gbp pound sterling",
    "₽ rub rouble ruble روبل",
    "₺ tl lira lire livre ليرة",
    "₪ ils shekel شيكل",
    "₴ uah hryvnia",
    "¥ cny yuan",
    "lyd dinar دينار",
    "aed dirham درهم",
    "sar qar riyal ريال",
    "egp جنيه",
    "chf franc",
)
_NO_UNITS = frozenset(("of", "the", "a", "an", "de", "des", "du", "d", "la", "le", "les", "us", "u", "s"))


def stem(word: str) -> str:
    """A word as units are compared."""
    folded = fold(word)
    if _ARABIC.search(folded):
        return _SUFFIX.sub("", _PREFIX.sub("", folded))
    return folded.removesuffix("s") if len(folded) > 3 else folded


_NAMES = tuple(frozenset(stem(word) for word in names.split()) for names in _CURRENCIES)


def stems(unit: str) -> frozenset[str]:
    """What a unit is known by: its words but for `million` and `of`, and all names of a currency among them."""
    words = {stem(token.text) for token in tokens(unit) if token.text.casefold() not in SCALES} | set(
        _SIGN.findall(unit)
    )
    named = {name for names in _NAMES if names & words for name in names}
    return frozenset((words - _NO_UNITS or words) | named)


def factor(units: Iterable[str]) -> int:
    """What numbers of a unit in these words are to be multiplied by: a million for `million euros`."""
    scales = (
        SCALES[token.text.casefold()] for unit in units for token in tokens(unit) if token.text.casefold() in SCALES
    )
    return next(scales, 1)
