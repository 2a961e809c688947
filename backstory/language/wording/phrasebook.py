"""The site's own phrases, one JSON file a language beside this module, English where a language has none.

A phrase is text with `{names}` to fill in, or a mapping from CLDR's plural categories to such texts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from backstory.language import locales

FALLBACK = "en"
Phrase = str | dict[str, str]


def phrase(key: str, lang: str, /, **values: object) -> str:
    """The phrase `key` in `lang` with `values` filled in; KeyError for a key or a value that is not there."""
    return _text(key, lang).format_map(values) if values else _plain(key, lang)


@lru_cache(maxsize=4096)
def _plain(key: str, lang: str) -> str:
    """A phrase without values. Kept in memory, because templates ask for the same few phrases in every row."""
    return _text(key, lang).format_map({})


def _text(key: str, lang: str) -> str:
    text = _book(spoken(lang))[key]
    if not isinstance(text, str):
        raise KeyError(f"{key} has plural forms: ask `plural`")
    return text


def plural(key: str, count: int, lang: str, /, **values: object) -> str:
    """The form of `key` that goes with `count`, which it shows in the figures of `lang`."""
    told = spoken(lang)
    forms = _book(told)[key]
    if isinstance(forms, str):
        raise KeyError(f"{key} has no plural forms: ask `phrase`")
    form = forms.get(locales.plural_form(count, told), forms["other"])
    return form.format_map({"count": locales.number(count, told), **values})


def languages() -> tuple[str, ...]:
    """The languages that have phrases, in order of their codes."""
    names = (entry.name for entry in _shelf().iterdir())
    return tuple(sorted(name.removesuffix(".json") for name in names if name.endswith(".json")))


@lru_cache(maxsize=64)
def spoken(lang: str) -> str:
    """The language that phrases for `lang` are in: its own, its plain language's, or English."""
    told = languages()
    return next((tag for tag in (lang, lang.partition("-")[0]) if tag in told), FALLBACK)


@lru_cache(maxsize=16)
def _book(lang: str) -> Mapping[str, Phrase]:
    english: dict[str, Phrase] = _read(FALLBACK)
    return english if lang == FALLBACK else {**english, **_read(lang)}


def _read(lang: str) -> dict[str, Phrase]:
    book: dict[str, Phrase] = json.loads(_shelf().joinpath(f"{lang}.json").read_text(encoding="utf-8"))
    return book


def _shelf() -> Traversable:
    return files(__package__).joinpath("phrases")
