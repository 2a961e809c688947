"""Claims as a page shows them: who says what, when, in which words, one row a position."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from backstory.model import positions, status, wording
from backstory.model.keys import Key, Kind
from backstory.model.knowledge import Claim
from backstory.model.schema.position import Figure, KnownSpeaker, NamedSpeaker, Position
from backstory.model.vocabulary import Stance, Status
from backstory.pages import concordance, notes, order, refs
from backstory.pages.folio import Folio
from backstory.pages.moments import Moment, moment
from backstory.pages.notes import Note
from backstory.pages.refs import Ref
from backstory.pages.text import Text, foreign

_DESIGNATION = re.compile(r"(?<=[^\W\d_])-(?=\d)")
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
    `according_to` is the source that reports an unnamed one. With `joined`, role, body and `rest` are one phrase:
    "member of the", the State Duma, ""."""

    who: Ref
    role: Text | None = None
    of: Ref | None = None
    joined: bool = False
    rest: Text | None = None
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
    """All who take one kind of position, or spoke earlier, in order of their first: a line of a summary."""

    group: str
    label: str
    speakers: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A value as it was said, and when."""

    said: Text
    stance: str
    date: Moment | None


@dataclass(frozen=True, slots=True)
class FigureView:
    """The values one speaker gave for one thing, in order of date: one that is said twice is not two.

    `counts` says what is counted, or else in what unit.
    """

    speaker: Speaker
    counts: Text | None
    values: tuple[Value, ...]


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
    """A claim with all its positions in order of date, and in a line each; `earlier` are those older than the claim."""

    anchor: str
    statement: Ref
    statuses: tuple[StatusView, ...]
    date: Moment | None
    groups: tuple[SpeakerGroup, ...]
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
    earlier, said = positions.split(fields.positions, fields.date)
    return ClaimCard(
        anchor(claim.id),
        refs.ref(folio, claim.key),
        status_views(folio, claim),
        moment(fields.date, folio.lang) if fields.date else None,
        _groups(folio, said, earlier),
        tuple(position(folio, each) for each in said),
        tuple(position(folio, each) for each in earlier),
        tuple(refs.ref(folio, known[each].key) for each in _rivals(folio, claim) if each in known),
    )


def _rivals(folio: Folio, claim: Claim) -> Iterable[str]:
    """The rival explanations it names, then the claims that name it as theirs: a rival's rival is itself."""
    named = [each.id for each in claim.fields.alternatives]
    naming = [each.id for each in concordance.of(folio.site).rivals.get(claim.id, ())]
    return dict.fromkeys([*named, *naming])


def summary(folio: Folio, claim: Claim) -> ClaimSummary:
    """A claim in a few lines. Nothing is cited: the lines lead to the claim's card."""
    earlier, counted = positions.split(claim.fields.positions, claim.fields.date)
    dated = [each.date for each in counted if each.date]
    return ClaimSummary(
        anchor(claim.id),
        refs.ref(folio, claim.key),
        status_views(folio, claim),
        _figures(folio, counted),
        _groups(folio, counted, earlier),
        moment(dated[-1], folio.lang) if dated else None,
    )


def status_views(folio: Folio, claim: Claim) -> tuple[StatusView, ...]:
    """How a claim stands, in words. With a denial under "said earlier", that none is on record is true of later."""
    words = {each: each.value for each in status.statuses(claim.fields)}
    if Status.NO_DENIAL in words and status.denied_earlier(claim.fields):
        words[Status.NO_DENIAL] = "no-later-denial"
    return tuple(StatusView(each, wording.phrase(f"claim-status.{key}", folio.lang)) for each, key in words.items())


def position(folio: Folio, taken: Position) -> PositionView:
    """A position for a page, its source cited there."""
    lang = folio.lang
    source = positions.source(taken)
    return PositionView(
        speaker=speaker(folio, taken, card=True),
        stance=taken.stance,
        label=wording.phrase(f"stance.{taken.stance.value}", lang),
        date=moment(taken.date, lang) if taken.date else None,
        figure=unbroken(folio.text(taken.value.said)) if taken.value else None,
        quote=_quoted(folio, taken),
        asked=_asked(folio, taken),
        note=folio.text(taken.note) if taken.note else None,
        notes=(notes.cite(folio, source.id, taken.pages or ""),) if source else (),
    )


def unbroken(said: Text) -> Text:
    """A figure whose designations no line may break: `Su-24` with a hyphen that does not part."""
    return replace(said, text=_DESIGNATION.sub("\N{NON-BREAKING HYPHEN}", said.text))


def speaker(folio: Folio, taken: Position, *, card: bool = False) -> Speaker:
    """Who takes a position, with a link where they have a page."""
    by = taken.by
    behalf = refs.actor(folio, taken.for_.id, card=card) if taken.for_ else None
    if isinstance(by, KnownSpeaker):
        return Speaker(refs.actor(folio, by.id.id, card=card), on_behalf=behalf)
    if isinstance(by, NamedSpeaker):
        of = refs.actor(folio, by.of.id, card=card) if by.of else None
        role = folio.text(by.role) if by.role else None
        return _official(Speaker(Ref(folio.text(by.name)), role, of, on_behalf=behalf))
    source = refs.ref(folio, Key(Kind.SOURCE, by.according_to.id))
    return Speaker(Ref(folio.text(by.unnamed)), on_behalf=behalf, according_to=source)


def _official(by: Speaker) -> Speaker:
    """The speaker, with the name of the body said once: where the role names it, it stands there."""
    if by.role is None or by.of is None or by.role.lang != by.of.name.lang:
        return by
    before, found, after = by.role.text.partition(by.of.name.text)
    if not found:
        return by
    kept = before.strip()
    joined = not kept.endswith((",", "،", "-", "–"))
    role, rest = (replace(by.role, text=each) for each in (kept.rstrip(" ,،-–"), after.strip()))
    return replace(by, role=role if role.text else None, joined=joined, rest=rest if rest.text else None)


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


def _figures(folio: Folio, said: Iterable[Position]) -> tuple[FigureView, ...]:
    """What was taken back is no figure any more."""
    found: dict[tuple[object, Text | None], list[tuple[Position, Figure]]] = {}
    for each in positions.upheld(said):
        if each.value is not None:
            counted = each.value.counts or each.value.unit
            counts = folio.text(counted) if counted else None
            found.setdefault((positions.apart(each), counts), []).append((each, each.value))
    return tuple(
        FigureView(speaker(folio, given[0][0]), counts, tuple(_value(folio, *each) for each in given))
        for (_, counts), given in found.items()
    )


def _value(folio: Folio, given: Position, figure: Figure) -> Value:
    return Value(
        unbroken(folio.text(figure.said)),
        wording.phrase(f"stance.{given.stance.value}", folio.lang),
        moment(given.date, folio.lang) if given.date else None,
    )


def _groups(folio: Folio, said: tuple[Position, ...], earlier: tuple[Position, ...]) -> tuple[SpeakerGroup, ...]:
    """Each speaker under what they say now; whoever took it back, under that alone; then who spoke earlier."""
    found: dict[str, dict[object, Position]] = {}
    lasting = set(map(id, positions.lasting(said)))
    for each in said:
        if each.stance is Stance.RETRACTS or id(each) in lasting:
            found.setdefault(_GROUPS[each.stance], {}).setdefault(positions.apart(each), each)
    labels = {group: wording.phrase(f"positions.{group}", folio.lang) for group in found}
    before: dict[object, Position] = {positions.apart(each): each for each in earlier}
    if before:
        found["earlier"], labels["earlier"] = before, wording.phrase("ui.said-earlier", folio.lang)
    return tuple(
        SpeakerGroup(group, labels[group], tuple(speaker(folio, each) for each in speakers.values()))
        for group, speakers in found.items()
    )


def at_stake(claims: Iterable[Claim]) -> Claim | None:
    """The claim a page should open with: the first that is contested, else the first."""
    listed = tuple(claims)
    contested = (each for each in listed if Status.CONTESTED in status.statuses(each.fields))
    return next(contested, listed[0] if listed else None)


def live(claims: Iterable[Claim]) -> Claim | None:
    """The contested claim with the newest position; of two the first by id."""
    contested = [each for each in claims if Status.CONTESTED in status.statuses(each.fields)]
    return max(contested, key=order.newest, default=None)
