"""The record of a diagnostic code: its meaning, with a bad and a good example."""

from __future__ import annotations

from dataclasses import dataclass

from backstory.diagnostics.diagnostic import Severity

_SEVERITY_OF = {"E": Severity.ERROR, "W": Severity.WARNING, "N": Severity.NOTE}


@dataclass(frozen=True, slots=True)
class Code:
    """What a code means. `bad` and `good` are short excerpts of an author's file.

    The letter is the severity a code starts with (E error, W warning, N note); site.yaml may change it.
    """

    id: str
    title: str
    explanation: str
    bad: str
    good: str

    @property
    def severity(self) -> Severity:
        """The severity the code has unless site.yaml says otherwise."""
        return _SEVERITY_OF[self.id[0]]
