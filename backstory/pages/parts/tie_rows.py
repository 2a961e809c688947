"""A tie as a row of a list: who is at its other end, with what, when, on what basis, and how it is answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from backstory.drawing.time_strip import Days
from backstory.language import wording
from backstory.pages.core import entity_links
from backstory.pages.core.date_views import Moment, moment
from backstory.pages.core.entity_links import EntityLink
from backstory.pages.core.page_builder import PageBuilder
from backstory.pages.core.page_text import PageText, say
from backstory.pages.parts import attribution, citations, claim_rows, speakers, tie_words, time_strips
from backstory.pages.parts.citations import Citation
from backstory.pages.parts.claim_rows import PositionView
from backstory.pages.parts.speakers import Speaker
from backstory.pages.queries import tie_grouping
from backstory.pages.queries.tie_grouping import Records
from backstory.records import positions
from backstory.records.backing import Backing
from backstory.records.standing import Mention
from backstory.schema.base import SourceUse
from backstory.schema.position import Position
from backstory.schema.types import When
from backstory.values.html import Html
from backstory.values.record import Record
from backstory.values.vocabulary import Basis, Response, Stance, owned

_NO_NOTES = Html("")


class End(Enum):
    """An end of a tie. A recipient's list names the backer of each tie, a backer's list the recipient."""

    BACKER = "backer"
    RECIPIENT = "recipient"


class RecordRow(Record, frozen=True):
    """One record, or several in a row that differ in nothing but when they were observed.

    `ids` are the anchors, one for each record; `support` is in words, with a time of its own where that differs;
    `cited` are the notes, `quoted` those of mentions without a stance that quote their source, for the list of sources.
    `as_of` is None where the tie or `when` says it.
    """

    ids: tuple[str, ...]
    support: str
    when: str
    as_of: Moment | None
    cited: Html
    quoted: tuple[Citation, ...] = ()


class Answer(Record, frozen=True):
    """How a tie is answered, by whom, when, and in which words; by nobody where no response is recorded."""

    response: Response
    label: str
    speakers: tuple[Speaker, ...]
    date: Moment | None = None
    asked: str = ""
    quote: PageText | None = None
    remark: str = ""


class TieRow(Record, frozen=True):
    """Who backs whom, once, and the records of it.

    `other` is the backer in a recipient's list, the recipient in a backer's list. `sentence` says the whole, in whose
    words it is known. `support` and `total` sum up the records where they are more than one line. `time_strip` draws
    all their times, if they have any; `line` is how the basis is drawn (`tie_words.line`).
    """

    other: EntityLink
    sentence: str
    via: EntityLink | None
    support: str
    time_strip: Html | None
    total: str
    basis: Basis
    basis_label: str
    line: str
    records: tuple[RecordRow, ...]
    answers: tuple[Answer, ...]
    positions: tuple[PositionView, ...]
    note: PageText | None
    conflict: EntityLink | None
    as_of: Moment | None


def tie_row(
    page: PageBuilder, records: Records, *, names: End = End.BACKER, detailed: bool = True, span: Days | None = None
) -> TieRow:
    """The row of the tie that these records make.

    `names` is the end that the row names. A `detailed` row has who says what, in which conflict, and as of when.
    `span` is the scale of its time strip; without one, nothing is drawn.
    """
    first, lang = records[0], page.lang
    rows = tuple(tie_grouping.alike(records))
    shared = _shared_date(records, rows) if detailed else None
    stated = _stated(first) if detailed else ()
    dated_apart = detailed and shared is None
    return TieRow(
        other=entity_links.actor(page, first.backer if names is End.BACKER else first.recipient, card=True),
        sentence=attribution.sentence(page, first.standing, tie_words.clause(page, first), tie_words.ends(page, first)),
        via=entity_links.actor(page, first.via, card=True) if first.via else None,
        support=tie_words.support_in_all(records, lang) if len(rows) > 1 else "",
        time_strip=time_strips.strip(records, span, lang) if span else None,
        total=_total(records, lang) if len(rows) > 1 else "",
        basis=first.standing.basis,
        basis_label=attribution.ground(page, first.standing),
        line=tie_words.line(first),
        records=tuple([_record_row(page, each, dated=dated_apart) for each in rows]),
        answers=answers(page, first),
        positions=tuple([claim_rows.position(page, each) for each in stated]),
        note=page.text(first.note) if first.note else None,
        conflict=entity_links.conflict(page, first.conflict) if first.conflict and detailed else None,
        as_of=moment(shared, lang) if shared else None,
    )


def _stated(backing: Backing) -> tuple[Position, ...]:
    """Who says what about a record: its positions, and the mentions of sources that say what the source does."""
    standing = backing.standing
    heard = (*standing.resting, *standing.against, *standing.lowered, *standing.beside)
    mentions = [each.position for each in heard if isinstance(each.position, Mention) and not each.bare]
    return positions.in_order((*backing.positions, *dict.fromkeys(mentions)))


def _shared_date(records: Records, rows: Sequence[Records]) -> When | None:
    """The date that the whole tie speaks of: that of its one line, else the one that all its records have."""
    dates = [each.as_of for each in records]
    if len(rows) == 1:
        return dates[-1]
    return dates[0] if len({each.value.text if each else "" for each in dates}) == 1 else None


def _total(records: Records, lang: str) -> str:
    """How many records there are, and, where each is of a time it was observed, from when to when those are."""
    count = wording.plural("drawing.records", len(records), lang)
    dates = [each.value for record in records for each in record.observed]
    days = [day for each in dates for day in (each.earliest, each.latest) if day]
    if not days or any(each.from_ or each.to or not each.observed for each in records):
        return count
    ends = time_strips.ends(Days(min(days), max(days)), lang)
    if ends.first == ends.last:
        when = wording.phrase("when.in-year", lang, date=ends.first)
    else:
        when = wording.phrase("date.between", lang, first=ends.first, last=ends.last)
    return f"{count}{wording.phrase('list.comma', lang)}{when}"


def _record_row(page: PageBuilder, records: Records, *, dated: bool) -> RecordRow:
    """A line of a tie, the same on every page of a language."""
    key = _record_row, tuple([each.id for each in records]), page.lang, dated
    return page.site.kept(key, lambda: _record_row_in(page.lang, records, dated=dated))


def _record_row_in(lang: str, records: Records, *, dated: bool) -> RecordRow:
    """A line of a tie; `dated` with the date it speaks of, where its observations do not give that already."""
    first = records[0]
    as_of = first.as_of if dated and not tie_grouping.dated(first) else None
    cited = _cited(first)
    return RecordRow(
        ids=tuple(map(tie_words.anchor, records)),
        support=tie_words.support(first, lang),
        when=tie_words.when_observed(records, lang),
        as_of=moment(as_of, lang) if as_of else None,
        cited=citations.html(cited) if cited else _NO_NOTES,
        quoted=citations.of([use for use in _own(first) if use.quote and not use.stance], lang),
    )


def _cited(backing: Backing) -> tuple[Citation, ...]:
    """The sources of a record and of its kinds of support, then whatever else its basis counts."""
    own = _own(backing)
    named = {use.source.id for use in own}
    counted = (each for each in backing.standing.origins if each not in named)
    return (*citations.of(own), *map(Citation, counted))


def _own(backing: Backing) -> tuple[SourceUse, ...]:
    return (*backing.sources, *(use for given in backing.support for use in given.sources))


def answers(page: PageBuilder, backing: Backing, *, card: bool = True) -> tuple[Answer, ...]:
    """How those named answer, by weight, then who else disputes it; "no response recorded" where neither is; nothing
    where the backer says or declares it itself.

    With `card`, the names have cards on the page.
    """
    standing, lang = backing.standing, page.lang
    found = [_answer(page, response, given, card=card) for response, given in _by_stance(standing.answers)]
    if standing.others:
        label = wording.phrase("answer.others", lang)
        named = {positions.apart(each): each for each in standing.others}.values()
        found.append(Answer(Response.NONE, label, tuple(speakers.speaker(page, each, card=card) for each in named)))
    if found or owned(standing.basis, standing.response):
        return tuple(found)
    return (Answer(Response.NONE, wording.phrase("response.none", lang), ()),)


def _by_stance(given: Iterable[tuple[Response, Position]]) -> Iterator[tuple[Response, list[Position]]]:
    """Those who answer in one way and one stance together, each once; words of their own stand alone."""
    found: dict[object, tuple[Response, dict[object, Position]]] = {}
    for response, each in given:
        alone = positions.apart(each) if each.stance is Stance.RESPONDS or each.asked else None
        found.setdefault((each.stance, alone), (response, {}))[1][positions.apart(each)] = each
    yield from ((response, list(told.values())) for response, told in found.values())


def _answer(page: PageBuilder, response: Response, given: Sequence[Position], *, card: bool) -> Answer:
    """Answers of one stance, with the date and the words of a single one."""
    first = given[0]
    own = first if len(given) == 1 else None
    quote = say(own.quote.text, page.lang) if own and own.quote else None
    neither = own is not None and own.stance is Stance.RESPONDS
    return Answer(
        response,
        wording.phrase(f"answer.{first.stance.value}", page.lang),
        tuple(speakers.speaker(page, each, card=card) for each in given),
        moment(own.date, page.lang) if own and own.date else None,
        claim_rows.asked(page, own) if own else "",
        quote,
        wording.phrase("answer.neither", page.lang) if neither else "",
    )
