"""The views that planners make of small sites, by route."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import Options
from backstory.records.knowledge import Knowledge
from backstory.records.links import Backlink
from backstory.records.plan import Bytes, Draft, Page
from backstory.values.keys import Key
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
    for each in composed(planner.plan(site)):
        found[each.route] = each.view if isinstance(each, Page) else each.data
    return found


def composed(planned: Iterable[Planned]) -> Iterator[Page | Bytes]:
    """The pages and files of what is planned, in that order; none of what is copied."""
    for made in planned:
        if isinstance(made.what, Draft):
            yield from made.what.compose()
