"""Share cards: the picture, 1200 by 630 pixels, that networks and messengers show beside a link to a page.

A card has the page's title, and under it two columns of one width and weight: who says so and who does not, or the
sides of a conflict; without either, what the page is about in a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from backstory.drawing.text_fitting import fit
from backstory.language import wording
from backstory.pages.core import card_address, kind_labels, planner
from backstory.pages.core.card_address import CARDED
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import direction
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import Site
from backstory.pages.parts import claim_rows, conflict_sides, plain_text
from backstory.pages.parts.claim_rows import PositionView
from backstory.pages.parts.speakers import Speaker
from backstory.pages.queries import article_subjects
from backstory.records.entity import Entity
from backstory.records.knowledge import Claim, Conflict
from backstory.values.keys import Kind
from backstory.values.record import Record, replace
from backstory.values.vocabulary import SUPPORTING

_WIDTH, _COLUMN = 1080, 520
# Sizes of a title, and in how many lines.
_TITLES = ((84, 2), (64, 3), (54, 3))
_NAME, _SMALL, _WORDS = 36, 26, 34


class Line(Record, frozen=True):
    """A line of text: its baseline in pixels from the top, its size in pixels."""

    text: str
    y: int
    size: int
    bold: bool = False
    muted: bool = False


class ShareCard(Record, frozen=True):
    """A card. `columns` are two, or one over the whole width."""

    lang: str
    dir: str
    head: str
    title: tuple[Line, ...]
    columns: tuple[tuple[Line, ...], ...]


class _Voice(Record, frozen=True):
    label: str
    name: str = ""
    role: str = ""
    words: str = ""

    @property
    def drawable(self) -> bool:
        return all(map(card_address.drawable, (self.label, self.name, self.role, self.words)))


def _plan(site: Site) -> Iterator[Planned]:
    for entity in site.knowledge.all():
        if entity.key.kind in CARDED:
            for lang in site.spoken(entity):
                route = site.route(entity.key, lang)
                if card_address.has_card(site, entity.key, route, lang):
                    view = partial(_view, site, entity, route, lang)
                    yield planner.page(card_address.card_route(route), "share_card.svg", view, entity.head)


def _view(site: Site, entity: Entity[Any], route: str, lang: str) -> ShareCard:
    page = PageBuilder(site, route, lang)
    voices = _voices(page, entity)
    label = kind_labels.kind(entity, lang)
    return ShareCard(
        lang,
        direction(lang),
        f"{page.text(site.knowledge.site.title)} · {label[:1].upper()}{label[1:]}",
        _title(site.title(entity, lang).text),
        tuple(map(_column, voices)) if voices else (_about(page, entity),),
    )


def _title(text: str) -> tuple[Line, ...]:
    """A title as large as its length allows, between the head and the columns."""
    for size, most in _TITLES:
        fitted = fit(text, _WIDTH, size, most=most, bold=True)
        if not fitted.cut:
            break
    return tuple(
        Line(line, 126 + round(size * (1.04 + 1.06 * at)), size, bold=True) for at, line in enumerate(fitted.lines)
    )


def _voices(page: PageBuilder, entity: Entity[Any]) -> tuple[_Voice, ...]:
    """The two columns; none where nothing stands against something else, or a script cannot be drawn."""
    known = page.site.knowledge
    found: tuple[_Voice, ...] = ()
    if entity.key.kind is Kind.CONFLICT:
        found = _sides(page, known.conflicts[entity.id])
    elif entity.key.kind is Kind.CLAIM:
        found = _said(page, known.claims[entity.id])
    elif entity.key.kind is Kind.ARTICLE:
        stake = article_subjects.subjects(page.site, known.articles[entity.id], page.lang).stake
        found = _said(page, stake) if stake else ()
    return found if len(found) == 2 and all(each.drawable for each in found) else ()


def _said(page: PageBuilder, claim: Claim) -> tuple[_Voice, ...]:
    """The first who says so and the first who does not, as the claim's own page groups them."""
    shown = claim_rows.card(page, claim)
    said = next((each for each in shown.positions if each.stance in SUPPORTING), None)
    other = next((each for each in shown.positions if each.stance not in SUPPORTING), None)
    if said is None:
        return ()
    status = " · ".join(each.label for each in shown.statuses)
    return _alike(_voice(said), _voice(other) if other else _Voice(status[:1].upper() + status[1:]))


def _alike(one: _Voice, other: _Voice) -> tuple[_Voice, ...]:
    """Both with their words, or both without: neither weighs more."""
    if other.name and not (one.words and other.words):
        return replace(one, words=""), replace(other, words="")
    return one, other


def _voice(position: PositionView) -> _Voice:
    words = f"“{position.quote.words}”" if position.quote else str(position.figure or "")
    when = f" · {position.date.text}" if position.date else ""
    label = position.label[:1].upper() + position.label[1:] + when
    return _Voice(label, position.speaker.who.name.text, _role(position.speaker), words)


def _role(speaker: Speaker) -> str:
    """Whose official it is, or for whom they speak."""
    parts = [each.text for each in (speaker.role, speaker.of and speaker.of.name, speaker.rest) if each and each.text]
    if speaker.joined:
        return " ".join(parts)
    return ", ".join(parts) or (speaker.on_behalf.name.text if speaker.on_behalf else "")


def _sides(page: PageBuilder, conflict: Conflict) -> tuple[_Voice, ...]:
    return tuple(
        _Voice(side.mark.label.text, wording.conjunction([each.actor.name.text for each in side.parties], page.lang))
        for side in conflict_sides.sides(page, conflict)
    )


def _column(voice: _Voice) -> tuple[Line, ...]:
    """The lines of a column, from the top: what is done, by whom, whose official, in which words."""
    return (
        *_lines(voice.label, 420, _SMALL, most=1, muted=True),
        *_lines(voice.name, 470, _NAME, most=1 if voice.role or voice.words else 3, bold=True),
        *_lines(voice.role, 510, _SMALL, most=1, muted=True),
        *_lines(voice.words, 560, _WORDS, most=2),
    )


def _about(page: PageBuilder, entity: Entity[Any]) -> tuple[Line, ...]:
    said = page.site.linked(entity.key, "summary", page.lang)
    text = plain_text.plain(page.site, said, page.lang) if said else ""
    return _lines(text if card_address.drawable(text) else "", 430, _WORDS, most=4, room=_WIDTH)


def _lines(
    text: str, top: int, size: int, *, most: int, bold: bool = False, muted: bool = False, room: int = _COLUMN
) -> tuple[Line, ...]:
    if not text:
        return ()
    fitted = fit(text, room, size, most=most, bold=bold)
    return tuple(Line(line, top + round(at * size * 1.3), size, bold, muted) for at, line in enumerate(fitted.lines))


PLANNER = Planner(_plan)
