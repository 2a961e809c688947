"""What reading one text gathers: marks, references, footnotes in order of their use, diagnostics."""

from __future__ import annotations

from dataclasses import dataclass, field

from backstory.diagnostics import Diagnostic, Related, Span, report
from backstory.reading.markdown.definitions import Definition, folded
from backstory.reading.markdown.private_marks import Atoms
from backstory.reading.markdown.text_spans import Places
from backstory.records.prose import Reference


@dataclass(slots=True)
class ParseState:
    """One text's gatherings; `links` and `notes` are its definitions by folded label."""

    places: Places
    lang: str
    links: dict[str, Definition] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    trusted: bool = False
    atoms: Atoms = field(default_factory=Atoms)
    references: list[Reference] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    uses: dict[str, int] = field(default_factory=dict)

    def refer(self, reference: Reference) -> int:
        """Keeps a reference and gives its number."""
        self.references.append(reference)
        return len(self.references) - 1

    def tell(
        self,
        code: str,
        message: str,
        span: Span,
        *,
        hint: str = "",
        label: str = "",
        related: tuple[Related, ...] = (),
    ) -> None:
        """Keeps a diagnostic."""
        self.diagnostics.append(report(code, message, span, hint=hint, label=label, related=related))

    def use(self, label: str) -> tuple[int, int] | None:
        """The number of the footnote `label` and of this use of it, both from 1; None for one not defined."""
        key = folded(label)
        if key not in self.notes:
            return None
        self.uses[key] = self.uses.get(key, 0) + 1
        return list(self.uses).index(key) + 1, self.uses[key]

    def note_id(self, number: int) -> str:
        """The anchor of a footnote; `-ref` after it is that of its first use."""
        return f"fn-{number}"
