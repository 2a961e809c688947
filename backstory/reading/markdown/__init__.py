"""Markdown to prose: markup, runs of text and references with their places, as GitHub shows the same text.

converter          Python-Markdown set up: it runs the steps, from the lines of a text to the parts of a prose
block_reader       lines -> blocks; open_blocks, block_starts: what is open, what begins; block_tree: the records
block_parser       blocks -> Python-Markdown's tree; footnotes: those at its end
inlines            the text of a block -> pieces; inline_scan: the pieces; inline_elements: pieces -> tree
link_brackets      links, images and footnotes in text; unread_brackets, unread_marks: what stays text
                   emphasis, wikilinks, autolinks, html_tags: the other marks
syntax, definitions, pipe_tables   patterns of blocks, definitions and addresses of links, rows of tables
addresses          what links may lead to
atoms              the leaves of the tree: text that knows its place, references, HTML
tree_to_parts      the tree -> parts
html_to_parts      HTML -> parts, for a text that holds HTML of its author; allowed_html: what is let through;
                   private_marks: what stands in it for places and references
prose_parts        the parts as they are gathered; slugs: the anchors of headings
parse_state        what is gathered beside them; text_spans: places of text in its file
"""

from __future__ import annotations

from backstory.diagnostics import Diagnostic, ordered
from backstory.reading.markdown.converter import parts_of_text
from backstory.reading.markdown.parse_state import ParseState
from backstory.reading.markdown.private_marks import FOREIGN, TooMany
from backstory.reading.markdown.text_spans import Places
from backstory.records.prose import Markup, Part, Prose, packed
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
    return replace(prose, packed=packed(_unwrapped(prose.parts))), found


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
    state = ParseState(places, lang, trusted)
    try:
        prose = parts_of_text(text.removesuffix("\n"), state).prose()
    except TooMany:
        state.tell("E353", "this text holds too much markup", places.span(0, 0, 0, 1), hint="part it into pages")
        prose = Prose(lang, packed(()))
    return prose, ordered(state.diagnostics)


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
