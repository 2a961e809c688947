"""Made-up sites of the sizes that count; equal sizes give equal bytes."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

_SYLLABLES = """
ka ra mi to sel dan vor ish ul ben tar qa wen sho lim dor az ped fur nok gal hes jin bru
"""
_GROUPS = """
Front Army Movement Council Brigade Alliance Union Party Forces Congress
"""
_WORDS = """
the of and to in that was were had with from said after by for on as not which have been their its at this
would more forces town road night men two last week report officials an arms coast border into over held what
no one who could other under while group talks air base fighting days before still cargo ships ministry denied
records deliveries pilots airfield convoy drones training funds weapons inspectors letter camp region capital
"""
_SUPPORT = ("weapons", "training", "funding", "intelligence", "materiel", "troops", "territory", "unknown")
_SETTINGS = "title: A site to measure\nurl: https://example.org/\nlanguages: [en]\nlicence: CC BY 4.0\n"


def backings(folder: Path, *, actors: int = 650, records: int = 8_600, conflicts: int = 60) -> None:
    """A dataset as a table gives it: actors, conflicts with two sides, sources, and backings by year, 1975 to 2017."""
    dice = random.Random(actors)
    names = _names(dice, actors)
    states, groups = list(names)[: actors // 4], list(names)[actors // 4 :]
    fought = {f"conflict-{at}": dice.sample(groups, min(10, len(groups))) for at in range(conflicts)}
    _settings(folder)
    _write(folder / "content/actors.yaml", (_actor(id_, name, id_ in states) for id_, name in names.items()))
    _write(folder / "content/sources.yaml", (_source(at) for at in range(40)))
    for id_, parties in fought.items():
        _write(folder / f"content/conflicts/{id_}.md", ["---\n", _conflict(dice, id_, parties), "---\n"])
    _write(folder / "content/backings/support.yaml", _records(dice, records, fought, states, list(names)))


def aliases(folder: Path, *, actors: int = 18_000) -> None:
    """Actors with an alias and another spelling each."""
    dice = random.Random(actors)
    names = _names(dice, actors)
    entries = (
        f"{_actor(id_, name, at % 4 == 0)}  aliases:\n    - {_name(dice)}\n    - {_name(dice)} {_name(dice)}\n"
        for at, (id_, name) in enumerate(names.items())
    )
    _settings(folder)
    _write(folder / "content/actors.yaml", entries)


def articles(folder: Path, *, count: int = 1_000) -> None:
    """Articles of 4.7 KB with a file for every fifth an actor and for every tenth a term, named in the text."""
    dice = random.Random(count)
    names = _names(dice, max(4, count // 5))
    terms = {f"term-{at}": f"{_name(dice).lower()} {dice.choice(_WORDS.split())}" for at in range(max(4, count // 10))}
    _settings(folder)
    for at, (id_, name) in enumerate(names.items()):
        head = f"name: {name}\ntype: {'state' if at % 4 == 0 else 'armed-group'}\nsummary: {_sentence(dice, [])}\n"
        _write(folder / f"content/actors/{id_}.md", ["---\n", head, "---\n\n", _paragraph(dice, []), "\n"])
    for id_, name in terms.items():
        head = f"name: {name}\ndefinition: {_sentence(dice, [])}\n"
        _write(folder / f"content/glossary/{id_}.md", ["---\n", head, "---\n\n", _paragraph(dice, []), "\n"])
    for at in range(count):
        _write(
            folder / f"content/articles/article-{at}.md",
            _article(dice, at, count, [*names.values()], [*terms.values()]),
        )


def _names(dice: random.Random, count: int) -> dict[str, str]:
    """Names of actors by id."""
    found: dict[str, str] = {}
    while len(found) < count:
        name = " ".join([_name(dice) for _ in range(dice.randint(1, 2))] + [dice.choice(_GROUPS.split())])
        found.setdefault(name.lower().replace(" ", "-"), name)
    return found


def _name(dice: random.Random) -> str:
    return "".join(dice.choice(_SYLLABLES.split()) for _ in range(dice.randint(2, 4))).title()


def _actor(id_: str, name: str, state: bool) -> str:  # noqa: FBT001 - one of two kinds
    return f"{id_}:\n  name: {name}\n  type: {'state' if state else 'rebel-group'}\n"


def _source(at: int) -> str:
    return (
        f"source-{at}:\n  title: Yearbook {at}\n  publisher: Institute {at % 7}\n  date: {1980 + at}\n  kind: dataset\n"
    )


def _conflict(dice: random.Random, id_: str, parties: list[str]) -> str:
    begin = dice.randint(1975, 2005)
    text = f"name: War {id_.rpartition('-')[2]}\nfrom: {begin}\nto: {begin + 12}\nsides:\n"
    for side, of_side in (("one", parties[::2]), ("other", parties[1::2])):
        text += f"  - id: {side}\n    label: Side {side}\n    parties:\n"
        text += "".join(f"      - actor: {each}\n        sources: [source-1]\n" for each in of_side)
    return text


def _records(
    dice: random.Random, count: int, fought: dict[str, list[str]], states: list[str], actors: list[str]
) -> Iterator[str]:
    """Ties over several years, a record for each year, until there are `count`."""
    seen: set[tuple[str, str, str, int]] = set()
    while len(seen) < count:
        conflict = dice.choice(list(fought))
        recipient = dice.choice(fought[conflict])
        backer = dice.choice(states if dice.random() < 0.8 else actors)
        first = dice.randint(1975, 2010)
        for year in range(first, min(first + dice.randint(1, 9), 2018)):
            identity = (conflict, recipient, backer, year)
            if backer != recipient and identity not in seen and len(seen) < count:
                seen.add(identity)
                yield _record(dice, *identity)


def _record(dice: random.Random, conflict: str, recipient: str, backer: str, year: int) -> str:
    kinds = "".join(f"    - {kind}\n" for kind in sorted(dice.sample(_SUPPORT, dice.randint(1, 3))))
    return (
        f"- recipient: {recipient}\n  actor: {backer}\n  conflict: {conflict}\n  id: y{year}\n"
        f"  support:\n{kinds}  observed:\n    - {year}\n  sources:\n    - source-{dice.randrange(40)}\n"
    )


def _article(dice: random.Random, at: int, count: int, names: list[str], terms: list[str]) -> Iterator[str]:
    named = dice.sample(names, min(4, len(names))) + dice.sample(terms, min(3, len(terms)))
    named += [f"[an earlier report](article-{dice.randrange(count)}.md)" for _ in range(3)]
    named += [f"{dice.choice(_WORDS.split())}[^1]"]
    dice.shuffle(named)
    date = f"{dice.randint(2015, 2020)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    yield f"---\ntitle: Report {at} on {dice.choice(names)}\ndate: {date}\nsummary: {_sentence(dice, [])}\n---\n\n"
    for section in range(5):
        yield f"{_paragraph(dice, named)}\n\n## Section {section} {dice.choice(_WORDS.split())}\n\n"
        yield f"{_paragraph(dice, named)}\n\n"
        if section % 2:
            yield "".join(f"- {_sentence(dice, named)}\n" for _ in range(3)) + "\n"
    yield f"> {_paragraph(dice, named)}\n\n[^1]: {_sentence(dice, [])}\n"


def _paragraph(dice: random.Random, named: list[str]) -> str:
    return " ".join(_sentence(dice, named) for _ in range(4))


def _sentence(dice: random.Random, named: list[str]) -> str:
    words = dice.choices(_WORDS.split(), k=dice.randint(9, 20))
    words[3] = dice.choice((words[3], f"*{words[3]}*", f"**{words[3]}**"))
    if named and dice.random() < 0.4:
        words.insert(5, named.pop())
    text = " ".join(words)
    return text[0].upper() + text[1:] + "."


def _settings(folder: Path) -> None:
    _write(folder / "site.yaml", [_SETTINGS])


def _write(place: Path, pieces: Iterable[str]) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("".join(pieces), encoding="utf-8")
