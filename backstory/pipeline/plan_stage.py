"""The stage `plan`: every page, feed, export and copied file of a site, and the routes that clash."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from backstory import outputs, pages
from backstory.diagnostics import Diagnostic
from backstory.outputs import feeds, sitemap
from backstory.outputs.copied_files import asset_routes
from backstory.pages.core import planner
from backstory.pages.core.site import Options
from backstory.pipeline.noting import Noting, Planning
from backstory.pipeline.request import Request, go_on
from backstory.records.knowledge import Knowledge
from backstory.records.links import Links
from backstory.records.plan import Plan
from backstory.records.snapshot import Snapshot
from backstory.schema.site_settings import SiteFields

_NONE: Mapping[int, Planning] = MappingProxyType({})
PLANNERS = (*pages.PLANNERS, *outputs.PLANNERS)


def options(request: Request, fields: SiteFields, snapshot: Snapshot, *, plain: bool = False) -> Options:
    """How the site is built. With `plain`, assets keep their names, so that an edit of one changes no page."""
    base = request.base_url or fields.url
    routes = asset_routes(snapshot, plain=plain)
    return Options(base, request.offline, routes, cards=fields.share_cards and base is not None)


def plan(
    knowledge: Knowledge,
    links: Links,
    snapshot: Snapshot,
    options: Options,
    noting: Noting | None = None,
    before: Mapping[int, Planning] = _NONE,
    going_on: Callable[[], None] = go_on,
) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """What the site will consist of; a diagnostic for every route that two of its parts claim.

    With `noting`, what planners and drafts ask of the links is noted there; `before` is what the planners planned that
    need not be asked again. `going_on` is called before each planner; to end the work it raises.
    """
    planners = noting.noted(PLANNERS, before) if noting else PLANNERS
    seen, memo = (noting.links, noting.questions) if noting else (links, None)
    made, clashes = planner.plan(
        planners, knowledge, seen, snapshot, options, last=sitemap.made, memo=memo, going_on=going_on
    )
    return made, (*clashes, *feeds.missing(options))
