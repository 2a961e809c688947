"""How wide two columns must be for their names: on one line where there is room, else on two, else word by word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from backstory.drawing import text_width
from backstory.drawing.network.boxes import PAD, SIGN, SIZE
from backstory.drawing.network.graph import Node

_LEAST = 116.0
_EASY = 126.0
_ANY = 3
_LONGEST_WORD = 150.0
_BROKEN_WORD = 100.0
_WISHES = ((1, 1), (1, 2), (2, 1), (2, 2), (3, 2), (2, 3), (3, 3))


def shares(left: Sequence[Node], right: Sequence[Node], room: float, most: float) -> tuple[float, float] | None:
    """The widths of two columns that share `room`, none over `most`; None where not even the longest words fit."""
    needs = [{lines: _needed(column, lines, most) for lines in (1, 2, 3)} for column in (left, right)]
    for first, second in _WISHES:
        pair = needs[0][first], needs[1][second]
        spare = room - sum(pair)
        if spare >= 0:
            eased = min(pair[0] + spare, max(pair[0], min(most, _EASY)))
            return eased, pair[1]
    return None


def squeezed(
    left: Sequence[Node], right: Sequence[Node], room: float, most: float, spare: float = 0
) -> tuple[float, float]:
    """As `shares`, but where words do not fit, the columns have up to `spare` more; then the one with the longer words
    gets what the other leaves, and its longest are broken."""
    found = shares(left, right, room, most) or shares(left, right, room + spare, most)
    if found:
        return found
    first, second = (_needed(column, _ANY, most) for column in (left, right))
    whole = room + spare
    if first <= second:
        part = max(whole / 3, min(first, whole - _LEAST))
        return part, whole - part
    part = max(whole / 3, min(second, whole - _LEAST))
    return whole - part, part


def least(node: Node) -> float:
    """How wide a box must be for the longest word of a name, as far as words are not broken."""
    return _needed((node,), _ANY, 0)


def _needed(column: Sequence[Node], lines: int, most: float) -> float:
    own = (_least(node.label, lines) + (SIGN if node.side else 0) for node in column)
    widest = ceil(max(own)) + 2 * PAD + 1 if column else _LEAST
    return widest if lines == _ANY else max(_LEAST, min(most, widest), _needed(column, _ANY, most))


@lru_cache(maxsize=1 << 13)
def _least(label: str, lines: int) -> float:
    """The least room in which a name stands on so many lines, three meaning as many as it has words."""
    words = label.split()
    if lines == 1:
        return _width(label)
    if lines == 2:
        cuts = range(1, len(words))
        halves = (max(_width(" ".join(words[:cut])), _width(" ".join(words[cut:]))) for cut in cuts)
        return min(halves, default=_width(label))
    return max((_width(word) if _width(word) <= _LONGEST_WORD else _BROKEN_WORD for word in words), default=0)


def _width(words: str) -> float:
    return text_width.width(words, SIZE, bold=True)
