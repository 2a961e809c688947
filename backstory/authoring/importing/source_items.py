"""A CSL-JSON export into content/sources.json, or where that exists into new sources beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from backstory.authoring.fault import AuthoringFault, write_new
from backstory.authoring.importing import new_entities, rows
from backstory.authoring.importing.import_report import Imported, Skipped, reason
from backstory.authoring.importing.yaml_writer import Value
from backstory.diagnostics import Severity
from backstory.reading import csl
from backstory.schema.kind_fields import SourceFields
from backstory.values.keys import Kind

_KEYS = (
    "a citation key becomes the id of a source; in Zotero, Better BibTeX makes keys that are ids by the formula "
    "`auth.lower + year`: set it, refresh the keys, and export again"
)


def read(site: Path, name: str, data: bytes, languages: tuple[str, ...]) -> Imported:
    """The entries of the export that the site has not yet. They are counted from 1, in the order of the file."""
    entries = _entries(name, data)
    book = new_entities.Book(site, Kind.SOURCE)
    kept: list[Any] = []
    skipped: list[Skipped] = []
    for number, entry in enumerate(entries, start=1):
        fault = _added(book, number, entry, languages)
        if fault is None:
            kept.append(entry)
        else:
            skipped.append(fault)
    remarks = (_KEYS,) if any("is not an id" in each.reason for each in skipped) else ()
    return Imported(book.count, _written(site, name, book, kept), tuple(skipped), remarks)


def _entries(name: str, data: bytes) -> list[Any]:
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise AuthoringFault(f"{name} is not saved as UTF-8; export it again, as CSL JSON") from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise AuthoringFault(f"the JSON of {name} breaks off at {where}; export it again, as CSL JSON") from error
    except (ValueError, RecursionError) as error:
        raise AuthoringFault(f"{name} is nested too deeply, or has too long a number, to be CSL-JSON") from error
    if not isinstance(found, list):
        raise AuthoringFault(f"{name} is not a list; export the library again, as CSL JSON")
    return found


def _added(book: new_entities.Book, number: int, entry: Any, languages: tuple[str, ...]) -> Skipped | None:
    """Adds an entry to the book, or says why not."""
    if not isinstance(entry, dict):
        return Skipped(number, "this is not an entry of CSL-JSON")
    made, found = csl.entries("row", json.dumps([entry]).encode())
    wrong = tuple(each for each in found if each.severity is Severity.ERROR)
    if wrong or not made:
        return Skipped(number, reason(wrong) or "this entry cannot be read")
    record: dict[str, Value] = {key: str(value) for key, value in made[0].fields.items()}
    fault = book.refused(number, made[0].id) or rows.wrong(SourceFields, number, record, languages)
    if fault is None:
        book.add(number, made[0].id, record)
    return fault


def _written(site: Path, name: str, book: new_entities.Book, kept: list[Any]) -> str:
    """The entries as they came, in content/sources.json where there is none, for the library to export over."""
    path = "content/sources.json"
    if (site / path).exists() or not kept:
        return book.write(name)
    # Half of a character cannot be written; as an escape, JSON may hold one.
    text = json.dumps(kept, ensure_ascii=False, indent=1).encode("utf-8", "replace").decode()
    write_new(site, path, text + "\n")
    return path
