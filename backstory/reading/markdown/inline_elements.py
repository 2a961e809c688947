"""A passage put into an element of Python-Markdown's tree, as text that knows its place and as elements."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from backstory.reading.markdown import addresses, inlines, unread_marks
from backstory.reading.markdown.atoms import BareElement, PlacedText
from backstory.reading.markdown.emphasis import DelimiterRun
from backstory.reading.markdown.inline_scan import BareAddress, LinkEdge, Piece
from backstory.reading.markdown.parse_state import ParseState
from backstory.reading.markdown.text_spans import Passage
from backstory.records.prose import ReferenceKind


def fill(element: Element, passage: Passage, state: ParseState, *, cell: bool = False, heading: bool = False) -> None:
    """Reads a passage, of a table's cell or a heading or neither, and puts it into an empty element.

    A link is an `a` with the number of its reference as `href`. In a heading line ends are spaces.
    """
    if inlines.is_plain(passage.text):
        unread_marks.tell(passage, state)
        element.text = PlacedText(passage.text.rstrip(" \t"), passage, 0)
        return
    scan = inlines.read(passage, state, cell=cell)
    unread_marks.tell(passage, state, scan)
    unread_marks.tell_unpaired(scan)
    writer = _Writer(element, passage, state, heading=heading)
    for piece, at in zip(scan.pieces, scan.offsets, strict=True):
        writer.put(piece, at)
    writer.flush()


class _Writer:
    """Keeps the open elements, the text since the last tag and where that begins."""

    __slots__ = ("at", "heading", "last", "passage", "stack", "state", "top", "words")

    def __init__(self, element: Element, passage: Passage, state: ParseState, *, heading: bool) -> None:
        self.top, self.passage, self.state, self.heading = element, passage, state, heading
        self.stack: list[Element] = []
        self.last: Element | None = None
        self.words: list[str] = []
        self.at = 0

    def put(self, piece: Piece, at: int) -> None:
        """Puts in a piece that begins at the offset `at`."""
        if isinstance(piece, str):
            if not self.words:
                self.at = at
            self.words.append(piece)
        elif isinstance(piece, DelimiterRun):
            for _ in piece.closes:
                self._close()
            if piece.count:
                self.put(str(piece), at + sum(piece.closes))
            for tag in piece.opens:
                self._open(tag)
        elif isinstance(piece, LinkEdge):
            self._link(piece.reference)
        elif isinstance(piece, BareAddress):
            span = self.passage.span(piece.start, piece.start + len(piece.shown))
            number = addresses.reference(ReferenceKind.LINK, piece.address, (span, span), self.state)
            self._link(number)
            self.put(piece.shown, at)
            self._link(None)
        else:
            self.flush()
            self.last = BareElement(piece)
            self.top.append(self.last)

    def flush(self) -> None:
        """Puts in the text that waits."""
        text = "".join(self.words)
        self.words.clear()
        if self.heading and "\n" in text:
            self.at += len(text) - len(text.lstrip())
            text = text.replace("\n", " ")
        if not text:
            return
        placed = PlacedText(text, self.passage, self.at)
        if self.last is None:
            self.top.text = placed
        else:
            self.last.tail = placed

    def _open(self, tag: str) -> None:
        self.flush()
        self.stack.append(self.top)
        self.top, self.last = SubElement(self.top, tag), None

    def _close(self) -> None:
        self.flush()
        self.last, self.top = self.top, self.stack.pop()

    def _link(self, reference: int | None) -> None:
        """Begins a link, or ends one, without a reference."""
        if reference is None:
            self._close()
        else:
            self._open("a")
            self.top.set("href", str(reference))
