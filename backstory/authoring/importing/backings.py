"""A table of backings into one new file of content/backings/."""

from __future__ import annotations

from pathlib import Path

from backstory.authoring.fault import AuthoringFault, write_new
from backstory.authoring.importing import rows, scalars, sheet
from backstory.authoring.importing.report import Imported, Skipped
from backstory.authoring.importing.scalars import Value
from backstory.authoring.importing.sheet import Columns, Row
from backstory.model.schema.position import ListedBacking
from backstory.reading.places import likely_id

COLUMNS = Columns(
    ("actor", "recipient"),
    ("conflict", "id", "via", "support", "observed", "from", "to", "as_of", "sources", "note"),
    ("note",),
)
_LISTS = frozenset({"support", "observed", "sources"})
_ORDER = ("recipient", "actor", *COLUMNS.optional)
# The most a file of content/backings/ may hold is some 8 MB.
_MOST = 20_000


def read(site: Path, name: str, data: bytes, languages: tuple[str, ...]) -> Imported:
    """The rows written as content/backings/NAME.yaml, where NAME is the table's own."""
    stem = likely_id(name.rpartition(".")[0] or name) or "imported"
    place = site / "content" / "backings" / f"{stem}.yaml"
    if place.exists():
        raise AuthoringFault(f"content/backings/{stem}.yaml exists already; give the table another name, and import it")
    table = sheet.read(name, data, COLUMNS)
    made: list[dict[str, Value]] = []
    skipped: list[Skipped] = []
    for row in table.rows:
        record = fields(row, languages[0])
        fault = rows.wrong(ListedBacking, row.number, record, languages[0])
        if fault is None and len(made) == _MOST:
            fault = Skipped(row.number, f"one file holds {_MOST:,} records; split the table")
        if fault is None:
            made.append(record)
        else:
            skipped.append(fault)
    if made:
        write_new(place, "\n".join([f"# From {name}.", *scalars.items(made), ""]))
    return Imported(len(made), f"content/backings/{stem}.yaml", tuple(skipped), table.remarks)


def fields(row: Row, lang: str) -> dict[str, Value]:
    """The row as the mapping it becomes."""
    made: dict[str, Value] = {}
    for name in _ORDER:
        if name in row.cells:
            made[name] = sheet.items(row.cells[name]) if name in _LISTS else row.cells[name]
    return made | spoken(row, COLUMNS, lang)


def spoken(row: Row, columns: Columns, lang: str) -> dict[str, Value]:
    """The texts that the row gives in several languages: columns such as `name` and `name_ar`."""
    made: dict[str, Value] = {}
    for column, text in row.cells.items():
        found = columns.in_language(column)
        if found is not None:
            name, other = found
            first = {lang: row.cells[name]} if name in row.cells else {}
            before = made.get(name)
            made[name] = {**first, **(before if isinstance(before, dict) else {}), other: text}
    return made
