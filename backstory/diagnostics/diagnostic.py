"""A diagnostic: what is wrong, where it stands, and the way out, as a value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How severe a diagnostic is. Only an error stops the site from being published."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class _Place(NamedTuple):
    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class Span(_Place):
    """A stretch of a text file. Lines and columns count from 1, columns in code points; the end is exclusive.

    `path` is relative to the site's folder and written with forward slashes.
    """

    # A tuple, for a site of 10,000 records has 200,000 of them, and no record is made faster.
    __slots__ = ()

    def __new__(cls, path: str, line: int = 1, column: int = 1, end_line: int = 0, end_column: int = 0) -> Span:
        """A span; without an end it is the one place where it starts."""
        if end_line == 0:
            end_line, end_column = line, column
        return tuple.__new__(cls, (path, line, column, end_line, end_column))

    def within(self, start: int, end: int) -> Span:
        """The part of this one-line span from offset `start` to `end` (code points from its first column)."""
        if self.line != self.end_line:
            return self
        last = max(self.end_column, self.column + start)
        return self._replace(column=self.column + start, end_column=min(self.column + end, last))


@dataclass(frozen=True, slots=True, order=True)
class Related:
    """Another place that belongs to the same mistake, and a message that says how."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that mends a mistake: `text` in place of what stands at `span`.

    With `path` it is the file of `span` that changes: it gets that path, relative to the site's folder.
    """

    span: Span
    text: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about the author's files.

    `message` is the cause in plain words, `label` stands under the carets, `hint` is the way out. `edits` are the way
    out for a program, where it is known to the letter; label or hint say the same. `link` is an address where the way
    out can be taken at once (GitHub's editor or new-file page).
    """

    code: str
    message: str
    span: Span
    label: str = ""
    hint: str = ""
    related: tuple[Related, ...] = ()
    severity: Severity = Severity.ERROR
    link: str = ""
    edits: tuple[Edit, ...] = ()

    def __hash__(self) -> int:
        # Of all that makes two equal, what tells most apart: a site may have ten thousand findings.
        return hash(self.order)

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The order in which diagnostics are shown: path, line, column, code, message."""
        return (self.span.path, self.span.line, self.span.column, self.code, self.message)


def ordered(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics without duplicates, sorted by path, line, column and code."""
    return tuple(sorted(dict.fromkeys(found), key=lambda each: each.order))


def weighed(
    found: Iterable[Diagnostic], severities: Mapping[str, str], *, strict: bool = False
) -> tuple[Diagnostic, ...]:
    """The diagnostics with the site's own severities; those set to `off` are left out.

    With `strict`, warnings become errors.
    """
    kept = []
    for each in found:
        level = severities.get(each.code)
        if level == "off":
            continue
        severity = each.severity if level is None else Severity(level)
        if strict and severity is Severity.WARNING:
            severity = Severity.ERROR
        kept.append(each if severity is each.severity else replace(each, severity=severity))
    return tuple(kept)
