"""Edits of whole lines: written anew, deleted, added above or below."""

from __future__ import annotations

from backstory.diagnostics.diagnostic import Edit, Span


def whole_lines(span: Span, text: str = "") -> Edit:
    """The edit that writes `text`, "" or whole lines, in place of the lines that a span reaches over."""
    return Edit(Span(span.path, span.line, 1, span.end_line + 1, 1), text)


def without(key: Span, value: Span) -> Edit:
    """The edit that deletes the lines of a key, which begins its line, and of its value."""
    # What a block of text reaches over ends where the next line begins.
    last = value.end_line - (value.end_column == 1 and value.end_line > key.line)
    return whole_lines(key._replace(end_line=max(key.line, last)))


def above(span: Span, text: str) -> Edit:
    """The edit that adds whole lines above the one where a span begins."""
    return Edit(Span(span.path, span.line), text)


def below(span: Span, text: str) -> Edit:
    """The edit that adds whole lines below the one where a span ends."""
    return Edit(Span(span.path, span.end_line + 1), text)
