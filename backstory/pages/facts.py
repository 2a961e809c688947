"""Facts in brief: a label and what stands beside it, as the rail and the head of a page list them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from backstory.model import wording
from backstory.model.schema.parts import Alias
from backstory.model.schema.types import When
from backstory.model.words import Words
from backstory.pages.folio import Folio
from backstory.pages.notes import Note
from backstory.pages.refs import Ref
from backstory.pages.text import Text, foreign


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled fact. What is no link is a reference without one."""

    label: str
    said: tuple[Ref, ...]
    notes: tuple[Note, ...] = ()


def fact(folio: Folio, phrase: str, *said: Ref | Text | str, notes: tuple[Note, ...] = ()) -> Iterator[Fact]:
    """The fact, where there is anything to say."""
    shown = tuple(_ref(each) for each in said if each)
    if shown:
        yield Fact(wording.phrase(phrase, folio.lang), shown, notes)


def when(date: When | None, lang: str) -> str:
    """A date in words, "" for none."""
    return wording.date(date.value, lang) if date else ""


def names(folio: Folio, own: Words, aliases: Iterable[Alias]) -> Iterator[Text]:
    """An entity's other names in every language, each with what it is and when it was used."""
    shown = own.pick(folio.lang)[0]
    for lang, name in own.texts:
        if name != shown:
            yield foreign(name, lang, folio.lang)
    for alias in aliases:
        for lang, name in alias.text.texts:
            text = foreign(name, lang, folio.lang)
            said = _use(alias, folio.lang)
            yield Text(f"{text.text} ({said})", text.lang, text.dir) if said and not text.lang else text


def _use(alias: Alias, lang: str) -> str:
    words = [wording.phrase(f"alias-use.{alias.as_.value}", lang)] if alias.as_ else []
    if alias.from_ or alias.to:
        from_, to = alias.from_, alias.to
        words.append(wording.period(from_.value if from_ else None, to.value if to else None, (), None, lang))
    return wording.phrase("list.comma", lang).join(words)


def _ref(said: Ref | Text | str) -> Ref:
    if isinstance(said, Ref):
        return said
    return Ref(said if isinstance(said, Text) else Text(said))
