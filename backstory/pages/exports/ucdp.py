"""ucdp.csv: who supported whom in which year, in the columns of UCDP's External Support Dataset 18.1 (actor-year)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from backstory.model.backing import Backing
from backstory.model.sides import opposed
from backstory.model.vocabulary import ActorType
from backstory.pages.exports.backings import LETTERS
from backstory.pages.exports.table import Column, Reference, Table, table
from backstory.pages.exports.years import years
from backstory.pages.site import Site

_STATE = frozenset(
    {ActorType.STATE, ActorType.GOVERNMENT, ActorType.LEGISLATURE, ActorType.MINISTRY, ActorType.ARMED_FORCES}
)
_NEITHER = frozenset({ActorType.IGO, ActorType.ALLIANCE, ActorType.OTHER})
_MEANING = {
    "X": "troops",
    "P": "foreign troop presence",
    "Y": "joint operations and access to infrastructure",
    "W": "weapons",
    "M": "materiel and logistics",
    "T": "training and expertise",
    "F": "funding",
    "I": "intelligence",
    "L": "access to territory",
    "O": "other; diplomatic, media and proxies too, which UCDP lacks",
    "U": "unknown",
}
Key = tuple[str, str, int]
Evidenced = tuple[Backing, str, str]


@dataclass(frozen=True, slots=True)
class SupportYear:
    """One supporter and one recipient in one year; `kinds` are the supports evidenced then."""

    backer: str
    recipient: str
    year: int
    kinds: tuple[str, ...]
    letters: frozenset[str]
    records: tuple[Backing, ...]
    both_sides: bool


def support_years(site: Site) -> tuple[SupportYear, ...]:
    """A record for each supporter, recipient and year of which it is certain."""
    found: dict[Key, list[Evidenced]] = {}
    for backing in site.knowledge.backings:
        for kind, letter, year in _told(backing):
            found.setdefault((backing.recipient, backing.backer, year), []).append((backing, kind, letter))
    both = _both_sides(site, found)
    return tuple(_year(key, found[key], both_sides=key in both) for key in sorted(found))


def without_year(site: Site) -> tuple[str, ...]:
    """The records of which no year is certain."""
    return tuple(each.id for each in site.knowledge.backings if not any(True for _ in _told(each)))


def _told(backing: Backing) -> Iterable[tuple[str, str, int]]:
    """Kind, letter and year of each support that a record evidences."""
    if not backing.support:
        yield from (("unknown", "U", year) for year in sorted(years(backing)))
    for given in backing.support:
        yield from ((given.kind.value, given.kind.letter, year) for year in sorted(years(backing, given)))


def _year(key: Key, held: Iterable[Evidenced], *, both_sides: bool) -> SupportYear:
    recipient, backer, year = key
    kinds = {kind: letter for _, kind, letter in held}
    records = {backing.id: backing for backing, _, _ in held}
    letters = frozenset(kinds.values())
    return SupportYear(backer, recipient, year, tuple(sorted(kinds)), letters, tuple(records.values()), both_sides)


def _both_sides(site: Site, found: Mapping[Key, Iterable[Evidenced]]) -> frozenset[Key]:
    """The rows of a supporter that backs, in one year of one conflict, parties of two sides of it."""
    backed: dict[tuple[str, str, int], dict[str, None]] = {}
    for (recipient, backer, year), held in found.items():
        for each, _, _ in held:
            if each.conflict:
                backed.setdefault((backer, each.conflict, year), {})[recipient] = None
    both: set[Key] = set()
    for (backer, conflict, year), recipients in backed.items():
        known = site.knowledge.conflicts.get(conflict)
        for one, other in combinations(recipients, 2):
            if known and opposed(known.fields, one, other):
                both |= {(one, backer, year), (other, backer, year)}
    return frozenset(both)


def ucdp(site: Site) -> Table:
    """The table, by recipient, supporter and year. Records without a certain year have no row: see `without_year`."""

    def named(actor: str) -> str:
        known = site.knowledge.actors.get(actor)
        return known.fields.name.pick(site.default)[0] if known else actor

    def nonstate(actor: str) -> str:
        known = site.knowledge.actors.get(actor)
        if known is None or known.fields.type in _NEITHER:
            return ""
        return str(int(known.fields.type not in _STATE))

    columns: list[Column[SupportYear]] = [
        Column("id", "word", "The id of the row.", lambda each: f"{each.recipient}.{each.backer}.{each.year}"),
        Column("year", "integer", "The year.", lambda each: each.year),
        Column("actor_id", "id", "The recipient.", lambda each: each.recipient),
        Column("actor_name", "text", "Its name.", lambda each: named(each.recipient)),
        Column(
            "actor_nonstate", "flag", "1 no state, 0 a state; empty: neither.", lambda each: nonstate(each.recipient)
        ),
        Column("conflict_id", "ids", "In which conflicts.", _conflicts),
        Column("ext_id", "id", "The supporter.", lambda each: each.backer),
        Column("ext_name", "text", "Its name.", lambda each: named(each.backer)),
        Column("ext_nonstate", "flag", "1 no state, 0 a state; empty: neither.", lambda each: nonstate(each.backer)),
        Column("ext_bothsides", "flag", "1 where it backs two sides then.", lambda each: str(int(each.both_sides))),
        Column("ext_sup", "flag", "1: there was support.", lambda _: "1"),
        *(_letter(each) for each in LETTERS),
        Column("ext_sum", "integer", "How many kinds of UCDP's.", lambda each: len(each.letters)),
        Column("support", "ids", "The kinds in the site's words.", lambda each: each.kinds),
        Column("basis", "ids", "What the records rest on.", _bases),
        Column("records", "words", "The ids of the records.", lambda each: tuple(held.id for held in each.records)),
    ]
    referring = (Reference("actor_id", "actors"), Reference("ext_id", "actors"))
    return table("ucdp", columns, support_years(site), (site.default,), references=referring)


def _conflicts(row: SupportYear) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.conflict for each in row.records if each.conflict))


def _bases(row: SupportYear) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.standing.basis.value for each in row.records))


def _letter(letter: str) -> Column[SupportYear]:
    about = f"1 for {_MEANING[letter]}."
    return Column(f"ext_{letter.lower()}", "flag", about, lambda each: str(int(letter in each.letters)))
