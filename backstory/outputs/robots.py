"""robots.txt: everything may be read; where the sitemap is (RFC 9309)."""

from __future__ import annotations

from collections.abc import Iterator

from backstory.pages.core import planner, routes
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import Site

_ROUTE = "robots.txt"


def _plan(site: Site) -> Iterator[Planned]:
    """The file, unless the site has its own in content/static/."""
    if f"content/static/{_ROUTE}" in site.snapshot.files:
        return
    lines = ["User-agent: *", "Allow: /"]
    if site.options.base is not None:
        lines += ["", f"Sitemap: {routes.absolute(site.options.base, 'sitemap.xml')}"]
    yield planner.file(_ROUTE, ("\n".join(lines) + "\n").encode)


PLANNER = Planner(_plan)
