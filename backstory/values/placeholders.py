"""The texts that `new` leaves to be written over: published, they say what nobody means."""

from __future__ import annotations

import re

PLACEHOLDERS = frozenset((
    "One or two sentences that a reader could stop after.",
    "What happened, and who says so.",
    "What is disputed, and by whom.",
    "What is not known.",
    "One sentence that says who this is.",
    "One sentence that says what the conflict is about.",
    "Spokesman of …",
    "Another name",
    "One side",
    "The other side",
    "Who says so",
    "Their office",
    "What the word means, in thirty words at most.",
    "Who uses the word, and who does not.",
    "Who published it",
    "The name in this language",
    "Who translates",
))  # fmt: skip
_ID = re.compile(r"id-of-(?:a|an|the)-[a-z-]+")


def is_placeholder_id(text: str) -> bool:
    """Whether an id is one that stands for another still to be written: `id-of-a-source`."""
    return _ID.fullmatch(text) is not None
