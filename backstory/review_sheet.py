"""`check --review`: what an article says of persons and companies, on one sheet, for who must answer for it.

For each of them: the sentences that name it, and each tie and claim about it, with the sentence that pages print, who
says so in which source and with which stance, the answer, and the day on which the source was last seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from backstory import pipeline
from backstory.language import wording
from backstory.language.names import did_you_mean
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import direction
from backstory.pages.parts import attribution, citations, claim_rows, speakers, tie_rows, tie_words
from backstory.pipeline import session
from backstory.pipeline.request import Request
from backstory.pipeline.version import Version
from backstory.records.backing import Backing
from backstory.records.knowledge import Claim
from backstory.records.links import ToEntity
from backstory.schema.base import SourceUse
from backstory.schema.position import Position
from backstory.schema.references import references
from backstory.schema.types import When
from backstory.values.keys import Key, Kind
from backstory.values.record import Record
from backstory.values.vocabulary import PROTECTED, REFUSING, UNANSWERING, Stance


class NoArticleError(Exception):
    """There is no such article; with the nearest id, "" for none."""


class SheetSource(Record, frozen=True):
    """One mention: who speaks, what the source does, where it can be read, its words, and when it was last seen."""

    who: str
    stance: str
    title: str
    url: str
    pages: str
    quote: str
    seen: str


class SheetItem(Record, frozen=True):
    """An allegation: the sentence that pages print, what it rests on, how it is answered."""

    sentence: str
    sources: tuple[SheetSource, ...]
    answers: tuple[str, ...]


class SheetSubject(Record, frozen=True):
    """A person or company that the article names: the sentences that name it, and what is said of it."""

    name: str
    type: str
    sentences: tuple[str, ...]
    items: tuple[SheetItem, ...]


class SheetView(Record, frozen=True):
    """The whole sheet."""

    lang: str
    dir: str
    title: str
    path: str
    today: str
    subjects: tuple[SheetSubject, ...]


def review_sheet(request: Request, article: str) -> bytes:
    """The sheet of an article, as HTML. Raises NoArticleError."""

    def opened(asked: Request) -> Version:
        with pipeline.memory_of(asked) as memory:
            return session.opened(asked, memory)

    version = pipeline.steadily(request, opened)
    return version.renderer.render("review_sheet.html", _view(version, article))


def _view(version: Version, name: str) -> SheetView:
    knowledge = version.known.knowledge
    article = knowledge.articles.get(name)
    if article is None:
        near = did_you_mean(name, knowledge.articles)
        raise NoArticleError(near[0] if near else "")
    page = PageBuilder(version.site, "", article.lang)
    named = _named(version, article)
    exposed = [each for each in knowledge.actors.values() if each.fields.type in PROTECTED and each.key in named]
    subjects = tuple(
        SheetSubject(
            page.site.title(actor, page.lang).text,
            wording.phrase(f"actor-type.{actor.fields.type.value}", page.lang),
            tuple(_sentences(version, article.key, actor.key)),
            tuple(_items(page, actor.id)),
        )
        for actor in sorted(exposed, key=lambda each: each.id)
    )
    title = page.site.title(article, page.lang).text
    today = version.known.seen.today.isoformat()
    return SheetView(page.lang, direction(page.lang), title, article.path, today, subjects)


def _named(version: Version, article: Any) -> frozenset[Key]:
    """Whom an article names: in its front matter, in its texts, and in the claims that it lists."""
    knowledge = version.known.knowledge
    found = {Key(each.kind, each.id) for each in references(article.fields) if each.kind is not None}
    for key, linked in version.linked.links.texts.items():
        if key.key == article.key:
            found |= {mention.key for mention in linked.mentions}
            found |= {target.key for target in linked.targets if isinstance(target, ToEntity)}
    claims = [knowledge.claims[key.id] for key in found if key.kind is Kind.CLAIM and key.id in knowledge.claims]
    for claim in claims:
        found |= {Key(each.kind, each.id) for each in references(claim.fields, Kind.ACTOR) if each.kind is not None}
    return frozenset(found)


def _sentences(version: Version, article: Key, actor: Key) -> Iterator[str]:
    for link in version.linked.links.backlinks.get(actor, ()):
        if link.text.key == article:
            yield f"{link.before}{link.mention}{link.after}".strip()


def _items(page: PageBuilder, actor: str) -> Iterator[SheetItem]:
    knowledge = page.site.knowledge
    for tie in knowledge.backings:
        if actor in (tie.backer, tie.recipient, tie.via):
            yield _tie(page, tie)
    for claim in knowledge.claims.values():
        about = claim.fields.about.actors if claim.fields.about else ()
        if actor in {each.id for each in about}:
            yield _claim(page, claim)


def _tie(page: PageBuilder, tie: Backing) -> SheetItem:
    sentence = attribution.sentence(page, tie.standing, tie_words.clause(page, tie), tie_words.ends(page, tie))
    found = ((each.label, [who.who.name.text for who in each.speakers]) for each in tie_rows.answers(page, tie))
    answers = tuple(f"{label} {wording.conjunction(named, page.lang)}".strip() for label, named in found)
    given = (*tie.sources, *(use for each in tie.support for use in each.sources))
    return SheetItem(sentence, (*_of_uses(page, given), *_of_positions(page, tie.positions)), answers)


def _claim(page: PageBuilder, claim: Claim) -> SheetItem:
    summary = claim_rows.summary(page, claim)
    status = wording.conjunction([each.label for each in summary.statuses], page.lang)
    answered = [each for each in claim.fields.positions if each.stance in REFUSING | UNANSWERING | {Stance.RESPONDS}]
    answers = tuple(_answer(page, each) for each in answered) or (wording.phrase("response.none", page.lang),)
    title = page.site.title(claim, page.lang).text
    said = [each for each in claim.fields.positions if each not in answered]
    return SheetItem(f"{title} ({status})", tuple(_of_positions(page, said)), answers)


def _answer(page: PageBuilder, given: Position) -> str:
    stance = wording.phrase(f"stance.{given.stance.value}", page.lang)
    return f"{speakers.in_words(page, given)}: {stance}{_dated(page, given.date)}"


def _of_uses(page: PageBuilder, uses: Iterable[SourceUse]) -> Iterator[SheetSource]:
    for use in uses:
        stance = wording.phrase(f"stance.{use.stance.value}", page.lang) if use.stance else ""
        quote = use.quote.own if use.quote else ""
        yield _source(page, use.source.id, "", stance, use.pages or "", quote)


def _of_positions(page: PageBuilder, given: Iterable[Position]) -> Iterator[SheetSource]:
    for each in given:
        stance = f"{wording.phrase(f'stance.{each.stance.value}', page.lang)}{_dated(page, each.date)}"
        quote = each.quote.text.own if each.quote else ""
        source = each.source.id if each.source else ""
        yield _source(page, source, speakers.in_words(page, each), stance, each.pages or "", quote)


def _source(page: PageBuilder, name: str, who: str, stance: str, pages: str, quote: str) -> SheetSource:
    source = page.site.knowledge.sources.get(name)
    if source is None:
        return SheetSource(who, stance, name, "", pages, quote, "")
    fields = source.fields
    publisher = citations.publisher(page, source)
    who = who or (publisher.name.text if publisher else "")
    title = page.site.title(source, page.lang).text
    seen = wording.date(fields.retrieved.value, page.lang) if fields.retrieved else ""
    return SheetSource(who, stance, title, fields.archive_url or fields.url or "", pages, quote, seen)


def _dated(page: PageBuilder, date: When | None) -> str:
    return f", {wording.date(date.value, page.lang)}" if date else ""
