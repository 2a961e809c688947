"""An index from A to Z (أ to ي): on one page, or past some five hundred entries on one page a letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from backstory.model import wording
from backstory.model.entity import Entity
from backstory.model.keys import Kind
from backstory.pages import planner, shelves
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame, NavEntry, frame
from backstory.pages.moments import Moment
from backstory.pages.planner import Made
from backstory.pages.refs import Ref
from backstory.pages.shelves import Shelf
from backstory.pages.site import Site
from backstory.pages.text import Text

_Shelves = tuple[Shelf[Any], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: the name, its other names, what it is in a word or two, and a sentence."""

    ref: Ref
    also: tuple[Text, ...] = ()
    facts: tuple[Text, ...] = ()
    date: Moment | None = None
    sentence: Text | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that leads to its entries, and how many there are."""

    label: str
    href: str
    count: str
    current: bool = False


def door(folio: Folio, label: str, route: str, counting: str, count: int) -> Letter:
    """The way to a part of a long list; `counting` is the phrase that counts what is there."""
    return Letter(label, folio.href(route), wording.plural(counting, count, folio.lang), route == folio.route)


@dataclass(frozen=True, slots=True)
class Group:
    """The entries under one letter."""

    id: str
    label: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """An index. `lead` says what stands in it; split, its first page has letters and no groups."""

    frame: Frame
    up: NavEntry | None
    title: str
    lead: str
    count: str
    letters: tuple[Letter, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """What an index lists. `name` and `count` name its phrases: `nav.glossary`, `door.glossary`, `count.terms`."""

    kind: Kind
    name: str
    count: str
    entry: Callable[[Folio, Entity[Any]], Entry]


def pages(site: Site, index: Index) -> Iterator[Made]:
    """An index in every language of the site. It lists everything: names that have no translation fall back."""
    entities = tuple(site.knowledge.of(index.kind).values())
    route = f"{index.kind.value}/"
    for lang in site.languages:
        held = shelves.by_letter(entities, lang)
        start = site.prefix(lang) + route
        if len(entities) <= shelves.MOST:
            yield _page(site, start, lang, index, held, held, split=False)
            continue
        yield _page(site, start, lang, index, held, (), split=True)
        for shelf in held:
            yield _page(site, start + _part(shelf), lang, index, held, (shelf,), split=True)


def _part(shelf: Shelf[Any]) -> str:
    # No id can be taken for it in passing: `letter-a` says what it is.
    return f"letter-{shelf.slug}/"


def _page(site: Site, route: str, lang: str, index: Index, held: _Shelves, shown: _Shelves, *, split: bool) -> Made:
    return planner.page(route, "index.html", partial(_view, site, route, lang, index, held, shown, split=split))


def _view(
    site: Site, route: str, lang: str, index: Index, held: _Shelves, shown: _Shelves, *, split: bool
) -> IndexView:
    folio = Folio(site, route, lang)
    title = wording.phrase(f"nav.{index.name}", lang)
    top = site.prefix(lang) + f"{index.kind.value}/"
    part = route != top
    named = f"{title}: {shown[0].label}" if part else title
    lead = wording.phrase(f"door.{index.name}", lang)
    versions = (lang,) if part else None
    return IndexView(
        frame=frame(folio, named, description=lead, versions=versions),
        up=NavEntry(title, folio.href(top), "") if part else None,
        title=named,
        lead="" if part else lead,
        count=wording.plural(f"count.{index.count}", sum(len(each.entities) for each in (shown or held)), lang),
        letters=tuple(_letter(folio, index, each, shown, top, split=split) for each in held),
        groups=tuple(_group(folio, index, each) for each in shown),
    )


def _letter(
    folio: Folio, index: Index, shelf: Shelf[Any], shown: tuple[Shelf[Any], ...], top: str, *, split: bool
) -> Letter:
    href = folio.href(top + _part(shelf)) if split else f"#{_anchor(shelf)}"
    count = wording.plural(f"count.{index.count}", len(shelf.entities), folio.lang)
    return Letter(shelf.label, href, count, split and shelf in shown)


def _group(folio: Folio, index: Index, shelf: Shelf[Any]) -> Group:
    return Group(_anchor(shelf), shelf.label, tuple(index.entry(folio, each) for each in shelf.entities))


def _anchor(shelf: Shelf[Any]) -> str:
    return f"_{shelf.slug}"
