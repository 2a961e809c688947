"""The plan of a site: every page to compose and every file to copy, each with a route of its own."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from backstory.diagnostics import Diagnostic, Related, Span, report
from backstory.pages.core.site import Memo, NavPoint, Options, Site
from backstory.records.entity import Entity
from backstory.records.knowledge import Knowledge
from backstory.records.links import Links
from backstory.records.plan import Bytes, Copy, Draft, Page, Plan, Summary, file_of
from backstory.records.snapshot import Snapshot
from backstory.values.keys import Key, Kind

E = TypeVar("E", bound=Entity[Any])
PlanItem = Draft | Summary | Copy
OURS = Span("")
_LONGEST_NAME = 255
_LONGEST_ROUTE = 2000
"""Bytes: what file systems take, and what a whole path may have (4,096 on Linux) with the output folder before it."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A planned page or file, and the author's file it comes from (OURS for what every site has)."""

    what: PlanItem
    source: Span = OURS

    @property
    def routes(self) -> tuple[str, ...]:
        """Its routes: an export makes many files at once."""
        return (self.what.route,) if isinstance(self.what, Copy) else self.what.routes


def page(route: str, template: str, view: Callable[[], Any], source: Span = OURS) -> Planned:
    """A page; `view` makes its view when the page is rendered."""
    return Planned(Draft((route,), partial(_page, route, template, view), template), source)


def of_each(
    site: Site, entities: Mapping[str, E], template: str, view: Callable[[E, str, str], Any]
) -> Iterator[Planned]:
    """The page of every entity in each of its languages, or of the one that is wanted alone.

    `view` takes the entity, the route and the language.
    """
    for entity in entities.values() if site.only is None else _only(entities, site.only):
        for lang in site.spoken(entity):
            route = site.route(entity.key, lang)
            yield page(route, template, partial(view, entity, route, lang), entity.head)


def _only(entities: Mapping[str, E], key: Key) -> Iterator[E]:
    entity = entities.get(key.id)
    if entity is not None and entity.key == key:
        yield entity


def _page(route: str, template: str, view: Callable[[], Any]) -> tuple[Page]:
    return (Page(route, template, view()),)


def file(route: str, data: Callable[[], bytes]) -> Planned:
    """A file without a template; `data` makes its bytes when it is written."""
    return Planned(Draft((route,), partial(_file, route, data)))


def _file(route: str, data: Callable[[], bytes]) -> tuple[Bytes]:
    return (Bytes(route, data()),)


@dataclass(frozen=True, slots=True)
class Planner:
    """Plans one kind of page. `serves` are the kinds of entity that get a page or an anchor by it; `nav` and `foot` its
    entries of the navigation and of the foot; `feeds` is true for the one that makes the feeds."""

    plan: Callable[[Site], Iterable[Planned]]
    serves: frozenset[Kind] = frozenset()
    nav: tuple[NavPoint, ...] = ()
    foot: tuple[NavPoint, ...] = ()
    feeds: bool = False


def _nothing(_site: Site, _routes: int) -> Iterator[Planned]:
    return iter(())


def _go_on() -> None:
    """Nothing ends the planning early."""


def plan(
    planners: tuple[Planner, ...],
    knowledge: Knowledge,
    links: Links,
    snapshot: Snapshot,
    options: Options,
    *,
    last: Callable[[Site, int], Iterator[Planned]] = _nothing,
    memo: Memo | None = None,
    going_on: Callable[[], None] = _go_on,
) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """All that `planners` make of a site, in order of route, and a diagnostic for every route claimed twice.

    `last` is called with the number of all routes, and plans what comes last: the sitemap. `memo` keeps what is worked
    out once for all pages. `going_on` is called before each planner; to end the planning it raises.
    """
    site = site_of(planners, knowledge, links, snapshot, options, memo)
    made: list[Planned] = []
    for planner in planners:
        going_on()
        made += planner.plan(site)
    made += list(last(site, sum(len(each.routes) for each in made)))
    made.sort(key=lambda each: (each.routes, each.source))
    kept, clashes = _settled(made)
    return Plan(
        tuple(each for each in kept if isinstance(each, Draft)),
        tuple(each for each in kept if isinstance(each, Summary)),
        tuple(each for each in kept if isinstance(each, Copy)),
    ), clashes


def site_of(
    planners: tuple[Planner, ...],
    knowledge: Knowledge,
    links: Links,
    snapshot: Snapshot,
    options: Options,
    memo: Memo | None = None,
) -> Site:
    """The site as these planners see it."""
    return Site(
        knowledge,
        links,
        snapshot,
        options,
        served=frozenset().union(*(planner.serves for planner in planners)),
        nav=tuple(point for planner in planners for point in planner.nav),
        foot=tuple(point for planner in planners for point in planner.foot),
        feeds=any(planner.feeds for planner in planners) and options.base is not None,
        memo=memo,
    )


@dataclass(frozen=True, slots=True)
class _Claim:
    """One route of something planned, and the author's file it comes from."""

    route: str
    source: Span


def _settled(made: Iterable[Planned]) -> tuple[list[PlanItem], tuple[Diagnostic, ...]]:
    """What can be written, and a diagnostic for each thing that cannot be written beside another.

    Two routes clash when they are one file, when only case or Unicode normalisation tells them apart (one file on
    Windows and macOS), and when one is a file where the other needs a folder.
    """
    taken: dict[str, _Claim] = {}
    folders: dict[str, _Claim] = {}
    kept: list[PlanItem] = []
    clashes: list[Diagnostic] = []
    for each in made:
        found = [clash for route in each.routes for clash in _claimed(_Claim(route, each.source), taken, folders)]
        clashes += found
        if not found:
            kept.append(each.what)
    return kept, tuple(clashes)


def _claimed(claim: _Claim, taken: dict[str, _Claim], folders: dict[str, _Claim]) -> Iterator[Diagnostic]:
    """Take a route, or give the diagnostic why it cannot be taken."""
    folded = _folded(file_of(claim.route))
    if claim.source.path and (slip := _impossible(claim)) is not None:
        yield slip
        return
    other = taken.get(folded) or folders.get(folded) or _file_above(folded, taken)
    if other is not None:
        yield _clash(claim, other)
        return
    taken[folded] = claim
    for folder in _above(folded):
        folders.setdefault(folder, claim)


def _impossible(claim: _Claim) -> Diagnostic | None:
    """Why no file can have a route, whatever else there is."""
    names = claim.route.split("/")
    if names[0].casefold().startswith(".backstory"):
        message = f"`/{names[0]}` is a file by which Backstory knows what it wrote"
        return report("E501", message, claim.source, hint="give this file another name")
    longest = max((len(name.encode()) for name in names), default=0)
    if longest <= _LONGEST_NAME and len(claim.route.encode()) <= _LONGEST_ROUTE:
        return None
    what, most = (
        (f"a name of {longest} bytes", _LONGEST_NAME)
        if longest > _LONGEST_NAME
        else (f"a path of {len(claim.route.encode())} bytes", _LONGEST_ROUTE)
    )
    return report("E502", f"this needs {what} in the site, and {most} is the most", claim.source, hint="shorten it")


def _folded(file: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", file).casefold())


def _above(file: str) -> Iterator[str]:
    parts = file.split("/")
    return ("/".join(parts[:end]) for end in range(1, len(parts)))


def _file_above(file: str, taken: Mapping[str, _Claim]) -> _Claim | None:
    return next((taken[folder] for folder in _above(file) if folder in taken), None)


def _clash(late: _Claim, early: _Claim) -> Diagnostic:
    blamed, other = (late, early) if late.source.path else (early, late)
    route, rival = blamed.route, other.route
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
