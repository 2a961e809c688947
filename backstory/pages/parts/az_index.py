"""An index from A to Z (أ to ي): on one page, or past some five hundred entries on a page for each letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
from backstory.values.record import Record

_Groups = tuple[IndexGroup[Any], ...]


class IndexEntry(Record, frozen=True):
    """An entry: the name, other names, what it is in a word or two, and a sentence about it."""

    ref: EntityLink
    also: tuple[PageText, ...] = ()
    facts: tuple[PageText, ...] = ()
    date: Moment | None = None
    sentence: PageText | None = None


class CountedLink(Record, frozen=True):
    """A link to a part of a long list, such as a letter, a year or a page, with how many entries are there."""

    label: str
    href: str
    count: str
    current: bool = False


def counted_link(page: PageBuilder, label: str, route: str, counting: str, count: int) -> CountedLink:
    """The link to the part of a list at `route`; `counting` is the phrase that counts its entries."""
    return CountedLink(label, page.href(route), wording.plural(counting, count, page.lang), route == page.route)


class LetterGroup(Record, frozen=True):
    """The entries under one letter."""

    id: str
    label: str
    entries: tuple[IndexEntry, ...]


class IndexView(Record, frozen=True):
    """An index. `lead` says what it lists. Of an index on several pages, the first one has letters and no groups."""

    frame: Frame
    up: NavEntry | None
    title: str
    lead: str
    count: str
    letters: tuple[CountedLink, ...]
    groups: tuple[LetterGroup, ...]


class Index(Record, frozen=True):
    """What an index lists: the entities of a kind, or those that `lists` says belong in it.

    Its phrases are made of `name` and `count`: `nav.glossary`, `door.glossary`, `count.terms`. `entry` makes an entry
    of an entity. `folder` is where it stands in the default language, the kind's own folder where it is not given.
    """

    kind: Kind
    name: str
    count: str
    entry: Callable[[PageBuilder, Entity[Any]], IndexEntry]
    folder: str = ""
    lists: Callable[[Entity[Any]], bool] = lambda _entity: True

    @property
    def route(self) -> str:
        """The route in the default language."""
        return f"{self.folder or self.kind.value}/"


def pages(site: Site, index: Index) -> Iterator[Planned]:
    """An index in every language of the site. It lists every entity, also those without a name in that language."""
    entities = tuple(filter(index.lists, site.knowledge.of(index.kind).values()))
    for lang in site.languages:
        groups = index_groups.by_letter(entities, lang)
        start = site.prefix(lang) + index.route
        if len(entities) <= index_groups.MOST:
            yield _page(site, start, lang, index, groups, groups, split=False)
            continue
        yield _page(site, start, lang, index, groups, (), split=True)
        for group in groups:
            yield _page(site, start + _part(group), lang, index, groups, (group,), split=True)


def _part(group: IndexGroup[Any]) -> str:
    # With a prefix: `actors/a/` could be the page of an actor whose id is `a`.
    return f"letter-{group.slug}/"


def _page(site: Site, route: str, lang: str, index: Index, groups: _Groups, shown: _Groups, *, split: bool) -> Planned:
    return planner.page(route, "index.html", partial(_view, site, route, lang, index, groups, shown, split=split))


def _view(
    site: Site, route: str, lang: str, index: Index, groups: _Groups, shown: _Groups, *, split: bool
) -> IndexView:
    page = PageBuilder(site, route, lang)
    title = wording.phrase(f"nav.{index.name}", lang)
    top = site.prefix(lang) + index.route
    part = route != top
    named = f"{title}: {shown[0].label}" if part else title
    lead = wording.phrase(f"door.{index.name}", lang)
    versions = (lang,) if part else None
    return IndexView(
        frame=frame(page, named, description=lead, versions=versions),
        up=NavEntry(title, page.href(top), "") if part else None,
        title=named,
        lead="" if part else lead,
        count=wording.plural(f"count.{index.count}", sum(len(each.entities) for each in (shown or groups)), lang),
        letters=tuple(_letter(page, index, each, shown, top, split=split) for each in groups),
        groups=tuple(_group(page, index, each) for each in shown),
    )


def _letter(
    page: PageBuilder,
    index: Index,
    group: IndexGroup[Any],
    shown: tuple[IndexGroup[Any], ...],
    top: str,
    *,
    split: bool,
) -> CountedLink:
    href = page.href(top + _part(group)) if split else f"#{_anchor(group)}"
    count = wording.plural(f"count.{index.count}", len(group.entities), page.lang)
    return CountedLink(group.label, href, count, split and group in shown)


def _group(page: PageBuilder, index: Index, group: IndexGroup[Any]) -> LetterGroup:
    return LetterGroup(_anchor(group), group.label, tuple(index.entry(page, each) for each in group.entities))


def _anchor(group: IndexGroup[Any]) -> str:
    return f"_{group.slug}"
