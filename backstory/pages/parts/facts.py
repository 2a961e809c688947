"""Facts in brief, a label and a value each, as the side column of a page lists them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backstory.language import wording
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import PageText, foreign
from backstory.pages.parts.citations import Citation
from backstory.schema.nested_fields import Alias
from backstory.schema.types import When
from backstory.values.localized_text import Words
from backstory.values.record import Record


class Fact(Record, frozen=True):
    """A fact: its label, its values, and its citations. A value that is no link is an EntityLink without `href`."""

    label: str
    said: tuple[EntityLink, ...]
    notes: tuple[Citation, ...] = ()


def fact(
    page: PageBuilder, phrase: str, *said: EntityLink | PageText | str, notes: tuple[Citation, ...] = ()
) -> Iterator[Fact]:
    """The fact with these values, under a phrase; nothing where all values are empty."""
    shown = tuple(_ref(each) for each in said if each)
    if shown:
        yield Fact(wording.phrase(phrase, page.lang), shown, notes)


def when(date: When | None, lang: str) -> str:
    """A date in words, "" for none."""
    return wording.date(date.value, lang) if date else ""


def names(page: PageBuilder, own: Words, aliases: Iterable[Alias]) -> Iterator[PageText]:
    """The other names of an entity in every language, each with what kind of name it is and when it was used."""
    shown = own.pick(page.lang)[0]
    for lang, name in own.texts:
        if name != shown:
            yield foreign(name, lang, page.lang)
    for alias in aliases:
        for lang, name in alias.text.texts:
            text = foreign(name, lang, page.lang)
            said = _use(alias, page.lang)
            yield PageText(f"{text.text} ({said})", text.lang, text.dir) if said and not text.lang else text


def _use(alias: Alias, lang: str) -> str:
    words = [wording.phrase(f"alias-use.{alias.as_.value}", lang)] if alias.as_ else []
    if alias.from_ or alias.to:
        from_, to = alias.from_, alias.to
        words.append(wording.period(from_.value if from_ else None, to.value if to else None, (), None, lang))
    return wording.phrase("list.comma", lang).join(words)


def _ref(said: EntityLink | PageText | str) -> EntityLink:
    if isinstance(said, EntityLink):
        return said
    return EntityLink(said if isinstance(said, PageText) else PageText(said))
