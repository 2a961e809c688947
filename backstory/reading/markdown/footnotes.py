"""Footnotes: a treeprocessor of Python-Markdown that puts those that are used at the end, with the ways back."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from backstory.diagnostics import Related
from backstory.language.wording import phrase
from backstory.reading.markdown.atoms import BareElement, OurHtml
from backstory.reading.markdown.block_parser import ProseBlockParser
from backstory.reading.markdown.block_tree import FootnoteBlock
from backstory.reading.markdown.definitions import folded
from backstory.reading.markdown.parse_state import ParseState


class Footnotes(Treeprocessor):
    """Builds the notes of the text that a block parser read."""

    def __init__(self, md: Markdown, parser: ProseBlockParser) -> None:
        """Takes the notes, and what they hold, from `parser`."""
        super().__init__(md)
        self.parser = parser

    def run(self, root: Element) -> None:
        """Puts the notes into the tree in order of their first use; a note may use others, which then follow."""
        state = self.parser.parse_state
        known = _known(self.parser.notes, state)
        if state.uses:
            section = SubElement(root, "section", {"class": "footnotes"})
            title = f'<h2 class="footnotes-title">{phrase("text.footnotes", state.lang)}</h2>'
            section.append(BareElement(OurHtml(title, block=True)))
            self._build_notes(SubElement(section, "ol"), known)
        for key, note in known.items():
            if key not in state.uses:
                hint = f"write `[^{note.label}]` where it belongs"
                span = state.places.piece(note.at)
                state.tell("W350", f"the footnote `{note.label}` is never used", span, hint=hint)

    def _build_notes(self, notes: Element, known: dict[str, FootnoteBlock]) -> None:
        state = self.parser.parse_state
        while len(notes) < len(state.uses):
            for key, uses in list(state.uses.items())[len(notes) :]:
                self.parser.build(SubElement(notes, "li", {"id": uses.anchor}), known[key].block)
        for element, uses in zip(notes, state.uses.values(), strict=True):
            _add_ways_back(element, uses.anchors, phrase("ui.back-to-text", state.lang))


def _known(notes: list[FootnoteBlock], state: ParseState) -> dict[str, FootnoteBlock]:
    """The footnotes by folded label; the second of one label is told of."""
    known: dict[str, FootnoteBlock] = {}
    for note in notes:
        first = known.setdefault(folded(note.label), note)
        if first is not note:
            related = (Related(state.places.piece(first.at), "it is defined here"),)
            message = f"the footnote `{note.label}` is defined twice"
            state.tell("E366", message, state.places.piece(note.at), related=related)
    return known


def _add_ways_back(note: Element, anchors: list[str], label: str) -> None:
    """Puts the links to a note's uses at the end of its last paragraph."""
    links = "".join(f' <a class="footnote-back" href="#{anchor}" aria-label="{label}">↩</a>' for anchor in anchors)
    last = note[-1] if len(note) else None
    if isinstance(last, BareElement):
        last = note
    elif last is None or last.tag != "p":
        last = SubElement(note, "p")
    last.append(BareElement(OurHtml(links)))
