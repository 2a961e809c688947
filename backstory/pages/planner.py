"""The plan of a site: every page to render and every file to copy, each at a route of its own."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from backstory.diagnostics import Diagnostic, Related, Span, report
from backstory.model.keys import Kind
from backstory.model.knowledge import Knowledge
from backstory.model.links import Links
from backstory.model.plan import Bytes, Copy, Page, Plan, file_of
from backstory.model.snapshot import Snapshot
from backstory.pages.site import NavPoint, Options, Site

Planned = Page | Bytes | Copy
OURS = Span("")


@dataclass(frozen=True, slots=True)
class Made:
    """Something planned, and the file that asked for it (OURS where the site makes it unasked)."""

    what: Planned
    source: Span = OURS


@dataclass(frozen=True, slots=True)
class Planner:
    """A kind of page. `serves` are the kinds of entities it gives pages or anchors to; `nav` its entries, with their
    place in the navigation, `foot` those in the foot of every page; `feeds` whether it makes the feeds."""

    plan: Callable[[Site], Iterator[Made]]
    serves: frozenset[Kind] = frozenset()
    nav: tuple[NavPoint, ...] = ()
    foot: tuple[NavPoint, ...] = ()
    feeds: bool = False


def _nothing(_site: Site, _pages: Iterator[Page]) -> Iterator[Made]:
    return iter(())


def plan(
    planners: tuple[Planner, ...],
    knowledge: Knowledge,
    links: Links,
    snapshot: Snapshot,
    options: Options,
    *,
    last: Callable[[Site, Iterator[Page]], Iterator[Made]] = _nothing,
) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """All that `planners` make of a site, in order of route, and the routes that more than one of them claims.

    `last` sees all their pages: the sitemap is made so.
    """
    site = Site(
        knowledge,
        links,
        snapshot,
        options,
        served=frozenset().union(*(planner.serves for planner in planners)),
        nav=tuple(point for planner in planners for point in planner.nav),
        foot=tuple(point for planner in planners for point in planner.foot),
        feeds=any(planner.feeds for planner in planners) and options.base is not None,
    )
    made = [each for planner in planners for each in planner.plan(site)]
    made += list(last(site, (each.what for each in made if isinstance(each.what, Page))))
    made.sort(key=lambda each: (each.what.route, each.source))
    kept, clashes = _settled(made)
    return Plan(
        tuple(each for each in kept if isinstance(each, Page)),
        tuple(each for each in kept if isinstance(each, Bytes)),
        tuple(each for each in kept if isinstance(each, Copy)),
    ), clashes


def _settled(made: list[Made]) -> tuple[list[Planned], tuple[Diagnostic, ...]]:
    """What can be written, and a diagnostic for each thing that cannot stand beside another.

    Two routes clash when they are one file, when only case or Unicode normalisation tells them apart (one file on
    Windows and macOS), and when one is a file where the other needs a folder.
    """
    taken: dict[str, Made] = {}
    folders: dict[str, Made] = {}
    kept: list[Planned] = []
    clashes: list[Diagnostic] = []
    for each in made:
        folded = _folded(file_of(each.what.route))
        other = taken.get(folded) or folders.get(folded) or _file_above(folded, taken)
        if other is not None:
            clashes.append(_clash(each, other))
            continue
        taken[folded] = each
        for folder in _above(folded):
            folders.setdefault(folder, each)
        kept.append(each.what)
    return kept, tuple(clashes)


def _folded(file: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", file).casefold())


def _above(file: str) -> Iterator[str]:
    parts = file.split("/")
    return ("/".join(parts[:end]) for end in range(1, len(parts)))


def _file_above(file: str, taken: Mapping[str, Made]) -> Made | None:
    return next((taken[folder] for folder in _above(file) if folder in taken), None)


def _clash(late: Made, early: Made) -> Diagnostic:
    blamed, other = (late, early) if late.source.path else (early, late)
    route, rival = blamed.what.route, other.what.route
    if route == rival:
        message = f"two pages claim `/{route}`"
    elif _folded(file_of(route)) == _folded(file_of(rival)):
        message = f"`/{route}` and `/{rival}` are one file on Windows and macOS"
    else:
        message = f"`/{route}` and `/{rival}` cannot both stand: one is a file where the other needs a folder"
    if other.source.path:
        related = (Related(other.source, f"`/{rival}` comes from here too"),)
        return report("E501", message, blamed.source, hint=_HINT, related=related)
    return report("E501", f"{message}, which the site makes itself", blamed.source, hint=_HINT)


_HINT = "give one of them another id or another `redirects` path"
