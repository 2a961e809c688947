"""The link stage: from knowledge to links, with what authors must be told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from backstory.diagnostics import Diagnostic, ordered
from backstory.language.dates import Edtf
from backstory.language.names import fold, tokens
from backstory.linking.backlinks import Pointed, backlinks
from backstory.linking.collisions import collisions
from backstory.linking.lexicon import Lexicon, lexicon
from backstory.linking.mentions import Context
from backstory.linking.paths import Paths
from backstory.linking.resolve import Resolver
from backstory.linking.targets import Directory
from backstory.linking.text_links import LinkedText, link_text
from backstory.records.entity import Entity, called
from backstory.records.knowledge import Knowledge
from backstory.records.links import Linked, Links, Passed, ProseKey
from backstory.schema.kind_fields import ArticleFields, ClaimFields, EventFields
from backstory.schema.types import Ref, When
from backstory.values.keys import Key, Kind


def link(knowledge: Knowledge, files: Collection[str]) -> tuple[Links, tuple[Diagnostic, ...]]:
    """The links of a site and its diagnostics. `files` are those copied as they are, by path.

    Withheld articles, and what could be read of broken files, are checked and leave no links.
    """
    linker = Linker(knowledge, files)
    texts: dict[ProseKey, Linked] = {}
    pointed: list[Pointed] = []
    passed: list[Passed] = []
    found: list[Diagnostic] = list(collisions(knowledge.entire or knowledge))
    entire = knowledge.entire or knowledge
    for entity in (*entire.all(), *entire.withheld.values(), *entire.spare):
        done = linker.entity(entity)
        found += _once(each for text in done for each in text.diagnostics)
        if knowledge.get(entity.key) is not entity:
            continue
        for key, text in zip(_keys(entity), done, strict=True):
            texts[key] = text.linked
            pointed += text.pointed
            passed += text.passed
    return Links(texts, backlinks(knowledge, pointed), tuple(passed)), ordered(found)


class Linker:
    """Links the texts of a site one by one; holds what they share: lexicons, directory, files."""

    def __init__(self, knowledge: Knowledge, files: Collection[str]) -> None:
        """A linker over all names and files of the site."""
        self.knowledge = knowledge
        directory = Directory(knowledge.entire or knowledge)
        self._resolver = Resolver(directory, Paths(files, directory))
        self._lexicons: dict[str, Lexicon] = {}
        self._nolink = _plain(knowledge.site.nolink)
        self._homes: dict[str, frozenset[str]] = {}

    def entity(self, entity: Entity[Any], *, ledger: bool = False) -> tuple[LinkedText, ...]:
        """The texts of one entity, linked, in the order of its `texts`."""
        return tuple(self.text(entity, key.field, key.lang, ledger=ledger) for key in _keys(entity))

    def text(self, entity: Entity[Any], field: str, lang: str, *, ledger: bool = False) -> LinkedText:
        """One text of an entity, linked."""
        context = self._context(entity, ProseKey(entity.key, field, lang))
        prose = entity.texts[field, lang]
        return link_text(prose, self._resolver, self._lexicon(lang), context, ledger=ledger)

    def _lexicon(self, lang: str) -> Lexicon:
        if lang not in self._lexicons:
            self._lexicons[lang] = lexicon(self.knowledge, lang)
        return self._lexicons[lang]

    def _context(self, entity: Entity[Any], text: ProseKey) -> Context:
        version = entity.translations.get(text.lang)
        withheld = (self.knowledge.entire or self.knowledge).withheld
        own = _plain(entity.fields.nolink) if isinstance(entity.fields, ArticleFields) else frozenset()
        return Context(
            text=text,
            path=version.path if version else entity.path,
            head=version.head if version else entity.head,
            date=_date(entity),
            nolink=self._nolink | own,
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


def _keys(entity: Entity[Any]) -> Iterator[ProseKey]:
    return (ProseKey(entity.key, field, lang) for field, lang in entity.texts)


def _plain(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in (word, fold(word)))


def _date(entity: Entity[Any]) -> Edtf | None:
    fields = entity.fields
    if isinstance(fields, ArticleFields | ClaimFields | EventFields) and isinstance(fields.date, When):
        return fields.date.value
    return None


def _once(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics of a page, with one for each ambiguous name."""
    kept: dict[tuple[str, ...], Diagnostic] = {}
    for each in found:
        name = each.message.casefold() if each.code == "W301" else f"{each.message}{each.span}"
        kept.setdefault((each.code, each.span.path, name), each)
    return list(kept.values())
