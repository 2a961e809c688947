"""Dates and sums: words that are a name elsewhere, and here a part of `4 May 2020` or of `US$400 million`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from backstory.language.locales import Calendar, calendar, money
from backstory.language.names import fold
from backstory.linking import context_words as beside
from backstory.linking.inflection import PARTICLE, readings
from backstory.linking.matcher import Match, Scan, words_of
from backstory.linking.scripts import SPACELESS

_AROUND = 48
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th|er|re|e|o|a)?"
_YEAR = r"[12][0-9]{3}"
_NUMBER = rf"(?:{_YEAR}|{_DAY})"
_BEGINS = r"(?<![\w$€£])(?<![0-9][.,])"
_ENDS = r"(?!\w|[.,][0-9]| ?%)"
_SIGNS = frozenset("$¢£¤¥֏؋৲৳৻૱௹฿៛꠸﷼﹩＄￠￡￥￦" + "".join(map(chr, range(0x20A0, 0x20C1))))
_ABBREVIATION = re.compile(r"[^\W\d_a-z]{1,4}")
_SHORT_SCALES = frozenset(["k", "m", "mn", "mln", "bn", "tn", "trn", "crore", "lakh", "hundred"])


def in_date(found: Scan, match: Match) -> bool:
    """Whether the name is a month, a weekday or a number, and the words around make a date of it.

    `17 November` is a name too; a weekday before it, a year after it or a word such as *on* makes it a date.
    """
    lang = found.lexicon.lang
    parts = _date_parts(found.text[match.start : match.end], lang)
    if "" in parts:
        return _in_other_calendar(found, match)
    if SPACELESS.search(found.words[match.first]):
        return True
    forms = _date_forms(lang)
    before, after = _beside(found, match)
    if parts == {"number"}:
        return bool(forms.before_number.search(before) or forms.after_number.match(after))
    if forms.before.search(before) or forms.after.match(after):
        return True
    if parts.isdisjoint({"whole"}):
        return False
    if parts == {"whole"} and (forms.month_before.search(before) or forms.month_after.match(after)):
        return True
    return bool(forms.when.search(before) or forms.then.match(after) or _stands_alone(before, after))


@lru_cache(maxsize=4096)
def _date_parts(name: str, lang: str) -> frozenset[str]:
    """Which parts of a date the words of a name may be; "" is among them where one is none."""
    known = calendar(lang)
    bare = name.rstrip(".׳'")
    words = [bare] if fold(bare) in known.whole | known.short else words_of(name)
    return frozenset(_date_part(word, known, lang) for word in words)


def _date_part(word: str, known: Calendar, lang: str) -> str:
    if re.fullmatch(_NUMBER, fold(word)):
        return "number"
    forms = {form for form, bent in readings(word, lang) if not bent & ~PARTICLE}
    if forms & known.whole:
        return "lower" if known.capitals and word.islower() else "whole"
    return "short" if forms & known.short else ""


def _in_other_calendar(found: Scan, match: Match) -> bool:
    """`12 Ramadan 1441`: a day before the name and a year after it."""
    if not found.text[match.end + 1 : match.end + 2].isdigit():
        return False
    before, after = _beside(found, match)
    return bool(re.search(rf"{_BEGINS}{_DAY} \|\Z", before) and re.match(rf"\| {_YEAR}{_ENDS}", after))


def _stands_alone(before: str, after: str) -> bool:
    """`17 November: the council met`, and a cell of a table that holds nothing else."""
    return bool(re.fullmatch(r"\W*\|", before) and re.match(r"\|(?:\W*\Z| ?[:-])", after))


def _beside(found: Scan, match: Match) -> tuple[str, str]:
    """What stands before and after the name, folded; a stroke stands for the name."""
    begin = max(0, match.start - _AROUND)
    return fold(found.text[begin : match.start] + "|"), fold("|" + found.text[match.end : match.end + _AROUND])


class _DateForms(NamedTuple):
    """What makes a date of a month beside it; `when`, `then` and another month do so where it is not shortened."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    when: re.Pattern[str]
    then: re.Pattern[str]
    month_before: re.Pattern[str]
    month_after: re.Pattern[str]
    before_number: re.Pattern[str]
    after_number: re.Pattern[str]


@lru_cache(maxsize=64)
def _date_forms(lang: str) -> _DateForms:
    known = calendar(lang)
    whole, named = _any(known.whole), _any(known.whole | known.short)
    of = _any(beside.OF_A_DATE)
    dot = r"|\. " if known.dotted else ""
    joined = rf"(?:[ /-]{dot}|\.|º ?|° ?)(?:{of}[ ']){{0,2}}"
    forms = (
        rf"{_BEGINS}{_NUMBER}{joined}\|\Z|(?<!\w){named}\.?[ ,/-]{{1,2}}\|\Z|(?<!\w){_DAY} ?[-,/&] ?\|\Z",
        rf"\|(?:[.'॰]?[ /.-]| - |,? '|, (?={_YEAR}))(?:{of} ){{0,2}}{_NUMBER}{_ENDS}|\|\.?[ ,/-]{{1,2}}{named}(?!\w)",
        rf"(?<!\w)[وفبكل]?{_any(beside.WHEN)}[ '-]\|\Z|{_BEGINS}{_DAY} \w{{1,3}} \|\Z",
        rf"\| {_any(beside.THEN)}(?!\w)",
        rf"(?<!\w){whole} \w{{1,4}} \|\Z",
        rf"\| \w{{1,4}} {whole}(?!\w)",
        rf"[0-9][./-]\|\Z|(?<!\w){named}\.?[ -](?:{of} )?\|\Z",
        rf"\|[./-][0-9]|\|{joined}{named}(?!\w)",
    )
    return _DateForms(*map(re.compile, forms))


def in_sum(found: Scan, match: Match) -> bool:
    """Whether the name is a currency, its code, or the letters before its sign, and a sum stands beside it."""
    text, lang = found.text, found.lexicon.lang
    if (
        text[match.end : match.end + 2].lstrip("-")[:1] in _SIGNS
        or text[max(0, match.start - 1) : match.start] in _SIGNS
    ):
        return True
    name = text[match.start : match.end]
    parts = _sum_parts(name, lang)
    return (bool(parts) and _beside_amount(parts, *_beside(found, match), lang)) or _in_currency(found, match, name)


@lru_cache(maxsize=4096)
def _sum_parts(name: str, lang: str) -> frozenset[str]:
    """What of a sum a name may be: a unit of money, the code of one, letters before a sign, an abbreviation."""
    bare, known = name.replace(".", ""), money(lang)
    parts = {"unit" if fold(name) in known.units else "", "code" if bare in known.codes else ""}
    parts |= {"dollars" if bare in known.dollars else "", "short" if _ABBREVIATION.fullmatch(bare) else ""}
    return frozenset(parts - {""})


def _beside_amount(parts: frozenset[str], before: str, after: str, lang: str) -> bool:
    forms = _sum_forms(lang)
    if "dollars" in parts and (re.match(r"\| ?\$", after) or forms.dollars.search(before)):
        return True
    if parts & {"unit", "code"} and forms.amount.search(before) and not forms.year.search(before):
        return True
    return bool(
        ("short" in parts and forms.amount_after.match(after)) or ("code" in parts and forms.number_after.match(after))
    )


class _SumForms(NamedTuple):
    """What makes a sum of a name beside it."""

    dollars: re.Pattern[str]
    amount: re.Pattern[str]
    year: re.Pattern[str]
    amount_after: re.Pattern[str]
    number_after: re.Pattern[str]


@lru_cache(maxsize=64)
def _sum_forms(lang: str) -> _SumForms:
    scales = money(lang).scales
    scale, short = _any(scales), _any(scales | _SHORT_SCALES)
    forms = (
        rf"[0-9](?: ?{short})?\.? ?\$ ?\|\Z",
        rf"(?:[0-9](?: ?{short})?|(?<!\w){scale})\.?[ -]?\|\Z",
        rf"(?<!\w){_any(beside.WHEN)} {_YEAR} \|\Z",
        rf"\| ?[0-9][0-9.,' ]*(?<=[0-9 ]){short}(?!\w)",
        rf"\| ?(?:[0-9]|{scale}(?!\w))",
    )
    return _SumForms(*map(re.compile, forms))


def _in_currency(found: Scan, match: Match, name: str) -> bool:
    """`US dollars`, `долларов США`: whether the name and the words beside it are what a currency is called."""
    known = money(found.lexicon.lang)
    words = found.words
    if SPACELESS.search(words[match.first]):
        return any(name in unit and unit in words[match.first] for unit in known.units)
    folded = found.lexicon.readings
    left = [form for word in words[max(0, match.first - 3) : match.first] for form, _ in folded(word)[:1]]
    right = [form for word in words[match.last : match.last + 2] for form, _ in folded(word)[:1]]
    if known.units.isdisjoint((*left, *right)):
        return False
    whole = fold(name.replace(".", "")).split()
    return any(
        (*left[begin:], *whole, *right[:end]) in known.phrases
        for begin in range(len(left) + 1)
        for end in range(len(right) + 1)
    )


def _any(words: Iterable[str]) -> str:
    longest_first = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
