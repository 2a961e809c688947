"""A site folder for one generator, made anew from a corpus."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks import dated_backings, files
from benchmarks.corpus import Corpus, Term, invented
from benchmarks.generators.generator import Generator
from benchmarks.generators.ours import CLONE, OURS

SAMPLE = "sample"
BACKINGS = "backings"
_THEMES = Path(__file__).parent / "themes"


@dataclass(frozen=True, slots=True)
class Site:
    """A site of a generator; `term` is one that its texts name and that has no file yet."""

    generator: Generator
    folder: Path
    tools: Path
    term: Term | None

    def command(self, words: Sequence[str], port: int = 0) -> list[str]:
        """A command of the generator, its places filled in."""
        return [word.format(tools=self.tools, port=port) for word in words]

    def output(self, route: str) -> Path:
        """The file of the output that a route shows."""
        return self.folder / self.generator.output / route / "index.html"

    def clear(self) -> None:
        """Take away what builds made."""
        for name in (self.generator.output, *self.generator.caches):
            shutil.rmtree(self.folder / name, ignore_errors=True)


def knows(generator: Generator, corpus: str) -> bool:
    """Whether a corpus can be written for a generator: the sample and the dataset are Backstory's alone."""
    return generator is OURS or corpus not in (SAMPLE, BACKINGS)


def made(generator: Generator, corpus: str, folder: Path, tools: Path) -> Site:
    """The site of a corpus, "sample", "backings" or a number of articles, in a folder that is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if generator.theme:
        shutil.copytree(_THEMES / generator.theme, folder, dirs_exist_ok=True)
    if (tools / "node_modules").is_dir():
        (folder / "node_modules").symlink_to(tools / "node_modules")
    if corpus == SAMPLE:
        shutil.copytree(CLONE / "content", folder / "content")
        shutil.copy(CLONE / "site.yaml", folder)
        return Site(generator, folder, tools, None)
    if corpus == BACKINGS:
        files.write(folder, dated_backings.files())
        return Site(generator, folder, tools, None)
    known, term = _without_a_term(int(corpus))
    files.write(folder, generator.content(known))
    return Site(generator, folder, tools, term)


@cache
def _without_a_term(count: int) -> tuple[Corpus, Term]:
    """The corpus of `count` articles without one term, and that term."""
    whole = invented(count)
    term = whole.terms[len(whole.terms) // 2]
    return Corpus(whole.articles, whole.actors, tuple(each for each in whole.terms if each is not term)), term
