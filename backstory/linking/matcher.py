"""The matcher: the longest names that stand in a text, with how surely they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from backstory.language import dates
from backstory.language.dates import Edtf
from backstory.language.names.tokens import pattern
from backstory.linking.inflection import PLURAL
from backstory.linking.lexicon import ANY, CAPITAL, CAPITALS, LINKED, Lexicon, Name, TrieNode, joint
from backstory.linking.scripts import SPACELESS
from backstory.values.keys import Key
from backstory.values.record import Record

_WORDS = re.compile(f"({pattern().pattern})")
_LEAST = 2


class Scan:
    """A block's text in words; `begun` are those that a name may begin with.

    `runs` and `headlines` keep the run of capitals that was looked at last, and which runs are headlines.
    """

    __slots__ = (
        "_named",
        "_pieces",
        "_starts",
        "_vocabulary",
        "begun",
        "headlines",
        "lexicon",
        "runs",
        "text",
        "words",
    )

    def __init__(self, text: str, pieces: list[str], begun: list[int], lexicon: Lexicon) -> None:
        """The scan of `text`, which `pieces` are: what stands between words, and the words, by turns."""
        self.text = text
        self.words = pieces[1::2]
        self.begun = begun
        self.lexicon = lexicon
        self._pieces = pieces
        # Worked out when they are first asked for, and once: a hostile text asks for each word.
        self._starts: list[int] | None = None
        self._named: frozenset[int] | None = None
        self._vocabulary: frozenset[str] | None = None
        self.runs: dict[object, range] = {}
        self.headlines: dict[tuple[range, bool], bool] = {}

    def start(self, at: int) -> int:
        """Where word `at` begins."""
        if self._starts is None:
            self._starts = list(accumulate(map(len, self._pieces)))[::2]
        return self._starts[at]

    @property
    def named(self) -> frozenset[int]:
        """The words that belong to a name, of whatever date."""
        if self._named is None:
            self._named = frozenset(at for each in matches(self, None) for at in range(each.first, each.last))
        return self._named

    @property
    def vocabulary(self) -> frozenset[str]:
        """The words, each once."""
        if self._vocabulary is None:
            self._vocabulary = frozenset(self.words)
        return self._vocabulary

    def gap(self, at: int) -> str:
        """What stands before word `at`; for the number of words, what stands after the last."""
        return self._pieces[2 * at]


class Match(Record, frozen=True):
    """Names found at words `first` to `last` (exclusive), characters `start` to `end`: the best of the longest.

    `bent` says what was stepped over (see `inflection`). `linkable` are the names of kinds that are linked without
    markup, one for each entity.
    """

    first: int
    last: int
    start: int
    end: int
    bent: int
    linkable: tuple[Name, ...]


def words_of(text: str) -> list[str]:
    """The words of a text, as names are sought in it."""
    return _WORDS.findall(text)


def scan(text: str, lexicon: Lexicon) -> Scan | None:
    """The text in words, or None where no word of it begins a name."""
    pieces = _WORDS.split(text)
    words = pieces[1::2]
    begun = [at for at, root in enumerate(map(lexicon.starts.__getitem__, words)) if root]
    if lexicon.spaceless and SPACELESS.search(text):
        begun = [at for at, word in enumerate(words) if lexicon.starts[word] or SPACELESS.search(word)]
    return Scan(text, pieces, begun, lexicon) if begun else None


def matches(found: Scan, date: Edtf | None) -> Iterator[Match]:
    """The names in the text from left to right, none within another; `date` is that of the page, if it has one."""
    free = 0
    for at in found.begun:
        if at < free:
            continue
        match = longest(found, at, date)
        if match is not None:
            yield match
            free = match.last
        elif found.lexicon.spaceless and SPACELESS.search(found.words[at]):
            yield from _spaceless(found, at, date)


def longest(found: Scan, at: int, date: Edtf | None) -> Match | None:
    """The longest name that begins at word `at`."""
    best = at
    names: list[tuple[Name, int]] = []
    for root, bent in found.lexicon.starts[found.words[at]]:
        for last, node, stepped in _walk(found, root, at + 1, bent):
            if last < best:
                continue
            fitting = [(name, stepped) for name in node.names if _fits(name, found.words, at, stepped, date)]
            if fitting and last > best:
                best, names = last, []
            names += fitting
    if not names:
        return None
    return _best(found, at, best, names)


def _walk(found: Scan, node: TrieNode, at: int, bent: int) -> Iterator[tuple[int, TrieNode, int]]:
    """The places of the trie where names end that begin with these words, with the word after each."""
    if node.names:
        yield at, node, bent
    if not node.next or at >= len(found.words):
        return
    step = joint(found.gap(at))
    for form, stepped in found.lexicon.readings(found.words[at]):
        child = node.next.get(step + form)
        if child is not None:
            yield from _walk(found, child, at + 1, bent | stepped)


def _fits(name: Name, words: list[str], at: int, bent: int, date: Edtf | None) -> bool:
    """Whether a name whose folded words stand here is written as it must be, and in use on the date."""
    if bent & ~name.allows:
        return False
    for offset, need in enumerate(name.needs):
        if need != ANY and not _written(words[at + offset], name.forms[offset], need, bent):
            return False
    return _in_use(name, date)


def _in_use(name: Name, date: Edtf | None) -> bool:
    if date is None:
        return True
    too_early = name.from_ is not None and dates.certainly_before(date, name.from_)
    return not too_early and not (name.to is not None and dates.certainly_after(date, name.to))


def _written(word: str, form: str, need: str, bent: int) -> bool:
    if need == CAPITAL:
        return word[0].isupper()
    stem = word[:-1] if bent & PLURAL and len(word) > len(form) else word
    return stem.isupper() if need == CAPITALS else stem == form or (bool(bent & PLURAL) and word.startswith(form))


def _best(found: Scan, first: int, last: int, names: list[tuple[Name, int]]) -> Match:
    """Names written as listed before those that differ in case or accents, and these before inflected ones."""
    ranks = [2 if bent else int(list(name.forms) != found.words[first:last]) for name, bent in names]
    least = min(ranks)
    kept = [each for each, rank in zip(names, ranks) if rank == least]
    start = found.start(first)
    last_word = found.start(last - 1) if last - first > 1 else start
    end = last_word + len(found.words[last - 1])
    end += _tail(found, end, kept[0][0])
    return Match(first, last, start, end, kept[0][1], _linkable(name for name, _ in kept))


def _linkable(names: Iterable[Name]) -> tuple[Name, ...]:
    found: dict[Key, Name] = {}
    for name in names:
        if name.key.kind in LINKED:
            found.setdefault(name.key, name)
    return tuple(found[key] for key in sorted(found)) if len(found) > 1 else tuple(found.values())


def _tail(found: Scan, end: int, name: Name) -> int:
    """How many characters after its last word belong to the name: `U.S.` ends in a dot, `ЧВК «Вагнер»` in a quote."""
    tail = name.alias.rpartition(name.forms[-1])[2]
    if len(name.steps) > 1 and all(step[0] == "." for step in name.steps[1:]):
        tail = "."
    return len(tail) if tail and found.text.startswith(tail, end) else 0


def _spaceless(found: Scan, at: int, date: Edtf | None) -> Iterator[Match]:
    """Names within a run of a script that writes no spaces: the longest at each place, of two characters or more."""
    word, start = found.words[at], found.start(at)
    place = 0
    while place < len(word):
        names = [
            name
            for name in found.lexicon.spaceless.get(word[place : place + _LEAST], ())
            if word.startswith(name.alias, place) and _in_use(name, date)
        ]
        if not names:
            place += 1
            continue
        length = max(len(name.alias) for name in names)
        kept = [name for name in names if len(name.alias) == length]
        yield Match(at, at + 1, start + place, start + place + length, 0, _linkable(kept))
        place += length
