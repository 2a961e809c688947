"""What linking costs: one article's text against lexicons of growing size, warm; and building a lexicon.

Run from the repository's folder: `python -m benchmarks.linking`.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from backstory.linking.collisions import collisions
from backstory.linking.lexicon import lexicon
from backstory.linking.link import Linker
from backstory.records.knowledge import Knowledge
from tests.linking import build

SIZES = (1_000, 5_000, 27_000)
_SYLLABLES = """ka ra mi to sel dan vor ish ul ben tar qa wen sho lim dor az ped fur nok gal hes jin bru"""
_FILLER = """the of and to in that was were had with from said after by for on as not which have been their its at this
would more forces town road night men two last week report officials an arms coast border into over held what no one
who could other under while group talks air base fighting days before still"""


def word(dice: random.Random) -> str:
    """A made-up word."""
    return "".join(dice.choice(_SYLLABLES.split()) for _ in range(dice.randint(2, 4)))


def site(size: int, dice: random.Random) -> tuple[Knowledge, str]:
    """A site with `size` names, and an article of 4.2 KB that holds some of them."""
    found: dict[str, None] = {}
    while len(found) < size:
        found[" ".join(word(dice).title() for _ in range(dice.randint(1, 3)))] = None
    names = list(found)
    actors = [
        build.actor(f"a{at}", name, aliases=[alias]) for at, (name, alias) in enumerate(zip(names[::2], names[1::2]))
    ]
    text: list[str] = []
    filler = _FILLER.split()
    while sum(len(each) + 1 for each in text) < 4_200:
        text.append(dice.choice(names) if dice.random() < 0.02 else dice.choice(filler))
        if dice.random() < 0.01:
            text[-1] += ".\n\n"
    return build.knowledge(*actors, build.article("a", " ".join(text))), " ".join(text)


def best(run: Callable[[], object], times: int) -> float:
    """The least time a run takes, in milliseconds."""
    least = float("inf")
    for _ in range(times):
        begin = time.perf_counter()
        run()
        least = min(least, time.perf_counter() - begin)
    return least * 1000


def main() -> None:
    """Print the table."""
    print(f"{'names':>7} {'lexicon ms':>11} {'article ms':>11} {'links':>6} {'collisions ms':>14}")
    for size in SIZES:
        knowledge, _ = site(size, random.Random(size))
        linker = Linker(knowledge, ())
        article = knowledge.articles["a"]
        found = linker.entity(article)[0]
        built = best(lambda knowledge=knowledge: lexicon(knowledge, "en"), 3)  # type: ignore[misc]
        linked = best(lambda linker=linker, article=article: linker.entity(article), 50)  # type: ignore[misc]
        clashing = best(lambda knowledge=knowledge: list(collisions(knowledge)), 1)  # type: ignore[misc]
        count = len(found.linked.mentions)
        print(f"{size:>7} {built:>11.0f} {linked:>11.3f} {count:>6} {clashing:>14.0f}")


if __name__ == "__main__":
    main()
