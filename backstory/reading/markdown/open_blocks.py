"""The line that is being read and the blocks that are open: what the block reader and the block starts share."""

from __future__ import annotations

from backstory.reading.markdown import definitions
from backstory.reading.markdown.block_tree import Blocks, MarkdownBlock, Piece
from backstory.reading.markdown.syntax import DEEPEST


class OpenBlocks:
    """The open containers, innermost last, the open leaf, and the line at hand with the offset `at` read up to.

    Tabs before text become spaces as they are met; `shift` says how many characters that has added to the line.
    """

    def __init__(self) -> None:
        root = MarkdownBlock("document", 0, 0)
        self.found = Blocks(root, {}, [], [])
        self.containers = [root]
        self.leaf: MarkdownBlock | None = None
        self.row, self.line, self.at, self.shift = 0, "", 0, 0

    # -- the line ---------------------------------------------------------------------------------------------------

    def next(self) -> int:
        """The offset of the next character that is no space; the line's length where only spaces follow."""
        return self.next_from(self.at)

    def next_from(self, at: int) -> int:
        """The same from the offset `at`. Tabs on the way become spaces, to stops of four columns."""
        line = self.line
        size = len(line)
        start = at
        while at < size and line[at] in " \t":
            at += 1
        if "\t" in line[start:at]:
            lead = line[:at].expandtabs(4)
            self.shift += len(lead) - at
            self.line = lead + line[at:]
            return len(lead)
        return at

    def blank(self, at: int) -> bool:
        """Whether the line has nothing from the offset `at` on."""
        return at >= len(self.line)

    def pass_quote_mark(self, at: int) -> None:
        """Goes on after the `>` at `at`, and after the one space that belongs to it."""
        self.at = at + 2 if self.line[at + 1 : at + 2] == " " else at + 1

    # -- opening ----------------------------------------------------------------------------------------------------

    def open_container(self, matched: int, block: MarkdownBlock) -> None:
        """Closes all but the first `matched` containers and opens another in them."""
        self.close_from(matched)
        if self.containers[-1].kind == "list" and block.kind != "item":
            self.containers.pop()
        self.containers[-1].children.append(block)
        self.containers.append(block)
        for each in self.containers:
            each.end = self.row
        if sum(each.kind != "list" for each in self.containers) > DEEPEST + 1:
            self.found.deep = self.row

    def open_leaf(self, block: MarkdownBlock) -> MarkdownBlock:
        """Opens a leaf in the innermost container."""
        if self.containers[-1].kind == "list":
            self.containers.pop()
        self.containers[-1].children.append(block)
        self.leaf = block
        return block

    def add(self, block: MarkdownBlock, at: int) -> None:
        """Adds the rest of the line, from the offset `at`, to a leaf."""
        block.pieces.append(Piece(self.row, at - self.shift, self.line[at:]))
        self.reach(block)

    def reach(self, block: MarkdownBlock) -> None:
        """Sets the end of a leaf and of all open containers to this line."""
        block.end = self.row
        for each in self.containers:
            each.end = self.row

    # -- closing ----------------------------------------------------------------------------------------------------

    def close_from(self, matched: int) -> None:
        """Closes the leaf and all but the first `matched` containers."""
        self.close_leaf()
        del self.containers[matched:]

    def close_leaf(self) -> None:
        """Closes the open leaf, if there is one; a paragraph gives up its definitions, code its last blank lines."""
        leaf, self.leaf = self.leaf, None
        if leaf is None:
            return
        if leaf.kind == "paragraph":
            self.take_definitions(leaf)
        elif leaf.kind == "code" and not leaf.mark:
            while leaf.pieces and not leaf.pieces[-1].text.strip(" \t"):
                leaf.pieces.pop()

    def take_definitions(self, paragraph: MarkdownBlock) -> None:
        """Takes out the link definitions that a paragraph begins with; one that holds nothing else disappears."""
        if not paragraph.pieces[0].text.startswith("["):
            return
        lines, defined = definitions.taken([piece.text for piece in paragraph.pieces])
        for each in defined:
            piece = paragraph.pieces[each.line]
            placed = each._replace(row=piece.row, column=piece.column)
            if placed.label in self.found.links:
                self.found.repeated.append(placed)
            else:
                self.found.links[placed.label] = placed
        del paragraph.pieces[:lines]
        if not paragraph.pieces:
            self.drop(paragraph)

    def drop(self, block: MarkdownBlock) -> None:
        """Takes a leaf out of the container that holds it last."""
        if self.leaf is block:
            self.leaf = None
        for holder in self.containers:
            if holder.children and holder.children[-1] is block:
                holder.children.pop()
