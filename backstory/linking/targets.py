"""The directory: which entities an author may mean by what they wrote between brackets."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from functools import cached_property
from typing import Any

from backstory.language.names import did_you_mean, fold, slips, transliteration_key
from backstory.language.word_lists import words as listed_words
from backstory.records.entity import Entity, called
from backstory.records.entity_names import written
from backstory.records.knowledge import Knowledge
from backstory.records.prose import Reference
from backstory.schema.kind_fields import ActorFields
from backstory.values.keys import Key, Kind
from backstory.values.vocabulary import ActorType

BARE = (Kind.ACTOR, Kind.TERM, Kind.CONFLICT, Kind.ARTICLE, Kind.PLACE)
"""The kinds a wikilink without a prefix looks among, together."""

_ARTICLES = listed_words("the a an le la les der die das den dem el los las il lo gli o os as de het")
_JOINED_ARTICLE = re.compile(r"\A(?:[Ll]['’](?=\w)|ال(?=\w{3}))")
_FUNCTION = listed_words("the of and for in on to a an de du des la le les et")
_NEAREST = 40
_SEVERAL = 5
_LONG = 3


class Directory:
    """The entities of a site by id, by exact name and by folded name."""

    def __init__(self, knowledge: Knowledge) -> None:
        """The directory of all published entities, and of the withheld articles apart."""
        self.knowledge = knowledge
        self._near: dict[tuple[str, frozenset[Kind]], tuple[str, Key] | None] = {}
        self._broken = {spelling(key.id): key for key in sorted(knowledge.broken)}
        self._illegible = frozenset(map(spelling, knowledge.illegible))

    def on(self, knowledge: Knowledge) -> Directory:
        """This directory for another version of the site, in which every entity has the names it had."""
        other = copy(self)
        other.knowledge = knowledge
        return other

    def entity(self, key: Key) -> Entity[Any] | None:
        """The entity of a key, published or withheld."""
        found = self.knowledge.get(key)
        if found is None and key.kind is Kind.ARTICLE:
            return self.knowledge.withheld.get(key.id)
        return found

    def withheld(self, key: Key) -> bool:
        """Whether the key is that of a draft or a future article."""
        return self.knowledge.get(key) is None

    def broken(self, target: str, kinds: Iterable[Kind]) -> bool:
        """Whether `target` may mean an entity whose file could not be read."""
        wanted = spelling(target)
        key = self._broken.get(wanted)
        known = key is not None and any(Key(kind, key.id) in self.knowledge.broken for kind in kinds)
        unknown = any(Key(kind, "") in self.knowledge.broken for kind in kinds)
        return known or wanted in self._illegible or (unknown and self.nearest(target, kinds) is None)

    def meant(self, target: str, kinds: tuple[Kind, ...]) -> tuple[Key, ...]:
        """The entities of `kinds` called `target`: by id, else by exact name, else folded, else without an article.

        Published ones stand before withheld ones, which count only where nothing else does.
        """
        ids = tuple(Key(kind, target) for kind in kinds if self.entity(Key(kind, target)) is not None)
        return (
            self._published(ids)
            or self._published(_of(kinds, self._names.get(composed(target), ())))
            or self._published(_of(kinds, self._folded.get(spelling(target), ())))
            or self._published(_of(kinds, self._bare.get(spelling(without_article(target)), ())))
        )

    def _published(self, keys: tuple[Key, ...]) -> tuple[Key, ...]:
        return tuple(key for key in keys if not self.withheld(key)) or keys

    @cached_property
    def _names(self) -> Mapping[str, list[Key]]:
        return _listed((entity.key, map(composed, names_of(entity))) for entity in self._entities)

    @cached_property
    def _folded(self) -> Mapping[str, list[Key]]:
        return _listed((entity.key, map(spelling, (entity.id, *names_of(entity)))) for entity in self._entities)

    @cached_property
    def _bare(self) -> Mapping[str, list[Key]]:
        """The entities by name without its article."""
        return _listed((each.key, map(spelling, map(without_article, names_of(each)))) for each in self._entities)

    @property
    def _entities(self) -> Iterator[Entity[Any]]:
        yield from self.knowledge.all()
        yield from self.knowledge.withheld.values()

    def nearest(self, target: str, kinds: Iterable[Kind]) -> tuple[str, Key] | None:
        """The id or name most like `target`, with the entity it stands for; None when nothing is near enough."""
        asked = (target, frozenset(kinds))
        if asked not in self._near:
            self._near[asked] = self._nearest(*asked)
        return self._near[asked]

    def _nearest(self, target: str, wanted: frozenset[Kind]) -> tuple[str, Key] | None:
        options: dict[str, Key] = {}
        for key in self._candidates(target):
            if key.kind in wanted:
                entity = self.entity(key)
                for name in (key.id, *names_of(entity)) if entity is not None else ():
                    options.setdefault(name, key)
        guesses = [*did_you_mean(target, options, _SEVERAL), *sorted(options)]
        best = next((each for each in guesses if self._is_near(target, each, options[each])), None)
        if best is None:
            return None
        key = options[best]
        # An author who writes ids is told the id, not the name that is spelt like it.
        return (key.id if target.islower() and fold(best) == fold(key.id) else best), key

    def _is_near(self, target: str, option: str, key: Key) -> bool:
        """Whether an author may well have meant the option: no guess is better than a wrong one.

        Sudan is not South Sudan, and Iran not Iraq. Near is the same with a letter in five mistyped, or in a short name
        with one too many or too few; the same words in another order; the same name in another transliteration; and of
        a person the last name.
        """
        typed, other = spelling(target), spelling(option)
        words, others = typed.split(), other.split()
        if typed == other or set(words) - _FUNCTION == set(others) - _FUNCTION:
            return True
        distance = slips(typed, other, max(1, min(len(typed) // 5, 3)))
        if distance is not None and (len(typed) >= 5 or len(typed) != len(other)):
            return True
        fields = getattr(self.entity(key), "fields", None)
        if isinstance(fields, ActorFields) and fields.type is ActorType.PERSON and words == others[-1:]:
            return True
        return (
            len(typed) > _LONG
            and len(words) == len(others)
            and transliteration_key(typed) == transliteration_key(other)
        )

    def _candidates(self, target: str) -> list[Key]:
        """Entities with a name that shares most pairs of letters with `target`, or sounds like it."""
        index, sounds = self._index
        shared: Counter[Key] = Counter()
        for pair in _pairs(target):
            shared.update(index.get(pair, ()))
        ranked = sorted(shared, key=lambda key: (-shared[key], key))
        return [*sounds.get(transliteration_key(target), ()), *ranked[:_NEAREST]]

    @cached_property
    def _index(self) -> tuple[Mapping[str, list[Key]], Mapping[str, list[Key]]]:
        pairs: dict[str, list[Key]] = {}
        sounds: dict[str, list[Key]] = {}
        for entity in self._entities:
            names = (entity.id, *names_of(entity))
            for pair in sorted({pair for name in names for pair in _pairs(name)}):
                pairs.setdefault(pair, []).append(entity.key)
            for sound in sorted({transliteration_key(name) for name in names if len(name) > _LONG}):
                sounds.setdefault(sound, []).append(entity.key)
        return pairs, sounds

    def name(self, key: Key, lang: str) -> str:
        """The name an entity is shown by."""
        entity = self.entity(key)
        return called(entity).pick(lang)[0] if entity is not None else key.id


def names_of(entity: Entity[Any]) -> Iterator[str]:
    return (text for words in written(entity) for _, text in words.texts)


def asked_by(reference: Reference) -> Iterator[str]:
    """The spelt names that a reference may ask for: more perhaps than it does, never fewer."""
    for each in (reference.target, *(cited.source for cited in reference.cited)):
        plain = each.strip().removesuffix(".md")
        for text in (plain, plain.partition(":")[2], plain.rpartition("/")[2]):
            if text:
                yield from asked_as(text.strip())


def asked_as(name: str) -> tuple[str, ...]:
    """The spelt names that an entity called `name` is found by."""
    return tuple(dict.fromkeys((spelling(name), spelling(without_article(name)))))


def _listed(named: Iterable[tuple[Key, Iterable[str]]]) -> Mapping[str, list[Key]]:
    """The entities by name, in their order, each once under a name."""
    found: dict[str, list[Key]] = {}
    for key, names in named:
        for name in names:
            keys = found.setdefault(name, [])
            if not keys or keys[-1] is not key:
                keys.append(key)
    return found


def _of(kinds: tuple[Kind, ...], keys: Iterable[Key]) -> tuple[Key, ...]:
    return tuple(key for key in keys if key.kind in kinds)


def composed(name: str) -> str:
    """The name with its accents composed and its spaces single: what two keyboards make of one name."""
    return unicodedata.normalize("NFC", " ".join(name.split()))


def spelling(name: str) -> str:
    """The name folded, with hyphens and underscores as spaces: what one may write for an id or a name."""
    return fold(name.replace("_", " ").replace("-", " "))


def without_article(name: str) -> str:
    """The name without the article that it begins with: `the army`, `La compagnie`, `الجيش`; not `La Paz`."""
    first, _, rest = name.partition(" ")
    if rest and first.casefold() in _ARTICLES and (first.islower() or first == "The" or rest[0].islower()):
        return rest
    return _JOINED_ARTICLE.sub("", name)


def as_typed(entity: Entity[Any] | None, written: str) -> str:
    """The words that a wikilink to `written` shows: these, or "" for the entity's name where they are its id."""
    if entity is None or written == entity.id:
        return ""
    by_id = spelling(written) == spelling(entity.id) and not {"-", "_"}.isdisjoint(written)
    return "" if by_id and composed(written) not in map(composed, names_of(entity)) else written


def _pairs(name: str) -> set[str]:
    folded = f" {spelling(name)} "
    return {folded[at : at + 2] for at in range(len(folded) - 1)}
