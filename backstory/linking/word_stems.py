"""Whether a text may hold one of some folded words in any form: a quick look before its words are gone through."""

from __future__ import annotations

import re
from collections.abc import Iterable

from backstory.language.names import fold
from backstory.linking.scripts import script

# What stands in these blocks may be folded otherwise together than letter by letter, or to letters though it is none.
_COMPOSING = re.compile(
    "[\u0345\u0900-\u1dff\u20a8\u2100-\u214f\u249c-\u24e9\u2c00-\ufb1c\ufe00-\ufe6f\uff00-\uffff\U00010000-\U0010ffff]"
)


# Letters, spaces and punctuation that are folded one by one, and to letters only where they are some.
_PLAIN = re.compile("[\x00-\x7f\xa0-\xac\xae-\u024f\u2010-\u2027\u2030-\u205e\u20ac]*")


class Stems:
    """What the forms of some folded words have in common (see `inflection`)."""

    def __init__(self, words: Iterable[str]) -> None:
        """The stems of `words`. A single Latin letter has no other form, and is sought as a word of its own."""
        words = frozenset(words)
        self._letters = [word for word in words if len(word) == 1 and script(word) == "Latn"]
        self._stems = tuple({_stem(word) for word in words.difference(self._letters)})
        self._alone = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, self._letters))})(?!\w)")

    def may_stand_in(self, text: str) -> bool:
        """Whether the text may hold one of the words: never False where it does."""
        if _COMPOSING.search(text):
            return True
        folded = text.casefold() if text.isascii() else fold(text)
        return any(stem in folded for stem in self._stems) or self._has_letter(text, folded)

    def _has_letter(self, text: str, folded: str) -> bool:
        if not any(letter in folded for letter in self._letters):
            return False
        return not _PLAIN.fullmatch(text) or self._alone.search(folded) is not None


def _stem(word: str) -> str:
    """What every text holds, when it is folded, that gives the word in some form: all but the end of a Latin word, for
    that may be a plural's; all but the first and the last letter of others."""
    return word[:-1] if script(word) == "Latn" else word[1:-1]
