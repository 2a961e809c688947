"""What a sentence says against what it links: another date than the event's, another number than the claim's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backstory.checking.calendar import Spoken, spoken
from backstory.checking.case import Case
from backstory.checking.figures import Counted, Given, given, odd
from backstory.checking.meant import of_event, years
from backstory.checking.sentences import Pointer, Sentence, sentences
from backstory.diagnostics import Diagnostic, Related, Span, report
from backstory.model.keys import Kind
from backstory.model.knowledge import Claim, Event, Knowledge


def date_differs(case: Case) -> Iterator[Diagnostic]:
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
                yield _other_date(_place(sentence, pointer, date.start, date.end), event, date)


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


def _other_date(place: Span, event: Event, date: Spoken) -> Diagnostic:
    return report(
        "W411",
        f"the sentence says {' '.join(date.text.split())}; `{event.id}` is dated {event.fields.date}",
        place,
        label=f"`{event.id}` is dated {event.fields.date}",
        hint="correct the one that is wrong; a date of something else can stand in a sentence of its own",
        related=(Related(event.fields.date.span, "the event's date"),),
    )


def number_differs(case: Case) -> Iterator[Diagnostic]:
    """A number beside a link to a claim, in the claim's own unit, that nobody on the claim gives."""
    known: dict[str, Given | None] = {}
    for sentence, pointers in _linking(case.knowledge, Kind.CLAIM):
        for number, figure in odd(sentence.text, _figures([name for _, name in pointers], case.knowledge, known)):
            pointer = next(pointer for pointer, name in pointers if name == figure.claim.id)
            yield _other_number(_place(sentence, pointer, number.start, number.end), figure.claim, number)


def _figures(names: Iterable[str], knowledge: Knowledge, known: dict[str, Given | None]) -> list[Given]:
    """What these claims give; nothing where one of them gives no figures, or has a file with errors."""
    claims = [knowledge.claims[name] for name in names if name in knowledge.claims]
    for claim in claims:
        if claim.id not in known:
            known[claim.id] = None if claim.key in knowledge.broken else given(claim)
    figures = [figure for claim in claims if (figure := known[claim.id])]
    return figures if len(figures) == len(claims) else []


def _other_number(place: Span, claim: Claim, number: Counted) -> Diagnostic:
    values = [each.value for each in claim.fields.positions if each.value]
    said = dict.fromkeys(value.said.own for value in values)
    return report(
        "W412",
        f"the sentence says `{' '.join(number.words.split())}`, which nobody on `{claim.id}` says",
        place,
        label="given there: " + "; ".join(said),
        hint="correct the number, or add the position of whoever gives it to the claim",
        related=tuple(Related(value.said.span, "a value given") for value in values),
    )


def _linking(knowledge: Knowledge, kind: Kind) -> Iterator[tuple[Sentence, list[tuple[Pointer, str]]]]:
    """The sentences of the site with a link to an entity of `kind`: the links, each with its id."""
    for entity in (*knowledge.all(), *knowledge.withheld.values()):
        for text in entity.texts.values():
            if any(each.entity(kind) for each in text.references):
                for sentence in sentences(text):
                    found = [(each, id_) for each in sentence.pointers if (id_ := each.reference.entity(kind))]
                    if found:
                        yield sentence, found
