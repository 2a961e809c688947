"""The backings an article shows: its own records, and those its bare ids select."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from backstory.assembling.entities import Gathered
from backstory.assembling.stated_backings import stated_in
from backstory.assembling.unreadable_records import UnreadableRecords
from backstory.diagnostics import Diagnostic, Related, report
from backstory.records.backing import Backing, Identity
from backstory.records.entity import Entity, called, home
from backstory.records.knowledge import Article
from backstory.records.sides import ALWAYS, Days, opposed
from backstory.schema.kind_fields import ActorFields
from backstory.schema.position import BackingFields
from backstory.schema.types import Ref
from backstory.values.keys import Kind

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Recorded:
    """The backings there are, to be asked by identity and by backer and recipient."""

    by_identity: Mapping[Identity, Backing]
    by_pair: Mapping[tuple[str, str], Sequence[Backing]]
    by_backer: Mapping[str, Sequence[Backing]]


def recorded(backings: Sequence[Backing]) -> Recorded:
    """An index of the backings."""
    pairs: dict[tuple[str, str], list[Backing]] = {}
    backers: dict[str, list[Backing]] = {}
    for each in backings:
        pairs.setdefault((each.backer, each.recipient), []).append(each)
        backers.setdefault(each.backer, []).append(each)
    return Recorded({_identity(each): each for each in backings}, pairs, backers)


def _identity(backing: Backing) -> Identity:
    start = backing.from_.value.text if backing.from_ else ""
    return backing.backer, backing.recipient, backing.conflict or "", start, backing.name or ""


def select(
    article: Article, there: Recorded, gathered: Gathered, unread: UnreadableRecords
) -> tuple[tuple[Backing, ...], tuple[Diagnostic, ...]]:
    """The backings of an article in the order it names them, and an error for each id that selects none.

    A bare id selects all records of that backer and recipient in the article's conflict; in any, where the article
    names none.
    """
    chosen: list[Backing] = []
    found: list[Diagnostic] = []
    for recipient, entries in article.fields.backers.items():
        for entry in entries:
            if isinstance(entry, BackingFields):
                backing = there.by_identity.get(stated_in(article, recipient, entry).identity)
                chosen += [backing] if backing else []
                continue
            hits = _hits(article, entry, recipient, there)
            chosen += hits
            # That an actor backs itself is told by a rule: no record is to be added for it.
            itself = entry == recipient
            if (
                not hits
                and not itself
                and not unread.says(entry.id, recipient.id)
                and _known(article, entry, recipient, gathered)
            ):
                found += _without_record(article, entry, recipient, there, gathered, unread)
    return tuple({each.id: each for each in chosen}.values()), tuple(found)


def _without_record(
    article: Article, backer: Ref, recipient: Ref, there: Recorded, gathered: Gathered, unread: UnreadableRecords
) -> Iterator[Diagnostic]:
    """Recorded with the other side; else nowhere, unless a record of nobody knows whom could not be read."""
    against = tuple(_against(article, backer, recipient, there, gathered))
    if against:
        yield _wrong_side(backer, recipient, against, gathered.entities[Kind.ACTOR])
    elif not unread.may_say(backer.id, recipient.id):
        yield _none(article, backer, recipient, there, gathered)


def _hits(article: Article, backer: Ref, recipient: Ref, there: Recorded) -> list[Backing]:
    conflict = article.fields.conflict
    pair = there.by_pair.get((backer.id, recipient.id), ())
    return [each for each in pair if conflict is None or each.conflict == conflict.id]


def _known(article: Article, backer: Ref, recipient: Ref, gathered: Gathered) -> bool:
    """Whether all concerned are known: of others more cannot be said, and each is reported already."""
    actors = gathered.entities[Kind.ACTOR]
    conflict = article.fields.conflict
    judged = conflict is None or conflict.id in gathered.entities[Kind.CONFLICT]
    return backer.id in actors and recipient.id in actors and judged


def _none(article: Article, backer: Ref, recipient: Ref, there: Recorded, gathered: Gathered) -> Diagnostic:
    actors = gathered.entities[Kind.ACTOR]
    conflict = article.fields.conflict
    within = f" in `{conflict}`" if conflict else ""
    elsewhere = there.by_pair.get((backer.id, recipient.id), ())
    names = f"{_name(backer.id, actors)} backs {_name(recipient.id, actors)}"
    message = f"no record says that {names}{within}"
    related = tuple(Related(each.spans[0], f"recorded here for {_where(each)}") for each in elsewhere)
    hint = f"add it to {home(actors[recipient.id])}, with what it rests on\n{_record(backer, conflict)}"
    return report("E208", message, backer.span, hint=hint, related=related)


def _where(backing: Backing) -> str:
    return f"`{backing.conflict}`" if backing.conflict else "no conflict"


def _name(actor: str, actors: Mapping[str, Entity[ActorFields]]) -> str:
    return f"`{actor}` ({called(actors[actor]).own})" if actor in actors else f"`{actor}`"


def _record(backer: Ref, conflict: Ref | None) -> str:
    """The record to add, ready to paste."""
    lines = ["backers:", f"  - actor: {backer}"]
    lines += [f"    conflict: {conflict}"] if conflict else []
    lines += ["    support:", "      - unknown", "    sources:", "      - the-id-of-a-source"]
    return "\n".join(lines)


def _against(article: Article, backer: Ref, recipient: Ref, there: Recorded, gathered: Gathered) -> Iterator[Backing]:
    """Records of the backer with an opponent of the recipient: a party of another side of the conflict."""
    conflicts = gathered.entities[Kind.CONFLICT]
    named = article.fields.conflict
    for each in there.by_backer.get(backer.id, ()):
        within = [named.id] if named else [each.conflict] if each.conflict else sorted(conflicts)
        judged = [conflicts[name] for name in within if name in conflicts and each.conflict in (None, name)]
        days = _days(each)
        if any(opposed(conflict.fields, recipient.id, each.recipient, days) for conflict in judged):
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


def _wrong_side(
    backer: Ref, recipient: Ref, records: Sequence[Backing], actors: Mapping[str, Entity[ActorFields]]
) -> Diagnostic:
    against = records[0].recipient
    other = _name(against, actors)
    message = f"{_name(backer.id, actors)} is recorded as a backer of {other}, the other side, not of `{recipient}`"
    related = tuple(
        Related(each.spans[0], f"`{backer}` backs `{each.recipient}`, according to {_sources(each)}")
        for each in records[:_SHOWN]
    )
    hint = f"name `{backer}` under `{against}`; if it backs both, add a record with its source here too"
    return report("E209", message, backer.span, hint=hint, related=related)


def _sources(backing: Backing) -> str:
    return ", ".join(f"`{each}`" for each in backing.standing.origins) or "no source"
