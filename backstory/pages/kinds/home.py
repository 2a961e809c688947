"""The home page: what the site leads with, in two voices; the conflict, explainers, other disputes, where to look."""

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
from backstory.pages.parts import claim_rows, conflict_sides, figures, prose_html
from backstory.pages.parts.article_items import ArticleItem, article_item
from backstory.pages.parts.claim_rows import ClaimSummary, SpeakerGroup
from backstory.pages.parts.conflict_sides import SideView
from backstory.pages.parts.figures.figure import FigureView
from backstory.pages.parts.reading_time import minutes
from backstory.pages.parts.start_links import StartLink, start_links
from backstory.pages.parts.two_voices import Voice, two_voices
from backstory.pages.queries import article_subjects, record_index
from backstory.pages.queries.article_dates import last_changed
from backstory.records import claim_status
from backstory.records.knowledge import Article, Claim, Conflict
from backstory.values.html import Html
from backstory.values.record import Record
from backstory.values.vocabulary import Status

_LATEST = 6
_DISPUTED = 4


class Lead(Record, frozen=True):
    """What the site leads with: an explainer, or a claim that none shows; `claim` is the one that it turns on."""

    title: EntityLink
    conflict: PageText | None
    dek: PageText | None
    minutes: str
    claim: ClaimSummary | None
    voices: tuple[Voice, ...]

    @property
    def rest(self) -> tuple[SpeakerGroup, ...]:
        """Who else speaks of the claim, or all where there are no two voices."""
        shown = {each.label for each in self.voices}
        return tuple(each for each in self.claim.groups if each.label not in shown) if self.claim else ()


class ConflictTeaser(Record, frozen=True):
    """A conflict with its sides, its map, the date its record speaks of, and how many explainers there are on it."""

    conflict: EntityLink
    summary: Html | None
    sides: tuple[SideView, ...]
    as_of: Moment | None
    count: str
    map: FigureView | None


class HomeView(Record, frozen=True):
    """The home page."""

    frame: Frame
    title: PageText
    mission: PageText | None
    lead: Lead | None
    conflicts: tuple[ConflictTeaser, ...]
    latest: tuple[ArticleItem, ...]
    disputed: tuple[ClaimSummary, ...]
    start_links: tuple[StartLink, ...]


def _plan(site: Site) -> Iterator[Planned]:
    for lang in site.languages:
        yield planner.page(site.prefix(lang), "home.html", partial(_view, site, lang))


def _view(site: Site, lang: str) -> HomeView:
    about = site.knowledge.site
    article, claim = _leading(site, lang)
    leading = article or claim
    within = leading.fields.conflict if leading else None
    conflict = site.knowledge.conflicts.get(within.id) if within else None
    page = PageBuilder(site, site.prefix(lang), lang, marks=side_marks.of_parties(conflict, lang))
    mission = page.text(about.description) if about.description else None
    return HomeView(
        frame=frame(page, "", description=mission.text if mission else ""),
        title=page.text(about.title),
        mission=mission,
        lead=_lead(page, article, claim),
        conflicts=tuple(_conflict(page, each) for each in site.knowledge.conflicts.values()),
        latest=tuple(article_item(page, each) for each in _latest(page, article)),
        disputed=tuple(claim_rows.summary(page, each) for each in _disputed(site) if each is not claim)[:_DISPUTED],
        start_links=start_links(page),
    )


def _leading(site: Site, lang: str) -> tuple[Article | None, Claim | None]:
    """The explainer and the claim that the page opens with: those that the site names, else the newest explainer."""
    named = site.knowledge.site.lead
    wanted = named.id if named else ""
    claim = site.knowledge.claims.get(wanted)
    if claim is not None:
        shown = _published(site, lang).get(claim.id, ())
        return next((each for each in shown if lang in site.spoken(each)), shown[0] if shown else None), claim
    spoken = (each for each in site.knowledge.articles.values() if lang in site.spoken(each))
    article = site.knowledge.articles.get(wanted) or next(iter(record_index.newest(spoken)), None)
    return article, article_subjects.subjects(site, article, lang).stake if article else None


def _published(site: Site, lang: str) -> Mapping[str, tuple[Article, ...]]:
    """The explainers that show each claim, by its id: first those that are mainly about it, and of these the newest."""
    by_claim: dict[str, list[tuple[tuple[bool, bool], Article]]] = {}
    for article in record_index.newest(site.knowledge.articles.values()):
        about = article_subjects.subjects(site, article, lang)
        for claim in about.claims:
            rank = claim is not about.stake, claim is not about.claims[0]
            by_claim.setdefault(claim.id, []).append((rank, article))
    return {
        claim: tuple(article for _, article in sorted(found, key=lambda each: each[0]))
        for claim, found in by_claim.items()
    }


def _lead(page: PageBuilder, article: Article | None, claim: Claim | None) -> Lead | None:
    subject = article or claim
    if subject is None:
        return None
    told = article_item(page, article) if article else None
    written = page.site.linked(article.key, "body", page.lang) if article else None
    return Lead(
        told.article if told else entity_links.ref(page, subject.key),
        told.conflict if told else None,
        told.dek if told else None,
        wording.minutes(minutes(written.prose.words, page.lang), page.lang) if written else "",
        claim_rows.summary(page, claim) if claim else None,
        two_voices(page, claim) if claim else (),
    )


def _disputed(site: Site) -> list[Claim]:
    """The claims in dispute, first those of which somebody spoke last: one more than are shown, for one may lead."""
    dated = [
        (max(each.date.value.sort_key for each in claim.fields.positions if each.date), claim.id, claim)
        for claim in site.knowledge.claims.values()
        if any(each.date for each in claim.fields.positions) and Status.CONTESTED in claim_status.statuses(claim.fields)
    ]
    return [claim for _, _, claim in sorted(dated, key=lambda each: each[:2], reverse=True)[: _DISPUTED + 1]]


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
        _map(here, conflict),
    )


def _map(page: PageBuilder, conflict: Conflict) -> FigureView | None:
    """The map of a conflict, where the site is on that one alone."""
    known = page.site.knowledge
    places = (known.places[each.id] for each in conflict.fields.places if each.id in known.places)
    return figures.map_of(page, places) if len(known.conflicts) == 1 else None


def _on(article: Article, conflict: Conflict) -> bool:
    return article.fields.conflict is not None and article.fields.conflict.id == conflict.id


def _latest(page: PageBuilder, lead: Article | None) -> list[Article]:
    """The explainers in the page's language that were changed last, the newest first, without the lead."""
    others = (each for each in _spoken(page) if each is not lead)
    return sorted(others, key=_changed_key, reverse=True)[:_LATEST]


def _spoken(page: PageBuilder) -> list[Article]:
    return [each for each in page.site.knowledge.articles.values() if page.lang in page.site.spoken(each)]


def _changed_key(article: Article) -> tuple[tuple[int, int, str], str]:
    return last_changed(article).value.sort_key, article.id


PLANNER = Planner(_plan)
