"""Two renderings of one Markdown text, ours and markdown-it-py's, as trees that can be compared."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
import nh3
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from backstory.reading.markdown import body
from backstory.reading.markdown.allowed_html import ATTRIBUTES, BLOCK_TAGS, TAGS
from backstory.records.prose import Close, Hole, Markup, Open, Part, Prose, ReferenceKind

_SPACE = re.compile(r"[ \n\t]+")
_BLOCKS = BLOCK_TAGS | {"br", "html", "body", "head"}
_KEPT = frozenset({"href", "src", "alt", "title", "start", "type", "checked", "disabled", "lang", "dir", "open"})


def oracle() -> MarkdownIt:
    """markdown-it-py set up as GitHub is."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser.use(footnote_plugin, inline=False).use(tasklists_plugin)


_ORACLE = oracle()


def theirs(text: str) -> str:
    """What the oracle shows, as a canonical tree in text."""
    dirty = (
        _ORACLE.render(text)
        .replace("<h1", "<h2")
        .replace("</h1", "</h2")
        .replace("<s>", "<del>")
        .replace("</s>", "</del>")
    )
    attributes = {tag: set(names) for tag, names in ATTRIBUTES.items()}
    attributes["*"] |= {"class", "style"}
    attributes |= {"img": {"src", "alt"}, "input": {"type", "checked", "disabled"}}
    clean = nh3.clean(
        dirty,
        tags=set(TAGS) | {"img", "input"},
        attributes=attributes,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    return canonical(clean)


def ours(text: str) -> str:
    """What we show, as a canonical tree in text."""
    return canonical(flat(body(text, "page.md", 1, "en")[0]))


def flat(prose: Prose) -> str:
    """The HTML of a prose whose references all lead where they say."""
    return "".join(_part(prose, part) for part in prose.parts)


def _part(prose: Prose, part: Part) -> str:
    if isinstance(part, Markup):
        return part.html
    if isinstance(part, Close):
        return "</a>"
    if isinstance(part, Hole | Open):
        reference = prose.references[part.reference]
        target = reference.target + (f"#{reference.anchor}" if reference.anchor else "")
        title = f' title="{html.escape(reference.title)}"' if reference.title else ""
        if isinstance(part, Open):
            return f'<a href="{html.escape(target)}"{title}>'
        if reference.kind is ReferenceKind.IMAGE:
            return f'<img src="{html.escape(target)}" alt="{html.escape(reference.label)}"{title}>'
        words = target + (f"|{reference.label}" if reference.label else "")
        if reference.kind is ReferenceKind.CITATION:
            words = "; ".join(
                f"@{each.source}" + (f", {each.locator}" * bool(each.locator)) for each in reference.cited
            )
            return html.escape(f"[{words}]")
        return html.escape(f"{'!' * (reference.kind is ReferenceKind.EMBED)}[[{words}]]")
    return html.escape(part.text)


def canonical(source: str) -> str:
    """HTML as indented lines, one an element or text, without what no reader sees."""
    root = html5lib.parseFragment(source, namespaceHTMLElements=False)
    assert isinstance(root, Element)
    return "\n".join(_lines(root, 0, verbatim=False))


def _lines(element: Element, depth: int, *, verbatim: bool) -> Iterator[str]:
    pieces = list(_pieces(element, verbatim=verbatim))
    for number, piece in enumerate(pieces):
        if isinstance(piece, str):
            text = piece.rstrip("\n").expandtabs(4) if verbatim else _SPACE.sub(" ", piece)
            if not verbatim and (number == 0 or _block(pieces[number - 1])) and _is_block(element, number):
                text = text.lstrip(" ")
            if not verbatim and (number + 1 == len(pieces) or _block(pieces[number + 1])):
                text = text.rstrip(" ") if _is_block(element, number) or number + 1 < len(pieces) else text
            if text:
                yield "  " * depth + repr(text)
            continue
        yield "  " * depth + _opening(piece)
        yield from _lines(piece, depth + 1, verbatim=verbatim or piece.tag == "pre")


def _is_block(element: Element, number: int) -> bool:
    return number > 0 or element.tag in _BLOCKS or element.tag == "DOCUMENT_FRAGMENT"


def _block(piece: str | Element) -> bool:
    return not isinstance(piece, str) and piece.tag in _BLOCKS


def _pieces(element: Element, *, verbatim: bool) -> Iterator[str | Element]:
    """The texts and elements in an element; neighbouring texts are one."""
    text = element.text or ""
    for child in element:
        name = child.get("class") or ""
        tag = child.tag if isinstance(child.tag, str) else ""
        if name == "footnote-ref":
            number = "".join(child.itertext()).strip("[]").partition(":")[0]
            # A note is a letter here, so that it is not taken for a source.
            text += f"^{ord(number) - ord('a') + 1 if number.isalpha() else number}^"
        elif tag and name not in {"footnote-back", "footnote-backref", "footnotes-sep", "footnotes-title"}:
            if text and (verbatim or text.strip(" \n\t") or not _block(child)):
                yield text
            text = ""
            if tag != "p" or "".join(str(each) for each in _pieces(child, verbatim=verbatim)).strip():
                yield child
        text += child.tail or ""
    if text:
        yield text


def _opening(element: Element) -> str:
    attributes = {name: value for name, value in element.attrib.items() if name in _KEPT}
    if element.tag == "input":
        attributes = {"checked": "yes"} if "checked" in attributes else {}
    style, name = element.get("style") or "", element.get("class") or ""
    if element.tag in {"td", "th"}:
        aligned = re.search(r"(left|right|center)", style + name)
        attributes |= {"align": aligned[1]} if aligned else {}
    if element.tag == "code" and name.startswith("language-"):
        attributes["language"] = name
    if element.tag == "div" and name:
        attributes["alert"] = name
    return " ".join([f"<{element.tag}>", *(f"{key}={value!r}" for key, value in sorted(attributes.items()))])
