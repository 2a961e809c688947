"""Routes: where the pages are, and how one links to another.

A route is relative to the root of the site: `""` is the home page, `articles/x/` the index page of a folder, `feed.xml`
a file. It may end in an anchor, as in `timeline/#x`.
"""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

from backstory.values.keys import Key, Kind

SHARED = {Kind.EVENT: "timeline/", Kind.PLACE: "places/"}
_PATH_SAFE = "/:@!$&'()*+,;=~-._"
_ANCHOR_UNSAFE = {ord(c): quote(c) for c in ' "<>%`\\^{}|'}


def of(key: Key, prefix: str = "", part: str = "") -> str:
    """The route of an entity's page. Events and places have no page each: their route is an anchor on a shared page.

    `prefix` is that of the language, such as `ar/`; `part` the part of a shared page that was split, such as `2020`.
    """
    if key.kind in SHARED:
        folder = f"{part}/" if part else ""
        return f"{prefix}{SHARED[key.kind]}{folder}#{key.id}"
    if key.kind is Kind.PAGE:
        return f"{prefix}{key.id}/"
    return f"{prefix}{key.kind.value}/{key.id}/"


def key_of(route: str, languages: tuple[str, ...]) -> Key | None:
    """The entity whose page has this route, whether or not there is such an entity; None for other pages."""
    parts = [part for part in route.strip("/").removesuffix("index.html").split("/") if part]
    if parts and parts[0] in languages[1:]:
        parts = parts[1:]
    if len(parts) == 1:
        return Key(Kind.PAGE, parts[0])
    if len(parts) == 2 and parts[0] in {kind.value for kind in Kind if kind not in SHARED}:
        return Key(Kind(parts[0]), parts[1])
    return None


def of_file(path: str) -> str:
    """The route of a file that is copied; `path` is relative to the folder of the site.

    Files in content/static/ are copied to the root, others to `files/`.
    """
    inside = path.removeprefix("content/")
    return inside.removeprefix("static/") if inside.startswith("static/") else f"files/{inside}"


def prefix(lang: str, default: str) -> str:
    """What the routes of a language begin with: nothing for the default language, for others such as `ar/`."""
    return "" if lang == default else f"{lang}/"


def href(start: str, end: str, *, offline: bool = False) -> str:
    """The link from the page at route `start` to route `end`, relative and percent-encoded.

    It ends in `/`, or with `offline` in `/index.html`, so that it works without a server.
    """
    own, side = beside(start)
    return _href(side if side and not end.startswith(own) else start, end, offline=offline)


def beside(start: str) -> tuple[str, str]:
    """The folder of a page, and one route that stands for all pages in folders beside it; two empty texts for a page
    without a folder of its own.

    Pages in folders side by side have the same relative links to everything outside these folders.
    """
    folder, slash, page = start.partition("#")[0].rpartition("/")
    if not slash or page:
        return "", ""
    return folder, folder.rpartition("/")[0] + "/./" if "/" in folder else "./"


@lru_cache(maxsize=65536)
def _href(start: str, end: str, *, offline: bool) -> str:
    start_page = start.partition("#")[0]
    page, _, anchor = end.partition("#")
    fragment = "#" + anchor.translate(_ANCHOR_UNSAFE) if anchor else ""
    if page == start_page:
        return fragment or _written("./" if _is_folder(page) else page.rpartition("/")[2], offline=offline)
    return _written(_relative(start_page, page), offline=offline) + fragment


def absolute(base: str, end: str) -> str:
    """The full address of a route on a site at `base`."""
    page, _, anchor = end.partition("#")
    fragment = "#" + anchor.translate(_ANCHOR_UNSAFE) if anchor else ""
    return base.rstrip("/") + "/" + quote(page, safe=_PATH_SAFE) + fragment


def _relative(start: str, end: str) -> str:
    """The path from the folder of one page to another."""
    here, there = start.split("/")[:-1], end.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"


def _is_folder(page: str) -> bool:
    return page == "" or page.endswith("/")


def _written(path: str, *, offline: bool) -> str:
    if offline and path.endswith("/"):
        path = path.removeprefix("./") + "index.html"
    return quote(path, safe=_PATH_SAFE)
