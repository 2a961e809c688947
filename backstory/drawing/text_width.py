"""How wide a text will be: a table of advances, so that a drawing needs no font to be laid out.

The widths are those of a semi-bold Noto Sans in thousandths of an em. Scripts whose letters differ little have one
width each. A reader's font is narrower mostly; the two weights allow for the widest of the common ones, DejaVu Sans,
which has no semi-bold and takes its bold.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

_ASCII = (
    "260 290 470 650 570 900 750 270 340 340 540 570 280 320 280 410 "
    "570 570 570 570 570 570 570 570 570 570 280 280 570 570 570 480 "
    "900 690 670 640 740 560 550 720 760 390 330 660 560 940 810 800 "
    "630 800 660 550 580 760 650 970 670 620 580 330 410 330 570 410 "
    "360 600 630 510 630 590 390 630 660 300 300 620 300 980 660 620 "
    "630 630 450 500 430 660 570 860 580 570 490 390 550 390 570"
)
_LATIN = {chr(32 + place): int(width) for place, width in enumerate(_ASCII.split())}

# (last code point, width of a small letter or of every sign, width of a capital)
_SCRIPTS = (
    (0x024F, 630, 730),
    (0x03FF, 630, 720),
    (0x052F, 670, 780),
    (0x058F, 650, 750),
    (0x05FF, 570, 570),
    (0x08FF, 520, 520),
    (0x0DFF, 620, 620),
    (0x0FFF, 580, 580),
    (0x10FF, 660, 660),
    (0x11FF, 1000, 1000),
    (0x1FFF, 700, 760),
    (0x206F, 560, 560),
    (0x2DFF, 800, 800),
)
_WIDE = 985

# Arabic letters differ most: as they stand within a word, and how much longer at its end.
_ARABIC = {
    **dict.fromkeys("اأإآ", (300, 0)),
    **dict.fromkeys("رزژوؤ", (500, 50)),
    **dict.fromkeys("دذةء", (510, 20)),
    **dict.fromkeys("ه", (600, 0)),
    **dict.fromkeys("ى", (510, 370)),
    **dict.fromkeys("طظ", (840, 100)),
    **dict.fromkeys("سشصض", (900, 450)),
    **dict.fromkeys("بپتثن", (400, 640)),
    **dict.fromkeys("ف", (620, 420)),
    **dict.fromkeys("ق", (620, 220)),
    **dict.fromkeys("كگ", (510, 390)),
    **dict.fromkeys("ليئی", (420, 460)),
    **dict.fromkeys("م", (580, 100)),
    **dict.fromkeys("عغجحخچ", (630, 0)),
}
_BOLD, _REGULAR = 1.155, 1.02


def width(words: str, size: float, *, bold: bool = False) -> float:
    """The width of `words` set at `size`, in the units of `size`; never knowingly less than what a reader gets."""
    return length(advance(words), size, bold=bold)


def length(thousandths: int, size: float, *, bold: bool = False) -> float:
    """So many thousandths of an em set at `size`, as `width` gives them."""
    return thousandths * size / 1000 * (_BOLD if bold else _REGULAR)


@lru_cache(maxsize=1 << 14)
def advance(words: str) -> int:
    """The width of `words` in thousandths of an em. Those of words on one line, and of the spaces between, add up."""
    whole = sum(map(_advance, words))
    return whole if words.isascii() else whole + sum(_ARABIC.get(word[-1], (0, 0))[1] for word in words.split())


def reach(words: str, room: float, size: float, *, bold: bool = False) -> int:
    """How many signs of `words` a room may hold at most, the longer shape of Arabic letters at an end left aside."""
    most = room / length(1, size, bold=bold) + 1
    return bisect_right(list(accumulate(map(_advance, words))), most)


@lru_cache(maxsize=2048)
def _advance(sign: str) -> int:
    known = _LATIN.get(sign)
    if known is not None:
        return known
    if sign in _ARABIC:
        return _ARABIC[sign][0]
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    base = unicodedata.normalize("NFD", sign)[0]
    if base in _LATIN:
        return _LATIN[base]
    code = ord(sign)
    capital = sign.isupper()
    return next((large if capital else small for last, small, large in _SCRIPTS if code <= last), _WIDE)
