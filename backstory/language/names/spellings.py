"""Spellings: whether two names in Latin letters may be transliterations of the same name.

The rules are for names from Arabic and from Cyrillic script, English and French fashion. Each difference has a price,
by how often it parts two spellings of one name and how seldom two names; what a name can afford grows with its
consonants. Rashid and Rashad, Kamal and Gamal are two, Haftar and Hifter one. A miss costs less than a false alarm.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from backstory.language.names.folding import fold
from backstory.language.names.search_key import is_latin, same_in_script, words

_NEVER = 9.0
# In this order. ĝ is gh, ĥ kh, š sh, ď a d that no h belongs to. First stands what a word must hold
# for the rule to apply: most words are done with few of the patterns.
_RULES = (
    ("f", r"^(?:gh?|q|k)[ae](?:d+h?|dh)d?h?aff?[iy]$", "qadafi"),
    ("y", r"^y(?:ou|oo|u)ss?[aeiou]f$", "yusuf"),
    ("h", r"^h[iu]ms$", "homs"),
    ("l", r"^[ae]l(?=[^laeiou\W].{5})", ""),
    ("abd", r"^abd[aeou]{1,2}(?:l(?=[^l].{3})|([rsnzdt])(?=\1))", "abď"),
    ("la", r"^allah$|(?<=.{2}[^aeiou])[aeou]llah$|(?<=[^aeiou]{2})[aeou]l(?:la|ah)$", "olla"),
    ("h", r"(?<=[aeiou])h$", ""),
    ("sk", r"(?<=.{2})sk(?:i[iyj]|y[yij]?)$", "ski"),
    ("ou", r"^ou(?=[aei])", "w"),
    ("h", r"tch|sch|sh|ch", "š"),
    ("kh", r"kh", "ĥ"),
    ("gh", r"gh", "ĝ"),
    ("dj", r"dj", "j"),
    ("g", r"gu?(?=[eiy])", "j"),
    ("v", r"(?<=.)(?:iy?e|y?i|[eo])v$", "ev"),
    ("ph", r"ph", "f"),
    ("dh", r"dh", "d"),
    ("ď", r"ď", "d"),
    ("th", r"th", "t"),
    ("ck", r"ck", "kk"),
    ("c", r"c(?![eiy])", "k"),
    ("c", r"c", "s"),
    ("x", r"x", "ks"),
    ("e", r"(?<=.{3}[^aeiouy])e$", ""),
    ("", r"iy+(?=[aou])|(?<=[^aeiou])y(?=[aou])|i(?=[aou])|e(?=a$)", "iy"),
    ("i", r"(?<=[aou])i(?=[aeou])", "y"),
)
_VOWEL = re.compile(r"[aeiou]|y(?![aeiou])|(?<=[aeo])w(?![aeiou])")
_SOUND = re.compile(rf"((?:{_VOWEL.pattern})*)(.?)")
_DOUBLED = re.compile(r"(\D)(?=\1)")
_LENGTHS = (
    *(("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"), ("yi", "i"), ("ii", "i"), ("iy", "i"), ("aa", "a")),
    *(("ei", "Y"), ("ey", "Y"), ("ai", "Y"), ("ay", "Y"), ("ae", "Y"), ("y", "i")),
    *(("au", "W"), ("aw", "W"), ("ao", "W"), ("ow", "W"), ("ew", "W"), ("w", "u")),
)
_KINDS = {"a": "a", **dict.fromkeys("eiyY", "i"), **dict.fromkeys("ouwW", "o")}
_FRAME = str.maketrans("ĝqgĥhz", "kkkkks", "aeiou")
_CONSONANTS = {
    **dict.fromkeys(("gĝ", "kq"), 0.25),
    **dict.fromkeys(("gq", "qĝ"), 0.5),
    "gh": 1.0,
    **dict.fromkeys(("gk", "hĥ", "sz"), 1.25),
}


class Setting(Enum):
    """The syllable that a vowel stands in."""

    FIRST = "first sound"
    OPEN = "open"
    CLOSED = "closed, and another follows"
    BEFORE_LIQUID = "closed by what may begin the next"
    LAST = "closed at the end"
    LAST_AFTER_CLOSED = "closed at the end, after another"


_VOWELS: Mapping[str, Mapping[Setting, float]] = {
    "ei": {**dict.fromkeys(Setting, 0.25), Setting.OPEN: 0.5},
    "ou": {**dict.fromkeys(Setting, 0.25), Setting.OPEN: 0.5},
    "ae": {
        **dict.fromkeys(Setting, 1.25),
        **dict.fromkeys((Setting.CLOSED, Setting.BEFORE_LIQUID, Setting.LAST_AFTER_CLOSED), 0.5),
    },
    "ai": {Setting.CLOSED: 0.75},
    **dict.fromkeys(("Yi", "Ye", "Wo", "Wu"), dict.fromkeys(Setting, 0.5)),
    **dict.fromkeys(("Ya", "Wa"), dict.fromkeys(Setting, 1.25)),
}
_AFFORDED = (0.0, 0.25, 0.25, 1.0, 1.5, 2.0)


class Sound(NamedTuple):
    """A consonant, "" at a word's end, with the vowels before it; whether it closes the syllable they stand in."""

    vowels: str
    consonant: str
    closes: bool


class Spelling(NamedTuple):
    """A name word by word, each as the rules leave it. Only names of equal `frame` can be one."""

    frame: str
    words: tuple[str, ...]


def one_name(one: Spelling, other: Spelling) -> bool:
    """Whether two spellings may be of one name."""
    if one.frame != other.frame:
        return False
    if len(one.words) != len(other.words):
        return _alike(_sounds("".join(one.words)), _sounds("".join(other.words)))
    return all(_alike(_sounds(mine), _sounds(yours)) for mine, yours in zip(one.words, other.words, strict=True))


@lru_cache(maxsize=1 << 16)
def spelling(text: str) -> Spelling:
    """How a name is spelt. An abbreviation, a name of up to three letters and one in another script is spelt one way.

    Ten thousand names are to be compared within a second: so this is what their frames need, and no more.
    """
    folded = fold(text)
    if not is_latin(folded):
        return Spelling(same_in_script(folded), ())
    parts = words(folded)
    if (text.isupper() and len(folded) <= 5) or (len(parts) == 1 and len(parts[0]) <= 3):
        return Spelling(" ".join(parts), ())
    heard = [_plain(part) for part in parts]
    plain = tuple([word for word, _ in heard])
    return Spelling(_frame(plain, "".join([consonants for _, consonants in heard])), plain)


def _frame(plain: Sequence[str], consonants: str) -> str:
    """The consonants as far as any two spellings share them, between the kinds of the first and the last vowel."""
    if not plain:
        return ""
    first, last = plain[0][0], plain[-1][-1]
    start = _kind(_sounds(plain[0])[0].vowels) if first in "aeiouy" else ""
    return f"{start}.{consonants}.{_kind(last)}"


def _kind(vowels: str) -> str:
    """Whether the first of these is an a, or of the kind of i or of o; no vowel is of no kind."""
    return _KINDS.get(vowels[:1], "")


@lru_cache(maxsize=1 << 16)
def _plain(word: str) -> tuple[str, str]:
    """A word as the rules leave it, and its consonants as far as any two spellings share them."""
    for held, pattern, written in _rules():
        if held in word:
            word = pattern.sub(written, word)
    single = _DOUBLED.sub("", word)
    return word, (_VOWEL.sub("", single) if "y" in single or "w" in single else single).translate(_FRAME)


@lru_cache(maxsize=1 << 14)
def _sounds(plain: str) -> tuple[Sound, ...]:
    found = [match.groups() for match in _SOUND.finditer(plain) if match[0]]
    sounds: list[Sound] = []
    for at, (vowels, consonant) in enumerate(found):
        if sounds and not vowels and consonant == sounds[-1].consonant and not consonant.isdigit():
            sounds[-1] = sounds[-1]._replace(closes=True)
            continue
        after = found[at + 1] if at + 1 < len(found) else ("", "")
        sounds.append(Sound(_shortened(vowels), consonant, not after[0]))
    return tuple(sounds)


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    return tuple((held, re.compile(pattern), written) for held, pattern, written in _RULES)


@lru_cache(maxsize=1 << 10)
def _shortened(vowels: str) -> str:
    """The vowels with one letter a sound, long or short alike: Y stands for ai, W for au."""
    for long, short in _LENGTHS:
        vowels = vowels.replace(long, short)
    return re.sub(r"(.)\1+", r"\1", vowels)


def _alike(one: Sequence[Sound], other: Sequence[Sound]) -> bool:
    """Whether the price of all differences between two words is within what their length allows."""
    if len(one) != len(other) or _kind(one[0].vowels) != _kind(other[0].vowels):
        return False
    consonants = sum(bool(each.consonant) for each in one)
    left = _AFFORDED[min(consonants, len(_AFFORDED) - 1)]
    for at, (mine, yours) in enumerate(zip(one, other, strict=True)):
        if mine != yours:
            left -= _price_of_consonants(mine.consonant, yours.consonant)
            left -= _price_of_vowels(one, other, at) if mine.vowels != yours.vowels else 0
            if left < 0:
                return False
    return True


def _price_of_consonants(one: str, other: str) -> float:
    return 0 if one == other else _CONSONANTS.get("".join(sorted((one, other))), _NEVER)


def _price_of_vowels(one: Sequence[Sound], other: Sequence[Sound], at: int) -> float:
    mine, yours = one[at].vowels, other[at].vowels
    if not mine or not yours:
        # Misrata and Misurata: but a is written wherever it is said.
        return 1.25 if at and one[at].consonant and (mine or yours) in ("e", "i", "o", "u") else _NEVER
    if len(mine) != len(yours):
        return _NEVER
    setting = _setting(one, other, at)
    return sum(_price("".join(sorted(pair)), setting) for pair in zip(mine, yours, strict=True) if pair[0] != pair[1])


def _setting(one: Sequence[Sound], other: Sequence[Sound], at: int) -> Setting:
    """In which kind of syllable the vowel stands that differs."""
    if not at:
        return Setting.FIRST
    if not (one[at].closes and other[at].closes):
        return Setting.OPEN
    if at < len(one) - 1:
        return Setting.BEFORE_LIQUID if one[at + 1].consonant in ("r", "l") else Setting.CLOSED
    before = one[at - 1]
    clustered = not before.vowels and any(each.vowels for each in one[: at - 1])
    return Setting.LAST_AFTER_CLOSED if before.closes or clustered else Setting.LAST


def _price(pair: str, setting: Setting) -> float:
    """What it costs that two vowels differ.

    In the last syllable of an Arabic name a and i make two names of one (Rashad, Rashid), unless the syllable before
    is closed (Haftar, Hafter); within a name a closed syllable has a short vowel, which everybody hears otherwise.
    """
    return _VOWELS.get(pair, {}).get(setting, _NEVER)
