"""Turns: an answer follows its question, a retraction what it takes back.

Silence and refusals without `asked` are fine: a source may say that somebody was asked, and not when. So is a
retraction alone: what it takes back may be the claim itself, as others report it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backstory.checking.context import Context
from backstory.diagnostics import Diagnostic, Related, report
from backstory.language.dates import certainly_before
from backstory.records.positions import speaker, voice
from backstory.schema.position import Position
from backstory.values.vocabulary import Stance


def answered_before_asked(context: Context) -> Iterator[Diagnostic]:
    """A position that is certainly older than the question it answers."""
    for position in context.positions:
        said, asked = position.date, position.asked.date if position.asked else None
        if said and asked and certainly_before(said.value, asked.value):
            message = f"this was asked {asked}, after it was answered, {said}"
            hint = "correct one of the two dates; `asked` is when the speaker was asked for this answer"
            yield report("W429", message, asked.span, hint=hint, related=(Related(said.span, "when it was answered"),))


def retracted_unsaid(context: Context) -> Iterator[Diagnostic]:
    """A retraction that reaches nothing of what its speaker said: all came later, or was said on another's behalf."""
    for positions in context.answers:
        for each in positions:
            if each.stance is Stance.RETRACTS:
                yield from _reaching_nothing(each, [other for other in positions if other is not each])


def _reaching_nothing(back: Position, others: Iterable[Position]) -> Iterator[Diagnostic]:
    said = [each for each in others if each.stance is not Stance.RETRACTS]
    same = [each for each in said if voice(each) == voice(back)]
    if same and all(_later(each, back) for each in same):
        message = f"`{_named(back)}` takes something back here, {back.date}, and all it says on record came later"
        hint = "correct the date of one, or add what it said before"
        yield _unsaid(back, message, hint, same)
    elsewhere = [each for each in said if speaker(each)[0] == speaker(back)[0]]
    if not same and elsewhere:
        whom = " and ".join(dict.fromkeys(map(_for_whom, elsewhere)))
        message = f"`{_named(back)}` takes something back here {_for_whom(back)}, and spoke on record {whom} alone"
        hint = "give both the same `for`, or none: a retraction takes back what was said in the same voice"
        yield _unsaid(back, message, hint, elsewhere)


def _unsaid(back: Position, message: str, hint: str, said: Iterable[Position]) -> Diagnostic:
    at = back.date.span if back.date else back.by.span
    related = tuple(Related(each.date.span if each.date else each.by.span, "said here") for each in said)
    return report("N430", message, at, hint=hint, related=related)


def _later(each: Position, back: Position) -> bool:
    return bool(each.date and back.date and certainly_before(back.date.value, each.date.value))


def _named(position: Position) -> str:
    return speaker(position)[0]


def _for_whom(position: Position) -> str:
    return f"for `{position.for_}`" if position.for_ else "for itself"
