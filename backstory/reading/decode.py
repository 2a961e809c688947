"""Bytes to text: UTF-8, one kind of line end, no character that would break a page; what is else is named."""

from __future__ import annotations

import codecs
import re

from backstory.diagnostics import Diagnostic, Span, report
from backstory.reading import merge_markers

PAGE = 1024 * 1024
COLLECTED = 8 * 1024 * 1024
LINE = 100_000
_SHOWN = 20

_REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe-\U000dffff\U000efffe-\U0010ffff]"
)
_BREAKS = frozenset("\x85\u2028\u2029")
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "UTF-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "UTF-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "UTF-16", "utf-16"),
)
_ARABIC = re.compile(b"[\xc7\xe1\xed\xe3\xe4]")
_CYRILLIC = re.compile(b"[\xee\xe5\xe0\xe8\xed\xf2]")


def decode(
    data: bytes, path: str, *, limit: int = PAGE, longest: int = LINE
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of a file, with LF at the end of its lines, and what is wrong with it; None for too much of it.

    `limit` counts bytes of the file, `longest` characters of a line. A file in another encoding is reported, then
    read by the likeliest one, so that its other mistakes show too. Refused characters become spaces (private ones
    U+FFFD), one for one: places stay right. A file with a conflict that git left is not read.
    """
    if len(data) > limit:
        size = f"{len(data) / 1024 / 1024:.1f} MB"
        message = f"this file is too large to be read: {size}, where {limit // 1024 // 1024} MB is the limit"
        hint = "split it; images and other downloads belong in content/static/"
        return None, (report("E005", message, Span(path), hint=hint),)
    text, found = _decoded(data, path)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text, more = _cleaned(text, path)
    unreadable = (
        *merge_markers.conflicts(text, path),
        *(_long_lines(text, path, longest) if len(text) > longest else ()),
    )
    return (None if unreadable else text), (*found, *more, *unreadable)


def _decoded(data: bytes, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    for mark, name, codec in _MARKS:
        if data.startswith(mark):
            return _otherwise(data, path, name, codec)
    if (guess := _unmarked_utf16(data)) is not None:
        return _otherwise(data, path, "UTF-16", guess)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _foreign(data, path, error.start)


def _otherwise(data: bytes, path: str, name: str, codec: str) -> tuple[str, tuple[Diagnostic, ...]]:
    message = f"this file is saved as {name}, and only UTF-8 is read"
    hint = "save it again with the encoding UTF-8"
    return data.decode(codec, "replace"), (report("E003", message, Span(path), hint=hint),)


def _unmarked_utf16(data: bytes) -> str | None:
    """The codec of UTF-16 without its mark: every other byte of Latin text is zero."""
    head = data[:512]
    if len(head) < 4 or head.count(0) * 3 < len(head):
        return None
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _foreign(data: bytes, path: str, start: int) -> tuple[str, tuple[Diagnostic, ...]]:
    codec = _guess(data)
    before = data[:start].decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    first = min((at for at in map(before.rfind, " \n\t") if at >= 0), default=-1)
    first = max(before.rfind(" "), before.rfind("\n"), first)
    word = (before[first + 1 :] + data[start : start + 40].decode(codec, "replace")).split()
    shown = f"; as Windows-{codec[2:]} it reads `{word[0]}`" if word else ""
    message = f"the byte {data[start]:02X} here is not UTF-8{shown}"
    hint = f"the file seems to be saved as Windows-{codec[2:]}: save it again with the encoding UTF-8"
    span = Span(path, line, column, line, column + 1)
    return data.decode(codec, "replace"), (report("E002", message, span, hint=hint),)


def _guess(data: bytes) -> str:
    """Western letters stand alone among ASCII; whole words above it are Arabic or Cyrillic, told by their vowels."""
    high = re.findall(b"[\x80-\xff]+", data)
    if sum(len(run) > 2 for run in high) * 2 < len(high):
        return "cp1252"
    joined = b"".join(high)
    return "cp1256" if len(_ARABIC.findall(joined)) >= len(_CYRILLIC.findall(joined)) else "cp1251"


def _cleaned(text: str, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    if not _REFUSED.search(text):
        return text, ()
    found: list[Diagnostic] = []
    for number, line in enumerate(text.split("\n"), start=1):
        for hit in _REFUSED.finditer(line):
            if len(found) < _SHOWN:
                found.append(_refusal(hit[0], Span(path, number, hit.start() + 1, number, hit.end() + 1)))
    return _REFUSED.sub(lambda hit: "\ufffd" if _private(hit[0]) else " ", text), tuple(found)


def _private(character: str) -> bool:
    return "\ue000" <= character <= "\uf8ff" or character >= "\U000f0000"


def _refusal(character: str, span: Span) -> Diagnostic:
    name = f"U+{ord(character):04X}"
    if character in _BREAKS:
        message = f"here stands {name}, a line break that most programs do not show"
        return report("W002", message, span, hint="press Enter here, or take it out; a space is read in its place")
    if _private(character):
        message = f"{name} is a private character: no font or reader agrees on what it is"
        return report("E007", message, span, hint="take it out, or type the sign that was meant")
    kind = "a zero byte" if character == "\0" else "a control character"
    return report("E004", f"here stands {name}, {kind}", span, hint="take it out; it often comes with pasted text")


def _long_lines(text: str, path: str, longest: int) -> list[Diagnostic]:
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > longest:
            message = f"this line has {len(line):,} characters; {longest:,} is the most that is read"
            hint = "break it; data and embedded images belong in files of their own"
            found.append(report("E006", message, Span(path, number), hint=hint))
    return found
