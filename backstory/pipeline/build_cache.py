"""What is remembered between builds, and in which shape: documents, diagnostics, manifests."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from backstory.diagnostics import Diagnostic, Related, Severity
from backstory.engine.codec import Adapter, Codec
from backstory.engine.stale import MadeFile
from backstory.engine.store import Store
from backstory.pipeline import located_json
from backstory.pipeline.request import Counts
from backstory.records import prose
from backstory.records.boundaries import Boundaries, Country
from backstory.records.document import BackingList, Document, Part
from backstory.values.keys import Key, Kind


@dataclass(frozen=True, slots=True)
class ChunkKeys:
    """How a file was cut when it was read: of each piece the key it is remembered by, and its first line."""

    pieces: tuple[tuple[str, int], ...]


def _outlines(area: Country) -> tuple[str, list[list[float]]]:
    """An area as plain JSON: one flat list of numbers a ring."""
    return area.id, [[number for point in ring for number in point] for ring in area.rings]


def _area(name: str, outlines: list[list[float]]) -> Country:
    return Country(name, tuple(tuple(zip(each[::2], each[1::2], strict=True)) for each in outlines))


_OUTLINES = Adapter(Country, _outlines, _area, plain=True)
_KEY = Adapter(Key, tuple, Key)


@lru_cache(maxsize=128)
def codec(lines: int = 0) -> Codec:
    """The codec of everything the store keeps. Every span it gives back stands `lines` further down its file."""
    records = (
        Related, Diagnostic, Counts, MadeFile, ChunkKeys, Part, Document, BackingList, Boundaries, prose.Markup,
        prose.Run, prose.Hole, prose.Open, prose.Close, prose.Cited, prose.Reference, prose.Heading, prose.Prose,
    )  # fmt: skip
    return Codec(
        records, (Severity, Kind, prose.Setting, prose.ReferenceKind), (_OUTLINES, _KEY, *located_json.adapters(lines))
    )


def decoded(blob: bytes | None, *, lines: int = 0) -> Any | None:
    """A remembered value, None where there is none or it is damaged; its spans stand `lines` further down."""
    try:
        return None if blob is None else codec(lines).decode(blob)
    except ValueError:
        return None


def part(blob: bytes | None, line: int) -> Part | None:
    """A remembered piece of a file that begins in line `line` now; None where it is to be read anew."""
    known = decoded(blob)
    if not isinstance(known, Part) or (known.line != line and not known.movable):
        return None
    return known if known.line == line else decoded(blob, lines=line - known.line)


def recalled(store: Store, name: str) -> Any | None:
    """A value kept under a name, or None."""
    text = store.get(name)
    return None if text is None else decoded(text.encode())


def keep(store: Store, name: str, value: object) -> None:
    """Keep a value under a name."""
    store.put(name, codec().encode(value).decode())


def manifest(store: Store, output: str) -> Mapping[str, MadeFile]:
    """What the last build made in an output folder, by file."""
    text = store.get("made " + output)
    if text is None:
        return {}
    return {file: MadeFile(cause, digest) for file, (cause, digest) in json.loads(text).items()}


def keep_manifest(store: Store, output: str, made: Mapping[str, MadeFile]) -> None:
    """Keep what this build made."""
    rows = {file: (each.cause, each.digest) for file, each in sorted(made.items())}
    store.put("made " + output, json.dumps(rows))
