"""Numbers as prose writes them: `1,200`, `1.2 million`, `$400m`, and in English and French words: `forty-one`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from string import ascii_lowercase, ascii_uppercase

from backstory.values.record import Record

WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
"""Makes Arabic and Persian digits those of Europe."""

_PLAIN = WESTERN | str.maketrans(ascii_uppercase, ascii_lowercase)


# The library text2num knows the words of eight languages, but no Arabic and no dozen. Around it stood more lines than
# these, and there is no wheel of it for Macs with Intel processors.
def _numbered(words: str, step: int) -> dict[str, int]:
    """The words of one step, two steps and so on; a stroke stands between two numbers."""
    return {word: step * number for number, same in enumerate(words.split("/"), 1) for word in same.split()}


_ONES = _numbered(
    "one un une/two deux/three trois/four quatre/five cinq/six/seven sept/eight huit/nine neuf/ten dix/eleven onze/"
    "twelve douze/thirteen treize/fourteen quatorze/fifteen quinze/sixteen seize/seventeen/eighteen/nineteen",
    1,
)
_TENS = _numbered(
    "/twenty vingt/thirty trente/forty quarante/fifty cinquante/sixty soixante/seventy septante/eighty huitante/"
    "ninety nonante",
    10,
)
SCALES = {
    **dict.fromkeys(["dozen", "douzaine"], 12),
    **dict.fromkeys(["hundred", "cent", "cents", "centaine"], 100),
    **dict.fromkeys(["thousand", "mille", "millier", "milliers", "ألف", "الف", "ألفا", "آلاف"], 1_000),
    **dict.fromkeys(["million", "millions", "مليون", "ملايين"], 1_000_000),
    **dict.fromkeys(["billion", "billions", "milliard", "milliards"], 1_000_000_000),
}
"""What the words after a number multiply it by."""

_SHORT = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "bn": 1_000_000_000}


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


_JOINT = r"[\s-]+(?:and\s+)?"
_SMALL = rf"(?:quatre[\s-]vingts?|{_any(_TENS)})(?:[\s-]+(?:et[\s-]+)?{_any(_ONES)})?|{_any(_ONES)}"
# How often words repeat is bounded, so that a long run of `mille` is no long search.
_SCALED = rf"(?:(?:{_SMALL}|an?)[\s-]+{_any(SCALES)}|cent|mille)(?:[\s-]+{_any(SCALES)}){{0,2}}"
_FIRST = _any((*_ONES, *_TENS, r"an?\s", "cent", "mille"))
_WORDS = rf"{_SCALED}(?:{_JOINT}{_SCALED}){{0,5}}(?:{_JOINT}(?:{_SMALL}))?|{_SMALL}"
SIGN = "[$€£₽₺₪₴¥]"
_CODE = r"(?:usd|eur|gbp|rub|tl|ils|uah|cny|lyd|aed|sar|qar|egp|chf)(?=[\s0-9])"
_IN_DIGITS = rf"""
    (?<![\w.,:+/$€£])(?<!\D-)
    (?P<money>(?:(?:us|u\.s\.)?(?P<sign>{SIGN})|(?P<code>{_CODE}))\s?)?
    (?P<whole>[0-9]{{1,3}}(?:[,.'’٬ \u00a0\u202f][0-9]{{3}})+(?![0-9])|[0-9]+)
    (?:[.,٫](?P<part>[0-9]{{1,2}}))?(?![.,٫]?[0-9])
    (?:[\s-]?(?P<scale>{_any(SCALES)})\b|(?(money)\s?(?P<short>{_any(_SHORT)})\b|(?!)))?
    (?![\w%+/]|-[^\W\d]|:[0-9])
    (?:\s?(?P<sign_after>{SIGN})(?!\s?[0-9]))?
    """
# A look ahead never reads its words again in another way. Possessive quantifiers of groups, which say the same, match
# too little before Python 3.11.5 (https://github.com/python/cpython/issues/106052).
_NUMBER = re.compile(rf"{_IN_DIGITS}|\b(?={_FIRST})(?=(?P<words>{_WORDS}))(?P=words)\b(?!-)", re.VERBOSE)
_NAMED = re.compile(
    r"\b(?:[Hh]alf(?: an?)?|MiG|Su|Tu|Il|Mi|Ka|F|C|B|T|[Aa]rticle|[Rr][eé]solution|[Cc]hapter|[Ss]ection|[Pp]age|pp?|"
    r"[Nn]o|[Nn]umber|[Tt]able|[Ff]igure|[Rr]oute|القرار|المادة|الصفحة)\.?\s+\Z"
)


class Number(Record, frozen=True):
    """A number in a text and where it stands, `currency` with it: a sign, a code in small letters, or "" for none.

    `scale` is a million for `1.2 million`.
    """

    value: float
    start: int
    end: int
    scale: int = 1
    currency: str = ""


def numbers(text: str) -> Iterator[Number]:
    """The numbers in a text, in order; those in the name of a thing (`MiG-29`) are none, nor is `one` alone."""
    for found in _NUMBER.finditer(text.translate(_PLAIN)):
        if _NAMED.search(text, max(0, found.start() - 20), found.start()):
            continue
        if words := found["words"]:
            if (value := _spelt(words)) > 1:
                yield Number(value, *found.span())
            continue
        scale = SCALES.get(found["scale"]) or _SHORT.get(found["short"], 1)
        whole = re.sub("[^0-9]", "", found["whole"])
        value = round(float(f"{whole}.{found['part'] or 0}") * scale, 6)
        yield Number(value, *found.span(), scale, found["sign"] or found["code"] or found["sign_after"] or "")


def _spelt(words: str) -> float:
    """The value of a number in words: 2,500 for `two thousand five hundred`, 90 for `quatre-vingt-dix`."""
    total = current = 0
    for word in re.split(r"[\s-]+", words):
        if word in SCALES:
            current = (current or 1) * SCALES[word]
            if SCALES[word] > 100:
                total, current = total + current, 0
        elif word.startswith("vingt") and current % 100 == 4:
            current += 76
        else:
            current += _ONES.get(word) or _TENS.get(word, 0)
    return float(total + current)
