"""What a misspelt word most likely meant, among the words there are."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from typing import NamedTuple

from backstory.language.names.folding import fold
from backstory.language.names.search_key import transliteration_key

MOST_GUESSES = 200
"""More mistakes of a kind nobody mends by looking at each."""
_LABIALS = frozenset("bmfv")
_PARTS = str.maketrans("-_./", "    ")


def did_you_mean(word: str, options: Iterable[str], limit: int = 1) -> tuple[str, ...]:
    """The options most like `word`, nearest first, at most `limit`; none when nothing is near enough.

    Near enough: a slip (a letter more, less, other, or two swapped) for every three letters, three at most;
    the same name in another transliteration; an option with `word` among its parts (`haftar`,
    `khalifa-haftar`).
    Ties go to the alphabet, so the order of `options` does not matter.
    """
    folded = fold(word)
    if not folded:
        return ()
    slips = min(max(1, (len(folded) + 1) // 3), 3) if len(folded) > 2 else 0
    typed = _Typed(folded, slips, _parts(folded), _lips(folded), transliteration_key(word))
    ranked = ((_rank(typed, option), option) for option in set(options))
    near = ((rank, option) for rank, option in ranked if rank is not None)
    return tuple(option for _, option in heapq.nsmallest(limit, near))


class Guesses:
    """`did_you_mean` for so many words: a file may name any number of things that are nowhere, and each takes time."""

    def __init__(self, most: int = MOST_GUESSES) -> None:
        """Guesses for the first `most` words that are asked for."""
        self._left = most

    def __call__(self, word: str, options: Iterable[str]) -> tuple[str, ...]:
        """The option most like a word, none once there were too many."""
        self._left -= 1
        return did_you_mean(word, options) if self._left >= 0 else ()


class _Typed(NamedTuple):
    """The misspelt word, with the forms of it that are compared with every option."""

    folded: str
    slips: int
    parts: str
    lips: frozenset[str]
    key: str


def _rank(typed: _Typed, option: str) -> float | None:
    """How far `option` is from the word, or None when it is too far to suggest."""
    folded = fold(option)
    if folded == typed.folded:
        return 0
    distance = slips(typed.folded, folded, typed.slips)
    if distance is not None:
        return distance
    if len(typed.folded) > 2 and len(folded) > len(typed.folded) and typed.parts in _parts(folded):
        return typed.slips + 1
    if len(typed.folded) > 3 and _lips(folded) == typed.lips and transliteration_key(option) == typed.key:
        return typed.slips + 0.5
    return None


def _parts(folded: str) -> str:
    return f" {folded.translate(_PARTS)} "


def _lips(folded: str) -> frozenset[str]:
    """The labial consonants, p as f. Transliterations keep them, so this quick test comes before the slow one."""
    return frozenset(folded.replace("p", "f")) & _LABIALS


def slips(a: str, b: str, most: int) -> int | None:
    """Damerau and Levenshtein's distance (optimal string alignment) where it is at most `most`."""
    # Two bounds that cost nothing leave few of some ten thousand options to compare letter by letter.
    if abs(len(a) - len(b)) > most or len(set(a) ^ set(b)) > 2 * most:
        return None
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, start=1):
        last, before, row = before, row, [i]
        for j, right in enumerate(b, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None
