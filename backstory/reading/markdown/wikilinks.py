"""Wikilinks `[[id#anchor|words]]`, embeds `![[id]]`, citations `[see @source, p. 2; @b]` and opt-outs `[[=word]]`."""

from __future__ import annotations

import re
from typing import NamedTuple

from backstory.reading.markdown.atoms import Atom, OurHtml, PlacedText, WholeReference
from backstory.reading.markdown.definitions import folded
from backstory.reading.markdown.parse_state import ParseState
from backstory.reading.markdown.text_spans import Passage
from backstory.records.prose import Cited, Reference, ReferenceKind

_WORDS = r"((?:[^\[\]\\]|\\[\[\]]|\\(?![\[\]])|\[[^\[\]]*\])*)"
_LINK = re.compile(rf"!?\[\[([^\[\]|#\\]*)(?:#([^\[\]|\\]*))?(?:\\?\|{_WORDS})?\]\]")
_OPTOUT = re.compile(rf"\[\[=(?:[^\[\]|\\]*\\?\|(?=\s*[^\s\]]))?{_WORDS}\]\]")
_MARKED = re.compile(r"[\\`<&\[*_~{]|%%|==")
_CITATION = re.compile(r"\[((?:[^\[\]@]*\s)?-?@[^\[\]]*)\]")
_LOCATOR = r"(?:pp?|chaps?|chs?|secs?|figs?|vols?|nos?|paras?|lines?|notes?|nn?|S|с|стр|ص)\.? ?\d|[§¶]"
_CITED = re.compile(rf"((?:[^@]* )?)-?@([a-z0-9]+(?:-+[a-z0-9]+)*)(?: ?, ?(.*)| (?={_LOCATOR})(.*))?")
_MARKUP = re.compile(r"[*_`\\]")


class Worded(NamedTuple):
    """A wikilink or an opt-out that has markup in its words, which stand from `start` to `stop`."""

    match: re.Match[str]
    start: int
    stop: int
    end: int


def worded(passage: Passage, at: int) -> Worded | None:
    """The wikilink or opt-out at `at`, where there is one and its words have markup."""
    match = _OPTOUT.match(passage.text, at) or _link_at(passage.text, at)
    words = match[match.re.groups] if match else None
    if match is None or not words or not _MARKED.search(words):
        return None
    start = match.start(match.re.groups) + len(words) - len(words.lstrip())
    return Worded(match, start, start + len(words.strip()), match.end())


def reference(passage: Passage, link: Worded, label: str, state: ParseState) -> int | None:
    """The number of the reference of a wikilink whose words read as `label`; None for an opt-out."""
    if link.match.re is _OPTOUT:
        return None
    return _refer(passage, link.match, ReferenceKind.WIKILINK, " ".join(label.split()), state)


def link(passage: Passage, at: int, state: ParseState, *, block: bool = False) -> tuple[Atom, int] | None:
    """The wikilink, embed or opt-out at `at` and where it ends; None where there is none."""
    text = passage.text
    if free := _OPTOUT.match(text, at):
        words = free[1].replace("\n", " ").strip().removesuffix("|")
        if not words:
            return _empty(passage, at, free.end(), state)
        start = free.start(1) + len(free[1]) - len(free[1].lstrip())
        return OurHtml(text=PlacedText(words, passage, start), optout=True), free.end()
    match = _link_at(text, at)
    if match is None:
        if not _LINK.match(text, at):
            _tell_open(passage, at, state)
        return None
    return _whole(passage, match, state, block=block)


def _link_at(text: str, at: int) -> re.Match[str] | None:
    """The wikilink or embed at `at`; what a `(` follows is the text of a Markdown link."""
    match = _LINK.match(text, at)
    return None if match and text[at] != "!" and text.startswith("(", match.end()) else match


def _whole(passage: Passage, match: re.Match[str], state: ParseState, *, block: bool) -> tuple[Atom, int]:
    target, anchor, label = (" ".join((part or "").split()) for part in match.groups())
    if not target and not anchor:
        return _empty(passage, match.start(), match.end(), state)
    if match[0].startswith("!") and not block:
        message = f"the embed `{match[0]}` stands in the middle of a text"
        span = passage.span(match.start(), match.end())
        state.tell("E361", message, span, hint="give it a line of its own, or write it without `!` to link")
        return _as_written(passage, match.start(), match.end())
    number = _refer(passage, match, ReferenceKind.EMBED if block else ReferenceKind.WIKILINK, label, state)
    return WholeReference(number, "" if block else label or target or anchor), match.end()


def _refer(passage: Passage, match: re.Match[str], kind: ReferenceKind, label: str, state: ParseState) -> int:
    target, anchor = " ".join(match[1].split()), " ".join((match[2] or "").split())
    start = match.start(1) + len(match[1]) - len(match[1].lstrip())
    target_span = passage.span(start, start + len(match[1].strip()))
    span = passage.span(match.start(), match.end())
    return state.refer(Reference(kind, target, span, target_span, label=label, anchor=anchor))


def _empty(passage: Passage, start: int, end: int, state: ParseState) -> tuple[Atom, int]:
    hint = "write the id of what it leads to: `[[id]]` or `[[id|words]]`"
    state.tell("E360", f"`{passage.text[start:end]}` names nothing", passage.span(start, end), hint=hint)
    return _as_written(passage, start, end)


def _as_written(passage: Passage, start: int, end: int) -> tuple[Atom, int]:
    return OurHtml(text=PlacedText(passage.text[start:end], passage, start)), end


def _tell_open(passage: Passage, at: int, state: ParseState) -> None:
    """Tells of a `[[` that is never closed; brackets of a Markdown link or a citation are none."""
    text = passage.text
    start = at + (text[at] == "!")
    closer = text.find("]", start)
    if closer > 0 and text[closer + 1 : closer + 2] in {"(", "["}:
        return
    if text[start + 2 : start + 3] in {"@", "^", "["}:
        return
    end = closer + 1 if closer > 0 and "\n" not in text[start:closer] else start + 2
    if text.rfind("[[", start + 2, closer) > 0 and text.startswith("]]", closer) and text.find("]]", closer + 2) > 0:
        hint = "end the first with `]]` before the second begins"
        state.tell("E360", "a wikilink cannot stand in the words of another", passage.span(start, end), hint=hint)
        return
    inner = text[start + 2 : closer].strip() if closer > 0 else ""
    hint = (
        f"close it: `[[{inner}]]`" if inner and "[" not in inner else "close it with `]]`, or write `\\[` for a bracket"
    )
    state.tell("E360", "this `[[` is never closed", passage.span(start, end), hint=hint)


def citation(passage: Passage, at: int, state: ParseState) -> tuple[Atom, int] | None:
    """The citation at `at`, as Pandoc reads it, and where it ends; None where there is none."""
    match = _CITATION.match(passage.text, at)
    if match is None or passage.text[match.end() : match.end() + 1] == "(" or folded(match[1]) in state.links:
        return None
    if not match[1].startswith(("@", "-@")) and not _cited(match[1].partition(";")[0]):
        return None
    cited: list[Cited] = []
    start = match.start(1)
    for part in match[1].split(";"):
        if one := _cited(part):
            prefix, source, locator = _MARKUP.sub("", one[1].strip()), one[2], one[3] or one[4] or ""
            span = passage.span(start + part.index("@"), start + len(part.rstrip()))
            cited.append(Cited(source, locator, span, prefix))
        else:
            _unread(passage, start, part, state)
        start += len(part) + 1
    if not cited:
        return _as_written(passage, match.start(), match.end())
    span, source = passage.span(match.start(), match.end()), cited[0].source
    start = passage.text.index(f"@{source}", match.start())
    target_span = passage.span(start, start + 1 + len(source))
    reference = Reference(ReferenceKind.CITATION, source, span, target_span, cited=tuple(cited))
    return WholeReference(state.refer(reference), ""), match.end()


def _cited(part: str) -> re.Match[str] | None:
    """A source of a citation with what stands before it and where in it to look; None where it cannot be read."""
    return _CITED.fullmatch(" ".join(part.split()))


def _unread(passage: Passage, start: int, part: str, state: ParseState) -> None:
    written = " ".join(part.split())
    lead = len(part) - len(part.lstrip())
    span = passage.span(start + lead, start + max(len(part.rstrip()), lead + 1))
    if not written:
        message = "this citation has a `;` with nothing beside it"
    elif written.startswith("@"):
        message = f"`{written}` is no citation: after `@` comes a source's id (a-z, 0-9, -), then `, p. 2` where needed"
    else:
        message = f"`{written}` is no citation: each source in it begins with `@`"
    state.tell("E362", message, span, hint="write `[@source-id]` or `[@source-id, p. 2; @other-id]`")
