"""A Markdown file in two: the YAML between its lines of three hyphens, and the body."""

from __future__ import annotations

import re

from backstory.diagnostics import Diagnostic, Span, report
from backstory.diagnostics.edits import above, below, whole_lines
from backstory.values.record import Record

_FENCE = re.compile(r"---[ \t]*\Z")
_CLOSE = re.compile(r"(?:---|\.\.\.)[ \t]*\Z")
_NEARLY = re.compile(r"[ \t]*(?:-{2}|-{3}|-{4,}|- - -|[–—−]+-?|\+{3}|={3,}|\*{3,})[ \t]*\Z")
_KEY = re.compile(r"[\"']?[\w-]+[\"']?[ \t]*:(?:\s|\Z)")
_YAML = re.compile(r"\s|[\"']?[\w -]+[\"']?[ \t]*:|-(?:\s|\Z)|#(?!#+ )|[\]}]")


class Split(Record, frozen=True):
    """The parts of a file with their first lines; `fields` is None where there is no front matter at all."""

    fields: str | None
    fields_line: int
    body: str
    body_line: int
    diagnostics: tuple[Diagnostic, ...] = ()


def split(text: str, path: str) -> Split:
    """Front matter and body of a text. Where a border is missing, it is reported and guessed, to read on."""
    lines = text.split("\n")
    start = next((row for row, line in enumerate(lines) if line.strip()), 0)
    if _FENCE.match(lines[start]):
        late = () if start == 0 else (_late(path, start),)
        return _opened(lines, path, start, late)
    return _unopened(lines, path, start)


def _late(path: str, row: int) -> Diagnostic:
    hint = "delete the empty lines above it: `---` must be the first line"
    edits = (whole_lines(Span(path, 1, 1, row, 1)),)
    return report("E010", "the front matter starts below an empty line", _row(path, row, "---"), hint=hint, edits=edits)


def _opened(lines: list[str], path: str, start: int, found: tuple[Diagnostic, ...]) -> Split:
    close = next((row for row in range(start + 1, len(lines)) if _CLOSE.match(lines[row])), None)
    guess = _first_prose(lines, start + 1, len(lines) if close is None else close)
    if close is not None and guess is None:
        return _cut(lines, start + 1, close, close + 1, found)
    return _unclosed(lines, path, start, guess, found)


def _first_prose(lines: list[str], start: int, end: int) -> int | None:
    """The row where the front matter must have ended: a slip of the closing line, or text after an empty line."""
    for row in range(start, end):
        line = lines[row]
        if not line.strip():
            continue
        if _NEARLY.match(line) and not line.startswith(" "):
            return row
        if not _YAML.match(line) and not lines[row - 1].strip() and row > start:
            return row
    return None


def _unclosed(lines: list[str], path: str, start: int, guess: int | None, found: tuple[Diagnostic, ...]) -> Split:
    if guess is not None and _NEARLY.match(lines[guess]):
        message = f"`{lines[guess].strip()}` does not close the front matter; three hyphens do"
        slip = _fence("E011", message, _row(path, guess, lines[guess]))
        return _cut(lines, start + 1, guess, guess + 1, (*found, slip))
    end = guess if guess is not None else _end_of_keys(lines, start + 1)
    # What looks like a remark above the text is more likely its heading.
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("# ")):
        end -= 1
    hint = f"add a line `---` after line {end}, where the keys seem to end"
    message = "the front matter opened here is never closed"
    if guess is not None:
        message = "the front matter opened here is not closed before the text begins"
    edits = (below(Span(path, end), "---\n"),)
    slip = report("E011", message, _row(path, start, "---"), hint=hint, edits=edits)
    return _cut(lines, start + 1, end, end, (*found, slip))


def _fence(code: str, message: str, span: Span) -> Diagnostic:
    """The diagnostic of a line that should be three hyphens."""
    return report(code, message, span, hint="write `---`", edits=(whole_lines(span, "---\n"),))


def _end_of_keys(lines: list[str], start: int) -> int:
    """The row after the last that looks like YAML, with no closing line to go by."""
    for row in range(start, len(lines)):
        if lines[row].strip() and not _YAML.match(lines[row]):
            return row
    return len(lines)


def _unopened(lines: list[str], path: str, start: int) -> Split:
    first = lines[start]
    span = _row(path, start, first)
    close = next((row for row in range(start + 1, len(lines)) if _CLOSE.match(lines[row])), None)
    if _KEY.match(first):
        end = close if close is not None else _blank(lines, start)
        hint = "add a line `---` above it"
        edits = [above(span, "---\n")]
        if close is None:
            hint += f", and another after line {end}"
            edits.append(below(Span(path, end), "---\n"))
        message = "the front matter starts without its line of three hyphens"
        found = (report("E010", message, span, hint=hint, edits=tuple(edits)),)
        return _cut(lines, start, end, end + (close is not None), found)
    if _NEARLY.match(first) and close is not None:
        message = f"`{first.strip()}` does not open the front matter; three hyphens do"
        return _cut(lines, start + 1, close, close + 1, (_fence("E010", message, span),))
    message = "this file starts with text, where its front matter should stand"
    if first.startswith(("+++", "{")):
        message = "the front matter is not in YAML, and only YAML is read"
    hint = "start the file with a line `---`, then keys such as `title: Whose jets?`, then a line `---`"
    return Split(None, 1, "\n".join(lines), 1, (report("E010", message, span, hint=hint),))


def _blank(lines: list[str], start: int) -> int:
    return next((row for row in range(start, len(lines)) if not lines[row].strip()), len(lines))


def _cut(lines: list[str], start: int, end: int, body: int, found: tuple[Diagnostic, ...]) -> Split:
    return Split("\n".join(lines[start:end]), start + 1, "\n".join(lines[body:]), body + 1, found)


def _row(path: str, row: int, line: str) -> Span:
    return Span(path, row + 1, 1, row + 1, max(len(line.rstrip()), 1) + 1)
