"""Inflection: the words a word of a text may stand for, without its plural ending or its particles."""

from __future__ import annotations

from backstory.language.names import fold
from backstory.linking.scripts import base, script

PARTICLE = 1
"""One-letter words written onto the next: Arabic و ف ب ك ل, Hebrew ו ב כ ל מ ש."""

ARTICLE = 2
"""The article written onto a word that is listed without it: Arabic ال, Hebrew ה."""

PLURAL = 4
"""A regular plural ending."""

Reading = tuple[str, int]
_LEAST = 3
_ZWNJ = "\u200c"
_PERSIAN = frozenset({"ها", "های", "هایی", "ی", "ای"})
# Languages in Arabic letters whose words take no Arabic particles.
_WITHOUT_PARTICLES = frozenset({"fa", "ur", "ps", "ckb", "ku", "sd", "ug"})


def readings(word: str, lang: str) -> tuple[Reading, ...]:
    """The folded words that `word` may stand for in a text in `lang`, each with what was stepped over.

    The first is the word itself. English and French plurals are undone (-s, -es, -ies; -x, -aux), Arabic and Hebrew
    particles and articles, Persian ها; what is left of a word has three letters or more.
    """
    whole = fold(word)
    if not whole:
        return ()
    found: dict[str, int] = {whole: 0}
    for form, bent in _bent(word, whole, base(lang)):
        if form and form not in found:
            found[form] = bent
    return tuple(found.items())


def _bent(word: str, whole: str, lang: str) -> list[Reading]:
    letters = script(whole)
    if letters == "Latn":
        return [(form, PLURAL) for form in _singulars(whole, lang)]
    if letters == "Hebr":
        return _hebrew(whole)
    if letters != "Arab":
        return []
    return _persian(word, whole) if lang in _WITHOUT_PARTICLES else _arabic(whole)


def _singulars(whole: str, lang: str) -> list[str]:
    """Only the text's word is shortened, so no plural is ever made up: `mines` for `mine`, never `hama` for `hamas`."""
    if lang not in ("en", "fr") or len(whole) < _LEAST:
        return []
    if lang == "fr" and whole[-1] == "x":
        return [whole[:-1], *([whole[:-3] + "al"] if whole.endswith("aux") else [])]
    if whole[-1] != "s" or whole.endswith("ss"):
        return []
    found = [whole[:-1]]
    if lang == "en" and whole.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        found.append(whole[:-2])
    if lang == "en" and whole.endswith("ies") and len(whole) > 4:
        found.append(whole[:-3] + "y")
    return found


def _arabic(whole: str) -> list[Reading]:
    found: list[Reading] = []
    for stem in _after(whole, "وف"):
        for rest, particle in _after_one(stem, "بكل"):
            if len(rest) < _LEAST - (particle == "ل" and rest[:1] == "ل"):
                continue
            stepped = 0 if rest == whole else PARTICLE
            if stepped:
                found.append((rest, stepped))
            if rest.startswith("ال") and len(rest) > _LEAST + 1:
                found.append((rest[2:], stepped | ARTICLE))
            if particle == "ل" and rest.startswith("ل") and len(rest) > _LEAST:
                found.append(("ا" + rest, PARTICLE))
                found.append((rest[1:], PARTICLE | ARTICLE))
    return found


def _hebrew(whole: str) -> list[Reading]:
    found: list[Reading] = []
    for stem in _after(whole, "ו"):
        for clause in _after(stem, "ש"):
            for rest, _ in _after_one(clause, "בכלמ"):
                if len(rest) < _LEAST:
                    continue
                if rest != whole:
                    found.append((rest, PARTICLE))
                if rest[0] == "ה" and len(rest) > _LEAST:
                    found.append((rest[1:], ARTICLE | (0 if rest == whole else PARTICLE)))
    return found


def _after(word: str, letters: str) -> list[str]:
    """The word, and the word without a first letter that is one of `letters`."""
    return [word, word[1:]] if word[:1] and word[0] in letters else [word]


def _after_one(word: str, letters: str) -> list[tuple[str, str]]:
    """As `_after`, each with the letter that was stepped over."""
    return [(word, ""), (word[1:], word[0])] if word[:1] and word[0] in letters else [(word, "")]


def _persian(word: str, whole: str) -> list[Reading]:
    head, joiner, tail = word.rpartition(_ZWNJ)
    if joiner and tail in _PERSIAN:
        return [(fold(head), PLURAL)]
    for ending in ("هاي", "ها"):
        if whole.endswith(ending) and len(whole) - len(ending) >= _LEAST:
            return [(whole.removesuffix(ending), PLURAL)]
    return []
