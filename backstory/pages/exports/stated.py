"""The positions on record, each with a name of its own that stays while what it says does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from backstory.model.positions import in_order, speaker
from backstory.model.schema.kinds import RELATIONS, relations
from backstory.model.schema.position import KnownSpeaker, Position, Relation
from backstory.pages.site import Site

About = Literal["claim", "backing", "relation"]


@dataclass(frozen=True, slots=True)
class Stated:
    """A position on a claim, a backing or another tie; `record` is that one's id."""

    id: str
    about: About
    record: str
    position: Position


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation of an actor to another, other than backing."""

    id: str
    actor: str
    name: str
    relation: Relation


def stated(site: Site) -> tuple[Stated, ...]:
    """Every position of the site: on claims, on backings, on other ties; each in order of date."""
    found: list[Stated] = []
    for claim in site.knowledge.claims.values():
        found += numbered("claim", claim.id, claim.fields.positions)
    for backing in site.knowledge.backings:
        found += numbered("backing", backing.id, backing.positions)
    for tie in ties(site):
        found += numbered("relation", tie.id, tie.relation.positions)
    return tuple(found)


def ties(site: Site) -> tuple[Tie, ...]:
    """Every relation of the actors but backing."""
    found: list[Tie] = []
    seen: dict[str, int] = {}
    for actor in site.knowledge.actors.values():
        for name in RELATIONS:
            for each in relations(actor.fields, name):
                start = f".{each.from_}" if each.from_ else ""
                found.append(Tie(_own(f"{actor.id}.{name}.{each.actor}{start}", seen), actor.id, name, each))
    return tuple(found)


def numbered(about: About, record: str, positions: Iterable[Position]) -> Iterator[Stated]:
    """The positions on one record in order of date, each with its name."""
    seen: dict[str, int] = {}
    for each in in_order(positions):
        date = f".{each.date}" if each.date else ""
        yield Stated(_own(f"{about}:{record}:{_speaker(each)}.{each.stance}{date}", seen), about, record, each)


def _own(name: str, seen: dict[str, int]) -> str:
    """The name, with a number where it has been given before."""
    seen[name] = seen.get(name, 0) + 1
    return name if seen[name] == 1 else f"{name}.{seen[name]}"


def _speaker(position: Position) -> str:
    name, behalf = speaker(position)
    known = isinstance(position.by, KnownSpeaker)
    own = name if known else "named-" + hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{own}.{behalf}" if behalf else own
