"""Names in every script: their words, folded forms, variants, order, and what a misspelt one meant."""

from backstory.model.names.folding import fold, letters
from backstory.model.names.nearest import did_you_mean
from backstory.model.names.order import initial, sort_key
from backstory.model.names.spellings import one_name, spelling
from backstory.model.names.variants import consonants, rules, transliteration_key
from backstory.model.names.words import Token, tokens

__all__ = [
    "Token",
    "consonants",
    "did_you_mean",
    "fold",
    "initial",
    "letters",
    "one_name",
    "rules",
    "sort_key",
    "spelling",
    "tokens",
    "transliteration_key",
]
