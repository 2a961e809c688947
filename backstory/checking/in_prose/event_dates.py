"""W411: a date beside a link to an event that cannot be the event's, and most likely is meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backstory.checking.context import Context
from backstory.checking.in_prose.dates_in_prose import YEAR, DateInProse, dates_in
from backstory.checking.in_prose.linked_sentences import Sentence, SentenceLink, sentences, texts_linking
from backstory.checking.in_prose.table_rows import TableCell, TableRow, row_links, rows
from backstory.checking.in_prose.units import folded
from backstory.diagnostics import Diagnostic, Related, report
from backstory.records.knowledge import Event
from backstory.values.keys import Kind

# Next to one of these, a date is most likely that of something else.
_RELATIVE = re.compile(
    r"\b(?:after|before|since|until|till|later|earlier|follow\w*|ahead|prior|ago|anniversary|eve|next|previous|led to|"
    r"après|avant|depuis|jusqu\w*|tard|veille|lendemain|anniversaire|dès|"
    r"\w?(?:بعد|قبل|منذ|حتى|ذكرى|عشية))\b",
    re.IGNORECASE,
)
# A date right after one of these is the day of the telling, or of an end, or of what is planned.
_TOLD_OR_OVER = re.compile(
    r"\b(?:condemn\w*|denounc\w*|critici\w*|welcom\w*|report\w*|wrote|writes|said|says|told|announc\w*|publish\w*|"
    r"born|end(?:ed|s)|lasted|stopped|collapsed|(?:set|planned|scheduled|due) for|"
    r"condamn\w*|dénonc\w*|salu\w*|écri\w*|dit|déclar\w*|annonc\w*|publi\w*|rapport\w*|née?|pris fin|"
    r"(?:قال|أعلن|أدان|دان|نشر|كتب|ذكر|ولد|انته)\w*)(?:\s+\w+){0,2}\W*\Z",
    re.IGNORECASE,
)
_BACK = 30

_DATE_HEADINGS = folded(
    "date dates when day year month time start started starts begin begins began from date quand jour année mois début "
    "of the event it happened took place on utc de du l la le événement الحدث "
    "التاريخ تاريخ متى يوم اليوم السنة سنة العام عام الشهر البداية بداية"
)
_BESIDE_A_DATE = folded("on in the about around c ca circa early late of le en vers début fin في نحو حوالي يوم")
_PLAIN_DATE = re.compile(rf"\s*({YEAR}(?:-[0-9]{{2}})?)\s*\Z")

LinkedEvents = list[tuple[SentenceLink, Event]]
WrongDate = tuple[SentenceLink, Event, DateInProse]


def date_differs(context: Context) -> Iterator[Diagnostic]:
    """A date beside a link to an event that cannot be the event's."""
    events = context.knowledge.events
    for prose in texts_linking(context.knowledge, Kind.EVENT):
        for sentence in sentences(prose):
            linked = [(link, events[name]) for link, name in sentence.links_to(Kind.EVENT) if name in events]
            if found := _wrong_in_sentence(sentence, linked):
                yield _diagnostic("sentence", sentence, *found)
        for row in rows(prose):
            linked = [(link, events[name]) for link, name in row_links(row, Kind.EVENT) if name in events]
            for cell, other in zip(row[:2], row[1::-1]):
                if found := _wrong_in_row(row, cell, other, linked):
                    yield _diagnostic("row", other.words, *found)


def _diagnostic(where: str, words: Sentence, link: SentenceLink, event: Event, date: DateInProse) -> Diagnostic:
    dated = f"`{event.id}` is dated {event.fields.date}"
    return report(
        "W411",
        f"the {where} says {' '.join(words.text[date.start : date.end].split())}; {dated}",
        words.span(link, date.start, date.end),
        label=dated,
        hint="correct the one that is wrong; a date of something else can stand in a sentence of its own",
        related=(Related(event.fields.date.span, "the event's date"),),
    )


def _wrong_in_sentence(sentence: Sentence, linked: LinkedEvents) -> WrongDate | None:
    """The one date that no linked event can have, with the link nearest to it of the one event without a date."""
    dates = list(dates_in(sentence.text))
    wrong = [date for date in dates if not any(date.may_be(event.fields.date.value) for _, event in linked)]
    undated = [each for each in linked if not any(date.may_be(each[1].fields.date.value) for date in dates)]
    if len(wrong) != 1 or len({event.id for _, event in undated}) != 1:
        return None
    (date,) = wrong
    link, event = min(undated, key=lambda each: max(date.start - each[0].end, each[0].start - date.end, 0))
    slip = date.differs_in_one_part(event.fields.date.value) and _belongs_to(link, date, sentence.text)
    return (link, event, date) if slip else None


def _belongs_to(link: SentenceLink, date: DateInProse, text: str) -> bool:
    """Whether a date is the linked event's: in the link's own words, or with no word beside it that says otherwise."""
    if link.start <= date.start and date.end <= link.end:
        return True
    start, end = min(link.start, date.start), max(link.end, date.end)
    told = _TOLD_OR_OVER.search(text, link.end if link.end <= date.start else 0, date.start)
    return not told and not _RELATIVE.search(text[max(0, start - _BACK) : end])


def _wrong_in_row(row: TableRow, cell: TableCell, other: TableCell, linked: LinkedEvents) -> WrongDate | None:
    """The date that is all that the cell `other` says, where the link to an event is all that `cell` says.

    A row says less than a sentence: both have to stand in the first two columns, under headings that say no more than
    event and date, or in a table of two columns without headings.
    """
    own = [each for each in linked if cell.holds_only(each[0])]
    heading = folded(other.heading)
    if not own or not heading <= _DATE_HEADINGS or (not heading and len(row) > 2):
        return None
    plain = _PLAIN_DATE.match(other.words.text) if heading else None
    dates = [DateInProse(*plain.span(1), (plain[1],))] if plain else list(dates_in(other.words.text))
    if len(dates) != 1 or any(dates[0].may_be(event.fields.date.value) for _, event in linked):
        return None
    beside = folded(f"{other.words.text[: dates[0].start]} {other.words.text[dates[0].end :]}")
    return (*own[0], dates[0]) if beside <= _BESIDE_A_DATE else None
