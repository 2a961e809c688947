"""Emphasis, strong emphasis and deletion: CommonMark's delimiter runs, with GitHub's `~` and `~~`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_JOINING = re.compile(
    "[\u0590-\u08ff\u0e00-\u11ff\u1780-\u17ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufeff"
    "\uff66-\uffdc\U00020000-\U0003ffff]"
)
"""Hebrew and Arabic, the scripts of South-East Asia, Chinese, Japanese and Korean."""


@dataclass(slots=True, eq=False)
class DelimiterRun:
    """A run of one delimiter, of which `count` are not matched and stay text.

    `opens` are the tags that its matched delimiters open, outermost first; `closes` is, for each element that they
    close, how many delimiters that takes.
    """

    char: str
    count: int
    can_open: bool
    can_close: bool
    length: int
    opens: tuple[str, ...] = ()
    closes: tuple[int, ...] = ()

    def __str__(self) -> str:
        return self.char * self.count


def run(text: str, start: int, end: int) -> DelimiterRun:
    """The run of delimiters from `start` to `end`, with what its neighbours let it do."""
    char = text[start]
    before, after = text[start - 1 : start], text[end : end + 1]
    space_before, space_after = not before or before.isspace(), not after or after.isspace()
    mark_before, mark_after = _punctuation(before), _punctuation(after)
    count = end - start
    joins = char != "_"
    left = not space_after and (not mark_after or space_before or mark_before or (joins and joining(before)))
    right = not space_before and (not mark_before or space_after or mark_after or (joins and joining(after)))
    if char == "_":
        return DelimiterRun(char, count, left and (not right or mark_before), right and (not left or mark_after), count)
    if char == "~" and count > 2:
        return DelimiterRun(char, count, False, False, count)  # noqa: FBT003 - neither opens nor closes
    return DelimiterRun(char, count, left, right, count)


def joining(char: str) -> bool:
    """Whether a letter is of a script whose words follow, or are put before, others without a space."""
    return _JOINING.match(char) is not None and char.isalpha()


def _punctuation(char: str) -> bool:
    if not char or char.isalnum():
        return False
    return unicodedata.category(char)[0] in "PS"


def pair(runs: list[DelimiterRun]) -> None:
    """Matches the runs of one stretch of text, innermost first."""
    bottom: dict[tuple[str, bool, int], int] = {}
    waiting: list[DelimiterRun] = []
    for closer in runs:
        if closer.can_close:
            _close(closer, waiting, bottom)
        if closer.can_open and closer.count:
            waiting.append(closer)


def _close(closer: DelimiterRun, waiting: list[DelimiterRun], bottom: dict[tuple[str, bool, int], int]) -> None:
    while closer.count:
        key = (closer.char, closer.can_open, closer.length % 3 if closer.char != "~" else closer.count)
        at = len(waiting) - 1
        floor = min(bottom.get(key, 0), len(waiting))
        while at >= floor and not _fit(waiting[at], closer):
            at -= 1
        if at < floor:
            bottom[key] = len(waiting)
            return
        opener = waiting[at]
        size = closer.count if closer.char == "~" else 2 if opener.count > 1 and closer.count > 1 else 1
        opener.opens = ("del" if closer.char == "~" else "strong" if size == 2 else "em", *opener.opens)
        closer.closes += (size,)
        opener.count -= size
        closer.count -= size
        del waiting[at + 1 if opener.count else at :]


def _fit(opener: DelimiterRun, closer: DelimiterRun) -> bool:
    if opener.char != closer.char:
        return False
    if closer.char == "~":
        return opener.count == closer.count
    both = opener.can_close or closer.can_open
    return not (both and (opener.length + closer.length) % 3 == 0 and (opener.length % 3 or closer.length % 3))
