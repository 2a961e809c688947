"""What stands in a text as one thing, and text that knows where it is written: the leaves of Python-Markdown's tree."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from backstory.reading.markdown.text_spans import Passage
from backstory.records.prose import Setting
from backstory.values.record import Record


class PlacedText(AtomicString):
    """Text that is written at `offset` of `passage`, perhaps with escapes or delimiters that are not shown."""

    __slots__ = ("offset", "passage")
    passage: Passage
    offset: int

    def __new__(cls, text: str, passage: Passage, offset: int) -> PlacedText:
        """`text` as it reads."""
        placed = super().__new__(cls, text)
        placed.passage, placed.offset = passage, offset
        return placed

    def lines(self) -> Iterator[tuple[str, int]]:
        """Each line of the text, and the offset at which it begins in the passage."""
        at, written = self.offset, self.passage.text
        for line in self.split("\n"):
            yield line, at
            at = written.find("\n", at) + 1 or len(written)


class RawHtml(Record, frozen=True):
    """An author's own HTML, still to be sanitised."""

    html: str

    def __str__(self) -> str:
        return ""


class OurHtml(Record, frozen=True):
    """Markup of ours around a text; it is put in after sanitising, so no author can imitate it.

    `anchor` is its id; `block` says that what comes before and after it are blocks of their own.
    """

    opening: str = ""
    text: PlacedText | None = None
    closing: str = ""
    setting: Setting = Setting.PROSE
    optout: bool = False
    block: bool = False
    anchor: str = ""

    def __str__(self) -> str:
        return self.text or ""


class WholeReference(Record, frozen=True):
    """A reference that is replaced as a whole, with the words that stand for it where only text can stand."""

    reference: int
    words: str

    def __str__(self) -> str:
        return self.words


Atom = RawHtml | OurHtml | WholeReference
"""What no rule of Markdown looks into; as a string, the words by which it reads."""


class BareElement(Element):
    """An element without a tag: Python-Markdown writes only what is in it, or it stands for an atom."""

    def __init__(self, atom: Atom | None = None) -> None:
        """An empty element."""
        super().__init__(None)  # type: ignore[arg-type] # Python-Markdown's "no tag"
        self.atom = atom
