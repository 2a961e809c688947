"""The words of a text in any script, with their places."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

TATWEEL = "\u0640"
_MARKS = ("Mn", "Mc")
_JOINERS = "\u200c\u200d"
# Where combining marks of living scripts stand: walking through all of Unicode would slow each start.
_MARK_BLOCKS = (
    range(0x300, 0x3100),
    range(0xA66F, 0xAC00),
    range(0xFB1E, 0xFE30),
    range(0x10A00, 0x11E00),
    range(0x1E000, 0x1E960),
)


class Token(NamedTuple):
    """A word: `source[start:end]`, which `text` repeats without tatweel."""

    start: int
    end: int
    text: str


def tokens(text: str) -> list[Token]:
    """The words of `text` in order: letters, digits and `_` with their combining marks and inner joiners.

    A script that writes no spaces (Chinese, Thai) gives one token a run. Apostrophes and hyphens part words.
    """
    found = [Token(match.start(), match.end(), match[0]) for match in pattern().finditer(text)]
    if TATWEEL not in text:
        return found
    bare = (Token(start, end, word.replace(TATWEEL, "")) for start, end, word in found)
    return [token for token in bare if token.text]


@lru_cache(maxsize=1)
def pattern() -> re.Pattern[str]:
    """What matches one word; tatweel is still in it."""
    letter = rf"[\w{_marks()}]"
    return re.compile(rf"\w{letter}*+(?:[{_JOINERS}]++{letter}++)*+")


def _marks() -> str:
    """The combining marks (Mn, Mc) as ranges for a character class: `\\w` leaves them out."""
    ranges: list[list[int]] = []
    for code in (ord(char) for block in _MARK_BLOCKS for char in map(chr, block) if category(char) in _MARKS):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
