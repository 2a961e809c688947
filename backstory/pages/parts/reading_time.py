"""How long a text takes to read, by its language."""

from __future__ import annotations

# Words a minute read aloud with understanding: Trauzettel-Klosinski and Dietz, Standardized Assessment of Reading
# Performance: the New International Reading Speed Texts IReST, 2012, table 3.
_WORDS_A_MINUTE = {"ar": 138, "de": 179, "en": 228, "es": 218, "fi": 161, "fr": 195, "he": 187, "it": 188}
_WORDS_A_MINUTE |= {"nl": 202, "pl": 166, "pt": 181, "ru": 184, "sl": 180, "sv": 199, "tr": 166}
_OTHER = 184


def minutes(words: int, lang: str) -> int:
    """Whole minutes, at least one, to read so many words in `lang`."""
    return max(1, -(-words // _WORDS_A_MINUTE.get(lang.split("-", maxsplit=1)[0], _OTHER)))
