"""The sitemap: every page that search engines may list, with its versions in other languages (sitemaps.org 0.9)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from backstory.pages.core import routes
from backstory.pages.core.page_frame import Alternate, Frame
from backstory.pages.core.planner import Planned
from backstory.pages.core.site import Site
from backstory.records.plan import Page, Summary
from backstory.values.record import Record

# The protocol allows 50,000 addresses and 50 MB in a file; entries with many languages are long.
_MOST = 20_000
_OWN = "content/static/sitemap.xml"


class SitemapEntry(Record, frozen=True):
    """A page and its versions."""

    address: str
    alternates: tuple[Alternate, ...]


class SitemapView(Record, frozen=True):
    """A sitemap. That of a very large site has only `parts`, the addresses of further sitemaps."""

    entries: tuple[SitemapEntry, ...]
    parts: tuple[str, ...]


def made(site: Site, routes: int) -> Iterator[Planned]:
    """The sitemap of a site with so many routes, unless the site has no address or a sitemap of its own."""
    base = site.options.base
    if base is None or _OWN in site.snapshot.files:
        return
    parts = -(-routes // _MOST)
    names = tuple(f"sitemap-{number}.xml" for number in range(1, parts + 1)) if parts > 1 else ()
    yield Planned(Summary(("sitemap.xml", *names), SitemapEntry, _entry, partial(_pages, base, names)))


def _entry(page: Page) -> SitemapEntry | None:
    frame = getattr(page.view, "frame", None)
    if isinstance(frame, Frame) and frame.search and frame.canonical:
        return SitemapEntry(frame.canonical, frame.alternates)
    return None


def _pages(base: str, names: tuple[str, ...], found: Sequence[SitemapEntry]) -> Iterator[Page]:
    entries = sorted(found, key=lambda each: each.address)
    if not names:
        yield _page("sitemap.xml", SitemapView(tuple(entries), ()))
        return
    yield _page("sitemap.xml", SitemapView((), tuple(routes.absolute(base, name) for name in names)))
    share = -(-len(entries) // len(names))
    for number, name in enumerate(names):
        yield _page(name, SitemapView(tuple(entries[number * share : (number + 1) * share]), ()))


def _page(route: str, view: SitemapView) -> Page:
    return Page(route, "sitemap.xml", view)
