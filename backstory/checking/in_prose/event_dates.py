"""Whether a date in a sentence is most likely that of the event the sentence links; in doubt it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backstory.checking.in_prose.dates_in_prose import Spoken
from backstory.checking.in_prose.linked_sentences import Pointer, Sentence

# Next to one of these, a date is most likely that of something else.
_RELATIVE = re.compile(
    r"\b(?:after|before|since|until|till|later|earlier|follow\w*|ahead|prior|ago|anniversary|eve|next|previous|led to|"
    r"après|avant|depuis|jusqu\w*|tard|veille|lendemain|anniversaire|dès|"
    r"\w?(?:بعد|قبل|منذ|حتى|ذكرى|عشية))\b",
    re.IGNORECASE,
)
# A date right after one of these is the day of the telling, or of an end, or of what is planned.
_TOLD_OR_OVER = (
    r"\b(?:condemn\w*|denounc\w*|critici\w*|welcom\w*|report\w*|wrote|writes|said|says|told|announc\w*|publish\w*|"
    r"born|end(?:ed|s)|lasted|stopped|collapsed|(?:set|planned|scheduled|due) for|"
    r"condamn\w*|dénonc\w*|salu\w*|écri\w*|dit|déclar\w*|annonc\w*|publi\w*|rapport\w*|née?|pris fin|"
    r"(?:قال|أعلن|أدان|دان|نشر|كتب|ذكر|ولد|انته)\w*)"
)
_OTHERWISE = re.compile(rf"{_TOLD_OR_OVER}(?:\s+\w+){{0,2}}\W*\Z", re.IGNORECASE)
_OF_ANOTHER_TIME = re.compile(rf"{_TOLD_OR_OVER}|\b(?:end|fin|نهاية)\b", re.IGNORECASE)
_OF = re.compile(r"(\w+)\s+(?:of|du|de)\s+(?:the\s+)?\Z", re.IGNORECASE)
_PARTS_OF_TIME = re.compile(
    r"(?:night|morning|evening|afternoon|day|week|month|year|end|beginning|start|spring|summer|autumn|fall|winter|"
    r"nuit|matin\w*|soir\w*|après-midi|jour\w*|semaine|mois|année|fin|début|printemps|été|automne|hiver|dat\w*)\Z",
    re.IGNORECASE,
)
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_AFTER = re.compile(rf"\s*\({_YEAR}\)")
_BEFORE = re.compile(rf"\b(?:the|its|their|this)\s+{_YEAR}\s+\Z", re.IGNORECASE)
_FIRST = re.compile(rf"(?:the\s+)?{_YEAR}\s+\w", re.IGNORECASE)
_BACK = 30
_APART = 120


def years(sentence: Sentence, pointer: Pointer) -> Iterator[Spoken]:
    """A plain year that belongs to a link: `[[…]] (2018)`, `the 2018 [[…]]`, `[[…|the 2018 advance]]`."""
    text = sentence.text
    places = (
        _AFTER.match(text, pointer.end),
        _BEFORE.search(text, 0, pointer.start),
        _FIRST.match(text, pointer.start, pointer.end),
    )
    for found in places:
        if found:
            yield Spoken(found["year"], *found.span("year"), found["year"])


def of_event(sentence: Sentence, pointer: Pointer, date: Spoken) -> bool:
    """Whether the date is meant as the event's: in the link's own words, or near them and not another thing's."""
    if pointer.start <= date.start and date.end <= pointer.end:
        return True
    start, end = min(pointer.start, date.start), max(pointer.end, date.end)
    near = end - start - (pointer.end - pointer.start) - (date.end - date.start) <= _APART
    if not near or _RELATIVE.search(sentence.text[max(0, start - _BACK) : end]):
        return False
    return not _of_another(sentence.text, pointer, date)


def of_another_time(text: str) -> bool:
    """Whether words about an event may speak of a time other than its own."""
    return bool(_RELATIVE.search(text) or _OF_ANOTHER_TIME.search(text))


def _of_another(text: str, pointer: Pointer, date: Spoken) -> bool:
    """Whether the words around the date give it to something else."""
    begin = pointer.end if pointer.end <= date.start else 0
    if _OTHERWISE.search(text, begin, date.start) or _in_other_brackets(text, pointer, date):
        return True
    owner = _OF.search(text, 0, date.start)
    if owner is None or _PARTS_OF_TIME.match(owner[1]):
        return False
    linked = pointer.start <= owner.start(1) < pointer.end
    beside = date.end <= pointer.start and not re.search(r"\w", text[date.end : pointer.start])
    return not linked and not beside


def _in_other_brackets(text: str, pointer: Pointer, date: Spoken) -> bool:
    """Whether the date stands in brackets after something that is not the link."""
    opened = text.rfind("(", 0, date.start)
    closed = text.find(")", date.end)
    if opened < 0 or closed < 0 or ")" in text[opened : date.start]:
        return False
    inside = opened < pointer.start and pointer.end <= closed
    return not inside and bool(text[pointer.end : opened].strip() if pointer.end <= opened else True)
