"""Backings that cannot be: an actor behind itself, or behind one whom it fights or punishes."""

from __future__ import annotations

from collections.abc import Iterator

from backstory.checking.case import Case
from backstory.checking.course import Course, course, surely_together
from backstory.checking.ties import BACKS, place
from backstory.diagnostics import Diagnostic, Related, report
from backstory.model.backing import Backing
from backstory.model.knowledge import Actor
from backstory.model.schema.kinds import relations
from backstory.model.schema.position import Relation

_AGAINST = ("sanctions", "opposes")


def tied_to_itself(case: Case) -> Iterator[Diagnostic]:
    """An actor that backs itself, leads itself, opposes itself."""
    for tie in case.ties:
        if len(tie.actors) > 1 and tie.actors[0] == tie.actors[1]:
            yield report(
                "E402",
                f"`{tie.actors[0]}` {tie.what} itself here",
                tie.span,
                hint="name the other actor" + (", the backer, under `actor`" if tie.what == BACKS else ""),
            )


def backs_and_works_against(case: Case) -> Iterator[Diagnostic]:
    """A backer that surely sanctions or opposes its recipient while it backs it."""
    hostile: dict[tuple[str, str], list[tuple[str, Relation, Actor]]] = {}
    for actor in case.knowledge.actors.values():
        for name in _AGAINST:
            for relation in relations(actor.fields, name):
                hostile.setdefault((actor.id, relation.actor.id), []).append((name, relation, actor))
    for backing in case.knowledge.backings:
        for name, relation, actor in hostile.get((backing.backer, backing.recipient), ()):
            as_of = relation.as_of or actor.fields.as_of
            against = course(relation.from_, relation.to, relation.observed, as_of)
            if surely_together(of_backing(backing), against):
                yield _against(backing, name, relation)


def _against(backing: Backing, name: str, relation: Relation) -> Diagnostic:
    return report(
        "W406",
        f"`{backing.backer}` backs `{backing.recipient}` here, and {name} it at the same time",
        place(backing),
        hint="look at both sources; where each holds for a time of its own, give both their `from` and `to`",
        related=(Related(relation.actor.span, f"here it {name} `{backing.recipient}`"),),
    )


def of_backing(backing: Backing) -> Course:
    """The course of a backing with all the dates of its kinds of support."""
    seen = [*backing.observed]
    for each in backing.support:
        seen += [*each.observed, *(when for when in (each.from_, each.to) if when)]
    return course(backing.from_, backing.to, seen, backing.as_of)
