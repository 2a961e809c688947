"""A mistake found in a stretch of lines, with the line that would mend it."""

from __future__ import annotations

from dataclasses import dataclass

from backstory.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong; `row` is the line to mend (from 0), `line` its mended text ("" when unknown)."""

    diagnostic: Diagnostic
    row: int
    line: str = ""
