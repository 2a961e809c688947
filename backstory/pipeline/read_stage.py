"""The stage `read` over a whole site: what is remembered is recalled, the rest is read in worker processes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from backstory.diagnostics import Diagnostic
from backstory.engine import fingerprint
from backstory.engine.store import Store
from backstory.engine.workers import Limits
from backstory.pipeline import build_cache
from backstory.pipeline.build_cache import ChunkKeys
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
class Reading:
    """All documents of the site, and its lists of backings, in order of path; `count` files were read anew.

    `boundaries` are the areas the site draws itself.
    """

    documents: tuple[Document, ...]
    lists: tuple[BackingList, ...]
    boundaries: tuple[Country, ...]
    diagnostics: tuple[Diagnostic, ...]
    count: int


def read(request: Request, snapshot: Snapshot, site: SiteFields, store: Store) -> Reading:
    """Every source file as documents, in its path's order. Raises ChangedError for one that changes meanwhile."""
    salt = "|".join((*site.languages, site.trust))
    keys = {path: fingerprint.joined(("read", salt, path, file.digest)) for path, file in snapshot.sources.items()}
    found, cuts = _recalled(keys, store, site.languages[0])
    missing = [file for path, file in snapshot.sources.items() if path not in found]
    fresh = Reader(request, site, salt, LIMITS).read(missing, store.recall)
    found.update(fresh.found)
    cuts.update(fresh.cuts)
    cut_anew = {keys[path]: build_cache.codec().encode(cut) for path, cut in fresh.cuts.items()}
    whole = {keys[path]: blob for path, blob in fresh.whole.items()}
    store.remember({**cut_anew, **whole, **fresh.parts})
    store.forget_but([*keys.values(), *_parts_of(cuts.values()), *fresh.parts])
    in_order = [found[path] for path in sorted(found)]
    entries = [entry for some, _ in in_order for entry in some]
    documents = tuple(entry for entry in entries if isinstance(entry, Document))
    lists = tuple(entry for entry in entries if isinstance(entry, BackingList))
    areas = tuple(area for entry in entries if isinstance(entry, Boundaries) for area in entry.areas)
    diagnostics = tuple(each for _, some in in_order for each in some)
    return Reading(documents, lists, areas, diagnostics, len(missing))


def _recalled(keys: Mapping[str, str], store: Store, default: str) -> tuple[dict[str, Read], dict[str, ChunkKeys]]:
    """The files that are remembered, and how those of them were cut that were read in pieces."""
    found: dict[str, Read] = {}
    cuts: dict[str, ChunkKeys] = {}
    remembered = store.recall(keys.values())
    for path, key in keys.items():
        value = build_cache.decoded(remembered.get(key))
        if isinstance(value, ChunkKeys):
            cuts[path] = value
        elif isinstance(value, tuple):
            found[path] = value
    remembered = store.recall(_parts_of(cuts.values()))
    for path, cut in cuts.items():
        parts = [build_cache.part(remembered.get(key), line) for key, line in cut.pieces]
        known = [part for part in parts if part is not None]
        whole = chunks.united(path, known, default) if len(known) == len(parts) else None
        if whole is not None:
            found[path] = whole
    return found, cuts


def _parts_of(cuts: Iterable[ChunkKeys]) -> list[str]:
    return [key for cut in cuts for key, _ in cut.pieces]
