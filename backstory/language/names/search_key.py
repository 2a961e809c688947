"""Variants of a name in transliteration: Gaddafi, Qadhafi and Kadafi are one man.

The rules are for Arabic names in Latin letters, English and French fashion. They are for warnings and
search, never for identity: two keys that are equal say that two names may be one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from backstory.language.names.folding import fold

_LATIN = re.compile(r"[a-z]")
_WORD = re.compile(r"[a-z0-9]+")
_LONGEST_ARTICLE = 3
_ARTICLES = frozenset({"al", "el", "ul"})
_ASSIMILATED = re.compile(r"[aeu](dh|sh|th|[dnrstz])")
_NAME_OF_SERVANT = re.compile(r"abd[aeou]{1,2}[lrsnzdt]")
_ARABIC_ARTICLE = re.compile(r"\b(?:وال|ال)(?=\w{2})")

# In this order; V is a vowel, X the kh of Khalifa, S the sh of Bashagha. First stands what a word must hold for the
# rule to apply, as far as that is one text: the patterns are most of what comparing ten thousand names costs.
_RULES = (
    ("l", r"^[ae]l(?=[^laeiou\W].{5})", ""),  # Almesmari; not Alexander, Albania
    ("abd", r"^abd[aeou]{1,2}(?:l(?=[^l].{3})|([rsnzdt])(?=\1))", "abD"),  # Abdelrahman, Abdurrahman; not Abdullah
    ("h", r"(?<=[aeiou])h$", ""),
    ("e", r"(?<=.{3}[^aeiouy])e$", ""),  # Chahine
    ("ou", r"^ou(?=[aei])", "w"),
    ("h", r"tch|sch|sh|ch", "S"),
    ("kh", r"kh", "X"),
    ("gh", r"gh", "k"),
    ("gu", r"gu(?=[ei])", "G"),  # Guinea, not Kenya
    ("dj", r"dj", "j"),
    ("g", r"g(?=[eiy])", "j"),
    ("ph", r"ph", "f"),
    ("dh", r"dh", "d"),
    ("D", r"D", "d"),  # no dh in Abdulhamid
    ("th", r"th", "t"),
    ("ck", r"ck", "k"),
    ("g", r"g", "k"),
    ("q", r"q", "k"),
    ("c", r"c(?![eiy])", "k"),
    ("c", r"c", "s"),
    ("x", r"x", "ks"),
    ("", r"iy+(?=[aou])|(?<=[^aeiou])y(?=[aou])|i(?=[aou])|e(?=a$)|(?<=[aou])i(?=[aeou])", "Vy"),
    ("y", r"y(?![aeiouV])|(?<=[^aeiou])y$", "V"),
    ("", r"([aeiouV]|(?<=[aeo])w(?![aeiou]))+", "V"),
    ("", r"(\D)(?=\1)", ""),
)

_ARABIC = str.maketrans("بپتثجچحخدذرزژسشصضطظغفڤقكگلمنه", "bbttjShXddrzjsSsdtzkffkkklmnh")
_AS_ARABIC_WRITES = str.maketrans("pvG", "bfk")


def transliteration_key(text: str) -> str:
    """One key for a name's spellings in Latin letters; in other scripts the folded name, less its article.

    Consonants of one origin fall together, vowels count by place, not kind: Haftar, Hifter; Hezbollah,
    Hizbullah. Abbreviations and names of up to three letters keep their spelling: too little to compare.
    """
    folded = fold(text)
    if not is_latin(folded):
        return same_in_script(folded)
    if text.isupper() and len(folded) <= 5:
        return folded
    parts = words(folded)
    if len(parts) == 1 and len(parts[0]) <= 3:
        return parts[0]
    return "".join(_word_key(word) for word in parts)


def is_latin(folded: str) -> bool:
    """Whether a folded name has Latin letters."""
    return _LATIN.search(folded) is not None


def same_in_script(folded: str) -> str:
    """The key of a folded name in another script: without its article and its spaces."""
    return _ARABIC_ARTICLE.sub("", folded).replace(" ", "")


def words(folded: str) -> list[str]:
    """The words of a folded name in Latin letters, without articles: al, el, ul, and as, ash, ar before the sound
    they took on; Abdel, Abdul as Abd."""
    parts = _WORD.findall(folded.replace("'", ""))
    if "abd" not in folded and min(map(len, parts), default=0) > _LONGEST_ARTICLE:
        return parts
    return _without_articles(parts)


def rules() -> tuple[tuple[str, str], ...]:
    """The replacements that make a key of a folded word: pairs of pattern and replacement, applied in this order.

    Patterns and replacements mean the same to the regular expressions of ECMAScript 2018.
    """
    return tuple((pattern, written) for _, pattern, written in _RULES)


def consonants(text: str) -> str:
    """The consonants of a name in Latin or Arabic script: one key for حفتر and Haftar.

    Weaker than `transliteration_key`, as Arabic writes few vowels: it finds candidates, not matches. Empty
    for other scripts.
    """
    folded = fold(text)
    if is_latin(folded):
        return re.sub("[Vyw]", "", transliteration_key(text)).translate(_AS_ARABIC_WRITES)
    bare = re.sub(r"ه\b", "", _ARABIC_ARTICLE.sub("", folded)).translate(_ARABIC)
    return re.sub(r"(.)\1+", r"\1", re.sub("[^a-zSX]", "", bare))


def _without_articles(parts: list[str]) -> list[str]:
    following = [*parts[1:], ""]
    return [
        "abd" if word.startswith("abd") and _NAME_OF_SERVANT.fullmatch(word) else word
        for word, after in zip(parts, following, strict=True)
        if not after or len(word) > _LONGEST_ARTICLE or not (word in _ARTICLES or _takes_on(word, after))
    ]


def _takes_on(word: str, after: str) -> bool:
    sound = _ASSIMILATED.fullmatch(word)
    return bool(sound and after.startswith(sound[1]))


@lru_cache(maxsize=1 << 16)
def _word_key(word: str) -> str:
    for held, pattern, written in _rules():
        if held in word:
            word = pattern.sub(written, word)
    return word


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    return tuple((held, re.compile(pattern), written) for held, pattern, written in _RULES)
