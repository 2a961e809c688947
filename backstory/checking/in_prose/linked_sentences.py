"""Sentences with the links in them, and where their words stand in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby, pairwise

from backstory.diagnostics import Span
from backstory.language.sentences import sentence_ends
from backstory.records.blocks import Block, blocks
from backstory.records.knowledge import Knowledge
from backstory.records.prose import Prose, Reference, ReferenceKind, Run, Setting
from backstory.values.keys import Kind
from backstory.values.record import Record

_NO_WORDS = "\ufffc"
_LONGEST = 1000
_SILENT = frozenset({Setting.CODE, Setting.ATTRIBUTION})
_LINKS = frozenset({ReferenceKind.WIKILINK, ReferenceKind.LINK})


class SentenceLink(Record, frozen=True):
    """A link in a sentence: characters `start` to `end` are its words."""

    reference: Reference
    start: int
    end: int


class Sentence(Record, frozen=True):
    """A sentence, or all that stands in a cell of a table: `text` begins at character `offset` of its block."""

    prose: Prose
    block: Block
    offset: int
    text: str
    links: tuple[SentenceLink, ...]

    def links_to(self, kind: Kind) -> list[tuple[SentenceLink, str]]:
        """The links to entities of `kind`, each with its id."""
        return [(each, name) for each in self.links if (name := each.reference.entity(kind))]

    def span(self, link: SentenceLink, start: int, end: int) -> Span:
        """Where characters `start` to `end` stand in the file; the span of `link` where that is not sure."""
        span = link.reference.span
        first, last = self._place(start), self._place(end - 1)
        return Span(span.path, *first, last[0], last[1] + 1) if first and last else span

    def _place(self, at: int) -> tuple[int, int] | None:
        """Line and column of a character, None where they are not known."""
        at += self.offset
        segment = self.block.segment(at, at + 1)
        if segment is None:
            return None
        part = self.prose.parts[segment.part]
        if isinstance(part, Run):
            before = part.text[: at - segment.start].split("\n")
            column = part.columns[len(before) - 1] if part.columns else 0
            return (part.line + len(before) - 1, column + len(before[-1])) if column else None
        reference = self.prose.references[segment.reference or 0]
        span, target = reference.span, reference.target_span
        # Of `[[target|label]]`, so long as nothing else is in it, the label begins right after the bar.
        plain = span.line == span.end_line and span.end_column - target.end_column == len(f"|{reference.label}]]")
        return (span.line, target.end_column + 1 + at - segment.start) if plain else None


def texts_linking(knowledge: Knowledge, kind: Kind) -> Iterator[Prose]:
    """The texts of the site that link an entity of `kind`, those that are withheld too."""
    for entity in (*knowledge.all(), *knowledge.withheld.values()):
        for text in entity.texts.values():
            if any(each.entity(kind) for each in text.references):
                yield text


def sentences(prose: Prose) -> Iterator[Sentence]:
    """The sentences of a text that hold a link; nobody writes one of more than a thousand characters."""
    for whole in linked_blocks(prose):
        if not whole.links:
            continue
        breaks = [one.end for one, other in pairwise(whole.block.segments) if one.end < other.start]
        cuts = sorted({0, *sentence_ends(whole.text), *breaks, len(whole.text)})
        for at, found in groupby(whole.links, key=lambda link: bisect_right(cuts, link.start)):
            start, end = cuts[at - 1], cuts[at]
            links = tuple(SentenceLink(x.reference, x.start - start, x.end - start) for x in found if x.end <= end)
            if links and end - start <= _LONGEST:
                yield Sentence(prose, whole.block, start, whole.text[start:end].rstrip(), links)


def linked_blocks(prose: Prose) -> Iterator[Sentence]:
    """The blocks of a text, each as one sentence.

    Spaces stand in place of code and of who said a quotation, U+FFFC in place of a link without words of its own.
    """

    def label(number: int) -> str:
        reference = prose.references[number]
        return reference.label or _NO_WORDS if reference.kind is ReferenceKind.WIKILINK else ""

    for block in blocks(prose, prose.lang, label):
        text = list(block.text)
        places: dict[int, SentenceLink] = {}
        for each in block.segments:
            part, number = prose.parts[each.part], each.reference
            if isinstance(part, Run) and part.setting in _SILENT:
                text[each.start : each.end] = " " * (each.end - each.start)
            elif number is not None and each.start < each.end and prose.references[number].kind in _LINKS:
                start = places[number].start if number in places else each.start
                places[number] = SentenceLink(prose.references[number], start, each.end)
        yield Sentence(prose, block, 0, "".join(text), tuple(places.values()))
