"""The sentence around a mention, as backlinks show it: of at most MOST characters."""

from __future__ import annotations

import re
from bisect import bisect_right

from backstory.language.sentences import sentence_ends

MOST = 240
"""Characters of a sentence that are shown, but for the ellipses."""

_SPACES = re.compile(r"\s+")
_ODD_SPACES = re.compile(r"\s\s|[^\S ]")


def sentence(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The sentence around characters `start` to `end`: before, the mention, after; long ones cut at word ends.

    Runs of space become one; what was cut away is marked with an ellipsis.
    """
    begin = max(0, start - 2 * MOST)
    text, start, end = text[begin : end + 2 * MOST], start - begin, end - begin
    cuts = [0, *sentence_ends(text), len(text)]
    first = cuts[bisect_right(cuts, start) - 1]
    last = next((cut for cut in cuts if cut >= end and cut > first), len(text))
    before = _spaced(text[first:start]).lstrip()
    mention = _spaced(text[start:end])
    after = _spaced(text[end:last]).rstrip()
    return _clipped(before, mention, after)


def _spaced(text: str) -> str:
    """The text with each run of space as one space."""
    return _SPACES.sub(" ", text) if _ODD_SPACES.search(text) else text


def _clipped(before: str, mention: str, after: str) -> tuple[str, str, str]:
    """The parts within MOST characters: half the room goes to each side, and what one side leaves to the other."""
    room = MOST - len(mention)
    if len(before) + len(after) <= room:
        return before, mention, after
    half = max(room // 2, 0)
    left = max(half, room - len(after)) if len(after) < half else half
    right = max(room - len(before), half) if len(before) < half else room - left
    return _cut_left(before, left), mention, _cut_right(after, right)


def _cut_left(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    kept = text[len(text) - max(room, 0) :]
    return f"… {kept[kept.find(' ') + 1 :]}"


def _cut_right(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    kept = text[: max(room, 0)]
    kept = kept[: kept.rfind(" ")] if " " in kept else kept
    return f"{kept.rstrip(',;:،؛ ')} …"
