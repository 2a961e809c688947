"""The home page: a live claim first, then the conflicts, what has changed, and where to start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from backstory.model import wording
from backstory.model.html import Html
from backstory.model.knowledge import Article, Claim, Conflict
from backstory.model.schema.types import When
from backstory.pages import camps, cards, claims, marks, planner, prose, refs, stories
from backstory.pages.camps import SideView
from backstory.pages.cards import Card
from backstory.pages.claims import ClaimSummary
from backstory.pages.doors import Door, doors
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame, frame
from backstory.pages.moments import Moment, moment
from backstory.pages.planner import Made, Planner
from backstory.pages.refs import Ref
from backstory.pages.site import Site
from backstory.pages.text import Text

_LATEST = 6


@dataclass(frozen=True, slots=True)
class LiveClaim:
    """The contested claim with the newest position, and the explainer that shows it."""

    claim: ClaimSummary
    article: Ref | None


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A conflict with its sides, as of when it is told, and how many explainers there are on it."""

    conflict: Ref
    summary: Html | None
    sides: tuple[SideView, ...]
    as_of: Moment | None
    count: str


@dataclass(frozen=True, slots=True)
class ArticleItem:
    """An explainer in a list; `changed` is when it was last changed, `is_new` when it has not been since."""

    article: Ref
    dek: Text | None
    conflict: Text | None
    changed: str
    machine: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    frame: Frame
    title: Text
    mission: Text | None
    live: LiveClaim | None
    conflicts: tuple[ConflictView, ...]
    latest: tuple[ArticleItem, ...]
    doors: tuple[Door, ...]
    cards: tuple[Card, ...]


def _plan(site: Site) -> Iterator[Made]:
    for lang in site.languages:
        yield planner.page(site.prefix(lang), "home.html", partial(_view, site, lang))


def _view(site: Site, lang: str) -> HomeView:
    about = site.knowledge.site
    told = _published(site, lang)
    live = claims.live(site.knowledge.claims[each] for each in sorted(told))
    conflict = live.fields.conflict if live else None
    sides = marks.of_parties(site.knowledge.conflicts.get(conflict.id) if conflict else None, lang)
    folio = Folio(site, site.prefix(lang), lang, marks=sides)
    mission = folio.text(about.description) if about.description else None
    return HomeView(
        frame=frame(folio, "", description=mission.text if mission else ""),
        title=folio.text(about.title),
        mission=mission,
        live=_live(folio, live, told[live.id]) if live else None,
        conflicts=tuple(_conflict(folio, each) for each in site.knowledge.conflicts.values()),
        latest=tuple(article_item(folio, each) for each in _latest(folio)),
        doors=doors(folio),
        cards=cards.cards(folio),
    )


def _published(site: Site, lang: str) -> Mapping[str, tuple[Article, ...]]:
    """The articles that tell each claim by its id: those first that turn on it, then in order of publication."""
    told: dict[str, list[tuple[bool, Article]]] = {}
    for article in sorted(site.knowledge.articles.values(), key=lambda each: each.fields.date.value.sort_key):
        shown = stories.story(site, article, lang).claims
        stake = claims.at_stake(shown)
        for claim in shown:
            told.setdefault(claim.id, []).append((claim is not stake, article))
    return {
        claim: tuple(article for _, article in sorted(found, key=lambda each: each[0])) for claim, found in told.items()
    }


def _live(folio: Folio, claim: Claim, telling: tuple[Article, ...]) -> LiveClaim:
    own = (each for each in telling if folio.lang in folio.site.spoken(each))
    article = next(own, telling[0] if telling else None)
    return LiveClaim(claims.summary(folio, claim), refs.ref(folio, article.key) if article else None)


def _conflict(folio: Folio, conflict: Conflict) -> ConflictView:
    """A conflict on the home page, where each conflict has its own marks."""
    fields = conflict.fields
    told = [each for each in folio.site.knowledge.articles.values() if _on(each, conflict)]
    newest = [each.fields.as_of or each.fields.updated or each.fields.date for each in told]
    dated = [*([fields.as_of] if fields.as_of else []), *newest]
    as_of = max(dated, key=lambda each: each.value.sort_key, default=None)
    here = Folio(folio.site, folio.route, folio.lang, marks=marks.of_parties(conflict, folio.lang))
    summary = folio.site.linked(conflict.key, "summary", folio.lang)
    return ConflictView(
        refs.ref(folio, conflict.key),
        prose.html(here, summary) if summary else None,
        camps.sides(here, conflict),
        moment(as_of, folio.lang) if as_of else None,
        wording.plural("count.articles", sum(folio.lang in folio.site.spoken(each) for each in told), folio.lang),
    )


def _on(article: Article, conflict: Conflict) -> bool:
    return article.fields.conflict is not None and article.fields.conflict.id == conflict.id


def _latest(folio: Folio) -> list[Article]:
    """The explainers in this language that changed last, the newest first."""
    found = [each for each in folio.site.knowledge.articles.values() if folio.lang in folio.site.spoken(each)]
    return sorted(found, key=_changed_key, reverse=True)[:_LATEST]


def last_changed(article: Article) -> When:
    """When an article was last changed: the latest of its date, its update and its corrections."""
    fields = article.fields
    given = [fields.date, *(each.date for each in fields.corrections)]
    return max([*given, fields.updated] if fields.updated else given, key=lambda each: each.value.sort_key)


def _changed_key(article: Article) -> tuple[tuple[int, int, str], str]:
    return last_changed(article).value.sort_key, article.id


def article_item(folio: Folio, article: Article) -> ArticleItem:
    """An explainer for a list of explainers."""
    fields, lang = article.fields, folio.lang
    changed = last_changed(article)
    dek = folio.site.linked(article.key, "summary", lang)
    conflict = folio.site.knowledge.conflicts.get(fields.conflict.id) if fields.conflict else None
    verb = "ui.published" if changed == fields.date else "ui.updated"
    when = moment(changed, lang)
    return ArticleItem(
        refs.ref(folio, article.key),
        Text(prose.plain(folio.site, dek, lang)) if dek else None,
        folio.text(conflict.fields.name) if conflict else None,
        wording.phrase(verb, lang, date=when.text),
        when.machine,
    )


PLANNER = Planner(_plan)
