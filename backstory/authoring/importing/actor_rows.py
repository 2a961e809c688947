"""A table of actors into content/actors.yaml, or where that exists into a new file for each actor."""

from __future__ import annotations

from pathlib import Path

from backstory.authoring.importing import new_entities, rows, sheet
from backstory.authoring.importing.backing_rows import spoken
from backstory.authoring.importing.columns import Columns
from backstory.authoring.importing.import_report import Imported, Skipped
from backstory.authoring.importing.sheet import SheetRow
from backstory.authoring.importing.yaml_writer import Value
from backstory.schema.kind_fields import ActorFields
from backstory.values.keys import Kind
from backstory.values.vocabulary import ActorType

COLUMNS = Columns(
    ("id", "name", "type"),
    (
        *("type_per", "aliases", "abbreviation", "summary", "founded", "dissolved", "wikidata", "public_role"),
        *("as_of", "sources"),
    ),
    spoken=("name", "abbreviation", "summary", "public_role"),
    lists=frozenset({"aliases", "sources"}),
    dates=frozenset({"founded", "dissolved", "as_of"}),
    words={"type": {each.value: each.value for each in ActorType}},
    texts=frozenset({"name", "aliases", "abbreviation", "summary", "public_role"}),
    names=frozenset({"name", "aliases", "abbreviation"}),
    also={
        **dict.fromkeys(("actor", "actor_id"), "id"),
        **dict.fromkeys(("title", "actor_name"), "name"),
        **dict.fromkeys(("kind", "actor_type"), "type"),
        **dict.fromkeys(("alias", "also_known_as", "aka"), "aliases"),
        **dict.fromkeys(("acronym", "abbr"), "abbreviation"),
        **dict.fromkeys(("wikidata_id", "qid"), "wikidata"),
        **dict.fromkeys(("source", "reference", "references"), "sources"),
        "description": "summary",
        "role": "public_role",
    },
)


def read(site: Path, name: str, data: bytes, languages: tuple[str, ...]) -> Imported:
    """The actors of the table that the site has not yet."""
    table = sheet.read(name, data, COLUMNS)
    book = new_entities.Book(site, Kind.ACTOR)
    skipped: list[Skipped] = list(table.skipped)
    for row in table.rows:
        record = fields(row, languages[0])
        id_ = str(row.cells.get("id", ""))
        fault = book.refused(row.number, id_) or rows.wrong(ActorFields, row.number, record, languages)
        if fault is None:
            book.add(row.number, id_, record)
        else:
            skipped.append(fault)
    return Imported(book.count, book.write(name), tuple(skipped), table.remarks)


def fields(row: SheetRow, lang: str) -> dict[str, Value]:
    """The row as the mapping it becomes; the id is its name, and stands outside."""
    made: dict[str, Value] = {name: row.cells[name] for name in COLUMNS.all if name in row.cells and name != "id"}
    return made | spoken(row, COLUMNS, lang)
