"""What reading one text gathers: references, footnotes in order of their use, diagnostics, marks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from backstory.diagnostics import Diagnostic, Edit, Related, Span, report
from backstory.reading.markdown.atoms import RawHtml
from backstory.reading.markdown.definitions import Definition, folded
from backstory.reading.markdown.private_marks import Marks
from backstory.reading.markdown.text_spans import Places
from backstory.records.prose import Reference


class FootnoteUses(NamedTuple):
    """A used footnote: its number from 1, its anchor and those of its uses."""

    number: int
    anchor: str
    anchors: list[str]


@dataclass(slots=True)
class ParseState:
    """What is gathered of one text; `links` and `notes` are its definitions by folded label.

    `raw` says that the text holds HTML of its author, or markup that browsers would set right, so that it must be
    sanitised as a whole. `in_remark` says that a remark of another program was begun and not ended.
    """

    places: Places
    lang: str
    trusted: bool = False
    links: dict[str, Definition] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    uses: dict[str, FootnoteUses] = field(default_factory=dict)
    raw: bool = False
    in_remark: bool = False
    marks: Marks = field(default_factory=Marks)

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
        instead: str = "",
        edits: tuple[Edit, ...] = (),
    ) -> None:
        """Keeps a diagnostic. Where the file writes the text in another way, no edit can be given."""
        found = report(code, message, span, hint=hint, label=label, related=related, instead=instead, edits=edits)
        self.diagnostics.append(replace(found, edits=()) if found.edits and self.places.whole else found)

    def raw_html(self, html: str) -> RawHtml:
        """The atom of an author's HTML; from now on the text must be sanitised."""
        self.raw = True
        return RawHtml(html)

    def use_note(self, label: str) -> FootnoteUses | None:
        """The uses of the footnote `label`, with one more as the last; None for a label that is not defined."""
        key = folded(label)
        if key not in self.notes:
            return None
        number = len(self.uses) + 1
        uses = self.uses.setdefault(key, FootnoteUses(number, f"fn-{number}", []))
        again = f"-{len(uses.anchors) + 1}" if uses.anchors else ""
        uses.anchors.append(f"{uses.anchor}-ref{again}")
        return uses
