"""Claims as a page shows them: who says what, when, in which words, one row a position."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from backstory.model import wording
from backstory.model.keys import Key, Kind
from backstory.model.knowledge import Claim
from backstory.model.schema.position import KnownSpeaker, NamedSpeaker, Position
from backstory.model.vocabulary import Stance, Status
from backstory.pages import notes, refs, statuses
from backstory.pages.folio import Folio
from backstory.pages.moments import Moment, moment
from backstory.pages.notes import Note
from backstory.pages.refs import Ref
from backstory.pages.text import Text, foreign

# Each stance under the heading of a summary: what is said, not how much it weighs.
_GROUPS = {
    Stance.ASSERTS: "says",
    Stance.CONFIRMS: "says",
    Stance.SUPPORTS: "says",
    Stance.PARTLY_CONFIRMS: "partly",
    Stance.ASSESSES: "assesses",
    Stance.REPORTS: "reports",
    Stance.DENIES: "denies",
    Stance.REJECTS_FRAMING: "rejects-framing",
    Stance.OTHER_EXPLANATION: "other-explanation",
    Stance.QUESTIONS: "questions",
    Stance.NO_COMMENT: "no-answer",
    Stance.NO_RESPONSE: "no-answer",
    Stance.DECLINED: "no-answer",
    Stance.RETRACTS: "retracts",
}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who takes a position. `role` and `of` say whose official they are, `on_behalf` for whom they speak;
    `according_to` is the source that reports an unnamed one."""

    who: Ref
    role: Text | None = None
    of: Ref | None = None
    on_behalf: Ref | None = None
    according_to: Ref | None = None


@dataclass(frozen=True, slots=True)
class Quoted:
    """Somebody's own words, in the language they were said in or in the translation of somebody named."""

    words: Text
    translated_by: str


@dataclass(frozen=True, slots=True)
class PositionView:
    """A position. `figure` is the value as said; `asked` says who asked, and when."""

    speaker: Speaker
    stance: Stance
    label: str
    date: Moment | None
    figure: Text | None
    quote: Quoted | None
    asked: str
    note: Text | None
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class StatusView:
    """How a claim stands, with its wording."""

    status: Status
    label: str


@dataclass(frozen=True, slots=True)
class SpeakerGroup:
    """All who take one kind of position, in order of their first: a line of a summary."""

    group: str
    label: str
    speakers: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class FigureView:
    """A value somebody gave, and when."""

    said: Text
    speaker: Speaker
    stance: str
    date: Moment | None
    counts: str


@dataclass(frozen=True, slots=True)
class ClaimSummary:
    """A claim in a few lines: the statement, how it stands, the figures side by side, who says so and who denies."""

    anchor: str
    statement: Ref
    statuses: tuple[StatusView, ...]
    figures: tuple[FigureView, ...]
    groups: tuple[SpeakerGroup, ...]
    latest: Moment | None


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim with all its positions in order of date; `earlier` are those older than the claim."""

    anchor: str
    statement: Ref
    statuses: tuple[StatusView, ...]
    date: Moment | None
    positions: tuple[PositionView, ...]
    earlier: tuple[PositionView, ...]
    alternatives: tuple[Ref, ...]


def anchor(claim: str) -> str:
    """The id of a claim's card on a page that shows it."""
    return f"_claim-{claim}"


def card(folio: Folio, claim: Claim) -> ClaimCard:
    """A claim for a page, its sources cited there."""
    fields = claim.fields
    known = folio.site.knowledge.claims
    earlier = (each for each in fields.positions if statuses.said_earlier(fields, each))
    return ClaimCard(
        anchor(claim.id),
        refs.ref(folio, claim.key),
        status_views(folio, claim),
        moment(fields.date, folio.lang) if fields.date else None,
        tuple(position(folio, each) for each in statuses.counted(fields)),
        tuple(position(folio, each) for each in statuses.ordered(earlier)),
        tuple(refs.ref(folio, known[each.id].key) for each in fields.alternatives if each.id in known),
    )


def summary(folio: Folio, claim: Claim) -> ClaimSummary:
    """A claim in a few lines. Nothing is cited: the lines lead to the claim's card."""
    counted = statuses.counted(claim.fields)
    dated = [each.date for each in counted if each.date]
    return ClaimSummary(
        anchor(claim.id),
        refs.ref(folio, claim.key),
        status_views(folio, claim),
        _figures(folio, counted),
        _groups(folio, counted),
        moment(dated[-1], folio.lang) if dated else None,
    )


def status_views(folio: Folio, claim: Claim) -> tuple[StatusView, ...]:
    """How a claim stands, in words."""
    return tuple(
        StatusView(each, wording.phrase(f"claim-status.{each.value}", folio.lang)) for each in statuses.of(claim.fields)
    )


def position(folio: Folio, taken: Position) -> PositionView:
    """A position for a page, its source cited there."""
    lang = folio.lang
    return PositionView(
        speaker=speaker(folio, taken, card=True),
        stance=taken.stance,
        label=wording.phrase(f"stance.{taken.stance.value}", lang),
        date=moment(taken.date, lang) if taken.date else None,
        figure=folio.text(taken.value.said) if taken.value else None,
        quote=_quoted(folio, taken),
        asked=_asked(folio, taken),
        note=folio.text(taken.note) if taken.note else None,
        notes=(notes.cite(folio, taken.source.id, taken.pages or ""),) if taken.source else (),
    )


def speaker(folio: Folio, taken: Position, *, card: bool = False) -> Speaker:
    """Who takes a position, with a link where they have a page."""
    by = taken.by
    behalf = refs.actor(folio, taken.for_.id, card=card) if taken.for_ else None
    if isinstance(by, KnownSpeaker):
        return Speaker(refs.actor(folio, by.id.id, card=card), on_behalf=behalf)
    if isinstance(by, NamedSpeaker):
        of = refs.actor(folio, by.of.id, card=card) if by.of else None
        role = _role(folio.text(by.role), of) if by.role else None
        return Speaker(Ref(folio.text(by.name)), role, of, behalf)
    source = refs.ref(folio, Key(Kind.SOURCE, by.according_to.id))
    return Speaker(Ref(folio.text(by.unnamed)), on_behalf=behalf, according_to=source)


def _role(role: Text, of: Ref | None) -> Text:
    """A role without the name of the body it is in, where that follows anyway."""
    return replace(role, text=role.text.removesuffix(of.name.text).rstrip(" ,،")) if of else role


def _quoted(folio: Folio, taken: Position) -> Quoted | None:
    if taken.quote is None:
        return None
    said, written = taken.quote.text.pick(folio.lang)
    spoken = taken.quote.lang if taken.quote.lang and len(taken.quote.text.texts) == 1 else written
    return Quoted(foreign(said, spoken, folio.lang), taken.quote.translated_by or "")


def _asked(folio: Folio, taken: Position) -> str:
    asked = taken.asked
    if asked is None:
        return ""
    when = wording.date(asked.date.value, folio.lang) if asked.date else ""
    if asked.by and when:
        return wording.phrase("ui.asked-by-when", folio.lang, by=asked.by, date=when)
    if asked.by:
        return wording.phrase("ui.asked-by", folio.lang, by=asked.by)
    return wording.phrase("ui.asked-when", folio.lang, date=when) if when else ""


def _figures(folio: Folio, positions: Iterable[Position]) -> tuple[FigureView, ...]:
    return tuple(
        FigureView(
            folio.text(each.value.said),
            speaker(folio, each),
            wording.phrase(f"stance.{each.stance.value}", folio.lang),
            moment(each.date, folio.lang) if each.date else None,
            each.value.counts or "",
        )
        for each in positions
        if each.value is not None
    )


def _groups(folio: Folio, positions: Iterable[Position]) -> tuple[SpeakerGroup, ...]:
    found: dict[str, dict[str, Position]] = {}
    for each in positions:
        found.setdefault(_GROUPS[each.stance], {}).setdefault(statuses.speaker(each), each)
    return tuple(
        SpeakerGroup(
            group,
            wording.phrase(f"positions.{group}", folio.lang),
            tuple(speaker(folio, each) for each in speakers.values()),
        )
        for group, speakers in found.items()
    )


def at_stake(claims: Iterable[Claim]) -> Claim | None:
    """The claim a page should open with: the first that is contested, else the first."""
    listed = tuple(claims)
    contested = (each for each in listed if Status.CONTESTED in statuses.of(each.fields))
    return next(contested, listed[0] if listed else None)


def live(claims: Iterable[Claim]) -> Claim | None:
    """The contested claim with the newest position; of two the first by id."""
    contested = [each for each in claims if Status.CONTESTED in statuses.of(each.fields)]
    return max(contested, key=_newest, default=None)


def _newest(claim: Claim) -> tuple[int, int, str]:
    days = (each.date.value.sort_key for each in statuses.counted(claim.fields) if each.date)
    return max(days, default=(0, 0, ""))
