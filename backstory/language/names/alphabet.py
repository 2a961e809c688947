"""The alphabet: in what order an index lists names, and under which letter."""

from __future__ import annotations

import re
from functools import lru_cache

from backstory.language.names.folding import fold

_ARTICLE = re.compile(r"^ال(?=\w{2})")
_NUMBER = re.compile(r"[0-9]+")
_LEFT_OUT = re.compile(r"[^\w\s]+")
# Persian and Urdu letters stand after the Arabic letter they were made from, not where their code puts them.
_AFTER = {ord(letter): base + "\U0010fffd" for letter, base in zip("پٹچڈڑژڤگں", "بتجدرزفكن", strict=True)}

SortKey = tuple[str, str, str]


@lru_cache(maxsize=1 << 15)
def sort_key(text: str, lang: str) -> SortKey:
    """Where `text` stands in an alphabetical index in `lang`: a total order, the same on every machine.

    Case, marks and punctuation do not count, numbers count as numbers (`20` before `106`), and Arabic skips
    its article. Letters that a language sets apart (Swedish `å`) stand with the letter they are built on.
    """
    filed = _filed(text, lang)
    numbered = _NUMBER.sub(lambda number: number[0].zfill(12), filed)
    return numbered.translate(_AFTER), fold(text), text


def initial(text: str, lang: str) -> str:
    """The capital letter under which an index in `lang` files `text`; `#` for a number or no letter."""
    first = _filed(text, lang)[:1]
    return first.upper() if first.isalpha() else "#"


def _filed(text: str, lang: str) -> str:
    bare = " ".join(_LEFT_OUT.sub(" ", fold(text).replace("'", "")).split())
    return _ARTICLE.sub("", bare) if lang.partition("-")[0] == "ar" else bare
