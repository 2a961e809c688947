"""The link stage: from knowledge to links, with what authors must be told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from copy import copy
from typing import Any

from backstory.diagnostics import Diagnostic, ordered
from backstory.language.dates import Edtf
from backstory.language.names import fold, tokens
from backstory.linking.collisions import collisions
from backstory.linking.lexicon import Lexicon, lexicon
from backstory.linking.mentions import Context
from backstory.linking.paths import Paths
from backstory.linking.resolve import Resolver
from backstory.linking.targets import Directory
from backstory.linking.text_links import LinkedText, link_text
from backstory.records.entity import Entity, called
from backstory.records.knowledge import Knowledge
from backstory.records.links import ProseKey
from backstory.schema.kind_fields import ArticleFields, ClaimFields, EventFields
from backstory.schema.types import Ref, When
from backstory.values.keys import Key, Kind
from backstory.values.same import ANEW, Same


class Linker:
    """Links the texts of a site one by one; holds what they share: lexicons, directory, files."""

    def __init__(self, knowledge: Knowledge, files: Collection[str], same: Same = ANEW) -> None:
        """A linker over all names and files of the site. `files` are those copied as they are, by path. `same` has what
        was made for an earlier version of the site."""
        self.knowledge, self.same = knowledge, same
        self._directory = Directory(knowledge.entire or knowledge)
        self._resolver = Resolver(self._directory, Paths(files, self._directory))
        self._lexicons: dict[str, Lexicon] = {}
        self._nolink = _plain(knowledge.site.nolink)
        self._homes: dict[str, frozenset[str]] = {}

    def on(self, knowledge: Knowledge) -> Linker:
        """This linker for another version of the site, in which nothing but prose differs."""
        other = copy(self)
        other.knowledge = knowledge
        other._directory = self._directory.on(knowledge.entire or knowledge)
        other._resolver = Resolver(other._directory, Paths(self._resolver.paths.files, other._directory))
        return other

    def text(self, entity: Entity[Any], text: ProseKey, *, ledger: bool = False) -> LinkedText:
        """One text of an entity, linked."""
        prose = entity.texts[text.field, text.lang]
        return link_text(prose, self._resolver, self.lexicon(text.lang), self.context(entity, text), ledger=ledger)

    def lexicon(self, lang: str) -> Lexicon:
        """The names of a language."""
        if lang not in self._lexicons:
            self._lexicons[lang] = lexicon(self.knowledge, lang, self.same)
        return self._lexicons[lang]

    def context(self, entity: Entity[Any], text: ProseKey) -> Context:
        """What decides the links of a text beside its words and the site's names."""
        version = entity.translations.get(text.lang)
        withheld = (self.knowledge.entire or self.knowledge).withheld
        own = _plain(entity.fields.nolink) if isinstance(entity.fields, ArticleFields) else frozenset()
        return Context(
            text=text,
            path=version.path if version else entity.path,
            head=version.head if version else entity.head,
            date=_date(entity),
            nolink=self._nolink | own if own else self._nolink,
            home=self._home(entity),
            published=entity.key.id not in withheld or entity.key.kind is not Kind.ARTICLE,
        )

    def _home(self, entity: Entity[Any]) -> frozenset[str]:
        """The folded words of the name of the conflict that an entity belongs to."""
        conflict = getattr(entity.fields, "conflict", None)
        if not isinstance(conflict, Ref):
            return frozenset()
        if conflict.id not in self._homes:
            there = self.knowledge.get(Key(Kind.CONFLICT, conflict.id))
            texts = [text for _, text in called(there).texts] if there is not None else []
            self._homes[conflict.id] = frozenset(fold(word.text) for text in texts for word in tokens(text))
        return self._homes[conflict.id]


def linked_entities(knowledge: Knowledge) -> Iterator[Entity[Any]]:
    """The entities whose texts are linked: published, withheld, and what could be read of broken files.

    Of the last two nothing is published; their authors are told what is wrong with their links.
    """
    entire = knowledge.entire or knowledge
    yield from entire.all()
    yield from entire.withheld.values()
    yield from entire.spare


def texts_of(entity: Entity[Any]) -> Iterator[ProseKey]:
    """The texts of an entity, in their order."""
    return (ProseKey(entity.key, field, lang) for field, lang in entity.texts)


def findings(knowledge: Knowledge, told: Iterable[Iterable[Diagnostic]]) -> tuple[Diagnostic, ...]:
    """What authors must be told of links: names that collide, and for each entity what was found in its texts."""
    found = list(collisions(knowledge.entire or knowledge))
    for of_entity in told:
        found += _once(of_entity)
    return ordered(found)


def _once(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics of a page, with one for each ambiguous name."""
    kept: dict[tuple[str, ...], Diagnostic] = {}
    for each in found:
        name = each.message.casefold() if each.code == "W301" else f"{each.message}{each.span}"
        kept.setdefault((each.code, each.span.path, name), each)
    return list(kept.values())


def _plain(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in (word, fold(word)))


def _date(entity: Entity[Any]) -> Edtf | None:
    fields = entity.fields
    if isinstance(fields, ArticleFields | ClaimFields | EventFields) and isinstance(fields.date, When):
        return fields.date.value
    return None
