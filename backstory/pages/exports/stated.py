"""The positions on record, each with a name of its own that stays while what it says does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from backstory.model.positions import in_order, source, speaker
from backstory.model.schema.kinds import RELATIONS, relations
from backstory.model.schema.position import KnownSpeaker, Position, Relation
from backstory.pages.exports import cited, details
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
    for actor in site.knowledge.actors.values():
        for name in RELATIONS:
            held = relations(actor.fields, name)
            names = _apart(
                [f"{actor.id}.{name}.{_dotted(each.actor, each.from_)}" for each in held], map(_content, held)
            )
            found += [Tie(own, actor.id, name, each) for own, each in zip(names, held)]
    return tuple(found)


def numbered(about: About, record: str, positions: Iterable[Position]) -> Iterator[Stated]:
    """The positions on one record in order of date, each with its name."""
    held = in_order(positions)
    names = _apart(
        [f"{about}:{record}:{_speaker(each)}.{_dotted(each.stance, each.date, source(each))}" for each in held],
        map(details.of_position, held),
    )
    yield from (Stated(name, about, record, each) for name, each in zip(names, held))


def _dotted(*parts: object) -> str:
    return ".".join([str(each) for each in parts if each])


def _content(relation: Relation) -> str:
    """What tells two ties of one start apart, whichever stands first in the file."""
    return _dotted(relation.to, *relation.observed, *cited.ids(relation.sources))


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
