"""The frame of every page: its head, its navigation, and its foot."""

from __future__ import annotations

import re
from dataclasses import dataclass

from backstory.model import wording
from backstory.pages import routes
from backstory.pages.folio import Folio
from backstory.pages.text import Text, direction

_GITHUB = re.compile(r"(?P<home>https://github\.com/[^/]+/[^/]+)(?:/tree/(?P<branch>[^/]+)(?:/(?P<folder>.+))?)?/?\Z")
_STYLE, _SCRIPT, _ICON = "site.css", "site.js", "icon.svg"
_DESCRIPTION = 200


@dataclass(frozen=True, slots=True)
class Alternate:
    """The page in another language. `hreflang` is `x-default` for the one to offer when none fits."""

    hreflang: str
    address: str


@dataclass(frozen=True, slots=True)
class NavEntry:
    """A link of the navigation; `current` is `page` on that page itself, `true` on those below it, else empty."""

    label: str
    href: str
    current: str


@dataclass(frozen=True, slots=True)
class LanguageEntry:
    """The way to the site in another language: this page's version, or with `elsewhere` that language's home."""

    lang: str
    dir: str
    name: str
    href: str
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a page's own matter. Addresses are whole, hrefs relative; empty where there is none."""

    lang: str
    dir: str
    title: str
    description: str
    canonical: str
    alternates: tuple[Alternate, ...]
    site: Text
    home: str
    nav: tuple[NavEntry, ...]
    languages: tuple[LanguageEntry, ...]
    style: str
    script: str
    icon: str
    feeds: tuple[NavEntry, ...]
    publisher: Text | None
    licence: Text | None
    foot: tuple[NavEntry, ...]
    edit: str
    history: str
    offline: bool
    search: bool = True


def frame(
    folio: Folio,
    title: str,
    *,
    description: str = "",
    path: str = "",
    versions: tuple[str, ...] | None = None,
    search: bool = True,
) -> Frame:
    """The frame of the page a folio stands for.

    `title` is empty on the home page; `path` is the file the page is written in; `versions` are the languages this
    page exists in (all of them when None); `search` says whether search engines may list it.
    """
    site, lang = folio.site, folio.lang
    named = folio.text(site.knowledge.site.title)
    versions = site.languages if versions is None else versions
    fields = site.knowledge.site
    return Frame(
        lang=lang,
        dir=direction(lang),
        title=f"{title} · {named.text}" if title else named.text,
        description=_shortened(description),
        canonical=_address(folio, folio.route),
        alternates=_alternates(folio, versions),
        site=named,
        home=folio.href(site.prefix(lang)),
        nav=_nav(folio),
        languages=_languages(folio, versions),
        style=asset(folio, _STYLE),
        script=asset(folio, _SCRIPT),
        icon=asset(folio, _ICON),
        feeds=_feeds(folio),
        publisher=folio.text(fields.publisher) if fields.publisher else None,
        licence=folio.text(fields.licence) if fields.licence else None,
        foot=_foot(folio),
        edit=edit_address(fields.repository, path),
        history=history_address(fields.repository, path),
        offline=site.options.offline,
        search=search,
    )


def edit_address(repository: str | None, path: str) -> str:
    """Where a reader can suggest a change to a file, or "" where nobody knows.

    GitHub's editor wants a branch's name: a repository given as `…/tree/BRANCH/FOLDER` has one; else the link shows
    the file on the default branch, from where the editor is one step.
    """
    return _on_host(repository, path, "edit", "blob")


def history_address(repository: str | None, path: str) -> str:
    """Where the changes of a file are listed, or ""."""
    return _on_host(repository, path, "commits", "commits")


def _on_host(repository: str | None, path: str, named: str, unnamed: str) -> str:
    if not repository or not path:
        return ""
    found = _GITHUB.match(repository.removesuffix(".git"))
    if found is None:
        return repository if named == "edit" else ""
    folder = found["folder"].rstrip("/") + "/" if found["folder"] else ""
    branch = found["branch"]
    verb = named if branch else unnamed
    return routes.absolute(found["home"], f"{verb}/{branch or 'HEAD'}/{folder}{path}")


def _shortened(text: str) -> str:
    """A description of the length that search engines and cards show, cut between words."""
    if len(text) <= _DESCRIPTION:
        return text
    return text[:_DESCRIPTION].rpartition(" ")[0].rstrip(" ,;:،؛") + "…"


def _address(folio: Folio, route: str) -> str:
    base = folio.site.options.base
    return routes.absolute(base, route) if base else ""


def sibling(folio: Folio, lang: str) -> str:
    """The route of this page in another language."""
    here = folio.route.removeprefix(folio.site.prefix(folio.lang))
    return folio.site.prefix(lang) + here


def _alternates(folio: Folio, versions: tuple[str, ...]) -> tuple[Alternate, ...]:
    if not folio.site.options.base or len(versions) < 2:
        return ()
    found = [Alternate(lang, _address(folio, sibling(folio, lang))) for lang in versions]
    first = folio.site.default if folio.site.default in versions else versions[0]
    return (*found, Alternate("x-default", _address(folio, sibling(folio, first))))


def _nav(folio: Folio) -> tuple[NavEntry, ...]:
    start = folio.site.prefix(folio.lang)
    return tuple(_entry(folio, point.phrase, start + point.route) for point in folio.site.nav)


def _entry(folio: Folio, phrase: str, route: str) -> NavEntry:
    current = "page" if folio.route == route else "true" if folio.route.startswith(route) and route else ""
    return NavEntry(wording.phrase(phrase, folio.lang), folio.href(route), current)


def _languages(folio: Folio, versions: tuple[str, ...]) -> tuple[LanguageEntry, ...]:
    site = folio.site
    found = []
    for lang in site.languages:
        if lang != folio.lang:
            route = sibling(folio, lang) if lang in versions else site.prefix(lang)
            name = wording.language_name(lang, lang)
            name = name[:1].upper() + name[1:]
            found.append(LanguageEntry(lang, direction(lang), name, folio.href(route), lang not in versions))
    return tuple(found)


def asset(folio: Folio, name: str) -> str:
    """The link from this page to an asset of the theme, "" where the site has none of that name."""
    route = folio.site.options.assets.get(name)
    return folio.href(route) if route else ""


def _feeds(folio: Folio) -> tuple[NavEntry, ...]:
    if not folio.site.feeds:
        return ()
    start = folio.site.prefix(folio.lang)
    feeds = (("ui.feed-atom", "feed.xml"), ("ui.feed-json", "feed.json"))
    return tuple(NavEntry(wording.phrase(key, folio.lang), folio.href(start + name), "") for key, name in feeds)


def _foot(folio: Folio) -> tuple[NavEntry, ...]:
    """The indexes that the navigation has no room for, then the site's own pages, as about and methods, by id."""
    site = folio.site
    start = site.prefix(folio.lang)
    found = [_entry(folio, point.phrase, point.route if point.once else start + point.route) for point in site.foot]
    for page in site.knowledge.pages.values():
        there = site.destination(page.key, folio.lang)
        if there is not None:
            label = folio.text(page.fields.title).text
            found.append(NavEntry(label, folio.href(there.route), "page" if there.route == folio.route else ""))
    return tuple(found)
