"""What begins a block: headings, fences, HTML, rules, embeds, tables, quotations, lists and footnotes.

Each function looks at the line at hand from an offset on. After it has opened what begins there it says whether that is
a container or a leaf; where nothing begins it gives None.
"""

from __future__ import annotations

from enum import Enum

from backstory.reading.markdown import pipe_tables, syntax
from backstory.reading.markdown.block_tree import FootnoteBlock, MarkdownBlock, Piece
from backstory.reading.markdown.open_blocks import OpenBlocks


class Opened(Enum):
    """What began: a container, in which the rest of the line may begin another, or a leaf, which took the line."""

    CONTAINER = "container"
    LEAF = "leaf"


def open_block(
    blocks: OpenBlocks, matched: int, at: int, paragraph: MarkdownBlock | None, *, lazy: bool
) -> Opened | None:
    """Opens the block that begins at the offset `at`; `matched` containers go on.

    `paragraph` is the open paragraph that the line would otherwise go on with; `lazy` says that it would do so from
    outside the paragraph's containers.
    """
    char = blocks.line[at]
    if char == ">":
        return _quote(blocks, matched, at)
    if char == "#":
        return _heading(blocks, matched, at)
    if char in "`~":
        return _fence(blocks, matched, at)
    if char == "<":
        return _html(blocks, matched, at, interrupts=paragraph is not None or lazy)
    if char in "=-" and paragraph is not None and (under := _underline(blocks, paragraph, at)):
        return under
    if char in "*_-" and syntax.RULE.match(blocks.line, at):
        return _whole_line(blocks, matched, at, "rule")
    if char == "!" and syntax.EMBED.match(blocks.line, at):
        return _whole_line(blocks, matched, at, "embed")
    if char == "[":
        return _footnote(blocks, matched, at)
    return _item(blocks, matched, at, paragraph)


def open_table(blocks: OpenBlocks, paragraph: MarkdownBlock, at: int) -> bool:
    """Whether the line makes the paragraph's last line the head of a table; the table is then open."""
    aligns = pipe_tables.aligns(blocks.line[at:])
    if not aligns or len(pipe_tables.cells(paragraph.pieces[-1].text)) != len(aligns):
        return False
    if "|" not in paragraph.pieces[-1].text:
        return False
    head = paragraph.pieces.pop()
    if paragraph.pieces:
        paragraph.end = blocks.row - 2
        blocks.take_definitions(paragraph)
    else:
        blocks.drop(paragraph)
    table = blocks.open_leaf(MarkdownBlock("table", head.row, blocks.row, aligns=aligns))
    table.pieces.append(head)
    blocks.reach(table)
    return True


def _quote(blocks: OpenBlocks, matched: int, at: int) -> Opened:
    blocks.pass_quote_mark(at)
    blocks.open_container(matched, MarkdownBlock("quote", blocks.row, blocks.row))
    return Opened.CONTAINER


def _heading(blocks: OpenBlocks, matched: int, at: int) -> Opened | None:
    found = syntax.ATX.match(blocks.line, at)
    if not found:
        return None
    blocks.close_from(matched)
    block = blocks.open_leaf(MarkdownBlock("heading", blocks.row, blocks.row, level=len(found[1])))
    rest = blocks.line[found.end() :]
    start = found.end() + len(rest) - len(rest.lstrip(" \t"))
    block.pieces.append(Piece(blocks.row, start - blocks.shift, syntax.ATX_END.sub("", rest).strip(" \t")))
    blocks.reach(block)
    blocks.leaf = None
    return Opened.LEAF


def _fence(blocks: OpenBlocks, matched: int, at: int) -> Opened | None:
    found = syntax.FENCE.match(blocks.line, at)
    if not found:
        return None
    blocks.close_from(matched)
    mark = found[1] or found[2]
    block = MarkdownBlock("code", blocks.row, blocks.row, indent=at - blocks.at, mark=mark)
    block.label = blocks.line[at + len(mark) :].strip()
    blocks.reach(blocks.open_leaf(block))
    return Opened.LEAF


def _html(blocks: OpenBlocks, matched: int, at: int, *, interrupts: bool) -> Opened | None:
    for kind, (start, end) in enumerate(syntax.HTML):
        if not start.match(blocks.line, at) or (kind == 6 and interrupts):
            continue
        blocks.close_from(matched)
        block = blocks.open_leaf(MarkdownBlock("html", blocks.row, blocks.row, level=kind, closed=end is None))
        blocks.add(block, blocks.at)
        if end is not None and end.search(blocks.line, at):
            block.closed = True
            blocks.leaf = None
        return Opened.LEAF
    return None


def _underline(blocks: OpenBlocks, paragraph: MarkdownBlock, at: int) -> Opened | None:
    """Whether the line makes the paragraph above it a heading or its last line a table's head."""
    if not syntax.SETEXT.match(blocks.line, at):
        return Opened.LEAF if open_table(blocks, paragraph, at) else None
    blocks.take_definitions(paragraph)
    if not paragraph.pieces:
        return None
    paragraph.kind = "heading"
    paragraph.level = 1 if blocks.line[at] == "=" else 2
    blocks.reach(paragraph)
    blocks.leaf = None
    return Opened.LEAF


def _whole_line(blocks: OpenBlocks, matched: int, at: int, kind: str) -> Opened:
    """A rule or an embed: a leaf that is this line alone."""
    blocks.close_from(matched)
    blocks.add(blocks.open_leaf(MarkdownBlock(kind, blocks.row, blocks.row)), at)
    blocks.leaf = None
    return Opened.LEAF


def _footnote(blocks: OpenBlocks, matched: int, at: int) -> Opened | None:
    found = syntax.NOTE.match(blocks.line, at)
    if not found or any(block.kind == "note" for block in blocks.containers[:matched]):
        return None
    block = MarkdownBlock("note", blocks.row, blocks.row, indent=4, label=found[1])
    blocks.close_from(matched)
    if blocks.containers[-1].kind == "list":
        blocks.containers.pop()
    place = Piece(blocks.row, at - blocks.shift, found[0].rstrip(" "))
    blocks.found.notes.append(FootnoteBlock(found[1], place, block))
    blocks.containers.append(block)
    blocks.at = found.end()
    return Opened.CONTAINER


def _item(blocks: OpenBlocks, matched: int, at: int, paragraph: MarkdownBlock | None) -> Opened | None:
    found = syntax.ITEM.match(blocks.line, at)
    if not found:
        return None
    empty = not blocks.line[found.end() :].strip(" \t")
    if paragraph is not None and (empty or (found[2] and int(found[2]) != 1)):
        return None
    rest = blocks.next_from(found.end())
    spaces = rest - found.end()
    padding = found.end() - at + (spaces if 1 <= spaces <= 4 and not empty else 1)
    kind = found[3] or found[1]
    offset = at - blocks.at
    if blocks.containers[matched - 1].kind == "list" and blocks.containers[matched - 1].mark != kind:
        matched -= 1
    if blocks.containers[matched - 1].kind != "list":
        start = int(found[2]) if found[2] else None
        blocks.open_container(matched, MarkdownBlock("list", blocks.row, blocks.row, mark=kind, start=start))
        matched = len(blocks.containers)
    blocks.open_container(matched, MarkdownBlock("item", blocks.row, blocks.row, indent=offset + padding))
    blocks.at = len(blocks.line) if empty else min(at + padding, len(blocks.line))
    return Opened.CONTAINER
