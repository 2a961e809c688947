"""Whether those concerned were heard: who was asked, by whom, and ties of persons and companies that nobody answers."""

from __future__ import annotations

from collections.abc import Iterator

from backstory.checking.context import Context
from backstory.diagnostics import Diagnostic, once_a_file, report
from backstory.values.vocabulary import OF_BODIES, PROTECTED, UNANSWERING, Basis, Lowered, Response, Stance

_OWNED = (Basis.ACKNOWLEDGED, Basis.DECLARED, Basis.UNSOURCED)
_LOWERED = OF_BODIES | {Stance.ASSESSES}
_WHY = {
    Lowered.SECOND_HAND: "the body's words are read in another's report, and count as a report of `{source}`",
    Lowered.LEAKED: "`{source}` is leaked, and all that is leaked counts as one voice",
    Lowered.CONTRADICTED: "another body found no evidence of it, and so this is no finding",
}


def silence_without_question(context: Context) -> Iterator[Diagnostic]:
    """Somebody who did not answer, of whom nothing says that they were asked."""
    for position in context.positions:
        if position.stance in UNANSWERING and position.asked is None:
            message = f"`{position.stance}`, and nothing says who asked, and when"
            hint = "add who asked, and when\nasked:\n  by: the name of who asked\n  date: 2020-05-26"
            yield report("W432", message, position.span, hint=hint)


def nobody_asked(context: Context) -> Iterator[Diagnostic]:
    """A tie of a person or company that they do not own to, without any answer, and nobody was asked."""
    known = context.knowledge.actors
    for record in context.attributed:
        exposed = next((each for each in record.ends if each in known and known[each].fields.type in PROTECTED), None)
        standing = record.standing
        if record.noun != "tie" or not exposed or not standing or standing.basis in _OWNED or record.remarked:
            continue
        if standing.response is Response.NONE:
            message = f"no answer to this tie is recorded, and nothing says that `{exposed}` was asked"
            hint = (
                "ask, and write what came back; or write in a `note` that you did not ask\n"
                f"positions:\n  - by: {exposed}\n    stance: no-response\n    asked:\n      by: your name\n"
                "      date: the day you asked"
            )
            yield report("W433", message, record.span, hint=hint)


def counts_for_less(context: Context) -> Iterator[Diagnostic]:
    """What a source or speaker says counts for less than it is written, and why."""
    yield from once_a_file(_lowered(context), ", and so for {count} more in this file")


def _lowered(context: Context) -> Iterator[tuple[str, Diagnostic]]:
    for record in context.attributed:
        for each in record.standing.lowered if record.standing else ():
            for why in each.lowered:
                if why in _WHY and each.position.stance in _LOWERED:
                    message = f"`{each.position.stance}` counts for less here: {_WHY[why].format(source=each.source)}"
                    hint = "cite the body's own published report for it to count as that; else leave it as it is"
                    yield message, report("W435", message, each.position.span, hint=hint)
