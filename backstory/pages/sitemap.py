"""The sitemap: every page that search engines may list, with its versions in other languages (sitemaps.org 0.9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from backstory.model.plan import Page
from backstory.pages import routes
from backstory.pages.frame import Alternate, Frame
from backstory.pages.planner import Made
from backstory.pages.site import Site

# The protocol allows 50,000 addresses and 50 MB a file; versions make entries long.
_MOST = 20_000
_OWN = "content/static/sitemap.xml"


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page and its versions."""

    address: str
    alternates: tuple[Alternate, ...]


@dataclass(frozen=True, slots=True)
class SitemapView:
    """A sitemap; one of a very long site has only `parts`, the addresses of further sitemaps."""

    entries: tuple[SitemapEntry, ...]
    parts: tuple[str, ...]


def made(site: Site, pages: Iterable[Page]) -> Iterator[Made]:
    """The sitemap of `pages`, unless the site has no address or brings its own."""
    base = site.options.base
    if base is None or _OWN in site.snapshot.files:
        return
    entries = sorted(_entries(pages), key=lambda each: each.address)
    if len(entries) <= _MOST:
        yield _page("sitemap.xml", SitemapView(tuple(entries), ()))
        return
    stretches = [tuple(entries[at : at + _MOST]) for at in range(0, len(entries), _MOST)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(stretches) + 1)]
    yield _page("sitemap.xml", SitemapView((), tuple(routes.absolute(base, name) for name in names)))
    for name, stretch in zip(names, stretches, strict=True):
        yield _page(name, SitemapView(stretch, ()))


def _entries(pages: Iterable[Page]) -> Iterator[SitemapEntry]:
    for page in pages:
        frame = getattr(page.view, "frame", None)
        if isinstance(frame, Frame) and frame.search and frame.canonical:
            yield SitemapEntry(frame.canonical, frame.alternates)


def _page(route: str, view: SitemapView) -> Made:
    return Made(Page(route, "sitemap.xml", view))
