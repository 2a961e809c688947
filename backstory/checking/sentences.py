"""Sentences with the references in them, cut where in doubt: what is not surely one sentence is not compared."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from backstory.model.prose import Close, Hole, Markup, Open, Prose, Reference, ReferenceKind, Run, Setting

_BREAK = "\u2029"
_HOLE = "\ufffc"
_LONGEST = 1000
_END = re.compile(rf"[.!?؟۔。…][\"'”’»)\]]*\s+|{_BREAK}")
_SHORTENED = re.compile(
    r"\b(?:\w|gen|lt|col|maj|capt|mr|mrs|ms|dr|st|sen|rep|gov|pres|no|vs|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|"
    r"janv|févr|avr|juil)\Z",
    re.IGNORECASE,
)
_SILENT = frozenset({Setting.CODE, Setting.ATTRIBUTION})


@dataclass(frozen=True, slots=True)
class Pointer:
    """A reference in a sentence: characters `start` to `end` are its words."""

    reference: Reference
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its references, in order."""

    text: str
    pointers: tuple[Pointer, ...]


class _Block:
    """A block as it grows."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.length = 0
        self.pointers: list[Pointer] = []

    def add(self, text: str) -> None:
        self.texts.append(text)
        self.length += len(text)

    def point(self, reference: Reference, start: int) -> None:
        self.pointers.append(Pointer(reference, start, self.length))


def sentences(prose: Prose) -> Iterator[Sentence]:
    """The sentences of a text that hold a link; a link without words of its own counts as one strange character.

    Nobody writes a sentence of more than a thousand characters: such a stretch is left out.
    """
    for block in _blocks(prose):
        text = "".join(block.texts)
        waiting = deque(sorted(block.pointers, key=lambda each: each.start))
        for start, end in _cuts(text) if waiting else ():
            within = []
            while waiting and waiting[0].start < end:
                each = waiting.popleft()
                if each.end <= end:
                    within.append(Pointer(each.reference, each.start - start, each.end - start))
            if within and end - start <= _LONGEST:
                yield Sentence(text[start:end], tuple(within))


def _blocks(prose: Prose) -> Iterable[_Block]:
    blocks: defaultdict[int, _Block] = defaultdict(_Block)
    here = _Block()
    opened: tuple[Reference, int] | None = None
    for part in prose.parts:
        if isinstance(part, Run | Hole | Open):
            here = blocks[part.block]
        if isinstance(part, Run) and part.setting not in _SILENT:
            here.add(part.text)
        elif isinstance(part, Hole):
            _fill(here, prose.references[part.reference])
        elif isinstance(part, Open):
            opened = prose.references[part.reference], here.length
        elif isinstance(part, Close) and opened:
            here.point(*opened)
            opened = None
        elif isinstance(part, Markup) and "<br" in part.html:
            here.add(_BREAK)
    return blocks.values()


def _fill(block: _Block, reference: Reference) -> None:
    if reference.kind is ReferenceKind.WIKILINK:
        start = block.length
        block.add(reference.label or _HOLE)
        block.point(reference, start)


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _END.finditer(text):
        if mark[0][0] == "." and _SHORTENED.search(text, max(0, mark.start() - 6), mark.start()):
            continue
        yield start, mark.start()
        start = mark.end()
    yield start, len(text)
