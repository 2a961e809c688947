"""Backings that cannot be: an actor behind itself, or behind one whom it fights or punishes."""

from __future__ import annotations

from collections.abc import Iterator

from backstory.checking.context import Context
from backstory.checking.tie_spans import span_of, surely_together, tie_span
from backstory.diagnostics import Diagnostic, Related, Span, report
from backstory.records.backing import Backing
from backstory.records.knowledge import Actor, related
from backstory.schema.kind_fields import relations
from backstory.schema.position import Relation
from backstory.schema.types import Ref

_AGAINST = ("sanctions", "opposes")
_VERBS = {"part_of": "is part of", "member_of": "is a member of", "allied_with": "is allied with"}


def tied_to_itself(context: Context) -> Iterator[Diagnostic]:
    """An actor that backs itself, leads itself, opposes itself; an article that names it as a backer of itself."""
    for backing in context.knowledge.recorded:
        if backing.backer == backing.recipient:
            yield _to_itself(backing.backer, "backs", backing.span, ", the backer, under `actor`")
    for actor, name, relation in related(context.knowledge):
        if relation.actor.id == actor.id:
            yield _to_itself(actor.id, _VERBS.get(name, name.replace("_", " ")), relation.actor.span)
    for article in (*context.knowledge.articles.values(), *context.knowledge.withheld.values()):
        for recipient, entries in article.fields.backers.items():
            for entry in entries:
                if isinstance(entry, Ref) and entry == recipient:
                    yield _to_itself(entry.id, "backs", entry.span, f", the one who backs `{entry.id}`")


def _to_itself(actor: str, verb: str, span: Span, which: str = "") -> Diagnostic:
    return report("E402", f"`{actor}` {verb} itself here", span, hint=f"name the other actor{which}")


def backs_and_works_against(context: Context) -> Iterator[Diagnostic]:
    """A backer that surely sanctions or opposes its recipient while it backs it."""
    hostile: dict[tuple[str, str], list[tuple[str, Relation, Actor]]] = {}
    for actor in context.knowledge.actors.values():
        for name in _AGAINST:
            for relation in relations(actor.fields, name):
                hostile.setdefault((actor.id, relation.actor.id), []).append((name, relation, actor))
    for backing in context.knowledge.recorded:
        against: list[tuple[str, Relation]] = []
        for name, relation, actor in hostile.get((backing.backer, backing.recipient), ()):
            as_of = relation.as_of or actor.fields.as_of
            enmity = tie_span(relation.from_, relation.to, relation.observed, as_of, today=context.today)
            if surely_together(span_of(backing, context.today), enmity):
                against.append((name, relation))
        if against:
            yield _against(backing, against)


def _against(backing: Backing, against: list[tuple[str, Relation]]) -> Diagnostic:
    verbs = " and ".join(dict.fromkeys(name for name, _ in against))
    message = f"`{backing.backer}` backs `{backing.recipient}` here, and {verbs} it at the same time"
    hint = "look at both sources; where each holds for a time of its own, give both their `from` and `to`"
    related = tuple(Related(relation.actor.span, f"here it {name} `{backing.recipient}`") for name, relation in against)
    return report("W406", message, backing.span, hint=hint, related=related)
