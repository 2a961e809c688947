"""The stage `read` over a whole site: what is remembered is recalled, the rest is read in worker processes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from backstory.diagnostics import Diagnostic
from backstory.engine import fingerprint
from backstory.engine.store import Store
from backstory.engine.workers import Limits, Workers
from backstory.pipeline import picture_checks, read_cache
from backstory.pipeline.picture_checks import Checked
from backstory.pipeline.read_cache import Chunks
from backstory.pipeline.read_in_workers import Reader
from backstory.pipeline.request import Request
from backstory.reading import chunks
from backstory.reading.documents import Read
from backstory.records.boundaries import Boundaries, Country
from backstory.records.document import BackingList, Document
from backstory.records.snapshot import Snapshot
from backstory.schema.kind_fields import SiteFields

LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file as it was read: of which bytes, what it holds, and the digest of all of that but its prose."""

    digest: str
    read: Read
    facts: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Every source file as it was read, in order of path; `count` files were read anew. `pictures` are the copied
    files that were looked into."""

    files: Mapping[str, FileRead]
    count: int
    pictures: Checked = field(default_factory=dict)

    @property
    def documents(self) -> tuple[Document, ...]:
        """All documents of the site."""
        return tuple(entry for entry in self._entries() if isinstance(entry, Document))

    @property
    def lists(self) -> tuple[BackingList, ...]:
        """Its lists of backings."""
        return tuple(entry for entry in self._entries() if isinstance(entry, BackingList))

    @property
    def boundaries(self) -> tuple[Country, ...]:
        """The areas it draws itself."""
        return tuple(area for entry in self._entries() if isinstance(entry, Boundaries) for area in entry.areas)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with its files."""
        of_pictures = tuple(each for _, found in self.pictures.values() for each in found)
        return (*(each for file in self.files.values() for each in file.read[1]), *of_pictures)

    @property
    def facts(self) -> Mapping[str, str]:
        """The digest of what each file says but for its prose; of one that was read in chunks, of all of it."""
        return {path: file.facts for path, file in self.files.items()}

    def without_documents(self) -> Reading:
        """The same once its documents are knowledge, and would only take memory."""
        files = {}
        for path, file in self.files.items():
            entries, diagnostics = file.read
            kept = tuple(each for each in entries if isinstance(each, Boundaries))
            files[path] = FileRead(file.digest, (kept, diagnostics), file.facts)
        return replace(self, files=files)

    def _entries(self) -> Iterator[Document | BackingList | Boundaries]:
        for file in self.files.values():
            yield from file.read[0]


def read(request: Request, snapshot: Snapshot, site: SiteFields, store: Store) -> Reading:
    """Every source file as documents. Raises ChangedError for one that changes meanwhile."""
    salt = salt_of(site)
    keys = {path: fingerprint.joined(("read", salt, path, file.digest)) for path, file in snapshot.sources.items()}
    found, facts, cuts = _recalled(keys, store, site.languages[0])
    missing = [file for path, file in snapshot.sources.items() if path not in found]
    reader = Reader(request, site, salt, LIMITS)
    fresh = reader.read(missing, partial(store.some, "part"), lambda path, blob: store.put("file", keys[path], blob))
    found.update(fresh.found)
    facts.update(fresh.facts)
    cuts.update(fresh.cuts)
    store.put_all("chunks", {keys[path]: read_cache.encode_chunks(cut) for path, cut in fresh.cuts.items()})
    store.put_all("part", fresh.parts)
    for kind in ("file", "chunks"):
        store.keep_only(kind, keys.values())
    store.keep_only("part", [*(key for cut in cuts.values() for key, _ in cut), *fresh.parts])
    return replace(_reading(snapshot, found, facts, len(missing)), pictures=picture_checks.check(snapshot, store))


def read_again(
    request: Request, snapshot: Snapshot, site: SiteFields, last: Reading, workers: Workers[bytes | None]
) -> Reading:
    """As `read`, for a site of which the files that did not change since `last` are at hand.

    The settings that decide reading must be those of then.
    """
    held = {path: last.files[path] for path in snapshot.sources if path in last.files}
    missing = [file for path, file in snapshot.sources.items() if path not in held or held[path].digest != file.digest]
    fresh = Reader(request, site, salt_of(site), LIMITS, workers).read(missing, lambda _keys: {})
    for file in missing:
        facts = fresh.facts.get(file.path, file.digest)
        held[file.path] = FileRead(file.digest, fresh.found[file.path], facts)
    pictures = picture_checks.check_again(snapshot, last.pictures)
    return Reading({path: held[path] for path in sorted(held)}, len(missing), pictures)


def salt_of(site: SiteFields) -> str:
    """What decides reading beside the files."""
    return "|".join((*site.languages, site.trust))


def _reading(snapshot: Snapshot, found: Mapping[str, Read], facts: Mapping[str, str], count: int) -> Reading:
    return Reading(
        {
            path: FileRead(file.digest, found[path], facts.get(path, file.digest))
            for path, file in sorted(snapshot.sources.items())
        },
        count,
    )


def _recalled(
    keys: Mapping[str, str], store: Store, default: str
) -> tuple[dict[str, Read], dict[str, str], dict[str, Chunks]]:
    """The files that are remembered, their `facts`, and how those of them were cut that were read in chunks."""
    found: dict[str, Read] = {}
    facts: dict[str, str] = {}
    files = store.some("file", keys.values())
    cut = store.some("chunks", keys.values())
    cuts = {path: read_cache.decode_chunks(cut[key]) for path, key in keys.items() if key in cut}
    for path, key in keys.items():
        if key in files:
            found[path], facts[path] = read_cache.decode_file(files[key])
    blobs = store.some("part", (key for chunked in cuts.values() for key, _ in chunked))
    for path, chunked in cuts.items():
        parts = [read_cache.decode_part(blobs[key], line) for key, line in chunked if key in blobs]
        known = [part for part in parts if part is not None]
        whole = chunks.united(path, known, default) if len(known) == len(chunked) else None
        if whole is not None:
            found[path] = whole
    return found, facts, cuts
