"""What is remembered of reading: documents, lists of backings and boundaries, file by file or chunk by chunk."""

from __future__ import annotations

from collections.abc import Mapping

from backstory.diagnostics import Diagnostic, Span
from backstory.engine import fingerprint
from backstory.pipeline.packed_fields import Packed, packed, unpacked, unpacked_fields
from backstory.reading.documents import Read
from backstory.records.boundaries import Boundaries
from backstory.records.document import BackingList, Document, Part
from backstory.records.prose import Prose
from backstory.values.keys import Key
from backstory.values.located import Fields, Items
from backstory.values.record import Decoder, Record, encode

_Texts = tuple[tuple[str, str, Prose], ...]
"""Texts with their field and language."""


class _Document(Record, frozen=True):
    """A `Document`; `broken` and the two before it are its flags."""

    key: Key
    lang: str
    path: str
    head: Span
    fields: Packed
    texts: _Texts
    translation: bool
    collected: bool
    broken: bool
    amiss: tuple[int, ...]


class _BackingList(Record, frozen=True):
    path: str
    head: Span
    items: tuple[Packed, ...]
    broken: bool
    amiss: tuple[int, ...]


class _File(Record, frozen=True):
    """All that is read of one file; `facts` is the digest of all of it but the prose and what is wrong."""

    facts: str
    documents: tuple[_Document, ...]
    lists: tuple[_BackingList, ...]
    boundaries: tuple[Boundaries, ...]
    diagnostics: tuple[Diagnostic, ...]


class _Part(Record, frozen=True):
    line: int
    value: Packed
    texts: tuple[tuple[str, _Texts], ...]
    diagnostics: tuple[Diagnostic, ...]
    nodes: int


Chunks = tuple[tuple[str, int], ...]
"""How a long file was cut when it was read: of each chunk the key it is remembered by, and its first line."""

_FILE: Decoder[_File] = Decoder(_File)
_PART: Decoder[_Part] = Decoder(_Part)
_CHUNKS: Decoder[Chunks] = Decoder(Chunks)


def encode_file(read: Read) -> bytes:
    """What was read of a file, to be remembered or sent to another process."""
    entries, diagnostics = read
    documents = tuple(_document(each) for each in entries if isinstance(each, Document))
    lists = tuple(_backing_list(each) for each in entries if isinstance(each, BackingList))
    boundaries = tuple(each for each in entries if isinstance(each, Boundaries))
    said = [
        (each.key, each.lang, each.head, each.fields, each.translation, each.broken, each.amiss) for each in documents
    ]
    facts = fingerprint.digest(encode((said, lists, boundaries)))
    return encode(_File(facts, documents, lists, boundaries, diagnostics))


def decode_file(blob: bytes) -> tuple[Read, str]:
    """What was read of a file, and its `facts`. Raises ValueError for data that `encode_file` did not make."""
    file = _FILE.decode(blob)
    entries: tuple[Document | BackingList | Boundaries, ...] = (
        *(
            Document(
                each.key, each.lang, each.path, each.head, unpacked_fields(each.fields), _prose(each.texts),
                each.translation, each.collected, each.broken, each.amiss,
            )
            for each in file.documents
        ),
        *(
            BackingList(each.path, each.head, tuple(map(unpacked_fields, each.items)), each.broken, each.amiss)
            for each in file.lists
        ),
        *file.boundaries,
    )  # fmt: skip
    return (entries, file.diagnostics), file.facts


def encode_part(part: Part) -> bytes:
    """What was read of a chunk of a long file."""
    texts = tuple((name, _texts(prose)) for name, prose in part.prose.items())
    return encode(_Part(part.line, packed(part.value), texts, part.diagnostics, part.nodes))


def decode_part(blob: bytes, line: int | None = None) -> Part | None:
    """The chunk again, as it stands where it begins in `line` now; None where it must be read anew.

    Raises ValueError for data that `encode_part` did not make.
    """
    known = _PART.decode(blob)
    moved = 0 if line is None else line - known.line
    prose = {name: _prose(texts) for name, texts in known.texts}
    value = unpacked(known.value, lines=moved)
    assert isinstance(value, Fields | Items)
    part = Part(known.line + moved, value, prose, known.diagnostics, known.nodes)
    return part if moved == 0 or part.movable else None


def encode_chunks(chunks: Chunks) -> bytes:
    """How a long file was cut."""
    return encode(chunks)


def decode_chunks(blob: bytes) -> Chunks:
    """How a long file was cut. Raises ValueError."""
    return _CHUNKS.decode(blob)


def _document(each: Document) -> _Document:
    return _Document(
        each.key, each.lang, each.path, each.head, packed(each.fields), _texts(each.prose),
        each.translation, each.collected, each.broken, each.amiss,
    )  # fmt: skip


def _backing_list(each: BackingList) -> _BackingList:
    return _BackingList(each.path, each.head, tuple(map(packed, each.items)), each.broken, each.amiss)


def _texts(prose: Mapping[tuple[str, str], Prose]) -> _Texts:
    return tuple((field, lang, text) for (field, lang), text in prose.items())


def _prose(texts: _Texts) -> dict[tuple[str, str], Prose]:
    return {(field, lang): text for field, lang, text in texts}
