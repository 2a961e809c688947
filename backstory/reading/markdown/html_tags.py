"""Authors' own HTML: which tags and attributes are taken out, and the references in `href` and `src`."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from backstory.reading.markdown import addresses, unread_marks, wikilinks
from backstory.reading.markdown.allowed_html import ALIGNS, TAGS, allows
from backstory.reading.markdown.atoms import Atom, OurHtml, PlacedText, RawHtml, WholeReference
from backstory.reading.markdown.parse_state import ParseState
from backstory.reading.markdown.syntax import TAG
from backstory.reading.markdown.text_spans import Passage
from backstory.records.prose import ReferenceKind

_TAG = re.compile(TAG)
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_ATTRIBUTE = re.compile(r"\s+([A-Za-z_:][A-Za-z0-9_.:-]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?")
_OTHERS = (("<!-->", ""), ("<!--->", ""), ("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">"))
_SILENT = frozenset({"thead", "tbody", "html", "body", "head"})
_VERBATIM = frozenset({"script", "style", "pre", "code", "textarea", "title", "iframe", "svg", "math"})
_HINTS = {
    "script": "pages run no scripts of authors; an embed such as `![[timeline]]` may do what you need",
    "iframe": "write a link to it instead",
    "style": "pages have one style; a site's own stands in `assets/`",
    "font": "pages have one style; a site's own stands in `assets/`",
    "video": "write a link to it instead",
    "audio": "write a link to it instead",
    "svg": "save it as a file and write `![what it shows](picture.svg)`",
    "picture": "write `![what it shows](picture.png)`",
    "center": 'write `<p align="center">`',
}
_OF_IMAGES = frozenset({"src", "alt", "title"})
_REFERENCE = re.compile(r"!?\[\[|\[(?=[^\[\]]*@)")


def inline(passage: Passage, at: int, state: ParseState) -> tuple[Atom | None, int] | None:
    """The tag, comment or instruction at `at`, and where it ends; None where there is none.

    Of what is taken out, as comments are, there is only the end.
    """
    text = passage.text
    match = _TAG.match(text, at)
    if match:
        return _tag(passage, match, state), match.end()
    end = _other_end(text, at)
    return None if end is None else (_kept(passage, at, end, state), end)


def _kept(passage: Passage, at: int, end: int, state: ParseState) -> RawHtml | None:
    """A comment or an instruction, after a mark of its place; None where its author is not trusted with any."""
    if not state.trusted:
        return None
    return state.raw_html(state.marks.add(PlacedText("", passage, at)) + passage.text[at:end])


def _other_end(text: str, at: int) -> int | None:
    """Where the comment, instruction or declaration at `at` ends; None where there is none."""
    if text[at + 1 : at + 2] not in {"!", "?"}:
        return None
    for opening, closing in _OTHERS:
        if text.startswith(opening, at) and (opening != "<!" or text[at + 2 : at + 3].isalpha()):
            start = at + len(opening)
            return text.index(closing, start) + len(closing) if _last(text, closing) >= start else None
    return None


@lru_cache(maxsize=16)
def _last(text: str, closing: str) -> int:
    """Where `closing` stands last, or later; kept, so that of a thousand tags left open only one searches the text."""
    return text.lower().rfind(closing)


def block(passage: Passage, state: ParseState) -> RawHtml:
    """An HTML block, its tags looked through; its references are marks, and so are the places of its texts."""
    text, at, out = passage.text, 0, []
    for opened in re.finditer("<", text):
        if opened.start() >= at and _is_markup(text, opened.start()):
            out.append(_text(passage, at, opened.start(), state))
            html, at = _markup(passage, opened.start(), state)
            out.append(html)
    return state.raw_html("".join([*out, _text(passage, at, len(text), state)]))


def _is_markup(text: str, at: int) -> bool:
    return bool(_TAG.match(text, at)) or text.startswith("<!--", at) or _other_end(text, at) is not None


def _markup(passage: Passage, at: int, state: ParseState) -> tuple[str, int]:
    """What stands in the block for the markup at `at` and for what no tag is looked for in, and where that ends."""
    text = passage.text
    taken = inline(passage, at, state)
    atom, end = taken or (_kept(passage, at, len(text), state), len(text))
    html = atom.html if isinstance(atom, RawHtml) else state.marks.add(atom) if atom is not None else ""
    name = _NAME.match(text, at)
    tag = name[1].lower() if name and text[at + 1] != "/" else ""
    if tag in _VERBATIM and _last(text, f"</{tag}") >= end:
        close = re.compile(f"</{tag}", re.IGNORECASE).search(text, end)
        if close:
            return html + state.marks.marked(PlacedText(text[end : close.start()], passage, end)), close.start()
    return html, end


def _text(passage: Passage, at: int, end: int, state: ParseState) -> str:
    """The text from `at` to `end`."""
    text = passage.text
    unread_marks.tell(passage, state, start=at, end=end)
    out: list[str] = []
    for match in _REFERENCE.finditer(text, at, end):
        read = wikilinks.citation if match[0] == "[" else wikilinks.link
        taken = read(passage, match.start(), state) if match.start() >= at else None
        if taken:
            out += state.marks.marked(PlacedText(text[at : match.start()], passage, at)), state.marks.add(taken[0])
            at = taken[1]
    return "".join([*out, state.marks.marked(PlacedText(text[at:end], passage, at))])


def _tag(passage: Passage, match: re.Match[str], state: ParseState) -> Atom | None:
    named = _NAME.match(match[0])
    name = named[1].lower() if named else ""
    if state.trusted and name not in {"a", "img"}:
        return state.raw_html(match[0])
    if name == "h1":
        name = "h2"
    if match[0].startswith("</"):
        return state.raw_html(f"</{name}>")
    if name == "img":
        return _image(passage, match, state)
    if name not in TAGS and name not in _SILENT:
        message = f"`<{name}>` is taken out: pages of this site cannot hold it"
        state.tell("W351", message, passage.span(match.start(), match.end()), hint=_HINTS.get(name, ""))
        return state.raw_html(match[0])
    start = named.end() if named else 0
    kept = [_attribute(passage, match, name, each, state) for each in _ATTRIBUTE.finditer(match[0], start)]
    return state.raw_html(f"<{name}{''.join(kept)}>")


def _attribute(passage: Passage, tag: re.Match[str], name: str, each: re.Match[str], state: ParseState) -> str:
    """The attribute as it is kept, with a space before it; nothing where it is taken out."""
    attribute, value = each[1].lower(), _value(each)
    start = tag.start() + each.start(1)
    span = passage.span(start, tag.start() + each.end())
    if name == "a" and attribute == "href":
        inside = tag.start() + each.start(2) + (each[2] or "")[:1].count('"') + (each[2] or "")[:1].count("'")
        target = passage.span(inside, tag.start() + each.end() - (inside > tag.start() + each.start(2)))
        whole = passage.span(tag.start(), tag.end())
        number = addresses.reference(ReferenceKind.LINK, value, (whole, target), state)
        return "" if number is None else f' href="{state.marks.add(WholeReference(number, value))}"'
    if attribute == "align" and value.lower() in ALIGNS:
        return f' class="align-{value.lower()}"'
    if attribute == "id" and value.startswith("_") and not state.trusted:
        hint = "let it begin with another character"
        state.tell("W358", f"the id `{value}` is taken out: ids with `_` in front are the layout's", span, hint=hint)
        return ""
    if not allows(name, attribute) and not state.trusted:
        hint = "pages have one style; a site's own stands in `assets/`" if attribute in {"style", "class"} else ""
        _tell_taken(passage, name, attribute, (start, tag.start() + each.end()), state, hint)
        return ""
    return f' {attribute}="{html.escape(value)}"' if each[2] else f" {attribute}"


def _tell_taken(
    passage: Passage, name: str, attribute: str, place: tuple[int, int], state: ParseState, hint: str
) -> None:
    message = f"`{attribute}` of `<{name}>` is taken out: pages of this site cannot hold it"
    state.tell("W351", message, passage.span(*place), hint=hint)


def _image(passage: Passage, tag: re.Match[str], state: ParseState) -> Atom | None:
    values = {each[1].lower(): each for each in _ATTRIBUTE.finditer(tag[0])}
    whole = passage.span(tag.start(), tag.end())
    alt = _value(values["alt"]) if "alt" in values else ""
    if "src" not in values:
        state.tell(
            "E364", "this image has no address", whole, hint='write `<img src="picture.png" alt="what it shows">`'
        )
        return None
    if "alt" not in values:
        no_alt(passage, tag.start(), tag.end(), state)
    for name, each in values.items():
        if name not in _OF_IMAGES:
            start = tag.start() + each.start(1)
            hint = "a picture is as large as its file, and no wider than the text"
            _tell_taken(passage, "img", name, (start, tag.start() + each.end()), state, hint)
    source = values["src"]
    quoted = 1 if source[2] and source[2][0] in "\"'" else 0
    target = passage.span(tag.start() + source.start(2) + quoted, tag.start() + source.end() - quoted)
    title = _value(values["title"]) if "title" in values else ""
    number = addresses.reference(ReferenceKind.IMAGE, _value(source), (whole, target), state, label=alt, title=title)
    return OurHtml(text=PlacedText(alt, passage, tag.start())) if number is None else WholeReference(number, alt)


def no_alt(passage: Passage, start: int, end: int, state: ParseState) -> None:
    """Tells of an image without words for those who do not see it."""
    hint = "say in a few words what it shows: `![what it shows](picture.png)`"
    state.tell("W352", "this image has no alternative text", passage.span(start, end), hint=hint)


def _value(attribute: re.Match[str]) -> str:
    written = attribute[2] or ""
    if written[:1] in {'"', "'"}:
        written = written[1:-1]
    return html.unescape(written)
