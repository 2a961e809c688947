"""A text's blocks as Python-Markdown's tree: the block parser that it is given in place of its own."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from itertools import pairwise
from xml.etree.ElementTree import Element, ElementTree, SubElement

from markdown.blockparser import BlockParser

from backstory.diagnostics import Edit, Related
from backstory.language.names import did_you_mean
from backstory.language.wording import phrase
from backstory.reading.markdown import block_reader, html_tags, pipe_tables, wikilinks
from backstory.reading.markdown.allowed_html import ALERTS
from backstory.reading.markdown.atoms import BareElement, OurHtml, PlacedText
from backstory.reading.markdown.block_tree import Blocks, FootnoteBlock, MarkdownBlock, Piece
from backstory.reading.markdown.definitions import folded, unescaped
from backstory.reading.markdown.inline_elements import fill
from backstory.reading.markdown.parse_state import ParseState
from backstory.reading.markdown.syntax import DEEPEST
from backstory.reading.markdown.text_spans import Passage
from backstory.records.prose import Setting

_ALERT = re.compile(r"\[!([A-Za-z]+)(?:\|[^\[\]]*)?\]([+-]?)(?:(?<=[+\]-])[ \t]+(?=\S)(.*?))?[ \t]*\Z")
_TASK = re.compile(r"\[([ xX])\][ \t]+(?=\S)")
_MOST_BRACKETS = 2_000
_LONG_RUNS = [char * 201 for char in "*_~`[<!(&\\"]


class ProseBlockParser(BlockParser):
    """Builds the elements of a text's blocks, with what stands in them; `notes` are its footnotes, for later."""

    parse_state: ParseState
    notes: list[FootnoteBlock]

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802 - Python-Markdown's name
        """The tree of a text's lines, its root without a tag. It is empty where the text is nested too deeply."""
        root = BareElement()
        blocks = block_reader.read(lines)
        self.level, self.notes = 1, []
        if blocks.deep is not None:
            message = f"this is nested more than {DEEPEST} levels deep"
            span = self.parse_state.places.span(blocks.deep, 0, blocks.deep, 1)
            self.parse_state.tell("E350", message, span, hint="use fewer lists and quotations")
            return ElementTree(root)
        self.parse_state.links, self.notes = blocks.links, blocks.notes
        self.parse_state.notes = {folded(note.label): note.label for note in blocks.notes}
        self._tell_repeated(blocks)
        self.build(root, blocks.root)
        return ElementTree(root)

    def _tell_repeated(self, blocks: Blocks) -> None:
        state = self.parse_state
        for each in blocks.repeated:
            first = state.links[each.label]
            width = len(each.shown) + 2
            span = state.places.span(each.row, each.column, each.row, each.column + width)
            there = state.places.span(first.row, first.column, first.row, first.column + width)
            message = f"the link `[{each.shown}]` is defined twice; the first holds"
            state.tell("W356", message, span, related=(Related(there, "it is defined here"),))

    def build(self, parent: Element, container: MarkdownBlock, *, tight: bool = False) -> None:
        """Puts a container's blocks into `parent`; where they stand in a tight list, paragraphs have no tag."""
        for block in container.children:
            if block.kind == "paragraph":
                element = BareElement() if tight else Element("p")
                parent.append(element)
                self._fill(element, block.pieces)
                self._tell_no_table(block)
            elif block.kind == "list":
                self._list(parent, block)
            elif block.kind == "quote":
                self._quote(parent, block, top=container.kind == "document")
            elif block.kind == "heading":
                self._heading(parent, block)
            elif block.kind == "table":
                self._table(parent, block)
            elif block.kind == "rule":
                SubElement(parent, "hr")
            else:
                self._atom(parent, block)

    def _fill(self, element: Element, pieces: list[Piece], *, cell: bool = False, heading: bool = False) -> None:
        """Puts text into an element, if it keeps within what can be read in time; only machines write more."""
        passage = Passage(pieces, self.parse_state.places)
        text = passage.text
        if len(text) > _MOST_BRACKETS and text.count("[") > _MOST_BRACKETS:
            message = f"this paragraph has more than {_MOST_BRACKETS:,} `[`"
            self.parse_state.tell("E351", message, passage.span(0, 1), hint="part it with blank lines")
        elif len(text) > 200 and (run := next((each for each in _LONG_RUNS if each in text), "")):
            start = text.index(run)
            message, hint = f"more than 200 `{run[0]}` in a row", "shorten it, or put it between lines of ```"
            self.parse_state.tell("E352", message, passage.span(start, start + len(run)), hint=hint)
        else:
            fill(element, passage, self.parse_state, cell=cell, heading=heading)

    def _heading(self, parent: Element, block: MarkdownBlock) -> None:
        level, state = max(block.level, 2), self.parse_state
        if block.level == 1:
            hint = "write `##`: the title is the page's only heading of the first level"
            span = state.places.piece(block.pieces[0])
            state.tell("W353", "a body has no heading of the first level", span, hint=hint)
        elif level > self.level + 1:
            message = f"a heading of level {level} follows one of level {self.level}"
            hint = f"write `{'#' * (self.level + 1)}`: readers who listen move from level to level"
            state.tell("N350", message, state.places.piece(block.pieces[0]), hint=hint)
        self.level = level
        self._fill(SubElement(parent, f"h{level}"), block.pieces, heading=True)

    def _list(self, parent: Element, block: MarkdownBlock) -> None:
        element = SubElement(parent, "ul" if block.start is None else "ol")
        if block.start is not None and block.start != 1:
            element.set("start", str(block.start))
        tight = not block.loose
        for item in block.children:
            made = SubElement(element, "li")
            box = _task_box(item)
            self.build(made, item, tight=tight)
            if box:
                element.set("class", "tasks")
                made.set("class", "task")
                made[0].insert(0, BareElement(box))
                made[0][0].tail, made[0].text = made[0].text, None

    def _quote(self, parent: Element, block: MarkdownBlock, *, top: bool) -> None:
        element = SubElement(parent, "blockquote")
        if alert := self._alert(block, top=top):
            kind, title = alert
            element.tag = "div"
            element.attrib = {"class": f"alert alert-{kind}", "role": "note"}
            opening, closing = f'<p class="alert-title">{phrase(f"text.{kind}", self.parse_state.lang)}', "</p>"
            if title:
                element.append(BareElement(OurHtml(f"{opening} · ", block=True)))
                element.append(BareElement())
                self._fill(element[-1], [title])
                opening = ""
            element.append(BareElement(OurHtml(opening, closing=closing, block=True)))
        self.build(element, block)

    def _alert(self, quote: MarkdownBlock, *, top: bool) -> tuple[str, Piece | None] | None:
        """The kind of alert that a quotation is, and its title; the line that says so is taken out. None for none.

        GitHub knows no titles, and no alerts in lists and quotations; where it shows a quotation that is told.
        """
        first = _first_paragraph(quote)
        match = _ALERT.match(first.pieces[0].text) if first else None
        if first is None or match is None:
            return None
        line, kind = first.pieces[0], match[1].lower()
        alone = len(first.pieces) == 1 and len(quote.children) == 1
        if not self._tell_alert(line, match, top=top, empty=alone and not match[3]):
            return None
        title = Piece(line.row, line.column + match.start(3), match[3]) if match[3] else None
        if title and alone:
            first.pieces[0] = title
            return kind, None
        del first.pieces[0]
        if not first.pieces:
            del quote.children[0]
        return kind, title

    def _tell_alert(self, line: Piece, match: re.Match[str], *, top: bool, empty: bool) -> bool:
        """Whether a line begins an alert here; where GitHub sees none its author is told."""
        state, kind = self.parse_state, match[1].lower()
        span = state.places.piece(line)
        if kind not in ALERTS:
            near = did_you_mean(kind, ALERTS)
            instead = f"[!{near[0].upper()}]" if near else ""
            hint = "there are " + ", ".join(each.upper() for each in ALERTS)
            span = state.places.span(line.row, line.column, line.row, line.column + line.text.index("]") + 1)
            state.tell("W354", f"no alert is called `{match[1]}`", span, instead=instead, hint=hint)
            return False
        if not top or empty:
            message = "an alert without text stays text" if empty else "an alert in a list or a quotation stays text"
            hint = "write its text on the next line, after `> `" if empty else "write it outside, or take the mark away"
            state.tell("W362", message, span, hint=hint)
            return False
        mark = f"[!{match[1].upper()}]"
        if match[0].strip().upper() != mark:
            message = f"GitHub shows this alert as a quotation, for more than `{mark}` stands on its line"
            hint, text = f"write `> {mark}` on a line of its own", mark
            if match[3]:
                hint += f", `> **{match[3]}**` on the next and `>` on the one below"
                text += f"\n> **{match[3]}**\n>"
            state.tell("W362", message, span, hint=hint, edits=(Edit(span, text),))
        return True

    def _table(self, parent: Element, block: MarkdownBlock) -> None:
        table = SubElement(parent, "table")
        rows = SubElement(SubElement(table, "thead"), "tr")
        self._row(rows, block.pieces[0], block.aligns, "th")
        if len(block.pieces) > 1:
            body = SubElement(table, "tbody")
            for piece in block.pieces[1:]:
                self._row(SubElement(body, "tr"), piece, block.aligns, "td")

    def _row(self, row: Element, piece: Piece, aligns: tuple[str, ...], tag: str) -> None:
        cells = pipe_tables.cells(piece.text)
        for number, align in enumerate(aligns):
            cell = SubElement(row, tag, {"class": f"align-{align}"} if align else {})
            if number < len(cells):
                start, end = cells[number]
                self._fill(cell, [Piece(piece.row, piece.column + start, piece.text[start:end])], cell=True)
        if lost := [each for each in cells[len(aligns) :] if each[0] < each[1]]:
            self._tell_lost(piece, lost[0][0], lost[-1][1])

    def _tell_lost(self, piece: Piece, start: int, end: int) -> None:
        span = self.parse_state.places.span(piece.row, piece.column + start, piece.row, piece.column + end)
        message = f"`{piece.text[start:end]}` is not shown: this row has more cells than the head of its table"
        hint = "give the head another cell, or write `\\|` where a bar is text, in code too"
        self.parse_state.tell("W360", message, span, hint=hint)

    def _tell_no_table(self, paragraph: MarkdownBlock) -> None:
        """Tells of lines that begin like a table, whose head has not as many cells as the line below it."""
        for head, line in pairwise(paragraph.pieces):
            if line.text[:1] in {"|", ":", "-"} and "|" in head.text and (aligns := pipe_tables.aligns(line.text)):
                count = len(pipe_tables.cells(head.text))
                message = f"this is no table: its head has {count} cells, this line {len(aligns)}"
                span = self.parse_state.places.piece(line)
                self.parse_state.tell("W360", message, span, hint="give both the same number of cells")

    def _atom(self, parent: Element, block: MarkdownBlock) -> None:
        """A block that is put in whole: code, HTML, an embed."""
        state = self.parse_state
        if block.kind == "code":
            parent.append(BareElement(self._code(block)))
            return
        passage = Passage(block.pieces, state.places)
        if block.kind == "html":
            if not block.closed and block.level < 5:
                hint = "close it, or everything after it stays hidden"
                state.tell("W357", "this HTML is never closed", passage.span(0, len(block.pieces[0].text)), hint=hint)
            parent.append(BareElement(html_tags.block(passage, state)))
        elif taken := wikilinks.link(passage, 0, state, block=True):
            parent.append(BareElement(taken[0]))

    def _code(self, block: MarkdownBlock) -> OurHtml:
        state = self.parse_state
        if block.mark and not block.closed:
            span = state.places.span(block.row, 0, block.row, max(block.indent + len(block.mark), 3))
            hint = f"write `{block.mark}` on a line of its own where the code ends"
            state.tell("W357", "this block of code is never closed", span, hint=hint)
        passage = Passage(block.pieces, state.places)
        text = PlacedText(f"{passage.text}\n", passage, 0) if block.pieces else None
        info = unescaped(block.label).split(maxsplit=1)
        language = f' class="language-{html.escape(info[0])}"' if info else ""
        return OurHtml(f"<pre><code{language}>", text, "</code></pre>", Setting.CODE, block=True)


def _first_paragraph(container: MarkdownBlock) -> MarkdownBlock | None:
    """The paragraph that a container begins with, if it begins with one."""
    first = container.children[0] if container.children else None
    return first if first is not None and first.kind == "paragraph" else None


def _task_box(item: MarkdownBlock) -> OurHtml | None:
    """The box of a task, taken out of its text but for the space after it; None where the item is no task."""
    first = _first_paragraph(item)
    match = _TASK.match(first.pieces[0].text) if first else None
    if first is None or match is None:
        return None
    piece = first.pieces[0]
    first.pieces[0] = Piece(piece.row, piece.column + match.end() - 1, " " + piece.text[match.end() :])
    return OurHtml(f'<input type="checkbox" disabled{"" if match[1] == " " else " checked"}>')
