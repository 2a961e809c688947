"""Texts for formats that cannot hold every character: XML 1.0, and readers that drop what it forbids."""

from __future__ import annotations

import re

_ILLEGAL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """The text with U+FFFD in place of each control character and each half of a surrogate pair."""
    return text if text.isprintable() else _ILLEGAL.sub("\ufffd", text)
