"""Anchors of headings, as GitHub makes them, in every script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_PLAIN = re.compile(r"[a-z0-9 -]*\Z")


def slug(text: str) -> str:
    """GitHub's anchor for a heading: lower case, no punctuation, hyphens for spaces.

    Letters have one form of Unicode, NFC. A leading `_` goes as well: ids with one are the layout's. A heading without
    letters is `section`.
    """
    lowered = unicodedata.normalize("NFC", " ".join(text.lower().split("\n")).strip())
    kept = lowered if _PLAIN.match(lowered) else "".join(filter(_kept, lowered))
    return kept.replace(" ", "-").lstrip("_") or "section"


def _kept(char: str) -> bool:
    return char in " -" or unicodedata.category(char) in {"Nd", "Pc"} or unicodedata.category(char)[0] in "LM"


class Anchors:
    """The anchors of one text; each is given once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Anchors, of which some are taken."""
        self._taken = dict.fromkeys(taken)
        self._last: dict[str, int] = {}

    def unique(self, wanted: str) -> str:
        """`wanted`, with `-1`, `-2` and so on after it where it is taken."""
        anchor, number = wanted, self._last.get(wanted, 0)
        while anchor in self._taken:
            number += 1
            anchor = f"{wanted}-{number}"
        self._last[wanted] = number
        self._taken[anchor] = None
        return anchor
