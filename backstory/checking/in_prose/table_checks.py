"""Which date of a table's row is that of the event it links, and which number counts what the claim it links counts.

A row says less than a sentence: its columns may hold anything. So the link has to stand alone in its cell, under a
heading for such links or none, and the date or number in a cell of its own, whose heading says no more than what it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from backstory.checking.in_prose.claim_numbers import Counted, Given, alone, counted, lone
from backstory.checking.in_prose.dates_in_prose import Spoken, spoken
from backstory.checking.in_prose.event_dates import of_another_time
from backstory.checking.in_prose.linked_sentences import Pointer
from backstory.checking.in_prose.table_rows import Cell, Row
from backstory.checking.in_prose.units import factor, stem
from backstory.language.names import fold, tokens


def _words(*texts: str) -> frozenset[str]:
    return frozenset(fold(word) for text in texts for word in text.split())


_EVENTS = _words(
    "event events what happened happening incident battle offensive attack operation talks meeting step stage moment",
    "title name item the key main événement évènement événements évènements quoi fait faits titre nom",
    "الحدث حدث الأحداث الواقعة ما ماذا حدث جرى العنوان الاسم",
)
_CLAIMS = _words(
    "claim claims what statement question figure title name item the key main affirmation affirmations déclaration",
    "question titre nom chiffre القول الادعاء السؤال العنوان الاسم الرقم",
)
_DATES = _words(
    "date dates when day year month time start started starts begin begins began from date quand jour année mois début",
    "التاريخ تاريخ متى يوم اليوم السنة سنة العام عام الشهر البداية بداية",
)
_BESIDE_DATES = _words("of the event it happened took place on utc de du l la le événement évènement الحدث")
_SPEAKERS = _words(
    "who by speaker statement said says reaction response comment position quote source sources qui par auteur",
    "réaction déclaration source sources من المتحدث صاحبه القائل رد المصدر",
)
_NUMBERS = _words(
    "number numbers no of the how many count total figure figures said given claimed reported counted seen there in",
    "cost price sum amount paid at least most min max low high minimum maximum estimate estimated value unit million",
    "billion thousand nombre de d le la les des combien total chiffre chiffres estimé coût prix montant millions",
    "milliards عدد العدد كم الرقم الأرقام مليون التكلفة المبلغ",
)
_ARTICLES = _words("the a an l le la les")
_BESIDE_A_DATE = _words(
    "on in the about around c ca circa early late mid morning evening night of le en vers début fin",
    "monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche",
    "في نحو حوالي صباح مساء يوم الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
)
_PLAIN_DATE = re.compile(r"\s*((?:19|20)[0-9]{2}(?:-[0-9]{2})?)\s*\Z")
_BRACKETED = re.compile(r"\(\s*\Z")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a row beside the link whose event it is the date of."""

    pointer: Pointer
    cell: Cell
    date: Spoken


@dataclass(frozen=True, slots=True)
class Told:
    """A number in a row. `unit` is what else in the table names its unit, "" where its own cell does.

    It is `sure` where the heading of its column says what it is.
    """

    cell: Cell
    number: Counted
    figure: Given
    unit: str
    sure: bool


def dates(row: Row) -> list[Spoken]:
    """All dates of a row."""
    return [date for cell in row.cells for date in _in(cell)]


def dated(row: Row, pointer: Pointer) -> Dated | None:
    """The one date that is meant as that of the event a link in the row leads to."""
    at = next(number for number, cell in enumerate(row.cells) if pointer in cell.words.pointers)
    if at > 1 or not _named(row.cells[at].heading, _EVENTS) or not _is_subject(row.cells[at], pointer):
        return None
    headed = [number for number, cell in enumerate(row.cells) if number != at and _is_date(cell, headed=True)]
    bare = [number for number, cell in enumerate(row.cells) if number != at and _is_date(cell, headed=False)]
    found = headed or (bare if len(dates(row)) == 1 else [])
    if len(found) != 1 or any(_parts(cell.heading) & _SPEAKERS for cell in row.cells[: max(at, found[0])]):
        return None
    cell = row.cells[found[0]]
    return Dated(pointer, cell, _in(cell)[0])


def _parts(text: str) -> frozenset[str]:
    return frozenset(fold(token.text) for token in tokens(text))


def _named(heading: str, known: Collection[str]) -> bool:
    """Whether a heading has no other words than these."""
    return all(word in known for word in _parts(heading))


def _is_subject(cell: Cell, pointer: Pointer) -> bool:
    """Whether a link stands alone in its cell, or with the event's own title in brackets after what says it too."""
    text = cell.words.text
    if _parts(text[: pointer.start] + " " + text[pointer.end :]) <= _ARTICLES:
        return True
    titled = not pointer.reference.label and not _parts(text[pointer.end :])
    last = titled and _BRACKETED.search(text, 0, pointer.start) is not None
    return last and not _in(cell) and not of_another_time(text[: pointer.start])


def _is_date(cell: Cell, *, headed: bool) -> bool:
    """Whether one date and nothing else stands in a cell, under a heading for the date of an event, or under none."""
    heading, found = _parts(cell.heading), _in(cell)
    fits = bool(heading & _DATES) and heading <= _DATES | _BESIDE_DATES if headed else not heading
    if len(found) != 1 or not fits:
        return False
    text, date = cell.words.text, found[0]
    return _parts(text[: date.start] + " " + text[date.end :]) <= _BESIDE_A_DATE


def _in(cell: Cell) -> list[Spoken]:
    """The dates of a cell; under a heading for dates, a year or month alone is one."""
    text = cell.words.text
    plain = _PLAIN_DATE.match(text) if _parts(cell.heading) & _DATES else None
    return [Spoken(plain[1], *plain.span(1), plain[1])] if plain else list(spoken(text))


def told(row: Row, pointers: Sequence[Pointer], figures: Sequence[Given]) -> list[Told]:
    """The numbers of a row that count what the claim it links counts, and that no figure allows.

    Under a heading that does not say what they are, only where no number of the row is allowed.
    """
    subjects = [at for at, cell in enumerate(row.cells) if any(_is_claim(cell, pointer) for pointer in pointers)]
    found = [each for at in range(len(row.cells)) if subjects and at not in subjects for each in _at(row, at, figures)]
    refused = [each for each in found if not any(figure.allows(each.number) for figure in figures)]
    return [each for each in refused if each.sure or len(refused) == len(found)]


def _is_claim(cell: Cell, pointer: Pointer) -> bool:
    if pointer not in cell.words.pointers or not _named(cell.heading, _CLAIMS):
        return False
    return _parts(cell.words.text[: pointer.start] + " " + cell.words.text[pointer.end :]) <= _ARTICLES


def _at(row: Row, at: int, figures: Sequence[Given]) -> list[Told]:
    """The number of a cell that holds no more than it, with its unit in the cell, its heading or the next cell."""
    for figure in figures:
        if found := _with_unit(row.cells[at], figure) or _of_column(row, at, figure):
            return [found]
    return []


def _with_unit(cell: Cell, figure: Given) -> Told | None:
    text = cell.words.text
    there = list(counted(text, figure.units))
    if len(there) != 1 or not lone(text, there[0].start, there[0].start + len(there[0].words)):
        return None
    return Told(cell, there[0], figure, "", bool(_parts(cell.heading)) and _is_number(cell.heading, figure))


def _of_column(row: Row, at: int, figure: Given) -> Told | None:
    cell = row.cells[at]
    number = alone(cell.words.text)
    if number is None or not _is_number(cell.heading, figure):
        return None
    after = row.cells[at + 1].words.text if at + 1 < len(row.cells) else ""
    unit = next((text for text in (cell.heading, after) if _has_unit(text, figure)), None)
    if unit is None or (unit is after and not _is_unit(after, figure)):
        return None
    values = tuple(value * factor([unit]) for value in number.values)
    return Told(cell, replace(number, values=values), figure, " ".join(unit.split()), sure=True)


def _has_unit(text: str, figure: Given) -> bool:
    return any(stem(token.text) in figure.units for token in tokens(text))


def _is_unit(text: str, figure: Given) -> bool:
    """Whether a text is a unit and nothing else; `million euros` is one."""
    return all(stem(token.text) in figure.units or factor([token.text]) > 1 for token in tokens(text))


def _is_number(heading: str, figure: Given) -> bool:
    """Whether a heading says no more than that there are numbers, and of what."""
    return all(stem(token.text) in figure.units or fold(token.text) in _NUMBERS for token in tokens(heading))
