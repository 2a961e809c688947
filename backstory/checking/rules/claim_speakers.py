"""Positions: who may speak for whom, and what was said before the claim was made."""

from __future__ import annotations

from collections.abc import Iterator

from backstory.checking.context import Context
from backstory.checking.tie_spans import ends_first
from backstory.diagnostics import Diagnostic, Related, report
from backstory.language.dates import certainly_after, certainly_before
from backstory.records.knowledge import Knowledge
from backstory.schema.position import KnownSpeaker, NamedSpeaker, Position, Relation
from backstory.schema.types import Ref, When
from backstory.values.keys import Key, Kind


def speaks_without_mandate(context: Context) -> Iterator[Diagnostic]:
    """`for` somebody whom the speaker is not shown, with a source, to speak for at that date."""
    for position in context.positions:
        if position.for_ is None:
            continue
        if isinstance(position.by, KnownSpeaker):
            yield from _known(context.knowledge, position, position.by, position.for_)
        else:
            yield _nobody(position, position.for_)


def _known(knowledge: Knowledge, position: Position, speaker: KnownSpeaker, for_: Ref) -> Iterator[Diagnostic]:
    actor = knowledge.actors.get(speaker.id.id)
    if actor is None or for_.id not in knowledge.actors or for_.id == actor.id:
        return
    if {actor.key, Key(Kind.ACTOR, for_.id)} & knowledge.broken:
        return
    mandates = [each for each in actor.fields.speaks_for if each.actor.id == for_.id]
    sourced = [each for each in mandates if each.sources]
    if any(_covers(each, position.date) for each in sourced):
        return
    if sourced:
        why = f"at that date, {position.date}, it did not"
    elif mandates:
        why = "its `speaks_for` has no source"
    else:
        why = f"`{actor.id}` has no `speaks_for` that says so"
    wrong = sourced or mandates
    message = f"`{actor.id}` is given as speaking for `{for_.id}`, but {why}"
    hint = (
        f"take `for` away, so that `{actor.id}` speaks for itself; or give `speaks_for` on its file what is "
        "missing: the actor, the time, a source"
    )
    related = tuple(Related(each.actor.span, "the record of whom it speaks for") for each in wrong)
    related = related or (Related(actor.head, "`speaks_for` would stand here"),)
    yield report("E408", message, for_.span, hint=hint, related=related)


def _covers(mandate: Relation, when: When | None) -> bool:
    """Whether a mandate may hold at a date: only a date certainly outside of it counts against it.

    Of one that ends before it begins nothing is known but that.
    """
    if when is None or ends_first(mandate.from_, mandate.to):
        return True
    early = mandate.from_ is not None and certainly_before(when.value, mandate.from_.value)
    late = mandate.to is not None and certainly_after(when.value, mandate.to.value)
    return not early and not late


def _nobody(position: Position, for_: Ref) -> Diagnostic:
    named = isinstance(position.by, NamedSpeaker)
    who = "a speaker without a page" if named else "a speaker whom nobody names"
    instead = "write `of` under `by` for whose official it is" if named else "take `for` away"
    message = f"{who} is given as speaking for `{for_.id}`, and nothing can show it"
    hint = f"{instead}; to speak for somebody takes an actor with a sourced `speaks_for`"
    return report("E408", message, for_.span, hint=hint, related=(Related(position.by.span, "the speaker"),))


def said_earlier(context: Context) -> Iterator[Diagnostic]:
    """A position that is older than the claim it stands on."""
    for claim in context.knowledge.claims.values():
        made = claim.fields.date
        for position in claim.fields.positions:
            if made and position.date and certainly_before(position.date.value, made.value):
                message = f"this was said {position.date}, before the claim was made, {made}"
                hint = (
                    "it stands under `said earlier` and answers nothing; where the claim is older, correct its `date`"
                )
                related = (Related(made.span, "when the claim was made"),)
                yield report("N409", message, position.date.span, hint=hint, related=related)
