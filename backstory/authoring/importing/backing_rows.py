"""A table of backings into one new file of content/backings/."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from backstory.authoring.fault import AuthoringFault, write_new
from backstory.authoring.importing import missing_entities, rows, sheet, yaml_writer
from backstory.authoring.importing.columns import Columns
from backstory.authoring.importing.import_report import Imported, Skipped, counted
from backstory.authoring.importing.sheet import SheetRow
from backstory.authoring.importing.yaml_writer import Value
from backstory.reading.content_paths import likely_id
from backstory.schema.position import ListedBacking
from backstory.values.vocabulary import Stance, Support

Fields = dict[str, Value]
_SUPPORT = {each.value: each.value for each in Support} | {
    each.letter: each.value for each in Support if each not in (Support.DIPLOMATIC, Support.MEDIA, Support.PROXIES)
}
# UCDP's earlier dataset has a column of 1 where support was alleged alone.
_STANCE = {each.value: each.value for each in Stance} | {"1": Stance.REPORTS.value, "0": ""}
COLUMNS = Columns(
    ("actor", "recipient"),
    ("conflict", "id", "via", "support", "observed", "from", "to", "as_of", "sources", "stance", "note"),
    spoken=("note",),
    lists=frozenset({"support", "observed", "sources"}),
    dates=frozenset({"observed", "from", "to", "as_of"}),
    words={"support": _SUPPORT, "stance": _STANCE},
    texts=frozenset({"note"}),
    also={
        **dict.fromkeys(("backer", "supporter", "sponsor", "external_supporter"), "actor"),
        **dict.fromkeys(("beneficiary", "supported", "backed", "receiver"), "recipient"),
        **dict.fromkeys(("start", "start_date", "since", "begin"), "from"),
        **dict.fromkeys(("end", "end_date", "until"), "to"),
        **dict.fromkeys(("date", "dates", "year", "years"), "observed"),
        **dict.fromkeys(("source", "reference", "references"), "sources"),
        **dict.fromkeys(("kind", "kinds", "type", "support_type"), "support"),
        **dict.fromkeys(("notes", "comment", "comments"), "note"),
        "channel": "via",
        "external_alleged": "stance",
    },
)
_ORDER = ("recipient", "actor", *COLUMNS.optional)
_IDENTITY = ("actor", "recipient", "conflict", "from", "id")
_SINGLE = ("via", "to", "as_of", "note")
# A file of content/backings/ may hold 8 MB.
_MOST, _LARGEST = 20_000, 6 * 1024 * 1024


def read(site: Path, name: str, data: bytes, languages: tuple[str, ...]) -> Imported:
    """The rows written as content/backings/NAME.yaml, where NAME is the table's own; very many as several files."""
    stem = likely_id(name.rpartition(".")[0] or name) or "imported"
    _refuse(site, stem)
    table = sheet.read(name, data, COLUMNS)
    made: dict[int, Fields] = {}
    skipped = list(table.skipped)
    first: dict[str, int] = {}
    for row in table.rows:
        record = fields(row, languages[0])
        fault = rows.wrong(ListedBacking, row.number, record, languages)
        same = first.setdefault(repr(record), row.number)
        if fault is None and same != row.number:
            fault = Skipped(row.number, f"it says what row {same} says")
        if fault is None:
            made[row.number] = record
        else:
            skipped.append(fault)
    names = _written(site, name, stem, list(made.values()))
    remarks = (*table.remarks, *_united(made))
    return Imported(len(made), names, tuple(skipped), remarks, missing_entities.of(site, made.values()))


def _refuse(site: Path, stem: str) -> None:
    for taken in (f"{stem}.yaml", f"{stem}-1.yaml"):
        if (site / "content" / "backings" / taken).exists():
            raise AuthoringFault(f"content/backings/{taken} exists already; give the table another name, and import it")


def _written(site: Path, name: str, stem: str, made: list[Fields]) -> str:
    """Write them, and say where they stand."""
    parts = _parts(made)
    names = [f"{stem}-{at}" for at in range(1, len(parts) + 1)] if len(parts) > 1 else [stem]
    for lines, each in zip(parts if made else [], names):
        write_new(site, f"content/backings/{each}.yaml", "\n".join([f"# From {name}.", *lines, ""]))
    return " to ".join(f"content/backings/{each}.yaml" for each in dict.fromkeys((names[0], names[-1])))


def _parts(made: Iterable[Fields]) -> list[list[str]]:
    """The lines of each file: no more records, and no more bytes, than one may hold."""
    parts: list[list[str]] = [[]]
    records = size = 0
    for each in made:
        lines = list(yaml_writer.items([each]))
        long = sum(len(line.encode()) + 1 for line in lines)
        if parts[-1] and (records == _MOST or size + long > _LARGEST):
            parts.append([])
            records = size = 0
        parts[-1] += lines
        records, size = records + 1, size + long
    return parts


def _united(made: Mapping[int, Fields]) -> Iterator[str]:
    """Remarks on rows that the site takes for one record: their years and supports are told of it together."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for number, record in made.items():
        groups.setdefault(tuple(str(record.get(each, "")) for each in _IDENTITY), []).append(number)
    alike = [numbers for numbers in groups.values() if len(numbers) > 1]
    if not alike:
        return
    shown = ", ".join(map(str, alike[0][:3])) + (", …" if len(alike[0]) > 3 else "")
    records = "1 record" if len(alike) == 1 else f"{len(alike):,} records"
    yield (
        f"{counted(sum(map(len, alike)))} become {records}, since they share actor, recipient, conflict and `from` "
        f"(as rows {shown} do): all their supports and dates are told together; "
        "to keep them apart, give each an `id`, such as y2017"
    )
    differing = [numbers[0] for numbers in alike if _differ([made[each] for each in numbers])]
    if differing:
        columns = ", ".join(f"`{each}`" for each in _SINGLE)
        first = f"the first is that of row {differing[0]}"
        yield f"{len(differing):,} of these differ in one of {columns}, which `check` will refuse; {first}"


def _differ(records: Sequence[Fields]) -> bool:
    """Whether one value that a record has once is given in two ways."""
    return any(len({repr(each[key]) for each in records if key in each}) > 1 for key in _SINGLE)


def fields(row: SheetRow, lang: str) -> Fields:
    """The row as the mapping it becomes."""
    made: Fields = {name: row.cells[name] for name in _ORDER if name in row.cells}
    stance, named = made.pop("stance", ""), made.get("sources")
    if stance and isinstance(named, list):
        made["sources"] = [{"source": each, "stance": stance} for each in named]
    return made | spoken(row, COLUMNS, lang)


def spoken(row: SheetRow, columns: Columns, lang: str) -> Fields:
    """The texts that the row gives in several languages: columns such as `name` and `name_ar`."""
    made: Fields = {}
    for column, text in row.cells.items():
        found = columns.in_language(column)
        if found is not None:
            name, other = found
            first: Fields = {lang: row.cells[name]} if name in row.cells else {}
            before = made.get(name)
            made[name] = {**first, **(before if isinstance(before, dict) else {}), other: text}
    return made
