"""What the site says in words of its own: dates, counts, lists and labels, by language."""

from backstory.language.locales import conjunction, country_name, disjunction, language_name, number
from backstory.language.wording.date_phrases import date, date_machine, period
from backstory.language.wording.phrasebook import languages, phrase, plural

__all__ = [
    "conjunction",
    "country_name",
    "date",
    "date_machine",
    "disjunction",
    "language_name",
    "languages",
    "minutes",
    "number",
    "period",
    "phrase",
    "plural",
]


def minutes(count: int, lang: str) -> str:
    """How long a text takes to read, in words."""
    return plural("count.minutes-to-read", count, lang)
