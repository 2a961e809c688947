"""A name set in a given width: broken into lines at spaces, and shortened only when that is not enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from backstory.drawing import measure

_ELLIPSIS = "…"
_LEAST_PIECE = 3


@dataclass(frozen=True, slots=True)
class Lettering:
    """The lines of a text as they will stand; `cut` tells that words are missing from them."""

    lines: tuple[str, ...]
    cut: bool
    width: float


@lru_cache(maxsize=1 << 13)
def fit(words: str, room: float, size: float, *, most: int, bold: bool = False) -> Lettering:
    """`words` in at most `most` lines, none wider than `room`."""
    lines = _broken(words.split(), room, size, most, bold=bold)
    cut = len(lines) > most
    if cut:
        lines = [*lines[: most - 1], shorten(" ".join(lines[most - 1 :]), room, size, bold=bold)]
    widest = max(measure.width(line, size, bold=bold) for line in lines)
    return Lettering(tuple(lines), cut, widest)


@lru_cache(maxsize=1 << 13)
def shorten(words: str, room: float, size: float, *, bold: bool = False) -> str:
    """`words` if they fit in `room`, else their beginning, whole words if that keeps half of it, and an ellipsis."""
    if measure.width(words, size, bold=bold) <= room:
        return words
    kept = words[: measure.reach(words, room, size, bold=bold)]
    while kept and measure.width(kept + _ELLIPSIS, size, bold=bold) > room:
        kept = kept[:-1]
    whole = kept.rpartition(" ")[0]
    return (whole if 2 * len(whole) > len(kept) else kept).rstrip(" ,;:،؛") + _ELLIPSIS


def spoken(lines: Sequence[str], full: str) -> str:
    """The name of a link that shows `lines`: `full` where they are its beginning in whole words, else both.

    Who speaks what they see must name the link (WCAG 2.5.3).
    """
    shown = " ".join(lines)
    whole = f"{full} ".startswith(f"{shown.removesuffix(_ELLIPSIS)} ")
    return full if whole else f"{shown} {full}"


def _broken(words: Sequence[str], room: float, size: float, most: int, *, bold: bool) -> list[str]:
    """The words in lines; past as many as there may be, what is left of them in one."""
    lines: list[str] = []
    taken, space = 0, measure.advance(" ")
    for place, word in enumerate(words):
        if len(lines) > most:
            return [*lines, " ".join(words[place:])]
        own = measure.advance(word)
        if lines and measure.length(taken + space + own, size, bold=bold) <= room:
            lines[-1] = f"{lines[-1]} {word}"
            taken += space + own
        elif measure.length(own, size, bold=bold) <= room:
            lines.append(word)
            taken = own
        else:
            lines.extend(_chopped(word, room, size, bold=bold))
            taken = measure.advance(lines[-1])
    return lines or [""]


def _chopped(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    """A word too long for a line, in pieces, the last no mere letter or two; Chinese and Japanese, which have no
    spaces, break here too."""
    pieces = [""]
    for sign in word:
        if pieces[-1] and measure.width(pieces[-1] + sign, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += sign
    while len(pieces) > 1 and (len(pieces[-1]) < _LEAST_PIECE or measure.advance(pieces[-1][0]) == 0):
        pieces[-2:] = [pieces[-2][:-1], pieces[-2][-1] + pieces[-1]]
    return pieces
