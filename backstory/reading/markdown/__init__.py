"""Markdown to prose: markup, runs of text and references with their places, as GitHub shows the same text.

A text goes through five hands: its blocks are read (`blockreader`), then written again as canonical Markdown, in which
whatever has a place or a danger is a mark (`canonical`, `inlines`), rendered by Python-Markdown (`render`), sanitised
(`allowed`) and cut into parts (`cut`). All are pure.
"""

from __future__ import annotations

from backstory.diagnostics import Diagnostic, Related, ordered
from backstory.reading.markdown import allowed_html, block_reader, canonical, to_html, word_columns
from backstory.reading.markdown.block_tree import Blocks
from backstory.reading.markdown.definitions import folded
from backstory.reading.markdown.html_to_parts import HtmlParts, cut
from backstory.reading.markdown.parse_state import ParseState
from backstory.reading.markdown.private_marks import FOREIGN, TooMany
from backstory.reading.markdown.syntax import DEEPEST
from backstory.reading.markdown.text_spans import Places
from backstory.records.prose import Markup, Part, Prose
from backstory.values.located import Text
from backstory.values.record import replace

__all__ = ["body", "inline"]

_Read = tuple[Prose, tuple[Diagnostic, ...]]


def body(text: str, path: str, line: int, lang: str, *, trust_full: bool = False) -> _Read:
    """The prose of a Markdown body whose first line is line `line` of the file at `path`.

    With `trust_full` the author's HTML stays as it is. Whatever the text holds, the answer is prose and diagnostics.
    """
    return _read(text, Places(path, line), lang, trusted=trust_full)


def inline(text: Text, lang: str) -> _Read:
    """The prose of a text of the front matter; one that is a single paragraph has no `<p>` around it.

    Places are exact in a value that is written on one line as it reads; in others they are the whole value's.
    """
    prose, found = _read(str(text), _places(text), lang, trusted=False)
    return replace(prose, parts=_unwrapped(prose.parts)), found


def _places(text: Text) -> Places:
    span = text.span
    spare = span.end_column - span.column - len(text)
    if span.line == span.end_line and "\n" not in text and spare in {0, 2}:
        return Places(span.path, span.line, span.column + spare // 2)
    return Places(span.path, span.line, 1, span)


def _read(text: str, places: Places, lang: str, *, trusted: bool) -> _Read:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if FOREIGN.search(text):
        text = FOREIGN.sub("\ufffd", text)
    read = block_reader.read(text.removesuffix("\n").split("\n"))
    links = read.links
    notes = {folded(note.label): note.label for note in read.notes}
    found = ParseState(places, lang, links, notes, trusted)
    if read.deep is not None:
        message = f"this is nested more than {DEEPEST} levels deep"
        found.tell("E350", message, places.span(read.deep, 0, read.deep, 1), hint="use fewer lists and quotations")
        return Prose(lang, ()), ordered(found.diagnostics)
    _tell_repeated(read, found)
    prose, told = _rendered(read, found)
    return word_columns.placed(prose, text, places), told


def _rendered(read: Blocks, found: ParseState) -> _Read:
    try:
        source = canonical.written(read, found)
        html = found.atoms.expanded(to_html.html(source, found.atoms, found.lang))
    except TooMany:
        found.tell("E353", "this text holds too much markup", found.places.span(0, 0, 0, 1), hint="part it into pages")
        return Prose(found.lang, ()), ordered(found.diagnostics)
    except RecursionError:
        found.tell("E350", "this is nested too deeply", found.places.span(0, 0, 0, 1))
        return Prose(found.lang, ()), ordered(found.diagnostics)
    if not found.trusted:
        html = allowed_html.sanitised(html)
    return _prose(cut(html, found), found), ordered(found.diagnostics)


def _prose(done: HtmlParts, found: ParseState) -> Prose:
    return Prose(
        lang=found.lang,
        parts=tuple(done.parts),
        references=tuple(found.references),
        headings=tuple(done.headings),
        ids=tuple(dict.fromkeys(done.ids)),
        words=done.words,
    )


def _tell_repeated(read: Blocks, found: ParseState) -> None:
    for each in read.repeated:
        first = read.links[each.label]
        width = len(each.shown) + 2
        span = found.places.span(each.row, each.column, each.row, each.column + width)
        there = found.places.span(first.row, first.column, first.row, first.column + width)
        message = f"the link `[{each.shown}]` is defined twice; the first holds"
        found.tell("W356", message, span, related=(Related(there, "it is defined here"),))


def _unwrapped(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts without the `<p>` around them, where they are one paragraph."""
    first, last = (parts[0], parts[-1]) if len(parts) > 1 else (None, None)
    if not isinstance(first, Markup) or not isinstance(last, Markup):
        return parts
    if not first.html.startswith("<p>") or not last.html.endswith("</p>"):
        return parts
    if sum(part.html.count("<p>") for part in parts if isinstance(part, Markup)) != 1:
        return parts
    inner = (Markup(first.html[3:]), *parts[1:-1], Markup(last.html[:-4]))
    return tuple(part for part in inner if not isinstance(part, Markup) or part.html)
