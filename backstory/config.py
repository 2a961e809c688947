"""site.yaml: the settings of a site, validated as content is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from backstory.diagnostics import Diagnostic, Span, ordered, report
from backstory.language.wording.phrasebook import spoken
from backstory.schema import salvage, validate
from backstory.schema.kind_fields import SiteFields
from backstory.values.located import Fields, Items, Located, Text
from backstory.yamltext import load as load_yaml
from backstory.yamltext import without_empty

_TITLE = "Untitled"


@lru_cache(maxsize=8)
def load(text: str | None, path: str = "site.yaml") -> tuple[SiteFields, tuple[Diagnostic, ...]]:
    """The settings, and what is wrong with them. What is missing or wrong has its default, so that building goes on.

    `text` is None where there is no such file. A build asks twice, for the languages and for all, and pays once.
    """
    if text is None:
        hint = "make a new site with `python3 build.py init DIR`, or write one line here: `title: My site`"
        message = "there is no site.yaml in this folder"
        return _defaults(path), (report("E001", message, Span(path), hint=hint),)
    loaded = load_yaml(text, path)
    found = loaded.diagnostics
    if not isinstance(loaded.value, Fields):
        return _defaults(path), ordered((*found, *_shapeless(loaded.value, path, found)))
    fields, notes = without_empty(loaded.value)
    found += () if loaded.broken else notes
    head = Span(path)
    site, more = validate(SiteFields, fields, lang=_language(fields), head=head)
    # What is missing from settings that could not be read whole may stand there all the same.
    shown = (each for each in more if not (loaded.broken and each.span == head))
    settings = site or _salvaged(fields)
    return settings, ordered((*found, *shown, *_without_interface(settings, fields)))


def _without_interface(site: SiteFields, fields: Fields) -> Iterator[Diagnostic]:
    """A note for each language in which the site has no words of its own, such as those of menus."""
    named = fields.get("languages")
    for each in named if isinstance(named, Items) else (named,):
        if isinstance(each, Text) and each in site.languages and spoken(each) != each.partition("-")[0]:
            hint = "your own texts are as you write them; docs/languages.md says how the theme gets another language"
            message = f"menus and headings of pages in `{each}` are English, and marked as English"
            yield report("N005", message, each.span, hint=hint)


def _shapeless(value: Located | None, path: str, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    if found:
        return ()
    if value is None:
        hint = "write at least `title: My site`"
        return (report("E009", "this file says nothing", Span(path), hint=hint),)
    hint = "write settings, each with a colon, a space and its value: `title: My site`"
    return (report("E118", "this file is not settings with their values", value.span, hint=hint),)


def _language(fields: Fields) -> str:
    """The default language, before the settings are known to be right."""
    languages = fields.get("languages")
    first = languages[0] if isinstance(languages, Items) and languages else languages
    return str(first) if isinstance(first, Text) and first else "en"


def _defaults(path: str) -> SiteFields:
    return _salvaged(Fields({}, Span(path), {}))


def _salvaged(fields: Fields) -> SiteFields:
    """The settings that are right, and the defaults of the rest."""
    return salvage(SiteFields, fields, lang=_language(fields), name=_TITLE).record
