"""Folding: gives spellings that a reader takes for the same word one common form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from unicodedata import category, combining, normalize


def _pairs(letters: str, written: Iterable[str]) -> dict[int, str]:
    return {ord(letter): text for letter, text in zip(letters, written, strict=True)}


# Letters that Unicode does not decompose, though readers and keyboards do.
_LETTERS: dict[int, str] = {
    **_pairs("łøđðħŧıŋəɛɔɖɓɗƙ", "loddhtineeodbdk"),
    **_pairs("æœþ", ("ae", "oe", "th")),
    **_pairs("ٱىیےېةەہھک", "اييييههههك"),
    **_pairs("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789"),
    **dict.fromkeys(map(ord, "’‘ʼʻʾʿ`´׳"), "'"),
    **dict.fromkeys(map(ord, "״“”"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—−־"), "-"),
    **dict.fromkeys(map(ord, "ءـ"), ""),
}


class _Folded(dict[int, str]):
    """Maps each character of a decomposed text to its folded form; an entry is computed when it is first needed."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = "" if _is_dressing(char) else char
        return self[code]


_FOLDED = _Folded(_LETTERS)


def fold(text: str) -> str:
    """`text` as search and comparison see it. Folding a folded text changes nothing.

    Compatibility forms, case, accents, vowel points, tatweel, joiners, direction marks, hamza go; the forms
    of alef, ya, ta marbuta, kaf, apostrophes, dashes and digits become one each; runs of space become one.
    Vowel signs that are letters of their script (Devanagari, Thai) and voicing marks (kana) stay.
    """
    if text.isascii():
        return " ".join(text.casefold().replace("`", "'").split())
    decomposed = normalize("NFKD", normalize("NFKD", text).casefold())
    return " ".join(normalize("NFKC", decomposed.translate(_FOLDED)).split())


def letters() -> Mapping[str, str]:
    """The folded form of letters that Unicode does not decompose, for the browser's script, which folds alike."""
    return {chr(code): written for code, written in _LETTERS.items()}


def _is_dressing(char: str) -> bool:
    """Whether `char` is a mark on a letter, or an invisible character such as a joiner."""
    position = combining(char)
    # Canonical combining classes: 1 overlays; 10-36 Hebrew, Arabic, Syriac points; 200-240 above, below.
    return position == 1 or 10 <= position <= 36 or 200 <= position <= 240 or category(char) == "Cf"
