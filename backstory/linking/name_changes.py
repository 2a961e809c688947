"""Which texts a change of names may touch: too many perhaps, never too few."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import partial
from typing import Any

from backstory.linking.lexicon import Lexicon, Name
from backstory.linking.link import Linker, linked_entities
from backstory.linking.matcher import words_of
from backstory.linking.targets import asked_as, names_of, spelling
from backstory.linking.word_stems import Stems
from backstory.records.entity import Entity
from backstory.records.prose import Prose, Run
from backstory.values.record import Record, canonical


class Naming(Record, frozen=True):
    """What texts may ask of the names and files of a site, in a form that two versions of it are compared by.

    `world` is all that decides links and is not told apart below: when it changes, every text is linked again.
    `names` are the path, the spelt id and the spelt names of each entity, by key. `lexicons` give for each language
    and each folded word that begins a name what those names are; under "" stand the names of scripts without spaces.
    """

    world: bytes
    names: dict[str, tuple[str, ...]]
    lexicons: dict[str, dict[str, str]]


def naming(linker: Linker, files: Collection[str]) -> Naming:
    """What the texts of a site may ask of its names and files."""
    knowledge = linker.knowledge
    entire = knowledge.entire or knowledge
    world = canonical(
        (
            sorted(files), sorted(entire.broken), sorted(entire.illegible), sorted(entire.withheld),
            knowledge.languages, knowledge.site.trust, knowledge.site.repository,
        )
    )  # fmt: skip
    made = linker.same.made
    names = {str(each.key): made("spelt", (each,), partial(_spelt, each)) for each in linked_entities(knowledge)}
    lexicons = {lang: linker.lexicon(lang) for lang in knowledge.languages}
    begun = {lang: made("begun", (each,), partial(_digests, each)) for lang, each in lexicons.items()}
    return Naming(world, names, begun)


def _spelt(entity: Entity[Any]) -> tuple[str, ...]:
    return entity.path, spelling(entity.id), *(name for text in names_of(entity) for name in asked_as(text))


def _digests(lexicon: Lexicon) -> dict[str, str]:
    begun = {first: _written(names) for first, names in lexicon.by_first.items()}
    return begun | {"": "\n".join(map(_written, lexicon.spaceless.values()))}


def _written(names: Iterable[Name]) -> str:
    return "\n".join(
        f"{each.key}|{each.alias}|{each.steps}|{each.forms}|{each.needs}|{each.allows}|{each.actor}|{each.metonym}|"
        f"{sorted(each.own)}|{each.from_ and each.from_.text}|{each.to and each.to.text}"
        for each in names
    )


class NameChanges(Record, frozen=True):
    """The difference between the names of two versions of a site.

    `spelt` are the spelt names that lead elsewhere now, and the keys of entities called otherwise; `begun` give for
    each language the folded words under which other names begin now.
    """

    spelt: frozenset[str]
    begun: Mapping[str, _Begun]

    def touch(self, prose: Prose, lang: str, asks: Collection[str], *, unresolved: bool) -> bool:
        """Whether a text may be linked otherwise now.

        `asks` are the spelt names its references ask for and the keys they reached; `unresolved` says that one of
        them reached nothing, so that any new name may be the one it means.
        """
        if self.spelt and (unresolved or not self.spelt.isdisjoint(asks)):
            return True
        return lang in self.begun and self.begun[lang].may_stand_in(prose, asks)


def changes(before: Naming, after: Naming, linker: Linker) -> NameChanges | None:
    """What changed between two versions; None where any text may be touched."""
    if before.world != after.world or before.lexicons.keys() != after.lexicons.keys():
        return None
    begun = {}
    for lang, now in after.lexicons.items():
        then = before.lexicons[lang]
        if then[""] != now[""]:
            return None
        differing = frozenset(first for first in then.keys() | now.keys() if then.get(first) != now.get(first))
        if differing:
            begun[lang] = _Begun(differing, linker.lexicon(lang), linked_entities(linker.knowledge))
    return NameChanges(_differing(before.names, after.names), begun)


def _differing(before: Mapping[str, tuple[str, ...]], after: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    found: set[str] = set()
    for key in before.keys() | after.keys():
        then, now = before.get(key, ()), after.get(key, ())
        if then != now:
            found.update((key, *then, *now))
    return frozenset(found)


class _Begun:
    """The folded words with which names begin that are new, gone or other, sought in texts of one language."""

    def __init__(self, words: frozenset[str], lexicon: Lexicon, entities: Iterable[Entity[Any]]) -> None:
        self._known = _Known(words, lexicon)
        self._stems = Stems(words)
        # A text shows the name of what it links, and that name may hold one of them.
        self._called = frozenset(str(each.key) for each in entities if any(map(self._holds, names_of(each))))

    def may_stand_in(self, prose: Prose, asks: Collection[str]) -> bool:
        said = [part.text for part in prose.parts if type(part) is Run]
        said += [reference.label for reference in prose.references]
        return self._holds("\n".join(said)) or not self._called.isdisjoint(asks)

    def _holds(self, text: str) -> bool:
        return self._stems.may_stand_in(text) and any(map(self._known.__getitem__, set(words_of(text))))


class _Known(dict[str, bool]):
    """Whether a word of a text may stand for one of `words`: a memo by the word as it is written."""

    def __init__(self, words: frozenset[str], lexicon: Lexicon) -> None:
        super().__init__()
        self._words, self._lexicon = words, lexicon

    def __missing__(self, word: str) -> bool:
        found = self[word] = any(form in self._words for form, _ in self._lexicon.readings(word))
        return found
