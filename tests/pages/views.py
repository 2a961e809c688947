"""The views that planners make of small sites, by route."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from backstory.model.keys import Key
from backstory.model.knowledge import Knowledge
from backstory.model.links import Backlink
from backstory.model.plan import Bytes, Page
from backstory.pages.planner import Planner
from backstory.pages.site import Options
from tests.pages import given


def views(
    planner: Planner,
    known: Knowledge,
    *,
    backlinks: dict[Key, tuple[Backlink, ...]] | None = None,
    **options: Any,
) -> dict[str, Any]:
    """The view of each page by its route, and the data of each file."""
    site = given.site(known, Options(**options))
    if backlinks:
        site = replace(site, links=replace(site.links, backlinks=backlinks))
    found: dict[str, Any] = {}
    for made in planner.plan(site):
        if isinstance(made.what, Page):
            found[made.what.route] = made.what.view
        elif isinstance(made.what, Bytes):
            found[made.what.route] = made.what.data
    return found
