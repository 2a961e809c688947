"""Authors' own HTML: which tags and attributes are taken out, and the references in `href` and `src`."""

from __future__ import annotations

import html
import re

from backstory.reading.markdown import addresses, wikilinks
from backstory.reading.markdown.allowed_html import ALIGNS, TAGS, allows
from backstory.reading.markdown.parse_state import ParseState
from backstory.reading.markdown.private_marks import Own, Raw, Whole, line
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
_TEXT = re.compile(r"!?\[\[|\[@|\n")


def inline(passage: Passage, at: int, found: ParseState) -> tuple[str, int] | None:
    """What stands for the tag, comment or instruction at `at`, and where it ends; None where there is none."""
    text = passage.text
    match = _TAG.match(text, at)
    if match:
        return _tag(passage, match, found), match.end()
    end = _other_end(text, at)
    return None if end is None else (found.atoms.add(Raw(text[at:end] if found.trusted else "")), end)


def _other_end(text: str, at: int) -> int | None:
    """Where the comment, instruction or declaration at `at` ends; None where there is none."""
    if text[at + 1 : at + 2] not in {"!", "?"}:
        return None
    for opening, closing in _OTHERS:
        if text.startswith(opening, at) and (opening != "<!" or text[at + 2 : at + 3].isalpha()):
            end = text.find(closing, at + len(opening))
            return end + len(closing) if end >= 0 else None
    return None


def block(passage: Passage, found: ParseState) -> str:
    """An HTML block, its tags looked through and the references in its text marked."""
    text, at, out = passage.text, 0, [line(passage.row(0))]
    while at < len(text):
        opened = text.find("<", at)
        out.append(_text(passage, at, opened if opened >= 0 else len(text), found))
        if opened < 0:
            break
        taken = _raw(passage, opened, found)
        out.append(taken[0] if taken else text[opened])
        at = taken[1] if taken else opened + 1
    return "".join(out)


def _raw(passage: Passage, at: int, found: ParseState) -> tuple[str, int] | None:
    taken = inline(passage, at, found)
    if taken is None:
        if passage.text.startswith("<!--", at):
            return (passage.text[at:] if found.trusted else ""), len(passage.text)
        return None
    mark, end = taken
    name = _NAME.match(passage.text, at)
    if name and name[1].lower() in _VERBATIM and passage.text[at + 1] != "/":
        close = passage.text.lower().find(f"</{name[1].lower()}", end)
        if close >= 0:
            return mark + passage.text[end:close], close
    return mark, end


def _text(passage: Passage, at: int, end: int, found: ParseState) -> str:
    out = []
    for match in _TEXT.finditer(passage.text, at, end):
        if match.start() < at:
            continue
        out.append(passage.text[at : match.start()])
        at = match.end()
        if match[0] == "\n":
            out.append("\n" + line(passage.row(match.end())))
            continue
        read = wikilinks.citation if match[0] == "[@" else wikilinks.link
        taken = read(passage, match.start(), found)
        out.append(taken[0] if taken else match[0])
        at = taken[1] if taken else at
    return "".join([*out, passage.text[at:end]])


def _tag(passage: Passage, match: re.Match[str], found: ParseState) -> str:
    named = _NAME.match(match[0])
    name = named[1].lower() if named else ""
    if found.trusted and name not in {"a", "img"}:
        return found.atoms.add(Raw(match[0]))
    if name == "h1":
        name = "h2"
    if match[0].startswith("</"):
        return found.atoms.add(Raw(f"</{name}>"))
    if name == "img":
        return _image(passage, match, found)
    if name not in TAGS and name not in _SILENT:
        message = f"`<{name}>` is taken out: pages of this site cannot hold it"
        found.tell("W351", message, passage.span(match.start(), match.end()), hint=_HINTS.get(name, ""))
        return found.atoms.add(Raw(match[0]))
    start = named.end() if named else 0
    kept = [_attribute(passage, match, name, each, found) for each in _ATTRIBUTE.finditer(match[0], start)]
    return found.atoms.add(Raw(f"<{name}{''.join(kept)}>"))


def _attribute(passage: Passage, tag: re.Match[str], name: str, each: re.Match[str], found: ParseState) -> str:
    """The attribute as it is kept, with a space before it; nothing where it is taken out."""
    attribute, value = each[1].lower(), _value(each)
    start = tag.start() + each.start(1)
    span = passage.span(start, tag.start() + each.end())
    if name == "a" and attribute == "href":
        inside = tag.start() + each.start(2) + (each[2] or "")[:1].count('"') + (each[2] or "")[:1].count("'")
        target = passage.span(inside, tag.start() + each.end() - (inside > tag.start() + each.start(2)))
        whole = passage.span(tag.start(), tag.end())
        number = addresses.reference(ReferenceKind.LINK, value, (whole, target), found)
        return "" if number is None else f' href="{found.atoms.add(Whole(number, value))}"'
    if attribute == "align" and value.lower() in ALIGNS:
        return f' class="align-{value.lower()}"'
    if attribute == "id" and value.startswith("_") and not found.trusted:
        hint = "let it begin with another character"
        found.tell("W358", f"the id `{value}` is taken out: ids with `_` in front are the layout's", span, hint=hint)
        return ""
    if not allows(name, attribute) and not found.trusted:
        hint = "pages have one style; a site's own stands in `assets/`" if attribute in {"style", "class"} else ""
        found.tell(
            "W351", f"`{attribute}` of `<{name}>` is taken out: pages of this site cannot hold it", span, hint=hint
        )
        return ""
    return f' {attribute}="{html.escape(value)}"' if each[2] else f" {attribute}"


def _image(passage: Passage, tag: re.Match[str], found: ParseState) -> str:
    values = {each[1].lower(): each for each in _ATTRIBUTE.finditer(tag[0])}
    whole = passage.span(tag.start(), tag.end())
    alt = _value(values["alt"]) if "alt" in values else ""
    if "src" not in values:
        found.tell(
            "E364", "this image has no address", whole, hint='write `<img src="picture.png" alt="what it shows">`'
        )
        return found.atoms.add(Raw(""))
    if "alt" not in values:
        no_alt(passage, tag.start(), tag.end(), found)
    source = values["src"]
    quoted = 1 if source[2] and source[2][0] in "\"'" else 0
    target = passage.span(tag.start() + source.start(2) + quoted, tag.start() + source.end() - quoted)
    title = _value(values["title"]) if "title" in values else ""
    number = addresses.reference(ReferenceKind.IMAGE, _value(source), (whole, target), found, label=alt, title=title)
    return found.atoms.add(Own("", alt) if number is None else Whole(number, alt, tag[0].count("\n")))


def no_alt(passage: Passage, start: int, end: int, found: ParseState) -> None:
    """Tells of an image without words for those who do not see it."""
    hint = "say in a few words what it shows: `![what it shows](picture.png)`"
    found.tell("W352", "this image has no alternative text", passage.span(start, end), hint=hint)


def _value(attribute: re.Match[str]) -> str:
    written = attribute[2] or ""
    if written[:1] in {'"', "'"}:
        written = written[1:-1]
    return html.unescape(written)
