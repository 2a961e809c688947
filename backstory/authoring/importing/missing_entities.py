"""Entities that a table names and the site lacks: how many of each kind, and how to make them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from backstory.authoring.importing import new_entities
from backstory.authoring.importing.yaml_writer import Value
from backstory.values.keys import Kind

_NAMED = {Kind.ACTOR: ("actor", "recipient", "via"), Kind.CONFLICT: ("conflict",), Kind.SOURCE: ("sources",)}
_SHOWN = 10
_MADE = {
    Kind.ACTOR: "`COMMAND import actors FILE.csv`",
    Kind.CONFLICT: "`COMMAND import conflicts FILE.csv`",
    Kind.SOURCE: "`COMMAND import sources FILE.json`",
}


def of(site: Path, records: Iterable[Mapping[str, Value]]) -> tuple[str, ...]:
    """A line for each kind of which something is missing, the most named first."""
    held = list(records)
    return tuple(line for kind in _NAMED for line in _missing(site, kind, held))


def _missing(site: Path, kind: Kind, records: Iterable[Mapping[str, Value]]) -> Iterator[str]:
    named = Counter(id_ for each in records for id_ in set(_ids(kind, each)))
    there = new_entities.known(site, kind)
    lacking = sorted((-count, id_) for id_, count in named.items() if id_ not in there)
    if not lacking:
        return
    noun = kind.noun if len(lacking) == 1 else f"{kind.noun}s"
    shown = ", ".join(f"{id_} ({-count:,})" for count, id_ in lacking[:_SHOWN])
    more = f" and {len(lacking) - _SHOWN:,} more" if len(lacking) > _SHOWN else ""
    yield f"{len(lacking):,} {noun} of the {len(named):,} it names, with the rows of each: {shown}{more}; {_MADE[kind]}"


def _ids(kind: Kind, record: Mapping[str, Value]) -> Iterator[str]:
    for column in _NAMED[kind]:
        value = record.get(column, "")
        yield from (str(each) for each in ([value] if isinstance(value, str) else value) if each)
