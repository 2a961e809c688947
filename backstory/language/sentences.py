"""Where sentences end, in Latin, Cyrillic, Arabic, Chinese and other scripts."""

from __future__ import annotations

import re

from backstory.language.word_lists import words

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


def sentence_ends(text: str) -> list[int]:
    """The offsets at which a next sentence begins: after the mark, its closing quotes and the space.

    A point after an abbreviation or an initial ends no sentence, nor does a mark before a small letter.
    """
    return [match.end() for match in _END.finditer(text) if match.end() < len(text) and _closes(text, match)]


def _closes(text: str, match: re.Match[str]) -> bool:
    follows = text[match.end()]
    if follows.islower():
        return False
    if text[match.start()] != "." or match[0].startswith("..") or match["close"]:
        return True
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
    """Whether what follows an abbreviation such as `U.S.` is more likely a name than a new sentence."""
    opener = re.match(r"\w+", text[place:])
    return opener is None or opener[0].casefold() not in _STARTS


_STARTS = words("""
    the a an it he she they we i this that these those but and in on at after before when while however its his her
    their there if as for by both some many officials le la les il elle ils elles un une mais en dans
    """)
