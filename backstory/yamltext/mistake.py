"""A mistake found in a stretch of lines, with the line that would mend it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from backstory.diagnostics import Diagnostic
from backstory.diagnostics.edits import whole_lines
from backstory.yamltext.stretch import Source


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong; `row` is the line to mend (from 0), `line` its mended text ("" when unknown)."""

    diagnostic: Diagnostic
    row: int
    line: str = ""

    def told(self, source: Source) -> Diagnostic:
        """The diagnostic, with an edit that writes the mended line where its hint shows this line.

        `source` are the lines in which `row` counts.
        """
        hint = self.diagnostic.hint
        if not self.line.strip() or not any(f"`{line}`" in hint for line in (self.line, self.line.strip())):
            return self.diagnostic
        return replace(self.diagnostic, edits=(whole_lines(source.whole(self.row), self.line.rstrip() + "\n"),))
