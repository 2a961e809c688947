"""Private characters that stand in HTML, while it is sanitised, for what has a place or is not the author's.

Content cannot hold such characters (reading a file refuses them), so a mark is never mistaken for an author's text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from backstory.reading.markdown.atoms import Atom, PlacedText, RawHtml

_FIRST = 0xF0000
_MOST = 120_000

FOREIGN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff\U000f0000-\U0010ffff]")
"""What no text may hold: marks, and characters that HTML and Python-Markdown keep for themselves."""
MARK = re.compile("[\U000f0000-\U0010fffd]")


class TooMany(Exception):
    """A text holds more markup than there are marks."""


@dataclass(slots=True)
class Marks:
    """The marks of one text: each stands for an atom, or stands before text and says where that is written."""

    held: list[Atom | PlacedText] = field(default_factory=list)

    def add(self, held: Atom | PlacedText) -> str:
        """A mark for an atom or before a text; TooMany when there is none left."""
        if len(self.held) >= _MOST:
            raise TooMany
        self.held.append(held)
        return chr(_FIRST + len(self.held) - 1)

    def get(self, mark: str) -> Atom | PlacedText:
        """What a mark stands for or before."""
        return self.held[ord(mark) - _FIRST]

    def marked(self, text: PlacedText) -> str:
        """Text with a mark before the words of each line; blanks alone have none, for in tables they are no text."""
        lines = []
        for line, at in text.lines():
            words = line.lstrip()
            lead = len(line) - len(words)
            mark = self.add(PlacedText(words, text.passage, at + lead)) if words else ""
            lines.append(f"{line[:lead]}{mark}{words}")
        return "\n".join(lines)

    def expanded(self, html: str) -> str:
        """HTML with the authors' own put back; all other marks stay."""
        return MARK.sub(self._html, html)

    def _html(self, found: re.Match[str]) -> str:
        held = self.get(found[0])
        return held.html if isinstance(held, RawHtml) else found[0]
