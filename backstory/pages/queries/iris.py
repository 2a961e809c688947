"""IRIs: the names of things in the exports, which are addresses on the site."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

from backstory.pages.core import routes
from backstory.pages.core.site import Site
from backstory.values.keys import Key

FOLDER = "data/"
# What `quote` makes of each character: to call it for thousands of names takes as long as all the rest.
_QUOTED = {code: quote(chr(code), safe="") for code in range(128)}


def of(site: Site, route: str) -> str:
    """The address of a route: absolute where the site has an address, else relative to the folder of the exports."""
    return _of(site.options.base, route)


@lru_cache(maxsize=1 << 15)
def _of(base: str | None, route: str) -> str:
    if base is not None:
        return routes.absolute(base, route)
    return routes.href(FOLDER + "site.jsonld", route)


def entity(site: Site, key: Key, lang: str = "") -> str:
    """The address of an entity's page, in its own language unless `lang` gives another."""
    known = site.knowledge.get(key)
    return of(site, site.route(key, lang or (site.own_language(known) if known else site.default)))


def record(site: Site, name: str) -> str:
    """The address of a record without a page: a backing, a relation, a position."""
    return of(site, FOLDER) + "#" + (name.translate(_QUOTED) if name.isascii() else quote(name, safe=""))
