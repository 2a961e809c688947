"""ucdp.csv: who supported whom in which year, in the columns of UCDP's External Support Dataset 18.1 (actor-year)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from backstory.outputs.exports.backing_table import LETTERS
from backstory.outputs.exports.table import Column, ForeignKey, Table, table
from backstory.pages.core.site import Site
from backstory.pages.queries import evidence_years
from backstory.records.backing import Backing
from backstory.records.sides import opposed
from backstory.values.record import Record
from backstory.values.vocabulary import ActorType, Support

_STATE = (ActorType.STATE, ActorType.GOVERNMENT, ActorType.LEGISLATURE, ActorType.MINISTRY, ActorType.ARMED_FORCES)
_NEITHER = (ActorType.IGO, ActorType.ALLIANCE, ActorType.OTHER)
_NONSTATE = {**dict.fromkeys(_STATE, "0"), **dict.fromkeys(_NEITHER, "")}
_WHETHER_NONSTATE = "1 no state, 0 a state; empty: neither."
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
Evidenced = tuple[Backing, list[Support]]


class SupportYear(Record, frozen=True):
    """One supporter and one recipient in one year; `kinds` are the supports evidenced then."""

    backer: str
    recipient: str
    year: int
    kinds: tuple[str, ...]
    letters: frozenset[str]
    records: tuple[Backing, ...]
    both_sides: bool


def support_years(site: Site) -> tuple[SupportYear, ...]:
    """A record for each supporter, recipient and certain year."""
    found: dict[Key, list[Evidenced]] = {}
    for backing in site.knowledge.backings:
        for year, kinds in _kinds_by_year(backing).items():
            found.setdefault((backing.recipient, backing.backer, year), []).append((backing, kinds))
    both = _both_sides(site, found)
    return tuple(_year(key, found[key], both_sides=key in both) for key in sorted(found))


def without_year(site: Site) -> tuple[str, ...]:
    """The ids of the records without a certain year."""
    return tuple(each.id for each in site.knowledge.backings if not _kinds_by_year(each))


def left_out(site: Site) -> dict[str, tuple[str, ...]]:
    """What the table cannot hold: records without a certain year; of the others, the dates and supports without one."""
    partly = tuple(
        f"{each.id}: {unsure}"
        for each in site.knowledge.backings
        if _kinds_by_year(each)
        for unsure in evidence_years.unsure(each)
    )
    return {"records_left_out": without_year(site), "dates_left_out": partly}


def _kinds_by_year(backing: Backing) -> dict[int, list[Support]]:
    """The kinds of support that a record evidences, by year."""
    if not backing.support:
        return {year: [Support.UNKNOWN] for year in evidence_years.years(backing)}
    found: dict[int, list[Support]] = {}
    for given, years in zip(backing.support, evidence_years.by_support(backing)):
        for year in years:
            found.setdefault(year, []).append(given.kind)
    return found


def _year(key: Key, held: Iterable[Evidenced], *, both_sides: bool) -> SupportYear:
    recipient, backer, year = key
    kinds = {kind for _, given in held for kind in given}
    letters = frozenset([kind.letter for kind in kinds])
    records = tuple([backing for backing, _ in held])
    return SupportYear(backer, recipient, year, tuple(sorted(kinds)), letters, records, both_sides)


def _both_sides(site: Site, found: Mapping[Key, Iterable[Evidenced]]) -> frozenset[Key]:
    """The rows of a supporter that backs parties of two sides in one year of one conflict."""
    backed: dict[tuple[str, str, int], dict[str, None]] = {}
    for (recipient, backer, year), held in found.items():
        for each, _ in held:
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
    actors = site.knowledge.actors
    names = {name: each.fields.name.pick(site.default)[0] for name, each in actors.items()}
    nonstate = {name: _NONSTATE.get(each.fields.type, "1") for name, each in actors.items()}

    columns: list[Column[SupportYear]] = [
        Column("id", "word", "The id of the row.", lambda each: f"{each.recipient}.{each.backer}.{each.year}"),
        Column("year", "integer", "The year.", lambda each: each.year),
        Column("actor_id", "id", "The recipient.", lambda each: each.recipient),
        Column("actor_name", "text", "Its name.", lambda each: names.get(each.recipient, each.recipient)),
        Column("actor_nonstate", "flag", _WHETHER_NONSTATE, lambda each: nonstate.get(each.recipient)),
        Column("conflict_id", "ids", "In which conflicts.", _conflicts),
        Column("ext_id", "id", "The supporter.", lambda each: each.backer),
        Column("ext_name", "text", "Its name.", lambda each: names.get(each.backer, each.backer)),
        Column("ext_nonstate", "flag", _WHETHER_NONSTATE, lambda each: nonstate.get(each.backer)),
        Column(
            "ext_bothsides", "flag", "1 where it backs two sides then.", lambda each: "1" if each.both_sides else "0"
        ),
        Column("ext_sup", "flag", "1: there was support.", lambda _: "1"),
        *(_letter(each) for each in LETTERS),
        Column("ext_sum", "integer", "How many kinds of UCDP's.", lambda each: len(each.letters)),
        Column("support", "ids", "The kinds in the site's words.", lambda each: each.kinds),
        Column("basis", "ids", "What the records rest on.", _bases),
        Column("records", "words", "The ids of the records.", lambda each: tuple([held.id for held in each.records])),
    ]
    referring = (ForeignKey("actor_id", "actors"), ForeignKey("ext_id", "actors"))
    return table("ucdp", columns, support_years(site), (site.default,), references=referring)


def _conflicts(row: SupportYear) -> tuple[str, ...]:
    return tuple(dict.fromkeys([each.conflict for each in row.records if each.conflict]))


def _bases(row: SupportYear) -> tuple[str, ...]:
    return tuple(dict.fromkeys([each.standing.basis for each in row.records]))


def _letter(letter: str) -> Column[SupportYear]:
    about = f"1 for {_MEANING[letter]}."
    return Column(f"ext_{letter.lower()}", "flag", about, lambda each: "1" if letter in each.letters else "0")
