"""Which records of backing make one tie, and which of them say the same.

A dataset has a record for every year. A reader asks who backs whom: one entry, with its records under it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import groupby

from backstory.pages.queries import sorting
from backstory.records.backing import Backing
from backstory.schema.position import SupportGiven
from backstory.values.vocabulary import Basis

Records = tuple[Backing, ...]


def ties(backings: Iterable[Backing]) -> tuple[Records, ...]:
    """The records of each tie: those of equal ends, channel, conflict, basis and answer. Ties are in the order of their
    first record, the records of a tie in order of time.

    A record with positions or a note is a tie of its own, because these speak of it alone.
    """
    held: dict[Hashable, list[Backing]] = {}
    for each in backings:
        held.setdefault(_tie(each), []).append(each)
    return tuple(tuple(sorted(each, key=_time)) if len(each) > 1 else tuple(each) for each in held.values())


def alike(records: Sequence[Backing]) -> Iterator[Records]:
    """The records in runs that differ in nothing but when they were observed."""
    if len(records) == 1:
        yield tuple(records)
        return
    for _, found in groupby(records, key=_line):
        yield tuple(found)


def dated(backing: Backing) -> bool:
    """Whether the observations of a record include the date it speaks of, so that this date adds nothing."""
    return backing.as_of is None or backing.as_of.value.text in [each.value.text for each in backing.observed]


def timed(given: SupportGiven) -> bool:
    """Whether a kind of support has a time of its own."""
    return bool(given.from_ or given.to or given.observed)


def _tie(backing: Backing) -> Hashable:
    standing = backing.standing
    if backing.positions or backing.note or standing.answers:
        return backing.id
    voices = len(standing.origins) if standing.basis is Basis.SEPARATE else 0
    return backing.backer, backing.recipient, backing.via, backing.conflict, standing.basis, voices


def _time(backing: Backing) -> tuple[tuple[int, int, str], str]:
    return sorting.start(backing), backing.id


def _line(backing: Backing) -> object:
    """What records must have in common to be shown in one line; the id of a record that cannot share one."""
    if backing.from_ or backing.to or not backing.observed or any(map(timed, backing.support)):
        return backing.id
    return (
        [each.kind for each in backing.support],
        [(use.source.id, use.pages) for use in backing.sources],
        None if dated(backing) or backing.as_of is None else backing.as_of.value.text,
    )
