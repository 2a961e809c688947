"""A table of conflicts and their parties, a row for each party, into content/conflicts.yaml or a new file for each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from backstory.authoring.importing import missing_entities, new_entities, rows, sheet
from backstory.authoring.importing.backing_rows import Fields, spoken
from backstory.authoring.importing.columns import Columns
from backstory.authoring.importing.import_report import Imported, Skipped
from backstory.authoring.importing.sheet import SheetRow
from backstory.schema.base import Shape
from backstory.schema.kind_fields import ConflictFields, Party, Side
from backstory.values.keys import Kind

COLUMNS = Columns(
    ("id", "name"),
    (
        *("from", "to", "places", "summary", "as_of", "side", "side_label"),
        *("party", "party_from", "party_to", "sources"),
    ),
    spoken=("name", "summary", "side_label"),
    lists=frozenset({"places", "sources"}),
    dates=frozenset({"from", "to", "as_of", "party_from", "party_to"}),
    texts=frozenset({"name", "summary", "side_label"}),
    names=frozenset({"name", "side_label"}),
    also={
        **dict.fromkeys(("conflict", "conflict_id"), "id"),
        **dict.fromkeys(("conflict_name", "title"), "name"),
        **dict.fromkeys(("start", "start_date", "since", "begin"), "from"),
        **dict.fromkeys(("end", "end_date", "until"), "to"),
        **dict.fromkeys(("place", "location"), "places"),
        **dict.fromkeys(("actor", "actor_id"), "party"),
        **dict.fromkeys(("source", "reference", "references"), "sources"),
        **dict.fromkeys(("party_start", "party_since"), "party_from"),
        **dict.fromkeys(("party_end", "party_until"), "party_to"),
        "description": "summary",
        "side_id": "side",
        "side_name": "side_label",
    },
)
_OF_CONFLICT = ("name", "from", "to", "places", "summary", "as_of")
_OF_SIDE = {"side": "id", "side_label": "label"}
_OF_PARTY = {"party": "actor", "party_from": "from", "party_to": "to", "sources": "sources"}

_SIDE_SHOWN = {key: column for column, key in _OF_SIDE.items()}
_PARTY_SHOWN = {key: column for column, key in _OF_PARTY.items()}


def read(site: Path, name: str, data: bytes, languages: tuple[str, ...]) -> Imported:
    """The conflicts of the table that the site has not yet. The rows of one id are one conflict."""
    table = sheet.read(name, data, COLUMNS)
    book = new_entities.Book(site, Kind.CONFLICT)
    skipped = list(table.skipped)
    made: dict[str, _Conflict] = {}
    named: list[Fields] = []
    for row in table.rows:
        id_ = str(row.cells.get("id", ""))
        parts = _Parts(row, languages)
        known = made.get(id_)
        fault = (None if known else book.refused(row.number, id_)) or parts.wrong(known)
        if fault is not None:
            skipped.append(fault)
            continue
        made.setdefault(id_, _Conflict(row.number)).add(parts)
        named += [parts.party, {"sources": parts.conflict.get("sources", "")}]
    for id_, each in made.items():
        book.add(each.row, id_, each.fields())
    count = len(table.rows) + len(table.skipped) - len(skipped)
    return Imported(count, book.write(name), tuple(skipped), table.remarks, missing_entities.of(site, named))


class _Parts:
    """What a row tells of a conflict, of a side of it, and of a party of that side."""

    def __init__(self, row: SheetRow, languages: tuple[str, ...]):
        """The parts of a row."""
        told: Fields = {**row.cells, **spoken(row, COLUMNS, languages[0])}
        self.row = row.number
        self.conflict: Fields = {key: told[key] for key in _OF_CONFLICT if key in told}
        self.side: Fields = {key: told[name] for name, key in _OF_SIDE.items() if name in told}
        self.party: Fields = {key: told[name] for name, key in _OF_PARTY.items() if name in told}
        if "actor" not in self.party and "sources" in self.party:
            self.conflict["sources"] = self.party.pop("sources")
        self._languages = languages

    def wrong(self, known: _Conflict | None) -> Skipped | None:
        """Why it cannot be read, alone or beside the earlier rows of its conflict."""
        if self.party and not self.side:
            return Skipped(self.row, "a party stands on a side (fill in `side`, an id of your choice)")
        before: Fields = known.sides.get(str(self.side.get("id")), {}) if known else {}
        side = before | self.side
        earlier = known.conflict if known else {}
        checks: list[tuple[type[Shape], Fields, Mapping[str, str]]] = [(ConflictFields, earlier | self.conflict, {})]
        checks += [(Side, side, _SIDE_SHOWN)] if self.side else []
        checks += [(Party, self.party, _PARTY_SHOWN)] if self.party else []
        for shape, given, shown in checks:
            fault = rows.wrong(shape, self.row, given, self._languages, shown)
            if fault is not None:
                return fault
        return self._other(earlier, self.conflict, {}) or self._other(before, self.side, _SIDE_SHOWN)

    def _other(
        self, before: Mapping[str, object], now: Mapping[str, object], shown: Mapping[str, str]
    ) -> Skipped | None:
        """A value that an earlier row of the same conflict, or side, gives otherwise."""
        for key, value in now.items():
            if before.get(key, value) != value and key != "sources":
                return Skipped(
                    self.row, f"`{shown.get(key, key)}`: an earlier row says `{before[key]}` (write it once)"
                )
        return None


class _Conflict:
    """A conflict as its rows tell it; `row` is the first."""

    def __init__(self, row: int):
        """A conflict of which nothing is told yet."""
        self.row = row
        self.conflict: Fields = {}
        self.sides: dict[str, Fields] = {}
        self._parties: dict[str, list[Fields]] = {}

    def add(self, parts: _Parts) -> None:
        """Add what a row tells."""
        sources = [*_listed(self.conflict.get("sources")), *_listed(parts.conflict.get("sources"))]
        self.conflict |= parts.conflict | ({"sources": list(dict.fromkeys(sources))} if sources else {})
        if parts.side:
            id_ = str(parts.side["id"])
            self.sides[id_] = self.sides.get(id_, {}) | parts.side
            if parts.party and parts.party not in self._parties.setdefault(id_, []):
                self._parties[id_].append(parts.party)

    def fields(self) -> Fields:
        """The conflict as the mapping it becomes."""
        sides = [
            side | ({"parties": self._parties[id_]} if self._parties.get(id_) else {})
            for id_, side in self.sides.items()
        ]
        ordered = {key: self.conflict[key] for key in (*_OF_CONFLICT, "sources") if key in self.conflict}
        return ordered | ({"sides": sides} if sides else {})


def _listed(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []
