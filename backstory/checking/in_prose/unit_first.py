"""Numbers after their unit: `aircraft: 14`, `aircraft (14)`, `the number of aircraft at Jufra was 14`.

Only where nothing but an end, a bracket or a preposition follows, for most numbers there count what comes after them.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from backstory.checking.in_prose.numbers_in_prose import Number
from backstory.checking.in_prose.units import stem
from backstory.language.names import fold, tokens

_ENDS = re.compile(
    r"\s*(?:\Z|[,;.!?)\]،؛؟\ufffc]|[-–—]\s|\(|(?:or more|in all|in total|altogether|in|on|at|by|as|when|according|not|"
    r"but|selon|au total|en|au|à|le|dans|d['’]après|وفق|حسب|بحسب|في)\b)",
    re.IGNORECASE,
)
_COLON = re.compile(r"\s*[::]\s*\Z")
_BRACKET = re.compile(r"\s*\(\s*\Z")
_CLOSED = re.compile(r"\s*\)")
_NUMBERED = re.compile(r"\(\s*1\s*\)")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\Z")
_COUNT = re.compile(
    r"\b(?:number|count|total|tally) of (?P<en>[^,;:.()]{1,60}?) "
    r"(?:(?:is|was|were|are|has been|had been)(?: now| then)?(?: (?:put|given|estimated|set) (?:at|as))?|reached|"
    r"(?:stood|stands) at|(?:came|comes|amounted|rose|grew|fell|dropped) to)\s*\Z|"
    r"\bnombre (?:total )?(?:de |des |d['’])(?P<fr>[^,;:.()]{1,60}?) "
    r"(?:(?:est|était|fut|a été)(?: estimé)?|atteint|atteignait|s['’](?:élève|élevait|établit|établissait))"
    r"(?: (?:de|d|à))?\s*\Z|"
    r"(?<!\w)[وف]?عدد (?P<ar>[^,;:.()،؛]{1,60}?)(?: (?:هو|كان|بلغ|يبلغ|وصل إلى|إلى))?\s*\Z",
    re.IGNORECASE,
)
_ARTICLES = frozenset(("the", "all", "les"))
_PLACES = "at in on near there here seen sent deployed à en au dans sur près envoyés déployés في على هناك"
_THERE = frozenset(fold(word) for word in _PLACES.split())


def unit_before(text: str, number: Number, end: int, lead: str, units: Collection[str]) -> int | None:
    """Where the unit of a number begins that stands before it, None where none does.

    `end` is that of the number, or of the range it begins; `lead` is the text up to it without words such as `about`.
    """
    if opened := _BRACKET.search(lead):
        closed = _CLOSED.match(text, end)
        counts = closed and not _is_year(text, number) and not _NUMBERED.search(text)
        return _last_word(lead[: opened.start()], units) if counts else None
    if not _ENDS.match(text, end):
        return None
    if colon := _COLON.search(lead):
        return None if _is_year(text, number) else _last_word(lead[: colon.start()], units)
    counted = _COUNT.search(lead)
    return _counted_word(counted, units) if counted else None


def _is_year(text: str, number: Number) -> bool:
    return _YEAR.match(text, number.start, number.end) is not None and number.value % 100 != 0


def _last_word(lead: str, units: Collection[str]) -> int | None:
    words = tokens(lead)
    last = words[-1] if words else None
    return last.start if last and last.end == len(lead) and stem(last.text) in units else None


def _counted_word(found: re.Match[str], units: Collection[str]) -> int | None:
    """Where the unit begins in what is counted: nothing but a place follows it, and of words before it an adjective."""
    group = found.lastgroup or "en"
    words = tokens(found[group])
    at = next((at for at, word in enumerate(words) if stem(word.text) in units), None)
    if at is None:
        return None
    before = [word for word in words[:at] if word.text.casefold() not in _ARTICLES]
    after = words[at + 1 :]
    while after and stem(after[0].text) in units:
        after = after[1:]
    if len(before) > 1 or (after and fold(after[0].text) not in _THERE):
        return None
    return found.start(group) + words[at].start
