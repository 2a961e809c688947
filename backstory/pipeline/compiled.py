"""A site compiled as far as its plan, and the stages between reading and planning that a build and a preview share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from backstory import assembling, checking, config
from backstory.diagnostics import Diagnostic, ordered, weighed
from backstory.linking.relink import LinkedSite
from backstory.pipeline.discovery import Discovery
from backstory.pipeline.read_stage import Reading
from backstory.pipeline.request import Counts, Request, go_on
from backstory.pipeline.tracing import Traced
from backstory.reading.boundaries_geojson import named_alone
from backstory.records.knowledge import Knowledge
from backstory.records.links import Links
from backstory.records.plan import Plan
from backstory.records.snapshot import Snapshot
from backstory.schema.kind_fields import SiteFields
from backstory.values.same import ANEW, Same


@dataclass(frozen=True, slots=True)
class Compiled:
    """What the pure stages gave; `plan` is None where errors forbid one. `traced` are the links as drafts see them."""

    snapshot: Snapshot
    knowledge: Knowledge
    links: Links
    plan: Plan | None
    traced: Traced
    diagnostics: tuple[Diagnostic, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a site, and what is wrong with them."""

    site: SiteFields
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A site as it was looked through, read and assembled; `of_model` is what is wrong between its files.

    `same` has what was made of them, for the next version of the site.
    """

    seen: Discovery
    settings: Settings
    reading: Reading
    knowledge: Knowledge
    of_model: tuple[Diagnostic, ...]
    same: Same = ANEW


def settings_of(seen: Discovery) -> Settings:
    """The settings of a site that was looked through. Why a site.yaml could not be read, the look has told."""
    site, found = config.load(seen.settings)
    unread = seen.settings is None and any(each.span.path == "site.yaml" for each in seen.diagnostics)
    return Settings(site, () if unread else found)


def known(request: Request, seen: Discovery, settings: Settings, reading: Reading, same: Same = ANEW) -> Known:
    """What a site that was read knows. `same` has what was made for an earlier version of it."""
    knowledge, of_model = assembling.model(
        reading.documents,
        reading.lists,
        settings.site,
        boundaries=reading.boundaries,
        today=seen.today,
        drafts=request.drafts,
        future=request.future,
        same=same,
    )
    return Known(seen, settings, reading, knowledge, of_model, same)


def findings(
    request: Request,
    site: Known,
    linked: LinkedSite,
    of_plan: tuple[Diagnostic, ...],
    going_on: Callable[[], None] = go_on,
) -> tuple[Diagnostic, ...]:
    """All that is wrong with a site but for its templates, in order, weighed as its settings say.

    `going_on` is called now and then; to end the work it raises.
    """
    of_files = (*site.seen.diagnostics, *site.settings.diagnostics, *site.reading.diagnostics)
    unused = named_alone(site.settings.site, site.reading.boundaries, of_files)
    of_rules = checking.check(site.knowledge, linked.links, today=site.seen.today, going_on=going_on)
    said = (*of_files, *unused, *site.of_model, *linked.findings(), *of_rules, *of_plan)
    return weighed(ordered(said), site.settings.site.severity, strict=request.strict)


def counted(site: Known) -> Counts:
    """The numbers of a build before anything is made."""
    withheld = site.knowledge.withheld
    drafts = sum(article.fields.draft for article in withheld.values())
    files = len(site.seen.snapshot.sources) + 1
    return Counts(files=files, read=site.reading.count, drafts=drafts, future=len(withheld) - drafts)
