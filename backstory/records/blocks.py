"""The blocks of a prose: its paragraphs, cells and items, each as the one string that a reader sees."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import attrgetter

from backstory.records.prose import LINKABLE, Close, Hole, Markup, Open, Prose, Run, Setting
from backstory.values.record import Record

Label = Callable[[int], str]
"""The words shown for a reference, by its number; "" where it shows none (a citation, an image)."""


class Segment(Record, frozen=True):
    """A stretch of a block's text: characters `start` to `end`, from the part numbered `part`.

    `closed` says why no name may be linked here; it is "" where one may. `reference` is the number of the reference
    that the words belong to, or None. `line` is that of its first character, 0 when unknown.
    """

    part: int
    start: int
    end: int
    closed: str
    line: int
    reference: int | None = None


class Block(Record, frozen=True):
    """A block: its text, and from what it was joined. `heading` is true of a heading's own text."""

    section: int
    text: str
    segments: tuple[Segment, ...]
    heading: bool = False

    def segment(self, start: int, end: int) -> Segment | None:
        """The segment that holds all of these characters, or None where they stand in several."""
        at = bisect_right(self.segments, start, key=attrgetter("start")) - 1
        held = at >= 0 and end <= self.segments[at].end and start < self.segments[at].end
        return self.segments[at] if held else None


_CLOSED = {
    Setting.HEADING: "in a heading",
    Setting.LINK: "inside a link",
    Setting.CODE: "in code",
    Setting.ATTRIBUTION: "in the attribution of a quotation",
}
OPTED_OUT = "opted out here"
OTHER_LANGUAGE = "in a passage in another language"


@dataclass(slots=True)
class _Joined:
    """A block as it grows."""

    section: int
    texts: list[str] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, part: int, closed: str, line: int, reference: int | None) -> None:
        end = self.length + len(text)
        self.segments.append(Segment(part, self.length, end, closed, line, reference))
        self.texts.append(text)
        self.length = end

    def done(self) -> Block:
        heading = bool(self.segments) and all(each.closed == _CLOSED[Setting.HEADING] for each in self.segments)
        return Block(self.section, "".join(self.texts), tuple(self.segments), heading)


def blocks(prose: Prose, lang: str, label: Label) -> tuple[Block, ...]:
    """The blocks of a text that stands on a page in `lang`, in order of their first words.

    A line break (`<br>`) is a `\n` that belongs to no segment.
    """
    growing: dict[int, _Joined] = {}
    here = _Joined(0)
    link: int | None = None
    for number, part in enumerate(prose.parts):
        if isinstance(part, Run | Hole):
            here = growing.get(part.block) or growing.setdefault(part.block, _Joined(part.section))
        match part:
            case Run():
                here.add(part.text, number, _closed(part, lang), part.line, link)
            case Hole():
                line = prose.references[part.reference].span.line
                here.add(label(part.reference), number, _CLOSED[Setting.LINK], line, part.reference)
            case Open():
                link = part.reference
            case Close():
                link = None
            case Markup() if "<br" in part.html:
                here.texts.append("\n")
                here.length += 1
    return tuple(each.done() for each in growing.values())


def _closed(run: Run, lang: str) -> str:
    if run.optout:
        return OPTED_OUT
    if run.setting not in LINKABLE:
        return _CLOSED[run.setting]
    return OTHER_LANGUAGE if run.lang and run.lang != lang else ""
