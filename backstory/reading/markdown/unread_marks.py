"""Marks of other programs that stay text, and emphasis that nothing pairs with: their author is told.

E367, W361, W362 (admonitions of other programs) and W363 come from here; never of code, nor of escaped signs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Required, TypedDict

from backstory.diagnostics import Edit, Span
from backstory.reading.markdown import emphasis
from backstory.reading.markdown.emphasis import DelimiterRun
from backstory.reading.markdown.inline_scan import Scan
from backstory.reading.markdown.parse_state import ParseState
from backstory.reading.markdown.text_spans import Passage

_SIGNS = ("%%", "{", "==", ":::", "!!!", "???", " ^")
_KINDS = "note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote|hint|important|caution|todo"
_MARKS = re.compile(
    r"(?<!\\)(?:"
    r"(?P<remark>(?<![\d%])%%(?!%)[^%]*(?:%(?!%)[^%]*)*%%"
    r"|\{#\s[^{}]*#\}|\{>>[^{}]*<<\}|\{/\*[^{}]*\*/\}|\{\{[!/][^{}]*\}\}"
    r"|\{%-?\s*comment\s*-?%\}[^{}]*\{%-?\s*endcomment\s*-?%\})"
    r"|(?P<remark_edge>^%%(?!%)|(?<![\d%])%%$)"
    r"|(?P<shortcode>\{\{[^{}]+\}\}|\{%[^{}]+%\})"
    r"|(?P<change>\{(?:\+\+|--|~~|==)[^{}]*\})"
    r"|(?P<attributes>(?<![_^])\{[ \t]*(?:#\w[^{}]*|\.[^\W\d][^{}]*|:[ \t]*[#.\w][^{}]*|[\w-]+=[^{}]*)\})"
    r"|(?P<highlight>(?<![=A-Za-z0-9])==(?![=\s])[^\n]{1,300}?(?<![=\s])==(?!=))"
    rf"|(?P<admonition>^(?::::+[ \t]*\{{?\.?[A-Za-z]+|(?:!!!|\?\?\?\+?)[ \t]+(?:{_KINDS})\b))"
    r"|(?P<block_id>(?<=[ \t])\^(?=[\w-]*[A-Za-z])[A-Za-z0-9-]{3,}\Z)"
    r")",
    re.MULTILINE | re.IGNORECASE,
)
_CODE_EDGE = re.compile(r"<(/?)(?:code|kbd|samp|pre|tt|var)\b", re.IGNORECASE)
_PAIRED = {"*": "strong", "~": "del", "_": "strong"}
_LONGEST_CODE = 2_000
_LONGEST_SHOWN = 80
_SHORTCODES = {
    "figure|img|image": "write `![what it shows](../images/picture.png)`",
    "ref|relref|link|post_url": "write `[[id]]`, or `[words](../articles/id.md)`",
    "youtube|vimeo|tweet|x|gist|instagram|audio|video": "write a link to it",
}


def tell(passage: Passage, state: ParseState, scan: Scan | None = None, start: int = 0, end: int | None = None) -> None:
    """Tells of the marks from offset `start` to `end` of a passage; where it was scanned, of those that are text."""
    text = passage.text
    if not any(sign in text for sign in _SIGNS):
        return
    at, stop = start, len(text) if end is None else end
    while found := _MARKS.search(text, at, stop):
        at = found.start() + 1
        if (scan is None or _is_text(scan, found.start())) and not in_code(text, found.start()):
            _tell(passage, found, state)
            at = found.end()


def tell_unpaired(scan: Scan) -> None:
    """Tells of two `**` or `~~` that stay text around words, like `** words **`, and of `__` beside Arabic letters."""
    for char, tag in _PAIRED.items():
        left = [
            at
            for piece, at in zip(scan.pieces, scan.offsets, strict=True)
            if isinstance(piece, DelimiterRun) and piece.char == char and piece.count == piece.length == 2
        ]
        if len(left) > 1:
            _tell_pair(scan, left[0], left[1] + 2, char, tag)


def _tell_pair(scan: Scan, start: int, end: int, char: str, tag: str) -> None:
    text, words = scan.passage.text, scan.passage.text[start + 2 : end - 2]
    before = text[start - 1 : start]
    if not words.strip() or (before.isalnum() and words[0].isspace()):
        return
    if char == "_" and not (emphasis.joining(before) or emphasis.joining(text[end : end + 1])):
        return
    message = f"these `{char * 2}` stay text: a space, or a sign beside a letter, keeps them from being a pair"
    way = _write(scan.passage.span(start, end), f"<{tag}>{_shortened(words)}</{tag}>", ", or delete the spaces inside")
    scan.state.tell("W363", message, scan.passage.span(start, end), **way)


def in_code(text: str, at: int) -> bool:
    """Whether HTML of the author says that what stands at an offset is code."""
    edges = list(_CODE_EDGE.finditer(text, max(0, at - _LONGEST_CODE), at)) if "<" in text else []
    return bool(edges) and not edges[-1][1]


def _is_text(scan: Scan, at: int) -> bool:
    number = bisect_right(scan.offsets, at) - 1
    piece = scan.pieces[number] if number >= 0 else None
    length = piece.length if isinstance(piece, DelimiterRun) else len(piece) if isinstance(piece, str) else 0
    return at < scan.offsets[number] + length


def _tell(passage: Passage, found: re.Match[str], state: ParseState) -> None:
    kind, written, span = found.lastgroup or "", found[0], passage.span(found.start(), found.end())
    shown = _shortened(written)
    if kind == "remark":
        message, comment = f"readers would see the remark `{shown}`", f"<!-- {_shortened(_inside(written))} -->"
        state.tell("E367", message, span, **_write(span, comment))
    elif kind == "remark_edge":
        if not state.in_remark:
            hint = "write `<!--` in place of the first `%%` and `-->` in place of the last"
            state.tell("E367", "readers would see the remark that begins here", span, hint=hint)
        state.in_remark = not state.in_remark
    elif kind == "admonition":
        hint = "write `> [!NOTE]` on a line of its own, and `> ` before each line of its text"
        state.tell("W362", f"`{shown}` begins no alert here", span, hint=hint)
    else:
        state.tell("W361", f"`{shown}` stays text", span, **_way_out(kind, written, span))


class _Way(TypedDict, total=False):
    """A way out of a mistake: the words of a hint, and the edits where they are known to the letter."""

    hint: Required[str]
    edits: tuple[Edit, ...]


def _write(span: Span, written: str, more: str = "") -> _Way:
    """The way out that writes something else at a place; nothing to the letter where that is too long to be shown."""
    return {"hint": f"write `{written}`{more}", "edits": () if "…" in written else (Edit(span, written),)}


def _delete(span: Span, why: str) -> _Way:
    return {"hint": f"delete it: {why}", "edits": (Edit(span),)}


def _way_out(kind: str, written: str, span: Span) -> _Way:
    if kind == "shortcode":
        name = re.search(r"\w+", written)
        fits = (hint for names, hint in _SHORTCODES.items() if name and name[0].lower() in names.split("|"))
        return {"hint": next(fits, "write in Markdown or HTML what it stands for, or delete it")}
    if kind == "change":
        return {"hint": "write the text as it is to be read"}
    if kind == "highlight":
        return _write(span, f"<mark>{_shortened(written[2:-2])}</mark>")
    if kind == "block_id":
        return _delete(span, "links lead to headings, `[[id#heading]]`")
    if re.search(r"\b(?:width|height)\b", written):
        return _delete(span, "a picture is as large as its file, and no wider than the text")
    if own := re.search(r"#([\w-]+)", written):
        return _delete(span, f'a heading is reached by its words; elsewhere write `<span id="{own[1]}">…</span>`')
    return _delete(span, "pages have one style; a site's own stands in `assets/`")


def _inside(remark: str) -> str:
    return re.sub(r"%-?\s*(?:end)?comment\s*-?%", "", remark).strip("%{}#<>/!* \n-")


def _shortened(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST_SHOWN else "…"
