"""The stage `read` over a whole site: what is remembered is recalled, the rest is read in worker processes."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from backstory.diagnostics import Diagnostic, Span, report
from backstory.engine import fingerprint
from backstory.engine.store import Store
from backstory.engine.workers import Limits, Stopped, mapped
from backstory.model.document import BackingList, Document
from backstory.model.schema.kinds import SiteFields
from backstory.model.snapshot import SiteFile, Snapshot
from backstory.pipeline import memory
from backstory.pipeline.request import Request
from backstory.reading import ChangedError, load
from backstory.reading.read import documents, given_up

Entry = Document | BackingList
Read = tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]
LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Reading:
    """All documents of the site, and its lists of backings, in order of path; `count` files were read anew."""

    documents: tuple[Document, ...]
    lists: tuple[BackingList, ...]
    diagnostics: tuple[Diagnostic, ...]
    count: int


def read(request: Request, snapshot: Snapshot, site: SiteFields, store: Store) -> Reading:
    """Every source file as documents, in its path's order. Raises ChangedError for one that changes meanwhile."""
    salt = "|".join((*site.languages, site.trust))
    keys = {path: fingerprint.joined(("read", salt, path, file.digest)) for path, file in snapshot.sources.items()}
    remembered = store.recall(keys.values())
    found = _recalled(keys, remembered)
    missing = [file for path, file in snapshot.sources.items() if path not in found]
    fresh, results = _worked(request, missing, site)
    store.remember({keys[path]: blob for path, blob in results.items()})
    store.forget_but(keys.values())
    found.update(fresh)
    in_order = [found[path] for path in sorted(found)]
    entries = [entry for some, _ in in_order for entry in some]
    documents = tuple(entry for entry in entries if isinstance(entry, Document))
    lists = tuple(entry for entry in entries if isinstance(entry, BackingList))
    diagnostics = tuple(each for _, some in in_order for each in some)
    return Reading(documents, lists, diagnostics, len(missing))


def _recalled(keys: Mapping[str, str], remembered: Mapping[str, bytes]) -> dict[str, Read]:
    found = {}
    for path, key in keys.items():
        blob = remembered.get(key)
        if blob is None:
            continue
        try:
            found[path] = memory.codec().decode(blob)
        except ValueError:
            continue
    return found


def _worked(request: Request, files: list[SiteFile], site: SiteFields) -> tuple[dict[str, Read], dict[str, bytes]]:
    """The files read anew: the results, and those of them that may be remembered, encoded."""
    inputs = [(str(request.site), file, site.languages, site.trust == "full") for file in files]
    sizes = [file.stamp.size for file in files]
    found: dict[str, Read] = {}
    blobs: dict[str, bytes] = {}
    answers = mapped(_read_one, inputs, sizes, jobs=request.jobs, limits=LIMITS, prepare=_prepare)
    for number, answer in enumerate(answers, 1):
        file = files[answer.index]
        if isinstance(answer, Stopped):
            found[file.path] = (given_up(file.path, site.languages), (_stopped(file.path, answer.reason),))
        elif answer.value is None:
            raise ChangedError(file.path)
        else:
            blobs[file.path] = answer.value
            found[file.path] = memory.codec().decode(answer.value)
        request.progress("reading", number, len(files))
    return found, blobs


def _prepare() -> None:
    """Import what reading takes, before its time is counted."""
    import backstory.reading.prose  # noqa: F401

    # The parent looks for no cycles; a worker goes through many files, whose trees hold some.
    gc.enable()
    gc.freeze()


def _read_one(site: str, file: SiteFile, languages: tuple[str, ...], trust_full: bool) -> bytes | None:  # noqa: FBT001
    """One file, in a worker, encoded; None where it changed since the folder was looked through."""
    try:
        data = load(Path(site), file)
    except ChangedError:
        return None
    return memory.codec().encode(documents(file.path, data, languages=languages, trust_full=trust_full))


def _stopped(path: str, reason: str) -> Diagnostic:
    code, cost = ("E031", "took too long to read") if reason == "time" else ("E032", "took too much memory to read")
    hint = "split the text into several pages, or look for a very long run of brackets, quotes or dashes"
    return report(code, f"this file {cost} and was given up", Span(path), hint=hint)
