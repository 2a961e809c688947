"""Claims as pages show them: who says what, when and in which words, a row for each position."""

from __future__ import annotations

import re
from collections.abc import Iterable

from backstory.language import wording
from backstory.pages.core import entity_links
from backstory.pages.core.date_views import Moment, moment
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import PageText, foreign
from backstory.pages.parts import speakers
from backstory.pages.parts.citations import Citation
from backstory.pages.parts.speakers import Speaker
from backstory.pages.queries import record_index
from backstory.records import claim_status, positions
from backstory.records.knowledge import Claim
from backstory.schema.position import Figure, Position
from backstory.values.keys import Key, Kind
from backstory.values.record import Record, replace
from backstory.values.vocabulary import Stance, Status

_DESIGNATION = re.compile(r"(?<=[^\W\d_])-(?=\d)")
# The line of a summary that each stance belongs to.
_GROUPS = {
    Stance.ASSERTS: "says",
    Stance.CONFIRMS: "says",
    Stance.SUPPORTS: "says",
    Stance.PARTLY_CONFIRMS: "partly",
    Stance.FINDS: "finds",
    Stance.FINDS_CREDIBLE: "credible",
    Stance.FINDS_NO_EVIDENCE: "no-evidence",
    Stance.ASSESSES: "assesses",
    Stance.ALLEGES: "alleges",
    Stance.DECLARES: "declares",
    Stance.INVESTIGATES: "investigates",
    Stance.MENTIONS: "mentions",
    Stance.REPORTS: "reports",
    Stance.DENIES: "denies",
    Stance.REJECTS_FRAMING: "rejects-framing",
    Stance.OTHER_EXPLANATION: "other-explanation",
    Stance.QUESTIONS: "questions",
    Stance.RESPONDS: "responds",
    Stance.NO_COMMENT: "no-comment",
    Stance.NO_RESPONSE: "no-answer",
    Stance.DECLINED: "declined",
    Stance.RETRACTS: "retracts",
}


class Quoted(Record, frozen=True):
    """A quotation, in the language it was said in or in a translation by somebody named."""

    words: PageText
    translated_by: str


class PositionView(Record, frozen=True):
    """A position. `figure` is the value as it was said, `counts` what it counts; `asked` says who asked, and when;
    `credibility` is the desk's grade, where the site shows grades."""

    speaker: Speaker
    stance: Stance
    label: str
    date: Moment | None
    figure: PageText | None
    counts: PageText | None
    quote: Quoted | None
    asked: str
    note: PageText | None
    credibility: str
    notes: tuple[Citation, ...]


class StatusView(Record, frozen=True):
    """A status of a claim, with its wording."""

    status: Status
    label: str


class SpeakerGroup(Record, frozen=True):
    """A line of a summary: all who take one kind of position, or spoke earlier, in order of their first position."""

    group: str
    label: str
    speakers: tuple[Speaker, ...]


class Value(Record, frozen=True):
    """A value as it was said, by which stance, and when."""

    said: PageText
    stance: str
    date: Moment | None


class FigureView(Record, frozen=True):
    """The values that one speaker gave for one thing, in order of date.

    `counts` says what is counted, or else in what unit.
    """

    speaker: Speaker
    counts: PageText | None
    values: tuple[Value, ...]


class ClaimSummary(Record, frozen=True):
    """A claim in a few lines: the statement, its statuses, the figures side by side, who says so and who denies it;
    `statements` says how many its page holds."""

    anchor: str
    statement: EntityLink
    statuses: tuple[StatusView, ...]
    figures: tuple[FigureView, ...]
    groups: tuple[SpeakerGroup, ...]
    latest: Moment | None
    statements: int


class ClaimCard(Record, frozen=True):
    """A claim with all its positions in order of date; `groups` sums them up in a line each, `earlier` are those older
    than the claim."""

    anchor: str
    statement: EntityLink
    statuses: tuple[StatusView, ...]
    date: Moment | None
    groups: tuple[SpeakerGroup, ...]
    positions: tuple[PositionView, ...]
    earlier: tuple[PositionView, ...]
    alternatives: tuple[EntityLink, ...]


def group_of(stance: Stance) -> str:
    """The line of a summary that a stance belongs to."""
    return _GROUPS[stance]


def anchor(claim: str) -> str:
    """The id of a claim's card on a page that shows it."""
    return f"_claim-{claim}"


def card(page: PageBuilder, claim: Claim) -> ClaimCard:
    """A claim with all its positions."""
    fields = claim.fields
    known = page.site.knowledge.claims
    earlier, said = positions.split(fields.positions, fields.date)
    return ClaimCard(
        anchor(claim.id),
        entity_links.ref(page, claim.key),
        status_views(page, claim),
        moment(fields.date, page.lang) if fields.date else None,
        _groups(page, said, earlier),
        tuple(position(page, each) for each in said),
        tuple(position(page, each) for each in earlier),
        tuple(entity_links.ref(page, known[each].key) for each in _rivals(page, claim) if each in known),
    )


def _rivals(page: PageBuilder, claim: Claim) -> Iterable[str]:
    """The ids of the rival explanations that it names, then of the claims that name it as one."""
    named = [each.id for each in claim.fields.alternatives]
    naming = [each.id for each in record_index.of(page.site).rivals.get(claim.id, ())]
    return dict.fromkeys([*named, *naming])


def summary(page: PageBuilder, claim: Claim) -> ClaimSummary:
    """A claim in a few lines, without citations and cards."""
    earlier, counted = positions.split(claim.fields.positions, claim.fields.date)
    dated = [each.date for each in counted if each.date]
    return ClaimSummary(
        anchor(claim.id),
        entity_links.ref(page, claim.key),
        status_views(page, claim),
        _figures(page, counted),
        _groups(page, counted, earlier),
        moment(dated[-1], page.lang) if dated else None,
        len(claim.fields.positions),
    )


def status_views(page: PageBuilder, claim: Claim) -> tuple[StatusView, ...]:
    """The statuses of a claim in words. Where a denial is older than the claim, "no denial on record" becomes "no later
    denial"."""
    words = {each: each.value for each in claim_status.statuses(claim.fields)}
    if Status.NO_DENIAL in words and claim_status.denied_earlier(claim.fields):
        words[Status.NO_DENIAL] = "no-later-denial"
    return tuple(StatusView(each, wording.phrase(f"claim-status.{key}", page.lang)) for each, key in words.items())


def position(page: PageBuilder, taken: Position) -> PositionView:
    """A position with its citation."""
    lang = page.lang
    source = positions.source(taken)
    return PositionView(
        speaker=speakers.speaker(page, taken, card=True),
        stance=taken.stance,
        label=wording.phrase(f"stance.{taken.stance.value}", lang),
        date=moment(taken.date, lang) if taken.date else None,
        figure=unbroken(page.text(taken.value.said)) if taken.value else None,
        counts=page.text(taken.value.counts) if taken.value and taken.value.counts else None,
        quote=_quoted(page, taken),
        asked=asked(page, taken),
        note=page.text(taken.note) if taken.note else None,
        credibility=_credibility(page, taken),
        notes=(Citation(source.id, taken.pages or ""),) if source else (),
    )


def _credibility(page: PageBuilder, taken: Position) -> str:
    shown = page.site.knowledge.site.show_grades and taken.credibility is not None
    return str(taken.credibility) if shown else ""


def unbroken(said: PageText) -> PageText:
    """A figure with hyphens that do not break a line in designations such as `Su-24`."""
    return replace(said, text=_DESIGNATION.sub("\N{NON-BREAKING HYPHEN}", said.text))


def _quoted(page: PageBuilder, taken: Position) -> Quoted | None:
    if taken.quote is None:
        return None
    said, written = taken.quote.text.pick(page.lang)
    spoken = taken.quote.lang if taken.quote.lang and len(taken.quote.text.texts) == 1 else written
    return Quoted(foreign(said, spoken, page.lang), taken.quote.translated_by or "")


def asked(page: PageBuilder, taken: Position) -> str:
    """By whom, and when, a speaker was asked; "" where neither is recorded."""
    given = taken.asked
    if given is None:
        return ""
    when = wording.date(given.date.value, page.lang) if given.date else ""
    known = page.site.named(Key(Kind.ACTOR, given.by), page.lang) if given.by else None
    by = known.name.text if known else given.by
    if by and when:
        return wording.phrase("ui.asked-by-when", page.lang, by=by, date=when)
    if by:
        return wording.phrase("ui.asked-by", page.lang, by=by)
    return wording.phrase("ui.asked-when", page.lang, date=when) if when else ""


def _figures(page: PageBuilder, said: Iterable[Position]) -> tuple[FigureView, ...]:
    """The figures by speaker and by what they count, without those taken back."""
    found: dict[tuple[object, PageText | None], list[tuple[Position, Figure]]] = {}
    for each in positions.upheld(said):
        if each.value is not None:
            counted = each.value.counts or each.value.unit
            counts = page.text(counted) if counted else None
            found.setdefault((positions.apart(each), counts), []).append((each, each.value))
    return tuple(
        FigureView(speakers.speaker(page, given[0][0]), counts, tuple(_value(page, *each) for each in given))
        for (_, counts), given in found.items()
    )


def _value(page: PageBuilder, given: Position, figure: Figure) -> Value:
    return Value(
        unbroken(page.text(figure.said)),
        wording.phrase(f"stance.{given.stance.value}", page.lang),
        moment(given.date, page.lang) if given.date else None,
    )


def _groups(page: PageBuilder, said: tuple[Position, ...], earlier: tuple[Position, ...]) -> tuple[SpeakerGroup, ...]:
    """Each speaker under what they say now, those who took it back under that alone; then those who spoke earlier."""
    found: dict[str, dict[object, Position]] = {}
    lasting = set(map(id, positions.lasting(said)))
    for each in said:
        if each.stance is Stance.RETRACTS or id(each) in lasting:
            found.setdefault(_GROUPS[each.stance], {}).setdefault(positions.apart(each), each)
    labels = {group: wording.phrase(f"positions.{group}", page.lang) for group in found}
    before: dict[object, Position] = {positions.apart(each): each for each in earlier}
    if before:
        found["earlier"], labels["earlier"] = before, wording.phrase("ui.said-earlier", page.lang)
    return tuple(
        SpeakerGroup(group, labels[group], tuple(speakers.speaker(page, each) for each in those.values()))
        for group, those in found.items()
    )
