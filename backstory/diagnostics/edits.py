"""Edits of whole lines: written anew, deleted, added above or below."""

from __future__ import annotations

from backstory.diagnostics.diagnostic import Edit, Span


def whole_lines(span: Span, text: str = "") -> Edit:
    """The edit that writes `text`, "" or whole lines, in place of the lines that a span reaches over."""
    return Edit(Span(span.path, span.line, 1, span.end_line + 1, 1), text)


def above(span: Span, text: str) -> Edit:
    """The edit that adds whole lines above the one where a span begins."""
    return Edit(Span(span.path, span.line), text)


def below(span: Span, text: str) -> Edit:
    """The edit that adds whole lines below the one where a span ends."""
    return Edit(Span(span.path, span.end_line + 1), text)
