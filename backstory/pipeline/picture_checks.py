"""The files that are copied, each looked into once for its bytes: whether it is the picture that its name says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from backstory import regular_files
from backstory.diagnostics import Diagnostic
from backstory.engine.store import Store
from backstory.reading import ChangedError, load, pictures
from backstory.records.snapshot import SiteFile, Snapshot
from backstory.values.record import Decoder, encode

Checked = Mapping[str, tuple[str, tuple[Diagnostic, ...]]]
"""The digest of each file that was looked into, and what is wrong with it, by path."""
_KIND = "pictures"
_CHECKED: Decoder[dict[str, tuple[str, tuple[Diagnostic, ...]]]] = Decoder(
    dict[str, tuple[str, tuple[Diagnostic, ...]]]
)


def check(snapshot: Snapshot, store: Store) -> Checked:
    """What is wrong with each copied file, remembered in a store. Raises ChangedError."""
    blob = store.get(_KIND)
    known = {} if blob is None else _CHECKED.decode(blob)
    found = check_again(snapshot, known)
    if found != known:
        store.put(_KIND, "", encode(found))
    return found


def check_again(snapshot: Snapshot, known: Checked) -> Checked:
    """As `check`, where what is `known` stands for the bytes it was found in."""
    return {
        path: known[path] if path in known and known[path][0] == file.digest else (file.digest, _found(snapshot, file))
        for path, file in sorted(snapshot.files.items())
        if pictures.looked_into(path, file.stamp.size)
    }


def _found(snapshot: Snapshot, file: SiteFile) -> tuple[Diagnostic, ...]:
    root = Path(snapshot.root)
    if pictures.whole(file.path):
        return pictures.faults(file.path, load(root, file))
    try:
        return pictures.faults(file.path, regular_files.head(root / file.path, pictures.HEAD))
    except OSError as error:
        raise ChangedError(file.path) from error
