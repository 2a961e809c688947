"""A table of actors into content/actors.yaml, or where that exists into a new file for each actor."""

from __future__ import annotations

from pathlib import Path

from backstory.authoring.importing import collected, rows, sheet
from backstory.authoring.importing.backings import spoken
from backstory.authoring.importing.report import Imported, Skipped
from backstory.authoring.importing.scalars import Value
from backstory.authoring.importing.sheet import Columns, Row
from backstory.model.keys import Kind
from backstory.model.schema.kinds import ActorFields

COLUMNS = Columns(
    ("id", "name", "type"),
    (
        *("type_per", "aliases", "abbreviation", "summary", "founded", "dissolved", "wikidata", "public_role"),
        *("as_of", "sources"),
    ),
    ("name", "abbreviation", "summary", "public_role"),
)
_LISTS = frozenset({"aliases", "sources"})


def read(site: Path, name: str, data: bytes, languages: tuple[str, ...]) -> Imported:
    """The actors of the table that the site has not yet."""
    table = sheet.read(name, data, COLUMNS)
    book = collected.Book(site, Kind.ACTOR)
    skipped: list[Skipped] = []
    for row in table.rows:
        record = fields(row, languages[0])
        id_ = row.cells.get("id", "")
        fault = book.refused(row.number, id_) or rows.wrong(ActorFields, row.number, record, languages[0])
        if fault is None:
            book.add(row.number, id_, record)
        else:
            skipped.append(fault)
    return Imported(book.count, book.write(name), tuple(skipped), table.remarks)


def fields(row: Row, lang: str) -> dict[str, Value]:
    """The row as the mapping it becomes; the id is its name, and stands outside."""
    made: dict[str, Value] = {}
    for column in COLUMNS.names:
        if column in row.cells and column != "id":
            made[column] = sheet.items(row.cells[column]) if column in _LISTS else row.cells[column]
    return made | spoken(row, COLUMNS, lang)
