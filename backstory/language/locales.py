"""Babel's doorway: what CLDR knows of a language. Babel is loaded at the first question, not before.

Figures are Western (0 to 9) in every language. For Arabic that is the custom from Libya to Morocco, and the
sources that a reader compares with print them so; month names are CLDR's plain `ar` (يناير, مايو), as Libya
and Egypt say.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from backstory.language.names import fold, tokens
from backstory.language.word_lists import words

if TYPE_CHECKING:
    from babel import Locale

# CLDR's plain `en` is American; day before month is what the rest of the world reads.
_WITHOUT_REGION = {"en": "en_GB"}
# Arabic has a set of month names in the Levant, in Algeria with Tunisia, and in Morocco each, beside that of Egypt.
_REGIONS = {
    "en": ("en_GB", "en_US"),
    "ar": ("ar", "ar_SY", "ar_DZ", "ar_MA", "ar_MR"),
    "de": ("de", "de_AT"),
    "es": ("es", "es_PE"),
}
_MONTH_LOCALES = (*_REGIONS["en"], "fr", *_REGIONS["ar"])
# ISO 639-1 whole: most codes are told without loading babel.
_TWO_LETTERS = words("""
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es
    et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki
    kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no
    nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta
    te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
""")
_NO_LANGUAGE = frozenset(("und", "mul", "mis", "zxx"))
# Whose words for languages are known: English, German, العربية, français.
_NAMING = ("en", "ar", "de", "es", "fa", "fr", "he", "it", "nl", "pl", "pt", "ru", "tr", "uk", "zh")
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<rest>(?:-[a-z0-9]{5,8}|-[0-9][a-z0-9]{3})*)(?:-x(?:-[a-z0-9]{1,8})+)?\Z",
    re.IGNORECASE,
)
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


class Calendar(NamedTuple):
    """The names of months and weekdays in a language, folded, `whole` and shortened without a point.

    `dotted` says that a point stands after the number of a day: 4. Mai; `capitals` that they begin with a capital.
    """

    whole: frozenset[str]
    short: frozenset[str]
    dotted: bool
    capitals: bool


@lru_cache(maxsize=64)
def calendar(lang: str) -> Calendar:
    """The months and weekdays of `lang`, in all forms CLDR has: мая and май."""
    locales = [_locale(tag) for tag in _REGIONS.get(lang.partition("-")[0], (lang,))]
    whole: set[str] = set()
    short: set[str] = set()
    for each in locales:
        for names in (each.months["format"], each.days["format"]):
            whole.update(map(_bare, names["wide"].values()))
            short.update(map(_bare, names["abbreviated"].values()))
    # Beside a year alone, Slavic languages write another form. Babel's own table of these forms mixes languages up.
    alone = Counter(_bare(each.text) for number in range(1, 13) for each in tokens(_of_2000(number, lang)))
    whole |= {word for word, times in alone.items() if times < 12 and not word.isdigit()}
    dotted = any(re.search(r"\bd\.", str(each.date_formats["long"])) for each in locales)
    capitals = all(name[0].isupper() for each in locales for name in each.months["format"]["wide"].values())
    return Calendar(frozenset(whole), frozenset(short - whole), dotted, capitals)


def _of_2000(number: int, lang: str) -> str:
    return month(datetime.date(2000, number, 1), lang)


def _bare(name: str) -> str:
    return fold(name).strip(".'॰")


class Money(NamedTuple):
    """What a language calls sums, folded: codes (ISO 4217, in capitals), names of currencies of several words, the
    word for the unit alone (dollars), and words of scale (million). `dollars` are the letters before a dollar sign."""

    codes: frozenset[str]
    phrases: frozenset[tuple[str, ...]]
    units: frozenset[str]
    scales: frozenset[str]
    dollars: frozenset[str]


@lru_cache(maxsize=64)
def money(lang: str) -> Money:
    """The words of sums in `lang`: CLDR's."""
    from babel.numbers import get_currency_name

    locale = _locale(lang)
    codes = list(map(str, locale.currencies))
    names = {get_currency_name(code, count=count, locale=locale) for code in codes for count in (1, 2, 5)}
    phrases = {tuple(fold(name).split()) for name in names if "(" not in name}
    pairs = [phrase for phrase in phrases if len(phrase) == 2]
    # The unit stands first or last by the language: dollars are many countries' money, and few countries have many.
    units = max((Counter(pair[at] for pair in pairs) for at in (0, 1)), key=lambda each: max(each.values(), default=0))
    english = _locale("en").currencies
    return Money(
        frozenset(english),
        frozenset(phrase for phrase in phrases if len(phrase) > 1),
        frozenset({*units, *(phrase[0] for phrase in phrases if len(phrase) == 1)}),
        frozenset(_scales(locale)),
        frozenset(code[:2] for code, name in english.items() if re.search("dollar|peso", name, re.IGNORECASE)),
    )


def _scales(locale: Locale) -> Iterator[str]:
    for style in locale.compact_decimal_formats:
        for forms in locale.compact_decimal_formats[style].values():
            for form in forms.values():
                yield from (_bare(each.text) for each in tokens(form.pattern.replace("'", "")) if each.text[0] != "0")


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


def is_language(tag: str) -> bool:
    """Whether a tag of BCP 47 names a language, with a script and a region that there are: en, pt-BR, sr-Latn, zgh.

    A code of three letters for which there is one of two is none: `ger` is written `de` (RFC 5646, 2.2.1).
    """
    if tag in _TWO_LETTERS:
        return True
    found = _TAG.match(tag)
    if not found or not _is_code(found["language"]):
        return False
    english = _locale("en")
    script, region = (found["script"] or "").title(), (found["region"] or "").upper()
    return (not script or script in english.scripts) and (not region or region in english.territories)


def _is_code(code: str) -> bool:
    from babel.core import get_global

    if len(code) == 2 or code in _NO_LANGUAGE:
        return code in _TWO_LETTERS
    other = get_global("language_aliases").get(code, "")
    known = code in _locale("en").languages or code in get_global("likely_subtags") or "_" in other
    return known and len(other) != 2


def language_meant(text: str) -> str:
    """The tag of the language that a text most likely means; "" where that is not clear.

    It may be a tag in another form (EN, en_US, ger, en-UK) or a name (German, Deutsch, العربية).
    """
    first = re.split(r"\s*[(;,.]", text.strip())[0]
    tag = _in_form(first.replace("_", "-"))
    return tag if tag and is_language(tag) else _language_names().get(fold(first), "")


def _in_form(tag: str) -> str:
    """A tag with its parts in their usual case, and the codes that stand for those that went out of use."""
    from babel.core import get_global

    found = _TAG.match(tag)
    if not found:
        return ""
    code, region = found["language"].lower(), (found["region"] or "").upper()
    code = get_global("language_aliases").get(code, code) if not _is_code(code) else code
    regions = get_global("territory_aliases").get(region, (region,))
    parts = (code, (found["script"] or "").title(), regions[0] if len(regions) == 1 else region)
    return "-".join(part for part in parts if part).replace("_", "-") + found["rest"].lower()


@lru_cache(maxsize=1)
def _language_names() -> Mapping[str, str]:
    """The tag of every language by its name, folded; a name that two have in two languages is left out."""
    from babel import Locale

    names: dict[str, set[str]] = {}
    for naming in _NAMING:
        for code, name in Locale.parse(naming).languages.items():
            if "_" not in code:
                names.setdefault(fold(name), set()).add(_in_form(code))
    return {name: next(iter(codes)) for name, codes in names.items() if len(codes) == 1}
