"""Text a reader sees, in one language or several."""

from __future__ import annotations

from dataclasses import dataclass, field

from backstory.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Words:
    """A text by language. `texts` holds (language, text) pairs, the file's own language first."""

    texts: tuple[tuple[str, str], ...]
    span: Span = field(compare=False)
    elsewhere: tuple[tuple[str, Span], ...] = field(compare=False, default=())
    """Where the texts of other files stand, by language."""

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

    def at(self, lang: str) -> Span:
        """Where the text in a language stands."""
        return next((span for each, span in self.elsewhere if each == lang), self.span)

    def joined(self, other: Words) -> Words:
        """These words with the other languages added; a language that is there already stays."""
        known = {lang for lang, _ in self.texts}
        added = tuple(pair for pair in other.texts if pair[0] not in known)
        places = tuple((lang, other.span) for lang, _ in added)
        return Words(self.texts + added, self.span, self.elsewhere + places)
