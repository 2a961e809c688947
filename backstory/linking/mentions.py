"""Mentions: in each section of a text, the first place of every name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from backstory.diagnostics import Diagnostic, Span, report
from backstory.language.dates import Edtf
from backstory.language.names import fold
from backstory.linking.lexicon import Lexicon, Name
from backstory.linking.link_vetoes import Doubts
from backstory.linking.matcher import Match, matches, scan
from backstory.records.blocks import Block, Segment
from backstory.records.links import Mention, Passed, ProseKey
from backstory.values.keys import Key

AMBIGUOUS = "more than one is called so"
LINKED_HERE = "already linked in this section"
LINKED_BY_AUTHOR = "the author links it in this section"
OWN_PAGE = "its own page"
NOLINK = "in `nolink`"
BROKEN_UP = "broken up by markup"


@dataclass(frozen=True, slots=True)
class Context:
    """What decides the links of a text beside its words.

    `path` is its file and `head` its first line, for diagnostics; `date` that of the page, for names in use for a time.
    `nolink` holds folded words and ids that stay plain, `home` the folded words of its conflict's name.
    """

    text: ProseKey
    path: str
    head: Span
    date: Edtf | None = None
    nolink: frozenset[str] = frozenset()
    home: frozenset[str] = frozenset()
    published: bool = True


@dataclass(slots=True)
class FoundName:
    """What was found in a text: mentions to link, names passed over, and what to tell the author."""

    mentions: list[Mention] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)
    told: list[Diagnostic] = field(default_factory=list)


def mentions(
    blocks: tuple[Block, ...],
    explicit: frozenset[tuple[int, Key]],
    lexicon: Lexicon,
    context: Context,
    *,
    ledger: bool = False,
) -> FoundName:
    """The mentions to be linked in the blocks of a text, in order.

    `explicit` pairs a section with an entity the author links there. With `ledger`, names that are plain for a
    reason that needs no telling (linked before, in a heading) are listed too.
    """
    found = FoundName()
    linked: set[tuple[int, Key]] = set()
    told: set[tuple[Name, ...]] = set()
    for block in blocks:
        if not ledger and all(segment.closed for segment in block.segments):
            continue
        for match, doubt in _judged(block, lexicon, context):
            segment = block.segment(match.start, match.end)
            key = match.linkable[0].key
            reason = _closed(segment) or doubt or _unwanted(match, context, explicit, linked, block.section)
            if not reason and segment is not None:
                linked.add((block.section, key))
                found.mentions.append(_mention(match, segment))
                continue
            if reason == AMBIGUOUS and segment is not None and match.linkable not in told:
                told.add(match.linkable)
                found.told.append(_ambiguous(match, block, segment, context))
            if ledger or reason not in _PLAIN:
                found.passed.append(_passed(match, block, segment, context, reason))
    return found


_PLAIN = frozenset({LINKED_HERE, LINKED_BY_AUTHOR, OWN_PAGE, NOLINK, BROKEN_UP})


def _judged(block: Block, lexicon: Lexicon, context: Context) -> Iterator[tuple[Match, str]]:
    """The names in a block that could be linked by their kind, each with the doubt about it."""
    scanned = scan(block.text, lexicon)
    if scanned is None:
        return
    doubts = Doubts(scanned, context.home)
    previous = -1
    for match in matches(scanned, context.date):
        if match.linkable:
            yield match, doubts.about(match, previous)
        previous = match.last


def _closed(segment: Segment | None) -> str:
    return BROKEN_UP if segment is None else segment.closed


def _unwanted(
    match: Match,
    context: Context,
    explicit: frozenset[tuple[int, Key]],
    linked: set[tuple[int, Key]],
    section: int,
) -> str:
    """Why a name that may be linked by its place is not, but for the words around it."""
    names = match.linkable
    key = names[0].key
    if context.nolink and _plain_forms(names) & context.nolink:
        return NOLINK
    if len(names) > 1:
        return AMBIGUOUS
    if key == context.text.key:
        return OWN_PAGE
    if (section, key) in explicit:
        return LINKED_BY_AUTHOR
    return LINKED_HERE if (section, key) in linked else ""


def _plain_forms(names: tuple[Name, ...]) -> set[str]:
    """What an author may write under `nolink` for a name: the name, an id, or both with the prefix."""
    return {fold(names[0].alias), *(str(name.key) for name in names), *(name.key.id for name in names)}


def _mention(match: Match, segment: Segment) -> Mention:
    name = match.linkable[0]
    return Mention(segment.part, match.start - segment.start, match.end - segment.start, name.key, name.alias)


def _passed(match: Match, block: Block, segment: Segment | None, context: Context, reason: str) -> Passed:
    words = block.text[match.start : match.end]
    candidates = tuple(name.key for name in match.linkable)
    return Passed(context.text, words, candidates, reason, _line(match, block, segment))


def _line(match: Match, block: Block, segment: Segment | None) -> int:
    if segment is None:
        segment = next(each for each in block.segments if each.end > match.start)
    if not segment.line:
        return 0
    return segment.line + block.text.count("\n", segment.start, match.start)


def _ambiguous(match: Match, block: Block, segment: Segment, context: Context) -> Diagnostic:
    words = block.text[match.start : match.end]
    keys = [str(name.key) for name in match.linkable]
    line = _line(match, block, segment)
    span = Span(context.path, line) if line else context.head
    hint = f"say which: {' or '.join(f'`[[{key}|{words}]]`' for key in keys)}, or `[[={words}]]` for none"
    message = f"`{words}` is the name of {len(keys)} entities, so it was not linked: {', '.join(keys)}"
    return report("W301", message, span, hint=hint)
