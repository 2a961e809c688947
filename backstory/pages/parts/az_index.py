"""An index from A to Z (أ to ي): on one page, or past some five hundred entries on one page a letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from backstory.language import wording
from backstory.pages.core import index_groups, planner
from backstory.pages.core.date_views import Moment
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.index_groups import IndexGroup
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame, NavEntry, frame
from backstory.pages.core.page_text import PageText
from backstory.pages.core.planner import Planned
from backstory.pages.core.site import Site
from backstory.records.entity import Entity
from backstory.values.keys import Kind

_Shelves = tuple[IndexGroup[Any], ...]


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """An entry: the name, its other names, what it is in a word or two, and a sentence."""

    ref: EntityLink
    also: tuple[PageText, ...] = ()
    facts: tuple[PageText, ...] = ()
    date: Moment | None = None
    sentence: PageText | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that leads to its entries, and how many there are."""

    label: str
    href: str
    count: str
    current: bool = False


def door(page: PageBuilder, label: str, route: str, counting: str, count: int) -> Letter:
    """The way to a part of a long list; `counting` is the phrase that counts what is there."""
    return Letter(label, page.href(route), wording.plural(counting, count, page.lang), route == page.route)


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The entries under one letter."""

    id: str
    label: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """An index. `lead` says what stands in it; split, its first page has letters and no groups."""

    frame: Frame
    up: NavEntry | None
    title: str
    lead: str
    count: str
    letters: tuple[Letter, ...]
    groups: tuple[LetterGroup, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """What an index lists. `name` and `count` name its phrases: `nav.glossary`, `door.glossary`, `count.terms`."""

    kind: Kind
    name: str
    count: str
    entry: Callable[[PageBuilder, Entity[Any]], IndexEntry]


def pages(site: Site, index: Index) -> Iterator[Planned]:
    """An index in every language of the site. It lists everything: names that have no translation fall back."""
    entities = tuple(site.knowledge.of(index.kind).values())
    route = f"{index.kind.value}/"
    for lang in site.languages:
        held = index_groups.by_letter(entities, lang)
        start = site.prefix(lang) + route
        if len(entities) <= index_groups.MOST:
            yield _page(site, start, lang, index, held, held, split=False)
            continue
        yield _page(site, start, lang, index, held, (), split=True)
        for shelf in held:
            yield _page(site, start + _part(shelf), lang, index, held, (shelf,), split=True)


def _part(shelf: IndexGroup[Any]) -> str:
    # No id can be taken for it in passing: `letter-a` says what it is.
    return f"letter-{shelf.slug}/"


def _page(site: Site, route: str, lang: str, index: Index, held: _Shelves, shown: _Shelves, *, split: bool) -> Planned:
    return planner.page(route, "index.html", partial(_view, site, route, lang, index, held, shown, split=split))


def _view(
    site: Site, route: str, lang: str, index: Index, held: _Shelves, shown: _Shelves, *, split: bool
) -> IndexView:
    page = PageBuilder(site, route, lang)
    title = wording.phrase(f"nav.{index.name}", lang)
    top = site.prefix(lang) + f"{index.kind.value}/"
    part = route != top
    named = f"{title}: {shown[0].label}" if part else title
    lead = wording.phrase(f"door.{index.name}", lang)
    versions = (lang,) if part else None
    return IndexView(
        frame=frame(page, named, description=lead, versions=versions),
        up=NavEntry(title, page.href(top), "") if part else None,
        title=named,
        lead="" if part else lead,
        count=wording.plural(f"count.{index.count}", sum(len(each.entities) for each in (shown or held)), lang),
        letters=tuple(_letter(page, index, each, shown, top, split=split) for each in held),
        groups=tuple(_group(page, index, each) for each in shown),
    )


def _letter(
    page: PageBuilder,
    index: Index,
    shelf: IndexGroup[Any],
    shown: tuple[IndexGroup[Any], ...],
    top: str,
    *,
    split: bool,
) -> Letter:
    href = page.href(top + _part(shelf)) if split else f"#{_anchor(shelf)}"
    count = wording.plural(f"count.{index.count}", len(shelf.entities), page.lang)
    return Letter(shelf.label, href, count, split and shelf in shown)


def _group(page: PageBuilder, index: Index, shelf: IndexGroup[Any]) -> LetterGroup:
    return LetterGroup(_anchor(shelf), shelf.label, tuple(index.entry(page, each) for each in shelf.entities))


def _anchor(shelf: IndexGroup[Any]) -> str:
    return f"_{shelf.slug}"
