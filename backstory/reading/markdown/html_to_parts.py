"""Sanitised HTML with marks in it cut into the parts of a prose: how a text with HTML of its author is written."""

from __future__ import annotations

import html
import re

from backstory.reading.markdown.atoms import PlacedText, WholeReference
from backstory.reading.markdown.block_tree import Piece
from backstory.reading.markdown.parse_state import ParseState
from backstory.reading.markdown.private_marks import MARK
from backstory.reading.markdown.prose_parts import HEADINGS, ProseParts
from backstory.reading.markdown.text_spans import Passage

_TOKEN = re.compile(r"<!--.*?-->|<(/?)([A-Za-z][A-Za-z0-9-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>|[^<]+|<", re.DOTALL)
_ATTRIBUTE = re.compile(r" (id|lang|href)=\"([^\"]*)\"")
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})


def parts_of_html(text: str, state: ParseState) -> ProseParts:
    """The parts of HTML that may be unbalanced, where its author is trusted."""
    cutter = _Cutter(state)
    for token in _TOKEN.finditer(text):
        if token[2]:
            tag = token[2].lower()
            written = f"<{token[1]}{tag}{token[3]}>" if tag in HEADINGS else token[0]
            if token[1]:
                cutter.end(tag, written)
            else:
                cutter.start(tag, token[3], MARK.sub("", written))
        elif token[0].startswith("<!--"):
            cutter.parts.write("", MARK.sub("", token[0]))
        else:
            cutter.text(token[0])
    return cutter.parts


class _Cutter:
    """Keeps the open elements, each with the reference that it links, and the place that the last mark told of."""

    def __init__(self, state: ParseState) -> None:
        self.state = state
        self.parts = ProseParts(state)
        self.open: list[tuple[str, int | None]] = []
        self.last = PlacedText("", Passage([Piece(0, 0, "")], state.places), 0)

    def start(self, tag: str, attributes: str, markup: str) -> None:
        """A tag that opens an element; an id that stands in the text already is taken out of it.

        An `<a>` that leads nowhere is a `<span>`, so that links may stand in it.
        """
        lang, anchor, reference = None, "", None
        for name, value in _ATTRIBUTE.findall(attributes):
            if name == "lang":
                lang = html.unescape(value)
            elif name == "id":
                anchor = html.unescape(value)
                if tag in HEADINGS or not self.parts.claim(anchor):
                    markup = markup.replace(f' id="{value}"', "", 1)
            elif MARK.fullmatch(value) and isinstance(held := self.state.marks.get(value), WholeReference):
                reference = held.reference
        if reference is not None:
            self.parts.start_link(reference, lang)
        elif tag in _VOID or attributes.endswith("/"):
            self.parts.write(tag, markup)
            return
        elif tag == "a" and not self.state.trusted:
            self.parts.start("span", f"<span{markup[2:]}", lang, anchor)
        else:
            self.parts.start(tag, markup, lang, anchor)
        self.open.append((tag, reference))

    def end(self, tag: str, markup: str) -> None:
        """A tag that closes an element and all that is open in it; one that closes none stays as it is."""
        if all(each != tag for each, _ in reversed(self.open)):
            self.parts.write(tag, markup)
            return
        while (last := self.open.pop())[0] != tag:
            self.parts.leave()
        if last[1] is not None:
            self.parts.end_link(last[1])
        elif tag == "a" and not self.state.trusted:
            self.parts.end("span", "</span>")
        else:
            self.parts.end(tag, markup)

    def text(self, text: str) -> None:
        """Text with marks in it, as it is written in HTML."""
        begins: int = 0
        place: tuple[Passage, int] | None = None
        for mark in MARK.finditer(text):
            held = self.state.marks.get(mark[0])
            if isinstance(held, PlacedText):
                place = place or _start(held, html.unescape(text[begins : mark.start()]))
                self.last = held
            else:
                self._run(text[begins : mark.start()], place)
                self.parts.atom(held)
                begins, place = mark.end(), None
        self._run(text[begins:], place)

    def _run(self, written: str, place: tuple[Passage, int] | None) -> None:
        """Text between atoms; of what has no mark, as blanks have none, is only known that it comes after the last."""
        passage, at = place or (self.last.passage, self.last.offset)
        if text := html.unescape(MARK.sub("", written)):
            self.parts.text(PlacedText(text, passage, at))


def _start(place: PlacedText, before: str) -> tuple[Passage, int]:
    """The passage and offset at which a text begins that has `before` before the words at `place`."""
    *lines, lead = before.split("\n")
    at = place.offset - len(lead)
    for _ in lines:
        at = place.passage.text.rfind("\n", 0, max(at, 0))
    return place.passage, max(at, 0)
