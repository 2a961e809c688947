"""Canonical Markdown to HTML: Python-Markdown with an extension that turns marks into elements."""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown, treeprocessors
from markdown.extensions import Extension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString, Registry

from backstory.reading.markdown.added_words import word
from backstory.reading.markdown.private_marks import (
    BARE,
    BLOCK,
    CLOSE,
    ITEM,
    OPEN,
    SEPARATOR,
    Atoms,
    Callout,
    Item,
    Own,
    Pair,
    is_atom,
)

_BOUND = re.compile(f"([{OPEN}{CLOSE}])(.)", re.DOTALL)


def html(canonical: str, atoms: Atoms, lang: str) -> str:
    """The HTML of canonical Markdown, marks in it; RecursionError where it is nested too deeply."""
    if not canonical:
        return ""
    converter = _converter()
    converter.marks.atoms, converter.marks.lang = atoms, lang
    converter.parser.state.clear()
    text = converter.reset().convert(canonical)
    return text.replace(f"<{BARE}>", "").replace(f"</{BARE}>", "")


class _Converter(Markdown):
    """Python-Markdown with the extension at hand, so that each text's marks can be given to it."""

    def __init__(self) -> None:
        self.marks = _Marks()
        super().__init__(extensions=[TableExtension(use_align_attribute=True), self.marks], output_format="html")


@lru_cache(maxsize=1)
def _converter() -> _Converter:
    return _Converter()


class _Marks(Extension):
    """Reads marks. What canonical Markdown never holds is taken out, so that nothing is tried in vain."""

    atoms: Atoms = Atoms()
    lang: str = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.preprocessors, md.inlinePatterns, md.postprocessors = Registry(), Registry(), Registry()
        md.treeprocessors = Registry()
        for name in ("code", "setextheader", "reference"):
            md.parser.blockprocessors.deregister(name)
        md.inlinePatterns.register(_Pairs(self, md), "pairs", 100)
        md.treeprocessors.register(treeprocessors.InlineProcessor(md), "inline", 20)
        md.treeprocessors.register(_Shape(self, md), "shape", 10)


class _Pairs(InlineProcessor):
    """Pairs of marks become elements, with all that is inside them."""

    def __init__(self, marks: _Marks, md: Markdown) -> None:
        super().__init__(f"{OPEN}(.)", md)
        self.marks = marks

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        end = data.find(CLOSE + m[1], m.end())
        if end < 0:
            return None, None, None
        return self._element(data, m.start(), end + 2), m.start(), end + 2

    def _element(self, data: str, start: int, end: int) -> Element:
        root = Element(BARE)
        open_, at = [root], start
        for bound in _BOUND.finditer(data, start, end):
            _append(open_[-1], data[at : bound.start()])
            at = bound.end()
            if bound[1] == CLOSE:
                open_.pop()
                continue
            pair = self.marks.atoms.get(bound[2])
            element = SubElement(open_[-1], pair.tag if isinstance(pair, Pair) else BARE)
            element.text = AtomicString("")
            if isinstance(pair, Pair) and pair.reference is not None:
                element.set("href", bound[2])
            open_.append(element)
        return root[0]


def _append(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = AtomicString((element[-1].tail or "") + text)
    else:
        element.text = AtomicString((element.text or "") + text)


class _Shape(treeprocessors.Treeprocessor):
    """Gives lists, tasks, alerts, tables and footnotes the shape their marks say."""

    def __init__(self, marks: _Marks, md: Markdown) -> None:
        super().__init__(md)
        self.marks = marks

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for child in list(parent):
                if child.tag == "p":
                    self._paragraph(parent, child)
                elif child.tag in {"td", "th"}:
                    align = child.attrib.pop("align", None)
                    if align:
                        child.set("class", f"align-{align}")
                elif child.tag == "tbody" and not any(cell.text or len(cell) for row in child for cell in row):
                    self._empty_body(parent, child)
            if parent.tag in {"ul", "ol"}:
                self._list(parent)
        for number, child in enumerate(list(root)):
            if child.tag == "ol" and child.get("class") == "footnotes":
                root[number] = self._notes(child)

    @staticmethod
    def _empty_body(table: Element, body: Element) -> None:
        # A row that the author wrote holds a line's mark in each cell; only the parser's own row is empty.
        table.remove(body)

    def _paragraph(self, parent: Element, paragraph: Element) -> None:
        text = paragraph.text or ""
        if text == SEPARATOR:
            parent.remove(paragraph)
        elif text.startswith(BLOCK):
            paragraph.tag, paragraph.text = BARE, text[1:]
            atom = self.marks.atoms.get(text[1]) if is_atom(text[1]) else None
            if isinstance(atom, Callout):
                parent.tag = "div"
                parent.set("class", f"alert alert-{atom.kind}")
                parent.set("role", "note")
                title = f'<p class="alert-title">{word(atom.kind, self.marks.lang)}</p>'
                paragraph.text = self.marks.atoms.add(Own(title))

    def _list(self, parent: Element) -> None:
        for number, element in enumerate(parent):
            item = self._item(element)
            if item is None:
                continue
            if number == 0 and parent.tag == "ol" and item.start not in {None, 1}:
                parent.set("start", str(item.start))
            if item.note is not None:
                parent.set("class", "footnotes")
                element.set("id", f"fn-{item.note}")
                self._back(element, item.note)
            if item.checked is not None:
                parent.set("class", "tasks")
                element.set("class", "task")
            if not item.loose:
                for child in element:
                    if child.tag == "p" and (child.text or "")[:1] not in {BLOCK, SEPARATOR}:
                        child.tag = BARE
            if item.checked is not None:
                first = element[0]
                state = " checked" if item.checked else ""
                box = self.marks.atoms.add(Own(f'<input type="checkbox" disabled{state}>'))
                first.text = f"{box} {first.text or ''}"

    def _item(self, element: Element) -> Item | None:
        """What the item's mark says; the mark is taken out."""
        holder = element if (element.text or "").startswith(ITEM) else element[0] if len(element) else None
        text = holder.text or "" if holder is not None else ""
        if holder is None or not text.startswith(ITEM):
            return None
        atom = self.marks.atoms.get(text[1])
        if holder is element:
            element.text = text[2:]
        else:
            element.remove(holder)
        return atom if isinstance(atom, Item) else None

    def _back(self, element: Element, number: int) -> None:
        """The links from a footnote back to its uses."""
        last = element[-1] if len(element) and element[-1].tag == "p" else SubElement(element, "p")
        label = word("back", self.marks.lang)
        links = "".join(
            f' <a class="footnote-back" href="#{name}" aria-label="{label}">↩</a>'
            for name in self.marks.atoms.backs.get(number, ())
        )
        mark = self.marks.atoms.add(Own(links))
        if len(last):
            last[-1].tail = (last[-1].tail or "") + mark
        else:
            last.text = (last.text or "") + mark

    def _notes(self, notes: Element) -> Element:
        del notes.attrib["class"]
        section = Element("section", {"class": "footnotes"})
        title = SubElement(section, BARE)
        title.text = self.marks.atoms.add(Own(f'<h2 class="footnotes-title">{word("footnotes", self.marks.lang)}</h2>'))
        section.append(notes)
        return section
