"""New entities of one kind: together in content/KIND.yaml where there is none yet, else a file for each."""

from __future__ import annotations

from pathlib import Path

from backstory import regular_files
from backstory.authoring.fault import AuthoringFault, write_new
from backstory.authoring.importing import yaml_writer
from backstory.authoring.importing.import_report import Skipped
from backstory.authoring.importing.yaml_writer import Value
from backstory.reading import csl
from backstory.reading.collected import entries
from backstory.reading.content_paths import likely_id
from backstory.values.keys import ID, Kind

# Some 6 MB of actors, where a collected file may hold 8.
_MOST = 6 * 1024 * 1024


class Book:
    """The entities to be written, by id, and those the site has already, which stay as they are."""

    def __init__(self, site: Path, kind: Kind):
        """The book of a site's entities of one kind."""
        self._kind = kind
        self._site = site
        self._there = known(site, kind)
        self._rows: dict[str, int] = {}
        self._made: dict[str, dict[str, Value]] = {}

    @property
    def count(self) -> int:
        """How many were added."""
        return len(self._made)

    def refused(self, row: int, id_: str) -> Skipped | None:
        """Why no entity of this id can be added."""
        if not ID.match(id_):
            return Skipped(row, _no_id(id_, self._kind))
        if id_ in self._there:
            return Skipped(row, f"`{id_}` exists already, in {self._there[id_]}, and is left as it is")
        if id_ in self._rows:
            return Skipped(row, f"`{id_}` stands in row {self._rows[id_]} already")
        return None

    def add(self, row: int, id_: str, fields: dict[str, Value]) -> None:
        """Add an entity that is not refused."""
        self._rows[id_] = row
        self._made[id_] = fields

    def write(self, table: str) -> str:
        """Write them; where they stand now, in words."""
        if not self._made:
            return "nothing"
        together = f"content/{self._kind}.yaml"
        exists = (self._site / together).exists()
        text = "\n".join([f"# From {table}.", *yaml_writer.mapping(self._made), ""])
        if not exists and len(text.encode()) <= _MOST:
            write_new(self._site, together, text)
            return together
        for id_, fields in self._made.items():
            page = "\n".join(["---", *yaml_writer.mapping(fields), "---", ""])
            write_new(self._site, f"content/{self._kind}/{id_}.md", page)
        why = f"{together} exists" if exists else "they are too many for one file"
        return f"content/{self._kind}/, a file for each, since {why}"


def known(site: Path, kind: Kind) -> dict[str, str]:
    """The ids the site has, and the file of each. Raises AuthoringFault for a file that cannot be read."""
    found: dict[str, str] = {}
    readers = {f"content/{kind}.yaml": entries}
    if kind is Kind.SOURCE:
        readers[f"content/{kind}.json"] = csl.entries
    for path, read in readers.items():
        there, _ = read(path, _bytes(site, path))
        found |= {each.id: path for each in there}
    folder = site / "content" / kind
    if folder.is_dir():
        names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".md"))
        found |= {name.partition(".")[0]: f"content/{kind}/{name}" for name in names if name.count(".") == 1}
    return found


def _bytes(site: Path, path: str) -> bytes:
    try:
        return regular_files.read(site / path)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise AuthoringFault(f"{path} cannot be read: {error.strerror}") from error


def _no_id(text: str, kind: Kind) -> str:
    if not text:
        return f"there is no `id`; choose one for this {kind.noun}: small Latin letters, digits and hyphens"
    likely = likely_id(text)
    guess = f", such as `{likely}`" if likely else ""
    return f"`{text}` is not an id; choose one of small Latin letters, digits and hyphens{guess}"
