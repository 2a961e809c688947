"""Ties against time: evidence from outside a tie, ties from outside an actor's life, two leaders at once, one twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from backstory.checking.context import Context
from backstory.checking.tie_spans import TieSpan, ends_first, surely_together, tie_span
from backstory.checking.ties import DatedTie, TieKind
from backstory.diagnostics import Diagnostic, Related, Span, report
from backstory.language.dates import certainly_after, certainly_before
from backstory.records.knowledge import Actor, Conflict, related
from backstory.records.sides import parties
from backstory.schema.kind_fields import Party
from backstory.schema.position import Relation
from backstory.schema.types import When
from backstory.values.vocabulary import REFUSING


def observed_outside_its_time(context: Context) -> Iterator[Diagnostic]:
    """Evidence of a tie that is certainly from before it began or after it ended; a reversed one is told as such."""
    for tie in context.ties:
        if tie.ends_first:
            continue
        for seen in tie.observed:
            if tie.from_ and certainly_before(seen.value, tie.from_.value):
                yield _observed_outside(seen, "before it began", tie.from_, "`from` is the first day a source gives")
            elif tie.to and certainly_after(seen.value, tie.to.value):
                yield _observed_outside(seen, "after it ended", tie.to, "`to` is the last day a source gives")


def _observed_outside(seen: When, when: str, bound: When, meaning: str) -> Diagnostic:
    message = f"this was observed {seen}, {when}, {bound}"
    hint = f"correct one of the two, or leave the other out: {meaning}"
    related = (Related(bound.span, f"{when.partition(' ')[2]} here"),)
    return report("E401", message, seen.span, label=when, hint=hint, related=related)


def outside_a_life(context: Context) -> Iterator[Diagnostic]:
    """A tie dated before one of its actors was founded or after it was dissolved."""
    for tie in context.ties:
        if tie.kind is TieKind.SUCCESSION:
            continue
        for actor in map(context.knowledge.actors.get, dict.fromkeys(tie.actors)):
            if actor and (actor.fields.founded or actor.fields.dissolved) and not tie.ends_first:
                yield from _outside(tie, actor)
    for conflict in context.knowledge.conflicts.values():
        for _, party in parties(conflict.fields):
            actor = context.knowledge.actors.get(party.actor.id)
            if actor:
                yield from _never_there(conflict, party, actor)


def _never_there(conflict: Conflict, party: Party, actor: Actor) -> Iterator[Diagnostic]:
    """A party without dates of a conflict that was over before it was founded, or came after it was dissolved."""
    begin, end = conflict.fields.from_, conflict.fields.to
    founded, dissolved = actor.fields.founded, actor.fields.dissolved
    if party.from_ or party.to or ends_first(begin, end) or ends_first(founded, dissolved):
        return
    if end and founded and certainly_before(end.value, founded.value):
        yield _at_another_time(conflict, party, founded, end, "ended", "before", "founded")
    if begin and dissolved and certainly_after(begin.value, dissolved.value):
        yield _at_another_time(conflict, party, dissolved, begin, "began", "after", "dissolved")


def _at_another_time(
    conflict: Conflict, party: Party, bound: When, when: When, verb: str, side: str, event: str
) -> Diagnostic:
    message = f"`{conflict.id}` {verb} {when}, {side} its party `{party.actor}` was {event}, {bound}"
    hint = "correct one of the two dates, or name the actor that was there then; `succeeds` ties the two"
    related = (Related(when.span, f"the conflict {verb} here"), Related(bound.span, f"{event} here"))
    return report("W403", message, party.actor.span, label=f"{event} {bound}", hint=hint, related=related)


def _outside(tie: DatedTie, actor: Actor) -> Iterator[Diagnostic]:
    """One diagnostic at most for each end of the life."""
    founded, dissolved = actor.fields.founded, actor.fields.dissolved
    if ends_first(founded, dissolved):
        return
    early = [each for each in tie.dates if founded and certainly_before(each.value, founded.value)]
    late = [each for each in tie.dates if dissolved and certainly_after(each.value, dissolved.value)]
    if founded and early:
        yield _beyond(tie, actor, early[0], founded, "before", "founded")
    if dissolved and late:
        yield _beyond(tie, actor, late[0], dissolved, "after", "dissolved")


def _beyond(tie: DatedTie, actor: Actor, when: When, bound: When, side: str, event: str) -> Diagnostic:
    message = f"this {tie.kind} is dated {when}, {side} `{actor.id}` was {event}, {bound}"
    hint = f"correct the date, or `{event}`, or name the actor that was there then"
    related = (Related(bound.span, f"{event} here"),)
    return report("W403", message, when.span, label=f"{side} `{actor.id}` was {event}", hint=hint, related=related)


def two_leaders(context: Context) -> Iterator[Diagnostic]:
    """Two actors that surely led a third at one time; a lead that somebody denies does not count."""
    leaders: dict[str, list[tuple[str, Relation, TieSpan]]] = {}
    for actor in context.knowledge.actors.values():
        for relation in actor.fields.leads:
            if not any(each.stance in REFUSING for each in relation.positions):
                as_of = relation.as_of or actor.fields.as_of
                time = tie_span(relation.from_, relation.to, relation.observed, as_of, today=context.today)
                leaders.setdefault(relation.actor.id, []).append((actor.id, relation, time))
    told: set[tuple[str, Span]] = set()
    for led, those in leaders.items():
        for (one, earlier, a), (other, later, b) in combinations(those, 2):
            here = (one, later.actor.span)
            if one != other and here not in told and surely_together(a, b):
                told.add(here)
                yield _two(led, (one, earlier), (other, later))


def _two(led: str, one: tuple[str, Relation], other: tuple[str, Relation]) -> Diagnostic:
    message = f"`{other[0]}` and `{one[0]}` both lead `{led}` at one time"
    hint = "give each its `from` and `to`; a lead without dates is taken to hold all the time"
    related = (Related(one[1].actor.span, f"`{one[0]}` leads it here"),)
    return report("W407", message, other[1].actor.span, hint=hint, related=related)


def recorded_twice(context: Context) -> Iterator[Diagnostic]:
    """A tie or a part in a conflict that stands twice in one file, with the same dates."""
    first: dict[tuple[object, ...], Span] = {}
    for actor, name, relation in related(context.knowledge):
        dates = relation.from_, relation.to, relation.observed
        what = f"`{actor.id}` has `{name}: {relation.actor}` twice, at one time"
        yield from _again(first, (actor.id, name, relation.actor.id, *dates), relation.actor.span, what)
    for conflict in context.knowledge.conflicts.values():
        for number, side in enumerate(conflict.fields.sides):
            for party in side.parties:
                what = f"`{party.actor}` is a party of `{side.id}` twice, at one time"
                key = (conflict.id, number, party.actor.id, party.from_, party.to)
                yield from _again(first, key, party.actor.span, what)


def _again(first: dict[tuple[object, ...], Span], key: tuple[object, ...], at: Span, what: str) -> Iterator[Diagnostic]:
    before = first.setdefault(key, at)
    if before != at:
        hint = "keep one of the two, with the sources of both; where they are two, give each its dates"
        yield report("N428", what, at, hint=hint, related=(Related(before, "the first time"),))
