"""What sentences and rows say against what they link: another date than the event's, a number no claim gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backstory.checking.context import Context
from backstory.checking.in_prose import table_checks
from backstory.checking.in_prose.claim_numbers import Given, given, odd
from backstory.checking.in_prose.dates_in_prose import Spoken, spoken
from backstory.checking.in_prose.event_dates import of_event, years
from backstory.checking.in_prose.linked_sentences import Pointer, Sentence, sentences
from backstory.checking.in_prose.table_rows import Row, rows
from backstory.diagnostics import Diagnostic, Related, Span, report
from backstory.records.knowledge import Claim, Event, Knowledge
from backstory.records.prose import Prose
from backstory.values.keys import Kind


def date_differs(case: Context) -> Iterator[Diagnostic]:
    """A date beside a link to an event that cannot be the event's."""
    knowledge = case.knowledge
    for sentence, pointers in _linking(knowledge, Kind.EVENT):
        events = [(each, knowledge.events[name]) for each, name in pointers if name in knowledge.events]
        bare = [year for pointer, _ in events for year in years(sentence, pointer)]
        dates = _each_once([*spoken(sentence.text), *bare]) if events else []
        undated = [each for each in events if not any(date.may_be(each[1].fields.date.value) for date in dates)]
        foreign = [each for each in dates if not any(each.may_be(event.fields.date.value) for _, event in events)]
        if len({event.id for _, event in undated}) == 1 and len(foreign) == 1:
            (date,) = foreign
            pointer, event = min(undated, key=lambda each: _distance(each[0], date))
            if date in bare or of_event(sentence, pointer, date):
                yield _other_date("sentence", _place(sentence, pointer, date.start, date.end), event, date)
    yield from _date_differs_in_rows(knowledge)


def _date_differs_in_rows(knowledge: Knowledge) -> Iterator[Diagnostic]:
    for row, pointers in _linking_rows(knowledge, Kind.EVENT):
        events = [(each, knowledge.events[name]) for each, name in pointers if name in knowledge.events]
        there = table_checks.dates(row)
        undated = [each for each in events if not any(date.may_be(each[1].fields.date.value) for date in there)]
        if len({event.id for _, event in undated}) != 1:
            continue
        pointer, event = undated[0]
        found = table_checks.dated(row, pointer)
        if found and not any(found.date.may_be(other.fields.date.value) for _, other in events):
            place = _place(found.cell.words, pointer, found.date.start, found.date.end)
            yield _other_date("row", place, event, found.date)


def _distance(pointer: Pointer, date: Spoken) -> int:
    return max(date.start - pointer.end, pointer.start - date.end, 0)


def _each_once(dates: list[Spoken]) -> list[Spoken]:
    """The dates without those that stand within another."""
    return [
        each
        for at, each in enumerate(dates)
        if not any(other.start <= each.start and each.end <= other.end for other in dates[:at])
    ]


def _place(sentence: Sentence, pointer: Pointer, start: int, end: int) -> Span:
    """Where words of a sentence stand; where that is not sure, the link beside them."""
    span = pointer.reference.span
    return sentence.span(start, end, span.path) or span


def _other_date(where: str, place: Span, event: Event, date: Spoken) -> Diagnostic:
    return report(
        "W411",
        f"the {where} says {' '.join(date.text.split())}; `{event.id}` is dated {event.fields.date}",
        place,
        label=f"`{event.id}` is dated {event.fields.date}",
        hint="correct the one that is wrong; a date of something else can stand in a sentence of its own",
        related=(Related(event.fields.date.span, "the event's date"),),
    )


def number_differs(case: Context) -> Iterator[Diagnostic]:
    """A number beside a link to a claim, in the claim's own unit, that nobody on the claim gives."""
    known: dict[str, Given | None] = {}
    for sentence, pointers in _linking(case.knowledge, Kind.CLAIM):
        for number, figure in odd(sentence.text, _figures([name for _, name in pointers], case.knowledge, known)):
            pointer = next(pointer for pointer, name in pointers if name == figure.claim.id)
            words = f"the sentence says `{' '.join(number.words.split())}`"
            yield _other_number(words, _place(sentence, pointer, number.start, number.end), figure.claim)
    yield from _number_differs_in_rows(case.knowledge, known)


def _number_differs_in_rows(knowledge: Knowledge, known: dict[str, Given | None]) -> Iterator[Diagnostic]:
    for row, pointers in _linking_rows(knowledge, Kind.CLAIM):
        figures = _figures([name for _, name in pointers], knowledge, known)
        for each in table_checks.told(row, [pointer for pointer, _ in pointers], figures):
            pointer = next(pointer for pointer, name in pointers if name == each.figure.claim.id)
            unit = f" for `{each.unit}`" if each.unit else ""
            words = f"the row says `{' '.join(each.number.words.split())}`{unit}"
            place = _place(each.cell.words, pointer, each.number.start, each.number.end)
            yield _other_number(words, place, each.figure.claim)


def _figures(names: Iterable[str], knowledge: Knowledge, known: dict[str, Given | None]) -> list[Given]:
    """What these claims give; nothing where one of them gives no figures, or has a file with errors."""
    claims = [knowledge.claims[name] for name in names if name in knowledge.claims]
    for claim in claims:
        if claim.id not in known:
            known[claim.id] = None if claim.key in knowledge.broken else given(claim)
    figures = [figure for claim in claims if (figure := known[claim.id])]
    return figures if len(figures) == len(claims) else []


def _other_number(words: str, place: Span, claim: Claim) -> Diagnostic:
    values = [each.value for each in claim.fields.positions if each.value]
    said = dict.fromkeys(value.said.own for value in values)
    return report(
        "W412",
        f"{words}, which nobody on `{claim.id}` says",
        place,
        label="given there: " + "; ".join(said),
        hint="correct the number, or add the position of whoever gives it to the claim",
        related=tuple(Related(value.said.span, "a value given") for value in values),
    )


def _linking(knowledge: Knowledge, kind: Kind) -> Iterator[tuple[Sentence, list[tuple[Pointer, str]]]]:
    """The sentences of the site with a link to an entity of `kind`: the links, each with its id."""
    for text in _texts(knowledge, kind):
        for sentence in sentences(text):
            if found := _to(kind, sentence.pointers):
                yield sentence, found


def _linking_rows(knowledge: Knowledge, kind: Kind) -> Iterator[tuple[Row, list[tuple[Pointer, str]]]]:
    """The rows of the site's tables with a link to an entity of `kind`: the links, each with its id."""
    for text in _texts(knowledge, kind):
        for row in rows(text):
            if found := _to(kind, row.pointers):
                yield row, found


def _texts(knowledge: Knowledge, kind: Kind) -> Iterator[Prose]:
    for entity in (*knowledge.all(), *knowledge.withheld.values()):
        for text in entity.texts.values():
            if any(each.entity(kind) for each in text.references):
                yield text


def _to(kind: Kind, pointers: Iterable[Pointer]) -> list[tuple[Pointer, str]]:
    return [(each, name) for each in pointers if (name := each.reference.entity(kind))]
