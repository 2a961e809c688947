"""Cards, which open over a name and say who or what that is."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from backstory.language.sentences import sentence_ends
from backstory.pages.core import entity_links
from backstory.pages.core.entity_links import CARD, EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import PageText, foreign
from backstory.pages.parts import plain_text
from backstory.records.entity import Entity, called
from backstory.values.keys import KIND_OF_PREFIX, Key, Kind
from backstory.values.localized_text import Words
from backstory.values.record import Record

_CARD_WORDS = 50


class Card(Record, frozen=True):
    """A card: the name with the link to its page, other names, and a sentence; of a person without one, their role."""

    id: str
    ref: EntityLink
    also: tuple[PageText, ...]
    sentence: PageText | None


def cards(page: PageBuilder, ids: Iterable[str]) -> tuple[Card, ...]:
    """The cards with these ids, in this order."""
    return tuple(_card(page, each) for each in ids)


def _card(page: PageBuilder, card: str) -> Card:
    prefix, _, name = card.removeprefix(CARD).partition("-")
    key = Key(KIND_OF_PREFIX[prefix], name)
    return Card(card, entity_links.ref(page, key), *_words(page, key))


_Words = tuple[tuple[PageText, ...], PageText | None]


def _words(page: PageBuilder, key: Key) -> _Words:
    """The other names and the sentence of a card, the same on every page of a language."""

    def make() -> _Words:
        entity = page.site.knowledge.of(key.kind)[key.id]
        said = sentence(page, entity, "definition" if key.kind is Kind.TERM else "summary")
        role = getattr(entity.fields, "public_role", None)
        return also(page, entity), said or (page.text(role) if isinstance(role, Words) else None)

    return page.site.kept((_words, key, page.lang), make)


def also(page: PageBuilder, entity: Entity[Any]) -> tuple[PageText, ...]:
    """An entity's abbreviation, and its name in the site's other languages."""
    words = called(entity)
    short = getattr(entity.fields, "abbreviation", None)
    found = [page.text(short)] if isinstance(short, Words) else []
    others = (lang for lang in page.site.languages if lang != page.lang and words.says(lang))
    found += [foreign(words.pick(lang)[0], lang, page.lang) for lang in others]
    shown = page.text(words).text
    return tuple(each for each in dict.fromkeys(found) if each.text != shown)


def first_sentence(text: str) -> str:
    """The first sentence of a text, and as many more as make up to fifty words."""
    kept = words = 0
    for start, end in pairwise((0, *sentence_ends(text), len(text))):
        words += len(text[start:end].split())
        if kept and words > _CARD_WORDS:
            break
        kept = end
    return text[:kept].strip()


def sentence(page: PageBuilder, entity: Entity[Any], field: str) -> PageText | None:
    """The first sentences of a text of an entity, None without such a text."""
    said = page.site.linked(entity.key, field, page.lang)
    if said is None:
        return None
    return foreign(first_sentence(plain_text.plain(page.site, said, page.lang)), said.prose.lang, page.lang)
