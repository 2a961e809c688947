"""An invented dataset of who backed whom, as a table gives it: a record for each backer, recipient and year.

Equal sizes give equal bytes.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.files import File

_SYLLABLES = "ka ra mi to sel dan vor ish ul ben tar qa wen sho lim dor az ped fur nok gal hes jin bru"
_GROUPS = ["Front", "Army", "Movement", "Council", "Brigade", "Alliance", "Union", "Party", "Forces", "Congress"]
_SUPPORT = ("weapons", "training", "funding", "intelligence", "materiel", "troops", "territory", "unknown")
_SETTINGS = (
    "title: A site to measure\nurl: https://example.org/\nlanguages: [en]\nlicence: CC BY 4.0\nshare_cards: false\n"
)


def files(*, actors: int = 650, records: int = 8_600, conflicts: int = 60) -> Iterator[File]:
    """The files of a site: actors, conflicts with two sides, sources, and backings by year, 1975 to 2017."""
    dice = random.Random(actors)
    names = _names(dice, actors)
    states, groups = list(names)[: actors // 4], list(names)[actors // 4 :]
    fought = {f"conflict-{at}": dice.sample(groups, min(10, len(groups))) for at in range(conflicts)}
    yield "site.yaml", _SETTINGS
    yield "content/actors.yaml", "".join(_actor(id_, name, state=id_ in states) for id_, name in names.items())
    yield "content/sources.yaml", "".join(_source(at) for at in range(40))
    for id_, parties in fought.items():
        yield f"content/conflicts/{id_}.md", f"---\n{_conflict(dice, id_, parties)}---\n"
    yield "content/backings/support.yaml", "".join(_records(dice, records, fought, states, list(names)))


def _names(dice: random.Random, count: int) -> dict[str, str]:
    """Names of actors by id."""
    found: dict[str, str] = {}
    while len(found) < count:
        name = " ".join([_name(dice) for _ in range(dice.randint(1, 2))] + [dice.choice(_GROUPS)])
        found.setdefault(name.lower().replace(" ", "-"), name)
    return found


def _name(dice: random.Random) -> str:
    return "".join(dice.choice(_SYLLABLES.split()) for _ in range(dice.randint(2, 4))).title()


def _actor(id_: str, name: str, *, state: bool) -> str:
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
