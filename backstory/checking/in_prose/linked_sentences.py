"""Sentences with the references in them, cut where in doubt: what is not surely one sentence is not compared."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from backstory.diagnostics import Span
from backstory.records.prose import Close, Hole, Markup, Open, Prose, Reference, ReferenceKind, Run, Setting

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
class Stretch:
    """Characters `start` to `end`, which stand on one line of the file as they read: the first of them at `column`."""

    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its references, in order; `stretches` are those of its words whose place is known."""

    text: str
    pointers: tuple[Pointer, ...]
    stretches: tuple[Stretch, ...] = ()

    def span(self, start: int, end: int, path: str) -> Span | None:
        """Where characters `start` to `end` stand in the file, None where their first or last has no known place."""
        first = next((each for each in self.stretches if each.start <= start < each.end), None)
        last = next((each for each in self.stretches if each.start < end <= each.end), None)
        if first is None or last is None:
            return None
        return Span(path, first.line, first.column + start - first.start, last.line, last.column + end - last.start)


class _Block:
    """A block as it grows."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.length = 0
        self.pointers: list[Pointer] = []
        self.stretches: list[Stretch] = []

    def add(self, text: str) -> None:
        self.texts.append(text)
        self.length += len(text)

    def run(self, run: Run) -> None:
        start = self.length
        for number, words in enumerate(run.text.split("\n") if run.columns else ()):
            self.place(start, words, run.line + number, run.columns[number])
            start += len(words) + 1
        self.add(run.text)

    def place(self, start: int, words: str, line: int, column: int) -> None:
        if column:
            self.stretches.append(Stretch(start, start + len(words), line, column))

    def point(self, reference: Reference, start: int) -> None:
        self.pointers.append(Pointer(reference, start, self.length))

    def sentence(self) -> Sentence:
        return Sentence("".join(self.texts), tuple(self.pointers), tuple(self.stretches))


def sentences(prose: Prose) -> Iterator[Sentence]:
    """The sentences of a text that hold a link; a link without words of its own counts as one strange character.

    Nobody writes a sentence of more than a thousand characters: such a stretch is left out.
    """
    for block in blocks(prose).values():
        waiting = deque(sorted(block.pointers, key=lambda each: each.start))
        for start, end in _cuts(block.text) if waiting else ():
            within = []
            while waiting and waiting[0].start < end:
                each = waiting.popleft()
                if each.end <= end:
                    within.append(Pointer(each.reference, each.start - start, each.end - start))
            if within and end - start <= _LONGEST:
                yield Sentence(block.text[start:end], tuple(within), _moved(block.stretches, start))


def _moved(stretches: tuple[Stretch, ...], back: int) -> tuple[Stretch, ...]:
    return tuple(Stretch(each.start - back, each.end - back, each.line, each.column) for each in stretches)


def blocks(prose: Prose) -> Mapping[int, Sentence]:
    """The blocks of a text by their numbers, each as if it were one sentence."""
    growing: defaultdict[int, _Block] = defaultdict(_Block)
    here = _Block()
    opened: tuple[Reference, int] | None = None
    for part in prose.parts:
        if isinstance(part, Run | Hole | Open):
            here = growing[part.block]
        if isinstance(part, Run) and part.setting not in _SILENT:
            here.run(part)
        elif isinstance(part, Hole):
            _fill(here, prose.references[part.reference])
        elif isinstance(part, Open):
            opened = prose.references[part.reference], here.length
        elif isinstance(part, Close) and opened:
            here.point(*opened)
            opened = None
        elif isinstance(part, Markup) and "<br" in part.html:
            here.add(_BREAK)
    return {number: each.sentence() for number, each in growing.items()}


def _fill(block: _Block, reference: Reference) -> None:
    if reference.kind is not ReferenceKind.WIKILINK:
        return
    start = block.length
    span, target = reference.span, reference.target_span
    # Of `[[target|label]]`, so long as nothing else is in it, the label begins right after the bar.
    if span.line == span.end_line and span.end_column - target.end_column == len(f"|{reference.label}]]"):
        block.place(start, reference.label, span.line, target.end_column + 1)
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
