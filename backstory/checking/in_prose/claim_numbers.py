"""W412: a number beside a link to a claim, in the claim's own unit, that nobody on the claim gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from backstory.checking.context import Context
from backstory.checking.in_prose.linked_sentences import Sentence, SentenceLink, sentences, texts_linking
from backstory.checking.in_prose.numbers_in_prose import SCALES, numbers
from backstory.checking.in_prose.quantities import Amount, amounts, quantities
from backstory.checking.in_prose.table_rows import TableCell, TableRow, row_links, rows
from backstory.checking.in_prose.units import factor, folded, stem, stems
from backstory.diagnostics import Diagnostic, Related, report
from backstory.language.names import fold
from backstory.records.knowledge import Claim
from backstory.values.keys import Kind
from backstory.values.record import replace

_BESIDE_A_NUMBER = folded(
    "number numbers no of the how many count total figure figures said given claimed reported counted seen there in "
    "cost price sum amount paid at least most min max low high minimum maximum estimate estimated value unit about "
    "around some or more less fewer than over under nombre de d le la les des combien total chiffre chiffres estimé "
    "coût prix montant environ plus moins au عدد العدد كم الرقم الأرقام التكلفة المبلغ نحو حوالي"
) | frozenset(map(fold, SCALES))
_LAST_BRACKETS = re.compile(r"\s*\([^()]*\)\s*\Z")
_NEAR = 1.5
_LONGEST = 100

LinkedClaims = list[tuple[SentenceLink, str]]
"""The links to claims in a sentence or row, each with the claim's id."""


@dataclass(frozen=True, slots=True)
class ClaimNumbers:
    """What a claim gives: single numbers, ranges, and the words of their units, as units are compared."""

    claim: Claim
    singles: frozenset[float]
    ranges: tuple[tuple[float, float], ...]
    units: frozenset[str]

    def allow(self, amount: Amount) -> bool:
        """Whether all its values are given, or are round numbers for `about` so many that are near one given."""
        near = tuple((each / _NEAR, each * _NEAR) for each in self.singles) if amount.about else ()
        return all(
            value in self.singles
            or any(low <= value <= high for low, high in self.ranges)
            or (value % 10 == 0 and any(low <= value <= high for low, high in near))
            for value in amount.values
        )


def number_differs(context: Context) -> Iterator[Diagnostic]:
    """A number beside a link to a claim, in the claim's own unit, that nobody on the claim gives."""
    knowledge = context.knowledge

    @cache
    def given(name: str) -> ClaimNumbers | None:
        claim = knowledge.claims[name]
        return None if claim.key in knowledge.broken else _given(claim)

    def numbers_of(linked: LinkedClaims) -> list[ClaimNumbers]:
        """What the linked claims give; nothing where one of them gives no numbers, or has a file with errors."""
        found = [given(name) for _, name in linked if name in knowledge.claims]
        return [each for each in found if each] if all(found) else []

    for prose in texts_linking(knowledge, Kind.CLAIM):
        for sentence in sentences(prose):
            linked = sentence.links_to(Kind.CLAIM)
            for amount, words, claim in _not_given(sentence.text, numbers_of(linked)):
                yield _diagnostic(f"sentence says `{_spaced(words)}`", sentence, amount, claim.claim, linked)
        for row in rows(prose):
            linked = row_links(row, Kind.CLAIM)
            for cell, amount, said, claim in _not_given_in_row(row, linked, numbers_of(linked)):
                yield _diagnostic(f"row says {said}", cell, amount, claim.claim, linked)


def _spaced(words: str) -> str:
    return " ".join(words.split())


def _diagnostic(said: str, words: Sentence, amount: Amount, claim: Claim, linked: LinkedClaims) -> Diagnostic:
    link = next(link for link, name in linked if name == claim.id)
    values = [each.value for each in claim.fields.positions if each.value]
    return report(
        "W412",
        f"the {said}, which nobody on `{claim.id}` says",
        words.span(link, amount.start, amount.end),
        label="given there: " + "; ".join(dict.fromkeys(value.said.own for value in values)),
        hint="correct the number, or add the position of whoever gives it to the claim",
        related=tuple(Related(value.said.span, "a value given") for value in values),
    )


def _given(claim: Claim) -> ClaimNumbers | None:
    """All that a claim says in numbers, or None where nobody gives a value with a unit."""
    positions = claim.fields.positions
    values = [each.value for each in positions if each.value]
    said = [value.said for value in values] + [each.quote.text for each in positions if each.quote]
    said += [words for words in (*(each.note for each in positions), claim.fields.text, claim.fields.question) if words]
    singles = {number.value for words in said for _, text in words.texts for number in numbers(text)}
    ranges: list[tuple[float, float]] = []
    units: set[str] = set()
    for value in values:
        unit = " ".join(text for _, text in value.unit.texts) if value.unit else ""
        units |= stems(unit)
        # Of `30 million euros` a text may speak in millions or in euros.
        for by in (1, factor(unit)):
            ends = [round(each * by, 6) for each in (value.low, value.high) if each is not None]
            singles |= set(ends)
            ranges += [(ends[0], ends[1])] if len(ends) > 1 else []
    return ClaimNumbers(claim, frozenset(singles), tuple(ranges), frozenset(units)) if units else None


def _not_given(text: str, claims: list[ClaimNumbers]) -> list[tuple[Amount, str, ClaimNumbers]]:
    """The numbers of a text that no claim allows, with their words and the first claim that counts in their unit.

    Beside a sum of money that is given, others are parts of it, or prices.
    """
    there = list(amounts(text)) if claims else []
    counted = ((*found, claim) for claim in reversed(claims) for found in quantities(text, there, claim.units))
    found = {each[0].start: each for each in counted}
    wrong = [found[at] for at in sorted(found) if not any(claim.allow(found[at][0]) for claim in claims)]
    paid = any(each[0].currency and each not in wrong for each in found.values())
    return [each for each in wrong if not (paid and each[0].currency)]


def _not_given_in_row(
    row: TableRow, linked: LinkedClaims, claims: list[ClaimNumbers]
) -> Iterator[tuple[Sentence, Amount, str, ClaimNumbers]]:
    """The numbers of a row that no claim allows; each has to be all that its cell says, and so has the link."""
    others = [cell for cell in row if not any(cell.holds_only(link) for link, _ in linked)]
    for cell in others if len(others) < len(row) else ():
        found = [(*number, claim) for claim in claims if (number := _only_number(cell, claim.units))]
        if found and not any(claim.allow(found[0][0]) for claim in claims):
            yield cell.words, *found[0]


def _only_number(cell: TableCell, units: frozenset[str]) -> tuple[Amount, str] | None:
    """The one number that a cell gives, if cell and heading say no more than what it counts, with the words for it.

    What stands in brackets at the end of the cell is passed over.
    """
    text = _LAST_BRACKETS.sub("", cell.words.text[: _LONGEST + 1])
    found = list(amounts(text)) if len(text) <= _LONGEST else []
    if len(found) != 1:
        return None
    (amount,) = found
    beside = folded(f"{text[: amount.start]} {text[amount.end :]}")
    heading = folded(cell.heading)
    counted = {word for word in beside | heading if stem(word) in units}
    if not (counted or amount.currency in units) or not beside | heading <= _BESIDE_A_NUMBER | counted:
        return None
    if counted & beside or amount.currency in units:
        return amount, f"`{_spaced(text[amount.start :])}`"
    by = factor(cell.heading)
    said = f"`{_spaced(text[amount.start : amount.end])}` for `{_spaced(cell.heading)}`"
    return replace(amount, values=tuple(value * by for value in amount.values)), said
