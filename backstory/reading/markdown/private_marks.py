"""Private characters that stand in a text for what Python-Markdown must not see, and what they stand for.

Content cannot hold such characters (reading a file refuses them), so a mark is never mistaken for an author's text.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from backstory.records.prose import Setting

OPEN, CLOSE = "\ue000", "\ue001"
"""Around the text of a link, an emphasis or a deletion; each is followed by the mark of its `Pair`."""
ITEM = "\ue002"
"""Begins a list item; the mark of its `Item` follows."""
BLOCK = "\ue003"
"""Begins a paragraph that is none: the mark after it stands for a whole block."""
SEPARATOR = "\ue004"
"""A paragraph that keeps two lists or two quotations apart and disappears."""
BARE = "\ue005"
"""The name of an element that disappears and leaves its content."""

_LITERAL = 0xE100
_ATOM = 0xF0000
_LINE = 0x100000
MOST = 60_000

FOREIGN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff\U000f0000-\U0010ffff]")
"""What no text may hold: marks, and characters that HTML and Python-Markdown keep for themselves."""
_ANY = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_EARLY = re.compile("[\ue100-\ue17f\U000f0000-\U000ffffd]")


@dataclass(frozen=True, slots=True)
class Raw:
    """An author's own HTML, still to be sanitised."""

    html: str


@dataclass(frozen=True, slots=True)
class Own:
    """Markup of ours around a text; it is put in after sanitising, so no author can imitate it."""

    opening: str
    text: str = ""
    closing: str = ""
    setting: Setting = Setting.PROSE
    optout: bool = False
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Whole:
    """A reference that is replaced as a whole, with the words that stand for it where only text can stand."""

    reference: int
    words: str
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """An element with text in it: emphasis, or a link, which has a reference."""

    tag: str
    reference: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A list item: whether its paragraphs are kept, its box, the number its list starts with, the footnote it is."""

    loose: bool
    checked: bool | None = None
    start: int | None = None
    note: int | None = None


@dataclass(frozen=True, slots=True)
class Callout:
    """The first paragraph of a quotation that is an alert, by its kind."""

    kind: str


Atom = Raw | Own | Whole | Pair | Item | Callout


class TooMany(Exception):
    """A text holds more markup than there are marks."""


@dataclass(slots=True)
class Atoms:
    """What the marks of one text stand for."""

    held: list[Atom] = field(default_factory=list)
    backs: dict[int, list[str]] = field(default_factory=dict)

    def add(self, atom: Atom) -> str:
        """A mark for `atom`; TooMany when there is none left."""
        if len(self.held) >= MOST:
            raise TooMany
        self.held.append(atom)
        return chr(_ATOM + len(self.held) - 1)

    def get(self, mark: str) -> Atom:
        """What `mark` stands for."""
        return self.held[ord(mark) - _ATOM]

    def expanded(self, text: str) -> str:
        """HTML with escaped characters and the authors' own HTML put back; what is ours keeps its marks."""
        return _EARLY.sub(self._early, text)

    def plain(self, text: str) -> str:
        """Text as it reads where no markup can stand."""
        return _ANY.sub(self._words, text) if _ANY.search(text) else text

    def _early(self, found: re.Match[str]) -> str:
        code = ord(found[0])
        if code < _ATOM:
            return html.escape(chr(code - _LITERAL))
        atom = self.held[code - _ATOM]
        return atom.html if isinstance(atom, Raw) else found[0]

    def _words(self, found: re.Match[str]) -> str:
        code = ord(found[0])
        if _LITERAL <= code < _LITERAL + 0x80:
            return chr(code - _LITERAL)
        if not _ATOM <= code < _LINE:
            return ""
        atom = self.held[code - _ATOM]
        if isinstance(atom, Own):
            return atom.text
        return atom.words if isinstance(atom, Whole) else ""


def literal(text: str) -> str:
    """Text of which no character means anything to Markdown or HTML."""
    return "".join(chr(_LITERAL + ord(char)) if ord(char) < 0x80 else char for char in text)


def line(row: int) -> str:
    """The mark at the start of a line of text: it says which, and keeps the line from looking like a block."""
    return chr(_LINE + min(row, MOST))


def row_of(mark: str) -> int:
    """The line a line's mark says."""
    return ord(mark) - _LINE


def is_atom(mark: str) -> bool:
    """Whether a character is the mark of an atom."""
    return _ATOM <= ord(mark) < _LINE
