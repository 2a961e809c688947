"""A Markdown text read line by line into blocks, as CommonMark's appendix tells it.

Each line goes on with some of the open containers, may open others, and adds to a leaf.
"""

from __future__ import annotations

from backstory.reading.markdown import definitions, pipe_tables, syntax
from backstory.reading.markdown.block_tree import Blocks, FootnoteBlock, MarkdownBlock, Piece


def read(text: str) -> Blocks:
    """The blocks of `text`. `deep` is the row where the nesting passed what is allowed; then no more was read."""
    reader = _Reader()
    for row, line in enumerate(text.removesuffix("\n").split("\n")):
        reader.take(row, line)
        if reader.found.deep is not None:
            break
    reader.finish()
    return reader.found


class _Reader:
    """Takes lines one by one and keeps the containers that are open, innermost last, and the open leaf."""

    def __init__(self) -> None:
        root = MarkdownBlock("document", 0, 0)
        self.found = Blocks(root, {}, [], [])
        self.open = [root]
        self.leaf: MarkdownBlock | None = None
        self.row = 0
        self.line = ""
        self.at = 0
        self.shift = 0

    # -- a line -----------------------------------------------------------------------------------------------------

    def take(self, row: int, line: str) -> None:
        self.row, self.line, self.at, self.shift = row, line, 0, 0
        matched = self._continued()
        whole = matched == len(self.open)
        leaf = self.leaf
        if whole and leaf is not None and self._leaf_takes(leaf):
            return
        self._begin(matched, whole=whole)

    def _next(self) -> int:
        """Where the next character that is no space stands; tabs before it become spaces, to stops of four columns."""
        return self._next_from(self.at)

    def _next_from(self, at: int) -> int:
        line = self.line
        size = len(line)
        while at < size and (char := line[at]) in " \t":
            if char == "\t":
                width = 4 - at % 4
                self.line = line = f"{line[:at]}{' ' * width}{line[at + 1 :]}"
                self.shift += width - 1
                size = len(line)
            at += 1
        return at

    def _blank(self, at: int) -> bool:
        return at >= len(self.line)

    def _continued(self) -> int:
        """How many of the open containers this line goes on with."""
        count = 1
        for block in self.open[1:]:
            at = self._next()
            if not self._goes_on(block, at, blank=self._blank(at)):
                break
            count += 1
            if block.kind != "list" and not self._blank(self._next()):
                block.end = self.row
        return count

    def _goes_on(self, block: MarkdownBlock, at: int, *, blank: bool) -> bool:
        indent = at - self.at
        if block.kind == "quote":
            if indent > 3 or blank or self.line[at] != ">":
                return False
            block.end = self.row
            self.at = at + 1
            if self.line[self.at : self.at + 1] == " ":
                self.at += 1
            return True
        if block.kind == "list":
            return True
        if blank:
            empty = block.kind == "item" and not block.children
            if not empty:
                self.at = at
            return not empty
        if indent < block.indent:
            return False
        self.at += block.indent
        return True

    # -- the open leaf ----------------------------------------------------------------------------------------------

    def _leaf_takes(self, leaf: MarkdownBlock) -> bool:
        """Whether the open leaf takes the line whatever it holds; a leaf that ends here is closed."""
        if leaf.kind == "code":
            return self._fenced(leaf) if leaf.mark else self._indented(leaf)
        if leaf.kind == "html":
            return self._html_goes_on(leaf)
        if self._blank(self._next()):
            self._close_leaf()
            return True
        return False

    def _fenced(self, leaf: MarkdownBlock) -> bool:
        end = syntax.FENCE_END.match(self.line, self.at)
        if end and end[1][0] == leaf.mark[0] and len(end[1]) >= len(leaf.mark):
            leaf.closed = True
            self._touch(leaf)
            self.leaf = None
            return True
        self._add(leaf, min(self._next(), self.at + leaf.indent) if leaf.indent else self.at)
        return True

    def _indented(self, leaf: MarkdownBlock) -> bool:
        at = self._next()
        if self._blank(at):
            self._piece(leaf, min(self.at + 4, len(self.line)))
            return True
        if at - self.at >= 4:
            self._add(leaf, self.at + 4)
            return True
        self._close_leaf()
        return False

    def _html_goes_on(self, leaf: MarkdownBlock) -> bool:
        end = syntax.HTML[leaf.level][1]
        if end is None and self._blank(self._next()):
            self._close_leaf()
            return True
        self._add(leaf, self.at)
        if end is not None and end.search(self.line, self.at):
            leaf.closed = True
            self.leaf = None
        return True

    # -- new blocks -------------------------------------------------------------------------------------------------

    def _begin(self, matched: int, *, whole: bool) -> None:
        """Opens what this line opens; `matched` containers go on."""
        paragraph = self.leaf if self.leaf is not None and self.leaf.kind == "paragraph" else None
        while True:
            at = self._next()
            if self._blank(at):
                break
            if at - self.at >= 4:
                if paragraph is None:
                    self._code(matched)
                    return
                break
            if self.line[at] not in syntax.START:
                break
            opened = self._opened(matched, at, paragraph if whole else None, lazy=paragraph is not None and not whole)
            if opened is None:
                break
            if opened:
                return
            matched, whole, paragraph = len(self.open), True, None
        self._text(matched, paragraph, whole=whole)

    def _text(self, matched: int, paragraph: MarkdownBlock | None, *, whole: bool) -> None:
        at = self._next()
        if self._blank(at):
            self._shut(matched)
            return
        if paragraph is not None and not whole:
            self._add(paragraph, at)
            for block in self.open:
                block.end = self.row
            return
        if whole and self.leaf is not None:
            if self.leaf.kind == "paragraph" and self._table(self.leaf, at):
                return
            self._add(self.leaf, at)
            return
        self._shut(matched)
        self._add(self._leaf(MarkdownBlock("paragraph", self.row, self.row)), at)

    def _opened(self, matched: int, at: int, paragraph: MarkdownBlock | None, *, lazy: bool) -> bool | None:
        """What begins at `at`: False for a container, True for a leaf, None for nothing."""
        char = self.line[at]
        if char == ">":
            self.at = at + 1
            if self.line[self.at : self.at + 1] == " ":
                self.at += 1
            self._container(matched, MarkdownBlock("quote", self.row, self.row))
            return False
        if char == "#":
            return self._atx(matched, at)
        if char in "`~":
            return self._fence(matched, at)
        if char == "<":
            return self._html(matched, at, interrupts=paragraph is not None or lazy)
        if char in "=-" and paragraph is not None and (under := self._under(paragraph, at)) is not None:
            return under
        if char in "*_-" and syntax.RULE.match(self.line, at):
            self._shut(matched)
            self._touch(self._leaf(MarkdownBlock("rule", self.row, self.row)))
            self.leaf = None
            return True
        if char == "!" and syntax.EMBED.match(self.line, at):
            self._shut(matched)
            self._add(self._leaf(MarkdownBlock("embed", self.row, self.row)), at)
            self.leaf = None
            return True
        if char == "[":
            return self._note(matched, at)
        return self._item(matched, at, paragraph)

    def _atx(self, matched: int, at: int) -> bool | None:
        found = syntax.ATX.match(self.line, at)
        if not found:
            return None
        self._shut(matched)
        block = self._leaf(MarkdownBlock("heading", self.row, self.row, level=len(found[1])))
        text = syntax.ATX_END.sub("", self.line[found.end() :]).strip(" \t")
        start = found.end() + (len(self.line[found.end() :]) - len(self.line[found.end() :].lstrip(" \t")))
        block.pieces.append(Piece(self.row, start - self.shift, text))
        self._touch(block)
        self.leaf = None
        return True

    def _fence(self, matched: int, at: int) -> bool | None:
        found = syntax.FENCE.match(self.line, at)
        if not found:
            return None
        self._shut(matched)
        mark = found[1] or found[2]
        label = self.line[at + len(mark) :].strip()
        self._touch(self._leaf(MarkdownBlock("code", self.row, self.row, indent=at - self.at, mark=mark, label=label)))
        return True

    def _html(self, matched: int, at: int, *, interrupts: bool) -> bool | None:
        for kind, (start, end) in enumerate(syntax.HTML):
            if not start.match(self.line, at) or (kind == 6 and interrupts):
                continue
            self._shut(matched)
            block = self._leaf(MarkdownBlock("html", self.row, self.row, level=kind, closed=end is None))
            self._add(block, self.at)
            if end is not None and end.search(self.line, at):
                block.closed = True
                self.leaf = None
            return True
        return None

    def _under(self, paragraph: MarkdownBlock, at: int) -> bool | None:
        """Whether the line makes the paragraph above it a heading or its last line a table's head."""
        if syntax.SETEXT.match(self.line, at):
            return self._setext(paragraph, at)
        return True if self._table(paragraph, at) else None

    def _setext(self, paragraph: MarkdownBlock, at: int) -> bool | None:
        self._define(paragraph)
        if not paragraph.pieces:
            self._drop(paragraph)
            return None
        paragraph.kind = "heading"
        paragraph.level = 1 if self.line[at] == "=" else 2
        self._touch(paragraph)
        self.leaf = None
        return True

    def _note(self, matched: int, at: int) -> bool | None:
        found = syntax.NOTE.match(self.line, at)
        if not found or any(block.kind == "note" for block in self.open[:matched]):
            return None
        block = MarkdownBlock("note", self.row, self.row, indent=4, label=found[1])
        self._shut(matched)
        if self.open[-1].kind == "list":
            self.open.pop()
        self.found.notes.append(FootnoteBlock(found[1], Piece(self.row, at - self.shift, found[0].rstrip(" ")), block))
        self.open.append(block)
        self.at = found.end()
        return False

    def _item(self, matched: int, at: int, paragraph: MarkdownBlock | None) -> bool | None:
        found = syntax.ITEM.match(self.line, at)
        if not found:
            return None
        rest = self._next_from(found.end())
        empty = rest >= len(self.line) or self._blank(rest)
        if paragraph is not None and (empty or (found[2] and int(found[2]) != 1)):
            return None
        spaces = rest - found.end()
        width = found.end() - at
        padding = width + (spaces if 1 <= spaces <= 4 and not empty else 1)
        kind = found[3] or found[1]
        offset = at - self.at
        if self.open[matched - 1].kind != "list" or self.open[matched - 1].mark != kind:
            if self.open[matched - 1].kind == "list":
                matched -= 1
            start = int(found[2]) if found[2] else None
            self._container(matched, MarkdownBlock("list", self.row, self.row, mark=kind, start=start))
            matched = len(self.open)
        self._container(matched, MarkdownBlock("item", self.row, self.row, indent=offset + padding))
        self.at = min(at + padding, len(self.line)) if not empty else len(self.line)
        return False

    def _code(self, matched: int) -> None:
        self._shut(matched)
        self._add(self._leaf(MarkdownBlock("code", self.row, self.row)), self.at + 4)

    def _table(self, paragraph: MarkdownBlock, at: int) -> bool:
        """Whether this line makes the paragraph's last line the head of a table."""
        aligns = pipe_tables.aligns(self.line[at:])
        if not aligns or len(pipe_tables.cells(paragraph.pieces[-1].text)) != len(aligns):
            return False
        if "|" not in paragraph.pieces[-1].text:
            return False
        head = paragraph.pieces.pop()
        if paragraph.pieces:
            paragraph.end = self.row - 2
            self._define(paragraph)
        if not paragraph.pieces:
            self._drop(paragraph)
        self.leaf = None
        table = self._leaf(MarkdownBlock("table", head.row, self.row, aligns=aligns))
        table.pieces.append(head)
        self._touch(table)
        return True

    # -- opening and closing ----------------------------------------------------------------------------------------

    def _container(self, matched: int, block: MarkdownBlock) -> None:
        self._shut(matched)
        if self.open[-1].kind == "list" and block.kind != "item":
            self.open.pop()
        self.open[-1].children.append(block)
        self.open.append(block)
        for each in self.open:
            each.end = self.row
        if sum(each.kind != "list" for each in self.open) > syntax.DEEPEST + 1:
            self.found.deep = self.row

    def _leaf(self, block: MarkdownBlock) -> MarkdownBlock:
        if self.open[-1].kind == "list":
            self.open.pop()
        self.open[-1].children.append(block)
        self.leaf = block
        return block

    def _shut(self, matched: int) -> None:
        self._close_leaf()
        del self.open[matched:]

    def _close_leaf(self) -> None:
        leaf, self.leaf = self.leaf, None
        if leaf is None:
            return
        if leaf.kind == "paragraph":
            self._define(leaf)
            if not leaf.pieces:
                self._drop(leaf)
        elif leaf.kind == "code" and not leaf.mark:
            while leaf.pieces and not leaf.pieces[-1].text.strip(" \t"):
                leaf.pieces.pop()

    def _define(self, paragraph: MarkdownBlock) -> None:
        """Takes the link definitions a paragraph begins with."""
        if paragraph.pieces and paragraph.pieces[0].text.startswith("["):
            lines, defined = definitions.taken([piece.text for piece in paragraph.pieces])
            for each in defined:
                piece = paragraph.pieces[each.line]
                placed = each._replace(row=piece.row, column=piece.column)
                if placed.label in self.found.links:
                    self.found.repeated.append(placed)
                else:
                    self.found.links[placed.label] = placed
            del paragraph.pieces[:lines]

    def _drop(self, block: MarkdownBlock) -> None:
        for holder in self.open:
            if holder.children and holder.children[-1] is block:
                holder.children.pop()

    def _add(self, block: MarkdownBlock, at: int) -> None:
        self._piece(block, at)
        self._touch(block)

    def _piece(self, block: MarkdownBlock, at: int) -> None:
        block.pieces.append(Piece(self.row, at - self.shift, self.line[at:]))

    def _touch(self, block: MarkdownBlock) -> None:
        block.end = self.row
        for each in self.open:
            each.end = self.row

    def finish(self) -> None:
        self._close_leaf()
