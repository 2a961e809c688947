"""A Markdown text read line by line into blocks, as CommonMark's appendix tells it.

Each line goes on with some of the open containers, may open others, and adds to a leaf.
"""

from __future__ import annotations

from collections.abc import Iterable

from backstory.reading.markdown import syntax
from backstory.reading.markdown.block_starts import Opened, open_block, open_table
from backstory.reading.markdown.block_tree import Blocks, MarkdownBlock, Piece
from backstory.reading.markdown.open_blocks import OpenBlocks


def read(lines: Iterable[str]) -> Blocks:
    """The blocks of a text's lines. `deep` is the row where the nesting passes what is allowed; there reading stops."""
    blocks = OpenBlocks()
    for row, line in enumerate(lines):
        blocks.row, blocks.line, blocks.at, blocks.shift = row, line, 0, 0
        _read_line(blocks)
        if blocks.found.deep is not None:
            break
    blocks.close_leaf()
    return blocks.found


def _read_line(blocks: OpenBlocks) -> None:
    matched = _continued(blocks)
    whole = matched == len(blocks.containers)
    if whole and blocks.leaf is not None and _leaf_takes(blocks, blocks.leaf):
        return
    paragraph = blocks.leaf if blocks.leaf is not None and blocks.leaf.kind == "paragraph" else None
    while True:
        at = blocks.next()
        if blocks.blank(at):
            blocks.close_from(matched)
            return
        if at - blocks.at >= 4:
            if paragraph is None:
                blocks.close_from(matched)
                blocks.add(blocks.open_leaf(MarkdownBlock("code", blocks.row, blocks.row)), blocks.at + 4)
                return
            break
        if blocks.line[at] not in syntax.START:
            break
        lazy = paragraph is not None and not whole
        opened = open_block(blocks, matched, at, paragraph if whole else None, lazy=lazy)
        if opened is None:
            break
        if opened is Opened.LEAF:
            return
        matched, whole, paragraph = len(blocks.containers), True, None
    _add_text(blocks, matched, paragraph, whole=whole)


# -- containers --------------------------------------------------------------------------------------------------------


def _continued(blocks: OpenBlocks) -> int:
    """How many of the open containers this line goes on with."""
    count = 1
    for block in blocks.containers[1:]:
        at = blocks.next()
        if not _goes_on(blocks, block, at, blank=blocks.blank(at)):
            break
        count += 1
        if block.kind != "list" and not blocks.blank(blocks.next()):
            block.end = blocks.row
    return count


def _goes_on(blocks: OpenBlocks, block: MarkdownBlock, at: int, *, blank: bool) -> bool:
    indent = at - blocks.at
    if block.kind == "quote":
        if indent > 3 or blank or blocks.line[at] != ">":
            return False
        block.end = blocks.row
        blocks.pass_quote_mark(at)
        return True
    if block.kind == "list":
        return True
    if blank:
        empty = block.kind == "item" and not block.children
        if not empty:
            blocks.at = at
        return not empty
    if indent < block.indent:
        return False
    blocks.at += block.indent
    return True


# -- leaves ------------------------------------------------------------------------------------------------------------


def _leaf_takes(blocks: OpenBlocks, leaf: MarkdownBlock) -> bool:
    """Whether the open leaf takes the line whatever it holds; a leaf that ends here is closed."""
    if leaf.kind == "code":
        return _fence_takes(blocks, leaf) if leaf.mark else _indented_code_takes(blocks, leaf)
    if leaf.kind == "html":
        return _html_takes(blocks, leaf)
    if blocks.blank(blocks.next()):
        blocks.close_leaf()
        return True
    return False


def _fence_takes(blocks: OpenBlocks, leaf: MarkdownBlock) -> bool:
    end = syntax.FENCE_END.match(blocks.line, blocks.at)
    if end and end[1][0] == leaf.mark[0] and len(end[1]) >= len(leaf.mark):
        leaf.closed = True
        blocks.reach(leaf)
        blocks.leaf = None
        return True
    blocks.add(leaf, min(blocks.next(), blocks.at + leaf.indent) if leaf.indent else blocks.at)
    return True


def _indented_code_takes(blocks: OpenBlocks, leaf: MarkdownBlock) -> bool:
    at = blocks.next()
    if blocks.blank(at):
        leaf.pieces.append(Piece(blocks.row, blocks.at + 4 - blocks.shift, blocks.line[blocks.at + 4 :]))
        return True
    if at - blocks.at >= 4:
        blocks.add(leaf, blocks.at + 4)
        return True
    blocks.close_leaf()
    return False


def _html_takes(blocks: OpenBlocks, leaf: MarkdownBlock) -> bool:
    end = syntax.HTML[leaf.level][1]
    if end is None and blocks.blank(blocks.next()):
        blocks.close_leaf()
        return True
    blocks.add(leaf, blocks.at)
    if end is not None and end.search(blocks.line, blocks.at):
        leaf.closed = True
        blocks.leaf = None
    return True


def _add_text(blocks: OpenBlocks, matched: int, paragraph: MarkdownBlock | None, *, whole: bool) -> None:
    """The rest of the line is text: it goes on with an open leaf, perhaps as a table's head, or begins a paragraph."""
    at = blocks.next()
    if paragraph is not None and not whole:
        blocks.add(paragraph, at)
    elif whole and blocks.leaf is not None:
        if blocks.leaf.kind != "paragraph" or not open_table(blocks, blocks.leaf, at):
            blocks.add(blocks.leaf, at)
    else:
        blocks.close_from(matched)
        blocks.add(blocks.open_leaf(MarkdownBlock("paragraph", blocks.row, blocks.row)), at)
