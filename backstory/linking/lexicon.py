"""The lexicon of a language: every name that may be linked, as a trie over folded words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import chain
from typing import Any

from backstory.language.dates import Edtf
from backstory.language.names import fold
from backstory.language.names.tokens import pattern
from backstory.language.word_lists import words as listed_words
from backstory.linking.inflection import ARTICLE, PARTICLE, PLURAL, Reading, readings
from backstory.linking.scripts import SPACELESS, base, script, script_of
from backstory.records.entity import Entity, called
from backstory.records.entity_names import aliases, whole
from backstory.records.knowledge import Knowledge
from backstory.schema.kind_fields import ActorFields, TermFields
from backstory.schema.nested_fields import Alias
from backstory.values.keys import Key, Kind
from backstory.values.localized_text import Words
from backstory.values.same import ANEW, Same
from backstory.values.vocabulary import ActorType, AliasUse

LINKED = (Kind.ACTOR, Kind.TERM)
"""The kinds whose names are linked without markup."""

KNOWN = (Kind.PLACE, Kind.CONFLICT)
"""The kinds whose names are known only so that no shorter name is found inside them."""

ANY, CAPITAL, CAPITALS, EXACT = "xCAE"
"""How a word of a name must be written in the text: anyhow, with a capital, in capitals, as listed."""

_SPELT_SHORT = 3
_LONG = 3
_FUNCTION = listed_words("the of and for in on to a an de du des la le les et pour d l и в на")
_HYPHENS = frozenset("-‐‑–−")
_APOSTROPHES = frozenset("'’‘ʼ`´")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as listed. `steps` are its folded words, each after the first with what joins it to the one before.

    `forms` are the words as listed, `needs` how each must be written, `allows` what may be stepped over in them.
    `own` are all folded words of the entity's names: `Khalifa` beside `Haftar` is no other man.
    """

    key: Key
    alias: str
    steps: tuple[str, ...]
    forms: tuple[str, ...]
    needs: str
    allows: int
    actor: ActorType | None = None
    metonym: bool = False
    own: frozenset[str] = frozenset()
    from_: Edtf | None = None
    to: Edtf | None = None


class TrieNode:
    """A place in the trie: the names that end here, and the words that go on."""

    __slots__ = ("names", "next")

    def __init__(self) -> None:
        self.names: list[Name] = []
        self.next: dict[str, TrieNode] = {}


class Lexicon:
    """The names of one language, found by their first word.

    The trie below a first word is grown when a text first holds that word, and each word of a text is folded once:
    both are memos that change no answer.
    """

    def __init__(self, names: Iterable[Name], lang: str) -> None:
        """A lexicon of `names` for texts in `lang`."""
        self.lang = lang
        self.by_first: dict[str, list[Name]] = {}
        self.spaceless: dict[str, list[Name]] = {}
        for name in names:
            where = self.spaceless if SPACELESS.match(name.alias) else self.by_first
            where.setdefault(name.alias[:2] if where is self.spaceless else name.steps[0], []).append(name)
        self.starts = _Starts(self)
        self._readings: dict[str, tuple[Reading, ...]] = {}
        self._roots: dict[str, TrieNode] = {}

    def readings(self, word: str) -> tuple[Reading, ...]:
        """What `word` may stand for: see `inflection.readings`."""
        found = self._readings.get(word)
        if found is None:
            found = self._readings[word] = readings(word, self.lang)
        return found

    def root(self, first: str) -> TrieNode | None:
        """The trie of the names whose first folded word is `first`."""
        if first not in self.by_first:
            return None
        if first not in self._roots:
            self._roots[first] = _grown(self.by_first[first])
        return self._roots[first]


class _Starts(dict[str, tuple[tuple[TrieNode, int], ...]]):
    """Where the names that begin with a word of a text stand in the trie: a memo by the word as it is written."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, word: str) -> tuple[tuple[TrieNode, int], ...]:
        roots = ((self._lexicon.root(form), bent) for form, bent in self._lexicon.readings(word))
        found = self[word] = tuple((root, bent) for root, bent in roots if root is not None)
        return found


def _grown(names: Iterable[Name]) -> TrieNode:
    root = TrieNode()
    for name in names:
        node = root
        for step in name.steps[1:]:
            node = node.next.setdefault(step, TrieNode())
        node.names.append(name)
    return root


def lexicon(knowledge: Knowledge, lang: str, same: Same = ANEW) -> Lexicon:
    """The lexicon of `lang`: names of actors and terms, and of what must not be mistaken for them.

    `same` has what was made for an earlier version of the site.
    """
    entities = tuple(entity for kind in (*LINKED, *KNOWN) for entity in knowledge.of(kind).values())
    named = f"names in {lang}"

    def made() -> Lexicon:
        found = (same.made(named, (entity,), partial(names_of, entity, lang)) for entity in entities)
        return Lexicon(chain.from_iterable(found), lang)

    return same.made(f"lexicon of {lang}", entities, made)


def names_of(entity: Entity[Any], lang: str) -> tuple[Name, ...]:
    """The names of one entity that count in a text in `lang`, each once.

    A name counts in its own language, in a language whose script it cannot be confused in, and where the entity has
    no name in `lang`.
    """
    listed = [(text, alias) for words, alias in _listed(entity) for text in _texts(words, entity, lang)]
    split = {text: _split(text) for text, _ in listed}
    own = frozenset(fold(word) for words, _ in split.values() for word in words)
    alone = {steps[0] for _, steps in split.values() if len(steps) == 1}
    found: dict[tuple[str, ...], Name] = {}
    for text, alias in listed:
        forms, steps = split[text]
        if not steps or not all(steps):
            continue
        name = _name(entity, text, forms, steps, alias, own, alone)
        for each in (name, *_dotted(name, base(lang))):
            found.setdefault((*each.forms, *each.steps, str(each.from_), str(each.to)), each)
    return tuple(found.values())


def _listed(entity: Entity[Any]) -> list[tuple[Words, Alias | None]]:
    return [
        *((words, None) for words in whole(entity)),
        *((alias.text, alias) for alias in aliases(entity) if alias.link),
    ]


def _texts(words: Words, entity: Entity[Any], lang: str) -> list[str]:
    theirs = script_of(lang)
    unnamed = not called(entity).says(lang)
    found = []
    for each, text in words.texts:
        written = script(text)
        own = each == entity.lang and (written != script_of(each) or unnamed)
        if each == lang or written != theirs or own:
            found.append(text)
    return found


def _split(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a name as listed, and its steps; a leading `the` is left out."""
    matches = list(pattern().finditer(text))
    if len(matches) > 1 and matches[0][0] == "the":
        matches = matches[1:]
    steps = [fold(match[0]) for match in matches]
    for at in range(1, len(matches)):
        steps[at] = joint(text[matches[at - 1].end() : matches[at].start()]) + steps[at] if steps[at] else ""
    return tuple(match[0] for match in matches), tuple(steps)


@lru_cache(maxsize=4096)
def joint(gap: str) -> str:
    """What stands between two words, as far as it tells names apart: space and hyphen are one."""
    bare = _INVISIBLE.sub("", gap)
    if not bare or bare.isspace() or bare in _HYPHENS:
        return " "
    tight = "".join(bare.split())
    if tight in _APOSTROPHES:
        return "'"
    return "–" if tight in _HYPHENS else fold(tight).replace(" ", "") or " "


def _name(
    entity: Entity[Any],
    text: str,
    forms: tuple[str, ...],
    steps: tuple[str, ...],
    alias: Alias | None,
    own: frozenset[str],
    alone: set[str],
) -> Name:
    fields = entity.fields
    actor = fields.type if isinstance(fields, ActorFields) else None
    strict = isinstance(fields, TermFields) and fields.case_sensitive
    return Name(
        key=entity.key,
        alias=text,
        steps=steps,
        forms=forms,
        needs=EXACT * len(forms) if strict else _needs(forms, alone, term=isinstance(fields, TermFields)),
        allows=_allows(actor, steps),
        actor=actor,
        metonym=alias is not None and alias.as_ is AliasUse.METONYM,
        own=own,
        from_=alias.from_.value if alias and alias.from_ else None,
        to=alias.to.value if alias and alias.to else None,
    )


def _needs(forms: tuple[str, ...], alone: set[str], *, term: bool) -> str:
    """How each word must be written.

    Three words of weight say enough in any case, and so does a word that is a name alone (`Wagner group`); `Islamic
    State` and `Turkey` do not. A glossary writes its words with a capital that means nothing.
    """
    needs = [_need(form) for form in forms]
    weighty = sum(1 for form in forms if form.casefold() not in _FUNCTION)
    if term or weighty >= _LONG:
        needs = [ANY if need == CAPITAL else need for need in needs]
    elif len(forms) > 1 and any(fold(form) in alone for form in forms):
        needs = [ANY if need == CAPITAL and fold(form) not in alone else need for form, need in zip(forms, needs)]
    return "".join(needs)


def _need(form: str) -> str:
    if not form[0].isupper() or form in ("The", "Of", "And"):
        return ANY
    letters = [char for char in form if char.isalpha()]
    return CAPITALS if form.isupper() and (len(letters) > 1 or len(form) > 1) else CAPITAL


def _allows(actor: ActorType | None, steps: tuple[str, ...]) -> int:
    """A state has no plural, and a person no article: الصالح is not Saleh."""
    allowed = 0 if actor is ActorType.STATE else PLURAL
    if len(steps[0]) >= _SPELT_SHORT:
        allowed |= PARTICLE
    return allowed if actor is ActorType.PERSON else allowed | ARTICLE


def _dotted(name: Name, lang: str) -> list[Name]:
    """An abbreviation in its other dress: `UAE` for `U.A.E.`, `U.A.E.` for `UAE`."""
    forms = name.forms
    if len(forms) == 1 and name.needs == CAPITALS and 2 <= len(forms[0]) <= 5 and forms[0].isalpha():
        letters = tuple(forms[0])
    elif len(forms) > 1 and all(len(form) == 1 and form.isupper() for form in forms):
        if any(step[:-1] != "." for step in name.steps[1:]):
            return []
        letters = ("".join(forms),)
    else:
        return []
    if lang in ("zh", "ja", "th"):
        return []
    steps = tuple(("." if at else "") + fold(letter) for at, letter in enumerate(letters))
    needs = (CAPITAL if len(letters) > 1 else CAPITALS) * len(letters)
    return [replace(name, steps=steps, forms=letters, needs=needs, allows=0)]
