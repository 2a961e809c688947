"""What is remembered of a build as a whole: stamps, manifests, outcomes. A build with nothing to do loads no more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from backstory.diagnostics import Diagnostic
from backstory.engine.stale import MadeFile
from backstory.engine.store import Store
from backstory.pipeline.request import Counts
from backstory.records.snapshot import Stamps
from backstory.values.record import Decoder, Record, encode

T = TypeVar("T")


class Last(Record, frozen=True):
    """How a build ended: its cause, whether it published, what it found, and its numbers."""

    cause: str
    published: bool
    diagnostics: tuple[Diagnostic, ...]
    counts: Counts


_STAMPS: Decoder[Stamps] = Decoder(Stamps)
_MANIFEST: Decoder[dict[str, MadeFile]] = Decoder(dict[str, MadeFile])
_LAST: Decoder[Last] = Decoder(Last)


def stamps(store: Store, folder: str = "") -> Stamps:
    """The stamps of the last look at an output folder, or through the site's own; none where there was no look."""
    return _recalled(store, "stamps", folder, _STAMPS) or Stamps()


def keep_stamps(store: Store, found: Stamps, folder: str = "") -> None:
    """Keep the stamps of this look."""
    store.put("stamps", folder, encode(found))


def manifest(store: Store, output: str) -> Mapping[str, MadeFile]:
    """What the last build made in an output folder, by file."""
    return _recalled(store, "made", output, _MANIFEST) or {}


def keep_manifest(store: Store, output: str, made: Mapping[str, MadeFile]) -> None:
    """Keep what this build made."""
    store.put("made", output, encode(made))


def last(store: Store, output: str) -> Last | None:
    """How the last build into an output folder ended."""
    return _recalled(store, "last", output, _LAST)


def keep_last(store: Store, output: str, ended: Last) -> None:
    """Keep how a build ended."""
    store.put("last", output, encode(ended))


def _recalled(store: Store, kind: str, key: str, decoder: Decoder[T]) -> T | None:
    blob = store.get(kind, key)
    return None if blob is None else decoder.decode(blob)
