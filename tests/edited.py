"""The edits of diagnostics, done to files as an editor does them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from backstory.diagnostics import Edit


def edited(files: Mapping[str, str], edits: Iterable[Edit]) -> dict[str, str]:
    """The files after the edits, whose places are those before any of them."""
    made = dict(files)
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        if edit.path:
            made[edit.path] = made.pop(edit.span.path)
            continue
        _, line, column, end_line, end_column = edit.span
        text = made[edit.span.path]
        text += "" if text.endswith("\n") else "\n"
        made[edit.span.path] = text[: _at(text, line, column)] + edit.text + text[_at(text, end_line, end_column) :]
    return made


def _at(text: str, line: int, column: int) -> int:
    """The offset of a line and column, from 1."""
    lines = text.split("\n")
    assert line <= len(lines), "an edit beyond the end of its file"
    assert column <= len(lines[line - 1]) + 1, "an edit beyond the end of its line"
    return sum(len(each) + 1 for each in lines[: line - 1]) + column - 1
