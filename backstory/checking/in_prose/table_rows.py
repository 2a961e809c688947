"""Rows of tables, cell by cell under their headings. A table with joined cells, or around another one, is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backstory.checking.in_prose.linked_sentences import Sentence, SentenceLink, linked_blocks
from backstory.checking.in_prose.units import folded
from backstory.records.blocks import Block
from backstory.records.prose import Markup, Prose
from backstory.values.keys import Kind
from backstory.values.record import Record

_CELL = re.compile(r"<t([hd])\b[^>]*>(.*?)</t[hd]>", re.DOTALL)
_JOINED = re.compile(r"<t[hd]\b[^>]*\b(?:col|row)span\b")
_PART = re.compile("\0([0-9]+)\0")
_HEADINGS_OF_LINKS = folded(
    "event events claim claims what happened happening incident battle offensive attack operation talks meeting step "
    "stage moment statement question figure title name item the key main événement événements affirmation affirmations "
    "déclaration quoi fait faits titre nom chiffre الحدث حدث الأحداث الواقعة ما ماذا جرى القول الادعاء السؤال العنوان "
    "الاسم الرقم"
)
_ARTICLES = folded("the a an l le la les")


class TableCell(Record, frozen=True):
    """A cell: the heading of its column, "" for none, and what stands in it."""

    heading: str
    words: Sentence

    def holds_only(self, link: SentenceLink) -> bool:
        """Whether a link is all that stands in the cell, under a heading that says no more than what it links."""
        if link not in self.words.links or not folded(self.heading) <= _HEADINGS_OF_LINKS:
            return False
        text = self.words.text
        return folded(f"{text[: link.start]} {text[link.end :]}") <= _ARTICLES


TableRow = tuple[TableCell, ...]
"""The cells of a row below the headings of a table."""


def row_links(row: TableRow, kind: Kind) -> list[tuple[SentenceLink, str]]:
    """The links to entities of `kind` in a row, each with its id; their places are those in their cells."""
    return [link for cell in row for link in cell.words.links_to(kind)]


def rows(prose: Prose) -> Iterator[TableRow]:
    """The rows of a text's tables, from top to bottom."""
    if not any(isinstance(part, Markup) and "<tr" in part.html for part in prose.parts):
        return
    block_of = {segment.part: whole for whole in linked_blocks(prose) for segment in whole.block.segments}
    nothing = Sentence(prose, Block(0, "", ()), 0, "", ())
    parts = enumerate(prose.parts)
    html = "".join(part.html if isinstance(part, Markup) else f"\0{number}\0" for number, part in parts)
    for table in html.split("<table")[1:]:
        inside, ended, _ = table.partition("</table>")
        if not ended or _JOINED.search(inside):
            continue
        headings: tuple[str, ...] = ()
        for number, row in enumerate(inside.split("<tr")[1:]):
            cells = _CELL.findall(row)
            found = [
                [block_of[part] for part in map(int, _PART.findall(cell)) if part in block_of] for _, cell in cells
            ]
            words = [blocks[0] if blocks else nothing for blocks in found]
            if number == 0 and all(tag == "h" for tag, _ in cells):
                headings = tuple(each.text for each in words)
            elif all(each is one for blocks, one in zip(found, words) for each in blocks):
                yield tuple(map(TableCell, (*headings, *[""] * len(words)), words))
