"""Turns straight quotation marks and apostrophes into those of each language, as CLDR gives them.

Only for running text: never for code, addresses or attributes.
"""

from __future__ import annotations

import re

_ENGLISH = ("“", "”", "‘", "’")
_GUILLEMETS = ("«", "»", "‹", "›")
_SPACED = ("«\u202f", "\u202f»", "‹\u202f", "\u202f›")
_LOW = ("„", "“", "‚", "‘")
# Outer and inner marks, opening and closing.
_MARKS = {
    **dict.fromkeys(("ar", "fa"), _GUILLEMETS),
    **dict.fromkeys(("es", "it"), ("«", "»", "“", "”")),
    **dict.fromkeys(("ru", "uk", "be"), ("«", "»", "„", "“")),
    **dict.fromkeys(("de", "cs", "sk", "sl", "bg"), _LOW),
    "fr": _SPACED,
    "pl": ("„", "”", "«", "»"),
}
_APOSTROPHE = "’"
_OPENERS = "([{<—–-/“‘«‹„‚¿¡"
_STRAIGHT = re.compile("[\"']")
_CLOSES_LATER = re.compile(r"(?<=[^\s(\[{])'(?!\w)")
_SHORT_YEAR = re.compile(r"'\d\d(?![\d'])")
_MEASURED = re.compile(r"(?:[°º]\s?|[°º\d.,]['′]\s?)\d+(?:[.,]\d+)?\Z")
"""Degrees or minutes, and a figure that they go on with: what follows are minutes or seconds."""
_LONGEST_FIGURE = 20


def curled(text: str, lang: str) -> str:
    """The text with the quotation marks and apostrophes of `lang` in place of straight ones."""
    if '"' not in text and "'" not in text:
        return text
    return Curler(lang).text(text)


class Curler:
    """Does so for a text in pieces: it knows what came before a piece, and which quotation is open."""

    __slots__ = ("_before", "_marks", "_open", "_open_inside")

    def __init__(self, lang: str):
        """Begin a text in `lang`."""
        self._marks = _MARKS.get(lang.split("-", maxsplit=1)[0], _ENGLISH)
        self.rest()

    def rest(self) -> None:
        """End a paragraph: no quotation is open any more."""
        self._before = ""
        self._open = self._open_inside = False

    def passed(self, text: str) -> None:
        """Note a piece that stays as it is, such as code."""
        self._before = text[-1:] or self._before

    def text(self, text: str) -> str:
        """The next piece of the text, with its marks in place."""
        if '"' not in text and "'" not in text:
            self.passed(text)
            return text
        written, at = [], 0
        for found in _STRAIGHT.finditer(text):
            start = found.start()
            self.passed(text[at:start])
            then = text[start + 1 : start + 2]
            if self._before.isdigit() and _MEASURED.search(text, max(0, start - _LONGEST_FIGURE), start):
                mark = found[0]
            else:
                mark = self._double(then) if found[0] == '"' else self._single(then, text[start:])
            written += [text[at:start], mark]
            self.passed(mark)
            at = start + 1
        self.passed(text[at:])
        written.append(text[at:])
        return "".join(written)

    @property
    def _at_edge(self) -> bool:
        return not self._before or self._before.isspace() or self._before in _OPENERS

    def _double(self, then: str) -> str:
        """Inches stay as they are. A quotation that was never closed does not turn the later ones round."""
        if not self._open and self._before.isdigit():
            return '"'
        opens = self._at_edge and (not self._open or then.isalnum())
        self._open = opens or (not self._open and then.isalnum())
        return self._marks[0] if self._open else self._marks[1]

    def _single(self, then: str, ahead: str) -> str:
        """An apostrophe, unless an inner quotation opens here and is closed later, or is closed here. Feet stay."""
        if not self._at_edge:
            if self._before.isdigit() and not then.isalpha() and (then.isdigit() or not self._open_inside):
                return "'"
            closes = self._open_inside and not then.isalnum()
            self._open_inside = self._open_inside and not closes
            return self._marks[3] if closes else _APOSTROPHE
        self._open_inside = not _SHORT_YEAR.match(ahead) and _CLOSES_LATER.search(ahead, 1) is not None
        return self._marks[2] if self._open_inside else _APOSTROPHE
