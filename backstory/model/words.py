"""Text a reader sees, in one language or several."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from backstory.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Words:
    """A text by language. `texts` holds (language, text) pairs, the file's own language first."""

    texts: tuple[tuple[str, str], ...]
    span: Span = field(compare=False)

    @property
    def own(self) -> str:
        """The text in the language of the file that holds it."""
        return self.texts[0][1]

    def pick(self, lang: str) -> tuple[str, str]:
        """The text in `lang`, else in the file's own language: (text, its language)."""
        for each, text in self.texts:
            if each == lang:
                return text, each
        return self.texts[0][1], self.texts[0][0]

    def says(self, lang: str) -> bool:
        """Whether there is a text in `lang`."""
        return any(each == lang for each, _ in self.texts)

    def joined(self, others: Iterable[tuple[str, str]]) -> Words:
        """These words with the other languages added; a language that is there already stays."""
        known = {lang for lang, _ in self.texts}
        return Words(self.texts + tuple(pair for pair in others if pair[0] not in known), self.span)
