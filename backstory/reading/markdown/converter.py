"""Python-Markdown set up to read a text into the parts of a prose.

Python-Markdown runs its steps: a block parser of ours builds its tree, a treeprocessor adds the footnotes, and the
serialiser gives parts in place of HTML. Where a text holds HTML of its author, its tree is written by Python-Markdown's
own serialiser, sanitised as a whole, and then cut into parts.
"""

from __future__ import annotations

import html
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.serializers import to_html_string
from markdown.util import Registry

from backstory.reading.markdown import allowed_html
from backstory.reading.markdown.atoms import BareElement, PlacedText, WholeReference
from backstory.reading.markdown.block_parser import ProseBlockParser
from backstory.reading.markdown.footnotes import Footnotes
from backstory.reading.markdown.html_to_parts import parts_of_html
from backstory.reading.markdown.parse_state import ParseState
from backstory.reading.markdown.prose_parts import ProseParts
from backstory.reading.markdown.tree_to_parts import parts_of_tree


def parts_of_text(text: str, state: ParseState) -> ProseParts:
    """The parts of a Markdown text; `state` gathers what else it holds. TooMany where it is HTML beyond measure."""
    _CONVERTER.parser.parse_state, _CONVERTER.parts = state, ProseParts(state)
    _CONVERTER.convert(text)
    return _CONVERTER.parts


class _Converter(Markdown):
    """Python-Markdown with a block parser, a treeprocessor and a serialiser of ours, and nothing else."""

    parser: ProseBlockParser
    parts: ProseParts

    def __init__(self) -> None:
        super().__init__()
        self.stripTopLevelTags = False
        self.serializer = self._serialise

    def build_parser(self) -> _Converter:
        """Sets up the steps; Python-Markdown calls this once."""
        self.parser = ProseBlockParser(self)
        self.preprocessors, self.inlinePatterns, self.postprocessors = Registry(), Registry(), Registry()
        self.treeprocessors = Registry()
        self.treeprocessors.register(Footnotes(self, self.parser), "footnotes", 0)
        return self

    def _serialise(self, root: Element) -> str:
        """Keeps the parts of a tree; there is no HTML to give back."""
        state = self.parser.parse_state
        if state.raw:
            written = _marked_html(root, state)
            self.parts = parts_of_html(written if state.trusted else allowed_html.sanitised(written), state)
        else:
            self.parts = parts_of_tree(root, state)
        return ""


def _marked_html(root: Element, state: ParseState) -> str:
    """The tree as HTML that is still to be sanitised; marks stand for what is ours and for the places of its texts."""
    for element in root.iter():
        if isinstance(element, BareElement) and element.atom:
            element.text = state.marks.add(element.atom)
        elif isinstance(element.text, PlacedText):
            element.text = html.escape(state.marks.marked(element.text))
        if isinstance(element.tail, PlacedText):
            element.tail = html.escape(state.marks.marked(element.tail))
        if element.tag == "a":
            element.set("href", state.marks.add(WholeReference(int(element.attrib["href"]), "")))
    return state.marks.expanded(to_html_string(root))


_CONVERTER = _Converter()
