"""A name set in a given width: broken into lines at spaces, and within a word or shortened only when need be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from backstory.drawing import text_width
from backstory.values.record import Record

_ELLIPSIS = "…"
_AFTER_WORDS = " ,;:،؛"
# Unlike the sign that a name may have itself, so that it can be taken away again.
_HYPHEN = "\u2010"
_VOWELS = frozenset("aeiouyаеёиоуыэюяіїєўαεηιουω")
# Signs for one sound: a break between them would be read as two.
_ONE_SOUND = frozenset({"ch", "ck", "gh", "ph", "qu", "sh", "th", "ts", "tz", "zh"})
_LEAST_PIECE = 3
# How far back a break between syllables is looked for.
_BACK = 8


# Arabic, the scripts of India and South-East Asia, and Vietnamese: letters and their marks reach higher and lower.
_TALL = re.compile("[\u0600-\u08ff\u0900-\u109f\u1780-\u17ff\u1ea0-\u1ef9]")


class FittedText(Record, frozen=True):
    """The lines of a text as they are drawn, and the width of the widest.

    `cut` tells that words are missing or broken, `tall` that lines must stand further apart than those of Latin.
    """

    lines: tuple[str, ...]
    cut: bool
    width: float
    tall: bool = False


@lru_cache(maxsize=1 << 13)
def fit(words: str, room: float, size: float, *, most: int, bold: bool = False) -> FittedText:
    """`words` in at most `most` lines, none wider than `room`."""
    lines = _broken(words.split(), room, size, most, bold=bold)
    if len(lines) > most:
        rest = " ".join(lines[most - 1 :]).replace(f"{_HYPHEN} ", "")
        lines = [*lines[: most - 1], shorten(rest, room, size, bold=bold)]
    cut = any(line.endswith((_ELLIPSIS, _HYPHEN)) for line in lines)
    widest = max(text_width.width(line, size, bold=bold) for line in lines)
    return FittedText(tuple(lines), cut, widest, is_tall(words))


def is_tall(words: str) -> bool:
    """Whether letters of `words` reach higher and lower than those of Latin, so that lines need more room."""
    return _TALL.search(words) is not None


@lru_cache(maxsize=1 << 13)
def shorten(words: str, room: float, size: float, *, bold: bool = False) -> str:
    """`words` if they fit in `room`, else their beginning, whole words if that keeps half of it, and an ellipsis."""
    if text_width.width(words, size, bold=bold) <= room:
        return words
    kept = words[: text_width.reach(words, room, size, bold=bold)]
    while kept and text_width.width(kept + _ELLIPSIS, size, bold=bold) > room:
        kept = kept[:-1]
    whole = kept.rpartition(" ")[0]
    return (whole if 2 * len(whole) > len(kept) else kept).rstrip(_AFTER_WORDS) + _ELLIPSIS


def link_name(lines: Sequence[str], full: str) -> str:
    """The name of a link that shows `lines`: `full` where they are its beginning in whole words, else both.

    Who speaks what they see must name the link (WCAG 2.5.3).
    """
    shown = " ".join(lines).replace(f"{_HYPHEN} ", "")
    read = [each.removesuffix(_ELLIPSIS) for each in (shown, shown.replace("- ", "-"))]
    whole = any(full.startswith(each) and f"{full} "[len(each)] in _AFTER_WORDS for each in read)
    return full if whole else f"{shown} {full}"


def _broken(words: Sequence[str], room: float, size: float, most: int, *, bold: bool) -> list[str]:
    """The words in lines; past as many as there may be, what is left of them in one."""
    lines: list[str] = []
    most_wide = room * 1000 / size
    taken, space = 0, text_width.advance(" ", bold=bold)
    for place, word in enumerate(words):
        if len(lines) > most:
            return [*lines, " ".join(words[place:])]
        own = text_width.advance(word, bold=bold)
        if lines and taken + space + own <= most_wide:
            lines[-1] = f"{lines[-1]} {word}"
            taken += space + own
        elif own <= most_wide:
            lines.append(word)
            taken = own
        else:
            lines.extend(_chopped(word, room, size, bold=bold))
            taken = text_width.advance(lines[-1], bold=bold)
    return lines or [""]


def _chopped(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    """A word too long for a line in pieces: at hyphens it has, else between syllables with one, as far as can be told
    from letters. Where letters join, as in Arabic, it is cut; Chinese and Japanese, which have no spaces, break
    anywhere."""
    pieces = [""]
    for part in re.findall(r"[^-–/]+[-–/]*|[-–/]+", word):
        if pieces[-1] and text_width.width(pieces[-1] + part, size, bold=bold) > room:
            pieces.append("")
        rest = pieces.pop() + part
        while text_width.width(rest, size, bold=bold) > room:
            if "\u0590" <= rest[0] < "\u0900":
                rest = shorten(rest, room, size, bold=bold)
                break
            end, sign = _break(rest, room, size, bold=bold)
            pieces.append(rest[:end] + sign)
            rest = rest[end:]
        pieces.append(rest)
    return pieces


def _break(word: str, room: float, size: float, *, bold: bool) -> tuple[int, str]:
    """How many letters of a word stand on its first line, no less than three being left, and the sign after them."""
    cased = word[0].lower() != word[0].upper() or word[-1].lower() != word[-1].upper()
    sign = _HYPHEN if cased else ""
    most = text_width.reach(word, room, size, bold=bold)
    while most > 1 and text_width.width(word[:most] + sign, size, bold=bold) > room:
        most -= 1
    most = max(1, min(most, len(word) - (_LEAST_PIECE if cased else 1)))
    if cased:
        for end in range(most, max(_LEAST_PIECE - 1, most - _BACK), -1):
            if _begins_a_syllable(word, end):
                return end, sign
    while most > 1 and text_width.advance(word[most]) == 0:
        most -= 1
    return most, sign


def _begins_a_syllable(word: str, place: int) -> bool:
    """Whether a consonant and a vowel follow, the consonant being no part of a sound that began before."""
    before, first, second = (_plain(each) for each in word[place - 1 : place + 2])
    return first not in _VOWELS and second in _VOWELS and first.isalpha() and before + first not in _ONE_SOUND


def _plain(sign: str) -> str:
    return unicodedata.normalize("NFD", sign.lower())[0]
