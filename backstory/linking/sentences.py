"""Sentences: the one that a mention stands in, cut well in Latin, Cyrillic, Arabic and other scripts."""

from __future__ import annotations

import re
from bisect import bisect_right

from backstory.linking.context_words import words

MOST = 240
"""Characters of a sentence that are shown, but for the ellipses."""

_END = re.compile(
    r"""(?:[.!?؟۔।…‥]+|[。！？]+)(?P<close>["'”’»›)\]}]*)(?P<space>\s+|\Z|(?<=[。！？])|(?<=[。！？][」』）]))"""
)
_ABBREVIATIONS = words("""
    gen lt col maj capt cmdr sgt adm brig mr mrs ms dr st prof rev hon sen rep gov pres no nos vs etc inc ltd co corp
    dept est approx cf e.g i.e al fig vol pp p art jan feb mar apr jun jul aug sept sep oct nov dec u.s u.n u.k u.a.e
    e.u d.c mme m mm mlle av env hr fr ing sr jr ph.d a.m p.m
    г гг ул им т.е т.д т.п др проф ген полк руб тыс млн млрд стр с см
    د أ م ص
    """)
# After these a sentence goes on even before a capital: a name follows. The others end one there.
_BEFORE_NAMES = words("""
    gen lt col maj capt cmdr sgt adm brig mr mrs ms dr st prof rev hon sen rep gov pres mme m mm mlle no nos vs г им ул
    проф ген полк fig vol art
    """)
_WORD_BEFORE = re.compile(r"[\w.]*\w\Z")
_SPACES = re.compile(r"\s+")
_ODD_SPACES = re.compile(r"\s\s|[^\S ]")


def sentence(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The sentence around characters `start` to `end`: before, the mention, after; long ones cut at word ends.

    Runs of space become one; what was cut away is marked with an ellipsis.
    """
    begin = max(0, start - 2 * MOST)
    text, start, end = text[begin : end + 2 * MOST], start - begin, end - begin
    cuts = [0, *_ends(text), len(text)]
    first = cuts[bisect_right(cuts, start) - 1]
    last = next((cut for cut in cuts if cut >= end and cut > first), len(text))
    before = _spaced(text[first:start]).lstrip()
    mention = _spaced(text[start:end])
    after = _spaced(text[end:last]).rstrip()
    return _clipped(before, mention, after)


def _spaced(text: str) -> str:
    """The text with each run of space as one space."""
    return _SPACES.sub(" ", text) if _ODD_SPACES.search(text) else text


def _ends(text: str) -> list[int]:
    """Where sentences end: after their closing quotes and the space."""
    return [match.end() for match in _END.finditer(text) if match.end() < len(text) and _closes(text, match)]


def _closes(text: str, match: re.Match[str]) -> bool:
    mark = text[match.start()]
    follows = text[match.end() : match.end() + 1]
    if mark == "…" or match[0].startswith("..") or match["close"]:
        return not follows.islower()
    if mark != ".":
        return not follows.islower()
    if follows.islower():
        return False
    before = _WORD_BEFORE.search(text[max(0, match.start() - 12) : match.start()])
    word = before[0] if before else ""
    if len(word) == 1 and word.isupper():
        return False
    lower = word.lower()
    if lower in ("no", "nos", "p", "pp", "fig", "vol", "art"):
        return not follows.isdigit()
    dotted = "." in word and not word.replace(".", "").isdigit()
    return not (lower in _BEFORE_NAMES or (lower in _ABBREVIATIONS and not follows.isupper() and not dotted)
                or (dotted and _goes_on(text, match.end())))  # fmt: skip


def _goes_on(text: str, place: int) -> bool:
    """After `U.S.`: whether what follows is more likely a name than a new sentence."""
    opener = re.match(r"\w+", text[place:])
    return opener is None or opener[0].casefold() not in _STARTS


_STARTS = words("""
    the a an it he she they we i this that these those but and in on at after before when while however its his her
    their there if as for by both some many officials le la les il elle ils elles un une mais en dans
    """)


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
    space = kept.find(" ")
    kept = kept[space + 1 :] if space >= 0 else kept
    return f"… {kept}"


def _cut_right(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    kept = text[: max(room, 0)]
    space = kept.rfind(" ")
    kept = kept[:space] if space >= 0 else kept
    return f"{kept.rstrip(',;:،؛ ')} …"
