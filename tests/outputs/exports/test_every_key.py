"""Every key of the schema is filled by a site, and exported: where its value changes, so do the files.

The keys are those of the schema itself: whoever adds one and does not export it is told here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product

import pytest

from backstory import assembling, config, linking
from backstory.diagnostics import Severity
from backstory.engine import store
from backstory.outputs.exports import TABLES, csv_file, jsonld
from backstory.pages.core.site import Options, Site
from backstory.pipeline.discovery import look
from backstory.pipeline.read_stage import Reading, read
from backstory.records.snapshot import Snapshot
from backstory.schema.kind_fields import SiteFields
from backstory.values.keys import Kind
from backstory.values.located import Text
from tests.outputs.exports import every_key
from tests.outputs.exports.every_key import Keys, Place
from tests.outputs.exports.test_every_value import AWKWARD
from tests.scenario import TODAY, site

SHAPES = [each.__name__ for each in every_key.SHAPES]
# How the site is run, which is no part of what it says.
SETTINGS: frozenset[Keys] = frozenset({("redirects",), ("draft",), ("nolink",), ("case_sensitive",)})
# What takes effect when the file is read, before a key can be changed here: `test_every_value` looks for it.
READ_BEFORE = {(shape, ("lang",)) for shape in SHAPES if shape != "SourceFields"} | {("TermFields", ("definition",))}
FILL = "keys of the schema that tests/outputs/exports/awkward.txt does not fill"
WORDS = ("Zzother", "elsewhere", "1999-09-09", "ru", "1", "7", "0", "true", "false")


@dataclass(frozen=True)
class Whole:
    """The site that fills every key, as it was read."""

    reading: Reading
    snapshot: Snapshot
    settings: SiteFields

    def exported(self) -> dict[str, bytes] | None:
        """The tables as one file, and the linked data; None where a value is refused."""
        documents, lists = self.reading.documents, self.reading.lists
        known, found = assembling.model(documents, lists, self.settings, today=TODAY, drafts=False, future=False)
        if any(each.severity is Severity.ERROR for each in found):
            return None
        links, _ = linking.link(known, files=self.snapshot.files)
        made = Site(known, links, self.snapshot, Options(base="https://example.org/"), served=frozenset(Kind))
        tables = b"".join(csv_file.written(make(made)) for make in TABLES.values())
        return {"the tables": tables, "the linked data": jsonld.written(made)}

    def values(self, shape: str, keys: Keys) -> Iterator[str | None]:
        """What a key may be changed to: None for nothing, a word of its own, any entity's id, a text of any type."""
        yield None
        yield from every_key.choices(shape, keys)
        yield from dict.fromkeys(each.key.id for each in self.reading.documents)
        yield from WORDS


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """The site, with grades shown."""
    folder = tmp_path_factory.mktemp("every")
    request = site(folder / "site", AWKWARD).request()
    with store.opened(folder / "store.sqlite", "tests") as memory:
        seen = look(request, memory)
        settings, _ = config.load(seen.settings)
        reading = read(request, seen.snapshot, settings, memory)
    return Whole(reading, seen.snapshot, settings.model_copy(update={"show_grades": True}))


@contextmanager
def changed(place: Place, value: str | None) -> Iterator[None]:
    """The key at a place with another value, or without one."""
    fields, key = place
    before = fields[key]
    if value is None:
        del fields[key]
    else:
        fields[key] = Text(value, fields.span)
    try:
        yield
    finally:
        fields[key] = before


@pytest.mark.parametrize("shape", SHAPES)
def test_every_key_is_filled(whole: Whole, shape: str) -> None:
    filled = every_key.filled(whole.reading.documents, whole.reading.lists)
    assert [keys for keys in every_key.leaves(shape) if (shape, keys) not in filled] == [], FILL


@pytest.mark.parametrize("shape", SHAPES)
def test_every_key_is_in_the_tables_and_in_the_linked_data(whole: Whole, shape: str) -> None:
    before = whole.exported()
    assert before is not None
    filled = every_key.filled(whole.reading.documents, whole.reading.lists)
    missing = {}
    for keys in set(every_key.leaves(shape)) - SETTINGS:
        left = set() if (shape, keys) in READ_BEFORE else set(before)
        for place, value in product(filled.get((shape, keys), ()), whole.values(shape, keys)):
            if not left:
                break
            with changed(place, value):
                after = whole.exported()
            left = {name for name in left if after is None or after[name] == before[name]}
        if left:
            missing[keys] = left
    assert missing == {}
