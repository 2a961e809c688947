"""The home page: a live claim first, then the latest explainers, the conflicts, and where to start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from backstory.language import wording
from backstory.pages.core import entity_links, planner, side_marks
from backstory.pages.core.date_views import Moment, moment
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame, frame
from backstory.pages.core.page_text import PageText
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import Site
from backstory.pages.parts import claim_rows, conflict_sides, prose_html
from backstory.pages.parts.article_items import ArticleItem, article_item
from backstory.pages.parts.claim_rows import ClaimSummary
from backstory.pages.parts.conflict_sides import SideView
from backstory.pages.parts.start_links import StartLink, start_links
from backstory.pages.queries import article_subjects, record_index
from backstory.pages.queries.article_dates import last_changed
from backstory.records.knowledge import Article, Claim, Conflict
from backstory.values.html import Html
from backstory.values.record import Record

_LATEST = 6


class LeadClaim(Record, frozen=True):
    """The claim that the site leads with, and the explainer that shows it."""

    claim: ClaimSummary
    article: EntityLink | None


class ConflictTeaser(Record, frozen=True):
    """A conflict with its sides, the date its record speaks of, and how many explainers there are on it."""

    conflict: EntityLink
    summary: Html | None
    sides: tuple[SideView, ...]
    as_of: Moment | None
    count: str


class HomeView(Record, frozen=True):
    """The home page."""

    frame: Frame
    title: PageText
    mission: PageText | None
    lead: LeadClaim | None
    opening: ArticleItem | None
    conflicts: tuple[ConflictTeaser, ...]
    latest: tuple[ArticleItem, ...]
    start_links: tuple[StartLink, ...]


def _plan(site: Site) -> Iterator[Planned]:
    for lang in site.languages:
        yield planner.page(site.prefix(lang), "home.html", partial(_view, site, lang))


def _view(site: Site, lang: str) -> HomeView:
    about = site.knowledge.site
    published = _published(site, lang)
    wanted = about.lead.id if about.lead else ""
    lead = site.knowledge.claims.get(wanted)
    conflict = lead.fields.conflict if lead else None
    sides = side_marks.of_parties(site.knowledge.conflicts.get(conflict.id) if conflict else None, lang)
    page = PageBuilder(site, site.prefix(lang), lang, marks=sides)
    mission = page.text(about.description) if about.description else None
    return HomeView(
        frame=frame(page, "", description=mission.text if mission else ""),
        title=page.text(about.title),
        mission=mission,
        lead=_lead(page, lead, published.get(lead.id, ())) if lead else None,
        opening=None if lead else _opening(page, wanted),
        conflicts=tuple(_conflict(page, each) for each in site.knowledge.conflicts.values()),
        latest=tuple(article_item(page, each) for each in _latest(page)),
        start_links=start_links(page),
    )


def _published(site: Site, lang: str) -> Mapping[str, tuple[Article, ...]]:
    """The explainers that show each claim, by its id: first those that are mainly about it, and of these the newest."""
    by_claim: dict[str, list[tuple[bool, Article]]] = {}
    for article in record_index.newest(site.knowledge.articles.values()):
        shown = article_subjects.subjects(site, article, lang).claims
        for claim in shown:
            by_claim.setdefault(claim.id, []).append((claim is not shown[0], article))
    return {
        claim: tuple(article for _, article in sorted(found, key=lambda each: each[0]))
        for claim, found in by_claim.items()
    }


def _opening(page: PageBuilder, wanted: str) -> ArticleItem | None:
    """The explainer that opens the page where no claim does: the one that the site leads with, else the newest."""
    known = page.site.knowledge.articles.get(wanted)
    newest = known or next(iter(record_index.newest(_spoken(page))), None)
    return article_item(page, newest) if newest else None


def _lead(page: PageBuilder, claim: Claim, articles: tuple[Article, ...]) -> LeadClaim:
    own = (each for each in articles if page.lang in page.site.spoken(each))
    article = next(own, articles[0] if articles else None)
    return LeadClaim(claim_rows.summary(page, claim), entity_links.ref(page, article.key) if article else None)


def _conflict(page: PageBuilder, conflict: Conflict) -> ConflictTeaser:
    """A conflict on the home page, with the marks of its own parties."""
    fields = conflict.fields
    articles = [each for each in page.site.knowledge.articles.values() if _on(each, conflict)]
    newest = [each.fields.as_of or each.fields.updated or each.fields.date for each in articles]
    dated = [*([fields.as_of] if fields.as_of else []), *newest]
    as_of = max(dated, key=lambda each: each.value.sort_key, default=None)
    here = page.with_marks(side_marks.of_parties(conflict, page.lang))
    summary = page.site.linked(conflict.key, "summary", page.lang)
    return ConflictTeaser(
        entity_links.ref(page, conflict.key),
        prose_html.without_notes(here, summary) if summary else None,
        conflict_sides.sides(here, conflict),
        moment(as_of, page.lang) if as_of else None,
        wording.plural("count.articles", sum(page.lang in page.site.spoken(each) for each in articles), page.lang),
    )


def _on(article: Article, conflict: Conflict) -> bool:
    return article.fields.conflict is not None and article.fields.conflict.id == conflict.id


def _latest(page: PageBuilder) -> list[Article]:
    """The explainers in the page's language that were changed last, the newest first."""
    return sorted(_spoken(page), key=_changed_key, reverse=True)[:_LATEST]


def _spoken(page: PageBuilder) -> list[Article]:
    return [each for each in page.site.knowledge.articles.values() if page.lang in page.site.spoken(each)]


def _changed_key(article: Article) -> tuple[tuple[int, int, str], str]:
    return last_changed(article).value.sort_key, article.id


PLANNER = Planner(_plan)
