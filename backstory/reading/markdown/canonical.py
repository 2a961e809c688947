"""A text's blocks written again as the Markdown that Python-Markdown reads as GitHub reads the author's.

Its blocks are parted by blank lines, its lists indented by four, its paragraphs' lines begin with a mark, and what it
would read in another way (code, HTML, tables' bars, delimiters) is a mark.
"""

from __future__ import annotations

import html
import re

from backstory.diagnostics import Related
from backstory.language.names import did_you_mean
from backstory.reading.markdown import html_tags, inlines, pipe_tables, wikilinks
from backstory.reading.markdown.allowed_html import ALERTS
from backstory.reading.markdown.block_tree import Blocks, FootnoteBlock, MarkdownBlock, Piece
from backstory.reading.markdown.definitions import folded, unescaped
from backstory.reading.markdown.parse_state import ParseState
from backstory.reading.markdown.private_marks import BLOCK, ITEM, SEPARATOR, Callout, Item, Own, Raw, line
from backstory.reading.markdown.text_spans import Passage
from backstory.records.prose import Setting

_TASK = re.compile(r"\[([ xX])\][ \t]+(?=\S)")
_ALERT = re.compile(r"\[!([A-Za-z]+)\][ \t]*\Z")
_MOST_BRACKETS = 2_000
_RUN = re.compile(r"([*_~`\[<!(&\\])\1{200}")


def written(blocks: Blocks, found: ParseState) -> str:
    """The canonical Markdown of a text; the used footnotes are a list at its end."""
    writer = _Writer(found)
    lines = writer.all(blocks.root, top=True)
    notes = _Notes(blocks.notes, found)
    if notes.known and found.uses:
        lines += ["", SEPARATOR, ""] if lines else []
        lines += notes.lines(writer)
    notes.tell_unused()
    return "\n".join(lines)


class _Writer:
    """Writes blocks as lines."""

    def __init__(self, found: ParseState) -> None:
        self.found = found
        self.level = 1

    def all(self, parent: MarkdownBlock, *, top: bool = False) -> list[str]:
        """The lines of a container's blocks, with a blank line between any two."""
        lines: list[str] = []
        before = ""
        for block in parent.children:
            if lines:
                lines.append("")
            if block.kind == before and before in {"list", "quote"}:
                lines += [SEPARATOR, ""]
            before = block.kind
            lines += self.one(block, top=top)
        return lines

    def one(self, block: MarkdownBlock, *, top: bool = False) -> list[str]:
        """The lines of one block."""
        if block.kind == "paragraph":
            return self._passage(block.pieces).rstrip(" \t").split("\n")
        if block.kind == "list":
            return self._list(block)
        if block.kind == "quote":
            return self._quote(block, top=top)
        if block.kind == "heading":
            return [self._heading(block)]
        if block.kind == "table":
            return self._table(block)
        if block.kind == "rule":
            return ["---"]
        return [BLOCK + self._block(block)]

    def _passage(self, pieces: list[Piece]) -> str:
        passage = Passage(pieces, self.found.places)
        return inlines.marked(passage, self.found) if self._fits(passage) else ""

    def _fits(self, passage: Passage) -> bool:
        """Whether the passage keeps within what can be read in time; only machines write more."""
        text = passage.text
        if len(text) > _MOST_BRACKETS and text.count("[") > _MOST_BRACKETS:
            message = f"this paragraph has more than {_MOST_BRACKETS:,} `[`"
            self.found.tell("E351", message, passage.span(0, 1), hint="part it with blank lines")
            return False
        if len(text) > 200 and (run := _RUN.search(text)):
            message = f"more than 200 `{run[1]}` in a row"
            hint = "shorten it, or put it between lines of ```"
            self.found.tell("E352", message, passage.span(run.start(), run.end()), hint=hint)
            return False
        return True

    def _heading(self, block: MarkdownBlock) -> str:
        level = block.level
        text = self._passage(block.pieces).strip(" \t").replace("\n", " ")
        piece = block.pieces[0]
        span = self.found.places.piece(piece)
        if level == 1:
            level = 2
            hint = "write `##`: the title is the page's only heading of the first level"
            self.found.tell("W353", "a body has no heading of the first level", span, hint=hint)
        elif level > self.level + 1:
            message = f"a heading of level {level} follows one of level {self.level}"
            hint = f"write `{'#' * (self.level + 1)}`: readers who listen move from level to level"
            self.found.tell("N350", message, span, hint=hint)
        self.level = level
        return f"{'#' * level} {text}{line(piece.row)}"

    def _list(self, block: MarkdownBlock) -> list[str]:
        loose = block.loose
        lines: list[str] = []
        for number, item in enumerate(block.children):
            checked = self._task(item)
            mark = self.found.atoms.add(Item(loose, checked, block.start if number == 0 else None))
            lines += [""] if lines else []
            lines += self.item("1.  " if block.start is not None else "*   ", mark, self.all(item))
        return lines

    @staticmethod
    def item(bullet: str, mark: str, content: list[str]) -> list[str]:
        """A list item with its content indented under it."""
        lines = [f"{bullet}{ITEM}{mark}"]
        if content:
            lines += ["", *(f"    {each}" if each else "" for each in content)]
        return lines

    @staticmethod
    def _task(item: MarkdownBlock) -> bool | None:
        """Whether a task's box is checked; the box is taken out. None where the item is no task."""
        first = item.children[0] if item.children else None
        if first is None or first.kind != "paragraph":
            return None
        piece = first.pieces[0]
        match = _TASK.match(piece.text)
        if not match:
            return None
        first.pieces[0] = Piece(piece.row, piece.column + match.end(), piece.text[match.end() :])
        return match[1] != " "

    def _quote(self, block: MarkdownBlock, *, top: bool) -> list[str]:
        lines = self._alert(block) if top else []
        content = self.all(block)
        lines += [""] if lines and content else []
        return [f"> {each}" if each else ">" for each in lines + content] or [f"> {SEPARATOR}"]

    def _alert(self, block: MarkdownBlock) -> list[str]:
        """The first line of an alert, taken out of its quotation."""
        first = block.children[0] if block.children else None
        if first is None or first.kind != "paragraph":
            return []
        match = _ALERT.match(first.pieces[0].text)
        if not match:
            return []
        kind = match[1].lower()
        if kind not in ALERTS:
            self._unknown_alert(match[1], first.pieces[0])
            return []
        if len(first.pieces) == 1 and len(block.children) == 1:
            return []
        del first.pieces[0]
        if not first.pieces:
            del block.children[0]
        return [BLOCK + self.found.atoms.add(Callout(kind))]

    def _unknown_alert(self, kind: str, piece: Piece) -> None:
        near = did_you_mean(kind.lower(), ALERTS)
        label = f"did you mean `[!{near[0].upper()}]`?" if near else ""
        hint = "there are " + ", ".join(each.upper() for each in ALERTS)
        span = self.found.places.piece(piece)
        self.found.tell("W354", f"no alert is called `{kind}`", span, label=label, hint=hint)

    def _table(self, block: MarkdownBlock) -> list[str]:
        rules = {"left": ":--", "center": ":-:", "right": "--:", "": "---"}
        rows = [self._row(piece, len(block.aligns)) for piece in block.pieces]
        return [rows[0], f"| {' | '.join(rules[each] for each in block.aligns)} |", *rows[1:]]

    def _row(self, piece: Piece, columns: int) -> str:
        cells = []
        for start, end in pipe_tables.cells(piece.text)[:columns]:
            passage = Passage([Piece(piece.row, piece.column + start, piece.text[start:end])], self.found.places)
            cells.append(inlines.marked(passage, self.found, cell=True) if self._fits(passage) else "")
        cells += [line(piece.row)] * (columns - len(cells))
        return f"| {' | '.join(cells)} |"

    def _block(self, block: MarkdownBlock) -> str:
        """The mark of a block that Python-Markdown need not read: code, HTML, an embed."""
        found = self.found
        passage = Passage(block.pieces, found.places) if block.pieces else None
        if block.kind == "embed" and passage is not None:
            taken = wikilinks.link(passage, 0, found, block=True)
            return line(block.row) + (taken[0] if taken else found.atoms.add(Raw("")))
        if block.kind == "html" and passage is not None:
            if not block.closed and block.level < 5:
                hint = "close it, or everything after it stays hidden"
                found.tell("W357", "this HTML is never closed", passage.span(0, len(block.pieces[0].text)), hint=hint)
            return line(block.row) + found.atoms.add(Raw(found.atoms.expanded(html_tags.block(passage, found))))
        return line(block.row) + found.atoms.add(self._code(block))

    def _code(self, block: MarkdownBlock) -> Own:
        if block.mark and not block.closed:
            span = self.found.places.span(block.row, 0, block.row, max(block.indent + len(block.mark), 3))
            hint = f"write `{block.mark}` on a line of its own where the code ends"
            self.found.tell("W357", "this block of code is never closed", span, hint=hint)
        text = "".join(f"{piece.text}\n" for piece in block.pieces)
        info = unescaped(block.label).split(maxsplit=1)
        language = f' class="language-{html.escape(info[0])}"' if info else ""
        return Own(f"<pre><code{language}>", text, "</code></pre>", Setting.CODE, lines=len(block.pieces))


class _Notes:
    """The footnotes of a text."""

    def __init__(self, notes: list[FootnoteBlock], found: ParseState) -> None:
        self.found = found
        self.known: dict[str, FootnoteBlock] = {}
        for note in notes:
            first = self.known.setdefault(folded(note.label), note)
            if first is not note:
                related = (Related(found.places.piece(first.at), "it is defined here"),)
                message = f"the footnote `{note.label}` is defined twice"
                found.tell("E366", message, found.places.piece(note.at), related=related)

    def lines(self, writer: _Writer) -> list[str]:
        """The notes in order of their first use; a note may use others, which then follow."""
        lines: list[str] = []
        number = 0
        while number < len(self.found.uses):
            label = list(self.found.uses)[number]
            number += 1
            mark = self.found.atoms.add(Item(loose=True, note=number))
            lines += [""] if lines else []
            lines += writer.item("1.  ", mark, writer.all(self.known[label].block))
        return lines

    def tell_unused(self) -> None:
        """Tells of each note that no text uses."""
        for key, note in self.known.items():
            if key not in self.found.uses:
                message = f"the footnote `{note.label}` is never used"
                hint = f"write `[^{note.label}]` where it belongs"
                self.found.tell("W350", message, self.found.places.piece(note.at), hint=hint)
