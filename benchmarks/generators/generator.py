"""What the benchmarks know of a site generator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from benchmarks.corpus import Corpus, Term
from benchmarks.files import File


@dataclass(frozen=True, slots=True)
class Packages:
    """What a generator is installed from: requirements with their versions, for `pip` or for `npm`."""

    client: str = "pip"
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Generator:
    """A site generator: how it is fed and run. All paths are below a site's folder.

    In the commands, `{tools}` stands for the folder its packages are in, and `{port}` for a port. `articles` and
    `actors` are patterns of files, `template` is that of an article's page. `theme` is the folder of its templates and
    settings in `benchmarks/themes/`, "" for none. `caches` are the folders it keeps from build to build.
    """

    id: str
    title: str
    theme: str
    packages: Packages
    content: Callable[[Corpus], Iterable[File]]
    term: Callable[[Term], File]
    build: tuple[str, ...]
    serve: tuple[str, ...]
    articles: str
    actors: str
    template: str
    output: str
    caches: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
