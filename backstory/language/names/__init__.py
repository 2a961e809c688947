"""Names in every script: their words, folded forms, variants, order, and what a misspelt one meant."""

from backstory.language.names.alphabet import initial, sort_key
from backstory.language.names.folding import fold, letters
from backstory.language.names.nearest import MOST_GUESSES, Guesses, did_you_mean, slips
from backstory.language.names.search_key import consonants, rules, transliteration_key
from backstory.language.names.spellings import one_name, spelling
from backstory.language.names.tokens import Token, tokens

__all__ = [
    "MOST_GUESSES",
    "Guesses",
    "Token",
    "consonants",
    "did_you_mean",
    "fold",
    "initial",
    "letters",
    "one_name",
    "rules",
    "slips",
    "sort_key",
    "spelling",
    "tokens",
    "transliteration_key",
]
