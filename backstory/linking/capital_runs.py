"""Runs of capitals: in a headline they make no abbreviation of `who`, and no name of `may`."""

from __future__ import annotations

import re

from backstory.linking import context_words as beside
from backstory.linking.matcher import Match, Scan

_LINE_END = re.compile(r"\n")
_SENTENCE_END = re.compile(r"[.!?:;…\n]")
_LONG = 4


def in_capitals(found: Scan, match: Match) -> bool:
    """Whether the name stands in a line of capitals, or in a run of three words and more within a line.

    Names alone make no such run: `US AFRICOM`, `UN, EU and NATO`. Words that are no names and stand beside another
    with only a space between show it: one in a whole line, two elsewhere, and one of them no abbreviation.
    """
    if not found.text[match.start : match.end].isupper():
        return False
    run = _run(found, match, _LINE_END)
    whole = _ends_line(found, run.start) and _ends_line(found, run.stop)
    if not whole:
        run = _run(found, match, _SENTENCE_END)
    if (run, whole) not in found.headlines:
        found.headlines[run, whole] = _is_headline(found, run, whole=whole)
    return found.headlines[run, whole]


def _is_headline(found: Scan, run: range, *, whole: bool) -> bool:
    if len(run) < (2 if whole else 3):
        return False
    beside_space = {at for at in run[1:] if found.gap(at).isspace()}
    others = [
        word
        for at in run
        if at not in found.named and (at in beside_space or at + 1 in beside_space) and len(word := found.words[at]) > 1
    ]
    plain = any(len(word) >= _LONG or word.casefold() in beside.OPENERS for word in others if word.isalpha())
    return plain and len(others) >= (1 if whole else 2)


def _run(found: Scan, match: Match, end: re.Pattern[str]) -> range:
    """The words in capitals around the name, up to what ends a line or a sentence."""
    known = found.runs.get(end)
    if known is not None and known.start <= match.first and match.last <= known.stop:
        return known
    first, last = match.first, match.last
    while first and _capital(found.words[first - 1]) and not end.search(found.gap(first)):
        first -= 1
    while last < len(found.words) and _capital(found.words[last]) and not end.search(found.gap(last)):
        last += 1
    run = range(first, last)
    within = range(match.first + 1, match.last)
    if not any(end.search(found.gap(at)) for at in within) and all(_capital(found.words[at]) for at in within):
        found.runs[end] = run  # it is the run of every name in it
    return run


def _capital(word: str) -> bool:
    """Whether a word has more capitals than small letters, or no letters: `McDONALD`, `2020`."""
    return word.isdigit() or 2 * sum(map(str.isupper, word)) > len(word)


def _ends_line(found: Scan, at: int) -> bool:
    return at in (0, len(found.words)) or "\n" in found.gap(at)
