"""A long collected file in pieces of some entries each, read apart from each other and united.

This gives what reading the file whole gives, or nothing. A piece ends before a line that begins an entry at the left
edge. There YAML is where it was when the text began, with but the one list or mapping open that holds all entries,
unless a quote or bracket is still open: then the piece before it cannot be read by itself. Whatever is wrong with a
piece, the file is read whole, for what one mistake does to other lines shows only there.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from backstory.diagnostics import Diagnostic, Severity, Span, ordered
from backstory.reading import collected, content_paths
from backstory.reading.decode import COLLECTED, decode
from backstory.reading.markdown_fields import ProseReader, Texts, language, texts
from backstory.records.document import BackingList, Document, Part
from backstory.values.keys import Key, Kind
from backstory.values.located import Fields, Items, Located, Text
from backstory.values.record import Record
from backstory.yamltext import COLLECTED as LIMITS
from backstory.yamltext import load, without_empty

SIZE = 32 * 1024
_LARGEST = 4
_FIRST = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*(?:(?P<entry>[A-Za-z0-9][\w-]*:(?=[ \n]))|(?P<item>- (?=\S)))", re.ASCII)
_ENTRY = re.compile(r"^[A-Za-z0-9][\w-]*:(?=[ \n])", re.ASCII | re.MULTILINE)
_ITEM = re.compile(r"^- (?=\S)", re.MULTILINE)
# Lines that begin or end a YAML document, and keys after a question mark, whose absent value stands at what follows.
_BARRED = re.compile(r"^(?:---|\.\.\.|[ \t-]*\?(?:\s|\Z))", re.MULTILINE)


class Chunk(Record, frozen=True):
    """Some entries: their lines as one text, and the number of the first."""

    line: int
    text: str


def may_be_cut(path: str) -> bool:
    """Whether a file is one of those that are read in pieces where they are long."""
    return content_paths.collected(path) is not None or content_paths.of_backings(path)


def pieces(path: str, data: bytes, *, size: int = SIZE) -> tuple[Chunk, ...]:
    """The pieces of a file, of at least `size` characters but for the last; none where it is to be read whole.

    What an entry says decides whether a piece begins with it, so that an edit changes the piece it is in, and seldom
    the next.
    """
    if len(data) <= size or not may_be_cut(path):
        return ()
    text, found = decode(data, path, limit=COLLECTED, longest=COLLECTED)
    if text is None or found or len(text) > LIMITS.size or _BARRED.search(text):
        return ()
    first = _FIRST.match(text)
    if first is None:
        return ()
    cuts = list(_cuts(text, _ENTRY if first["entry"] else _ITEM, size))
    return tuple(_cut_out(text, cuts)) if cuts else ()


def _cuts(text: str, begins: re.Pattern[str], size: int) -> Iterator[int]:
    """Where pieces but the first begin: behind `size` characters, at one entry in so many as make up half of that."""
    starts = [found.start() for found in begins.finditer(text)]
    last = 0
    for start, end in pairwise([*starts[1:], len(text)]):
        length = start - last
        chosen = length >= size and zlib.crc32(text[start:end].encode()) * size < (end - start) << 33
        if chosen or length > size * _LARGEST:
            yield start
            last = start


def _cut_out(text: str, cuts: Sequence[int]) -> Iterator[Chunk]:
    line = 1
    for start, end in zip([0, *cuts], [*(cut - 1 for cut in cuts), len(text)], strict=True):
        piece = text[start:end]
        yield Chunk(line, piece)
        line += piece.count("\n") + 1


def part(path: str, piece: Chunk, default: str, reader: ProseReader) -> Part | None:
    """What a piece of the file at `path` says; None where only the whole file can tell."""
    loaded = load(piece.text, path, line=piece.line, limits=LIMITS)
    if loaded.broken or _wrong(loaded.diagnostics):
        return None
    kind = content_paths.collected(path)
    made = _items(loaded.value) if kind is None else _entries(loaded.value, kind, default, reader)
    if loaded.value is None or made is None:
        return None
    value, prose, found = made
    return Part(piece.line, value, prose, ordered((*loaded.diagnostics, *found)), _nodes(loaded.value))


def _wrong(found: Sequence[Diagnostic]) -> bool:
    return any(each.severity is Severity.ERROR for each in found)


_Made = tuple[Fields | Items, Mapping[str, Texts], list[Diagnostic]]


def _items(value: Located | None) -> _Made | None:
    if not isinstance(value, Items):
        return None
    records = []
    found: list[Diagnostic] = []
    for each in value:
        if not isinstance(each, Fields):
            return None
        record, notes = without_empty(each)
        records.append(record)
        found += notes
    return Items(records, value.span), {}, found


def _entries(value: Located | None, kind: Kind, default: str, reader: ProseReader) -> _Made | None:
    if not isinstance(value, Fields):
        return None
    entries, found = collected.of_fields(value)
    if _wrong(found):
        return None
    prose = {}
    said = list(found)
    for entry in entries:
        made, slips = texts(entry.fields, kind, language(entry.fields, kind, default), reader)
        said += slips
        if made:
            prose[entry.id] = made
    return Fields({entry.id: entry.fields for entry in entries}, value.span, value.keys_at), prose, said


def _nodes(value: Located) -> int:
    if isinstance(value, Text):
        return 1
    own = 1 + len(value) if isinstance(value, Items) else 1 + 2 * len(value)
    return own + sum(_nodes(each) - 1 for each in _children(value) if not isinstance(each, Text))


def _children(value: Fields | Items) -> Iterable[Located]:
    return value if isinstance(value, Items) else value.values()


def united(
    path: str, parts: Sequence[Part], default: str
) -> tuple[tuple[Document | BackingList, ...], tuple[Diagnostic, ...]] | None:
    """What the whole file says by all its parts; None where only reading it whole can tell."""
    if sum(each.nodes for each in parts) > LIMITS.nodes:
        return None
    found = ordered(each for some in parts for each in some.diagnostics)
    kind = content_paths.collected(path)
    if kind is None:
        items = tuple(each for some in parts for each in some.value if isinstance(each, Fields))
        return (BackingList(path, Span(path), items),), found
    made = tuple(each for some in parts for each in _documents(path, kind, some, default))
    return (made, found) if len({each.key.id for each in made}) == len(made) else None


def _documents(path: str, kind: Kind, some: Part, default: str) -> Iterator[Document]:
    if not isinstance(some.value, Fields):
        return
    heads = some.value.keys_at
    for id_, fields in some.value.items():
        if isinstance(fields, Fields):
            prose = some.prose.get(id_, {})
            lang = language(fields, kind, default)
            yield Document(Key(kind, id_), lang, path, heads[id_], fields, prose, collected=True)
