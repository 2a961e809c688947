"""Doubts: when the words around a name say that it is another's.

A wrong link is worse than a missing one, so a name that may be part of a longer one stays plain.
"""

from __future__ import annotations

import re

from backstory.language.names import fold
from backstory.linking import context_words as beside
from backstory.linking.capital_runs import in_capitals
from backstory.linking.dates_and_sums import in_date, in_sum
from backstory.linking.inflection import PARTICLE
from backstory.linking.lexicon import ANY, CAPITAL, CAPITALS, Name
from backstory.linking.matcher import Match, Scan, longest
from backstory.values.vocabulary import ActorType

LONGER = "part of a longer name"
ADDRESS = "in an address, a path or a tag"
SHOUTED = "in a run of capitals"
DATE = "part of a date"
SUM = "part of a sum of money"
ORDINARY = "an ordinary word, by its use beside"
CITY = "the city rather than its government, by the word before"

_HYPHENS = frozenset("-‐‑–")
_APOSTROPHES = frozenset("'’ʼ")
_OF = frozenset({"of", "de", "du", "des", "d", "do", "da", "di"})
_THE = frozenset({"the", "la", "le", "l", "les"})
_OPENING = re.compile(r"[.!?…؟۔:;—–“”«»\"'‘(\[{|•\n/]|[-*]\s")
_TITLECASED_PARTICIPLE = re.compile(r"\w{2,}(?:ed|led|ing)\Z")
_VERBAL = re.compile(r"\w{2,}(?:ed|ing|ly)\Z")
_DECLINED = re.compile(r"(?:[аеиоуыюя]|[аеоыя][имх])\Z")
_DOMAIN = re.compile(r"\w\.[a-z]{2,}\b")
_PEOPLES = re.compile(r"\w{2,}(?:i|ian|ish|ese|an)\Z")
_SMALL = 3
_AROUND = 500


def _unspaced(text: str) -> int:
    """How many characters stand before the first space."""
    return 0 if text[:1].isspace() or not text else len(text.split(None, 1)[0])


class Doubts:
    """Judges the names of one text. `home` holds folded words of its conflict: `Libyan` is no stranger in Libya's."""

    def __init__(self, scan: Scan, home: frozenset[str]) -> None:
        """Doubts about the names found in `scan`."""
        self.scan = scan
        self.home = home

    def about(self, match: Match, previous: int) -> str:
        """Why the name is not to be linked, or "". `previous` is the word after the last name found before it."""
        name = match.linkable[0]
        return (
            self._address(match)
            or self._joined(match, name)
            or self._otherwise_read(match)
            or (self._city(match) if name.metonym else "")
            or (self._among_capitals(match, name, previous) if self._word(match.first)[0].isupper() else "")
        )

    def _word(self, at: int) -> str:
        return self.scan.words[at] if 0 <= at < len(self.scan.words) else ""

    def _address(self, match: Match) -> str:
        """Whether the characters up to the next spaces are an address, a path, a hashtag or a handle."""
        text = self.scan.text
        begin = match.start - _unspaced(text[max(match.start - _AROUND, 0) : match.start][::-1])
        end = match.end + _unspaced(text[match.end : match.end + _AROUND])
        if end - begin == match.end - match.start:
            return ""
        around = text[begin:end]
        tagged = text[match.start - 1 : match.start] in ("#", "@", "\\", "$", "=")
        path = around.count("/") > 1 and (around[0] in "/~." or "." in around or around.islower())
        after = text[match.end : end]
        if tagged or path or "://" in around or "@" in around or "\\" in around or around.startswith("www."):
            return ADDRESS
        before = text[begin : match.start]
        dotted = _DOMAIN.search(before[-1:] + text[match.start : match.end] + after) if "." in before + after else None
        return ADDRESS if dotted or re.search(r"\w[.&+]\Z", before) or re.match(r"&\w|\.\w", after) else ""

    def _otherwise_read(self, match: Match) -> str:
        """Whether the name is read as a part of a date, of a sum or of a headline."""
        if in_date(self.scan, match):
            return DATE
        return SUM if in_sum(self.scan, match) else SHOUTED if in_capitals(self.scan, match) else ""

    def _joined(self, match: Match, name: Name) -> str:
        """Whether an apostrophe or a hyphen binds the name to a word that makes another of it."""
        before, after = self.scan.gap(match.first), self.scan.gap(match.last)
        left, right = self._word(match.first - 1), self._word(match.last)
        if before in _APOSTROPHES and left and left.casefold() not in beside.ELISIONS:
            return LONGER
        if after in _APOSTROPHES and right and right.casefold() not in beside.CLITICS:
            return LONGER
        hyphened_left = before in _HYPHENS and left and not self._free(left, match.first - 1, name, leads=True)
        hyphened_right = after in _HYPHENS and right and not self._free(right, match.last, name, leads=False)
        return LONGER if hyphened_left or hyphened_right else ""

    def _free(self, word: str, at: int, name: Name, *, leads: bool) -> bool:
        """Whether a hyphen to this word leaves the name what it is: anti-, -backed, another name."""
        lower = word.casefold()
        if lower in beside.NOBILIARY and fold(word) not in name.own:
            return False
        if not word[0].isupper() or word.isupper() or (leads and lower in beside.PREFIXES):
            return True
        return bool(_TITLECASED_PARTICIPLE.match(lower)) or self._known(at) or fold(word) in name.own

    def _known(self, at: int) -> bool:
        """Whether a name begins at this word."""
        return bool(self._word(at)) and longest(self.scan, at, None) is not None

    def _city(self, match: Match) -> str:
        before = self._word(match.first - 1).casefold()
        if match.bent & PARTICLE and self._word(match.first)[0] == "ب":
            return CITY
        moving = before in beside.TOWARDS and self._word(match.first - 2).casefold() in beside.MOTION
        if (before in beside.LOCATIVE or moving) and self.scan.gap(match.first).isspace():
            return CITY
        nearer = {before, self._word(match.first - 2).casefold() if before in _OF else ""}
        return CITY if nearer & beside.CITY else ""

    def _among_capitals(self, match: Match, name: Name, previous: int) -> str:
        left = self._neighbour(match.first - 1, match.first)
        right = self._neighbour(match.last, match.last)
        if set(name.needs) == {ANY} and (name.actor is None or not any(form[0].isupper() for form in name.forms)):
            return self._title_case(match, left, right)
        if CAPITAL not in name.needs or name.needs.startswith(CAPITALS):
            return ""
        if name.actor is ActorType.PERSON or len(name.forms) == 1:
            return (
                self._named_before(match, name, left, previous)
                or self._named_after(match, name, right)
                or self._of_another(match, name, previous)
                or self._ordinary(match, name)
            )
        return self._of_another_people(name, left)

    def _neighbour(self, at: int, boundary: int) -> str:
        """The word at `at` where only space parts it from the name, else ""."""
        return self._word(at) if self.scan.gap(boundary).isspace() else ""

    def _opens(self, at: int) -> bool:
        """Whether a sentence, a quotation or a bracket opens before word `at`."""
        return at == 0 or bool(_OPENING.search(self.scan.gap(at)))

    def _title_case(self, match: Match, left: str, right: str) -> str:
        """A name listed in small letters may open a sentence; among capitals it is part of a title."""
        before = "" if self._opens(match.first) or self._opens(match.first - 1) else left
        strange_before = before[:1].isupper() and before.casefold() not in beside.OPENERS | beside.DEMONYMS
        strange_after = right[:1].isupper() and right.casefold() not in beside.OPENERS and not self._known(match.last)
        return LONGER if strange_before or strange_after else ""

    def _named_before(self, match: Match, name: Name, left: str, previous: int) -> str:
        """`Richard Wagner`, `South Sudan`: whether the word before is the first part of this name."""
        lower = left.casefold()
        if not left:
            initial = re.search(r"(?<!\w)(\w)\.\s?\Z", self.scan.text[max(0, match.start - 8) : match.start])
            own = initial is not None and any(word.startswith(fold(initial[1])) for word in name.own)
            return LONGER if initial is not None and initial[1].isupper() and not own else ""
        if previous == match.first or fold(left) in name.own:
            return ""
        person = name.actor is ActorType.PERSON
        if len(name.forms) == 1 and lower in beside.NOBILIARY:
            return LONGER
        if not left[0].isupper() or left.isupper() or lower in beside.TITLES or lower in beside.CALENDAR:
            return ""
        if not person and lower in beside.REGIONS:
            return "" if lower.endswith("ern") and self._opens(match.first - 1) else LONGER
        if lower in beside.DEMONYMS or lower in beside.OPENERS:
            return ""
        return "" if self._opens(match.first - 1) and self._common(lower, match, name) else LONGER

    def _common(self, opener: str, match: Match, name: Name) -> bool:
        """Whether the first word of a sentence, before a name, is a common word: `Backing Haftar`, `Войска Хафтара`."""
        if opener in beside.INSTITUTIONS:
            return False
        if _VERBAL.match(opener) or (name.actor is ActorType.STATE and opener.endswith("s")):
            return True
        word = fold(self._word(match.last - 1))
        declined = _DECLINED.search(word) and any(own[:4] == word[:4] and own != word for own in name.own)
        return bool(declined)

    def _named_after(self, match: Match, name: Name, right: str) -> str:
        """`Turkey Point`, `Wagner Moura`: whether the word after goes on with the name."""
        lower = right.casefold()
        if not right or not right[0].isupper() or (right.isupper() and len(right) > 1):
            return ""
        if lower in beside.TITLES or lower in beside.CALENDAR or fold(right) in name.own:
            return ""
        if lower in beside.TAILS and name.actor not in (ActorType.STATE, ActorType.PERSON):
            return ""
        return "" if self._known(match.last) else LONGER

    def _of_another(self, match: Match, name: Name, previous: int) -> str:
        """`Bank of Libya`: whether the name belongs to an institution's."""
        at = match.first - 1
        if self._word(at).casefold() in _THE and self._word(at - 1).casefold() in _OF:
            at -= 1
        if at < 1 or self._word(at).casefold() not in _OF or not self.scan.gap(at).isspace():
            return ""
        head = self._word(at - 1)
        lower = head.casefold()
        if not head[0].isupper() or previous >= at or lower in beside.HEADS or lower in beside.TITLES:
            return ""
        if (self._opens(at - 1) and lower not in beside.INSTITUTIONS) or self._word(at - 2).casefold() in beside.TITLES:
            return ""
        return "" if head.isupper() or fold(head) in name.own else LONGER

    def _ordinary(self, match: Match, name: Name) -> str:
        """A capital at the head of a sentence proves nothing where the same word stands beside in small letters."""
        if name.actor in (ActorType.STATE, ActorType.PERSON) or not self._opens(match.first):
            return ""
        return ORDINARY if self._word(match.first).lower() in self.scan.vocabulary else ""

    def _of_another_people(self, name: Name, left: str) -> str:
        """`Iraqi House of Representatives`: whether a people's adjective gives a common title to others."""
        short = len([form for form in name.forms if len(form) > _SMALL]) < 3 and name.needs[0] == CAPITAL
        if not short or not left or not left[0].isupper() or len(left) < 2:
            return ""
        folded = fold(left)
        strange = folded in beside.DEMONYMS or (bool(_PEOPLES.match(folded)) and folded not in beside.TITLES)
        kin = any(word[:4] == folded[:4] for word in name.own | self.home)
        return LONGER if strange and not kin else ""
