"""Babel's doorway: what CLDR knows of a language. Babel is loaded at the first question, not before.

Figures are Western (0 to 9) in every language. For Arabic that is the custom from Libya to Morocco, and the
sources that a reader compares with print them so; month names are CLDR's plain `ar` (يناير, مايو), as Libya
and Egypt say.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from backstory.language.names import fold

if TYPE_CHECKING:
    from babel import Locale

# CLDR's plain `en` is American; day before month is what the rest of the world reads.
_WITHOUT_REGION = {"en": "en_GB"}
# Arabic has a set of month names in the Levant, in Algeria with Tunisia, and in Morocco each, beside that of Egypt.
_MONTH_LOCALES = ("en_GB", "en_US", "fr", "ar", "ar_SY", "ar_DZ", "ar_MA", "ar_MR")
_DAY_FIRST = re.compile(r"d(?P<point>\.?) (?P<rest>.*)")


@lru_cache(maxsize=64)
def _locale(lang: str) -> Locale:
    """CLDR's data for `lang`, or for its plain language, or English where it has neither."""
    from babel import Locale, UnknownLocaleError

    for tag in (_WITHOUT_REGION.get(lang, lang), lang.partition("-")[0]):
        try:
            return Locale.parse(tag.replace("-", "_"))
        except (UnknownLocaleError, ValueError, TypeError):
            continue
    return Locale.parse("en_GB")


@lru_cache(maxsize=4096)
def country_name(number: str, lang: str) -> str:
    """What CLDR calls the country of an ISO 3166-1 number, "" where it knows none."""
    from babel.core import get_global

    codes = get_global("territory_aliases").get(number, ())
    return _locale(lang).territories.get(codes[0], "") if len(codes) == 1 else ""


@lru_cache(maxsize=4096)
def day(date: datetime.date, lang: str) -> str:
    """A day with the month in words: 26 May 2020."""
    from babel.dates import format_date

    return format_date(date, "long", locale=_locale(lang))


@lru_cache(maxsize=4096)
def month(date: datetime.date, lang: str) -> str:
    """A month in words: May 2020."""
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", date, locale=_locale(lang))


@lru_cache(maxsize=4096)
def year(date: datetime.date, lang: str) -> str:
    """A year as a date shows it: 2020, in Japanese 2020年."""
    from babel.dates import format_skeleton

    return format_skeleton("y", date, locale=_locale(lang))


@lru_cache(maxsize=1)
def month_numbers() -> Mapping[str, int]:
    """The number, 1 to 12, of every month name in English, French and Arabic, whole and shortened.

    Names stand in small letters without the point of a shortened one, as written and folded: `février`, `fevrier`.
    """
    from babel import Locale

    numbers: dict[str, int] = {}
    for tag in _MONTH_LOCALES:
        months = Locale.parse(tag).months["format"]
        for number, name in (*months["wide"].items(), *months["abbreviated"].items()):
            numbers |= dict.fromkeys((name.casefold().rstrip("."), fold(name).rstrip(".")), number)
    return numbers


def days_of_month(dates: Sequence[datetime.date], lang: str) -> str | None:
    """Alternative days of one month: 25 or 26 March 2020; None where the language puts the day elsewhere."""
    from babel.dates import format_date

    locale = _locale(lang)
    pattern = _DAY_FIRST.fullmatch(str(locale.date_formats["long"]))
    if not pattern or len({(date.year, date.month) for date in dates}) > 1:
        return None
    days = disjunction([f"{date.day}{pattern['point']}" for date in dates], lang)
    return f"{days} {format_date(dates[0], pattern['rest'], locale=locale)}"


def conjunction(items: Sequence[str], lang: str) -> str:
    """The items as a list that means all of them: A, B and C."""
    return _listed(tuple(items), "standard", lang)


def disjunction(items: Sequence[str], lang: str) -> str:
    """The items as a list that means one of them: A, B or C."""
    return _listed(tuple(items), "or", lang)


@lru_cache(maxsize=4096)
def _listed(items: tuple[str, ...], style: Literal["standard", "or"], lang: str) -> str:
    from babel.lists import format_list

    return format_list(items, style, locale=_locale(lang)) if items else ""


@lru_cache(maxsize=4096)
def number(value: float, lang: str) -> str:
    """A number with its language's grouping, in Western figures: 1,234."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=_locale(lang), numbering_system="latn")


def language_name(code: str, in_lang: str) -> str:
    """The name of language `code` in `in_lang`: Arabic, العربية; the code itself where CLDR has no name."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code.replace("-", "_")).get_display_name(_locale(in_lang)) or code
    except (UnknownLocaleError, ValueError, TypeError):
        return str(_locale(in_lang).languages.get(code, code))


@lru_cache(maxsize=4096)
def plural_form(count: float, lang: str) -> str:
    """CLDR's plural category of `count`: zero, one, two, few, many, other."""
    return _locale(lang).plural_form(count)
