"""`import`: a spreadsheet, or a Zotero export, into new files of content/. What cannot be read is told row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from backstory.authoring.fault import AuthoringFault
from backstory.authoring.importing import import_report
from backstory.authoring.importing.folder_site import import_folder
from backstory.authoring.importing.import_report import Imported
from backstory.reading import site_files

__all__ = ["KINDS", "Told", "import_folder", "import_table"]
_LARGEST = 64 * 1024 * 1024
KINDS = ("backings", "actors", "conflicts", "sources")


@dataclass(frozen=True, slots=True)
class Told:
    """The lines to print, and whether all rows were read."""

    lines: tuple[str, ...]
    whole: bool


def import_table(site: Path, kind: str, file: Path, command: str) -> Told:
    """Write the records of a table as new files below content/.

    `kind` is one of KINDS. No file that exists is changed. AuthoringFault where nothing in the table can be read, or a
    file it would become exists already.
    """
    if not (site / "site.yaml").is_file():
        raise AuthoringFault(
            f"there is no site.yaml in {site.resolve()}; go to the site's folder, or name it with --site"
        )
    from backstory.config import load

    settings, _ = load(site_files.settings(site)[0])
    read = _reader(kind)(site, file.name, _bytes(file), settings.languages)
    told = [each.replace("COMMAND", command) for each in _told(read)]
    if not read.count:
        raise AuthoringFault("\n".join([f"nothing in {file} could be read, and nothing was written", *told]))
    lines = (
        f"{import_report.counted(read.count)} of {file.name} read: {read.written}",
        *told,
        f"See what the site makes of it: {command} check {site}",
    )
    return Told(lines, whole=not read.skipped)


def _reader(kind: str) -> Callable[[Path, str, bytes, tuple[str, ...]], Imported]:
    """The function that reads a kind of table. Imported here, so that `new` need not wait for the validator."""
    from backstory.authoring.importing import actor_rows, backing_rows, conflict_rows, source_items

    return {
        "backings": backing_rows.read,
        "actors": actor_rows.read,
        "conflicts": conflict_rows.read,
        "sources": source_items.read,
    }[kind]


def _bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            data = opened.read(_LARGEST + 1)
    except OSError as error:
        raise AuthoringFault(f"{file} cannot be read: {error.strerror}") from error
    if len(data) > _LARGEST:
        raise AuthoringFault(f"{file} is larger than {_LARGEST // 1024 // 1024} MB; split it")
    return data


def _told(read: Imported) -> Iterable[str]:
    """The remarks, and the rows that were not read, each with its number and reason."""
    yield from (f"  {each}" for each in read.remarks)
    if read.skipped:
        yield f"{import_report.counted(len(read.skipped))} not read:"
        yield from (f"  {each}" for each in import_report.told(read.skipped))
    if read.missing:
        yield "The site does not have yet:"
        yield from (f"  {each}" for each in read.missing)


__all__ = ["KINDS", "Told", "import_table"]
