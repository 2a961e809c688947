"""An invented explainer site of any size. Equal sizes give equal corpora.

To `count` articles come a fifth as many actors and a tenth as many terms, which the articles name in their prose.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from benchmarks.corpus_words import (
    BODIES,
    COMMON,
    CONCEPTS,
    FIELDS,
    QUALIFIERS,
    REGIONS,
    SYLLABLES,
    TAGS,
    TOPICAL,
)

Each = TypeVar("Each")
BACKING = ("funding", "endorsement", "partnership", "membership", "in-kind")
_PROSE = COMMON * 3 + TOPICAL
_WEIGHTS = [*itertools.accumulate([6.0] * len(COMMON) * 3 + [4.0] * len(TOPICAL))]
_FIRST_DAY = date(2016, 1, 1)


@dataclass(frozen=True, slots=True)
class Backer:
    """Who backs: an actor's id, the kind of backing, the day, and the address of a record."""

    actor: str
    kind: str
    date: str
    source: str


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor, with those who back it."""

    id: str
    name: str
    aliases: tuple[str, ...]
    backers: tuple[Backer, ...]
    body: str


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary."""

    id: str
    name: str
    aliases: tuple[str, ...]
    definition: str
    body: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article. Its body is Markdown; links to other articles are written `[text](id.md)`.

    `actors` are ids; `sources` are titles with addresses.
    """

    id: str
    title: str
    date: str
    summary: str
    tags: tuple[str, ...]
    actors: tuple[str, ...]
    backers: tuple[Backer, ...]
    sources: tuple[tuple[str, str], ...]
    body: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that a site tells."""

    articles: tuple[Article, ...]
    actors: tuple[Actor, ...]
    terms: tuple[Term, ...]


def invented(count: int) -> Corpus:
    """The corpus of `count` articles."""
    dice = random.Random(str(count))
    actors = _actors(dice, max(4, count // 5))
    terms = _terms(dice, max(4, count // 10))
    titles = _titles(dice, count)
    articles = (_article(random.Random(f"{count} {number}"), number, titles, actors, terms) for number in range(count))
    return Corpus(tuple(articles), actors, terms)


def slug(text: str) -> str:
    """A text as an id: small letters and digits, joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


def _actors(dice: random.Random, count: int) -> tuple[Actor, ...]:
    names: dict[str, tuple[str, str]] = {}
    while len(names) < count:
        name, alias = _person(dice) if dice.random() < 0.45 else _organisation(dice)
        if len(slug(name)) >= 5:
            names.setdefault(slug(name), (name, alias))
    ids = list(names)
    taken: set[str] = set()
    actors = []
    for id_, (name, alias) in names.items():
        backed_by = [each for each in _skewed(dice, ids, dice.choice((0, 1, 2, 2, 3, 5))) if each != id_]
        backers = tuple(_backer(dice, each) for each in backed_by)
        aliases = () if alias in taken else (alias,)
        taken.add(alias)
        actors.append(Actor(id_, name, aliases, backers, _body(dice, 3)))
    return tuple(actors)


def _person(dice: random.Random) -> tuple[str, str]:
    first, last = _word(dice).title(), _word(dice).title()
    return f"{first} {last}", f"{first[0]}. {last}"


def _organisation(dice: random.Random) -> tuple[str, str]:
    work, place = f"{dice.choice(FIELDS)} {dice.choice(BODIES)}", _word(dice).title()
    name = f"{place} {work}" if dice.random() < 0.7 else f"{dice.choice(REGIONS)} {work} of {place}"
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return name, initials + _word(dice)[:2].upper()


def _terms(dice: random.Random, count: int) -> tuple[Term, ...]:
    terms: dict[str, Term] = {}
    while len(terms) < count:
        name = _term(dice)
        aliases = (name + "s",) if dice.random() < 0.5 else ()
        terms.setdefault(slug(name), Term(slug(name), name, aliases, _sentence(dice, []), _body(dice, 2)))
    return tuple(terms.values())


def _term(dice: random.Random) -> str:
    kind = dice.random()
    if kind < 0.4:
        return f"{dice.choice(QUALIFIERS)} {dice.choice(CONCEPTS)}"
    return f"{_word(dice)} {dice.choice(CONCEPTS)}" if kind < 0.8 else f"{_word(dice)}ism"


def _titles(dice: random.Random, count: int) -> tuple[str, ...]:
    titles: dict[str, None] = {}
    while len(titles) < count:
        words = " ".join(dice.choices(TOPICAL, k=dice.randint(3, 6)))
        titles.setdefault(f"{dice.choice(('How', 'Why', 'What', 'When'))} {words}")
    return tuple(titles)


def _article(
    dice: random.Random, number: int, titles: Sequence[str], actors: Sequence[Actor], terms: Sequence[Term]
) -> Article:
    cast = _skewed(dice, actors, dice.randint(2, 6))
    named = [dice.choice((actor.name, actor.name, *actor.aliases)) for actor in cast]
    named += [dice.choice((term.name, *term.aliases)) for term in _skewed(dice, terms, dice.randint(2, 5))]
    named += [f"[{title.lower()}]({slug(title)}.md)" for title in dice.sample(titles, min(3, len(titles)))]
    notes = range(1, dice.randint(1, 3) + 1)
    named += [f"{dice.choice(TOPICAL)}[^{note}]" for note in notes]
    dice.shuffle(named)
    blocks = [*_sections(dice, named), *(f"[^{note}]: {_sentence(dice, [])}" for note in notes)]
    return Article(
        slug(titles[number]),
        titles[number],
        _day(dice),
        _sentence(dice, []),
        tuple(dice.sample(TAGS, dice.randint(1, 4))),
        tuple(actor.id for actor in cast),
        tuple(_backer(dice, dice.choice(actors).id) for _ in range(dice.randint(0, 3))),
        tuple((_sentence(dice, [])[:60], _address(dice, "reports")) for _ in range(dice.randint(1, 4))),
        "\n\n".join(blocks) + "\n",
    )


def _sections(dice: random.Random, named: list[str]) -> Iterator[str]:
    """The blocks of an article, each name of `named` in one of them."""
    yield _paragraph(dice, named)
    for _ in range(dice.randint(4, 5)):
        yield "## " + " ".join(dice.sample(TOPICAL, dice.randint(2, 4))).title()
        yield _paragraph(dice, named)
        yield from _block(dice, named)
        if dice.random() < 0.5:
            yield "### " + " ".join(dice.sample(TOPICAL, 2)).title()
        yield _paragraph(dice, named)
    if named:
        yield " ".join(f"The {each} matters." for each in named)


def _block(dice: random.Random, named: list[str]) -> Iterator[str]:
    """A list, a table, a quotation, code, or nothing."""
    kind = dice.random()
    if kind < 0.30:
        yield "\n".join(f"- {_sentence(dice, named)}" for _ in range(dice.randint(3, 5)))
    elif kind < 0.40:
        yield "\n".join(f"{number}. {_sentence(dice, named)}" for number in range(1, 4))
    elif kind < 0.60:
        rows = (f"| {2010 + at} | {dice.choice(TOPICAL)} | {dice.randrange(999)} |" for at in range(dice.randint(3, 6)))
        yield "\n".join(("| Year | Region | Value |", "| --- | --- | ---: |", *rows))
    elif kind < 0.75:
        yield f"> {_paragraph(dice, named)}"
    elif kind < 0.80:
        yield "\n".join(("```", *(f"{word} = {dice.randrange(99)}" for word in dice.sample(TOPICAL, 4)), "```"))


def _body(dice: random.Random, paragraphs: int) -> str:
    return "\n\n".join(_paragraph(dice, []) for _ in range(paragraphs))


def _paragraph(dice: random.Random, named: list[str]) -> str:
    return " ".join(_sentence(dice, named) for _ in range(dice.randint(3, 5)))


def _sentence(dice: random.Random, named: list[str]) -> str:
    """A sentence of 8 to 20 words; every second one takes a name out of `named`."""
    words = dice.choices(_PROSE, cum_weights=_WEIGHTS, k=dice.randint(8, 20))
    at, kind = dice.randrange(1, len(words) - 1), dice.random()
    if kind < 0.05:
        words[at : at + 2] = [f"**{words[at]} {words[at + 1]}**"]
    elif kind < 0.12:
        words[at] = f"*{words[at]}*"
    elif kind < 0.15:
        words[at] = f"`{dice.choice(TOPICAL)}`"
    if len(words) > 14:
        words[7] += ","
    if named and dice.random() < 0.5:
        words.insert(dice.randint(1, len(words) - 1), named.pop())
    text = " ".join(words)
    return text[0].upper() + text[1:] + "."


def _backer(dice: random.Random, actor: str) -> Backer:
    return Backer(actor, dice.choice(BACKING), _day(dice), _address(dice, "records"))


def _day(dice: random.Random) -> str:
    return (_FIRST_DAY + timedelta(days=dice.randrange(3600))).isoformat()


def _address(dice: random.Random, folder: str) -> str:
    return f"https://example.org/{folder}/{dice.randrange(10**6)}"


def _word(dice: random.Random) -> str:
    return "".join(dice.choices(SYLLABLES, k=dice.randint(2, 3)))


def _skewed(dice: random.Random, of: Sequence[Each], count: int) -> list[Each]:
    """`count` different ones; half the draws favour the first few, as some actors are in every story."""
    chosen: dict[int, Each] = {}
    while len(chosen) < min(count, len(of)):
        at = int(len(of) ** dice.random() ** 0.9) - 1 if dice.random() < 0.5 else dice.randrange(len(of))
        chosen[at] = of[at]
    return list(chosen.values())
