"""The page for an address that does not exist, with links to the main parts of the site."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from backstory.language import wording
from backstory.pages.core import page_frame, planner
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame, NavEntry, frame
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import Site
from backstory.values.record import Record

_ROUTE = "404.html"


class NotFoundView(Record, frozen=True):
    """404.html, which hosts serve at any address; its links start at the root. `names` and `script` are the files with
    which it finds the names nearest to the address."""

    frame: Frame
    title: str
    text: str
    links: tuple[NavEntry, ...]
    names: str
    script: str


def _plan(site: Site) -> Iterator[Planned]:
    yield planner.page(_ROUTE, "404.html", partial(_view, site))


def _view(site: Site) -> NotFoundView:
    lang = site.default
    page = PageBuilder(site, _ROUTE, lang)
    title = wording.phrase("ui.not-found", lang)
    links = [NavEntry(wording.phrase("nav.home", lang), page.href(""), "")]
    links += [
        NavEntry(wording.phrase(each.phrase, lang), page.href(each.route), "") for each in (*site.nav, *site.foot)
    ]
    framed = frame(page, title, versions=(lang,), search=False)
    names, script = page.href(page_frame.NAMES), page_frame.asset(page, page_frame.SEARCH_SCRIPT)
    return NotFoundView(framed, title, wording.phrase("ui.not-found-text", lang), tuple(links), names, script)


PLANNER = Planner(_plan)
