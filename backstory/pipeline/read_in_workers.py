"""Files read anew, in worker processes: pages and short files whole, long collected ones in pieces."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from backstory.diagnostics import Diagnostic, Span, report
from backstory.engine import fingerprint
from backstory.engine.workers import Done, Limits, Stopped, Workers, mapped
from backstory.pipeline import read_cache
from backstory.pipeline.read_cache import Chunks
from backstory.pipeline.request import Request
from backstory.reading import ChangedError, chunks, content_paths, load
from backstory.reading.chunks import Chunk
from backstory.reading.documents import Read, documents, given_up
from backstory.reading.markdown_fields import Markdown, may_hold_prose
from backstory.records.document import Part
from backstory.records.snapshot import SiteFile
from backstory.schema.kind_fields import SiteFields

Recall = Callable[[Iterable[str]], Mapping[str, bytes]]
Keep = Callable[[str, bytes], None]
"""Keeps a file that was read whole, encoded, under its path."""


def _nowhere(_path: str, _blob: bytes) -> None:
    """Where nothing is remembered."""


# A worker makes trees of records, and the few cycles in them can wait.
_YOUNG = 50_000


@dataclass(frozen=True, slots=True)
class Fresh:
    """What was read, by path, and what of it may be remembered.

    `facts` are the digests of all of each file but its prose, for those read whole; `cuts` are those
    read in pieces, and `parts` their pieces, encoded, by key.
    """

    found: dict[str, Read] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    cuts: dict[str, Chunks] = field(default_factory=dict)
    parts: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Unit:
    """What a worker reads at once: a file, or a piece of it with its key and number."""

    file: SiteFile
    piece: Chunk | None = None
    key: str = ""
    number: int = 0


_Parts = dict[tuple[str, int], Part]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads files of a site; `salt` stands for all that decides reading beside the files. `workers` are kept ones."""

    request: Request
    site: SiteFields
    salt: str
    limits: Limits
    workers: Workers[bytes | None] | None = None

    def read(self, files: Sequence[SiteFile], recall: Recall, keep: Keep = _nowhere) -> Fresh:
        """The files' documents; pieces are recalled where they are remembered, and whole files kept as they come.

        Raises ChangedError for a file that is no longer what the snapshot says.
        """
        fresh = Fresh()
        cut = {file.path: units for file in files if (units := self._cut(file))}
        pieces_of_all = [unit for units in cut.values() for unit in units]
        parts = _recalled(pieces_of_all, recall)
        missing = [unit for unit in pieces_of_all if (unit.file.path, unit.number) not in parts]
        self._work([*(_Unit(file) for file in files if file.path not in cut), *missing], fresh, parts, keep)
        for path, units in cut.items():
            self._unite(path, units, fresh, parts)
        self._work([_Unit(file) for file in files if file.path not in fresh.found], fresh, parts, keep)
        return fresh

    def _cut(self, file: SiteFile) -> tuple[_Unit, ...]:
        """The pieces of a file, none for one that is read whole."""
        if file.stamp.size <= chunks.SIZE or not chunks.may_be_cut(file.path):
            return ()
        data = load(Path(self.request.site), file)
        return tuple(
            _Unit(file, piece, self._key(file.path, piece), number)
            for number, piece in enumerate(chunks.pieces(file.path, data))
        )

    def _key(self, path: str, piece: Chunk) -> str:
        return fingerprint.joined(("part", self.salt, path, fingerprint.digest(piece.text.encode())))

    def _unite(self, path: str, units: Sequence[_Unit], fresh: Fresh, parts: _Parts) -> None:
        made = [parts[path, unit.number] for unit in units if (path, unit.number) in parts]
        read = chunks.united(path, made, self.site.languages[0]) if len(made) == len(units) else None
        if read is not None:
            fresh.found[path] = read
            fresh.cuts[path] = tuple((unit.key, unit.piece.line) for unit in units if unit.piece is not None)

    def _work(self, units: Sequence[_Unit], fresh: Fresh, parts: _Parts, keep: Keep) -> None:
        """Read in worker processes. A piece that cannot be read by itself, or not within its limits, is left out."""
        trust_full = self.site.trust == "full"
        inputs = [(str(self.request.site), unit.file, unit.piece, self.site.languages, trust_full) for unit in units]
        sizes = [unit.file.stamp.size if unit.piece is None else len(unit.piece.text) for unit in units]
        prepare = _prepare_for_prose if any(map(_may_hold_prose, units)) else _prepare
        if self.workers is not None:
            answers = self.workers.map(inputs, sizes, jobs=self.request.jobs)
        else:
            answers = mapped(_read_one, inputs, sizes, jobs=self.request.jobs, limits=self.limits, prepare=prepare)
        for number, answer in enumerate(answers, 1):
            unit = units[answer.index]
            if unit.piece is None:
                self._take_file(unit.file.path, answer, fresh, keep)
            elif isinstance(answer, Done) and answer.value is not None:
                fresh.parts[unit.key] = answer.value
                if (part := read_cache.decode_part(answer.value)) is not None:
                    parts[unit.file.path, unit.number] = part
            self.request.progress("reading", number, len(units))

    def _take_file(self, path: str, answer: Done[bytes | None] | Stopped, fresh: Fresh, keep: Keep) -> None:
        if isinstance(answer, Stopped):
            fresh.found[path] = (given_up(path, self.site.languages), (_stopped(path, answer.reason),))
        elif answer.value is None:
            raise ChangedError(path)
        else:
            keep(path, answer.value)
            fresh.found[path], fresh.facts[path] = read_cache.decode_file(answer.value)


def kept_workers(limits: Limits) -> Workers[bytes | None]:
    """Workers that stay ready to read a file at once."""
    return Workers(_read_one, limits=limits, prepare=_prepare_for_prose)


def _recalled(units: Sequence[_Unit], recall: Recall) -> _Parts:
    remembered = recall(unit.key for unit in units)
    parts = {}
    for unit in units:
        blob = remembered.get(unit.key)
        if unit.piece is None or blob is None:
            continue
        if (part := read_cache.decode_part(blob, unit.piece.line)) is not None:
            parts[unit.file.path, unit.number] = part
    return parts


def _may_hold_prose(unit: _Unit) -> bool:
    if unit.file.path.endswith(".md"):
        return True
    return may_hold_prose(content_paths.collected(unit.file.path), unit.piece.text if unit.piece is not None else None)


def _prepare() -> None:
    # The parent looks for no cycles; a worker goes through many files, whose trees hold some.
    gc.enable()
    gc.freeze()
    gc.set_threshold(_YOUNG)


def _prepare_for_prose() -> None:
    """Import what reading Markdown takes, before its time is counted."""
    import backstory.reading.markdown  # noqa: F401

    _prepare()


def _read_one(
    site: str,
    file: SiteFile,
    piece: Chunk | None,
    languages: tuple[str, ...],
    trust_full: bool,  # noqa: FBT001
) -> bytes | None:
    """One file, in a worker, encoded; None where it changed since the folder was looked through.

    Or a piece of it; None where it cannot be read by itself.
    """
    if piece is not None:
        part = chunks.part(file.path, piece, languages[0], Markdown(trust_full=trust_full))
        return None if part is None else read_cache.encode_part(part)
    try:
        data = load(Path(site), file)
    except ChangedError:
        return None
    return read_cache.encode_file(documents(file.path, data, languages=languages, trust_full=trust_full))


def _stopped(path: str, reason: str) -> Diagnostic:
    code, cost = ("E031", "took too long to read") if reason == "time" else ("E032", "took too much memory to read")
    hint = "split the text into several pages, or look for a very long run of brackets, quotes or dashes"
    return report(code, f"this file {cost} and was given up", Span(path), hint=hint)
