"""Backers that an article names by their ids alone: a record must say so, and not of the other side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from backstory.checking.context import Context
from backstory.checking.ties import named_origins
from backstory.diagnostics import Diagnostic, Related, report
from backstory.records.backing import Backing
from backstory.records.entity import called, home
from backstory.records.knowledge import Actor, Article, Knowledge
from backstory.records.sides import ALWAYS, Days, opposed
from backstory.schema.types import Ref
from backstory.values.keys import Kind
from backstory.values.record import Record

_SHOWN = 3


class _Named(Record, frozen=True):
    """A backer as an article names it under a recipient, and the records of backing that the article can show."""

    article: Article
    backer: Ref
    recipient: Ref
    records: Sequence[Backing]

    @property
    def conflict(self) -> Ref | None:
        return self.article.fields.conflict

    @property
    def of_the_two(self) -> list[Backing]:
        """What is recorded of the two, in whatever conflict."""
        return [each for each in self.records if each.recipient == self.recipient.id]


def without_record(context: Context) -> Iterator[Diagnostic]:
    """A backer of whom no record says that it backs this recipient in the article's conflict, if there is one.

    Nothing is told of those nobody knows, of an actor named as its own backer (another rule tells it), and of what a
    record may say that could not be read.
    """
    knowledge = context.knowledge
    misnamed = frozenset(_misnamed(knowledge))
    for articles, backings in ((knowledge.articles, knowledge.backings), (knowledge.withheld, context.newest)):
        by_backer = _by_backer(backings) if articles else {}
        for article in articles.values():
            for each in _named(article, by_backer):
                unread = knowledge.unreadable.says(each.backer.id, each.recipient.id)
                if not unread and _known(each, knowledge) and not _recorded(each):
                    yield from _finding(each, knowledge, misnamed)


def _by_backer(backings: Sequence[Backing]) -> Mapping[str, Sequence[Backing]]:
    found: dict[str, list[Backing]] = {}
    for each in backings:
        found.setdefault(each.backer, []).append(each)
    return found


def _named(article: Article, by_backer: Mapping[str, Sequence[Backing]]) -> Iterator[_Named]:
    for recipient, entries in article.fields.backers.items():
        for entry in entries:
            if isinstance(entry, Ref) and entry != recipient:
                yield _Named(article, entry, recipient, by_backer.get(entry.id, ()))


def _known(named: _Named, knowledge: Knowledge) -> bool:
    """Whether all concerned are known: of others no more can be said, and each is told already."""
    judged = named.conflict is None or named.conflict.id in knowledge.conflicts
    return named.backer.id in knowledge.actors and named.recipient.id in knowledge.actors and judged


def _recorded(named: _Named) -> bool:
    return any(named.conflict is None or each.conflict == named.conflict.id for each in named.of_the_two)


def _misnamed(knowledge: Knowledge) -> Iterator[str]:
    """The backers and recipients of the records that name somebody, or a conflict, that there is not."""
    for each in knowledge.stated:
        ends = each.record.actor.id, each.recipient
        known = all(knowledge.has(Kind.ACTOR, end) for end in ends)
        if not known or (each.conflict and not knowledge.has(Kind.CONFLICT, each.conflict)):
            yield from ends


def _finding(named: _Named, knowledge: Knowledge, misnamed: frozenset[str]) -> Iterator[Diagnostic]:
    """It is recorded with the other side; else nowhere, unless a record of nobody knows whom could not be read."""
    against = tuple(_against(named, knowledge))
    backer, recipient = named.backer.id, named.recipient.id
    if against:
        yield _of_the_other_side(named, against, knowledge.actors)
    elif misnamed.isdisjoint((backer, recipient)) and not knowledge.unreadable.may_say(backer, recipient):
        yield _nowhere(named, knowledge.actors)


def _against(named: _Named, knowledge: Knowledge) -> Iterator[Backing]:
    """Records of the backer with an opponent of the recipient: a party of another side of the conflict."""
    conflicts = knowledge.conflicts
    for each in named.records:
        within = [named.conflict.id] if named.conflict else [each.conflict] if each.conflict else sorted(conflicts)
        judged = [conflicts[name] for name in within if name in conflicts and each.conflict in (None, name)]
        days = _days(each)
        if any(opposed(conflict.fields, named.recipient.id, each.recipient, days) for conflict in judged):
            yield each


def _days(backing: Backing) -> Days:
    """From the first to the last day a backing gives, with no end where it still goes on; without a date all days."""
    given = [backing.from_, backing.to, *backing.observed]
    for each in backing.support:
        given += [each.from_, each.to, *each.observed]
    dated = [each.value for each in given if each and each.value.precision != "open"]
    if not dated:
        return ALWAYS
    still = backing.to is not None and backing.to.value.precision == "open"
    last = max(each.latest or ALWAYS[1] for each in dated)
    return min(each.earliest or ALWAYS[0] for each in dated), ALWAYS[1] if still else last


def _of_the_other_side(named: _Named, records: Sequence[Backing], actors: Mapping[str, Actor]) -> Diagnostic:
    backer, against = named.backer, records[0].recipient
    message = (
        f"{_name(backer.id, actors)} is recorded as a backer of {_name(against, actors)}, the other side, "
        f"not of `{named.recipient}`"
    )
    related = tuple(
        Related(each.span, f"`{backer}` backs `{each.recipient}`, according to {named_origins(each)}")
        for each in records[:_SHOWN]
    )
    hint = f"name `{backer}` under `{against}`; if it backs both, add a record with its source here too"
    return report("E209", message, backer.span, hint=hint, related=related)


def _nowhere(named: _Named, actors: Mapping[str, Actor]) -> Diagnostic:
    within = f" in `{named.conflict}`" if named.conflict else ""
    names = f"{_name(named.backer.id, actors)} backs {_name(named.recipient.id, actors)}"
    message = f"no record says that {names}{within}"
    related = tuple(Related(each.span, f"recorded here for {_where(each)}") for each in named.of_the_two)
    place = home(actors[named.recipient.id])
    hint = f"add it to {place}, with what it rests on\n{_record(named.backer, named.conflict)}"
    return report("E208", message, named.backer.span, hint=hint, related=related)


def _record(backer: Ref, conflict: Ref | None) -> str:
    """The record to add, ready to paste."""
    lines = ["backers:", f"  - actor: {backer}"]
    lines += [f"    conflict: {conflict}"] if conflict else []
    lines += ["    support:", "      - unknown", "    sources:", "      - the-id-of-a-source"]
    return "\n".join(lines)


def _where(backing: Backing) -> str:
    return f"`{backing.conflict}`" if backing.conflict else "no conflict"


def _name(actor: str, actors: Mapping[str, Actor]) -> str:
    return f"`{actor}` ({called(actors[actor]).own})" if actor in actors else f"`{actor}`"
