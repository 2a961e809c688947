"""The words of units, as they are compared: folded, without plural, a currency by any of its names."""

from __future__ import annotations

import re

from backstory.checking.in_prose.numbers_in_prose import SCALES, SIGN
from backstory.language.names import fold, tokens

_PREFIX = re.compile(r"(?:وال|بال|ال|لل)(?=\w{3})")
_SUFFIX = re.compile(r"(?<=\w{3})(?:ين|ون|ات|ا|ه)\Z")
_CURRENCIES = (
    "$ usd dollar دولار/€ eur euro يورو/£ gbp pound sterling/₽ rub rouble ruble روبل/₺ tl lira lire livre ليرة/"
    "₪ ils shekel شيكل/₴ uah hryvnia/¥ cny yuan/lyd dinar دينار/aed dirham درهم/sar qar riyal ريال/egp جنيه/chf franc"
)


def folded(text: str) -> frozenset[str]:
    """The words of a text, folded."""
    return frozenset(fold(token.text) for token in tokens(text))


def stem(word: str) -> str:
    """A word as units are compared."""
    word = _SUFFIX.sub("", _PREFIX.sub("", fold(word)))
    return word.removesuffix("s") if len(word) > 3 else word


_NAMES = tuple(frozenset(stem(word) for word in names.split()) for names in _CURRENCIES.split("/"))
_NO_UNITS = folded("of the a an de des du d la le les us u s")


def stems(unit: str) -> frozenset[str]:
    """What a unit is known by: its words but for `million` and `of`, and all names of a currency among them."""
    words = {stem(token.text) for token in tokens(unit) if token.text.casefold() not in SCALES}
    words |= set(re.findall(SIGN, unit))
    named = {name for names in _NAMES if names & words for name in names}
    return frozenset((words - _NO_UNITS or words) | named)


def factor(unit: str) -> int:
    """What numbers of a unit are to be multiplied by: a million for `million euros`."""
    return next((SCALES[word] for token in tokens(unit) if (word := token.text.casefold()) in SCALES), 1)
