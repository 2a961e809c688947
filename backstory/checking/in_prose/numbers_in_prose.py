"""Numbers as prose writes them: grouped digits, `1.2 million`, `forty-one`, `two thousand five hundred`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_SMALL = {
    word: number
    for number, words in {
        1: "one un une",
        2: "two deux",
        3: "three trois",
        4: "four quatre",
        5: "five cinq",
        6: "six",
        7: "seven sept",
        8: "eight huit",
        9: "nine neuf",
        10: "ten dix",
        11: "eleven onze",
        12: "twelve douze",
        13: "thirteen treize",
        14: "fourteen quatorze",
        15: "fifteen quinze",
        16: "sixteen seize",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
        20: "twenty vingt vingts",
        30: "thirty trente",
        40: "forty fourty quarante",
        50: "fifty cinquante",
        60: "sixty soixante",
        70: "seventy septante",
        80: "eighty huitante",
        90: "ninety nonante",
    }.items()
    for word in words.split()
}
_COLLECTIVE = {"dozen": 12, "dizaine": 10, "douzaine": 12, "vingtaine": 20, "trentaine": 30, "cinquantaine": 50}
SCALES = {
    "hundred": 100,
    "cent": 100,
    "cents": 100,
    "centaine": 100,
    "thousand": 1_000,
    "mille": 1_000,
    "millier": 1_000,
    "milliers": 1_000,
    "million": 1_000_000,
    "millions": 1_000_000,
    "billion": 1_000_000_000,
    "billions": 1_000_000_000,
    "milliard": 1_000_000_000,
    "milliards": 1_000_000_000,
    "ألف": 1_000,
    "الف": 1_000,
    "ألفا": 1_000,
    "آلاف": 1_000,
    "مليون": 1_000_000,
    "ملايين": 1_000_000,
}
_ALONE = frozenset(("cent", "mille"))
_JOINT = r"(?:[\s-]+|\s+and\s+|[\s-]et[\s-])"


def _any(words: Mapping[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_WORD = rf"(?:{_any(_SMALL | _COLLECTIVE | SCALES)})"
GROUPED = r"[0-9]{1,3}(?:[,.'’٬ \u00a0\u202f][0-9]{3})+(?![0-9])"
_NUMBER = re.compile(
    r"(?<![\w.,:+/$€£])(?<!\D-)(?:"
    rf"(?P<whole>{GROUPED}|[0-9]+)(?:[.,٫](?P<part>[0-9]{{1,2}})(?=\s+(?:{_any(SCALES)})\b))?(?![.,٫]?[0-9])(?![\w%+/]|-[^\W\d]|:[0-9])"
    rf"(?:\s+(?P<scale>{_any(SCALES)})\b)?"
    rf"|\b(?P<words>(?:an?\s+)?{_WORD}(?:{_JOINT}{_WORD})*)\b(?!-)"
    r")",
    re.IGNORECASE,
)
PLAIN_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_AND = re.compile(r"\s+(?:and|et)\s+", re.IGNORECASE)
_VAGUE = re.compile(r"\b(?:half|several|few|many|demi|plusieurs|quelques)\s+(?:an?\s+)?\Z", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:MiG|Su|Tu|Il|Mi|Ka|F|C|B|T|[Aa]rticle|[Rr]esolution|[Rr]ésolution|[Cc]hapter|[Ss]ection|[Pp]age|p|pp|[Nn]o|"
    r"[Nn]umber|[Tt]able|[Ff]igure|[Rr]oute|القرار|المادة|الصفحة)\.?\s+\Z"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text and where it stands; `scale` is a million for `1.2 million`."""

    value: float
    start: int
    end: int
    scale: int = 1


def numbers(text: str) -> Iterator[Number]:
    """The numbers in a text, in order; those in the name of a thing (`MiG-29`) are none, nor is `one` alone."""
    plain = text.translate(PLAIN_DIGITS)
    for found in _NUMBER.finditer(plain):
        if _VAGUE.search(plain, 0, found.start()) or _NAMED.search(plain, 0, found.start()):
            continue
        if found["whole"]:
            scale = SCALES[found["scale"].casefold()] if found["scale"] else 1
            yield Number(worth(found["whole"], found["part"] or "", scale), found.start(), found.end(), scale)
        else:
            yield from _in_words(found["words"], found.start())


def _in_words(words: str, at: int) -> Iterator[Number]:
    """The number that words make, or where they make none those on both sides of an `and`."""
    value = _spelt(words)
    if value is not None:
        yield Number(value, at, at + len(words))
    elif parted := _AND.search(words):
        yield from _in_words(words[: parted.start()], at)
        yield from _in_words(words[parted.end() :], at + parted.end())


def worth(whole: str, part: str, scale: int) -> float:
    """The value of digits, grouped or not, with the digits of a part: 1.2 million of `1`, `2` and a million."""
    digits = re.sub(r"[^0-9]", "", whole)
    return round(float(f"{digits}.{part or 0}") * scale, 6)


def _spelt(words: str) -> float | None:
    """The value of number words, None for what is no number: `one` alone, `hundred` without `a`, two in a row."""
    said = [word for word in re.split(r"[\s-]+", words.casefold()) if word not in ("and", "et")]
    article = said[0] in ("a", "an")
    said = said[1:] if article else said
    if not article and said[0] in (*SCALES, *_COLLECTIVE) and said[0] not in _ALONE:
        return None
    if len(said) == 1 and _SMALL.get(said[0]) == 1:
        return None
    return _value(said)


def _value(said: list[str]) -> float | None:
    total = current = 0
    for word in said:
        if word in _COLLECTIVE:
            current = (current or 1) * _COLLECTIVE[word]
        elif word in SCALES:
            scale = SCALES[word]
            current = (current or 1) * scale
            if scale > 100:
                total, current = total + current, 0
        elif _SMALL[word] == 20 and current % 100 == 4:
            current += 76  # quatre-vingt
        elif not current or _goes_on(current % 100, _SMALL[word]):
            current += _SMALL[word]
        else:
            return None
    return float(total + current)


def _goes_on(before: int, small: int) -> bool:
    """Whether a small number can follow: after hundreds any, after tens a unit, and soixante-dix."""
    if before == 0:
        return True
    return before >= 20 and before % 10 == 0 and (small < 10 or (before in (60, 80) and small < 20))
