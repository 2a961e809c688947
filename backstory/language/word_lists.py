"""Lists of words in the code, each written as one text."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list, which stand between spaces."""
    return frozenset(text.split())
