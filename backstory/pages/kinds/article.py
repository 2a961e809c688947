"""The page of an explainer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from backstory.language import wording
from backstory.pages.core import entity_links, planner, side_marks
from backstory.pages.core.date_views import Moment, moment
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_frame import Frame
from backstory.pages.core.page_text import PageText
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import NavPoint, Site
from backstory.pages.parts import (
    article_cast,
    body,
    breadcrumbs,
    citations,
    claim_rows,
    correction_rows,
    event_rows,
    figures,
    prose_html,
    search_jsonld,
    translations,
)
from backstory.pages.parts.article_cast import CastGroup
from backstory.pages.parts.backing_list import by_recipient
from backstory.pages.parts.body import BlockKind, BodyBlock, ContentsEntry, Parts, Section
from backstory.pages.parts.cards import Card
from backstory.pages.parts.citations import Citation, SourceItem
from backstory.pages.parts.claim_rows import ClaimSummary
from backstory.pages.parts.correction_rows import CorrectionView
from backstory.pages.parts.numbered_citations import completed
from backstory.pages.parts.reading_time import minutes
from backstory.pages.parts.translations import TranslationNote
from backstory.pages.queries import article_subjects, record_index, tag_routes
from backstory.pages.queries.article_subjects import ArticleSubjects
from backstory.records.knowledge import Article, Event
from backstory.records.links import Linked
from backstory.values.html import Html
from backstory.values.keys import Key, Kind
from backstory.values.record import Record, replace

_BRIEF = ("happened", "disputed", "unknown")


class BriefItem(Record, frozen=True):
    """A line of the box at the head of an explainer: what happened, what is disputed, what is not known."""

    label: str
    html: Html


class Head(Record, frozen=True):
    """The first screen of an explainer; `stake` is the claim that its author says it turns on."""

    title: PageText
    dek: Html | None
    conflict: EntityLink | None
    tags: tuple[EntityLink, ...]
    authors: str
    as_of: Moment
    published: Moment
    updated: Moment | None
    minutes: str
    corrections: str
    notes: tuple[Citation, ...]
    translation: TranslationNote | None
    stake: ClaimSummary | None


class ArticleView(Record, kw_only=True, frozen=True):
    """An explainer. `headings` are those of its body, `sections` the parts that the body does not embed;
    `structured` is the JSON-LD for search engines."""

    frame: Frame
    head: Head
    brief: tuple[BriefItem, ...]
    headings: tuple[ContentsEntry, ...]
    body: tuple[BodyBlock, ...]
    sections: tuple[Section, ...]
    sources: tuple[SourceItem, ...] = ()
    corrections: tuple[CorrectionView, ...]
    earlier: EntityLink | None
    later: EntityLink | None
    cast: tuple[CastGroup, ...]
    cards: tuple[Card, ...] = ()
    structured: str = ""

    @property
    def contents(self) -> tuple[ContentsEntry, ...]:
        """The links to the parts of the page that are not empty, and to the headings of the body."""
        lang = self.frame.lang
        return (
            *breadcrumbs.contents({"ui.brief": self.brief}, lang),
            *self.headings,
            *(ContentsEntry(each.id, each.title) for each in self.sections),
            *breadcrumbs.contents({"ui.sources": self.sources, "nav.corrections": self.corrections}, lang),
        )


def _plan(site: Site) -> Iterator[Planned]:
    return planner.of_each(
        site, site.knowledge.articles, "article.html", lambda article, route, lang: _view(site, article, route, lang)
    )


def _view(site: Site, article: Article, route: str, lang: str) -> ArticleView:
    about = article_subjects.subjects(site, article, lang)
    page = PageBuilder(
        site,
        route,
        lang,
        subject=article.key,
        marks=side_marks.of_parties(about.conflict, lang),
        here=_here(about, _shown_events(site, about, lang)),
    )
    blocks = _body(page, about)
    earlier, later = _neighbours(page, article)
    view = ArticleView(
        frame=translations.framed(page, article, "summary"),
        head=_head(page, about),
        brief=_brief(page, article),
        headings=body.headings(_written(page, about)),
        body=blocks,
        sections=tuple(_sections(page, about, blocks)),
        corrections=correction_rows.listed(page, article.fields.corrections),
        earlier=earlier,
        later=later,
        cast=article_cast.cast(page, article_subjects.actors(about)),
    )
    view = completed(page, view)
    return replace(view, structured=search_jsonld.of_article(page, article, view.sources))


def _shown_events(site: Site, about: ArticleSubjects, lang: str) -> tuple[Event, ...]:
    """The events that the page lists: all where the text embeds the timeline, else those it does not name."""
    if BlockKind.TIMELINE in body.embedded(site.linked(about.article.key, "body", lang)):
        return about.events
    return tuple(each for each in about.events if each.key not in about.named)


def _here(about: ArticleSubjects, events: Iterable[Event]) -> Mapping[Key, str]:
    """The anchors of what the page shows: links lead there where that has no page of its own."""
    shown: dict[Key, str] = {claim.key: claim_rows.anchor(claim.id) for claim in about.claims}
    shown.update((event.key, event_rows.anchor(event.id)) for event in events)
    return shown


def _head(page: PageBuilder, about: ArticleSubjects) -> Head:
    fields, lang = about.article.fields, page.lang
    stake = about.stake
    corrected = len(fields.corrections)
    return Head(
        title=page.text(fields.title),
        dek=_html(page, about.article, "summary"),
        conflict=entity_links.ref(page, about.conflict.key) if about.conflict else None,
        tags=tuple(EntityLink(page.text(each), tag_routes.href(page, each)) for each in fields.tags),
        authors=wording.conjunction([page.text(each).text for each in fields.authors], lang),
        as_of=moment(fields.as_of or fields.updated or fields.date, lang),
        published=moment(fields.date, lang),
        updated=moment(fields.updated, lang) if fields.updated else None,
        minutes=wording.minutes(minutes(_words(page, about), lang), lang),
        corrections=wording.plural("count.corrections", corrected, lang) if corrected else "",
        notes=citations.of(fields.sources, lang),
        translation=translations.note(page, about.article, fields.updated or fields.date),
        stake=claim_rows.summary(page, stake) if stake else None,
    )


def _words(page: PageBuilder, story: ArticleSubjects) -> int:
    written = _written(page, story)
    return written.prose.words if written else 0


def _html(page: PageBuilder, article: Article, field: str) -> Html | None:
    linked = page.site.linked(article.key, field, page.lang)
    return prose_html.html(page, linked) if linked else None


def _brief(page: PageBuilder, article: Article) -> tuple[BriefItem, ...]:
    found = ((each, _html(page, article, f"brief.{each}")) for each in _BRIEF)
    labels = article.fields.brief.labels if article.fields.brief else None
    own = {each: getattr(labels, each, None) for each in _BRIEF}
    return tuple(
        BriefItem(page.text(label).text if (label := own[each]) else wording.phrase(f"brief.{each}", page.lang), html)
        for each, html in found
        if html
    )


def _written(page: PageBuilder, about: ArticleSubjects) -> Linked | None:
    return page.site.linked(about.article.key, "body", page.lang)


def _body(page: PageBuilder, about: ArticleSubjects) -> tuple[BodyBlock, ...]:
    """The author's text with the parts that it embeds."""
    parts: Parts = {
        BlockKind.BACKERS: lambda: _backers(page, about),
        BlockKind.TIMELINE: lambda: _timeline(page, about),
        BlockKind.MAP: lambda: _map(page, about),
    }
    above = about.stake.key if about.stake else None
    return tuple(body.blocks(page, _written(page, about), parts, above=above))


def _sections(page: PageBuilder, about: ArticleSubjects, blocks: Iterable[BodyBlock]) -> Iterator[Section]:
    """The parts that the body does not embed."""
    embedded = body.embedded(_written(page, about))
    parts: Parts = {
        BlockKind.BACKERS: lambda: _backers(page, about),
        BlockKind.TIMELINE: lambda: _timeline(page, about),
        BlockKind.CLAIMS: lambda: _claims(page, about, blocks),
    }
    for kind, part in parts.items():
        if kind not in embedded and (block := part()).filled:
            yield Section(f"_{kind}", wording.phrase(f"part.{kind}", page.lang), block)


def _backers(page: PageBuilder, about: ArticleSubjects) -> BodyBlock:
    """The ties that the article chose."""
    chosen = page.site.knowledge.selected.get(about.article.id, ())
    drawn = figures.network(page, chosen, page.marks, chosen=True)
    return BodyBlock(BlockKind.BACKERS, backings=by_recipient(page, chosen, detailed=False), figure=drawn)


def _timeline(page: PageBuilder, about: ArticleSubjects) -> BodyBlock:
    shown = frozenset(claim.id for claim in about.claims)
    events = _shown_events(page.site, about, page.lang)
    return BodyBlock(BlockKind.TIMELINE, events=event_rows.timeline(page, events, shown=shown))


def _claims(page: PageBuilder, about: ArticleSubjects, embedded: Iterable[BodyBlock]) -> BodyBlock:
    """The claims that stand neither at the head nor in the body."""
    shown = {each.anchor for block in embedded for each in block.claims}
    rest = [each for each in about.claims if each is not about.stake and claim_rows.anchor(each.id) not in shown]
    return BodyBlock(BlockKind.CLAIMS, claims=tuple(claim_rows.summary(page, each) for each in rest))


def _map(page: PageBuilder, about: ArticleSubjects) -> BodyBlock:
    places = article_subjects.places(page.site.knowledge, about)
    return BodyBlock(BlockKind.MAP, figure=figures.map_of(page, places))


def _neighbours(page: PageBuilder, article: Article) -> tuple[EntityLink | None, EntityLink | None]:
    """The articles before and after this one in its conflict, by date."""
    conflict = article.fields.conflict
    if conflict is None:
        return None, None
    on_it = record_index.of(page.site).articles_on.get(conflict.id, ())
    spoken = [each for each in on_it if page.lang in page.site.spoken(each)]
    spoken.sort(key=lambda each: (each.fields.date.value.sort_key, each.id))
    at = [each.id for each in spoken].index(article.id)
    earlier = entity_links.ref(page, spoken[at - 1].key) if at > 0 else None
    later = entity_links.ref(page, spoken[at + 1].key) if at + 1 < len(spoken) else None
    return earlier, later


PLANNER = Planner(_plan, serves=frozenset({Kind.ARTICLE}), nav=(NavPoint("nav.articles", "articles/"),))
