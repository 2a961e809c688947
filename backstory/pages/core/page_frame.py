"""The frame of every page: its head, its navigation and its foot."""

from __future__ import annotations

import re

from backstory.language import wording
from backstory.pages.core import routes
from backstory.pages.core.card_address import card_route, has_card
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import PageText, direction
from backstory.values.record import Record

_GITHUB = re.compile(r"(?P<home>https://github\.com/[^/]+/[^/]+)(?:/tree/(?P<branch>[^/]+)(?:/(?P<folder>.+))?)?/?\Z")
# The search page, the names that it looks through, and the script that does it.
SEARCH, NAMES, SEARCH_SCRIPT = "search/", "search/names.js", "search.js"
_STYLE, _SCRIPT, _ICON = "site.css", "site.js", "icon.svg"
# Characters of a description.
_DESCRIPTION = 200


class Alternate(Record, frozen=True):
    """The page in another language. `hreflang` is `x-default` for the one to show where no language fits."""

    hreflang: str
    address: str


class NavEntry(Record, frozen=True):
    """A link of the navigation. `current` is the value of `aria-current`: `page` on that page itself, `true` on pages
    below it, else empty."""

    label: str
    href: str
    current: str


class LanguageEntry(Record, frozen=True):
    """The link to the site in another language: to this page's version, or with `elsewhere` to the home page there."""

    lang: str
    dir: str
    name: str
    href: str
    elsewhere: bool


class Frame(Record, frozen=True):
    """What surrounds the content of a page. Addresses are absolute, hrefs relative; "" where there is none.

    `card` is the address of the picture that networks and messengers show beside a link to the page. `find` is the link
    to the search page.
    """

    lang: str
    dir: str
    title: str
    description: str
    canonical: str
    alternates: tuple[Alternate, ...]
    site: PageText
    home: str
    nav: tuple[NavEntry, ...]
    languages: tuple[LanguageEntry, ...]
    style: str
    script: str
    icon: str
    feeds: tuple[NavEntry, ...]
    publisher: PageText | None
    licence: PageText | None
    foot: tuple[NavEntry, ...]
    edit: str
    history: str
    offline: bool
    search: bool = True
    card: str = ""
    find: str = ""


def frame(
    page: PageBuilder,
    title: str,
    *,
    description: str = "",
    path: str = "",
    versions: tuple[str, ...] | None = None,
    search: bool = True,
) -> Frame:
    """The frame of a page.

    `title` is empty on the home page. `path` is the source file of the page; `versions` are the languages in which the
    page exists, None for all of the site's; `search` says whether search engines may list the page.
    """
    site, lang = page.site, page.lang
    named = page.text(site.knowledge.site.title)
    versions = site.languages if versions is None else versions
    fields = site.knowledge.site
    return Frame(
        lang=lang,
        dir=direction(lang),
        title=f"{title} · {named.text}" if title else named.text,
        description=_shortened(description),
        canonical=_address(page, page.route),
        alternates=_alternates(page, versions),
        site=named,
        home=page.href(site.prefix(lang)),
        nav=_nav(page),
        languages=_languages(page, versions),
        style=asset(page, _STYLE),
        script=asset(page, _SCRIPT),
        icon=asset(page, _ICON),
        feeds=_feeds(page),
        publisher=page.text(fields.publisher) if fields.publisher else None,
        licence=page.text(fields.licence) if fields.licence else None,
        foot=_foot(page),
        edit=edit_address(fields.repository, path),
        history=history_address(fields.repository, path),
        offline=site.options.offline,
        search=search,
        find=page.href(site.prefix(lang) + SEARCH),
        card=_address(page, card_route(page.route)) if has_card(page.site, page.subject, page.route, lang) else "",
    )


def edit_address(repository: str | None, path: str) -> str:
    """The address where a reader can suggest a change to a file; "" without a repository.

    GitHub's editor needs the name of a branch, which a repository given as `…/tree/BRANCH/FOLDER` has. Without one, the
    link shows the file on the default branch, where the editor is one click away. On another host it is that of the
    repository.
    """
    if not repository or not path:
        return ""
    return _on_github(repository, path, "edit", "blob") or repository


def history_address(repository: str | None, path: str) -> str:
    """The address that lists the changes of a file on GitHub; "" for other hosts and without a repository."""
    return _on_github(repository, path, "commits", "commits") if repository and path else ""


def _on_github(repository: str, path: str, with_branch: str, without: str) -> str:
    """The address of a file, under one of two of GitHub's verbs; "" for a repository on another host."""
    found = _GITHUB.match(repository.removesuffix(".git"))
    if found is None:
        return ""
    folder = found["folder"].rstrip("/") + "/" if found["folder"] else ""
    branch = found["branch"]
    verb = with_branch if branch else without
    return routes.absolute(found["home"], f"{verb}/{branch or 'HEAD'}/{folder}{path}")


def _shortened(text: str) -> str:
    """A description cut between words to the length that search engines show."""
    if len(text) <= _DESCRIPTION:
        return text
    return text[:_DESCRIPTION].rpartition(" ")[0].rstrip(" ,;:،؛") + "…"


def _address(page: PageBuilder, route: str) -> str:
    base = page.site.options.base
    return routes.absolute(base, route) if base else ""


def sibling(page: PageBuilder, lang: str) -> str:
    """The route that this page has in another language."""
    here = page.route.removeprefix(page.site.prefix(page.lang))
    return page.site.prefix(lang) + here


def _alternates(page: PageBuilder, versions: tuple[str, ...]) -> tuple[Alternate, ...]:
    if not page.site.options.base or len(versions) < 2:
        return ()
    found = [Alternate(lang, _address(page, sibling(page, lang))) for lang in versions]
    first = page.site.default if page.site.default in versions else versions[0]
    return (*found, Alternate("x-default", _address(page, sibling(page, first))))


def _nav(page: PageBuilder) -> tuple[NavEntry, ...]:
    start = page.site.prefix(page.lang)
    return tuple(_entry(page, point.phrase, start + point.route) for point in page.site.nav)


def _entry(page: PageBuilder, phrase: str, route: str) -> NavEntry:
    current = "page" if page.route == route else "true" if page.route.startswith(route) and route else ""
    return NavEntry(wording.phrase(phrase, page.lang), page.href(route), current)


def _languages(page: PageBuilder, versions: tuple[str, ...]) -> tuple[LanguageEntry, ...]:
    site = page.site
    found = []
    for lang in site.languages:
        if lang != page.lang:
            route = sibling(page, lang) if lang in versions else site.prefix(lang)
            name = wording.language_name(lang, lang)
            name = name[:1].upper() + name[1:]
            found.append(LanguageEntry(lang, direction(lang), name, page.href(route), lang not in versions))
    return tuple(found)


def asset(page: PageBuilder, name: str) -> str:
    """The link from this page to an asset of the theme; "" where there is no asset of that name."""
    route = page.site.options.assets.get(name)
    return page.href(route) if route else ""


def _feeds(page: PageBuilder) -> tuple[NavEntry, ...]:
    if not page.site.feeds:
        return ()
    start = page.site.prefix(page.lang)
    feeds = (("ui.feed-atom", "feed.xml"), ("ui.feed-json", "feed.json"))
    return tuple(NavEntry(wording.phrase(key, page.lang), page.href(start + name), "") for key, name in feeds)


def _foot(page: PageBuilder) -> tuple[NavEntry, ...]:
    """The indexes for which the navigation has no room, then the site's own pages, such as about and methods, by id."""
    site = page.site
    start = site.prefix(page.lang)
    found = [_entry(page, point.phrase, point.route if point.once else start + point.route) for point in site.foot]
    for own in site.knowledge.pages.values():
        there = site.destination(own.key, page.lang)
        if there is not None:
            label = page.text(own.fields.title).text
            found.append(NavEntry(label, page.href(there.route), "page" if there.route == page.route else ""))
    return tuple(found)
