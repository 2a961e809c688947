"""Cards: what opens over a name, so that a reader need not leave the page to know who that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from backstory.model.entity import Entity, called
from backstory.model.keys import Key, Kind
from backstory.model.words import Words
from backstory.pages import prose, refs
from backstory.pages.folio import Folio
from backstory.pages.refs import Ref
from backstory.pages.text import Text, foreign

_SENTENCE_END = re.compile(r"(?<=[.!?؟۔])\s+")
_CARD_WORDS = 50


@dataclass(frozen=True, slots=True)
class Card:
    """What opens over a name: what it is, in one sentence, and the way to its page."""

    id: str
    ref: Ref
    also: tuple[Text, ...]
    sentence: Text | None


def cards(folio: Folio) -> tuple[Card, ...]:
    """The cards this page asked for, each with a sentence of its own."""
    return tuple(_card(folio, key) for key in folio.cards)


def _card(folio: Folio, key: Key) -> Card:
    entity = folio.site.knowledge.of(key.kind)[key.id]
    found = folio.site.linked(key, "definition" if key.kind is Kind.TERM else "summary", folio.lang)
    sentence = None
    if found is not None:
        said = first_sentence(prose.plain(folio.site, found, folio.lang))
        sentence = foreign(said, found.prose.lang, folio.lang)
    return Card(folio.card(key), refs.ref(folio, key), also(folio, entity), sentence)


def also(folio: Folio, entity: Entity[Any]) -> tuple[Text, ...]:
    """An entity's abbreviation, and its name in the site's other languages."""
    words = called(entity)
    short = getattr(entity.fields, "abbreviation", None)
    found = [folio.text(short)] if isinstance(short, Words) else []
    others = (lang for lang in folio.site.languages if lang != folio.lang and words.says(lang))
    found += [foreign(words.pick(lang)[0], lang, folio.lang) for lang in others]
    shown = folio.text(words).text
    return tuple(each for each in dict.fromkeys(found) if each.text != shown)


def first_sentence(text: str) -> str:
    """The first sentence of a text, and as many more as a card of some fifty words holds."""
    kept: list[str] = []
    words = 0
    for sentence in _SENTENCE_END.split(text.strip()):
        words += len(sentence.split())
        if kept and words > _CARD_WORDS:
            break
        kept.append(sentence)
    return " ".join(kept)
