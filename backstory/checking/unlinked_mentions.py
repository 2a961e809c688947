"""Names that stand where nothing is linked: in drafts, in the words of records, in references that lead nowhere.

All that can be told of them is whether a name stands there. That is enough not to call its entity unused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cached_property
from typing import Any

from backstory.checking.context import Context
from backstory.language.names import MOST_GUESSES, did_you_mean, fold
from backstory.records.entity import Entity
from backstory.records.entity_names import written
from backstory.records.prose import Prose, ReferenceKind, Run
from backstory.values.keys import Kind
from backstory.values.localized_text import Words

_LATIN = re.compile(r"[a-z]")
_SHORT = 3


class UnlinkedMentions:
    """The texts of a site that are not linked; gathered when they are first asked for, as most sites need none."""

    def __init__(self, context: Context) -> None:
        """Those of the site in `context`."""
        self._context = context

    def named(self, entity: Entity[Any]) -> bool:
        """Whether a name of an actor or term stands in one of them."""
        return any(self._holds(fold(text)) for words in written(entity) for _, text in words.texts)

    def meant(self, kind: Kind, ids: Set[str]) -> frozenset[str]:
        """The entities of a kind that misspelt ones among `ids`, or in the texts, most likely mean."""
        there = self._context.knowledge.of(kind)
        unknown = sorted({each for each in ids if each not in there} | self._lost)
        return frozenset(near for each in unknown[:MOST_GUESSES] for near in did_you_mean(each, there))

    def _holds(self, name: str) -> bool:
        if name not in self._said or not _LATIN.search(name):
            return name in self._said
        end = r"(?!\w)" if len(name) <= _SHORT else ""
        return re.search(rf"(?<!\w){re.escape(name)}{end}", self._said) is not None

    @cached_property
    def _said(self) -> str:
        return fold("\n".join((*self._drafted(), *self._recorded())))

    def _drafted(self) -> Iterator[str]:
        """The texts of drafts and future articles, whose names are not linked yet."""
        for draft in self._context.knowledge.withheld.values():
            yield from (text for _, text in draft.fields.title.texts)
            for prose in draft.texts.values():
                yield from _words(prose)

    def _recorded(self) -> Iterator[str]:
        """Texts of records that are shown as they are."""
        knowledge = self._context.knowledge
        given: list[Words | None] = [each.fields.title for each in knowledge.articles.values()]
        given += [each.fields.title for each in knowledge.events.values()]
        given += [words for each in knowledge.claims.values() for words in (each.fields.text, each.fields.question)]
        given += [each.note for each in knowledge.backings]
        for position in self._context.positions:
            quote, value = position.quote, position.value
            given += [position.note, quote.text if quote else None, value.said if value else None]
        yield from (text for words in given if words for _, text in words.texts)

    @cached_property
    def _lost(self) -> frozenset[str]:
        """What references name that lead nowhere: each is an error of its own."""
        found: set[str] = set()
        for linked in self._context.links.texts.values():
            for reference, target in zip(linked.prose.references, linked.targets, strict=True):
                if target is None:
                    found.update(each.source for each in reference.cited)
                    found.add(reference.target.rpartition(":")[2].rpartition("/")[2].removesuffix(".md"))
        return frozenset(each for each in found if each)


def _words(prose: Prose) -> Iterator[str]:
    yield from (part.text for part in prose.parts if isinstance(part, Run))
    for reference in prose.references:
        if reference.kind is ReferenceKind.WIKILINK:
            yield from (reference.target, reference.label)
