"""How wide a text will be: a table of letters' widths, so that a drawing needs no font to be laid out.

What a reader's device sets a text in is not known, so each letter has the greatest width that it has in the common
fonts, in thousandths of an em, once bold (for names and headings, semi-bold where there is one) and once regular.

- Latin, Greek, Cyrillic, Hebrew: DejaVu Sans (the widest nearly always), Noto Sans, Arimo (as wide as Arial and
  Liberation Sans), Tahoma, Roboto, Inter, Cantarell and Open Sans (close to Segoe UI). To renew a number, take the
  advance of the letter in each font (`hmtx` of fontTools) in thousandths of `unitsPerEm`.
- Arabic: DejaVu Sans, Noto Kufi, Sans and Naskh Arabic, and Vazirmatn. One font is wide in one letter, another in the
  next, so these are the least numbers whose sums hold the words of CLDR's names of countries, languages and currencies
  (ar, ckb, fa, ps, sd, ug, ur) in every one of the fonts, as HarfBuzz shapes them: a linear programme.
- Other scripts: Noto Sans, one number for all letters, enough for 97 of 100 of those names.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import accumulate

# Bold, regular.
_Widths = tuple[int, int]

# From the space to the tilde.
_ASCII_BOLD = (
    "348 456 521 838 696 1199 872 306 457 457 637 838 380 466 380 577 "
    "696 696 696 696 696 696 696 696 696 696 400 400 838 838 838 611 "
    "1000 774 762 744 830 683 683 821 837 484 561 775 637 995 837 850 "
    "733 850 770 720 682 812 774 1103 771 724 725 457 577 457 838 637 "
    "592 675 716 593 716 678 435 716 712 343 363 665 343 1042 712 687 "
    "716 716 493 595 478 712 652 924 645 652 582 712 637 712 838"
)
_ASCII_REGULAR = (
    "318 401 460 838 638 987 780 275 390 390 552 838 318 460 318 413 "
    "642 642 642 642 642 642 642 642 642 642 354 354 838 838 838 556 "
    "1015 684 686 727 770 667 611 778 752 373 552 667 563 907 760 787 "
    "667 787 722 667 642 742 684 989 685 667 685 390 411 390 838 556 "
    "577 613 635 558 635 615 361 635 634 278 282 579 278 974 634 612 "
    "635 635 413 523 392 634 592 818 592 592 541 636 551 636 838"
)
# Each sign of the first line is as wide as the one below it, or a little narrower.
_AS_WIDE_AS = (
    ("ÐØÞßæðøþĐđĦħıŁłŊŋƏəƁƊƘɓɗƙĽľďť", "OOKSWoobObmUia:NhOewMHbUkLrH|"),
    ("ΆΈΉΊΌΎΏΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", "UOmsMMMXBxUEZHO:KXMNEOHPTTYwXMO"),
    ("αβγδεζηθικλμνξοπρςστυφχψω", "SSFoJchofhxPFcoUbxUaaUaNM"),
    ("АБВГДЕЗИКЛМНОПРСТУФХЦЧЪЫЬЭЯЄІЈЋЂЏЅҐӘҒҚҢӨҰҮҺҲҶ", "XBBawESOHHMHOHPCTKMXMUMmBCRCIJMMHSaOZUMOYYUXU"),
    ("абвгдежзиклмнопрстуфхцчшщъыьэюяєіјљњћђџѕґәғқңөұүһҳҷ", "a0xJUeMzSFPOSoSbcxvMxBoWWRwxcMacijmMPhSsJexFUovvhxY"),
    ("אבגדהוזחטיךכלםמןנסעףפץצקרשת", "Pa\"cSi:SS'zzxZZi!STTTkvCLUC"),
    ("–—‐“”‘’‚„·•«»€£§°׳״־", "E@-kk,,,k:xhhS0aJrS("),
)
_WIDER: Mapping[str, _Widths] = {"ЖШ": (1236, 1078), "ŒœÆЮЉЊ…": (1174, 1130), "Щ№": (1326, 1211)}

# Arabic letters take another shape at the end of a word, and alone. Bold and regular within a word, then at its end.
_ARABIC: Mapping[str, tuple[_Widths, _Widths]] = {
    "اأإآٱ": ((349, 294), (349, 294)),
    "وؤۋۆۇ": ((635, 557), (635, 557)),
    "رزژڑړږڕ": ((584, 477), (584, 477)),
    "دذڈډ": ((613, 545), (613, 545)),
    "ةەۀ": ((617, 574), (617, 574)),
    "ء": ((518, 496), (518, 496)),
    "ه": ((934, 813), (631, 597)),
    "ھ": ((933, 816), (715, 616)),
    "ہۂ": ((598, 533), (768, 624)),
    "ى": ((390, 342), (992, 942)),
    "يئیێې": ((440, 399), (980, 940)),
    "بپتثٹټٽٿڀ": ((433, 399), (1045, 1014)),
    "ن": ((402, 337), (862, 724)),
    "ں": ((648, 643), (804, 687)),
    "لڵ": ((409, 365), (868, 727)),
    "فڤ": ((714, 615), (1173, 1106)),
    "ق": ((708, 610), (962, 879)),
    "كکگڭ": ((655, 616), (992, 944)),
    "ڪ": ((1107, 1050), (1253, 1132)),
    "م": ((671, 611), (752, 661)),
    "عغ": ((722, 603), (684, 619)),
    "جحخچځڃڄڇ": ((754, 668), (727, 690)),
    "سشښ": ((1048, 918), (1428, 1264)),
    "صض": ((985, 896), (1358, 1285)),
    "طظ": ((981, 862), (1045, 810)),
    "ےۓ": ((764, 825), (764, 825)),
    "ـ": ((342, 293), (342, 293)),
    "،؛؟": ((580, 531), (580, 531)),
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹": ((674, 659), (674, 659)),
}
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
# What an Arabic letter joins that stands before it, so that it has not its last shape: all letters but the hamza.
_JOINED = "\u0620\u0622-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\u200d"

# The last code point of a script or two, and the width of all their letters that have none above.
_SCRIPTS = (
    (0x052F, 800),  # Latin, Greek, Cyrillic
    (0x058F, 790),  # Armenian
    (0x05FF, 640),
    (0x08FF, 720),
    (0x097F, 680),  # Devanagari
    (0x0A7F, 720),  # Bengali, Gurmukhi
    (0x0AFF, 680),  # Gujarati
    (0x0B7F, 830),  # Oriya
    (0x0BFF, 1150),  # Tamil
    (0x0C7F, 1080),  # Telugu
    (0x0CFF, 1030),  # Kannada
    (0x0D7F, 1200),  # Malayalam
    (0x0DFF, 960),  # Sinhala
    (0x0E7F, 630),  # Thai
    (0x0FFF, 780),  # Lao, Tibetan
    (0x109F, 960),  # Myanmar
    (0x10FF, 780),  # Georgian
    (0x11FF, 1000),
    (0x17FF, 780),  # Ethiopic, Khmer
    (0x1FFF, 800),
    (0x206F, 650),
    (0x2DFF, 920),
)
# Chinese, Japanese, Korean.
_SQUARE = 1000


def width(words: str, size: float, *, bold: bool = False) -> float:
    """The width of `words` set at `size`, in the units of `size`; never knowingly less than what a reader gets."""
    return advance(words, bold=bold) * size / 1000


@lru_cache(maxsize=1 << 14)
def advance(words: str, *, bold: bool = False) -> int:
    """The width of `words` in thousandths of an em. Those of words on one line, and of the spaces between, add up."""
    weight = 0 if bold else 1
    whole = sum(_width(sign)[weight] for sign in words)
    return whole if words.isascii() else whole + sum(_AT_END[letter][weight] for letter in _LAST.findall(words))


def reach(words: str, room: float, size: float, *, bold: bool = False) -> int:
    """How many signs of `words` a room may hold at most, the longer shape of Arabic letters at an end left aside."""
    weight = 0 if bold else 1
    return bisect_right(list(accumulate(_width(sign)[weight] for sign in words)), room * 1000 / size + 1)


@lru_cache(maxsize=2048)
def _width(sign: str) -> _Widths:
    if sign in _LETTERS:
        return _LETTERS[sign]
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0, 0
    base = unicodedata.normalize("NFD", sign)[0]
    if base in _LETTERS:
        return _LETTERS[base]
    either = next((width for last, width in _SCRIPTS if ord(sign) <= last), _SQUARE)
    return either, either


def _letters() -> dict[str, _Widths]:
    columns = (map(int, each.split()) for each in (_ASCII_BOLD, _ASCII_REGULAR))
    known = {chr(32 + place): pair for place, pair in enumerate(zip(*columns, strict=True))}
    known |= {sign: known[other] for signs, others in _AS_WIDE_AS for sign, other in zip(signs, others, strict=True)}
    known |= _each(_WIDER.items())
    return known | _each((signs, within) for signs, (within, _) in _ARABIC.items())


def _each(rows: Iterable[tuple[str, _Widths]]) -> dict[str, _Widths]:
    return {sign: widths for signs, widths in rows for sign in signs}


_LETTERS = _letters()
# How much wider a letter is at the end of a word than within.
_AT_END = _each(
    (signs, (bold_end - bold, regular_end - regular))
    for signs, ((bold, regular), (bold_end, regular_end)) in _ARABIC.items()
    if bold_end != bold or regular_end != regular
)
_LAST = re.compile(f"([{''.join(_AT_END)}])(?![{_MARKS}]*[{_JOINED}])")
