"""The page of an explainer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from backstory.model import wording
from backstory.model.html import Html
from backstory.model.keys import Key, Kind
from backstory.model.knowledge import Article, Claim
from backstory.pages import (
    body,
    camps,
    cards,
    claims,
    corrections,
    events,
    figures,
    ledger,
    marks,
    notes,
    people,
    planner,
    prose,
    refs,
    stories,
    structured,
    versions,
)
from backstory.pages.body import Block, Heading, Section
from backstory.pages.cards import Card
from backstory.pages.claims import ClaimSummary
from backstory.pages.corrections import CorrectionView
from backstory.pages.folio import Folio
from backstory.pages.frame import Frame
from backstory.pages.moments import Moment, moment
from backstory.pages.notes import SourceItem
from backstory.pages.people import Group
from backstory.pages.planner import Made, Planner
from backstory.pages.reading_time import minutes
from backstory.pages.refs import Ref
from backstory.pages.site import NavPoint, Site
from backstory.pages.stories import Story
from backstory.pages.text import Text
from backstory.pages.versions import TranslationNote

_BRIEF = ("happened", "disputed", "unknown")
_PARTS = ("sides", "backers", "timeline", "claims")


@dataclass(frozen=True, slots=True)
class BriefItem:
    """A line of the box at an article's head: what happened, what is disputed, what is not known."""

    label: str
    html: Html


@dataclass(frozen=True, slots=True)
class Head:
    """The first screen of an explainer; `stake` is the claim it turns on."""

    title: Text
    dek: Html | None
    conflict: Ref | None
    tags: tuple[Text, ...]
    authors: str
    as_of: Moment
    published: Moment
    updated: Moment | None
    minutes: str
    corrections: str
    translation: TranslationNote | None
    stake: ClaimSummary | None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An explainer. `sections` are the parts that the body does not embed, `structured` the same in JSON-LD."""

    frame: Frame
    head: Head
    brief: tuple[BriefItem, ...]
    contents: tuple[Heading, ...]
    body: tuple[Block, ...]
    sections: tuple[Section, ...]
    sources: tuple[SourceItem, ...]
    corrections: tuple[CorrectionView, ...]
    earlier: Ref | None
    later: Ref | None
    people: tuple[Group, ...]
    cards: tuple[Card, ...]
    structured: str


def _plan(site: Site) -> Iterator[Made]:
    return planner.of_each(
        site, site.knowledge.articles, "article.html", lambda article, route, lang: _view(site, article, route, lang)
    )


def _view(site: Site, article: Article, route: str, lang: str) -> ArticleView:
    """The parts are made in the order they stand, for that numbers their citations."""
    story = stories.story(site, article, lang)
    folio = Folio(
        site,
        route,
        lang,
        subject=article.key,
        marks=marks.of_parties(story.conflict, lang),
        here=_here(story),
    )
    head = _head(folio, story)
    brief = _brief(folio, article)
    blocks, sections = _body(folio, story)
    found = corrections.listed(folio, article.fields.corrections)
    in_story = people.in_story(folio, stories.actors(story))
    sources = notes.listed(folio)
    earlier, later = _neighbours(folio, article)
    return ArticleView(
        frame=versions.framed(folio, article, "summary"),
        head=head,
        brief=brief,
        contents=_contents(folio, story, sections, brief=bool(brief), sources=bool(sources), corrections=bool(found)),
        body=blocks,
        sections=sections,
        sources=sources,
        corrections=found,
        earlier=earlier,
        later=later,
        people=in_story,
        cards=cards.cards(folio),
        structured=structured.of_article(folio, article),
    )


def _here(story: Story) -> Mapping[Key, str]:
    """What stands on the page, so that links reach it where it has no page of its own."""
    shown: dict[Key, str] = {claim.key: claims.anchor(claim.id) for claim in story.claims}
    shown.update((event.key, events.anchor(event.id)) for event in story.events)
    return shown


def _head(folio: Folio, story: Story) -> Head:
    fields, lang = story.article.fields, folio.lang
    stake = claims.at_stake(story.claims)
    corrected = len(fields.corrections)
    return Head(
        title=folio.text(fields.title),
        dek=_html(folio, story.article, "summary"),
        conflict=refs.ref(folio, story.conflict.key) if story.conflict else None,
        tags=tuple(folio.text(each) for each in fields.tags),
        authors=wording.conjunction([folio.text(each).text for each in fields.authors], lang),
        as_of=moment(fields.as_of or fields.updated or fields.date, lang),
        published=moment(fields.date, lang),
        updated=moment(fields.updated, lang) if fields.updated else None,
        minutes=wording.minutes(minutes(story.written.prose.words if story.written else 0, lang), lang),
        corrections=wording.plural("count.corrections", corrected, lang) if corrected else "",
        translation=versions.note(folio, story.article, fields.updated or fields.date),
        stake=claims.summary(folio, stake) if stake else None,
    )


def _html(folio: Folio, article: Article, field: str) -> Html | None:
    linked = folio.site.linked(article.key, field, folio.lang)
    return prose.html(folio, linked) if linked else None


def _brief(folio: Folio, article: Article) -> tuple[BriefItem, ...]:
    found = ((each, _html(folio, article, f"brief.{each}")) for each in _BRIEF)
    return tuple(BriefItem(wording.phrase(f"brief.{each}", folio.lang), html) for each, html in found if html)


def _body(folio: Folio, story: Story) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """The author's body with its embeds, and what follows it: the parts it does not embed."""
    made: set[str] = set()

    def part(name: str) -> Block:
        made.add(name)
        return _part(folio, story, name)

    parts = {name: lambda name=name: part(name) for name in ("backers", "timeline", "map")}
    blocks = tuple(body.blocks(folio, story.written, parts))
    embedded = {card.anchor for block in blocks for card in block.claims}
    rest = tuple(claim for claim in story.claims if claims.anchor(claim.id) not in embedded)
    sections = []
    for name in _PARTS:
        block = _claim_cards(folio, rest) if name == "claims" else _part(folio, story, name)
        if name not in made and block.filled:
            sections.append(Section(f"_{name}", wording.phrase(f"part.{name}", folio.lang), block))
    return blocks, tuple(sections)


def _part(folio: Folio, story: Story, name: str) -> Block:
    known = folio.site.knowledge
    if name == "sides":
        return Block("sides", sides=camps.sides(folio, story.conflict) if story.conflict else ())
    if name == "backers":
        chosen = known.selected.get(story.article.id, ())
        drawn = figures.network(folio, chosen, folio.marks, chosen=True)
        return Block("backers", accounts=ledger.accounts(folio, chosen, opened=False), figure=drawn)
    if name == "map":
        return Block("map", figure=figures.map_of(folio, stories.places(known, story)))
    shown = frozenset(claim.id for claim in story.claims)
    return Block("timeline", events=events.timeline(folio, story.events, shown=shown))


def _claim_cards(folio: Folio, shown: tuple[Claim, ...]) -> Block:
    return Block("claims", claims=tuple(claims.card(folio, each) for each in shown))


def _contents(
    folio: Folio, story: Story, sections: tuple[Section, ...], *, brief: bool, sources: bool, corrections: bool
) -> tuple[Heading, ...]:
    found = [Heading("_brief", wording.phrase("ui.brief", folio.lang))] if brief else []
    found += body.headings(story.written)
    found += [Heading(each.id, each.title) for each in sections]
    if sources:
        found.append(Heading("_sources", wording.phrase("ui.sources", folio.lang)))
    if corrections:
        found.append(Heading("_corrections", wording.phrase("nav.corrections", folio.lang)))
    return tuple(found)


def _neighbours(folio: Folio, article: Article) -> tuple[Ref | None, Ref | None]:
    """The articles before and after this one in its conflict, by date."""
    fields = article.fields
    if fields.conflict is None:
        return None, None
    alike = [
        each
        for each in folio.site.knowledge.articles.values()
        if each.fields.conflict == fields.conflict and folio.lang in folio.site.spoken(each)
    ]
    alike.sort(key=lambda each: (each.fields.date.value.sort_key, each.id))
    at = alike.index(article)
    earlier = refs.ref(folio, alike[at - 1].key) if at > 0 else None
    later = refs.ref(folio, alike[at + 1].key) if at + 1 < len(alike) else None
    return earlier, later


PLANNER = Planner(_plan, serves=frozenset({Kind.ARTICLE}), nav=(NavPoint("nav.articles", "articles/"),))
