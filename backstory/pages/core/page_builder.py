"""What the parts of one page depend on: its route, its language, the marks of its parties, and the links from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from backstory.pages.core import routes
from backstory.pages.core.page_text import PageText, say
from backstory.pages.core.side_marks import Mark
from backstory.pages.core.site import Site
from backstory.values.keys import Key
from backstory.values.localized_text import Words

if TYPE_CHECKING:
    from backstory.pages.core.entity_links import EntityLink


class PageBuilder:
    """One page. `subject` is the entity it is about; `marks` maps the id of each party to the mark of its side.

    `here` maps what the page itself shows to its anchor: links lead there where it has no page of its own. `refs` keeps
    the links to entities made so far, with a card and without: a page repeats most of its names.
    """

    __slots__ = (
        "_alike",
        "_links",
        "_own",
        "here",
        "lang",
        "marks",
        "refs",
        "route",
        "site",
        "subject",
    )

    def __init__(
        self,
        site: Site,
        route: str,
        lang: str,
        *,
        subject: Key | None = None,
        marks: Mapping[str, Mark] | None = None,
        here: Mapping[Key, str] | None = None,
    ):
        """The page at `route` in `lang`."""
        self.site = site
        self.route = route
        self.lang = lang
        self.subject = subject
        self.marks: Mapping[str, Mark] = marks or {}
        self.here: Mapping[Key, str] = here or {}
        self.refs: dict[tuple[Key, bool], EntityLink] = {}
        self._links: dict[Key, tuple[str, str]] = {}
        self._own, side = routes.beside(route)
        self._alike = site.links_from(side, lang) if side else self._links

    def with_marks(self, marks: Mapping[str, Mark]) -> PageBuilder:
        """The same page where it shows another conflict, with the marks of that one's parties."""
        return PageBuilder(self.site, self.route, self.lang, marks=marks)

    def href(self, route: str) -> str:
        """The link from this page to a route.

        Hosts serve 404.html at any address, so its links start at the root of the server.
        """
        if self.route == "404.html":
            base = self.site.options.base
            root = "/" if base is None else "/" + base.partition("://")[2].partition("/")[2]
            return routes.absolute(root, route)
        return routes.href(self.route, route, offline=self.site.options.offline)

    def text(self, words: Words) -> PageText:
        """A text in the page's language, or marked with its own."""
        return say(words, self.lang)

    def link(self, key: Key) -> tuple[str, str]:
        """The link from this page to an entity ("" for none), and the language it leads to, where that is another."""
        if key not in self._links:
            self._links[key] = self._link(key)
        return self._links[key]

    def _link(self, key: Key) -> tuple[str, str]:
        there = self.site.destination(key, self.lang)
        if there is None:
            return ("#" + self.here[key], "") if key in self.here else ("", "")
        alike = self._links if there.route.startswith(self._own) else self._alike
        if key not in alike:
            alike[key] = self.href(there.route), there.lang if there.lang != self.lang else ""
        return alike[key]
