"""Python-Markdown's tree turned into the parts of a prose: how a text without HTML of its author is written."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from backstory.reading.markdown.atoms import BareElement, PlacedText
from backstory.reading.markdown.parse_state import ParseState
from backstory.reading.markdown.prose_parts import ProseParts


def parts_of_tree(root: Element, state: ParseState) -> ProseParts:
    """The parts of a tree in the order of its text, its tags as the sanitiser writes them. The tree may be deep."""
    parts = ProseParts(state)
    todo: list[Element | str | int] = [root]  # the next thing last; a tag or a link's reference ends an element
    while todo:
        each = todo.pop()
        if isinstance(each, Element):
            if each.tail:
                todo.append(each.tail)
            if (end := _start(each, parts)) is not None:
                todo.append(end)
            if len(each):
                todo += reversed(each)
            if each.text:
                todo.append(each.text)
        elif isinstance(each, PlacedText):
            parts.text(each)
        elif isinstance(each, int):
            parts.end_link(each)
        else:
            parts.end(each, f"</{each}>")
    return parts


def _start(element: Element, parts: ProseParts) -> str | int | None:
    """Writes what an element begins with; gives what ends it, which is a tag or a link's reference or nothing."""
    if isinstance(element, BareElement):
        if element.atom is not None:
            parts.atom(element.atom)
        return None
    tag, attributes, written = element.tag, element.attrib, ""
    if tag == "a":
        parts.start_link(int(attributes["href"]))
        return int(attributes["href"])
    if tag == "hr":
        parts.write(tag, "<hr>")
        return None
    if "id" in attributes:
        parts.claim(attributes["id"])
    if attributes:
        written = "".join([f' {name}="{value}"' for name, value in sorted(attributes.items())])
    parts.start(tag, f"<{tag}{written}>")
    return tag
