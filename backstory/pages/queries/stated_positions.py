"""The positions on record, each with a name of its own that stays while what it says does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Literal

from backstory.pages.core.site import Site
from backstory.records.basis import of_relation
from backstory.records.positions import in_order, source, speaker
from backstory.records.source_independence import Voices
from backstory.records.standing import Standing
from backstory.schema.kind_fields import RELATIONS, relations
from backstory.schema.position import KnownSpeaker, Position, Relation
from backstory.values.record import Record

About = Literal["claim", "backing", "relation"]


class StatedPosition(Record, frozen=True):
    """A position on a claim, a backing or another tie; `record` is that one's id."""

    id: str
    about: About
    record: str
    position: Position


class StatedRelation(Record, frozen=True):
    """A relation of an actor to another, other than backing, and what it rests on."""

    id: str
    actor: str
    name: str
    relation: Relation
    standing: Standing


def positions(site: Site) -> tuple[StatedPosition, ...]:
    """Every position of the site: on claims, on backings, on other ties; each in order of date."""
    found: list[StatedPosition] = []
    for claim in site.knowledge.claims.values():
        found += numbered("claim", claim.id, claim.fields.positions)
    for backing in site.knowledge.backings:
        found += numbered("backing", backing.id, backing.positions)
    for tie in relations_stated(site):
        found += numbered("relation", tie.id, tie.relation.positions)
    return tuple(found)


def relations_stated(site: Site) -> tuple[StatedRelation, ...]:
    """Every relation of the actors but backing."""
    return site.once(_relations)


def _relations(site: Site) -> tuple[StatedRelation, ...]:
    found: list[StatedRelation] = []
    voices = Voices(site.knowledge.sources, site.knowledge.actors)
    for actor in site.knowledge.actors.values():
        for name in RELATIONS:
            held = relations(actor.fields, name)
            names = _apart(
                [f"{actor.id}.{name}.{_dotted(each.actor, each.from_)}" for each in held], map(_content, held)
            )
            found += [
                StatedRelation(own, actor.id, name, each, of_relation(actor.id, each, voices))
                for own, each in zip(names, held)
            ]
    return tuple(found)


def numbered(about: About, record: str, positions: Iterable[Position]) -> Iterator[StatedPosition]:
    """The positions on one record in order of date, each with its name."""
    held = in_order(positions)
    names = _apart(
        [f"{about}:{record}:{_speaker(each)}.{_dotted(each.stance, each.date, source(each))}" for each in held],
        map(_words, held),
    )
    yield from (StatedPosition(name, about, record, each) for name, each in zip(names, held))


def _dotted(*parts: object) -> str:
    return ".".join([str(each) for each in parts if each])


def _content(relation: Relation) -> str:
    """What tells two ties of one start apart, whichever stands first in the file."""
    return _dotted(relation.to, *relation.observed, *(use.source for use in relation.sources))


def _words(position: Position) -> str:
    """What tells two positions of one speaker, stance, date and source apart."""
    said = position.value.said if position.value else None
    quoted = position.quote.text if position.quote else None
    return _dotted(position.pages, said, quoted, position.note)


def _apart(names: list[str], contents: Iterable[str]) -> list[str]:
    """The names, with a number where several are alike: these count in order of their contents, not of the file."""
    if len(set(names)) == len(names):
        return names
    seen: dict[str, int] = {}
    apart = list(names)
    for name, _, at in sorted(zip(names, contents, range(len(names)))):
        seen[name] = seen.get(name, 0) + 1
        apart[at] = name if seen[name] == 1 else f"{name}.{seen[name]}"
    return apart


def _speaker(position: Position) -> str:
    name, behalf = speaker(position)
    known = isinstance(position.by, KnownSpeaker)
    own = name if known else "named-" + hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{own}.{behalf}" if behalf else own
